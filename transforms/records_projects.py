"""Projects: the places at which a document prints a project become one row; what they disagree on goes to a person.

Belongs here: merging by number, comparison of the places. Does not belong here: how the places were found.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from extract.model import PrintedProject
from transforms.folding import fold_field
from transforms.places import counts_anew, disagreements, first, numeric_order

Row = dict[str, object]
_FULLEST = ("card", "table", "list")  # where a project is described in full, first
_NAMED = ("list", "card", "table")  # where its name stands on one line, first
_DISAGREE = 0.8  # a project whose places print different names waits for a person
_COMPARED = ("name", "category", "department")


def project_rows(printed: list[PrintedProject]) -> tuple[list[Row], list[Row]]:
    """One row per project, by number, and the review rows: places that differ, and places in which one is missing."""
    groups = list(_groups(printed).values())
    kinds = {project.place for project in printed}
    review = [note for group in groups for note in [*_differences(group), *_missing(group, kinds)]]
    return [_merged(group) for group in groups], review


def _groups(printed: list[PrintedProject]) -> dict[tuple[str, ...], list[PrintedProject]]:
    """The places of each project; where a document counts anew in every section, the name is part of the key."""
    by_name = counts_anew(printed, "project_no", "name")
    groups: dict[tuple[str, ...], list[PrintedProject]] = {}
    for project in printed:
        number = fold_field(project.project_no)
        groups.setdefault((number, fold_field(project.name)) if by_name else (number,), []).append(project)
    return dict(sorted(groups.items(), key=lambda entry: numeric_order(entry[0][0])))


def _merged(group: list[PrintedProject]) -> Row:
    """One row from the places of one project: each text from the first place that prints it."""
    fullest = sorted(group, key=lambda project: _FULLEST.index(project.place))
    named = sorted(group, key=lambda project: _NAMED.index(project.place))
    trusted = min(project.confidence for project in group)
    return {
        "page": fullest[0].page,
        "project_no": fullest[0].project_no,
        "name": first(named, "name"),
        "category": first(named, "category"),
        "department": first(fullest, "department"),
        "description": first(fullest, "description"),
        "pillar": first(named, "pillar"),
        "policy": first(named, "policy"),
        "sub_policy": first(named, "sub_policy"),
        "confidence": min(trusted, _DISAGREE) if any(_differences(group)) else trusted,
    }


def _differences(group: list[PrintedProject]) -> Iterator[Row]:
    """A note for each text that two places print differently (blanks and widths of characters aside)."""
    for attribute, stating in disagreements(group, _COMPARED):
        told = ", ".join(f"{project.place} p.{project.page} {getattr(project, attribute)}" for project in stating)
        yield _note(group[0], "projects_disagree", f"No. {group[0].project_no} {attribute}: {told}")


def _missing(group: list[PrintedProject], kinds: Set[str]) -> Iterator[Row]:
    """A note where the list lacks a described project, or where nothing describes a listed one."""
    places = {project.place for project in group}
    told = f"No. {group[0].project_no} {group[0].name}"
    if "list" in kinds and "list" not in places:
        yield _note(group[0], "project_not_in_list", told)
    if kinds - {"list"} and places == {"list"}:
        yield _note(group[0], "project_not_described", told)


def _note(project: PrintedProject, reason: str, text: str) -> Row:
    return {"page": project.page, "reason": reason, "text": text}

"""Projects: the places at which a document prints a project become one row; what they disagree on goes to a person.

Belongs here: merging by number, comparison of the places. Does not belong here: how the places were found.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from extract.model import PrintedProject
from transforms.folding import fold_field

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
    by_name = _counts_anew(printed)
    groups: dict[tuple[str, ...], list[PrintedProject]] = {}
    for project in printed:
        number = fold_field(project.project_no)
        groups.setdefault((number, fold_field(project.name)) if by_name else (number,), []).append(project)
    return dict(sorted(groups.items(), key=lambda entry: _order(entry[0][0])))


def _counts_anew(printed: list[PrintedProject]) -> bool:
    """Whether one kind of place gives a number to two projects."""
    names: dict[tuple[str, str], set[str]] = {}
    for project in printed:
        names.setdefault((project.place, fold_field(project.project_no)), set()).add(fold_field(project.name))
    return any(len(found) > 1 for found in names.values())


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-") if part.isdigit())


def _merged(group: list[PrintedProject]) -> Row:
    """One row from the places of one project: each text from the first place that prints it."""
    fullest = sorted(group, key=lambda project: _FULLEST.index(project.place))
    named = sorted(group, key=lambda project: _NAMED.index(project.place))
    trusted = min(project.confidence for project in group)
    return {
        "page": fullest[0].page,
        "project_no": fullest[0].project_no,
        "name": _first(named, "name"),
        "category": _first(named, "category"),
        "department": _first(fullest, "department"),
        "description": _first(fullest, "description"),
        "pillar": _first(named, "pillar"),
        "policy": _first(named, "policy"),
        "sub_policy": _first(named, "sub_policy"),
        "confidence": min(trusted, _DISAGREE) if any(_differences(group)) else trusted,
    }


def _first(group: list[PrintedProject], attribute: str) -> str:
    return next((text for project in group if (text := str(getattr(project, attribute)))), "")


def _differences(group: list[PrintedProject]) -> Iterator[Row]:
    """A note for each text that two places print differently (blanks and widths of characters aside)."""
    for attribute in _COMPARED:
        stated = [(project, str(getattr(project, attribute))) for project in group if getattr(project, attribute)]
        if any(fold_field(one) != fold_field(other) for (_, one), (_, other) in pairwise(stated)):
            told = ", ".join(f"{project.place} p.{project.page} {text}" for project, text in stated)
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

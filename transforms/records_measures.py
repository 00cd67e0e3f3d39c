"""Measures: the places at which a document prints a measure become one row; what they disagree on goes to a person.

Belongs here: merging by number, comparison of the places, what a category, an audience mark and 指標 say. Does not
belong here: how the places were found, links between documents (``transforms.measures``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any

from extract.folding import fold_printed
from extract.model import PrintedMeasure
from transforms.folding import fold_field
from transforms.lexicon import load
from transforms.places import counts_anew, disagreements, first, numeric_order
from transforms.statuses import has_no_indicator

Row = dict[str, object]
_FULLEST = ("card", "page", "list")  # where a measure is described in full, first
_COMPARED = ("measure", "category", "department", "field")
_DOUBTED = frozenset({"measure", "category", "department"})  # a field is often shortened in a list: told, but no doubt
_DISAGREE = 0.8  # a measure whose places print different names waits for a person
_TEXTS = (
    "field",
    "measure",
    "category",
    "department",
    "overview",
    "background",
    "situation",
    "issue",
    "approach",
    "effect",
)


def measure_rows(printed: list[PrintedMeasure]) -> tuple[list[Row], list[Row]]:
    """One row per measure, by number, and the review rows: texts that differ, and places in which one is missing."""
    groups = list(_groups(printed).values())
    kinds = {measure.place for measure in printed}
    review = [*_differences(groups), *(note for group in groups for note in _missing(group, kinds))]
    return [_merged(group) for group in groups], review


def _groups(printed: list[PrintedMeasure]) -> dict[tuple[str, ...], list[PrintedMeasure]]:
    """The places of each measure: one number, or one name where a document prints no numbers or counts anew."""
    by_name = counts_anew(printed, "measure_no", "measure") or not all(measure.measure_no for measure in printed)
    groups: dict[tuple[str, ...], list[PrintedMeasure]] = {}
    for measure in printed:
        number, name = fold_field(measure.measure_no), fold_field(measure.measure)
        groups.setdefault((number, name) if by_name else (number,), []).append(measure)
    return dict(sorted(groups.items(), key=lambda entry: numeric_order(entry[0][0])))


def _merged(group: list[PrintedMeasure]) -> Row:
    """One row from the places of one measure: each text from the fullest place that prints it."""
    fullest = sorted(group, key=lambda measure: _FULLEST.index(measure.place))
    trusted = min(measure.confidence for measure in group)
    doubted = any(attribute in _DOUBTED for attribute, _ in disagreements(group, _COMPARED))
    category, audience = first(fullest, "category"), first(fullest, "audience")
    listed = first(fullest, "listed_page")
    return {
        "page": fullest[0].page,
        "measure_no": fold_printed(fullest[0].measure_no),
        **{text: fold_printed(first(fullest, text)) for text in _TEXTS},
        "is_new": is_new(category),
        "audience": "・".join(audiences(audience)),
        "for_citizens": _is_for("citizens", audience),
        "for_office": _is_for("office", audience),
        "listed_page": int(digits[0]) if (digits := re.findall(r"\d+", fold_field(listed))) else None,
        "has_indicator": has_indicator(fullest),
        "place": fullest[0].place,
        "confidence": min(trusted, _DISAGREE) if doubted else trusted,
    }


def is_new(category: str) -> bool | None:
    """Whether a category means a new measure; ``None`` where none is printed."""
    return re.fullmatch(_words("new_category"), fold_field(category)) is not None if category.strip() else None


def audiences(printed: str) -> list[str]:
    """The audiences that are marked (■ 市民向け □ 庁内向け → 市民向け); all that are named where none has a mark."""
    marks = _words("audience_marked"), _words("audience_unmarked")
    parts = re.split(f"([{marks[0]}{marks[1]}])", fold_field(printed))
    named = [(mark, name.strip("・,、")) for mark, name in zip(parts[1::2], parts[2::2], strict=True)]
    if not named:
        return [part for part in re.split("[・,、/]", parts[0]) if part]
    return [name for mark, name in named if mark in marks[0] and name]


def _is_for(audience: str, printed: str) -> bool | None:
    if not printed.strip():
        return None
    words = re.compile(_section("audiences")[audience])
    return any(words.search(name) for name in audiences(printed))


def has_indicator(group: Iterable[PrintedMeasure]) -> bool | None:
    """Whether a measure sets an indicator; ``None`` where no place says anything about one."""
    told = next((measure.indicator for measure in group if measure.indicator is not None), None)
    return None if told is None else bool(told.strip()) and not has_no_indicator(told)


def _words(name: str) -> str:
    return str(load("records")[name])


def _section(name: str) -> Any:
    return load("records")[name]


def _differences(groups: list[list[PrintedMeasure]]) -> Iterator[Row]:
    """A note for each pair of texts that two places print differently, with the numbers of all measures it concerns."""
    found: dict[tuple[str, str], list[PrintedMeasure]] = {}
    for group in groups:
        for attribute, stating in disagreements(group, _COMPARED):
            told = ", ".join(f"{measure.place} {getattr(measure, attribute)}" for measure in stating)
            found.setdefault((attribute, told), []).append(stating[0])
    for (attribute, told), measures in found.items():
        numbers = ", ".join(measure.measure_no for measure in measures)
        yield _note(measures[0], "measures_disagree", f"No. {numbers} {attribute}: {told}")


def _missing(group: list[PrintedMeasure], kinds: Set[str]) -> Iterator[Row]:
    """A note where the list lacks a described measure, or where nothing describes a listed one."""
    places = {measure.place for measure in group}
    told = f"No. {group[0].measure_no} {group[0].measure}"
    if "list" in kinds and "list" not in places:
        yield _note(group[0], "measure_not_in_list", told)
    if kinds - {"list"} and places == {"list"}:
        yield _note(group[0], "measure_not_described", told)


def _note(measure: PrintedMeasure, reason: str, text: str) -> Row:
    return {"page": measure.page, "reason": reason, "text": text}

"""The status of a cell without a figure: a dash, 未整備, 集計中, or a fact in words.

Belongs here: cells and parts of cells without a figure. Does not belong here: figures.
"""

from __future__ import annotations

import re
from functools import cache

from transforms.figures import Status
from transforms.folding import fold_characters
from transforms.lexicon import load
from transforms.units import known_units, unit_pattern


@cache
def _pattern(*path: str) -> re.Pattern[str]:
    entry = load("statuses")
    for key in path:
        entry = entry[key]
    return re.compile("|".join(f"(?:{word})" for word in entry))


@cache
def _dash() -> re.Pattern[str]:
    footnote = r"(?:[(\[]?(?:※|\*|[注註])[0-9]*[)\]]?)?"
    return re.compile(rf"\(?{load('statuses')['dash']}(?:{unit_pattern()})?(?:/年度?)?\)?{footnote}")


def _compact(text: str) -> str:
    return "".join(fold_characters(text).split())


def is_dash(text: str) -> bool:
    """Whether the text is nothing but a dash, maybe with a unit behind it (―件)."""
    return _dash().fullmatch(_compact(text)) is not None


def has_no_indicator(indicator: str) -> bool:
    """Whether the indicator's cell says that the measure has none (指標の設定はありません)."""
    return _pattern("no_indicator").search(_compact(indicator)) is not None


def status_of(
    text: str, kind: str, indicator: str = "", *, has_unread_digits: bool = False
) -> tuple[Status, tuple[str, ...]]:
    """The status of a text without a figure, and the rule that says so.

    ``kind`` is the kind of value: a dash means not_set in a target, not_available in a baseline or an actual; where
    the measure has no indicator it means not_set throughout. ``has_unread_digits`` says that the text holds digits
    that are neither a year nor another known expression.
    """
    compact = _compact(text)
    missing: Status = "not_set" if kind == "target" or has_no_indicator(indicator) else "not_available"
    if is_dash(text) or not compact.strip("()"):
        return missing, (
            "dash-no-indicator" if has_no_indicator(indicator) else "dash-target" if kind == "target" else "dash-value",
        )
    if _pattern("not_set").search(compact):
        return missing, ("word-not-set",)
    if _pattern("not_available", "certain").search(compact):
        return "not_available", ("word-not-available",)
    if _pattern("not_available", "likely").fullmatch(compact.strip("()")):
        return "not_available", ("word-likely-not-available",)
    if compact in known_units():
        return "text", ("text-unit-alone",)
    return "text", ("text-with-digits" if has_unread_digits else "text-fact",)

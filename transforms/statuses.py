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

# Characters: how much a text may say beside 集計中 and still be sure; what is longer than a fact is a sentence.
_SHORT_REST = 8
_LONGEST_FACT = 30


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


def is_announced(text: str) -> bool:
    """Whether a text says that a figure is to be published (公表予定): a date beside it is that of the publication."""
    return _pattern("announced").search(_compact(text)) is not None


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
    if _pattern("undecided").fullmatch(compact.strip("()")):
        return missing, ("word-likely-not-available",)
    if _pattern("became").fullmatch(compact.strip("()")):
        return "text", ("text-untold",)
    if _pattern("states").fullmatch(compact.strip("()")) and _counts_nothing(indicator):
        return "text", ("text-state",)
    if said := _pattern("not_available", "certain").search(compact):
        return "not_available", (_certainty(compact, said[0]),)
    if _pattern("not_available", "likely").fullmatch(compact.strip("()")):
        return "not_available", ("word-likely-not-available",)
    return "text", (_text_rule(compact, has_unread_digits),)


def _counts_nothing(indicator: str) -> bool:
    """True for a name that does not end as what is counted or measured does (brackets aside)."""
    name = re.sub(r"\([^()]*\)", "", _compact(indicator))
    return bool(name) and not name.endswith(tuple(load("numbers")["measure_endings"]))


def _certainty(text: str, said: str) -> str:
    """Whether a word that says that there is no figure is most of a text, dates aside, or only occurs in it."""
    rest = re.sub(r"[0-9()令和平成年度月日末RH]", "", text.replace(said, ""))
    return "word-not-available" if len(rest) <= _SHORT_REST else "word-likely-not-available"


def _text_rule(text: str, has_unread_digits: bool) -> str:
    if text in known_units():
        return "text-unit-alone"
    if has_unread_digits:
        return "text-with-digits"
    if len(text) > _LONGEST_FACT:
        return "text-long"
    return "text-fact" if _pattern("facts").search(text) else "text-untold"

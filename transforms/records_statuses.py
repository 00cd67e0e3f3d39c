"""Statuses: the start year, the normal status, whether an initiative is new and which place it repeats.

Belongs here: judgement on one row of a status table. Does not belong here: how the row was found.
"""

from __future__ import annotations

import re

from extract.model import PrintedStatus
from transforms.folding import fold_field
from transforms.lexicon import load
from transforms.periods import parse_period

_NUMBER = re.compile(r"[0-9元]+")
_APART = re.compile(r"\s+(?=\D)")  # a blank parts two words, but not an era from its year (R 4)


def status_row(printed: PrintedStatus) -> dict[str, object]:
    """One status in the columns of the record, document aside."""
    return {
        "page": printed.page,
        "field": printed.field,
        "measure": printed.measure,
        "initiative": printed.initiative,
        "started_label": printed.started_label,
        "started_fiscal_year": started_fiscal_year(printed.started_label),
        "mark": printed.mark,
        "status": status_of(printed),
        "is_new": is_new(printed.initiative),
        "repeats": repeats(printed.initiative),
        "confidence": printed.confidence,
    }


def started_fiscal_year(label: str) -> int | None:
    """The first fiscal year that a start column prints as a start: 「R4 R6」 → 2022, 「継続中 R7末」 and 「R」 → None."""
    years = (_start(fold_field(part)) for part in _APART.split(label))
    return next((year for year in years if year is not None), None)


def _start(text: str) -> int | None:
    digits = list(_NUMBER.finditer(text))
    if digits and re.search(load("records")["end_of"], text[digits[-1].end() :]):
        return None
    period = parse_period(text)
    return period.fiscal_year if period else None


def status_of(printed: PrintedStatus) -> str:
    """The normal status by the first rule of the lexicon that fits, ``not_stated`` where none does."""
    texts = {key: fold_field(text) for key, text in _texts(printed).items()}
    return next(
        (str(r["status"]) for r in load("records")["status"] if re.search(r["words"], texts[r["in"]])), "not_stated"
    )


def _texts(printed: PrintedStatus) -> dict[str, str]:
    return {"mark": printed.mark, "label": printed.started_label, "field": printed.field}


def is_new(initiative: str) -> bool:
    """Whether an initiative is marked as new: （新）, 【新規】."""
    return re.search(load("records")["new"], fold_field(initiative)) is not None


def repeats(initiative: str) -> str:
    """The place that 【再掲1-②(8)】 names; 再掲 itself where it names none; blank for an initiative of its own."""
    for words in load("records")["repeats"]:
        found = re.search(words, fold_field(initiative))
        if found:
            return found[1] or "再掲"
    return ""

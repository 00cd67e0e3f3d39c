"""Surveys: how many were asked and in which unit, how many answered, in which fiscal year.

Belongs here: judgement on one row of a survey overview. Does not belong here: response rates (a mart divides).
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import PrintedSurvey
from transforms.folding import align
from transforms.lexicon import load
from transforms.periods import parse_period
from transforms.quantities import read_quantity

_UNREAD = 0.5  # a survey without one of its figures


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a survey and the unit that it prints, blank where it prints none."""

    value: float | None
    unit: str


def survey_row(printed: PrintedSurvey) -> dict[str, object]:
    """One survey in the columns of the record, document aside."""
    sent, valid, period = count(printed.sent), count(printed.valid), parse_period(printed.year_label)
    complete = None not in (sent.value, valid.value) and period is not None and period.fiscal_year is not None
    return {
        "page": printed.page,
        "survey": printed.survey,
        "fiscal_year": period.fiscal_year if period else None,
        "target": printed.target,
        "method": printed.method,
        "sent": sent.value,
        "sent_unit": (sent.unit or load("records")["survey_unit"]) if sent.value is not None else "",
        "valid": valid.value,
        "confidence": printed.confidence if complete else min(printed.confidence, _UNREAD),
    }


def count(text: str) -> Count:
    """The one number of a cell: 「3,000」, 「計27校」 → 27 校; nothing where there is none."""
    aligned = align(text)
    start = next((place for place, character in enumerate(aligned.text) if character.isdigit()), None)
    quantity = read_quantity(aligned, start) if start is not None else None
    return Count(float(quantity.value), quantity.unit) if quantity else Count(None, "")

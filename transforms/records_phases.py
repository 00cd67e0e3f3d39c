"""Phases: the fiscal years of a bar from the labels of its first and last year column.

Belongs here: judgement on one bar. Does not belong here: the extent of a bar on the page.
"""

from __future__ import annotations

import re

from extract.model import PrintedPhase
from transforms.folding import fold_field
from transforms.lexicon import load
from transforms.periods import parse_period

_UNREAD = 0.5  # a bar whose year column could not be read as a year


def phase_row(printed: PrintedPhase) -> dict[str, object]:
    """One phase in the columns of the record, document aside; a year that the grid does not name stays blank."""
    open_start, open_end = _is("open_start", printed.first_label), _is("open_end", printed.last_label)
    first = None if open_start else _year(printed.first_label)
    last = None if open_end else _year(printed.last_label)
    unread = (first is None and not _is_open(printed.first_label)) or (
        last is None and not _is_open(printed.last_label)
    )
    return {
        "page": printed.page,
        "project_no": printed.project_no,
        "project": printed.project,
        "label": printed.label,
        "first_fiscal_year": first,
        "last_fiscal_year": last,
        "open_start": open_start,
        "open_end": open_end,
        "confidence": min(printed.confidence, _UNREAD) if unread else printed.confidence,
    }


def _is(side: str, label: str) -> bool:
    return re.search(load("records")[side], fold_field(label)) is not None


def _is_open(label: str) -> bool:
    return _is("open_start", label) or _is("open_end", label)


def _year(label: str) -> int | None:
    """The fiscal year of a year column; 年 at the head of a year plan means the fiscal year as well."""
    period = parse_period(label)
    return period.year if period else None

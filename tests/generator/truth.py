"""The observations of a document as rows, and as a CSV that a person can read.

Belongs here: the columns of a golden file and how truth is written into them. Does not belong here: what is true.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tests.generator.blocks import Document, truths
from tests.generator.model import Period, Truth

COLUMNS = (
    "document", "page", "field", "measure_no", "measure", "indicator", "value_kind", "period_label", "fiscal_year",
    "calendar_year", "raw_text", "value", "unit", "per", "status", "comparator", "numerator", "denominator", "note",
    "department", "rating",
)  # fmt: skip


def rows(document: Document) -> Iterator[dict[str, str]]:
    """One mapping per observation printed in the document, in printed order."""
    for number, page in enumerate(document.pages, start=1):
        for truth in truths(page.blocks):
            yield _row(document.name, number, truth)


def _row(document: str, page: int, truth: Truth) -> dict[str, str]:
    figure = truth.figure
    return {
        "document": document,
        "page": str(page),
        "field": truth.field,
        "measure_no": truth.measure_no,
        "measure": truth.measure,
        "indicator": truth.indicator.replace("\n", ""),
        "value_kind": truth.kind,
        "period_label": truth.period_label.replace("\n", ""),
        "fiscal_year": _year(truth.period, calendar=False),
        "calendar_year": _year(truth.period, calendar=True),
        "raw_text": figure.raw.replace("\n", "\\n"),
        "value": _number(figure.value),
        "unit": figure.unit,
        "per": figure.per,
        "status": figure.status,
        "comparator": figure.comparator,
        "numerator": _number(figure.numerator),
        "denominator": _number(figure.denominator),
        "note": figure.note,
        "department": truth.department.replace("\n", ""),
        "rating": truth.rating,
    }


def _year(period: Period, calendar: bool) -> str:
    return str(period.year) if period.year is not None and period.calendar == calendar else ""


def _number(value: Decimal | None) -> str:
    """A plain decimal without needless zeros."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write(document: Document, path: Path) -> None:
    """Write the golden CSV of a document."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows(document))

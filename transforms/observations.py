"""Printed figures to observations: one row per printed value of one indicator, one kind and one period.

Belongs here: the frame of observations and the review items that its making leaves. Does not belong here: the rules.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import polars as pl

from extract.folding import fold_printed
from extract.model import PrintedFigure, Reading
from transforms.baselines import with_plan_baselines
from transforms.dating import Context, context_era
from transforms.figures import joined_notes
from transforms.folding import join_lines
from transforms.periods import parse_period
from transforms.reviewing import ReviewRow, review_row
from transforms.rows import Settled, rows, settle
from transforms.rules import confidence, merged
from transforms.schema import OBSERVATION, polars_schema

TRUSTED = 0.9
_IN_BRACKETS = re.compile(r"[(（]([^()（）]{2,24})[)）]")


def observations(reading: Reading) -> tuple[pl.DataFrame, list[ReviewRow]]:
    """The observations of a reading (columns ``transforms.schema.OBSERVATION``), and what a person must look at.

    Review items (columns ``transforms.schema.REVIEW``): ``low_confidence`` for each observation below 0.9,
    ``direction_disagreement`` where the words of a name and the sign of target minus baseline disagree.
    """
    figures = with_plan_baselines(reading.figures, reading.plan_period)
    contexts = _contexts(figures)
    settled = [found for row in rows(figures) for found in settle(row, contexts[row[0].page])]
    records = [_record(reading.document, found) for found in settled]
    frame = pl.DataFrame(records, schema=polars_schema(OBSERVATION), orient="row")
    return frame, _review(reading.document, settled, records)


def _contexts(figures: list[PrintedFigure]) -> dict[int, Context]:
    """For each page the era in which its labels write their years, else that of the document."""
    labels = [(figure.page, figure.period.text) for figure in figures if figure.period is not None]
    whole = context_era(text for _, text in labels)
    printed = [(f.period.text, f.period.era or None) for f in figures if f.period is not None]
    printed += [(inside, None) for figure in figures for inside in _IN_BRACKETS.findall(figure.raw_text)]
    prints_years = any(parse_period(text, era) is not None for text, era in printed)
    own = {
        page: context_era(text for _, text in of_page) for page, of_page in groupby(sorted(labels), key=itemgetter(0))
    }
    return {figure.page: Context(own.get(figure.page) or whole, prints_years) for figure in figures}


def _record(document: str, found: Settled) -> dict[str, object]:
    printed, figure, dated = found.printed, found.figure, found.dated
    rules = merged(printed.rules, figure.rules, dated.period.rules, (found.judged.rule,))
    return {
        **_where(document, printed),
        "field": _printed(printed.field),
        "measure_no": _printed(printed.measure_no),
        "measure": _printed(printed.measure),
        "indicator": _printed(found.name.text),
        "value_kind": found.kind,
        "period_label": _printed(dated.label),
        "fiscal_year": dated.period.fiscal_year,
        "calendar_year": dated.period.calendar_year,
        "raw_text": fold_printed(printed.raw_text if printed.amount else figure.text),
        "value": _float(figure.value),
        "unit": figure.unit,
        "per": figure.per,
        "status": figure.status,
        "comparator": figure.comparator,
        "numerator": _float(figure.numerator),
        "denominator": _float(figure.denominator),
        "note": fold_printed(joined_notes(figure.note, found.name.note, dated.period.note, printed.note)),
        "direction": found.judged.direction,
        "department": _printed(printed.department),
        "rating": _printed(printed.rating or figure.rating),
        "confidence": _confidence(found),
        "rules": " ".join(rules),
    }


def _where(document: str, printed: PrintedFigure) -> dict[str, object]:
    box = printed.box
    return {
        "document": document,
        "page": printed.page,
        "x0": box.x0,
        "top": box.top,
        "x1": box.x1,
        "bottom": box.bottom,
    }


def _printed(text: str) -> str:
    return fold_printed(join_lines(text))


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _confidence(found: Settled) -> float:
    """The least that the reading of the page and the rules of judgement warrant."""
    return min(found.printed.confidence, found.figure.confidence, confidence(found.dated.period.rules))


def _review(document: str, settled: list[Settled], records: list[dict[str, object]]) -> list[ReviewRow]:
    doubts = [
        (found, f"{record['indicator']}: {record['raw_text']} [{record['rules']}]")
        for found, record in zip(settled, records, strict=True)
        if _confidence(found) < TRUSTED
    ]
    return [_item(document, found, "low_confidence", text) for found, text in doubts] + [
        _item(
            document,
            found,
            "direction_disagreement",
            f"{found.name.text}: {found.judged.direction} by its name, but its target lies on the other side",
        )
        for found in _disagreeing(settled)
    ]


def _disagreeing(settled: list[Settled]) -> list[Settled]:
    """The first observation of each indicator whose name and figures point in opposite directions."""
    first: dict[tuple[int, str, str], Settled] = {}
    for found in settled:
        if found.judged.disagrees:
            first.setdefault((found.printed.page, found.printed.measure, found.name.text), found)
    return list(first.values())


def _item(document: str, found: Settled, reason: str, text: str) -> ReviewRow:
    return review_row(document, found.printed.page, found.printed.box, reason, text)

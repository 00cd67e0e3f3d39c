"""Columns of totals behind columns of years: 令和3年度｜令和4年度｜令和5年度｜累計.

Belongs here: telling such columns, and the years that they total. Does not belong here: rows of totals, what a period means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.labels import squeeze
from extract.lexicon import phrase
from extract.shapes import is_bare_year
from extract.tables.columns import Column

_TOTAL = phrase("total_of_years")
_UNTOLD = ("value", "figures", "text", "number")  # small totals look like running numbers
_FEWEST = 2  # years that make a total


def with_totals(columns: Sequence[Column]) -> list[Column]:
    """The columns, those of totals with the years before them as their period (令和3年度~令和5年度累計) and their kind, if one.

    A year without its era says too little of a span, and is left to a person.
    """
    return [_dated(column, columns[:i]) if _is_total(column) else column for i, column in enumerate(columns)]


def _is_total(column: Column) -> bool:
    untold = column.role in _UNTOLD and not column.period
    return untold and bool(_TOTAL.fullmatch(squeeze(column.topic)))


def _dated(column: Column, before: Sequence[Column]) -> Column:
    years = [c for c in before if c.role == "value" and c.period and c.kind != "baseline"]
    periods = list(dict.fromkeys(c.period for c in years))
    if len(periods) < _FEWEST or any(map(is_bare_year, periods)):
        return column
    kinds = {c.kind for c in years}
    kind = column.kind or (kinds.pop() if len(kinds) == 1 else None)
    span = f"{periods[0]}～{periods[-1]}累計"
    return replace(column, role="value", kind=kind, period=span, topic="", period_rule="period-of-total")

"""Columns whose cells print their own years, under a head that names no kind: (2018年度) over 63％, under 経年変化.

Belongs here: telling such columns. Does not belong here: reading the years of the cells (judgement does), headed columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.labels import period_in, squeeze
from extract.shapes import is_dash, is_figure
from extract.tables.columns import Column
from extract.titles import is_generic

_LONGEST_WORD = 8  # characters of a word that stands for a figure beside its year (調査なし)
_EDGE = "()[]:"
_UNTOLD = ("text", "figures")  # roles of columns whose header does not say what they hold


def dated_by_cells(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> list[Column]:
    """The columns with those as columns of actual values whose cells (``texts``, column by column) say so, under each head as one."""
    under: dict[str, list[str]] = {}
    for column, cells in zip(columns, texts, strict=True):
        if column.role in _UNTOLD:
            under.setdefault(column.head, []).extend(cells)
    dated = {head for head, cells in under.items() if _hold_dated_figures(cells)}
    return [_of_actuals(column) if column.role in _UNTOLD and column.head in dated else column for column in columns]


def _of_actuals(column: Column) -> Column:
    """A head such as 推移 says when, and names nothing; any other may name something else than the row does."""
    if is_generic(column.head):
        return replace(column, role="value", kind="actual", kind_stated=False, kind_rule="kind-from-years", topic="")
    return replace(column, role="value", kind="actual", kind_stated=False, kind_rule="kind-from-dated-cells")


def _hold_dated_figures(texts: Sequence[str]) -> bool:
    """True where most cells print a year and something beside it, and of these half a figure."""
    values = [value for text in texts if (value := _beside_year(text))]
    figures = sum(is_figure(value) and not is_dash(value) for value in values)
    return figures > 0 and len(values) * 4 >= len(texts) * 3 and figures * 2 >= len(values)


def _beside_year(text: str) -> str:
    """What stands behind the year with which a cell begins, or before the one with which it ends; blank without a year."""
    plain = squeeze(text)
    period = period_in(plain)
    before, _, after = plain.partition(period) if period else ("", "", "")
    value = before.strip(_EDGE) or after.strip(_EDGE)
    alone = not (before.strip(_EDGE) and after.strip(_EDGE)) and not period_in(value)
    return value if alone and (is_figure(value) or len(value) <= _LONGEST_WORD) else ""

"""A course of years as a table of its own: each year with its value, which says itself where it is the baseline or the target.

Belongs here: 年 | （人） over H30 | 11,254（基準年値） … R6 | 12,400（目標値）, named by the heading above it.
Does not belong here: tables with heads that name kinds (``columnar``), cards, charts.
Source: 中心市街地活性化基本計画の定期フォローアップに関する報告 (内閣府の様式), 調査結果の推移.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grid import Grid
from extract.labels import is_period, label_of, squeeze
from extract.model import PrintedFigure, PrintedLabel, ValueKind
from extract.shapes import is_dated_dash, is_figure
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.titles import title_rule
from extract.unit_words import unit_in_bracket

_KIND_BEHIND = re.compile(r"^.*?[（(]([^（）()]+)[）)]\s*$", re.DOTALL)
_FEWEST_YEARS = 3
_WIDTH = 2  # columns: the years and their values


def read_series(grid: Grid, context: Context) -> tuple[PrintedFigure, ...]:
    """The figures of such a table; none where it is something else, no value names its kind, or no heading names the indicator."""
    rows = [grid.row_cells(row) for row in range(grid.n_rows)]
    if grid.n_cols != _WIDTH or not context.title or any(len(cells) != _WIDTH for cells in rows):
        return ()
    dated = [(year.text, value) for year, value in rows if is_period(year.text)]
    heads = [cells for cells in rows if not is_period(cells[0].text)]
    kinds = [_kind(value.text) for _, value in dated]
    if len(dated) < _FEWEST_YEARS or len(heads) > 1 or not any(kinds):
        return ()
    unit = next(_units(cells[1].text for cells in heads), None)
    return tuple(
        figure(
            grid.page,
            value.box,
            value.text,
            Names(indicator=context.title),
            Stated(
                kind or "actual", "", PrintedLabel(year, "row"), unit, ("series-of-years", title_rule(context.title))
            ),
            context,
        )
        for (year, value), kind in zip(dated, kinds, strict=True)
        if is_figure(value.text) or is_dated_dash(value.text) or value.text.strip()
    )


def _units(texts: Iterator[str]) -> Iterator[PrintedLabel]:
    """The unit that the head of the values states and nothing else (（人）)."""
    for text in texts:
        if unit := unit_in_bracket(squeeze(text).strip("()")):
            yield PrintedLabel(unit, "column")


def _kind(text: str) -> ValueKind | None:
    """The kind that stands in the bracket behind a value (12,400（目標値）)."""
    found = _KIND_BEHIND.search(text)
    return label_of(found[1]).kind if found else None

"""A course of years as a table of its own: each year with its value, or with one for each part of the indicator that the title names.

Belongs here: 年 | （人） over H30 | 11,254（基準年値） … R6 | 12,400（目標値), whose values say themselves which is the baseline and which the
target; years beside departments under a line that states the target (〔目標〕令和７年度までに 50％以上).
Does not belong here: tables with heads that name kinds (``columnar``), cards, charts.
Source: 中心市街地活性化基本計画の定期フォローアップに関する報告 (内閣府の様式), 調査結果の推移; 特定事業主行動計画の実施状況の公表
(次世代育成支援対策推進法第19条第5項).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.grid import Cell, Grid
from extract.labels import is_period, label_of, squeeze
from extract.model import PrintedFigure, PrintedLabel, ValueKind
from extract.shapes import looks_like_value
from extract.tables.columns import join_lines
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.titles import title_rule
from extract.unit_words import unit_in_bracket

_KIND_BEHIND = re.compile(r"^.*?[（(]([^（）()]+)[）)]\s*$", re.DOTALL)
_FEWEST_YEARS = 3


def read_series(grid: Grid, context: Context) -> tuple[PrintedFigure, ...]:
    """The figures of such a table, its years be rows or columns; none where it is something else."""
    return _by_rows(grid, context) or _by_rows(grid.transposed(), context)


def _by_rows(grid: Grid, context: Context) -> tuple[PrintedFigure, ...]:
    rows = [grid.row_cells(row) for row in range(grid.n_rows)]
    years = [cells for cells in rows if is_period(cells[0].text)]
    values = [cell for cells in years for cell in cells[1:]]
    if len(years) < _FEWEST_YEARS or not context.title or not _is_course(rows, values, context):
        return ()
    heads = [cell.text for cell in rows[0][1:]] if rows[0] not in years else [""] * (grid.n_cols - 1)
    return tuple(found for cells in years for found in _row(grid.page, cells, heads, context))


def _is_course(rows: Sequence[list[Cell]], values: Sequence[Cell], context: Context) -> bool:
    """True for one head over nothing but years and values, where a value names its kind or a line above states the target."""
    width = len(rows[0])
    plain = all(len(cells) == width for cells in rows) and all(is_period(cells[0].text) for cells in rows[1:])
    kinds = any(_kind(cell.text) for cell in values)
    heads = any(label_of(cell.text).kind for cell in rows[0])
    valued = 2 * sum(looks_like_value(cell.text) for cell in values) >= len(values)
    return plain and not heads and valued and ((kinds and width == len(("year", "value"))) or context.is_aimed_at)


def _row(page: int, cells: Sequence[Cell], heads: Sequence[str], context: Context) -> Iterator[PrintedFigure]:
    year, *values = cells
    for cell, head in zip(values, heads, strict=True):
        unit = unit_in_bracket(squeeze(head).strip("()"))
        part = join_lines(head) if len(values) > 1 and not unit else ""
        names = Names(indicator=f"{context.title}（{part}）" if part else context.title)
        rules = ("series-of-years", title_rule(context.title))
        dated, counted = PrintedLabel(year.text, "row"), PrintedLabel(unit, "column") if unit else None
        stated = Stated(_kind(cell.text) or "actual", "", dated, counted, rules)
        if cell.text.strip():
            yield figure(page, cell.box, cell.text, names, stated, context)


def _kind(text: str) -> ValueKind | None:
    """The kind that stands in the bracket behind a value (12,400（目標値）)."""
    found = _KIND_BEHIND.search(text)
    return label_of(found[1]).kind if found else None

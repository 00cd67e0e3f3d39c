"""Ruled tables whose body has column rules only: one tall row of cells is cut into the rows that a reader sees.

Belongs here: the cutting of a tall row. Does not belong here: tables without column rules (``gaps``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.column_lines import ColumnLine, body_line, column_line, column_text, holds_value
from extract.grid import Cell, Grid
from extract.labels import squeeze
from extract.lines import block_text, glyph_lines
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import row_groups

_FEWEST = 3  # rows that a tall row must fall into
_NUMBERED = re.compile(r"[①-⑳]")

def with_rows_cut(page: PageContent, grid: Grid, glyphs: Iterable[Glyph]) -> Grid:
    """The grid with its last row cut into rows where that row holds several records below each other."""
    row = grid.n_rows - 1
    cells = grid.row_cells(row)
    if any(cell.row_span > 1 or cell.col_span > 1 for cell in cells) or _NUMBERED.search("".join(c.text for c in cells)):
        return grid
    inside = [g for g in glyphs if grid.ys[row] <= g.y_mid <= grid.ys[row + 1] and grid.xs[0] <= g.x_mid <= grid.xs[-1]]
    lines = [column_line(line, grid.xs) for line in glyph_lines(inside)]
    groups = row_groups([body_line(line, grid.xs) for line in lines], []) if len(lines) >= _FEWEST else []
    if len(groups) < _FEWEST or not _are_records([[lines[i] for i in group] for group in groups]):
        return grid
    return _cut(page, grid, [[lines[i] for i in group] for group in groups])


def _are_records(rows: list[list[ColumnLine]]) -> bool:
    """Every row names something in the first column, and most rows hold a value."""
    named = all(any(squeeze(block_text(line[0])) for line in row if 0 in line) for row in rows)
    return named and sum(any(holds_value(line) for line in row) for row in rows) * 3 >= len(rows) * 2


def _cut(page: PageContent, grid: Grid, rows: list[list[ColumnLine]]) -> Grid:
    last = grid.n_rows - 1
    ends = [max(g.bottom for line in row for part in line.values() for g in part) for row in rows]
    starts = [min(g.top for line in row for part in line.values() for g in part) for row in rows]
    inner = [(end + start) / 2 for end, start in zip(ends[:-1], starts[1:], strict=True)]
    ys = (*grid.ys[:-1], *inner, grid.ys[-1])
    kept = [cell for cell in grid.cells if cell.row < last]
    new = [
        Cell(last + i, col, 1, 1, column_text(row, col), page.on_page(Box(grid.xs[col], ys[last + i], grid.xs[col + 1], ys[last + i + 1])))
        for i, row in enumerate(rows)
        for col in range(grid.n_cols)
    ]
    return Grid(grid.page, grid.box, grid.xs, ys, (*kept, *new), grid.way)

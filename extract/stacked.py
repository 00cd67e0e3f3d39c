"""Frames above each other that are one table: a plain row between striped ones is left unframed.

Belongs here: joining such frames with the lines between them. Does not belong here: how each frame is found, tables over pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.column_lines import ColumnLine, body_line, column_line, row_cells, row_edges
from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.lines import glyph_lines
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import row_groups
from extract.text_lines import is_prose_line, text_lines

_SAME_EDGE = 4.0
_HEADER_ROWS = 2  # rows of a grid in which its own header may begin
_ONE_ROW = 1.5  # of the height of a row: a gap up to this holds one row
_MOST_ROWS = 4.5  # plain rows between two frames, in heights of the row below them, at most


def stacked(page: PageContent, grids: Sequence[Grid], glyphs: Sequence[Glyph]) -> list[Grid]:
    """The grids, those that stand on each other with plain rows between them as one."""
    joined: list[Grid] = []
    for grid in sorted(grids, key=lambda g: g.ys[0]):
        above = next((other for other in reversed(joined) if _same_columns(other, grid)), None)
        whole = _joined(page, above, grid, glyphs) if above is not None else None
        if whole is None:
            joined.append(grid)
        else:
            joined[joined.index(above)] = whole  # type: ignore[arg-type]
    return joined


def _same_columns(above: Grid, grid: Grid) -> bool:
    """True for a striped grid near below another with the same columns."""
    row = grid.ys[1] - grid.ys[0]
    near = 0 < grid.ys[0] - above.ys[-1] <= _MOST_ROWS * row
    same = len(above.xs) == len(grid.xs) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(above.xs, grid.xs, strict=True)
    )
    return near and same and grid.n_cols > 1 and grid.way == "coloured"


def _joined(page: PageContent, above: Grid, below: Grid, glyphs: Sequence[Glyph]) -> Grid | None:
    """Two frames and the rows between them; none where what stands between is no row of both, or a header starts anew."""
    inside = [g for g in glyphs if above.ys[-1] < g.y_mid < below.ys[0] and above.xs[0] <= g.x_mid <= above.xs[-1]]
    lines = [column_line(line, above.xs) for line in glyph_lines(inside)]
    if not lines or _names_columns(below) or len(lines[0]) < 2 or any(map(is_prose_line, text_lines(inside))):
        return None
    rows = [lines] if _is_one_row(above, below) else _rows(lines, above.xs)
    return _with_rows(page, above, rows, below)


def _is_one_row(above: Grid, below: Grid) -> bool:
    """True where no more than one row as high as those beside it fits between two frames."""
    heights = (above.ys[-1] - above.ys[-2], below.ys[1] - below.ys[0])
    return below.ys[0] - above.ys[-1] <= _ONE_ROW * max(heights)


def _rows(lines: list[ColumnLine], xs: tuple[float, ...]) -> list[list[ColumnLine]]:
    return [[lines[i] for i in group] for group in row_groups([body_line(line, xs) for line in lines], [])]


def _names_columns(grid: Grid) -> bool:
    """True for a grid that begins with a header of its own, perhaps below a line over all columns."""
    return any(
        _is_header([cell for cell in grid.row_cells(row) if cell.text]) for row in range(min(_HEADER_ROWS, grid.n_rows))
    )


def _is_header(cells: list[Cell]) -> bool:
    spoken = [label_of(cell.text).speaks for cell in cells]
    return sum(spoken) * 2 > len(spoken) > 1


def _with_rows(page: PageContent, above: Grid, rows: list[list[ColumnLine]], below: Grid) -> Grid:
    ys = (*above.ys, *row_edges(rows), *below.ys)
    between = row_cells(page, rows, above.xs, ys, above.n_rows)
    moved = [replace(cell, row=cell.row + above.n_rows + len(rows)) for cell in below.cells]
    box = page.on_page(Box(above.xs[0], ys[0], above.xs[-1], ys[-1]))
    return Grid(page.number, box, above.xs, ys, (*above.cells, *between, *moved), "coloured")

"""Rows of a ruled table that hold the rows of several kinds below each other, with no rule between them: 目標, 実績, 達成率 in one cell.

Belongs here: telling such a row, and the grid with a row for each kind. Does not belong here: cells whose lines a legend tells
(``by_legend``), kinds that rows of their own name (``record_row``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.grid import Cell, Grid
from extract.labels import label_of

_KINDS = 2  # kinds among the lines of such a cell
_LEVEL = 0.35  # of the way between two lines: what stands within it is level with a line
_OF_ROWS = ("value", "rate", "rating")


def with_kinds_apart(grid: Grid) -> Grid:
    """The grid with each such row cut into one for each line of the cell that names them; what stands before that cell goes on over all."""
    row = next((row for row in range(grid.n_rows) if _naming(grid, row) is not None), None)
    named = None if row is None else _naming(grid, row)
    return grid if row is None or named is None else with_kinds_apart(_cut(grid, row, named))


def _naming(grid: Grid, row: int) -> Cell | None:
    """The cell of a row whose lines name the kinds of the lines beside it; None where another cell fits none of these lines."""
    cells = grid.row_cells(row)
    named = next((cell for cell in cells if cell.row_span == 1 and _names_rows(cell)), None)
    if named is None or any(cell.row_span > 1 and cell.col > named.col for cell in cells):
        return None
    behind = [cell for cell in cells if cell.col > named.last_col and cell.text.strip()]
    return named if behind and all(_places(cell, named) is not None for cell in behind) else None


def _names_rows(cell: Cell) -> bool:
    """True for kinds on lines of their own with a rate among them: without one the lines of a cell are read as they stand."""
    labels = [label_of(line) for line in cell.text.split("\n")]
    kinds = {label.kind for label in labels if label.kind}
    whole = len(cell.heights) == len(labels) and all(label.role in _OF_ROWS for label in labels)
    return whole and len(kinds) >= _KINDS and len(labels) > len(kinds)


def _places(cell: Cell, named: Cell) -> list[int] | None:
    """The line of the naming cell that each line of a cell is level with; None where one is level with none."""
    reach = _LEVEL * min(b - a for a, b in pairwise(named.heights))
    level = [[i for i, at in enumerate(named.heights) if abs(at - y) <= reach] for y in cell.heights]
    fits = len(cell.heights) == cell.text.count("\n") + 1 and all(level)
    return [found[0] for found in level] if fits else None


def _cut(grid: Grid, row: int, named: Cell) -> Grid:
    count = len(named.heights)
    top, bottom = grid.ys[row], grid.ys[row + 1]
    edges = [top, *((a + b) / 2 for a, b in pairwise(named.heights)), bottom]
    kept = [
        _moved(cell, row, count) for cell in grid.cells if cell.row != row or cell.row_span > 1 or cell.col < named.col
    ]
    new = [part for cell in grid.row_cells(row) if cell.col >= named.col for part in _parts(cell, named, edges)]
    return replace(grid, ys=(*grid.ys[:row], *edges, *grid.ys[row + 2 :]), cells=(*kept, *new))


def _moved(cell: Cell, row: int, count: int) -> Cell:
    """A cell where a row becomes several: those below go down, those in it go on through all."""
    if cell.row > row:
        return replace(cell, row=cell.row + count - 1)
    return replace(cell, row_span=cell.row_span + count - 1) if cell.last_row >= row else cell


def _parts(cell: Cell, named: Cell, edges: Sequence[float]) -> list[Cell]:
    lines = cell.text.split("\n")
    places = range(len(lines)) if cell is named else _places(cell, named) or ()
    texts = dict(zip(places, lines, strict=False)) if cell.text.strip() else {}
    return [replace(cell, row=cell.row + i, text=texts.get(i, ""), heights=()) for i in range(len(edges) - 1)]

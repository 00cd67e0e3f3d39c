"""A column of a grid parted in two, where its cells hold what belongs into two columns.

Belongs here: the grid with one more column. Does not belong here: which columns are such (``names_apart``, ``units_apart``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extract.grid import Cell, Grid

Parts = Callable[[Cell], tuple[str, str]]
"""The texts of the two cells that a cell of the column makes."""


def parted_column(grid: Grid, col: int, parts: Parts) -> Grid:
    """The grid with a column parted in two; cells over it and others go on over both."""
    cells = [part for cell in grid.cells for part in _parted(cell, col, parts)]
    middle = (grid.xs[col] + grid.xs[col + 1]) / 2
    return replace(grid, xs=(*grid.xs[: col + 1], middle, *grid.xs[col + 1 :]), cells=tuple(cells))


def _parted(cell: Cell, col: int, parts: Parts) -> list[Cell]:
    if cell.col > col:
        return [replace(cell, col=cell.col + 1)]
    if cell.last_col < col:
        return [cell]
    if cell.col_span > 1:
        return [replace(cell, col_span=cell.col_span + 1)]
    left, right = parts(cell)
    return [replace(cell, text=left), replace(cell, col=col + 1, text=right)]

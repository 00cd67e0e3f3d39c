"""〃 and 同上 at the top of rows that go on with a table: what they repeat stands at the end of the rows before.

Belongs here: handing the texts of a last row on. Does not belong here: 〃 below a text of its own table (``record_row``).
"""

from __future__ import annotations

from dataclasses import replace

from extract.grid import Cell, Grid
from extract.shapes import is_ditto


def last_texts(grid: Grid) -> tuple[str, ...]:
    """By column, the last text that is not itself a repetition; blank where there is none."""
    return tuple(
        next((cell.text for cell in reversed(grid.column_cells(col)) if not is_ditto(cell.text)), "")
        for col in range(grid.n_cols)
    )


def with_texts_above(grid: Grid, above: tuple[str, ...]) -> Grid:
    """The grid with each repetition in its first row replaced by what it repeats, as far as the columns are the same."""
    if len(above) != grid.n_cols or not any(is_ditto(cell.text) for cell in grid.row_cells(0)):
        return grid
    return replace(grid, cells=tuple(_filled(cell, above) for cell in grid.cells))


def _filled(cell: Cell, above: tuple[str, ...]) -> Cell:
    return replace(cell, text=above[cell.col]) if cell.row == 0 and is_ditto(cell.text) else cell

"""Coloured boxes that cover several columns at once: their edges are not the edges of the columns.

Belongs here: the recognition of such grids. Does not belong here: how their columns are found instead (``gaps``).
"""

from __future__ import annotations

from extract.grid import Grid
from extract.labels import label_of
from extract.shapes import is_figure

_FEWEST_ROWS = 2


def merges_columns(grid: Grid) -> bool:
    """True for a coloured grid in which one cell holds the words of several columns, row after row."""
    if grid.way != "coloured":
        return False
    rows = [row for row in range(grid.n_rows) if any(_holds_several(cell.text) for cell in grid.row_cells(row))]
    return len(rows) >= _FEWEST_ROWS


def _holds_several(text: str) -> bool:
    """Two figures or two labels on one line, parted by a blank."""
    return any(sum(map(_stands_alone, line.split())) > 1 for line in text.split("\n"))


def _stands_alone(word: str) -> bool:
    return label_of(word).kind is not None or (is_figure(word) and any(c.isdigit() for c in word))

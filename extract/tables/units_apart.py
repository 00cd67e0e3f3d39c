"""Cells that hold the name of an indicator and behind a gap its unit (出生数　　人): the unit gets a column of its own.

Belongs here: telling such a column, and the grid with its units apart. Does not belong here: units in brackets behind a name, what a
column is for.
"""

from __future__ import annotations

from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze
from extract.shapes import is_figure, is_unit
from extract.tables.parted_columns import parted_column
from extract.tables.rows import header_extent, row_kind

_FEWEST = 2  # cells of such a column
_MOSTLY = 0.75  # of its cells end with a unit
_SHORTEST_NAME = 2  # letters
_HEAD = "単位"


def with_units_apart(grid: Grid) -> Grid:
    """The grid with the units of its first column of names and units in a column of their own, where no column is headed 単位."""
    start = next((row for row in range(grid.n_rows) if row_kind(grid, row) == "header"), None)
    if start is None:
        return grid
    header = header_extent(grid, start)
    if any(label_of(cell.text).role == "unit" for row in header for cell in grid.row_cells(row)):
        return grid
    col = next((col for col in range(grid.n_cols) if _ends_with_units(grid, header.stop, col)), None)
    return grid if col is None else parted_column(grid, col, lambda cell: _parts(cell, header.stop))


def _ends_with_units(grid: Grid, first: int, col: int) -> bool:
    cells = [c for c in grid.column_cells(col) if c.row >= first and c.text.strip() and c.col_span == 1]
    ending = [cell for cell in cells if _halves(cell.text)[1]]
    return len(ending) >= max(_FEWEST, _MOSTLY * len(cells))


def _parts(cell: Cell, first: int) -> tuple[str, str]:
    return _halves(cell.text) if cell.row >= first else (_without_head(cell.text), _HEAD)


def _without_head(text: str) -> str:
    """The head of the names: a head that names the units too (指標名　単位) without that."""
    plain = squeeze(text)
    return plain.removesuffix(_HEAD) if plain.endswith(_HEAD) and plain != _HEAD else text


def _halves(text: str) -> tuple[str, str]:
    """The name and the unit behind a blank in the only line of a cell; all of it is the name where there is no such unit."""
    name, _, last = text.replace("\u3000", " ").rstrip().rpartition(" ")
    return (name.rstrip(), last) if "\n" not in text and _is_name(name) and is_unit(last) else (text, "")


def _is_name(text: str) -> bool:
    letters = sum(char.isalpha() for char in squeeze(text))
    return letters >= _SHORTEST_NAME and not is_figure(text) and not label_of(text).speaks

"""Tiles: a table without a header, each cell of which is the name of an indicator over its value in large letters.

Belongs here: such a table under a title that names the kind of all its values (令和５年度の実績). Does not belong here: cards that label
their values (``cards``), columns of names and values (``names_apart``).
"""

from __future__ import annotations

from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze
from extract.model import PrintedFigure
from extract.shapes import is_figure, is_prose
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure

_FEWEST = 3
_LEAST_NAME = 3  # characters
_MOST_LINES = 3  # of name and value
_RULES = ("kind-from-title",)


def read_tiles(grid: Grid, context: Context) -> tuple[PrintedFigure, ...]:
    """The figures of such a table, one for each cell; none where it is something else, or nothing names the kind of its values."""
    cells = [cell for cell in grid.cells if cell.text.strip()]
    if context.title_kind is None or len(cells) < _FEWEST or not all(map(_is_tile, cells)):
        return ()
    stated = Stated(context.title_kind, context.title, None, None, _RULES)
    parts = ((cell, *cell.text.rstrip().rpartition("\n")) for cell in cells)
    return tuple(figure(grid.page, c.box, value, Names(indicator=name), stated, context) for c, name, _, value in parts)


def _is_tile(cell: Cell) -> bool:
    """True for one or two lines of a name above the line of a figure."""
    *lines, value = cell.text.rstrip().split("\n")
    name = "".join(lines)
    named = (
        len(squeeze(name)) >= _LEAST_NAME and not label_of(name).speaks and not is_figure(name) and not is_prose(name)
    )
    return 0 < len(lines) < _MOST_LINES and named and is_figure(value) and any(char.isdigit() for char in value)

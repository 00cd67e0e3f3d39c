"""Cells that hold the name of an indicator and below or behind it its value: the name gets a column of its own.

Belongs here: telling such a column, and the grid with its names apart. Does not belong here: cells that label their values by kinds
(``labelled_cells``), what a column is for.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze
from extract.shapes import in_brackets, is_figure
from extract.tables.listed_cells import listed_items
from extract.tables.rows import header_extent, row_kind

_FEWEST = 2  # cells of such a column
_MOSTLY = 0.75  # of its cells hold a name and a figure; the last line of the others is their value all the same
_BOTH = 2  # columns under one head: names and values
_SHORTEST_NAME = 3  # letters


def with_names_apart(grid: Grid) -> Grid:
    """The grid with the names of a column of names and values in a column of their own before it; further such columns
    repeat these names.
    """
    start = next((row for row in range(grid.n_rows) if row_kind(grid, row) == "header"), None)
    if start is None:
        return grid
    header = header_extent(grid, start)
    grid = _under_one_head(grid, header)
    named = any(label_of(cell.text).role == "indicator" for row in header for cell in grid.row_cells(row))
    mixed = [col for col in range(grid.n_cols) if not named and _mixes(grid, header, col)]
    if not mixed or not _name_alike(grid, header.stop, mixed):
        return grid
    return _apart(_without_names(grid, header.stop, mixed[1:]), header.stop, mixed[0])


def _under_one_head(grid: Grid, header: range) -> Grid:
    """The grid with names and values in columns of their own, where a head of one kind spans both and some cells hold both."""
    heads = [cell for cell in grid.row_cells(header.stop - 1) if cell.col_span == _BOTH and label_of(cell.text).kind]
    return next((parted for head in heads if (parted := _parted_below(grid, header, head)) is not None), grid)


def _parted_below(grid: Grid, header: range, head: Cell) -> Grid | None:
    """The grid with names and values apart in the rows below one such head; None where they are no such rows."""
    pairs = takewhile(bool, (_pair_of(grid, row, head) for row in range(header.stop, grid.n_rows)))
    new = [cell for pair in pairs for cell in pair or ()]
    rows = range(header.stop, header.stop + len(new) // _BOTH)
    held = [grid.at(row, col) for row in rows for col in (head.col, head.last_col)]
    if len(rows) < _FEWEST or not any(cell.col_span == _BOTH for cell in held):
        return None
    heads = [replace(head, col_span=1, text=""), replace(head, col=head.last_col, col_span=1)]
    old = {id(head), *map(id, held)}
    return replace(grid, cells=(*(c for c in grid.cells if id(c) not in old), *heads, *new))


def _pair_of(grid: Grid, row: int, head: Cell) -> tuple[Cell, Cell] | None:
    """Name and value of a row under a head over two columns, each as a cell of its own; None where the row holds no such two."""
    left, right = grid.at(row, head.col), grid.at(row, head.last_col)
    if left is right:
        name, value = ["", "", *left.text.rsplit(None, 1)][-2:]
        left, right = (
            replace(left, col_span=1, text=name),
            replace(left, col=head.last_col, col_span=1, text=value),
        )
    inside = left.col == head.col and right.last_col == head.last_col and left.row_span == right.row_span == 1
    return (left, right) if inside and _is_name(left.text) and is_figure(right.text) else None


def _name_alike(grid: Grid, first: int, columns: list[int]) -> bool:
    """True where the cells of each row print one name before their values (…の配置数　31人 | …の配置数　40人)."""
    names = [[squeeze("".join(_halves(cell.text)[:-1])) for cell in _cells(grid, first, col)] for col in columns]
    return all(other == names[0] for other in names[1:])


def _without_names(grid: Grid, first: int, columns: list[int]) -> Grid:
    """The grid with the values alone in columns that repeat the names of another one."""
    repeated = {id(cell) for col in columns for cell in _cells(grid, first, col)}
    cells = (replace(c, text=_halves(c.text)[-1]) if id(c) in repeated else c for c in grid.cells)
    return replace(grid, cells=tuple(cells))


def _mixes(grid: Grid, header: range, col: int) -> bool:
    """True for a column of one kind whose cells hold a name and a value each."""
    head = grid.at(header.stop - 1, col)
    cells = _cells(grid, header.stop, col)
    several = [cell for cell in cells if len(_halves(cell.text)) > 1]
    pairs = [cell for cell in several if _is_name_and_figure(cell.text)]
    told = label_of(head.text).kind is not None and head.col_span == 1
    if any(len(listed_items(cell.text)) > 1 for cell in cells):
        return False
    return told and len(several) == len(cells) and len(pairs) >= max(_FEWEST, _MOSTLY * len(cells))


def _cells(grid: Grid, first: int, col: int) -> list[Cell]:
    """The cells below a header in one column, those over the whole table left out."""
    return [c for c in grid.column_cells(col) if c.row >= first and c.text.strip() and c.col_span == 1]


def _halves(text: str) -> list[str]:
    """The lines of a cell, or the words of its only line: the last of them may be a value."""
    return text.split("\n") if "\n" in text else text.split()


def _is_name_and_figure(text: str) -> bool:
    *name, last = _halves(text)
    return (
        _is_name("".join(name))
        and is_figure(last)
        and not in_brackets(last)
        and any(char.isdigit() for char in squeeze(last))
    )


def _is_name(text: str) -> bool:
    letters = sum(char.isalpha() for char in squeeze(text))
    return letters >= _SHORTEST_NAME and not (
        is_figure(text) or in_brackets(text) or label_of(text).speaks or label_of(text).period
    )


def _apart(grid: Grid, first: int, col: int) -> Grid:
    """The grid with one more column before a mixed one; words over it from the header on go on over both."""
    cells = [part for cell in grid.cells for part in _parted(cell, first, col)]
    middle = (grid.xs[col] + grid.xs[col + 1]) / 2
    return replace(grid, xs=(*grid.xs[: col + 1], middle, *grid.xs[col + 1 :]), cells=tuple(cells))


def _parted(cell: Cell, first: int, col: int) -> list[Cell]:
    if cell.col > col:
        return [replace(cell, col=cell.col + 1)]
    if cell.last_col < col:
        return [cell]
    if cell.col_span > 1:
        return [replace(cell, col_span=cell.col_span + 1)]
    if cell.row < first:
        return [replace(cell, text=""), replace(cell, col=col + 1)]
    halves = _halves(cell.text)
    return [
        replace(cell, text="\n".join(halves[:-1])),
        replace(cell, col=col + 1, text="".join(halves[-1:])),
    ]

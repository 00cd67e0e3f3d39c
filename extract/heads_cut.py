"""Heads over several columns that print a head for each column below their own words, with no rule between (目標値 over 令和５年度 令和７年度).

Belongs here: cutting such a cell, and its row, in two. Does not belong here: words side by side in every line (``lattice``), inner boxes
that close cells of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.covering import covered
from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.lines import block_text, glyph_lines, words_of
from extract.model import Box
from extract.page import Glyph, PageContent

_FEWEST_LINES = 2

Line = list[Glyph]


def with_heads_cut(page: PageContent, grid: Grid, glyphs: Sequence[Glyph]) -> Grid:
    """The grid with each row cut in two that holds such a head."""
    for cell in sorted(grid.cells, key=lambda cell: cell.row):
        if cell.col_span > 1 and cell.row_span == 1 and "\n" in cell.text:
            place = Box(grid.xs[cell.col], grid.ys[cell.row], grid.xs[cell.last_col + 1], grid.ys[cell.row + 1])
            lines = glyph_lines(covered(glyphs, place))
            own = _own_lines(lines, cell, grid.xs)
            if own:
                return with_heads_cut(page, _cut(page, grid, cell, lines, own), glyphs)
    return grid


def _own_lines(lines: Sequence[Line], cell: Cell, xs: Sequence[float]) -> int:
    """How many lines from the top are the head's own; 0 where it is no such head."""
    if len(lines) < _FEWEST_LINES:
        return 0
    parted = [_columns_of(line, cell, xs) for line in lines]
    own = next((i for i in range(1, len(lines)) if all(parted[i:])), 0)
    heads = [_text(lines[own:], col, xs) for col in range(cell.col, cell.last_col + 1)] if own else []
    above = label_of(block_text([glyph for line in lines[:own] for glyph in line])) if own else None
    speaks = bool(heads) and all(label_of(head).speaks for head in heads)
    return own if speaks and above is not None and above.speaks and not parted[own - 1] else 0


def _columns_of(line: Line, cell: Cell, xs: Sequence[float]) -> bool:
    """True for a line with words in every column of a cell and none across their edges."""
    places = [(bisect_right(xs, word[0].x0 + 1) - 1, bisect_right(xs, word[-1].x1 - 1) - 1) for word in words_of(line)]
    within = all(first == last for first, last in places)
    return within and {first for first, _ in places} == set(range(cell.col, cell.last_col + 1))


def _text(lines: Sequence[Line], col: int, xs: Sequence[float]) -> str:
    return block_text([glyph for line in lines for glyph in line if xs[col] <= glyph.x_mid < xs[col + 1]])


def _cut(page: PageContent, grid: Grid, head: Cell, lines: Sequence[Line], own: int) -> Grid:
    """The grid with the row of a head cut below its own lines."""
    row = head.row
    at = (max(glyph.bottom for glyph in lines[own - 1]) + min(glyph.top for glyph in lines[own])) / 2
    ys = (*grid.ys[: row + 1], at, *grid.ys[row + 1 :])
    kept = [_moved(cell, row) for cell in grid.cells if cell is not head]
    upper = replace(
        head,
        text=block_text([glyph for line in lines[:own] for glyph in line]),
        box=page.on_page(Box(grid.xs[head.col], ys[row], grid.xs[head.last_col + 1], at)),
    )
    lower = [
        Cell(
            row + 1,
            col,
            1,
            1,
            _text(lines[own:], col, grid.xs),
            page.on_page(Box(grid.xs[col], at, grid.xs[col + 1], ys[row + 2])),
        )
        for col in range(head.col, head.last_col + 1)
    ]
    return Grid(grid.page, grid.box, grid.xs, ys, (*kept, upper, *lower), grid.way)


def _moved(cell: Cell, row: int) -> Cell:
    """A cell where ``row`` is cut in two: those below go down, those beside the head go on through both."""
    if cell.row > row:
        return replace(cell, row=cell.row + 1)
    return replace(cell, row_span=cell.row_span + 1) if cell.last_row >= row else cell

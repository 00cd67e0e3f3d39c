"""Columns of a ruled table that no rule parts: several heads side by side in one cell, the parts of a name or its unit beside it.

Belongs here: the rules that such a table leaves out. Does not belong here: tables without any column rules (``gaps``), cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.column_heads import Span, united
from extract.covering import covered
from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.lines import Run, runs
from extract.model import Box
from extract.page import Glyph
from extract.ruling import Segment
from extract.shapes import is_dash, is_unit, looks_like_value

_APART = 1.8  # gap, in glyph sizes, from which words on one line stand in two columns
_NEAR = (
    0.9  # the same for figures set to the right beside words set to the left, where every cell of the column leaves it
)
_SEVERAL = 2


def missing_rules(grid: Grid, drawn: Sequence[Segment], glyphs: Sequence[Glyph]) -> list[Segment]:
    """Upright rules for the columns of a grid that hold several, cell by cell; none where each column is one."""
    return [rule for col in range(grid.n_cols) for rule in _of_column(grid, col, drawn, glyphs)]


def _of_column(grid: Grid, col: int, drawn: Sequence[Segment], glyphs: Sequence[Glyph]) -> Iterator[Segment]:
    cells = [cell for cell in grid.column_cells(col) if cell.col_span == 1 and cell.text.strip()]
    if not any(" " in cell.text or (cell.row_span > 1 and "\n" in cell.text) for cell in cells):
        return
    inside = [covered(glyphs, _place(grid, cell)) for cell in cells]
    for apart in (_APART, _NEAR):
        held = [runs(words, apart) for words in inside]
        spans = united([(run.box.x0, run.box.x1) for words in held for run in words])
        if len(cells) >= _SEVERAL <= len(spans) and _are_headed(spans, held):
            for left, right in pairwise(spans):
                yield from (_rule(grid, cell, (left[1] + right[0]) / 2) for cell in cells)
            return
    yield from _beside_names(grid, cells, inside, drawn)


def _beside_names(
    grid: Grid, cells: Sequence[Cell], inside: Sequence[Sequence[Glyph]], drawn: Sequence[Segment]
) -> Iterator[Segment]:
    """The rules before the parts or the unit of some names in the cells of one column."""
    held = [runs(words, _APART) for words in inside]
    spans = united([(run.box.x0, run.box.x1) for words in held for run in words])
    if len(cells) < _SEVERAL:
        return
    for left, right in pairwise(spans):
        parted = [cell for cell, words in zip(cells, held, strict=True) if _on_both_sides(words, left, right)]
        beside = [run for words in held for run in words if _in(run, right)]
        start = next((rule.start for rule in drawn if rule.axis == "h" and left[1] <= rule.start <= right[0]), None)
        if start is not None:
            yield from (_rule(grid, cell, start) for cell in parted if cell.row_span > 1)
        elif _are_units(beside):
            yield from (_rule(grid, cell, (left[1] + right[0]) / 2) for cell in parted)


def _are_units(words: Sequence[Run]) -> bool:
    """True for units below each other, with a dash where there is none: they stand behind the names."""
    units = [is_unit(run.text) for run in words]
    return sum(units) >= _SEVERAL and all(unit or is_dash(run.text) for unit, run in zip(units, words, strict=True))


def _place(grid: Grid, cell: Cell) -> Box:
    return Box(grid.xs[cell.col], grid.ys[cell.row], grid.xs[cell.last_col + 1], grid.ys[cell.last_row + 1])


def _rule(grid: Grid, cell: Cell, x: float) -> Segment:
    return Segment("v", x, grid.ys[cell.row], grid.ys[cell.last_row + 1])


def _are_headed(spans: Sequence[Span], held: Sequence[Sequence[Run]]) -> bool:
    """True where the first cell has a label over each stretch of words, and most of the others hold values in several of them."""
    head, *body = held
    labels = ["".join(run.text for run in head if _in(run, span)) for span in spans]
    valued = [
        sum(any(looks_like_value(run.text) for run in words if _in(run, span)) for span in spans) for words in body
    ]
    return all(label_of(text).speaks for text in labels) and 2 * sum(n >= _SEVERAL for n in valued) >= len(body)


def _on_both_sides(words: Sequence[Run], left: Span, right: Span) -> bool:
    return any(_in(run, left) for run in words) and any(_in(run, right) for run in words)


def _in(run: Run, span: Span) -> bool:
    return span[0] <= (run.box.x0 + run.box.x1) / 2 <= span[1]

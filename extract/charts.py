"""Charts that look like tables: their lines run through numbers, as no rule of a table does, and an axis stands at their left.

Belongs here: telling a chart. Does not belong here: what it shows; its figures are those of a table beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extract.grid import Grid
from extract.lines import Run, glyph_lines
from extract.page import Glyph

_ONE_NUMBER = 0.05  # gap, in sizes, between digits of one number at most; they are of one size
_FEWEST = 2  # numbers that are cut
_BLANK = 0.25  # share of the cells of a chart at least
_ALIGNED = 1.5  # points by which the right edges of a scale differ at most
_FEWEST_MARKS = 4  # numbers of a scale
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def is_chart(grid: Grid, glyphs: Sequence[Glyph]) -> bool:
    """True for a grid, blank in many places, whose upright lines cut several of its numbers."""
    if sum(not cell.text for cell in grid.cells) < _BLANK * len(grid.cells):
        return False
    cut = 0
    for line in glyph_lines(glyphs):
        cut += sum(_is_cut(grid, a, b) for a, b in pairwise(line))
    return cut >= _FEWEST


def is_axis(column: Sequence[Run]) -> bool:
    """True for the scale of a chart: numbers under each other that fall by the same step; bare years fall by one. What else stands in the
    column are points of the chart.
    """
    ends = [run.box.x1 for run in column[:1]]
    texts = [run.text.replace(",", "") for run in column if abs(run.box.x1 - ends[0]) <= _ALIGNED]
    if len(texts) < _FEWEST_MARKS or not all(map(_NUMBER.fullmatch, texts)):
        return False
    steps = {round(float(a) - float(b), 3) for a, b in pairwise(texts)}
    return len(steps) == 1 and steps.isdisjoint({0, 1}) and min(steps) > 0


def _is_cut(grid: Grid, left: Glyph, right: Glyph) -> bool:
    """True for two digits of one number in two cells; figures of two cells stand a little apart, or are of two sizes."""
    near = abs(right.x0 - left.x1) <= _ONE_NUMBER * left.size and abs(right.size - left.size) <= _ONE_NUMBER
    if not (near and left.text.isdigit() and right.text.isdigit()):
        return False
    row = bisect_right(grid.ys, left.y_mid) - 1
    columns = [bisect_right(grid.xs, glyph.x_mid) - 1 for glyph in (left, right)]
    inside = 0 <= row < grid.n_rows and all(0 <= column < grid.n_cols for column in columns)
    return inside and grid.at(row, columns[0]) is not grid.at(row, columns[1])

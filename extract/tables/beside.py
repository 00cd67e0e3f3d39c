"""Lines above tables that stand side by side: which of them hold for all, and which are captions of one.

Belongs here: sharing out lines by position. Does not belong here: what a line says.
"""

from __future__ import annotations

from itertools import pairwise

from extract.grid import Grid
from extract.lines import Run, run_of
from extract.unit_lines import unit_line

_MARGIN = 3.0
_GAP = 0.6  # glyph sizes between captions of two tables at least


def shared_out(lines: list[Run], grids: list[Grid]) -> tuple[list[Run], list[list[Run]]]:
    """The lines that hold for all of some tables, and for each of several side by side the captions over it alone.

    Captions are the last lines, from the first on that breaks off between the tables.
    """
    order = sorted(grids, key=lambda grid: grid.xs[0])
    middles = [(left.xs[-1] + right.xs[0]) / 2 for left, right in pairwise(order)]
    first = next((i for i, line in enumerate(lines) if _parts_at(line, middles)), len(lines))
    places = [order.index(grid) for grid in grids]
    edges = [0.0, *middles, float("inf")]
    return lines[:first], [_within(lines[first:], edges[place], edges[place + 1]) for place in places]


def above_one(lines: list[Run], grid: Grid) -> list[Run]:
    """The parts of lines that stand over one of several tables side by side."""
    return _within(lines, grid.xs[0] - _MARGIN, grid.xs[-1] + _MARGIN)


def not_beside(lines: list[Run], grid: Grid) -> list[Run]:
    """The lines above a table without those that stand at its right altogether, over a chart or a picture; a unit line holds for it all
    the same.
    """
    return [line for line in lines if line.box.x0 <= grid.xs[-1] + _MARGIN or unit_line(line.text)]


def _parts_at(line: Run, middles: list[float]) -> bool:
    """True for a line with words on both sides of the middle between two tables, and none across it."""
    gaps = [_gap_at(line, x) for x in middles]
    return any(gap is not None for gap in gaps) and all(gap is None or gap > _GAP * line.size for gap in gaps)


def _gap_at(line: Run, x: float) -> float | None:
    """How far the words of a line on both sides of a place stand apart; None where there are none on one side."""
    left = [glyph.x1 for glyph in line.glyphs if glyph.x_mid < x]
    right = [glyph.x0 for glyph in line.glyphs if glyph.x_mid >= x]
    return min(right) - max(left) if left and right else None


def _within(lines: list[Run], left: float, right: float) -> list[Run]:
    inside = [[glyph for glyph in line.glyphs if left <= glyph.x_mid <= right] for line in lines]
    return [run_of(glyphs) for glyphs in inside if glyphs]

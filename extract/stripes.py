"""Coloured boxes within the body of a table of rules: stripes, though their edges look like a table of their own.

Belongs here: telling such grids. Does not belong here: striped tables without rules (``coloured``), how the table is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.body_extent import body_end
from extract.covering import uncovered
from extract.gap_columns import column_edges
from extract.grid import Grid
from extract.model import Box
from extract.page import PageContent
from extract.ruled_headers import ruled_headers, side_by_side
from extract.ruling import stroke_segments
from extract.text_lines import text_lines
from extract.vertical_text import without_vertical

_MARGIN = 3.0


def stripes_of_tables(page: PageContent, grids: Sequence[Grid]) -> list[Grid]:
    """The coloured grids that lie between the rules below a header, where the words of that table stand in more columns."""
    coloured = [grid for grid in grids if grid.way == "coloured"]
    bodies = list(_bodies(page, [grid for grid in grids if grid not in coloured])) if coloured else []
    return [
        grid for grid in coloured if any(grid.n_cols < columns and _lies_in(grid, body) for body, columns in bodies)
    ]


def _bodies(page: PageContent, grids: Sequence[Grid]) -> Iterator[tuple[Box, int]]:
    """What the rules of each table enclose below its header, and how many columns its words stand in."""
    rules = [segment for segment in stroke_segments(page.marks) if segment.axis == "h"]
    glyphs = uncovered(page.glyphs, [grid.place for grid in grids])
    for part in side_by_side(glyphs, rules):
        lines = text_lines(without_vertical(part, rules)[0])
        for head in ruled_headers(lines, rules):
            body = lines[head.below : body_end(lines, head.below, head.limit, rules)]
            edges, _ = column_edges(lines[head.start : head.below], body)
            yield head.body, len(edges) - 1


def _lies_in(grid: Grid, body: Box) -> bool:
    across = body.x0 - _MARGIN <= grid.xs[0] and grid.xs[-1] <= body.x1 + _MARGIN
    return across and body.top - _MARGIN <= grid.ys[0] and grid.ys[-1] <= body.bottom + _MARGIN

"""Tables of which only the header is framed: the columns of the header go on below it without rules.

Belongs here: the body below a framed header. Does not belong here: tables without any frame (``gaps``).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from extract.column_lines import ColumnLine, body_line, column_line, column_text
from extract.gap_extent import body_extent, separators
from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.lines import glyph_lines
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import row_groups
from extract.ruling import Segment
from extract.shapes import looks_like_value

_MOST_HEADER_ROWS = 4
_NEAR = 3.0  # glyph sizes between a frame and the first row below it, at most
_SAME_EDGE = 4.0
_NEXT_FRAME = 30.0  # points between a header frame and the frame of its body


def is_framed_header(grid: Grid, grids: Iterable[Grid]) -> bool:
    """A frame around labels (and perhaps group rows) with no other frame close below it."""
    texts = [cell.text for cell in grid.cells if cell.text and cell.col_span < grid.n_cols]
    spoken = sum(label_of(text).speaks for text in texts)
    if grid.n_rows > _MOST_HEADER_ROWS or not texts or spoken * 5 < len(texts) * 3 or any(map(looks_like_value, texts)):
        return False
    return not any(0 <= other.ys[0] - grid.ys[-1] < _NEXT_FRAME and beside(other, grid) and not is_stripe(other, grid) for other in grids)


def is_stripe(part: Grid, head: Grid) -> bool:
    """True for a frame around some cells of the body below a header: its edges are some of the header's."""
    below = part.ys[0] >= head.ys[-1] - 3
    return below and len(part.xs) < len(head.xs) and all(min(abs(x - h) for h in head.xs) <= _SAME_EDGE for x in part.xs)


def beside(one: Grid, other: Grid) -> bool:
    """True where two grids share some width."""
    return one.xs[0] < other.xs[-1] and other.xs[0] < one.xs[-1]


def with_body(page: PageContent, head: Grid, glyphs: Iterable[Glyph], rules: list[Segment], limit: float) -> Grid | None:
    """The framed header with the rows below it, down to ``limit``; None where no row with a value follows."""
    inside = [g for g in glyphs if head.xs[0] - 2 <= g.x_mid <= head.xs[-1] + 2 and head.ys[-1] < g.y_mid < limit]
    glyph_rows = glyph_lines(inside)
    if not glyph_rows or min(g.top for g in glyph_rows[0]) - head.ys[-1] > _NEAR * max(g.size for g in glyph_rows[0]):
        return None
    body = [column_line(line, head.xs) for line in glyph_rows[: body_extent(glyph_rows, rules)]]
    if not any(body_line(line, head.xs).anchor for line in body):
        return None
    heights = [body_line(line, head.xs) for line in body]
    groups = row_groups(heights, separators(rules, head.xs[-1] - head.xs[0], heights[0].top, heights[-1].bottom))
    return _joined(page, head, [[body[i] for i in group] for group in groups])


def _joined(page: PageContent, head: Grid, rows: list[list[ColumnLine]]) -> Grid:
    tops = [min(g.top for line in row for part in line.values() for g in part) for row in rows]
    bottoms = [max(g.bottom for line in row for part in line.values() for g in part) for row in rows]
    inner = [(bottom + top) / 2 for bottom, top in zip(bottoms[:-1], tops[1:], strict=True)]
    ys = (*head.ys, *inner, bottoms[-1] + 1.0)
    edges = list(pairwise(head.xs))
    new = [
        Cell(row, col, 1, 1, column_text(lines, col), page.on_page(Box(left, ys[row], right, ys[row + 1])))
        for row, lines in enumerate(rows, head.n_rows)
        for col, (left, right) in enumerate(edges)
    ]
    box = page.on_page(Box(head.xs[0], ys[0], head.xs[-1], ys[-1]))
    return Grid(page.number, box, head.xs, ys, (*head.cells, *new), "gaps")

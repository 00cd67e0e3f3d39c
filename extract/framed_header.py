"""Tables of which only the header is framed: the columns of the header go on below it without rules.

Belongs here: the body below a framed header. Does not belong here: tables without any frame (``gaps``).
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.body_extent import body_extent, separators
from extract.column_lines import ColumnLine, body_line, column_line, column_runs, row_cells, row_edges
from extract.grid import Cell, Grid
from extract.kind_rows import KindRows, kind_rows
from extract.labels import label_of
from extract.lines import block_text, glyph_lines, run_of
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import row_groups
from extract.ruling import Segment
from extract.shapes import is_figure, looks_like_value
from extract.text_lines import cut_line

_MOST_HEADER_ROWS = 4
_FEWEST_NAMES = 2
_NEAR = 3.0  # glyph sizes between a frame and the first row below it, at most
_SAME_EDGE = 4.0
_NEXT_FRAME = 30.0  # points between a header frame and the frame of its body


def is_framed_header(grid: Grid, grids: Iterable[Grid]) -> bool:
    """A frame around labels (and perhaps group rows) with no other frame close below it."""
    texts = [cell.text for cell in grid.cells if cell.text and cell.col_span < grid.n_cols]
    spoken = sum(label_of(text).speaks for text in texts)
    labelled = spoken * 5 >= len(texts) * 3 and not any(map(looks_like_value, texts))
    named = _heads_names(grid) and not any(map(is_figure, texts))
    if grid.n_rows > _MOST_HEADER_ROWS or not texts or not (labelled or named):
        return False
    return not any(
        0 <= other.ys[0] - grid.ys[-1] < _NEXT_FRAME and beside(other, grid) and not is_stripe(other, grid)
        for other in grids
    )


def _heads_names(grid: Grid) -> bool:
    """True for 区分 (and 単位 below it) beside names: indicators stand as columns."""
    first, *below = [label_of(cell.text).role for cell in grid.column_cells(0)]
    return (
        grid.n_cols > _FEWEST_NAMES
        and first in ("kind", "period", "indicator")
        and all(role == "unit" for role in below)
    )


def is_stripe(part: Grid, head: Grid) -> bool:
    """True for a frame around some cells of the body below a header, or coloured rows of it: its edges are those of the header."""
    below = part.ys[0] >= head.ys[-1] - 3
    coloured = part.way == "coloured" and not any(label_of(cell.text).speaks for cell in part.row_cells(0))
    partial = len(part.xs) < len(head.xs) or (coloured and len(part.xs) == len(head.xs))
    return below and partial and all(min(abs(x - h) for h in head.xs) <= _SAME_EDGE for x in part.xs)


def beside(one: Grid, other: Grid) -> bool:
    """True where two grids share some width."""
    return one.xs[0] < other.xs[-1] and other.xs[0] < one.xs[-1]


def with_body(
    page: PageContent, head: Grid, glyphs: Iterable[Glyph], rules: list[Segment], limit: float
) -> Grid | None:
    """The framed header with the rows below it, down to ``limit``; None where no row with a value follows."""
    inside = [g for g in glyphs if head.xs[0] - 2 <= g.x_mid <= head.xs[-1] + 2 and head.ys[-1] < g.y_mid < limit]
    glyph_rows = glyph_lines(inside)
    if not glyph_rows or min(g.top for g in glyph_rows[0]) - head.ys[-1] > _NEAR * max(g.size for g in glyph_rows[0]):
        return None
    if head.way == "coloured" and _crosses(glyph_rows[0], head.xs):
        return None
    body = [column_line(line, head.xs) for line in glyph_rows[: body_extent(glyph_rows, rules)]]
    if not any(body_line(line, head.xs).anchor for line in body):
        return None
    kinds = kind_rows(column_runs(body, head.n_cols))
    if kinds is not None:
        return _by_kinds(page, head, body, kinds)
    heights = [body_line(line, head.xs) for line in body]
    groups = row_groups(heights, separators(rules, head.xs[-1] - head.xs[0], heights[0].top, heights[-1].bottom))
    rows = [[body[i] for i in group] for group in groups]
    ys = (*head.ys, *row_edges(rows), _bottom(body))
    return _whole(page, head, ys, row_cells(page, rows, head.xs, ys, head.n_rows))


def _crosses(line: list[Glyph], xs: tuple[float, ...]) -> bool:
    """True for words alone on a line that run across the edge of a column: a heading, no row of coloured boxes."""
    words = cut_line(line)
    box, size = words[0].box, words[0].size
    return len(words) == 1 and any(box.x0 + size < x < box.x1 - size for x in xs[1:-1])


def _bottom(body: list[ColumnLine]) -> float:
    return max(g.bottom for line in body for part in line.values() for g in part) + 1.0


def _by_kinds(page: PageContent, head: Grid, body: list[ColumnLine], kinds: KindRows) -> Grid:
    """The header with a row for each line of kind below it."""
    ys = (*head.ys, *kinds.edges(), _bottom(body))
    content: dict[tuple[int, int, int], list[Glyph]] = {}
    for line in body:
        for col, glyphs in line.items():
            row, rows = kinds.place(col, run_of(glyphs).y_mid)
            content.setdefault((head.n_rows + row, rows, col), []).extend(glyphs)
    taken = {(row + i, col) for row, rows, col in content for i in range(rows)}
    blank = (
        (row, 1, col)
        for row in range(head.n_rows, len(ys) - 1)
        for col in range(head.n_cols)
        if (row, col) not in taken
    )
    places = [*content, *blank]
    boxes = [Box(head.xs[col], ys[row], head.xs[col + 1], ys[row + rows]) for row, rows, col in places]
    cells = [
        Cell(row, col, rows, 1, block_text(content.get((row, rows, col), [])), page.on_page(box))
        for (row, rows, col), box in zip(places, boxes, strict=True)
    ]
    return _whole(page, head, ys, cells)


def _whole(page: PageContent, head: Grid, ys: tuple[float, ...], cells: list[Cell]) -> Grid:
    box = page.on_page(Box(head.xs[0], ys[0], head.xs[-1], ys[-1]))
    every = sorted((*head.cells, *cells), key=lambda cell: (cell.row, cell.col))
    return Grid(page.number, box, head.xs, ys, tuple(every), "gaps")

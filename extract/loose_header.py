"""Tables whose header stands above their frame: words over columns that only the body rules or colours.

Belongs here: putting such a header on its grid. Does not belong here: headers inside a frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract.column_lines import body_line, column_line, row_cells, row_edges
from extract.gap_header import placed_header
from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.lines import block_text
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import row_groups
from extract.shapes import looks_like_value, year_run
from extract.text_lines import TextLine, is_fragment, is_prose_line, names_columns, stacked, text_lines

_MOST_LINES = 4
_NEAR = 2.6  # glyph sizes between header and frame, and between the lines of a header, at most


def with_loose_header(page: PageContent, grid: Grid, glyphs: Iterable[Glyph]) -> Grid:
    """The grid with the header line or lines found directly above it; the grid itself where it needs or has none."""
    if _has_header(grid):
        return grid
    over = [g for g in glyphs if grid.xs[0] - 3 <= g.x_mid <= grid.xs[-1] + 3 and g.y_mid < grid.ys[0]]
    lines = text_lines(over)
    plain = _plain_lines(lines, grid.ys[0]) if grid.way == "coloured" else 0
    rows = lines[len(lines) - plain :]
    header = _header_lines(lines[: len(lines) - plain], rows[0].top if rows else grid.ys[0])
    return _stacked(page, _with_rows(page, grid, rows), header) if header else grid


def _plain_lines(lines: list[TextLine], below: float) -> int:
    """How many lines of uncoloured rows, or of a heading of rows, stand between a header and the first coloured row."""
    plain: list[TextLine] = []
    for line in reversed(lines[-_MOST_LINES:]):
        heads = names_columns(line) or (len(line.runs) > 1 and is_fragment(line))
        if below - line.bottom > _NEAR * line.size or heads or is_prose_line(line):
            break
        plain, below = [line, *plain], line.top
    while plain and _only_labels(plain[0]):
        plain.pop(0)
    return len(plain) if len(plain) == 1 or any(map(_holds_values, plain)) else 0


def _holds_values(line: TextLine) -> bool:
    return sum(looks_like_value(run.text) for run in line.runs) >= 2


def _with_rows(page: PageContent, grid: Grid, rows: list[TextLine]) -> Grid:
    """The grid with the rows that lines above it make."""
    if not rows:
        return grid
    lines = [column_line([g for run in row.runs for g in run.glyphs], grid.xs) for row in rows]
    records = [[lines[i] for i in group] for group in row_groups([body_line(line, grid.xs) for line in lines], [])]
    ys = (rows[0].top - 1.0, *row_edges(records), *grid.ys)
    body = [replace(cell, row=cell.row + len(records)) for cell in grid.cells]
    return Grid(grid.page, grid.box, grid.xs, ys, (*row_cells(page, records, grid.xs, ys, 0), *body), grid.way)


def _has_header(grid: Grid) -> bool:
    """True where one of the first two rows holds two labels or more and no figure; years that follow each other are none."""
    return any(_names_columns([cell.text for cell in grid.row_cells(row)]) for row in range(min(2, grid.n_rows)))


def _names_columns(texts: list[str]) -> bool:
    figures = [text for text in texts if looks_like_value(text) and not label_of(text).speaks]
    return sum(label_of(text).speaks for text in texts) >= 2 and (not figures or year_run(figures))


def _header_lines(lines: list[TextLine], below: float) -> list[TextLine]:
    header: list[TextLine] = []
    for line in reversed(lines[-_MOST_LINES:]):
        near = (header[0].top if header else below) - line.bottom <= _NEAR * line.size
        if not near or not (names_columns(line) or is_fragment(line)):
            break
        header.insert(0, line)
    if any(map(names_columns, header)):
        while not (_only_labels(header[0]) or names_columns(header[0])):
            header.pop(0)
        return header
    return header if header and names_columns(stacked(header)) else []


def _only_labels(line: TextLine) -> bool:
    return all(label_of(run.text).speaks for run in line.runs)


def _stacked(page: PageContent, grid: Grid, header: list[TextLine]) -> Grid:
    xs = list(grid.xs)
    placed = placed_header([list(line.runs) for line in header], xs)
    rows = max(part.row + part.rows for part in placed)
    top = header[0].top - 1.0
    ys = (*(top + (grid.ys[0] - top) * i / rows for i in range(rows)), *grid.ys)
    content: dict[tuple[int, int, int, int], list[Glyph]] = {}
    for part in placed:
        content.setdefault((part.row, part.rows, part.col, part.span), []).extend(part.glyphs)
    taken = {(r, c) for row, n, col, span in content for r in range(row, row + n) for c in range(col, col + span)}
    for place in ((r, c) for r in range(rows) for c in range(grid.n_cols)):
        if place not in taken:
            content[(place[0], 1, place[1], 1)] = []
    cells = [
        Cell(row, col, n, span, block_text(inside), page.on_page(Box(xs[col], ys[row], xs[col + span], ys[row + n])))
        for (row, n, col, span), inside in content.items()
    ]
    body = [replace(cell, row=cell.row + rows) for cell in grid.cells]
    box = page.on_page(Box(xs[0], ys[0], xs[-1], ys[-1]))
    return Grid(grid.page, box, grid.xs, ys, (*sorted(cells, key=lambda c: (c.row, c.col)), *body), grid.way)

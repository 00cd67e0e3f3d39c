"""Tables without a full lattice: columns by the gaps between words, rows by horizontal rules or by spacing.

Belongs here: from loose glyphs (and rules that run across) to ``Grid``. Does not belong here: ruled lattices, meaning
beyond the question whether a line is a table's header.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from extract.gap_columns import column_edges
from extract.gap_extent import body_end, header_end, header_starts, is_far, separators
from extract.gap_header import Placed, column_of, placed_header
from extract.grid import Cell, Grid
from extract.kind_rows import KindRows, kind_rows
from extract.lines import Run, blank_near, block_text, run_of
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import BodyLine, row_groups
from extract.ruling import Segment
from extract.shapes import in_brackets, is_figure
from extract.text_lines import TextLine, is_value, text_lines

_FARTHEST_SHIFT = 60.0  # points by which a table may stand elsewhere on the next page

_Place = tuple[int, int, int, int]  # first row, rows, first column, columns


def gap_grids(page: PageContent, glyphs: Iterable[Glyph], rules: list[Segment]) -> list[Grid]:
    """All tables among loose glyphs that are headed by labels; ``rules`` are horizontal lines outside lattices."""
    lines = text_lines(glyphs)
    heads = header_starts(lines)
    found = [_grid(page, lines, start, end, rules) for start, end in pairwise([*heads, len(lines)])]
    return [grid for grid in found if grid is not None]


def _grid(page: PageContent, lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> Grid | None:
    below = header_end(lines, start, end, rules)
    header, body = lines[start:below], lines[below : body_end(lines, below, end, rules)]
    if not body or not any(is_figure(run.text) for line in body for run in line.runs[1:]):
        return None
    xs, by_nearness = column_edges(header, body)
    if len(xs) < 3:
        return None
    placed = placed_header([list(line.runs) for line in header], xs)
    tops = _header_tops(header, placed)
    kinds = kind_rows(_columns(body, xs))
    groups = row_groups(_body_lines(body), _separators(rules, body))
    below_header = (header[-1].bottom + body[0].top) / 2
    breaks = kinds.edges() if kinds else _breaks([[body[i] for i in g] for g in groups])
    ys = [*tops, below_header, *breaks, body[-1].bottom + 1.0]
    grid = _filled(page, placed, body, xs, ys, kinds)
    return replace(grid, way="gaps-by-nearness") if by_nearness else grid


def _header_tops(header: list[TextLine], placed: list[Placed]) -> list[float]:
    """The upper edge of each header row."""
    top, rows = header[0].top - 1.0, max(part.row + part.rows for part in placed)
    return [top + (header[-1].bottom - top) * row / rows for row in range(rows)]


def _body_lines(body: list[TextLine]) -> list[BodyLine]:
    """The lines as rows are found from: a year in brackets below a value is no value of its own."""
    left = min(line.runs[0].box.x0 for line in body)
    firsts = [line.runs[0] for line in body if line.runs[0].box.x0 - left < 3 * line.size]
    edge = max(run.box.x1 for run in firsts)
    return [
        BodyLine(
            line.top,
            line.bottom,
            any(is_value(run) for run in line.runs[1:]),
            line.runs[0] in firsts,
            line.runs[0] in firsts and edge - line.runs[0].box.x1 < 1.3 * line.size,
            all(in_brackets(run.text) for run in line.runs),
        )
        for line in body
    ]


def _separators(rules: list[Segment], body: list[TextLine]) -> list[float]:
    width = max(run.box.x1 for line in body for run in line.runs) - min(run.box.x0 for line in body for run in line.runs)
    return separators(rules, width, body[0].top, body[-1].bottom)


def _breaks(groups: list[list[TextLine]]) -> list[float]:
    return [(max(line.bottom for line in above) + min(line.top for line in below)) / 2 for above, below in pairwise(groups)]


def continued_grid(page: PageContent, glyphs: Iterable[Glyph], rules: list[Segment], xs: tuple[float, ...]) -> Grid | None:
    """The rows at the top of a page that go on with a table of the page before, in that table's columns ``xs``."""
    lines = text_lines(glyphs)
    first = next((i for i, line in enumerate(lines) if any(is_value(run) for run in line.runs[1:])), len(lines))
    start = first - 1 if first and not is_far(lines[first - 1], lines[min(first, len(lines) - 1)], rules) else first
    body = lines[start : body_end(lines, start, len(lines), rules)]
    if not body:
        return None
    shift = min(line.runs[0].box.x0 for line in body) - xs[0] - 1.0
    edges = [x + shift for x in xs]
    if abs(shift) > _FARTHEST_SHIFT or not all(_in_columns(line, edges) for line in body):
        return None
    groups = row_groups(_body_lines(body), _separators(rules, body))
    ys = [body[0].top - 1.0, *_breaks([[body[i] for i in g] for g in groups]), body[-1].bottom + 1.0]
    return _filled(page, [], body, edges, ys)


def _in_columns(line: TextLine, xs: list[float]) -> bool:
    """True where no words of a line cross the boundary of two columns by more than a little."""
    pieces = [piece for run in line.runs for piece in _at_edges(run, xs)]
    places = [column_of(run, xs) for run in pieces]
    crossing = any(run.box.x1 > xs[col + 1] + run.size for run, col in zip(pieces, places, strict=True))
    return not crossing and len(set(places)) == len(places)


def _columns(body: list[TextLine], xs: list[float]) -> list[list[Run]]:
    """The words of a body by column, each from top to bottom."""
    pieces = [piece for line in body for run in line.runs for piece in _at_edges(run, xs)]
    return [[piece for piece in pieces if column_of(piece, xs) == col] for col in range(len(xs) - 1)]


def _filled(
    page: PageContent, header: list[Placed], body: list[TextLine], xs: list[float], ys: list[float], kinds: KindRows | None = None
) -> Grid:
    """Words to cells: header words where they are placed, words of the body by height and column."""
    first = len(ys) - 1 - len(kinds.middles) if kinds else 0
    content: dict[_Place, list[Glyph]] = {}
    for part in header:
        content.setdefault((part.row, part.rows, part.col, part.span), []).extend(part.glyphs)
    for run in (piece for line in body for whole in line.runs for piece in _at_edges(whole, xs)):
        col = column_of(run, xs)
        row, rows = kinds.place(col, run.y_mid) if kinds else (min(max(bisect_right(ys, run.y_mid) - 1, 0), len(ys) - 2), 1)
        content.setdefault((first + row, rows, col, 1), []).extend(run.glyphs)
    cells = [_cell(page, place, glyphs, xs, ys) for place, glyphs in content.items()]
    taken = {(row, col) for cell in cells for row in range(cell.row, cell.last_row + 1) for col in range(cell.col, cell.last_col + 1)}
    blanks = [(row, col) for row in range(len(ys) - 1) for col in range(len(xs) - 1) if (row, col) not in taken]
    cells.extend(_cell(page, (row, 1, col, 1), [], xs, ys) for row, col in blanks)
    box = page.on_page(Box(xs[0], ys[0], xs[-1], ys[-1]))
    return Grid(page.number, box, tuple(xs), tuple(ys), tuple(sorted(cells, key=lambda c: (c.row, c.col))), "gaps")


def _at_edges(run: Run, xs: list[float]) -> list[Run]:
    """A run that reaches over the edge of a column, cut at the blank nearest to that edge, if there is one."""
    for x in xs[1:-1]:
        at = blank_near(run.glyphs, x) if run.box.x0 + run.size < x < run.box.x1 - run.size else 0
        if at:
            return [run_of(list(run.glyphs[:at])), *_at_edges(run_of(list(run.glyphs[at:])), xs)]
    return [run]


def _cell(page: PageContent, place: _Place, glyphs: list[Glyph], xs: list[float], ys: list[float]) -> Cell:
    row, rows, col, span = place
    box = Box(xs[col], ys[row], xs[col + span], ys[row + rows])
    return Cell(row, col, rows, span, block_text(glyphs), page.on_page(box))

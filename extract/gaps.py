"""Tables without a full lattice: columns by the gaps between words, rows by horizontal rules or by spacing.

Belongs here: from loose glyphs (and rules that run across) to ``Grid``. Does not belong here: ruled lattices, meaning
beyond the question whether a line is a table's header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extract.captions import heading_level
from extract.charts import is_axis
from extract.gap_columns import column_edges
from extract.gap_extent import body_end, dates_values, header_end, header_starts, holds_figure, is_far
from extract.gap_header import Placed, column_of, placed_header
from extract.grid import Cell, Grid
from extract.group_lines import group_lines, is_group_line
from extract.lines import Run, blank_near, block_text, run_of
from extract.model import Box
from extract.open_rows import OpenRows, open_rows
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import BodyLine
from extract.ruled_headers import ruled_headers, side_by_side
from extract.ruling import Segment
from extract.shapes import closes_bracket, in_brackets, is_plain_number, is_unit_in_brackets
from extract.text_lines import TextLine, is_value, text_lines
from extract.touching import touching_parted
from extract.underlined_heads import as_wide_as_rules
from extract.vertical_text import without_vertical

_CHAPTERS = ("chapter", "field")
_FEWEST_ROWS, _FEWEST_VALUES = 2, 2  # rows, and values in each, from which lines look like a table's
_FARTHEST_SHIFT = 60.0  # points by which a table may stand elsewhere on the next page

_Place = tuple[int, int, int, int]  # first row, rows, first column, columns


def gap_grids(page: PageContent, glyphs: Iterable[Glyph], rules: list[Segment]) -> list[Grid]:
    """All tables among loose glyphs that are headed by labels; ``rules`` are horizontal lines outside lattices."""
    return [grid for part in side_by_side(glyphs, rules) for grid in _grids(page, part, rules)]


def _grids(page: PageContent, glyphs: Iterable[Glyph], rules: list[Segment]) -> list[Grid]:
    written, tall = without_vertical(glyphs, rules)
    lines = text_lines(written)
    extents = [(start, below, body_end(lines, below, end, rules)) for start, below, end in _extents(lines, rules)]
    extents = [(start, _without_groups(lines, start, below), end) for start, below, end in extents]
    found = [
        _grid(page, lines[start:below], touching_parted(lines[below:end]), tall, rules) for start, below, end in extents
    ]
    return [grid for grid in found if grid is not None]


def _extents(lines: list[TextLine], rules: list[Segment]) -> Iterator[tuple[int, int, int]]:
    """Each table by its first line, the line after its header and the line before which it ends: headers between rules, and others that
    are told by their words.
    """
    ruled = {header.start: header for header in ruled_headers(lines, rules)}
    worded = [
        start for start in header_starts(lines) if not any(head.start <= start < head.below for head in ruled.values())
    ]
    for start, end in pairwise([*sorted([*worded, *ruled]), len(lines)]):
        head = ruled.get(start)
        yield (start, head.below, min(head.limit, end)) if head else (start, header_end(lines, start, end, rules), end)


def _without_groups(lines: list[TextLine], start: int, below: int) -> int:
    """The line after a header without the lines at its end that date its heads: they are rows below it."""
    left = min(line.runs[0].box.x0 for line in lines[start:below])
    while below > start + 1 and is_group_line(lines[below - 1], left):
        below -= 1
    return below


def _grid(
    page: PageContent, header: list[TextLine], body: list[TextLine], tall: list[Run], rules: list[Segment]
) -> Grid | None:
    left = min((line.runs[0].box.x0 for line in body), default=0.0)
    if not any(holds_figure(line, left) for line in body):
        return None
    header, beside = [*as_wide_as_rules(header, rules), *_standing(tall, header)], [*body, *_standing(tall, body)]
    groups = group_lines(body, left)
    xs, by_nearness = column_edges(header, [line for line in beside if line not in groups])
    if len(xs) < 3:
        return None
    columns = _columns(beside, xs)
    if is_axis(columns[0]):
        return None
    placed = _over_names(placed_header([list(line.runs) for line in header], xs), columns, tall)
    rows = open_rows(_body_lines(body), columns, xs, rules, tall)
    below_header = (max(line.bottom for line in header) + body[0].top) / 2
    ys = [*_header_tops(header, placed), below_header, *rows.edges, body[-1].bottom + 1.0]
    grid = _filled(page, placed, beside, xs, ys, rows)
    return replace(grid, way="gaps-by-nearness") if by_nearness else grid


def _over_names(placed: list[Placed], columns: list[list[Run]], tall: list[Run]) -> list[Placed]:
    """Header words over a column of words written downwards go on over the next column, where that has no head of its own."""
    headed = {col for part in placed for col in range(part.col, part.col + part.span)}
    narrow = [bool(runs) and all(run in tall or len(run.glyphs) == 1 for run in runs) for runs in columns]
    shared = {c for c, (left, right) in enumerate(pairwise(narrow)) if left and not right and c + 1 not in headed}
    return [replace(part, span=2) if part.span == 1 and part.col in shared else part for part in placed]


def _standing(tall: list[Run], lines: list[TextLine]) -> list[TextLine]:
    """Words written downwards beside some lines."""
    top, bottom = lines[0].top, max(line.bottom for line in lines)
    return [TextLine((run,)) for run in tall if top <= run.y_mid <= bottom]


def _header_tops(header: list[TextLine], placed: list[Placed]) -> list[float]:
    """The upper edge of each header row."""
    top, rows = header[0].top - 1.0, max(part.row + part.rows for part in placed)
    bottom = max(line.bottom for line in header)
    return [top + (bottom - top) * row / rows for row in range(rows)]


def _body_lines(body: list[TextLine]) -> list[BodyLine]:
    """The lines as rows are found from: a year in brackets below a value is no value of its own."""
    left = min(line.runs[0].box.x0 for line in body)
    firsts = [line.runs[0] for line in body if line.runs[0].box.x0 - left < 3 * line.size]
    edge = max(run.box.x1 for run in firsts)
    groups = group_lines(body, left)
    return [
        BodyLine(
            line.top,
            line.bottom,
            any(is_value(run) for run in line.runs[1:])
            or (line.runs[0] not in firsts and is_plain_number(line.runs[0].text)),
            line.runs[0] in firsts,
            line.runs[0] in firsts and edge - line.runs[0].box.x1 < 1.3 * line.size,
            _hangs(line) or dates_values(body, i) or (i > 0 and _goes_on_with_unit(body[i - 1], line)),
            line in groups,
        )
        for i, line in enumerate(body)
    ]


def _hangs(line: TextLine) -> bool:
    """True for words in brackets alone, and for the ends of brackets that open on the line above, without a value beside them."""
    closes = any(closes_bracket(run.text) for run in line.runs) and not any(map(is_value, line.runs[1:]))
    return closes or all(in_brackets(run.text) for run in line.runs)


def _goes_on_with_unit(above: TextLine, line: TextLine) -> bool:
    """True for a line that begins with the unit of the name above it, which has no values beside it: they stand here."""
    return is_unit_in_brackets(line.runs[0].text) and not any(map(is_value, above.runs))


def continued_grid(
    page: PageContent, glyphs: Iterable[Glyph], rules: list[Segment], xs: tuple[float, ...]
) -> Grid | None:
    """The rows at the top of a page that go on with a table of the page before, in that table's columns ``xs``."""
    body = _continuing(glyphs, rules)
    if not body:
        return None
    edges = _continued_edges(body, xs)
    if edges is None:
        return None
    rows = open_rows(_body_lines(body), _columns(body, edges), edges, rules, [])
    return _filled(page, [], body, edges, [body[0].top - 1.0, *rows.edges, body[-1].bottom + 1.0], rows)


def continuing_lines(glyphs: Iterable[Glyph], rules: list[Segment]) -> list[Run]:
    """The lines at the top of a page that look like rows of a table, whatever its columns; none without several rows."""
    body = _continuing(glyphs, rules)
    rows = [line for line in body if sum(map(is_value, line.runs)) >= _FEWEST_VALUES]
    lines = body if len(rows) >= _FEWEST_ROWS else []
    return [run_of([glyph for run in line.runs for glyph in run.glyphs]) for line in lines]


def _continuing(glyphs: Iterable[Glyph], rules: list[Segment]) -> list[TextLine]:
    """The lines at the top of a page from the first with values on, with the line right above it and those in columns above that; no
    running title (…　第６章).
    """
    lines = text_lines(glyphs)
    lines = lines[1:] if lines and any(heading_level(run.text) in _CHAPTERS for run in lines[0].runs) else lines
    first = next((i for i, line in enumerate(lines) if any(is_value(run) for run in line.runs[1:])), len(lines))
    start = first - 1 if first and not is_far(lines[first - 1], lines[min(first, len(lines) - 1)], []) else first
    while 0 < start < first and _stands_on(lines[start - 1], lines[start], rules):
        start -= 1
    return lines[start : body_end(lines, start, len(lines), rules)]


def _stands_on(above: TextLine, line: TextLine, rules: list[Segment]) -> bool:
    """True for a line in columns near above another one."""
    return len(above.runs) >= _FEWEST_VALUES and not is_far(above, line, rules)


def _continued_edges(body: list[TextLine], xs: tuple[float, ...]) -> list[float] | None:
    """The edges of a table's columns on the next page: those of the page before, or as many of its own in their places."""
    shift = min(line.runs[0].box.x0 for line in body) - xs[0] - 1.0
    if abs(shift) > _FARTHEST_SHIFT:
        return None
    edges = [x + shift for x in xs]
    groups = group_lines(body, xs[0] + shift + 1.0)
    rows = [line for line in body if line not in groups]
    if all(_in_columns(line, edges) for line in rows):
        return edges
    own, _ = column_edges([], rows)
    alike = len(own) == len(edges) and all(
        a < (x + y) / 2 < b for (a, b), (x, y) in zip(pairwise(own), pairwise(edges), strict=True)
    )
    return own if alike else None


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
    page: PageContent, header: list[Placed], body: list[TextLine], xs: list[float], ys: list[float], rows: OpenRows
) -> Grid:
    """Words to cells: header words where they are placed, words of the body by height and column."""
    first = len(ys) - len(rows.edges) - 2
    content: dict[_Place, list[Glyph]] = {}
    for part in header:
        content.setdefault((part.row, part.rows, part.col, part.span), []).extend(part.glyphs)
    groups = group_lines(body, xs[0] + 1.0)
    for line in groups:
        row, _ = rows.place(0, line.runs[0].y_mid)
        content[(first + row, 1, 0, len(xs) - 1)] = [glyph for run in line.runs for glyph in run.glyphs]
    for run in (piece for line in body if line not in groups for whole in line.runs for piece in _at_edges(whole, xs)):
        col = column_of(run, xs)
        row, height = rows.place(col, run.y_mid)
        content.setdefault((first + row, height, col, 1), []).extend(run.glyphs)
    cells = [_cell(page, place, glyphs, xs, ys) for place, glyphs in content.items()]
    taken = {
        (row, col)
        for cell in cells
        for row in range(cell.row, cell.last_row + 1)
        for col in range(cell.col, cell.last_col + 1)
    }
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

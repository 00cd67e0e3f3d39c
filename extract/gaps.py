"""Tables without a full lattice: columns by the gaps between words, rows by horizontal rules or by spacing.

Belongs here: from loose glyphs (and rules that run across) to ``Grid``. Does not belong here: ruled lattices, meaning
beyond the question whether a line is a table's header.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from extract.body_extent import body_end, holds_figure
from extract.charts import is_axis
from extract.gap_columns import column_edges
from extract.gap_header import Placed, placed_header
from extract.grid import Grid
from extract.group_lines import group_lines, is_group_line
from extract.header_extent import header_end, header_starts
from extract.labels import squeeze
from extract.lines import Run
from extract.open_body import at_edges, body_lines, columns_of, filled
from extract.open_rows import open_rows
from extract.page import Glyph, PageContent
from extract.ruled_headers import ruled_headers, side_by_side
from extract.ruling import Segment
from extract.text_lines import TextLine, text_lines
from extract.touching import touching_parted
from extract.underlined_heads import as_wide_as_rules
from extract.vertical_text import without_vertical

_OPEN_BRACKETS = 2  # of heads side by side


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
    columns = columns_of(beside, xs)
    if is_axis(columns[0]):
        return None
    heads = [[piece for run in line.runs for piece in _heads_apart(run, xs)] for line in header]
    placed = _over_names(placed_header(heads, xs), columns, tall)
    rows = open_rows(body_lines(body), columns, xs, rules, tall)
    below_header = (max(line.bottom for line in header) + body[0].top) / 2
    ys = [*_header_tops(header, placed), below_header, *rows.edges, body[-1].bottom + 1.0]
    grid = filled(page, placed, beside, xs, ys, rows)
    return replace(grid, way="gaps-by-nearness") if by_nearness else grid


def _heads_apart(run: Run, xs: list[float]) -> list[Run]:
    """Heads that nearly touch, each with a bracket that closes on its next line (目標(2026( 目標(2030(), cut at the edges of columns."""
    plain = squeeze(run.text)
    return at_edges(run, xs) if plain.count("(") - plain.count(")") >= _OPEN_BRACKETS else [run]


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

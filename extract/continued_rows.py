"""Rows at the top of a page that go on with an open table of the page before.

Belongs here: which lines these are, and the edges of their columns. Does not belong here: tables with a header of their own (``gaps``),
what is handed on to them (``tables.going_on``).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from extract.body_extent import body_end, is_far
from extract.captions import heading_level
from extract.gap_columns import column_edges
from extract.gap_header import column_of
from extract.grid import Grid
from extract.group_lines import group_lines
from extract.lines import Run, run_of
from extract.open_body import at_edges, body_lines, columns_of, filled
from extract.open_rows import open_rows
from extract.page import Glyph, PageContent
from extract.ruling import Segment
from extract.text_lines import TextLine, is_value, text_lines

_CHAPTERS = ("chapter", "field")
_FEWEST_ROWS, _FEWEST_VALUES = 2, 2  # rows, and values in each, from which lines look like a table's
_FARTHEST_SHIFT = 60.0  # points by which a table may stand elsewhere on the next page


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
    rows = open_rows(body_lines(body), columns_of(body, edges), edges, rules, [])
    return filled(page, [], body, edges, [body[0].top - 1.0, *rows.edges, body[-1].bottom + 1.0], rows)


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
    if all(_lies_in_columns(line, edges) for line in rows):
        return edges
    own, _ = column_edges([], rows)
    alike = len(own) == len(edges) and all(
        a < (x + y) / 2 < b for (a, b), (x, y) in zip(pairwise(own), pairwise(edges), strict=True)
    )
    return own if alike else None


def _lies_in_columns(line: TextLine, xs: list[float]) -> bool:
    """True where no words of a line cross the boundary of two columns by more than a little."""
    pieces = [piece for run in line.runs for piece in at_edges(run, xs)]
    places = [column_of(run, xs) for run in pieces]
    crossing = any(run.box.x1 > xs[col + 1] + run.size for run, col in zip(pieces, places, strict=True))
    return not crossing and len(set(places)) == len(places)

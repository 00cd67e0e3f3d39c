"""Lines of glyphs shared out among known columns.

Belongs here: what tables with known column edges but without row rules have in common. Does not belong here: rows.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from extract.captions import is_marked_heading
from extract.grid import Cell
from extract.labels import label_of
from extract.lines import Run, block_text, run_of
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import BodyLine
from extract.shapes import closes_bracket, in_brackets, is_figure
from extract.text_lines import is_broken

_WORD_GAP = 0.6  # gap, in glyph sizes, that the words of one phrase leave at most
_HEADING_GAP = 1.2  # behind the number of a heading: a blank as wide as a letter
_TOUCH = 0.12  # gap, in glyph sizes, below which two glyphs touch

ColumnLine = dict[int, list[Glyph]]
"""The glyphs of one line by column."""


def column_line(line: list[Glyph], xs: tuple[float, ...]) -> ColumnLine:
    """One line of glyphs by column; a number that reaches over the edge of its column stays in one piece.

    Words without a gap from the first column over its edge are one phrase of that column (a heading among the rows).
    """
    if _is_phrase(line, xs):
        return {0: line}
    columns: ColumnLine = {}
    for token in _tokens(line):
        middle = (token[0].x0 + token[-1].x1) / 2
        columns.setdefault(min(max(bisect_right(xs, middle) - 1, 0), len(xs) - 2), []).extend(token)
    return columns


def _is_phrase(line: list[Glyph], xs: tuple[float, ...]) -> bool:
    """True for words that run over the edge of the first column without a gap and without a digit behind that edge."""
    if not xs[0] <= line[0].x_mid < xs[1] or line[-1].x_mid < xs[1]:
        return False
    widest = max(right.x0 - left.x1 for left, right in pairwise(line))
    gap = _HEADING_GAP if is_marked_heading(block_text(line)) else _WORD_GAP
    return widest <= gap * line[0].size and not any(g.text.isdigit() for g in line if g.x_mid > xs[1])


def _tokens(line: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs of a line one by one, but digits and Latin letters that touch each other together."""
    tokens = [[line[0]]]
    for left, right in pairwise(line):
        touch = right.x0 - left.x1 < _TOUCH * left.size and not left.spaced
        if touch and left.text.isascii() and right.text.isascii():
            tokens[-1].append(right)
        else:
            tokens.append([right])
    return tokens


def body_line(line: ColumnLine, xs: tuple[float, ...]) -> BodyLine:
    """What the finding of rows needs of a line."""
    glyphs = [glyph for part in line.values() for glyph in part]
    first = line.get(0, [])
    full = bool(first) and xs[1] - first[-1].x1 < 1.6 * first[-1].size
    hangs = all(in_brackets(text) or closes_bracket(text) for text in map(block_text, line.values()))
    return BodyLine(
        min(g.top for g in glyphs), max(g.bottom for g in glyphs), holds_value(line), bool(first), full, hangs
    )


def holds_value(line: ColumnLine) -> bool:
    """True where a column after the first holds a figure that is no label."""
    texts = [block_text(part) for column, part in line.items() if column > 0]
    return any(is_figure(text) and not label_of(text).speaks and not is_broken(text) for text in texts)


def row_edges(rows: list[list[ColumnLine]]) -> list[float]:
    """The heights between rows of lines."""
    tops = [min(g.top for line in row for part in line.values() for g in part) for row in rows]
    bottoms = [max(g.bottom for line in row for part in line.values() for g in part) for row in rows]
    return [(bottom + top) / 2 for bottom, top in zip(bottoms[:-1], tops[1:], strict=True)]


def row_cells(
    page: PageContent, rows: list[list[ColumnLine]], xs: tuple[float, ...], ys: tuple[float, ...], first: int
) -> list[Cell]:
    """The cells of rows of lines, the first of them row ``first`` of a grid with these edges."""
    return [
        Cell(row, col, 1, 1, column_text(lines, col), page.on_page(Box(left, ys[row], right, ys[row + 1])))
        for row, lines in enumerate(rows, first)
        for col, (left, right) in enumerate(pairwise(xs))
    ]


def column_runs(lines: list[ColumnLine], columns: int) -> list[list[Run]]:
    """The words of each column, from top to bottom."""
    return [[run_of(line[col]) for line in lines if col in line] for col in range(columns)]


def column_text(lines: list[ColumnLine], column: int) -> str:
    """The text of one column over several lines."""
    return block_text([glyph for line in lines for glyph in line.get(column, [])])

"""The body of an open table in known columns: its words by column, its lines as rows are found from, its cells.

Belongs here: from lines and the edges of columns to the cells of a ``Grid``. Does not belong here: where the columns are (``gap_columns``),
where rows are parted (``open_rows``), headers.
"""

from __future__ import annotations

from extract.body_extent import dates_values
from extract.gap_header import Placed, column_of
from extract.grid import Cell, Grid
from extract.group_lines import group_lines
from extract.lines import Run, blank_near, block_text, run_of
from extract.model import Box
from extract.open_rows import OpenRows
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import BodyLine
from extract.shapes import closes_bracket, in_brackets, is_plain_number, is_unit_in_brackets
from extract.text_lines import TextLine, is_value

_Place = tuple[int, int, int, int]  # first row, rows, first column, columns


def body_lines(body: list[TextLine]) -> list[BodyLine]:
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


def columns_of(body: list[TextLine], xs: list[float]) -> list[list[Run]]:
    """The words of a body by column, each from top to bottom."""
    pieces = [piece for line in body for run in line.runs for piece in at_edges(run, xs)]
    return [[piece for piece in pieces if column_of(piece, xs) == col] for col in range(len(xs) - 1)]


def filled(
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
    for run in (piece for line in body if line not in groups for whole in line.runs for piece in at_edges(whole, xs)):
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


def at_edges(run: Run, xs: list[float]) -> list[Run]:
    """A run that reaches over the edge of a column, cut at the blank nearest to that edge, if there is one."""
    for x in xs[1:-1]:
        at = blank_near(run.glyphs, x) if run.box.x0 + run.size < x < run.box.x1 - run.size else 0
        if at:
            return [run_of(list(run.glyphs[:at])), *at_edges(run_of(list(run.glyphs[at:])), xs)]
    return [run]


def _cell(page: PageContent, place: _Place, glyphs: list[Glyph], xs: list[float], ys: list[float]) -> Cell:
    row, rows, col, span = place
    box = Box(xs[col], ys[row], xs[col + span], ys[row + rows])
    return Cell(row, col, rows, span, block_text(glyphs), page.on_page(box))

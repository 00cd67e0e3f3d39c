"""Pages for tests, drawn as words at places with rules and coloured boxes; nothing is written to a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.grid import Grid
from extract.model import PrintedFigure, Reading
from extract.page import Glyph, Mark, PageContent, glyph_at
from extract.sheet import sheet_of
from extract.tables.document import read_tables

SIZE = 10.0

Words = tuple[float, float, str]
"""Left edge, upper edge and text; a text of ``|`` and letters is written downwards."""
Rule = tuple[float, float, float]
"""Height, left end and right end."""
Rect = tuple[float, float, float, float]


def page_of(words: Sequence[Words], rules: Sequence[Rule] = (), boxes: Sequence[Rect] = ()) -> PageContent:
    """A page of these words; a wide character is as wide as high, the others half as wide."""
    glyphs = tuple(glyph for x, top, text in words for glyph in _glyphs(x, top, text))
    lines = [Mark(x0, at, x1, at, True, False) for at, x0, x1 in rules]
    return PageContent(1, 595.0, 842.0, "none", glyphs, (*lines, *(Mark(*box, False, True) for box in boxes)))


def _glyphs(x: float, top: float, text: str) -> Iterator[Glyph]:
    down = text.startswith("|")
    for char in text.lstrip("|"):
        width = SIZE if ord(char) > 0xFF else SIZE / 2
        if not char.isspace():
            yield glyph_at(char, x, top, x + width, top + SIZE, SIZE)
        x, top = (x, top + 1.2 * SIZE) if down else (x + width, top)


def grids_on(page: PageContent) -> list[list[list[str]]]:
    """The tables found on a page as rows of texts: ``^`` belongs to the cell above, ``<`` to the cell on the left."""
    return [_rows(grid) for grid in sheet_of(page).grids]


def _rows(grid: Grid) -> list[list[str]]:
    return [[_text(grid, row, col) for col in range(grid.n_cols)] for row in range(grid.n_rows)]


def _text(grid: Grid, row: int, col: int) -> str:
    cell = grid.at(row, col)
    return "^" if cell.row < row else "<" if cell.col < col else cell.text


def said_on(page: PageContent) -> list[tuple[str, str, str, str]]:
    """What reading says of a page: indicator, kind, period and text of each figure."""
    return [(f.indicator, f.kind, f.period.text if f.period else "", f.raw_text) for f in read_page(page)]


def read_page(page: PageContent) -> list[PrintedFigure]:
    """The figures of a page."""
    reading = Reading("drawn", 1)
    read_tables([sheet_of(page)], reading)
    return reading.figures


def row_at(top: float, xs: Sequence[float], texts: Sequence[str]) -> list[Words]:
    """Words on one line at these left edges, blank ones left out."""
    return [(x, top, text) for x, text in zip(xs, texts, strict=True) if text]

"""Regions that look like tables of indicators and that nothing was read from: each is left for a person to look at.

Belongs here: telling such regions. Does not belong here: reading them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.arrows import arrow_parts, is_arrow
from extract.grid import Grid
from extract.labelled_values import labelled_values
from extract.labels import is_period, label_of
from extract.lines import Run, bounds
from extract.model import PrintedFigure, ReviewNote
from extract.shapes import is_dash, is_figure, looks_like_value
from extract.sheet import Sheet
from extract.tables.extents import opens_with_header
from extract.tables.rating_legends import explains_ratings
from extract.text_lines import TextLine, is_value, names_columns, text_lines

_DATED_POINT = re.compile(r"[・○●◎■□◆◇▪•]\s*(.+?)\s*[（(]([^（）()]+)[）)]")
_SAMPLE = 200  # characters of a region that the note shows
_SEVERAL = 2  # kinds that a header names, rows below it, figures in each


def holds_indicators(grid: Grid) -> bool:
    """True for a table that a person would take for one of indicators: it names a kind of value and holds figures."""
    texts = [text for cell in grid.cells for text in _texts(cell.text) if text]
    kinds = {label.kind for text in texts if (label := label_of(text)).kind}
    return bool(kinds) and not explains_ratings(grid) and sum(looks_like_value(text) for text in texts) >= _SEVERAL


def may_go_on(grid: Grid) -> bool:
    """True for rows of figures without a header: those of a table of the page before, be its columns others."""
    figures = [[cell for cell in grid.row_cells(row) if is_figure(cell.text)] for row in range(grid.n_rows)]
    return sum(len(row) >= _SEVERAL for row in figures) >= _SEVERAL and not opens_with_header(grid)


def counts(grid: Grid) -> bool:
    """True for a table with as many figures as rows."""
    return sum(is_figure(cell.text) for cell in grid.cells) >= grid.n_rows


def _texts(text: str) -> list[str]:
    """A cell as it is; one that holds several figures below each other line by line, one that holds rows of them, or of labels, word by
    word: no rule parted its rows and columns.
    """
    lines = text.split("\n")
    words = [line.split() for line in lines]
    if any(sum(map(is_figure, of)) > _SEVERAL or sum(label_of(w).speaks for w in of) > _SEVERAL for of in words):
        return text.split()
    kinds = any(sum(label_of(word).kind is not None for word in of) >= _SEVERAL for of in words)
    if kinds and sum(sum(map(is_figure, of)) >= _SEVERAL for of in words) >= _SEVERAL:
        return text.split()
    figures = sum(is_figure(line) and not is_dash(line) for line in lines)
    return lines if max(figures, sum(label_of(line).kind is not None for line in lines)) >= _SEVERAL else [text]


def note_on_grid(grid: Grid) -> ReviewNote:
    """The note on a table."""
    sample = " | ".join(" ".join(cell.text.split()) for cell in grid.cells if cell.text)[:_SAMPLE]
    return ReviewNote(grid.page, grid.box, "unread_region", sample)


def notes_on_rows(sheet: Sheet, rows: Sequence[Run]) -> Iterator[ReviewNote]:
    """The note on rows that go on with a table in other columns; lines of labels and values, or of arrows, are read as such."""
    if rows and not any(labelled_values(row) or len(arrow_parts(row.text)) > 1 for row in rows):
        yield _note(sheet, rows)


def notes_on_headers(sheet: Sheet, figures: Sequence[PrintedFigure]) -> Iterator[ReviewNote]:
    """Notes on headers in the open with rows of figures below them, where no figure of the page stands in these rows."""
    lines = text_lines(sheet.loose)
    for header, *rows in (lines[i : i + 1 + _SEVERAL] for i in range(len(lines) - _SEVERAL)):
        region = [run for line in (header, *rows) for run in line.runs]
        if names_columns(header) and _names_kinds(header) and all(map(_holds_figures, rows)):
            note = _note(sheet, region)
            if not any(_lies_in(figure, note) for figure in figures):
                yield note


def notes_on_lines(sheet: Sheet, figures: Sequence[PrintedFigure]) -> Iterator[ReviewNote]:
    """One note on the lines in the open that lead from value to value by an arrow, and on the points of a list that date a figure
    (・空き家バンクの成約件数　183件（令２）), where no figure of the page stands in them.
    """
    every = text_lines(sheet.loose)
    dated = [line for line in every if _dates_figure(line.text)]
    lines = [line for line in every if _leads_on(line.runs) or (line in dated and len(dated) >= _SEVERAL)]
    unread = [line for line in lines if not any(_lies_in(figure, _note(sheet, line.runs)) for figure in figures)]
    if unread:
        yield _note(sheet, [run for line in unread for run in line.runs])


def _dates_figure(text: str) -> bool:
    """True for a marked line that ends with a figure and its period in brackets."""
    found = _DATED_POINT.fullmatch(text)
    words = found[1].split() if found is not None else []
    return found is not None and bool(words) and is_period(found[2]) and is_figure(words[-1])


def _leads_on(runs: Sequence[Run]) -> bool:
    """True for a value, an arrow and a value."""
    sides = zip(runs, runs[1:], runs[2:], strict=False)
    return any(is_arrow(arrow.text) and is_value(left) and is_value(right) for left, arrow, right in sides)


def _names_kinds(line: TextLine) -> bool:
    return sum(label_of(run.text).kind is not None for run in line.runs) >= _SEVERAL


def _holds_figures(line: TextLine) -> bool:
    return sum(any(char.isdigit() for char in run.text) for run in line.runs) >= _SEVERAL


def _note(sheet: Sheet, runs: Sequence[Run]) -> ReviewNote:
    box = sheet.content.on_page(bounds([glyph for run in runs for glyph in run.glyphs]))
    return ReviewNote(sheet.number, box, "unread_region", " | ".join(run.text for run in runs)[:_SAMPLE])


def _lies_in(figure: PrintedFigure, note: ReviewNote) -> bool:
    """True for a figure that meets the region of a note."""
    if note.box is None or figure.page != note.page:
        return False
    return (
        figure.box.x0 < note.box.x1
        and note.box.x0 < figure.box.x1
        and figure.box.top < note.box.bottom
        and note.box.top < figure.box.bottom
    )

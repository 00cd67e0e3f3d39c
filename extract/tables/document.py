"""All tables of a document in order: surroundings, tables that go on over pages, regions not understood.

Belongs here: the walk over sheets. Does not belong here: how one table is read.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace

from extract.arrows import arrow_kinds
from extract.captions import Headings, after_line, context_of, heading_level, page_title, text_lines, with_caption_below
from extract.continued_rows import continued_grid, continuing_lines
from extract.footnotes import Footnotes, footnotes_in
from extract.gaps import gap_grids
from extract.grid import Grid
from extract.labelled_blocks import names_first, unwrapped, with_dates_below
from extract.labelled_lines import LabelledLines
from extract.labelled_values import labelled_values, line_before
from extract.legends import Legend, agreed_legend, with_legend
from extract.lines import Run
from extract.model import PrintedFigure, Reading
from extract.named_years import named_years, with_named_years
from extract.rules import confidence
from extract.sheet import Sheet
from extract.stated_periods import StatedPeriods, document_era, stated_periods
from extract.tables.beside import above_one, not_beside, shared_out
from extract.tables.context import Context
from extract.tables.going_on import carried_to
from extract.tables.in_frame import named_by_frame
from extract.tables.read import read_table
from extract.tables.surroundings import bands_of, legend_near, notes_in, periods_near, unit_of_page
from extract.tables.table_reading import NOTHING_CARRIED, Carried, TableReading
from extract.tables.unread import (
    counts,
    holds_indicators,
    may_go_on,
    note_on_grid,
    notes_on_headers,
    notes_on_lines,
    notes_on_rows,
)
from extract.titles import names_indicator
from extract.unit_lines import up_to_next_key
from extract.vertical_text import without_vertical

_ADJOINING = 12.0  # points between plain rows and coloured rows of one table at most


@dataclass(slots=True)
class _Walk:
    """What is carried through a document: headings, the last table in case it goes on, names of labelled lines."""

    reading: Reading
    era: str
    stated: StatedPeriods
    footnotes: Footnotes
    legend: Legend
    headings: Headings = dataclasses.field(default_factory=Headings)
    page_title: str = ""
    labelled: LabelledLines = dataclasses.field(default_factory=LabelledLines)
    carried: Carried = NOTHING_CARRIED
    xs: tuple[float, ...] = ()
    page: int = 0
    bottom: float = 0.0
    open_end: bool = False
    context: Context = dataclasses.field(default_factory=Context)


def read_tables(sheets: list[Sheet], reading: Reading) -> None:
    """Append the figures of every table of the document to ``reading``, and a note for each table not understood."""
    # A word written downwards beside all tables is a tab at the edge of the page.
    written = {sheet.number: without_vertical(sheet.loose, sheet.rules)[0] for sheet in sheets}
    lines = {sheet.number: text_lines(written[sheet.number], in_columns=not sheet.grids) for sheet in sheets}
    every = [line for page in lines.values() for line in page]
    texts = [line.text for line in every]
    names = named_years(texts)
    sheets = [replace(sheet, grids=tuple(with_named_years(grid, names) for grid in sheet.grids)) for sheet in sheets]
    cells = (cell.text for sheet in sheets for grid in sheet.grids for cell in grid.cells)
    era = document_era(texts) or document_era(cells)
    walk = _Walk(reading, era, stated_periods(notes_in(every)), footnotes_in(texts), agreed_legend(texts))
    for sheet in sheets:
        _read_sheet(sheet, lines[sheet.number], walk)


def _read_sheet(sheet: Sheet, lines: list[Run], walk: _Walk) -> None:
    on_page = stated_periods(notes_in(lines)).over(walk.stated)
    footnotes = footnotes_in(line.text for line in lines).after(walk.footnotes)
    _turn_page(page_title(lines, sheet.content.glyphs), walk)
    lines = _go_on(sheet, lines, walk)
    bands = list(bands_of(sheet.grids, lines))
    unit = unit_of_page(bands[0][0])
    for i, (above, grids) in enumerate(bands):
        shared, parts = shared_out(above, grids)
        plain = _read_lines(sheet, shared, walk, on_page)
        for grid, part in zip(grids, parts, strict=True):
            labelled, walk.labelled = walk.labelled, LabelledLines() if part else walk.labelled
            over = above_one(plain, grid) if len(grids) > 1 else not_beside(plain, grid)
            own = [*over, *_read_lines(sheet, part, walk, on_page)]
            near = periods_near(above, bands[i + 1][0]).over(on_page)
            context = with_legend(
                context_of(own, walk.headings, walk.era, near), legend_near(bands[i + 1][0], lines, walk.legend)
            )
            context = with_caption_below(context, own, bands[i + 1][0] if len(grids) == 1 else [])
            near_notes = footnotes_in(line.text for line in bands[i + 1][0]).after(footnotes)
            context = replace(walk.labelled.named(context), footnotes=near_notes, unit_of_page=unit)
            context = named_by_frame(context, grid, sheet.grids)
            walk.labelled = labelled
            _read_one(sheet, grid, replace(context, unit_line=up_to_next_key(context.unit_line)), walk)
    walk.reading.review.extend(notes_on_headers(sheet, walk.reading.figures))
    walk.reading.review.extend(notes_on_lines(sheet, walk.reading.figures))


def _turn_page(title: str, walk: _Walk) -> None:
    """A page under another title than the page before ends the headings that held there."""
    if title and walk.page_title and title != walk.page_title:
        walk.headings = Headings()
    walk.page_title = title or walk.page_title


def _go_on(sheet: Sheet, lines: list[Run], walk: _Walk) -> list[Run]:
    """Read the rows that go on with an open table of the page before; the lines that are left are returned.

    Rows in other columns than those of that table are left for review.
    """
    if not walk.open_end:
        return lines
    limit = min((grid.ys[0] for grid in sheet.grids), default=sheet.content.height)
    glyphs = [glyph for glyph in sheet.loose if glyph.y_mid < limit]
    grid = continued_grid(sheet.content, glyphs, list(sheet.rules), walk.xs)
    if grid is None:
        walk.reading.review.extend(notes_on_rows(sheet, continuing_lines(glyphs, list(sheet.rules))))
        return lines
    _read_one(sheet, grid, walk.context, walk)
    return [line for line in lines if not grid.ys[0] <= line.y_mid <= grid.ys[-1]]


def _read_lines(sheet: Sheet, lines: list[Run], walk: _Walk, periods: StatedPeriods) -> list[Run]:
    """Read the lines between two tables; the lines without labelled values, which may be headings, are returned."""
    plain: list[Run] = []
    for line in names_first(with_dates_below(unwrapped(lines))):
        values = labelled_values(line)
        found = list(walk.labelled.read(sheet.number, line, context_of(plain, walk.headings, walk.era, periods)))
        walk.reading.figures.extend(replace(f, box=sheet.content.on_page(f.box)) for f in found)
        plain.extend(line_before(line, values[0]) if values else [line] if not found else [])
        if not values and not found and not arrow_kinds(line.text):
            walk.headings = after_line(walk.headings, line)
            if heading_level(line.text):
                walk.labelled.forget()
    return plain


def _read_one(sheet: Sheet, grid: Grid, context: Context, walk: _Walk) -> None:
    carried = _goes_on(grid, walk) or _group_alone(grid, context, walk)
    surroundings = _carried_context(context, walk.context) if carried.columns else context
    found = read_table(grid, surroundings, carried)
    walk.reading.figures.extend(_continued(found, carried))
    if found.carried.columns or found.figures:
        walk.carried, walk.xs, walk.page, walk.context = found.carried, grid.xs, grid.page, surroundings
        walk.bottom = grid.ys[-1]
    walk.open_end = grid.way != "lattice" and bool(found.carried.columns)
    headless = bool(walk.carried.columns) and grid.page == walk.page + 1
    headless = headless and (may_go_on(grid) or (len(grid.xs) == len(walk.xs) and counts(grid)))
    looks_worth = not found.figures and (holds_indicators(grid) or headless)
    if looks_worth and not _read_by_gaps(sheet, grid, surroundings, walk):
        walk.reading.review.append(note_on_grid(grid))


def _group_alone(grid: Grid, context: Context, walk: _Walk) -> Carried:
    """What goes on below a header that is printed again at the top of the next page: the group that dates its last rows."""
    dates = bool(walk.carried.group.period or walk.carried.group.periods)
    if not dates or grid.page != walk.page + 1 or context.title not in ("", walk.context.title):
        return NOTHING_CARRIED
    return replace(walk.carried, columns=(), heads=walk.carried.columns)


def _read_by_gaps(sheet: Sheet, grid: Grid, context: Context, walk: _Walk) -> bool:
    """Read the region of a grid that was not understood once more, by the gaps between its words; whether that helped."""
    edges = (grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1])
    glyphs = [g for g in sheet.content.glyphs if edges[0] <= g.x_mid <= edges[1] and edges[2] <= g.y_mid <= edges[3]]
    figures = [f for again in gap_grids(sheet.content, glyphs, []) for f in read_table(again, context).figures]
    rules = "read-again-by-gaps"
    walk.reading.figures.extend(
        replace(f, rules=(*f.rules, rules), confidence=min(f.confidence, confidence([rules]))) for f in figures
    )
    return bool(figures)


def _goes_on(grid: Grid, walk: _Walk) -> Carried | None:
    """What the table before hands on to one without a header of its own; on the same page its columns are exactly those, but for coloured
    rows right below plain ones.
    """
    adjoins = walk.open_end and abs(grid.ys[0] - walk.bottom) <= _ADJOINING
    exact = (grid.page == walk.page and not adjoins) or (grid.way == "lattice" and not walk.open_end)
    return carried_to(grid, walk.carried, walk.xs, exact)


def _carried_context(context: Context, before: Context) -> Context:
    """What stands around the table before, with what stands anew above the rows that go on: a title that names another indicator, a field,
    a unit.
    """
    title = context.title if names_indicator(context.title) else before.title
    unit = context.unit_line or before.unit_line
    return replace(before, title=title, field=context.field or before.field, unit_line=unit)


def _continued(found: TableReading, carried: Carried) -> list[PrintedFigure]:
    if not carried.columns or found.carried.columns is not carried.columns:
        return list(found.figures)
    ruled = [replace(f, rules=(*f.rules, "header-continued")) for f in found.figures]
    return [replace(f, confidence=min(f.confidence, confidence(f.rules))) for f in ruled]

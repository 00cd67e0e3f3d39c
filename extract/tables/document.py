"""All tables of a document in order: surroundings, tables that go on over pages, regions not understood.

Belongs here: the walk over sheets. Does not belong here: how one table is read.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.captions import Headings, after_line, context_of, document_era, heading_level, stated_periods, text_lines
from extract.grid import Grid
from extract.labelled_lines import LabelledLines, labelled_values
from extract.labels import label_of
from extract.lines import Run
from extract.model import PrintedFigure, Reading, ReviewNote, ValueKind
from extract.shapes import looks_like_value
from extract.sheet import Sheet
from extract.tables.columns import Column
from extract.tables.context import Context
from extract.tables.read import TableReading, read_table

_SAME_EDGE = 8.0  # points by which the edges of a table may move from page to page


@dataclass(slots=True)
class _State:
    """What is carried from table to table: headings, and the last table in case it goes on."""

    headings: Headings
    columns: tuple[Column, ...] = ()
    xs: tuple[float, ...] = ()
    context: Context = dataclasses.field(default_factory=Context)


def read_tables(sheets: list[Sheet], reading: Reading) -> None:
    """Append the figures of every table of the document to ``reading``, and a note for each table not understood."""
    lines = {sheet.number: text_lines(sheet.loose) for sheet in sheets}
    every = [line.text for page in lines.values() for line in page]
    era, stated = document_era(every), stated_periods(every)
    state, labelled = _State(Headings()), LabelledLines()
    for sheet in sheets:
        local = stated_periods(line.text for line in lines[sheet.number])
        for above, grid in _in_order(sheet, lines[sheet.number]):
            periods = {**stated, **local}
            plain = _read_lines(sheet, above, labelled, state, reading, era, periods)
            if grid is not None:
                _read_one(grid, context_of(plain, state.headings, era, periods), state, reading)


def _read_lines(
    sheet: Sheet,
    lines: list[Run],
    labelled: LabelledLines,
    state: _State,
    reading: Reading,
    era: str,
    periods: dict[ValueKind, str],
) -> list[Run]:
    """Read the lines between two tables; the lines without labelled values, which may be headings, are returned."""
    plain: list[Run] = []
    for line in lines:
        if labelled_values(line):
            context = context_of(plain, state.headings, era, periods)
            found = labelled.read(sheet.number, line, context)
            reading.figures.extend(replace(f, box=sheet.content.on_page(f.box)) for f in found)
        else:
            plain.append(line)
            state.headings = after_line(state.headings, line)
            if heading_level(line.text):
                labelled.forget()
    return plain


def _in_order(sheet: Sheet, lines: list[Run]) -> Iterator[tuple[list[Run], Grid | None]]:
    """Each table of a page with the lines between it and the table before; last the lines below the last table."""
    done = 0
    for grid in sheet.grids:
        end = done
        while end < len(lines) and lines[end].y_mid < grid.ys[0]:
            end += 1
        yield lines[done:end], grid
        done = end
    yield lines[done:], None


def _read_one(grid: Grid, context: Context, state: _State, reading: Reading) -> None:
    carried = state.columns if _goes_on(grid, state) else ()
    surroundings = _carried_context(context, state.context) if carried else context
    found = read_table(grid, surroundings, carried)
    reading.figures.extend(_continued(found, grid, carried))
    if found.columns:
        state.columns, state.xs, state.context = found.columns, grid.xs, surroundings
    if not found.figures and _holds_indicators(grid):
        reading.review.append(ReviewNote(grid.page, grid.box, "unread_region", _sample(grid)))


def _goes_on(grid: Grid, state: _State) -> bool:
    """A table without a header of its own whose column edges are those of the table before."""
    if not state.columns or len(grid.xs) != len(state.xs):
        return False
    shift = grid.xs[0] - state.xs[0]
    return all(abs(new - old - shift) <= _SAME_EDGE for new, old in zip(grid.xs, state.xs, strict=True))


def _carried_context(context: Context, before: Context) -> Context:
    return replace(before, field=context.field or before.field, unit_line=context.unit_line or before.unit_line)


def _continued(found: TableReading, grid: Grid, carried: tuple[Column, ...]) -> list[PrintedFigure]:
    if not carried or found.columns is not carried:
        return list(found.figures)
    return [replace(f, rules=(*f.rules, "header-continued"), confidence=min(f.confidence, 0.95)) for f in found.figures]


def _holds_indicators(grid: Grid) -> bool:
    """True for a region that a person would take for an indicator table: it names a kind of value and holds figures."""
    texts = [cell.text for cell in grid.cells if cell.text]
    kinds = {label.kind for text in texts if (label := label_of(text)).kind}
    return bool(kinds) and sum(looks_like_value(text) for text in texts) >= 2


def _sample(grid: Grid) -> str:
    return " | ".join(" ".join(cell.text.split()) for cell in grid.cells if cell.text)[:200]

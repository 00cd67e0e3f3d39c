"""Body rows under a header: one row names indicators, its value columns hold their figures.

Belongs here: the walk over the body of a headed table, cell by cell. Does not belong here: forms (``pairs``), the header
(``columns``), what a row states (``record_row``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.arrows import without_arrow_ends
from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze
from extract.lexicon import phrase
from extract.model import PrintedFigure
from extract.shapes import is_dash, is_ditto, is_prose, looks_like_value
from extract.tables.by_legend import told_by_legend
from extract.tables.columns import Column, stacked_labels
from extract.tables.context import Context
from extract.tables.draft import Stated, figure
from extract.tables.groups import Group, group_after
from extract.tables.labelled_cells import labelled_figures, labelled_parts
from extract.tables.listed_cells import listed_items
from extract.tables.name_doubts import name_rules
from extract.tables.record_row import RecordRow
from extract.tables.row_partners import with_partners
from extract.tables.rows import row_kind
from extract.tables.stated_of_row import kind_of, period_of, unit_of

_SCHEDULE = phrase("schedule")
_VALUE_COLUMNS = ("value", "figures", "text")
_LABELLED_COLUMNS = (*_VALUE_COLUMNS, "kind", "blank", "rating", "attainment")


def read_body(grid: Grid, body: range, columns: list[Column], context: Context, group: Group) -> list[PrintedFigure]:
    """The figures of the body rows, row by row; ``group`` is the group in which the first of them stand."""
    groups = groups_of(grid, body, group)
    kinds = [row_kind(grid, row) for row in body]
    rows = [(row, of) for row, of, kind in zip(body, groups, kinds, strict=True) if kind not in ("group", "blank")]
    records = [RecordRow(grid, row, columns, of, context) for row, of in rows]
    return [figure for record in with_partners(records) for figure in _row_figures(record)]


def groups_of(grid: Grid, body: range, group: Group) -> list[Group]:
    """The group in which each body row stands; a group row opens its own."""
    groups: list[Group] = []
    for row in body:
        group = group_after(grid.row_cells(row), group) if row_kind(grid, row) == "group" else group
        groups.append(group)
    return groups


def _row_figures(record: RecordRow) -> Iterator[PrintedFigure]:
    if record.axis is not None and record.axis.role in ("rate", "rating"):
        return
    if _SCHEDULE.fullmatch(squeeze(record.names.indicator)):
        return
    values = _value_columns(record.columns)
    for column in record.columns:
        cell = record.grid.at(record.row, column.index)
        labelled = labelled_parts(cell.text) if column.role in _LABELLED_COLUMNS and cell.row == record.row else ()
        if labelled:
            yield from labelled_figures(record.grid.page, cell, labelled, record.named(column), record.context)
        elif column in values and cell.row == record.row and len(listed_items(cell.text)) > 1:
            yield from _listed(record, column, cell)
        elif (
            column in values
            and _starts_here(record, column, cell)
            and not is_prose(cell.text)
            and not _names_rows(column, cell)
        ):
            for text, stated in _stated(record, column, cell):
                yield figure(record.grid.page, cell.box, text, record.named(column), stated, record.context)


def _listed(record: RecordRow, column: Column, cell: Cell) -> Iterator[PrintedFigure]:
    """The figures of a cell that lists several indicators, each named in it."""
    kind, rules = kind_of(record, column)
    if kind is None:
        return
    for name, value in listed_items(cell.text):
        stated = Stated(kind, column.head, period_of(record, column), None, (*rules, "name-in-cell"))
        yield figure(record.grid.page, cell.box, value, replace(record.names, indicator=name), stated, record.context)


def _value_columns(columns: list[Column]) -> list[Column]:
    """The columns that may hold values: words before the name of the indicator are part of what names it."""
    named = next((c.index for c in columns if c.role == "indicator"), -1)
    return [c for c in columns if c.role in _VALUE_COLUMNS and not (c.role == "text" and c.index < named)]


def _names_rows(column: Column, cell: Cell) -> bool:
    """True for a cell under no telling head that names kinds (目標 over 実績): it says what its row holds."""
    return column.role == "text" and bool(stacked_labels(cell.text))


def _starts_here(record: RecordRow, column: Column, cell: Cell) -> bool:
    """A spanning cell is read once, in its first row and its first value column, or for each part of the indicator beside it.

    One that reaches over the name and several values is none of them.
    """
    under = [c for c in record.columns if cell.col <= c.index <= cell.last_col]
    values = [c for c in under if c.role == "value"]
    inside = [c for c in values if c.period] or values or [c for c in under if c.role == column.role]
    first = cell.row == record.row or _holds_for_parts(record, cell)
    names = any(c.role == "indicator" for c in under) and sum(c.role == "value" for c in under) > 1
    return bool(cell.text.strip()) and first and inside[0] == column and not names


def _holds_for_parts(record: RecordRow, cell: Cell) -> bool:
    """True for a value beside some parts of one indicator (男性 女性): it is the value of each."""
    return bool(record.part) and cell.row_span > 1 and record.name_covers(cell)


def _stated(record: RecordRow, column: Column, cell: Cell) -> list[tuple[str, Stated]]:
    """The values of a cell, each with what is stated of it; a legend may tell several kinds in one cell apart."""
    text, repeated = _with_ditto(record, column, cell)
    text = without_arrow_ends(text)
    kind, rules = kind_of(record, column)
    parts = told_by_legend(text, column, cell, record)
    if not parts:
        parts = [(text, kind)] if kind is not None else []
        parts = parts or [(text, kind) for kind in record.stacked[:1]]
        rules = (*rules, *_span_rules(record, column, cell), *name_rules(record, column), *_date_rules(record, column))
        rules = (*rules, "lines-without-kinds") if record.stacked and not column.tells_kind else rules
    else:
        rules = ("kinds-from-legend",)
    rules = (
        (*rules, "words-without-column-rules")
        if not record.grid.way.startswith("lattice") and not looks_like_value(text)
        else rules
    )
    rules = (*rules, "value-by-ditto") if repeated else rules
    rules = (*rules, "column-by-nearness") if record.grid.way.startswith("gaps-by-nearness") else rules
    rules = (*rules, column.period_rule) if column.period_rule else rules
    period, unit = period_of(record, column), unit_of(record, column)
    return [(part, Stated(of_kind, column.head, period, unit, rules)) for part, of_kind in parts]


def _with_ditto(record: RecordRow, column: Column, cell: Cell) -> tuple[str, bool]:
    """The text of a value and whether 〃 stands for it: the value to its left, of the same kind, goes before the one above it."""
    if not is_ditto(cell.text):
        return record.text(column.index), False
    before = [c for c in record.columns if c.index < column.index and c.role == "value" and c.kind == column.kind]
    left = (record.grid.at(record.row, c.index).text for c in reversed(before))
    return next((text for text in left if looks_like_value(text)), record.text(column.index)), True


def _span_rules(record: RecordRow, column: Column, cell: Cell) -> tuple[str, ...]:
    """A value that spans several periods or several indicators is doubtful."""
    periods = {c.period for c in record.columns if cell.col <= c.index <= cell.last_col and c.role == "value"}
    rows = range(cell.row, cell.last_row + 1)
    named = (record.grid.at(row, c.index) for row in rows for c in record.columns if c.role == "indicator")
    names = {id(name) for name in named if label_of(name.text).kind is None}
    several = cell.row_span > 1 and (len(names) > 1 or _holds_for_parts(record, cell))
    return (*(("value-spans-periods",) if len(periods) > 1 else ()), *(("value-spans-indicators",) if several else ()))


def _date_rules(record: RecordRow, column: Column) -> tuple[str, ...]:
    """A value beside a cell that should date it and does not is doubtful, and so is one of a row that names several periods."""
    period = period_of(record, column)
    if period is not None and period.source == "row" and column.dated is None and record.is_dated_unclearly:
        return ("periods-in-row",)
    beside = record.text(column.dated) if column.dated is not None else ""
    unread = bool(beside.strip()) and not is_dash(beside) and not label_of(beside).period
    return ("period-unread",) if unread else ()

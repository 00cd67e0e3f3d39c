"""Body rows under a header: one row names indicators, its value columns hold their figures.

Belongs here: rows of a headed table, with spans, groups, row labels (目標/実績, years) and repetition marks.
Does not belong here: forms (``pairs``), the header itself (``columns``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.grid import Cell, Grid
from extract.labels import Label, as_printed, label_of, period_in, squeeze
from extract.model import PrintedFigure, PrintedLabel, ValueKind
from extract.shapes import is_ditto, is_prose
from extract.tables.columns import Column, join_lines
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.tables.rows import row_kind

_LONGEST_AXIS = 16  # characters of a row label; a longer text that ends like a label is a name
_ROW_AXIS = ("value", "period", "kind", "rate", "rating", "attainment")


@dataclass(frozen=True, slots=True)
class Group:
    """A group row and what it states for the rows below it."""

    text: str = ""
    kind: ValueKind | None = None
    period: str = ""
    unit: str = ""


def read_body(grid: Grid, body: range, columns: list[Column], context: Context) -> list[PrintedFigure]:
    """The figures of the body rows, row by row."""
    figures: list[PrintedFigure] = []
    group = Group()
    for row in body:
        kind = row_kind(grid, row)
        if kind == "group":
            group = _group(grid.row_cells(row), group)
        elif kind != "blank":
            figures.extend(_row_figures(grid, row, columns, group, context))
    return figures


def _group(cells: list[Cell], previous: Group) -> Group:
    text = next(cell.text for cell in cells if cell.text.strip())
    label = label_of(text)
    if label.role in ("period", "value"):
        return replace(previous, kind=label.kind, period=label.period, unit=label.unit or previous.unit)
    return Group(join_lines(text), None, as_printed(text, period_in(squeeze(text))), label.unit)


def _row_figures(grid: Grid, row: int, columns: list[Column], group: Group, context: Context) -> Iterator[PrintedFigure]:
    axis = _row_axis(grid, row, columns)
    if axis is not None and axis.role in ("rate", "rating"):
        return
    names = _names(grid, row, columns, group, context)
    for column in columns:
        if column.role not in ("value", "figures", "text"):
            continue
        cell = grid.at(row, column.index)
        if cell.row != row or cell.col != _first(grid, row, column, columns) or not cell.text.strip() or is_prose(cell.text):
            continue
        found = _stated(grid, row, column, columns, cell, axis, group, context)
        if found is not None:
            yield figure(grid.page, cell.box, _text(grid, row, column.index), _named(names, column, columns, context), found, context)


def _first(grid: Grid, row: int, column: Column, columns: list[Column]) -> int:
    """The column index at which a value cell is read: its first column among the value columns."""
    cell = grid.at(row, column.index)
    inside = [c.index for c in columns if cell.col <= c.index <= cell.last_col and c.role == column.role]
    return cell.col if inside and inside[0] == column.index else -1


def _text(grid: Grid, row: int, column: int) -> str:
    """The text of a value cell; 〃 repeats the nearest printed cell above it."""
    for above in range(row, -1, -1):
        text = grid.at(above, column).text
        if not is_ditto(text):
            return text
    return grid.at(row, column).text


def _row_axis(grid: Grid, row: int, columns: list[Column]) -> Label | None:
    """What the row itself states of its values (目標, 実績, a year), from its label columns."""
    dating = {column.dated for column in columns}
    labels = [
        label_of(grid.at(row, column.index).text)
        for column in columns
        if column.index not in dating
        and column.role in ("kind", "period", "text", "blank", "indicator", "measure", "note", "field", "unit")
    ]
    spoken = [label for label in labels if label.role in _ROW_AXIS and len(squeeze(label.text)) <= _LONGEST_AXIS]
    if not spoken:
        return None
    merged = spoken[0]
    for label in spoken[1:]:
        merged = Label(
            merged.text,
            label.role if merged.role in ("period", "kind") else merged.role,
            merged.kind or label.kind,
            merged.period or label.period,
            merged.unit or label.unit,
        )
    return merged


def _names(grid: Grid, row: int, columns: list[Column], group: Group, context: Context) -> Names:
    def of(role: str) -> str:
        parts = [_own(grid, row, c) for c in columns if c.role == role]
        return "\n".join(dict.fromkeys(part for part in parts if part))

    topic = next((c.topic for c in columns if c.topic and c.role in ("number", "measure", "text", "indicator", "field")), "")
    indicator = of("indicator")
    if label_of(indicator).role in _ROW_AXIS:
        indicator = ""
    return Names(
        field=of("field") or group.text or topic,
        measure_no=of("number"),
        measure=of("measure") or " ".join(filter(None, (_own(grid, row, c) for c in columns if _is_measure_text(c, columns)))),
        indicator=indicator,
        department=of("department"),
        rating=of("rating"),
        note="",
    )


def _is_measure_text(column: Column, columns: list[Column]) -> bool:
    indicator = next((c.index for c in columns if c.role == "indicator"), -1)
    return column.role == "text" and column.index < indicator


def _own(grid: Grid, row: int, column: Column) -> str:
    text = _text(grid, row, column.index).strip()
    return "" if label_of(text).role in ("value", "period", "rate") and column.role not in ("indicator", "measure") else text


def _named(names: Names, column: Column, columns: list[Column], context: Context) -> Names:
    """Names with the indicator that the row, else the column, else the title gives; twin columns add their own name."""
    if names.indicator:
        twins = sum(c.role == "value" and (c.kind, c.period) == (column.kind, column.period) for c in columns)
        named = f"{names.indicator}（{column.topic}）" if twins > 1 and column.topic else names.indicator
        return replace(names, indicator=named)
    if column.role in ("figures", "text") and column.topic:
        return replace(names, indicator=column.topic)
    return replace(names, indicator=names.measure or context.title)


def _stated(
    grid: Grid,
    row: int,
    column: Column,
    columns: list[Column],
    cell: Cell,
    axis: Label | None,
    group: Group,
    context: Context,
) -> Stated | None:
    kind, kind_rules = _kind(column, axis, group, context)
    if kind is None:
        return None
    rules = [*kind_rules, *_span_rules(grid, row, cell, column, columns)]
    period = _period(grid, row, column, axis, group)
    if not any(c.role == "indicator" for c in columns) and not column.topic and context.title:
        rules.append("indicator-from-title")
    return Stated(kind, column.head, period, _unit(grid, row, column, columns, axis, group), tuple(rules))


def _period(grid: Grid, row: int, column: Column, axis: Label | None, group: Group) -> PrintedLabel | None:
    """The period of a value cell from the nearest place: its column, the column that dates it, the row, the group."""
    dated = label_of(_text(grid, row, grid_column)).period if (grid_column := column.dated) is not None else ""
    places = ((column.period, "column"), (dated, "row"), (axis.period if axis else "", "row"), (group.period, "group"))
    return next((PrintedLabel(text, source) for text, source in places if text), None)


def _kind(column: Column, axis: Label | None, group: Group, context: Context) -> tuple[ValueKind | None, list[str]]:
    if axis is not None and axis.kind:
        return axis.kind, []
    if column.kind:
        return column.kind, [] if column.kind_stated else ["kind-from-years"]
    if group.kind:
        return group.kind, []
    if column.role in ("value", "figures") and context.title_kind:
        return context.title_kind, ["kind-from-title"]
    return None, []


def _span_rules(grid: Grid, row: int, cell: Cell, column: Column, columns: list[Column]) -> list[str]:
    rules: list[str] = []
    periods = {c.period for c in columns if cell.col <= c.index <= cell.last_col and c.role == "value"}
    if len(periods) > 1:
        rules.append("value-spans-periods")
    names = {id(grid.at(r, c.index)) for r in range(cell.row, cell.last_row + 1) for c in columns if c.role == "indicator"}
    if cell.row_span > 1 and len(names) > 1:
        rules.append("value-spans-indicators")
    return rules


def _unit(
    grid: Grid, row: int, column: Column, columns: list[Column], axis: Label | None, group: Group
) -> PrintedLabel | None:
    own = next((t for c in columns if c.role == "unit" and (t := join_lines(_text(grid, row, c.index)))), "")
    places = (
        (own, "row"),
        (column.unit, "column"),
        (axis.unit if axis else "", "row"),
        (group.unit, "group"),
    )
    return next((PrintedLabel(text, source) for text, source in places if text), None)



"""What is stated of a value in a row: its kind, its period and its unit, each from the nearest place that states it.

Belongs here: the order of these places. Does not belong here: names (``record_row``), legends (``by_legend``), what stands around
the table (``draft``).
"""

from __future__ import annotations

from dataclasses import replace

from extract.labels import is_aim, is_expected, label_of
from extract.model import PrintedLabel, ValueKind
from extract.tables.columns import Column, join_lines
from extract.tables.groups import period_of_head
from extract.tables.kinds_of_years import LONE_YEAR
from extract.tables.record_row import RecordRow


def period_of(row: RecordRow, column: Column) -> PrintedLabel | None:
    """The period of a value from the nearest place: its column, the column that dates it, the row, the group."""
    dated = label_of(row.text(column.dated)).period if column.dated is not None else ""
    axis = row.axis.period if row.axis else ""
    in_name = row.told_by_name.period if row.told_by_name else ""
    places = (
        (column.period, "column"),
        (dated, "row"),
        (axis, "row"),
        (in_name, "row"),
        (_group_period(row, column), "group"),
    )
    return next((PrintedLabel(text, source) for text, source in places if text), None)


def _group_period(row: RecordRow, column: Column) -> str:
    """The period that the group row states for the kind of this column, or for all of them."""
    kind, _ = kind_of(row, column)
    return period_of_head(row.group.periods, replace(column, kind=kind)) or row.group.period


def unit_of(row: RecordRow, column: Column) -> PrintedLabel | None:
    """The unit of a value from the nearest place: the unit column, its own column, the row, the group."""
    if row.partner is not None:
        return unit_of(row.partner, column)
    columns = _unit_columns(row, column)
    own = next((t for index in columns if (t := join_lines(row.text(index)) or _unit_of_name(row, index))), "")
    axis = row.axis.unit if row.axis else row.unit_of_values
    places = ((own, "row"), (column.unit, "column"), (axis, "row"), (row.group.unit, "group"))
    return next((PrintedLabel(text, source) for text, source in places if text), None)


def _unit_of_name(row: RecordRow, index: int) -> str:
    """The unit in the first row of a name that is merged over several (目標 over 実績), where it stands once."""
    named = row.name_cell
    cells = () if named is None else (row.grid.at(at, index) for at in range(named.row, row.row))
    return next((join_lines(cell.text) for cell in cells if cell.text.strip()), "")


def _unit_columns(row: RecordRow, column: Column) -> list[int]:
    """The columns that state the unit of a value: its own where it has one; a name that reaches over one is no unit."""
    units = [column.measured] if column.measured is not None else [c.index for c in row.columns if c.role == "unit"]
    return [index for index in units if row.grid.at(row.row, index) is not row.name_cell]


def kind_of(row: RecordRow, column: Column) -> tuple[ValueKind | None, tuple[str, ...]]:
    """The kind of a value from the row, the column, the group or the title, with the rule where it is concluded."""
    if row.axis is not None and row.axis.kind:
        return ("actual", ("expected-value",)) if _is_to_come(row) else (_kind_of_both(row, row.axis.kind, column), ())
    if column.kind == "actual" and row.group.kind == "baseline":
        return "baseline", ()
    if column.kind_rule == LONE_YEAR and row.context.title_kind:
        return row.context.title_kind, ("kind-from-title",)
    if column.kind:
        return column.kind, (column.kind_rule,) if column.kind_rule else ()
    if row.group.kind:
        return row.group.kind, ()
    if row.told_by_name and row.told_by_name.kind:
        return row.told_by_name.kind, (row.told_by_name.rule,)
    titled = row.context.title_kind if column.role in ("value", "figures") else None
    return titled, ("kind-from-title",) if titled else ()


def _kind_of_both(row: RecordRow, row_kind: ValueKind, column: Column) -> ValueKind:
    """The kind where the row names one: a baseline that the column or the row states is none of the other kinds.

    A value beside all kinds of its row is of the kind that a note gives its year (Ｈ30は策定時の値).
    """
    if row_kind == "baseline":
        return "target" if column.kind == "target" and not _is_over_kinds(row, column) else "baseline"
    merged = row.grid.at(row.row, column.index).row_span > 1
    noted = row.context.stated.kind_of(column.period)
    if merged and not column.tells_kind and noted:
        return noted
    states_baseline = merged or row_kind == "actual" or _alone_in(row, column)
    return "baseline" if column.kind == "baseline" and states_baseline else row_kind


def _is_to_come(row: RecordRow) -> bool:
    """True for a row of 見込 in a column that names rows of 目標: what its year is expected to bring."""
    kinds = [column.index for column in row.columns if column.role == "kind"]
    beside = (cell.text for index in kinds for cell in row.grid.column_cells(index))
    return any(is_expected(row.text(index)) for index in kinds) and any(map(is_aim, beside))


def _is_over_kinds(row: RecordRow, column: Column) -> bool:
    """True for a value under the heads of several kinds (基準値 over 目標 and 実績): it is of none of them."""
    cell = row.grid.at(row.row, column.index)
    return len({c.kind for c in row.columns if cell.col <= c.index <= cell.last_col and c.role == "value"}) > 1


def _alone_in(row: RecordRow, column: Column) -> bool:
    """True where no other row of the indicator holds a value in a column."""
    named = row.name_cell
    others = set(range(named.row, named.last_row + 1)) - {row.row} if named is not None else set()
    return bool(others) and not any(row.grid.at(other, column.index).text.strip() for other in others)

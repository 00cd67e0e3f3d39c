"""One row per indicator, one column per kind and period: the common layout, with one to three header rows.

Options: ``group_by`` (field or measure) puts a row across all columns before each group; ``head`` false leaves the
header out; ``open_first`` leaves out the row of the first group, which began on the page before; ``head_each`` prints
the header again below each group row instead of once at the top; ``unit_line`` stands above the table, to the right.
"""

from __future__ import annotations

from itertools import groupby

from tests.generator.blocks import Block, Cell, Table, Text
from tests.generator.layouts.sheet import Sheet, head_tree, heads_of, side_cells, value_cell, widths_of
from tests.generator.model import Indicator

Row = tuple[Cell, ...]


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """The sheet as one table."""
    once = sheet.options.get("head", True) and not sheet.options.get("head_each", False)
    heads = _heads(sheet) if once else []
    table = Table((*heads, *body(sheet)), widths_of(sheet), len(heads), sheet.look.style)
    return (Text(str(sheet.options["unit_line"]), "unit_line"), table) if "unit_line" in sheet.options else (table,)


def _heads(sheet: Sheet) -> list[Row]:
    return [tuple(row) for row in head_tree(heads_of(sheet))]


def body(sheet: Sheet) -> list[Row]:
    """The rows below the header."""
    group_by = sheet.options.get("group_by", "")
    if not group_by:
        return _rows(sheet)
    rows: list[Row] = []
    for name, members in groupby(sheet.indicators, key=lambda indicator: str(getattr(indicator, group_by))):
        part = Sheet(sheet.columns, tuple(members), sheet.look, sheet.options)
        group = Cell(_group_text(sheet, part.indicators[0], name), "group", cols=len(widths_of(sheet)))
        again = _heads(sheet) if sheet.options.get("head_each", False) else []
        rows += [(group,), *again, *_rows(part)]
    return rows[1:] if sheet.options.get("open_first", False) else rows


def _group_text(sheet: Sheet, first: Indicator, name: str) -> str:
    numbered = sheet.options.get("group_number", False)
    return f"{first.measure_no} {name}" if numbered else name


def _rows(sheet: Sheet) -> list[Row]:
    sides = side_cells(sheet, [column for column in sheet.look.order if column != "values"])
    return [_row(sheet, indicator, side) for indicator, side in zip(sheet.indicators, sides, strict=True)]


def _row(sheet: Sheet, indicator: Indicator, side: dict[str, Cell]) -> Row:
    cells: list[Cell] = []
    for column in sheet.look.order:
        if column == "values":
            cells += [value_cell(sheet, indicator, number) for number in range(len(sheet.columns))]
        elif column in side:
            cells.append(side[column])
    return tuple(cells)

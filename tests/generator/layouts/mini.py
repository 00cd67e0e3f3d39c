"""One small table per indicator whose name stands in the caption; the columns are kinds and periods.

Options: ``caption`` formats the line above; ``transposed`` prints the heads as a first column instead of a first row.
"""

from __future__ import annotations

from itertools import chain

from tests.generator.blocks import Block, Cell, Space, Table, Text
from tests.generator.layouts.sheet import Sheet, head_tree, value_cell
from tests.generator.look import column_heads
from tests.generator.model import Indicator


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """A caption and a table for every indicator."""
    numbered = enumerate(sheet.indicators, start=1)
    return tuple(chain.from_iterable(_one(sheet, number, indicator) for number, indicator in numbered))


def _one(sheet: Sheet, number: int, indicator: Indicator) -> tuple[Block, ...]:
    caption = str(sheet.options.get("caption", "指標{number}　{name}（{unit}）"))
    text = caption.format(
        number=number, name=indicator.name, unit=indicator.unit.printed, department=indicator.department
    )
    table = _transposed(sheet, indicator) if sheet.options.get("transposed") else _flat(sheet, indicator)
    return Text(text, "subheading"), table, Space(6)


def _flat(sheet: Sheet, indicator: Indicator) -> Table:
    heads = [tuple(row) for row in head_tree([column_heads(column, sheet.look) for column in sheet.columns])]
    values = tuple(value_cell(sheet, indicator, number) for number in range(len(sheet.columns)))
    width = float(sheet.options.get("width", 0.7))
    return Table((*heads, values), tuple([1.0] * len(sheet.columns)), len(heads), sheet.look.style, width)


def _transposed(sheet: Sheet, indicator: Indicator) -> Table:
    rows = tuple(
        (Cell(" ".join(column_heads(column, sheet.look)), "head"), value_cell(sheet, indicator, number))
        for number, column in enumerate(sheet.columns)
    )
    return Table(rows, (1.4, 1.0), 0, sheet.look.style, float(sheet.options.get("width", 0.5)))

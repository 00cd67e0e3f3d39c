"""Key-value lines without any rule: 指標名：… 基準値（R2）：… 目標値（R8）：….

Options: ``first`` formats the line of the name, ``pair`` one value, ``join`` stands between values.
"""

from __future__ import annotations

from itertools import chain

from tests.generator.blocks import Block, Cell, Space, Text
from tests.generator.layouts.sheet import Sheet, value_cell
from tests.generator.look import column_heads
from tests.generator.model import Indicator


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """Two or more lines for every indicator."""
    return tuple(chain.from_iterable(_one(sheet, indicator) for indicator in sheet.indicators))


def _one(sheet: Sheet, indicator: Indicator) -> tuple[Block, ...]:
    first = str(sheet.options.get("first", "指標名：{name}"))
    words = {"name": indicator.name, "unit": indicator.unit.printed, "department": indicator.department}
    return Text(first.format(**words)), *_values(sheet, indicator), Space(float(sheet.options.get("space", 4)))


def _values(sheet: Sheet, indicator: Indicator) -> tuple[Text, ...]:
    cells = [value_cell(sheet, indicator, number) for number in range(len(sheet.columns))]
    parts = [(_pair(sheet, number, cell), cell) for number, cell in enumerate(cells) if cell.text]
    if sheet.options.get("one_line", True):
        line = str(sheet.options.get("join", "　　")).join(text for text, _ in parts)
        return (Text(line, truth=tuple(chain.from_iterable(cell.truth for _, cell in parts))),)
    return tuple(Text(text, truth=cell.truth) for text, cell in parts)


def _pair(sheet: Sheet, number: int, cell: Cell) -> str:
    head = "".join(column_heads(sheet.columns[number], sheet.look)).replace("\n", "")
    return str(sheet.options.get("pair", "{head}：{value}")).format(head=head, value=cell.text)

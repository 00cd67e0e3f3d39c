"""Lists without a table: ・name　12人（R元） → 20人（R7）, as plans print them in running text.

Options: ``line`` formats an indicator with ``{name} {values}``; ``value`` one with ``{text} {period}``; ``arrow`` joins
them; ``legend`` is a line above that says what the arrow means.
"""

from __future__ import annotations

from itertools import chain

from tests.generator.blocks import Block, Cell, Text
from tests.generator.layouts.sheet import Sheet, value_cell
from tests.generator.look import period_text
from tests.generator.model import Indicator


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """One line for every indicator."""
    legend = (Text(str(sheet.options["legend"])),) if "legend" in sheet.options else ()
    return *legend, *(_line(sheet, indicator) for indicator in sheet.indicators)


def _line(sheet: Sheet, indicator: Indicator) -> Text:
    cells = [value_cell(sheet, indicator, number) for number in range(len(sheet.columns))]
    values = str(sheet.options.get("arrow", " → ")).join(
        _value(sheet, number, cell) for number, cell in enumerate(cells)
    )
    line = str(sheet.options.get("line", "・{name}　{values}"))
    truth = tuple(chain.from_iterable(cell.truth for cell in cells))
    return Text(line.format(name=indicator.name, values=values), truth=truth)


def _value(sheet: Sheet, number: int, cell: Cell) -> str:
    period = period_text(sheet.columns[number].period, sheet.look)
    return str(sheet.options.get("value", "{text}（{period}）")).format(text=cell.text, period=period)

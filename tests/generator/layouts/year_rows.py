"""Years as rows: one table per indicator with the kinds as columns, or one table with the indicators as columns.

Options: ``year_word`` heads the column of years; ``caption`` formats the line above a table of one indicator.
"""

from __future__ import annotations

from itertools import chain

from tests.generator.blocks import Block, Cell, Space, Table, Text
from tests.generator.layouts.sheet import Sheet, head_tree, value_cell
from tests.generator.look import name_text, period_text
from tests.generator.model import Indicator, Kind, Period

Row = tuple[Cell, ...]


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """One table per indicator, its name in the line above."""
    numbered = enumerate(sheet.indicators, start=1)
    return tuple(chain.from_iterable(_single(sheet, number, indicator) for number, indicator in numbered))


def _single(sheet: Sheet, number: int, indicator: Indicator) -> tuple[Block, ...]:
    kinds = list(dict.fromkeys(column.kind for column in sheet.columns))
    head = (_year_head(sheet), *(Cell(sheet.look.kinds[kind], "head") for kind in kinds))
    rows = [_year_row(sheet, indicator, year, kinds) for year in _years(sheet)]
    width = float(sheet.options.get("width", 0.6))
    table = Table((head, *rows), (1.2, *([1.0] * len(kinds))), 1, sheet.look.style, width)
    return Text(_caption(sheet, number, indicator), "subheading"), table, Space(6)


def _caption(sheet: Sheet, number: int, indicator: Indicator) -> str:
    pattern = str(sheet.options.get("caption", "{name}（単位：{unit}）"))
    return pattern.format(number=number, name=indicator.name, unit=indicator.unit.printed)


def _year_head(sheet: Sheet) -> Cell:
    return Cell(str(sheet.options.get("year_word", "年度")), "head")


def _years(sheet: Sheet) -> list[Period]:
    return list(dict.fromkeys(column.period for column in sheet.columns))


def _year_row(sheet: Sheet, indicator: Indicator, year: Period, kinds: list[Kind]) -> Row:
    return Cell(period_text(year, sheet.look), "center"), *(_value(sheet, indicator, kind, year) for kind in kinds)


def _value(sheet: Sheet, indicator: Indicator, kind: Kind, year: Period) -> Cell:
    for number, column in enumerate(sheet.columns):
        if column.kind == kind and column.period == year:
            return value_cell(sheet, indicator, number)
    return Cell("", "figure")


def lay_out_columns(sheet: Sheet) -> tuple[Block, ...]:
    """One table whose columns are the indicators and whose rows are kind and year, a unit row below the names."""
    with_units = sheet.look.unit_place == "column"
    paths = [(str(sheet.options.get("year_word", "区分")),), *((name_text(i, sheet.look),) for i in sheet.indicators)]
    heads = [tuple(row) for row in head_tree(paths)]
    units = [(Cell("単位", "head"), *(Cell(i.unit.printed, "center") for i in sheet.indicators))] if with_units else []
    rows = [_column_row(sheet, number) for number in range(len(sheet.columns))]
    widths = (1.6, *([1.4] * len(sheet.indicators)))
    return (Table((*heads, *units, *rows), widths, 1, sheet.look.style),)


def _column_row(sheet: Sheet, number: int) -> Row:
    column = sheet.columns[number]
    word = str(sheet.options.get("row_head", "{period} {word}"))
    label = word.format(period=period_text(column.period, sheet.look), word=sheet.look.kinds[column.kind])
    return Cell(label, "name"), *(value_cell(sheet, indicator, number) for indicator in sheet.indicators)

"""Each value has a column of its own for its year: 現状値 (年度 | 数値), 目標値 (年度 | 数値)."""

from __future__ import annotations

from itertools import chain

from tests.generator.blocks import Block, Cell, Table
from tests.generator.layouts.sheet import Sheet, head_tree, side_cells, value_cell
from tests.generator.look import column_heads, period_text
from tests.generator.model import Indicator

Row = tuple[Cell, ...]


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """The sheet as one table."""
    heads = [tuple(row) for row in head_tree(_heads(sheet))]
    sides = side_cells(sheet, [column for column in sheet.look.order if column != "values"])
    rows = [_row(sheet, indicator, side) for indicator, side in zip(sheet.indicators, sides, strict=True)]
    return (Table((*heads, *rows), _widths(sheet), len(heads), sheet.look.style),)


def _heads(sheet: Sheet) -> list[tuple[str, ...]]:
    words = tuple(sheet.options.get("words", ("年度", "数値")))
    paths: list[tuple[str, ...]] = []
    for column in sheet.look.order:
        if column == "values":
            paths += [(column_heads(value, sheet.look)[0], word) for value in sheet.columns for word in words]
        else:
            paths.append((sheet.look.head_word(column),))
    return paths


def _widths(sheet: Sheet) -> tuple[float, ...]:
    pair = [float(sheet.options.get("year_width", 1.0)), sheet.look.value_width]
    widths = [
        pair * len(sheet.columns) if column == "values" else [sheet.look.width_of(column)]
        for column in sheet.look.order
    ]
    return tuple(chain.from_iterable(widths))


def _row(sheet: Sheet, indicator: Indicator, side: dict[str, Cell]) -> Row:
    cells: list[Cell] = []
    for column in sheet.look.order:
        if column == "values":
            cells += chain.from_iterable(_pair(sheet, indicator, number) for number in range(len(sheet.columns)))
        elif column in side:
            cells.append(side[column])
    return tuple(cells)


def _pair(sheet: Sheet, indicator: Indicator, number: int) -> Row:
    """The cell of the year, which a figure's own period replaces, and the cell of the value."""
    entry = indicator.entries[number]
    if entry is None:
        return Cell("", "center"), Cell("", "figure")
    own = next((figure.period for figure in entry.figures if figure.period), sheet.columns[number].period)
    return Cell(period_text(own, sheet.look), "center"), value_cell(sheet, indicator, number)

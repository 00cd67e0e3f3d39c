"""Two or three rows per indicator (目標, 実績 …), years as columns; the indicator's cell is merged over its rows.

Options: ``kind_word`` heads the column that names the kind (区分); ``extra_row`` adds a row below the kinds (達成率) whose
cells the indicator's extra of that name gives, separated by ``|``: such a row holds no observation.
"""

from __future__ import annotations

from itertools import chain

from tests.generator.blocks import Block, Cell, Table
from tests.generator.layouts.sheet import Sheet, side_cells, value_cell
from tests.generator.look import period_text
from tests.generator.model import Indicator, Kind, Period

Row = tuple[Cell, ...]


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """The sheet as one table."""
    years, kinds = _years(sheet), _kinds(sheet)
    sides = [column for column in sheet.look.order if column != "values"]
    cells = side_cells(sheet, sides, height=len(kinds) + ("extra_row" in sheet.options))
    rows = [
        _rows(sheet, indicator, side, years, kinds) for indicator, side in zip(sheet.indicators, cells, strict=True)
    ]
    return (Table((_head(sheet, years), *chain.from_iterable(rows)), _widths(sheet, years), 1, sheet.look.style),)


def _years(sheet: Sheet) -> list[Period]:
    return list(dict.fromkeys(column.period for column in sheet.columns))


def _kinds(sheet: Sheet) -> list[Kind]:
    return list(dict.fromkeys(column.kind for column in sheet.columns))


def _head(sheet: Sheet, years: list[Period]) -> Row:
    words: list[str] = []
    for column in sheet.look.order:
        values = [sheet.options.get("kind_word", "区分"), *(period_text(year, sheet.look) for year in years)]
        words += values if column == "values" else [sheet.look.head_word(column)]
    return tuple(Cell(word, "head") for word in words)


def _widths(sheet: Sheet, years: list[Period]) -> tuple[float, ...]:
    widths: list[float] = []
    for column in sheet.look.order:
        values = [1.0, *([sheet.look.value_width] * len(years))]
        widths += values if column == "values" else [sheet.look.width_of(column)]
    return tuple(widths)


def _rows(
    sheet: Sheet, indicator: Indicator, side: dict[str, Cell], years: list[Period], kinds: list[Kind]
) -> list[Row]:
    rows = [_row(sheet, indicator, side if number == 0 else {}, years, kind) for number, kind in enumerate(kinds)]
    return [*rows, *_extra_row(sheet, indicator)]


def _extra_row(sheet: Sheet, indicator: Indicator) -> list[Row]:
    if "extra_row" not in sheet.options:
        return []
    word = str(sheet.options["extra_row"])
    return [(Cell(word, "center"), *(Cell(text, "figure") for text in indicator.extra[word].split("|")))]


def _row(sheet: Sheet, indicator: Indicator, side: dict[str, Cell], years: list[Period], kind: Kind) -> Row:
    cells: list[Cell] = []
    for column in sheet.look.order:
        if column == "values":
            cells += [Cell(sheet.look.kinds[kind], "center"), *(_value(sheet, indicator, kind, year) for year in years)]
        elif column in side:
            cells.append(side[column])
    return tuple(cells)


def _value(sheet: Sheet, indicator: Indicator, kind: Kind, year: Period) -> Cell:
    for number, column in enumerate(sheet.columns):
        if column.kind == kind and column.period == year:
            return value_cell(sheet, indicator, number)
    return Cell("", "figure")

"""The year stands in a row across all columns; below it the indicators with 目標 and 実績, then the next year."""

from __future__ import annotations

from dataclasses import replace

from tests.generator.blocks import Block, Cell, Table
from tests.generator.layouts.sheet import Sheet, head_tree, heads_of, widths_of
from tests.generator.layouts.wide import body
from tests.generator.look import period_text
from tests.generator.model import Indicator, Kind, Period

Row = tuple[Cell, ...]


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """The sheet as one table."""
    years = list(dict.fromkeys(column.period for column in sheet.columns))
    parts = [_part(sheet, year) for year in years]
    heads = [tuple(row) for row in head_tree(heads_of(parts[0]))]
    rows = [row for part in parts for row in _group(part)]
    return (Table((*heads, *rows), widths_of(parts[0]), len(heads), sheet.look.style),)


def _part(sheet: Sheet, year: Period) -> Sheet:
    """The columns of one year; their heads name the kind alone."""
    kept = [number for number, column in enumerate(sheet.columns) if column.period == year]
    columns = tuple(replace(sheet.columns[number], head=(_kind(sheet, sheet.columns[number].kind),)) for number in kept)
    indicators = tuple(_cut(indicator, kept) for indicator in sheet.indicators)
    return replace(sheet, columns=columns, indicators=indicators)


def _kind(sheet: Sheet, kind: Kind) -> str:
    return sheet.look.kinds[kind]


def _cut(indicator: Indicator, kept: list[int]) -> Indicator:
    return replace(indicator, entries=tuple(indicator.entries[number] for number in kept))


def _group(part: Sheet) -> list[Row]:
    pattern = str(part.options.get("year_row", "{period}"))
    text = pattern.format(period=period_text(part.columns[0].period, part.look))
    return [(Cell(text, "group", cols=len(widths_of(part))),), *body(part)]

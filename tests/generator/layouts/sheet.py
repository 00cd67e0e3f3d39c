"""What every layout works on, and the steps that layouts share: heads, merged cells, value cells with truth.

Belongs here: helpers of more than one layout. Does not belong here: an arrangement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from tests.generator.blocks import Block, Cell, Role
from tests.generator.look import Look, column_heads, name_text, period_text, printed
from tests.generator.model import Column, Entry, Figure, Indicator, Truth


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table's worth of indicators, and how to word them; ``options`` are the layout's own."""

    columns: tuple[Column, ...]
    indicators: tuple[Indicator, ...]
    look: Look
    options: dict[str, Any] = field(default_factory=dict)


Layout = Callable[[Sheet], tuple[Block, ...]]
_ROLES: dict[str, Role] = {"name": "name", "unit": "center", "rating": "center", "measure_no": "center"}


def value_cell(sheet: Sheet, indicator: Indicator, number: int, rows: int = 1) -> Cell:
    """The cell that prints one entry of an indicator, with the observations that are read in it."""
    entry = indicator.entries[number]
    if entry is None:
        return Cell("", "figure", rows=rows)
    text, figures = printed(indicator, entry, sheet.columns[number], sheet.look)
    return Cell(text, "figure", rows=rows, truth=tuple(truth(sheet, indicator, number, figure) for figure in figures))


def truth(sheet: Sheet, indicator: Indicator, number: int, figure: Figure) -> Truth:
    """The observation that a figure of this indicator in this column is."""
    column, look = sheet.columns[number], sheet.look
    period = figure.period or column.period
    shown = set(look.order) | set(sheet.options.get("shown", ()))
    return Truth(
        kind=figure.kind or column.kind,
        period=period,
        period_label=period_text(period, look),
        indicator=figure.name or name_text(indicator, look),
        figure=figure,
        field=indicator.field,
        measure_no=indicator.measure_no if "measure_no" in shown else "",
        measure=indicator.measure,
        department=indicator.department if "department" in shown else "",
        rating=indicator.rating if "rating" in shown else "",
    )


def word_of(sheet: Sheet, indicator: Indicator, column: str) -> str:
    """What a column that holds no values prints for an indicator."""
    return indicator.printed.get(column, _meaning_of(sheet, indicator, column))


def _meaning_of(sheet: Sheet, indicator: Indicator, column: str) -> str:
    if column == "name":
        return name_text(indicator, sheet.look)
    if column == "unit":
        return indicator.unit.printed
    return str(indicator.extra.get(column, getattr(indicator, column, "")))


def role_of(column: str) -> Role:
    """The role of a column that holds no values, which decides how it is aligned and filled."""
    return _ROLES.get(column, "text")


def head_tree(paths: Sequence[tuple[str, ...]]) -> list[list[Cell]]:
    """Header rows from one path of texts per column: equal neighbours merge, short paths reach down."""
    depth = max(len(path) for path in paths)
    rows: list[list[Cell]] = []
    for level in range(depth):
        rows.append([_head(paths, group, level, depth) for group in _groups(paths, level)])
    return rows


def _groups(paths: Sequence[tuple[str, ...]], level: int) -> list[list[int]]:
    """The columns that share a header cell beginning at this level."""
    open_columns = [number for number, path in enumerate(paths) if len(path) > level]
    groups: list[list[int]] = []
    for number in open_columns:
        same = groups and groups[-1][-1] == number - 1 and paths[number - 1][: level + 1] == paths[number][: level + 1]
        joins = same and len(paths[number]) > 1 and paths[number][level] != ""
        groups[-1].append(number) if joins else groups.append([number])
    return groups


def _head(paths: Sequence[tuple[str, ...]], group: list[int], level: int, depth: int) -> Cell:
    path = paths[group[0]]
    rows = depth - level if level == len(path) - 1 else 1
    return Cell(path[level], "head", cols=len(group), rows=rows)


def merged(values: Sequence[str]) -> list[int]:
    """How many rows the cell that begins in each row spans; 0 where the cell above covers it."""
    spans: list[int] = []
    for value, run in groupby(values):
        length = len(list(run))
        spans += [length, *([0] * (length - 1))] if value else [1] * length
    return spans


def side_cells(sheet: Sheet, columns: Sequence[str], height: int = 1) -> list[dict[str, Cell]]:
    """The cells of the columns that hold no values, one mapping per indicator, merged where the look merges."""
    rows: list[dict[str, Cell]] = [{} for _ in sheet.indicators]
    for column in columns:
        words = [word_of(sheet, indicator, column) for indicator in sheet.indicators]
        meanings = [_meaning_of(sheet, indicator, column) for indicator in sheet.indicators]
        spans = merged(meanings) if column in sheet.look.merge else [1] * len(words)
        for row, word, span in zip(rows, words, spans, strict=True):
            if span:
                upright = column in sheet.look.upright
                row[column] = Cell(word, role_of(column), rows=span * height, upright=upright)
    return rows


def heads_of(sheet: Sheet) -> list[tuple[str, ...]]:
    """The header paths of all columns in the look's order."""
    paths: list[tuple[str, ...]] = []
    for column in sheet.look.order:
        if column == "values":
            paths += [column_heads(value, sheet.look) for value in sheet.columns]
        else:
            paths.append((sheet.look.head_word(column),))
    return paths


def widths_of(sheet: Sheet) -> tuple[float, ...]:
    """The relative widths of all columns in the look's order."""
    widths: list[float] = []
    for column in sheet.look.order:
        values = [sheet.look.value_width] * len(sheet.columns)
        widths += values if column == "values" else [sheet.look.width_of(column)]
    return tuple(widths)


def blank(entry: Entry | None) -> bool:
    """Whether a value cell prints nothing."""
    return entry is None

"""Forms and cards: a label with its value beside it.

Belongs here: rows in which labels and values stand side by side. Does not belong here: headed tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.grid import Cell, Grid
from extract.labels import Label, label_of
from extract.model import PrintedFigure, PrintedLabel, ValueKind
from extract.shapes import looks_like_value
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure

_NAMED_BY = {"measure": "measure", "indicator": "indicator", "department": "department", "number": "measure_no", "field": "field"}
_NEW_CARD = ("measure",)
_NEW_INDICATOR = ("indicator",)


@dataclass(slots=True)
class Card:
    """The state of the card being read: what names its figures, and its unit."""

    names: Names
    unit: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A value cell and the labels before it, merged: deepest role, kind, period and unit."""

    label: Label
    cell: Cell


def pairs_of(grid: Grid, row: int) -> list[Pair]:
    """Label-and-value pairs of a row; labels that follow each other (目標値, 令和6年度) describe one value."""
    found: list[Pair] = []
    pending: Label | None = None
    for cell in grid.row_cells(row):
        label = label_of(cell.text)
        if label.speaks and not (pending is not None and pending.role == "value" and looks_like_value(cell.text)):
            pending = _merged(pending, label)
        elif pending is not None:
            if cell.row == row:
                found.append(Pair(pending, cell))
            pending = None
    return found


def _merged(left: Label | None, right: Label) -> Label:
    if left is None:
        return right
    role = left.role if right.role == "period" and left.role != "period" else right.role
    return Label(f"{left.text} {right.text}", role, right.kind or left.kind, right.period or left.period, right.unit or left.unit)


def read_pairs(grid: Grid, row: int, card: Card, context: Context) -> Iterator[PrintedFigure]:
    """The figures of one row of a form; names and unit found on the way are kept in ``card``."""
    for pair in pairs_of(grid, row):
        role, text = pair.label.role, pair.cell.text.strip()
        if role in _NEW_CARD and card.names.measure and card.names.measure != text:
            card.names, card.unit = replace(Names(), field=card.names.field), ""
        if role in _NAMED_BY and text:
            card.names = replace(card.names, **{_NAMED_BY[role]: text})
        elif role == "unit":
            card.unit = text
        elif role == "value" and text and pair.label.kind:
            yield _figure(grid, pair, pair.label.kind, card, context)


def _figure(grid: Grid, pair: Pair, kind: ValueKind, card: Card, context: Context) -> PrintedFigure:
    unit = pair.label.unit or card.unit
    period = PrintedLabel(pair.label.period, "column") if pair.label.period else None
    names, rules = card.names, ("label-beside-value",)
    if not names.indicator:
        names, rules = replace(names, indicator=context.title), (*rules, "indicator-from-title")
    stated = Stated(kind, pair.label.text, period, PrintedLabel(unit, "column") if unit else None, rules)
    return figure(grid.page, pair.cell, pair.cell.text, names, stated, context)

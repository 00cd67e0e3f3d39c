"""Forms and cards: a label with its value beside it.

Belongs here: rows in which labels and values stand side by side. Does not belong here: headed tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.grid import Cell, Grid
from extract.labels import Label, label_of, squeeze
from extract.model import Box, PrintedFigure, PrintedLabel, ValueKind
from extract.shapes import is_prose, looks_like_value
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.titles import title_rule
from extract.unit_lines import is_unit_line, unit_line

_NAMED_BY = {
    "measure": "measure",
    "indicator": "indicator",
    "department": "department",
    "number": "measure_no",
    "field": "field",
}
_NEW_CARD = ("measure",)


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
        if label.speaks and not (pending is not None and _awaits(pending, cell.text)):
            pending = _merged(pending, label)
        elif pending is not None:
            if cell.row == row:
                found.append(Pair(pending, cell))
            pending = None
    return found


def _awaits(pending: Label, text: str) -> bool:
    """True where a cell is the value of the label before it though it reads like a label (単位 | 年)."""
    return pending.role == "unit" or (pending.role == "value" and looks_like_value(text))


def _merged(left: Label | None, right: Label) -> Label:
    if left is None:
        return right
    role = left.role if right.role == "period" and left.role != "period" else right.role
    return Label(
        f"{left.text} {right.text}", role, right.kind or left.kind, right.period or left.period, right.unit or left.unit
    )


def read_pairs(grid: Grid, row: int, card: Card, context: Context) -> Iterator[PrintedFigure]:
    """The figures of one row of a form; names and unit found on the way are kept in ``card``, a unit be it printed behind the value."""
    for pair in _unit_first(pairs_of(grid, row)):
        yield from card_figures(grid.page, pair.label, pair.cell.text, pair.cell.box, card, context)
    stated = (unit_line(cell.text) for cell in grid.row_cells(row) if is_unit_line(squeeze(cell.text)))
    card.unit = next(stated, card.unit)


def _unit_first(pairs: list[Pair]) -> list[Pair]:
    """The pairs of a row, the unit before the value that it stands behind (基準値 | 3 | 単位 | 件), where the row names no indicator."""
    named = any(pair.label.role in ("indicator", "measure") for pair in pairs)
    return pairs if named else sorted(pairs, key=lambda pair: pair.label.role != "unit")


def card_figures(page: int, label: Label, text: str, box: Box, card: Card, context: Context) -> Iterator[PrintedFigure]:
    """The figure that a labelled text is, if any; a name, a unit or a department is kept in ``card`` instead."""
    role, plain = label.role, text.strip()
    if role in _NEW_CARD and card.names.measure and card.names.measure != plain:
        card.names, card.unit = replace(Names(), field=card.names.field), ""
    if role in _NAMED_BY and plain:
        card.names = replace(card.names, **{_NAMED_BY[role]: plain})
        card.unit = label.unit if role == "indicator" else card.unit
    elif role == "unit":
        card.unit = plain
    elif role == "value" and plain and label.kind and not is_prose(plain):
        yield _figure(page, label, label.kind, text, box, card, context)


def _figure(
    page: int, label: Label, kind: ValueKind, text: str, box: Box, card: Card, context: Context
) -> PrintedFigure:
    unit = label.unit or card.unit
    period = PrintedLabel(label.period, "column") if label.period else None
    names: Names = card.names
    rules: tuple[str, ...] = ("label-beside-value",)
    if not names.indicator:
        names, rules = replace(names, indicator=context.title), (*rules, title_rule(context.title))
    stated = Stated(kind, label.text, period, PrintedLabel(unit, "column") if unit else None, rules)
    return figure(page, box, text, names, stated, context)

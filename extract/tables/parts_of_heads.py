"""Columns that belong to the value columns beside them: their years and their units (現状値 over 4,312 | 千人 | R4).

Belongs here: telling such columns, and which value column each of them belongs to. Does not belong here: reading their cells
(``stated_of_row``), other roles (``column_roles``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from extract.labels import label_of
from extract.shapes import is_dash, is_unit
from extract.tables.columns import Column, ColumnRole

_SEVERAL = 2  # columns of units
_MOSTLY = 0.75  # of the cells of such a column


def parts_of_heads(columns: Sequence[Column], texts: Mapping[int, Sequence[str]]) -> list[Column]:
    """The columns, with those under the head of a value or a name that hold its units or its years (``texts``, by column) as what they are."""
    under: dict[tuple[str, str], list[Column]] = {}
    for column in columns:
        if column.role in ("value", "indicator"):
            under.setdefault((column.head, column.period), []).append(column)
    parts = {c.index: role for part in under.values() for c, role in _parts(part, texts)}
    return [replace(c, role=parts[c.index], kind=None) if c.index in parts else c for c in columns]


def _parts(columns: Sequence[Column], texts: Mapping[int, Sequence[str]]) -> list[tuple[Column, ColumnRole]]:
    """The columns under one head that hold no values, where another one does."""
    told = [(c, role) for c in columns for role, test in _PARTS if _hold(texts[c.index], test)]
    return told if len(told) < len(columns) else []


def _hold(texts: Sequence[str], test: Callable[[str], bool]) -> bool:
    said = [text for text in texts if not is_dash(text)]
    return bool(said) and sum(map(test, said)) >= _MOSTLY * len(said)


def _is_year(text: str) -> bool:
    label = label_of(text)
    return label.role == "period" and bool(label.period)


_PARTS: tuple[tuple[ColumnRole, Callable[[str], bool]], ...] = (("unit", is_unit), ("period", _is_year))


def dated_columns(columns: list[Column]) -> list[Column]:
    """Value columns with the column beside them that states their periods (基準値|年度|目標値|年度), where there is one.

    A single column of periods before all values dates whole rows and is left to the rows.
    """
    periods = [c.index for c in columns if c.role == "period"]
    values = [c.index for c in columns if c.role == "value" and not c.period]
    if not periods or not values or (len(periods) == 1 and periods[0] < values[0] and len(values) > 1):
        return columns
    before = periods[0] < values[0]
    partners = {v: _partner(v, periods, values, before) for v in values}
    return [replace(c, dated=partners.get(c.index)) for c in columns]


def measured_columns(columns: list[Column]) -> list[Column]:
    """Value columns with the column beside them that states their units, where each has its own (値|単位|値|単位)."""
    units = [c.index for c in columns if c.role == "unit"]
    values = [c.index for c in columns if c.role == "value"]
    if len(units) < _SEVERAL or not values:
        return columns
    before = units[0] < values[0]
    return [replace(c, measured=_nearest(c.index, units, before)) if c.role == "value" else c for c in columns]


def _nearest(value: int, units: list[int], before: bool) -> int | None:
    """The column of units nearest to a value column on one side of it."""
    return max((u for u in units if u < value), default=None) if before else next((u for u in units if u > value), None)


def _partner(value: int, periods: list[int], values: list[int], before: bool) -> int | None:
    """The column of periods next to a value column, with no other value column between them."""
    if before:
        found = [p for p in periods if p < value and not any(p < v < value for v in values)]
        return found[-1] if found else None
    found = [p for p in periods if p > value and not any(value < v < p for v in values)]
    return found[0] if found else None

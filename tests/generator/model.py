"""A table of indicators whose truth is known: periods, figures, indicators, columns.

Belongs here: the plain data types and what a figure of the table means. Does not belong here: where anything is
printed.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["baseline", "actual", "target"]
Status = Literal["numeric", "text", "not_set", "not_available"]
DASH_STATUS: dict[Kind, Status] = {"baseline": "not_available", "actual": "not_available", "target": "not_set"}


@dataclass(frozen=True, slots=True)
class Period:
    """A fiscal or calendar year, or none; ``label`` is printed instead of the styled year where it is given."""

    year: int | None = None
    calendar: bool = False
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit and what it means: base unit, factor to the base unit, and what it is counted per."""

    printed: str = ""
    base: str = ""
    factor: Decimal = Decimal(1)
    per: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as printed, with its truth; ``period`` and ``name`` only where the figure's own cell states them."""

    raw: str
    status: Status = "numeric"
    value: Decimal | None = None
    unit: str = ""
    per: str = ""
    comparator: str = ""
    note: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    period: Period | None = None
    kind: Kind | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one value cell prints: its text without the unit, and the figures that a person reads in it.

    A ``plain`` text is printed as it is; else the unit is added where the look puts it, and ``around`` filled.
    """

    text: str
    figures: tuple[Figure, ...] = ()
    plain: bool = False
    around: str = "{}"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its names and places, and one entry per value column (``None``: a blank cell).

    ``printed`` holds what a cell prints where that is not what it means: 〃 for a unit, half a name at a page's end.
    """

    name: str
    unit: Unit
    entries: tuple[Entry | None, ...]
    field: str = ""
    measure_no: str = ""
    measure: str = ""
    department: str = ""
    rating: str = ""
    extra: dict[str, str] = dataclasses.field(default_factory=dict)
    printed: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """One value column: the kind of value, the period it states, and words that replace the styled header."""

    kind: Kind
    period: Period
    head: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """One observation as a person transcribes it, but for the page, which the document knows."""

    kind: Kind
    period: Period
    period_label: str
    indicator: str
    figure: Figure
    field: str = ""
    measure_no: str = ""
    measure: str = ""
    department: str = ""
    rating: str = ""

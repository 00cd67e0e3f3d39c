"""The words and places that a layout chooses: how years, kinds, units and heads are written.

Belongs here: choices that every layout shares. Does not belong here: the arrangement of cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from tests.generator.blocks import Style
from tests.generator.model import Column, Entry, Figure, Indicator, Kind, Period

_ERAS = (("令和", "R", 2019, 2018), ("平成", "H", 1989, 1988), ("昭和", "S", 1926, 1925))
_KINDS: dict[Kind, str] = {"baseline": "基準値", "actual": "実績値", "target": "目標値"}
_HEADS = {
    "name": "指標名",
    "unit": "単位",
    "department": "担当課",
    "rating": "評価",
    "measure": "施策",
    "measure_no": "No.",
    "field": "分野",
}
_WIDTHS = {
    "name": 4.0,
    "unit": 1.0,
    "department": 1.8,
    "rating": 1.0,
    "measure": 2.6,
    "measure_no": 0.9,
    "field": 2.2,
}
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Look:
    """How a table words things.

    ``period``: format of a year with ``{era} {letter} {n} {wide} {west} {yy}``; ``head``: one format per header row
    with ``{word} {period}``; ``unit_place``: cell, column, line, name or none; ``period_place``: head, cell or none;
    ``order``: the columns, ``values`` standing for all value columns, other words for extra columns.
    """

    period: str = "{era}{n}年度"
    calendar: str = "{era}{n}年"
    era: str = ""
    kinds: dict[Kind, str] = field(default_factory=lambda: dict(_KINDS))
    head: tuple[str, ...] = ("{word}\n（{period}）",)
    heads: dict[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ("name", "unit", "values")
    unit_place: str = "column"
    period_place: str = "head"
    cell_period: str = "\n（{period}）"
    unit_in_name: str = "（{unit}）"
    merge: tuple[str, ...] = ("field", "measure_no", "measure", "department")
    upright: tuple[str, ...] = ()
    widths: dict[str, float] = field(default_factory=dict)
    value_width: float = 1.4
    style: Style = field(default_factory=Style)

    def head_word(self, column: str) -> str:
        """The header of a column that holds no values."""
        return self.heads.get(column, _HEADS.get(column, column))

    def width_of(self, column: str) -> float:
        """The relative width of a column that holds no values."""
        return self.widths.get(column, _WIDTHS.get(column, 1.6))


def look(words: dict[str, Any], base: Look | None = None) -> Look:
    """A look from its YAML mapping, on top of another."""
    start = base or Look()
    changes: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in words.items()}
    for name in ("kinds", "heads", "widths"):
        if name in changes:
            changes[name] = getattr(start, name) | changes[name]
    if "style" in changes:
        changes["style"] = replace(start.style, **changes["style"])
    return replace(start, **changes)


def period_text(period: Period, of: Look) -> str:
    """A period as this look prints it."""
    if period.label is not None:
        return period.label
    if period.year is None:
        return ""
    era, letter, first = _era(period.year, of.era)
    number = period.year - first
    spoken = "元" if number == 1 else str(number)
    return (of.calendar if period.calendar else of.period).format(
        era=era,
        letter=letter,
        n=spoken,
        digits=number,
        wide=spoken.translate(_FULL_WIDTH),
        west=period.year,
        yy=f"{period.year % 100:02d}",
    )


def _era(year: int, forced: str) -> tuple[str, str, int]:
    for name, letter, begins, zero in _ERAS:
        if name == forced or (not forced and year >= begins):
            return name, letter, zero
    raise ValueError(f"no era for {year}")


def column_heads(column: Column, of: Look) -> tuple[str, ...]:
    """The header texts of a value column, from the top row to the bottom row."""
    if column.head is not None:
        return column.head
    period = period_text(column.period, of) if of.period_place == "head" else ""
    heads = (part.format(word=of.kinds[column.kind], period=period) for part in of.head)
    return tuple(head.replace("\n（）", "").replace("（）", "").strip() for head in heads)


def printed(indicator: Indicator, entry: Entry, column: Column, of: Look) -> tuple[str, tuple[Figure, ...]]:
    """The text of a value cell and its figures, with the unit and the period put where the look puts them."""
    unit = indicator.unit.printed if of.unit_place == "cell" and not entry.plain else ""
    text = entry.around.format(entry.text + unit)
    figures = entry.figures if entry.plain else tuple(_with_unit(figure, text, of) for figure in entry.figures)
    stated = period_text(column.period, of)
    if of.period_place == "cell" and stated and not any(figure.period for figure in entry.figures):
        text += of.cell_period.format(period=stated)
    return text, figures


def _with_unit(figure: Figure, raw: str, of: Look) -> Figure:
    if of.unit_place == "none":
        return replace(figure, raw=raw, unit="", per="")
    return replace(figure, raw=raw)


def name_text(indicator: Indicator, of: Look) -> str:
    """The name of an indicator as printed, with its unit where the look puts units into names."""
    if of.unit_place == "name" and indicator.unit.printed:
        return indicator.name + of.unit_in_name.format(unit=indicator.unit.printed)
    return indicator.name

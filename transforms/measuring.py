"""In what a figure is measured: the unit in its cell, of a label, in the indicator's name, of its row.

Belongs here: which of several units wins, and the rule that says which. Does not belong here: reading a unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import PrintedFigure
from transforms.cells import with_unit
from transforms.figures import Figure
from transforms.folding import align
from transforms.groups import groups
from transforms.lexicon import load
from transforms.names import Name
from transforms.rules import merged
from transforms.units import UnitSpec, dimension, dimension_of_name, parse_unit_label, per_in_name, unit_in_name
from transforms.wholes import counted_part

SOURCE_RULES = {
    "cell": "unit-from-cell",
    "column": "unit-from-column",
    "row": "unit-from-row",
    "group": "unit-from-group",
    "unit_line": "unit-from-unit-line",
    "title": "unit-from-title",
    "document": "unit-from-document",
}
_FAR = ("group", "unit_line", "title", "document")
"""Sources of a label that the name of the indicator is nearer than."""
_UNLIKE = {("share", "money"), ("money", "share"), ("people", "share")}
"""Dimensions that a name and a unit do not have together (死亡率 counts people)."""


def labelled_unit(printed: PrintedFigure, name: Name, place: int, names: int) -> UnitSpec | None:
    """The unit that the nearest label states for the indicator ``name``, the ``place``-th of ``names`` of its cell."""
    in_name = unit_in_name(name.text)
    if printed.unit is not None and printed.unit.text.strip() and not (in_name and printed.unit.source in _FAR):
        spec = parse_unit_label(_own_part(printed.unit.text, name.mark, place, names), name.text)
        rule = SOURCE_RULES[printed.unit.source]
        return replace(spec, rules=merged(spec.rules, (rule,))) if spec else None
    return replace(in_name, rules=merged(in_name.rules, ("unit-from-name",))) if in_name else None


def _own_part(label: str, mark: str, place: int, names: int) -> str:
    """Of a label for several indicators (①件 ②％, or one line for each) the part for this one."""
    aligned = align(label.strip())
    marked = {
        group.mark: aligned.printed(group.tokens[0].start, group.end) for group in groups(aligned) if group.tokens
    }
    if mark and mark in marked:
        return marked[mark]
    lines = [line for line in label.split("\n") if line.strip()]
    return lines[place] if names > 1 and len(lines) == names else label


def measured(figure: Figure, spec: UnitSpec | None, name: Name) -> Figure:
    """``figure`` in the unit of its label, counted per what the name says, unless the cell prints its own."""
    figure = with_unit(counted_part(figure, spec), spec)
    if spec and figure.unit == spec.unit and _is_unlike(name.text, figure.unit):
        figure = replace(figure, rules=merged(figure.rules, ("unit-unlike-name",)))
    per = per_in_name(name.text)
    if figure.status != "numeric" or figure.per or not per or dimension(figure.unit) in ("share", "rank"):
        return figure
    return replace(figure, per=per, rules=merged(figure.rules, ("per-from-name",)))


def _is_unlike(name: str, unit: str) -> bool:
    """True for a share in yen, and for yen or people in percent: the label may be that of another row."""
    return (dimension_of_name(name), dimension(unit)) in _UNLIKE and unit != "‰"


def with_siblings(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of one indicator: one without a unit takes the only unit of the others, at a person's risk."""
    counted = [figure for figure in figures if figure.status == "numeric" and dimension(figure.unit) != "rank"]
    units = {figure.unit for figure in counted if figure.unit}
    return [_with_sibling(figure, units) for figure in figures]


def _with_sibling(figure: Figure, units: set[str]) -> Figure:
    if figure.status != "numeric" or figure.unit or "unit-none-stated" in figure.rules:
        return figure
    if len(units) == 1:
        return replace(figure, unit=next(iter(units)), rules=merged(figure.rules, ("unit-from-sibling",)))
    return figure


def without_unit(figure: Figure, name: Name) -> Figure:
    """Mark a figure that has no unit anywhere: certain for 出生率, an index or a rate per 人口10万, open for others."""
    if figure.status != "numeric" or figure.unit or "unit-none-stated" in figure.rules:
        return figure
    is_unitless = figure.per.startswith("人口") or any(word in name.text for word in load("numbers")["unitless"])
    return replace(figure, rules=merged(figure.rules, ("unit-not-needed" if is_unitless else "unit-missing",)))

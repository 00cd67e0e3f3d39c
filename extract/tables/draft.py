"""A figure in the making: what rows, columns and surroundings say of one value cell, put together.

Belongs here: the one place where labels of several sources become a ``PrintedFigure`` with its confidence.
Does not belong here: finding the labels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.arrows import ends_open
from extract.categories import split_category
from extract.labels import label_of, squeeze
from extract.model import Box, PrintedFigure, PrintedLabel, ValueKind
from extract.rules import confidence
from extract.shapes import is_number_mark, is_periods, is_remnant, is_unit_in_brackets
from extract.tables.columns import join_lines
from extract.tables.context import Context

_LABELLED = re.compile(r":[▲△約]?\d")  # a label with its value: 績値（平成29年度）：84.7%
_NO_NAME = ("value", "period", "kind", "unit", "department")
_NO_NAME_BEFORE = ("unit", "department", "value")  # what says something beside the name: 担当課 企画課


@dataclass(frozen=True, slots=True)
class Names:
    """What names the figures of one row or card; every text as printed."""

    field: str = ""
    measure_no: str = ""
    measure: str = ""
    indicator: str = ""
    department: str = ""
    rating: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated of one value: kind and its label, period, unit, and the rules that found them."""

    kind: ValueKind
    kind_label: str
    period: PrintedLabel | None
    unit: PrintedLabel | None
    rules: tuple[str, ...] = ()


def figure(page: int, box: Box, text: str, names: Names, stated: Stated, context: Context) -> PrintedFigure:
    """One printed figure; blanks in the names are filled from the surroundings of the table."""
    period, period_rules = _period(text, names.indicator or names.measure, stated, context)
    unit, unit_rules = _unit(names.indicator, stated, context)
    broken = ("bracket-broken",) if text.count("（") + text.count("(") != text.count("）") + text.count(")") else ()
    years = ("value-is-periods",) if is_periods(text) else ()
    rules = (*stated.rules, *period_rules, *unit_rules, *broken, *years, *_name_rules(names.indicator or names.measure))
    return PrintedFigure(
        page=page,
        box=box,
        raw_text=text,
        kind=stated.kind,
        indicator=names.indicator,
        field=join_lines(names.field or context.field),
        measure_no="".join((names.measure_no or context.measure_no).split()),
        measure=join_lines(split_category(names.measure or context.measure)[0]),
        kind_label=stated.kind_label,
        period=period,
        unit=unit,
        department=names.department or context.department,
        rating=join_lines(names.rating),
        note=join_lines(names.note),
        confidence=confidence(rules),
        rules=rules,
    )


def _name_rules(name: str) -> tuple[str, ...]:
    """The rule where nothing names a figure, or what does is no name: a period, a kind, a unit, a mark, a single letter."""
    if not squeeze(name):
        return ("name-missing",)
    return ("name-unlikely",) if _is_unlikely(name) else ()


def _is_unlikely(name: str) -> bool:
    says = all(label_of(line).role in _NO_NAME for line in name.split("\n")) or is_unit_in_brackets(name)
    first, *others = name.split()
    labelled = bool(others) and label_of(first).role in _NO_NAME_BEFORE
    labelled = labelled or bool(_LABELLED.search(squeeze(name)))
    return says or labelled or ends_open(name) or len(squeeze(name)) == 1 or is_number_mark(name) or is_remnant(name)


def _is_bare_year(text: str) -> bool:
    return bool(re.fullmatch(r"['’]?(?:元|\d{1,2})(?:年度?末?)?(?:[~-]\d{1,2}(?:年度?)?の?\D{2})?", squeeze(text)))


def _unit(name: str, stated: Stated, context: Context) -> tuple[PrintedLabel | None, tuple[str, ...]]:
    """The unit that is stated of the value, that a note gives its indicator, or that holds for the table."""
    noted = "" if stated.unit else context.footnotes.unit_of(name)
    if noted:
        return PrintedLabel(noted, "document"), ("unit-from-note",)
    if stated.unit or context.unit_line or not context.unit_of_page:
        return stated.unit or (PrintedLabel(context.unit_line, "unit_line") if context.unit_line else None), ()
    return PrintedLabel(context.unit_of_page, "unit_line"), ("unit-of-page",)


def _period(text: str, name: str, stated: Stated, context: Context) -> tuple[PrintedLabel | None, tuple[str, ...]]:
    noted = context.footnotes.period_of(text, name, stated.kind)
    if noted:
        return PrintedLabel(noted, "document"), ("period-from-footnote",)
    period, rules = _period_around(stated, context)
    return period, (*rules, *(("footnote-unclear",) if context.footnotes.doubts(text, name) else ()))


def _period_around(stated: Stated, context: Context) -> tuple[PrintedLabel | None, tuple[str, ...]]:
    """The period that the labels of a value, a note on its kind or the title state."""
    if stated.period:
        return replace(stated.period, era=context.era if _is_bare_year(stated.period.text) else ""), ()
    noted = context.stated.of(stated.kind, stated.kind_label)
    if noted:
        return PrintedLabel(noted, "document"), ("period-from-note",)
    if context.title_period and stated.kind != "baseline":
        return PrintedLabel(context.title_period, "title"), ()
    return None, ()

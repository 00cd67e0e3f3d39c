"""Rows whose names say only of whom or of what: 市, 全国 and 差 under 国語, and the same again under 算数.

Belongs here: whole names for such rows, of the title and the words beside them. Does not belong here: parts of one merged name
(``record_row``), parts under the heads of columns (``parts_of_heads``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.model import PrintedFigure
from extract.rules import confidence
from extract.tables.context import Context
from extract.titles import indicator_title, names_indicator, names_measure

_RULE = "name-of-parts"
_FEWEST = 2


def with_whole_names(figures: Iterable[PrintedFigure], context: Context) -> tuple[PrintedFigure, ...]:
    """The figures of a table, named by its title and the words before their names where all of these come again under other words."""
    listed = tuple(figures)
    if not _come_again(listed, context):
        return listed
    title = indicator_title(context.title) if names_indicator(context.title) else ""
    return tuple(_named(figure, title) for figure in listed)


def _come_again(figures: Sequence[PrintedFigure], context: Context) -> bool:
    """True for two names or more, not all of what is measured, each under two measures or more that the rows state themselves."""
    under: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        under[figure.indicator].add(figure.measure if figure.measure != context.measure else "")
    if all(map(names_measure, under)):
        return False
    return len(under) >= _FEWEST and all(len(measures) >= _FEWEST and all(measures) for measures in under.values())


def _named(figure: PrintedFigure, title: str) -> PrintedFigure:
    rules = (*figure.rules, _RULE)
    name = " ".join(part for part in (title, figure.measure, figure.indicator) if part)
    return replace(figure, indicator=name, rules=rules, confidence=min(figure.confidence, confidence(rules)))

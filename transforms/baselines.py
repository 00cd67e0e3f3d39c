"""A plan that prints 実績値 of a year before it begins states its baseline by that name.

Belongs here: that one judgement. Does not belong here: reading of labels, periods of single figures.
Source: the plan prints 実績値 (令和2年度末) beside 目標値 (令和6年度末) with 計画期間 令和4年度から令和6年度; DESIGN lists
計画策定時の実績値 among the words for a baseline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extract.model import PrintedFigure
from transforms.folding import fold_field
from transforms.periods import parse_period
from transforms.rows import rows

_BETWEEN = re.compile(r"から|[~〜～→\-]")


def with_plan_baselines(figures: list[PrintedFigure], plan_period: str) -> list[PrintedFigure]:
    """The figures, with the one actual value of a row as its baseline, where it has none and that value lies before ``plan_period``.

    Several values are a course of years, and none of them is named; beside the target of a plan before (前計画の目標) a value is what that
    plan reached. A page that names baselines names all of its own.
    """
    begins = first_year(plan_period)
    if begins is None:
        return figures
    named = {figure.page for figure in figures if figure.kind == "baseline"}
    lacking = [
        row
        for row in rows(figures)
        if _lacks_baseline(row) and row[0].page not in named and not _aims_before(row, begins)
    ]
    reached = [[figure for figure in row if figure.kind == "actual"] for row in lacking]
    single = {id(values[0]) for values in reached if len(values) == 1 and _is_before(values[0], begins)}
    return [_as_baseline(figure) if id(figure) in single else figure for figure in figures]


def first_year(plan_period: str) -> int | None:
    """The fiscal year in which a span of years begins (令和4年度から令和6年度 → 2022); None where it states none."""
    period = parse_period(_BETWEEN.split(fold_field(plan_period), maxsplit=1)[0]) if plan_period else None
    return period.year if period is not None else None


def _lacks_baseline(row: Iterable[PrintedFigure]) -> bool:
    kinds = {figure.kind for figure in row}
    return "target" in kinds and "baseline" not in kinds


def _aims_before(row: Iterable[PrintedFigure], begins: int) -> bool:
    return any(figure.kind == "target" and _is_before(figure, begins) for figure in row)


def _is_before(figure: PrintedFigure, begins: int) -> bool:
    if figure.period is None:
        return False
    period = parse_period(figure.period.text, figure.period.era or None)
    return period is not None and period.year is not None and period.year < begins


def _as_baseline(figure: PrintedFigure) -> PrintedFigure:
    return replace(figure, kind="baseline", rules=(*figure.rules, "actual-before-plan"))

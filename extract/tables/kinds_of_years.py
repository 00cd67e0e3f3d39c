"""What columns headed by nothing but a year hold: what was reached, where other columns of the table name their kinds.

Belongs here: that one judgement. Does not belong here: years under kinds, which need none (``columns``).
"""

from __future__ import annotations

from dataclasses import replace

from extract.labels import is_current
from extract.lexicon import phrase
from extract.tables.columns import Column

_MIDDLE = phrase("middle")

LONE_YEAR = "kind-of-lone-year"
"""The rule for one year beside a baseline and nothing else: what was reached or what is aimed at, the title may say."""


def kinds_of_years(columns: list[Column]) -> list[Column]:
    """Columns headed by a bare year: actual values where other columns of the table name their kind.

    Years behind what is so today (現状（令和４年度）, 令和14年度の水準), where nothing else is named, are still to come.
    """
    stated = [c for c in columns if c.role == "value" and c.kind]
    if not stated:
        return columns
    years = [c for c in columns if c.role == "value" and c.kind is None]
    behind_one = {c.kind for c in stated} == {"baseline"}
    alone = len(years) == 1 and behind_one
    if years and behind_one and is_current(stated[-1].head) and stated[-1].index < years[0].index:
        rule = "kind-after-current"
        return [replace(c, kind="target", kind_stated=False, kind_rule=rule) if c in years else c for c in columns]
    aims = [c.index for c in stated if c.kind == "target" and c.period]
    behind = min(aims, default=len(columns)) if not any(c.kind == "actual" for c in stated) else len(columns)
    return [_of_year(c, alone, c.index > behind) if c in years else c for c in columns]


def _of_year(column: Column, alone: bool, behind_target: bool) -> Column:
    """A column headed by a year with the kind that its place gives it; behind a target (令和６年度目標 ７年度 ８年度) it is one too."""
    if _MIDDLE.search(column.head):
        return replace(column, kind="actual", kind_stated=False, kind_rule="kind-of-middle")
    if behind_target:
        return replace(column, kind="target", kind_stated=False, kind_rule="kind-after-target")
    rule = LONE_YEAR if alone else "kind-under-open-header" if column.open_header else "kind-from-years"
    return replace(column, kind="actual", kind_stated=False, kind_rule=rule)

"""What columns headed by nothing but a year hold: what was reached, where other columns of the table name their kinds.

Belongs here: that one judgement. Does not belong here: years under kinds, which need none (``columns``).
"""

from __future__ import annotations

from dataclasses import replace

from extract.labels import is_current
from extract.tables.columns import Column

LONE_YEAR = "kind-of-lone-year"
"""The rule for one year beside a baseline and nothing else: what was reached or what is aimed at, the title may say."""


def kinds_of_years(columns: list[Column]) -> list[Column]:
    """Columns headed by a bare year: actual values where other columns of the table name their kind.

    One year behind what is so today (現状（令和４年度）, 令和14年度の水準) is still to come.
    """
    stated = [c for c in columns if c.role == "value" and c.kind]
    if not stated:
        return columns
    years = [c for c in columns if c.role == "value" and c.kind is None]
    alone = len(years) == 1 and {c.kind for c in stated} == {"baseline"}
    if alone and is_current(stated[-1].head) and stated[-1].index < years[0].index:
        aim = replace(years[0], kind="target", kind_stated=False, kind_rule="kind-after-current")
        return [aim if c is years[0] else c for c in columns]
    return [
        replace(c, kind="actual", kind_stated=False, kind_rule=_of_year(c, alone)) if c in years else c for c in columns
    ]


def _of_year(column: Column, alone: bool) -> str:
    if "中間" in column.head:
        return "kind-of-middle"
    if alone:
        return LONE_YEAR
    return "kind-under-open-header" if column.open_header else "kind-from-years"

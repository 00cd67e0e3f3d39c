"""Kinds of columns that the columns beside them decide: 見込 beside 目標, 現状値 beside 策定時, 計画額 beside 実績額, 中間値 beside 目標.

Belongs here: one small rule for each such pair of words. Does not belong here: kinds that a head names by itself (``header_path``),
years between kinds (``kinds_of_years``).
"""

from __future__ import annotations

from dataclasses import replace

from extract.labels import is_current, is_expected, squeeze
from extract.lexicon import phrase
from extract.model import ValueKind
from extract.tables.columns import Column

_OF_BUDGET, _BUDGETED, _AIMED = phrase("of_budget"), phrase("budgeted"), phrase("aimed")
_LAST_TIME, _THIS_TIME = phrase("last_time"), phrase("this_time")
_PLANNED_AMOUNT, _REACHED_AMOUNT = phrase("planned_amount"), phrase("reached_amount")
_PLANNED, _CLOSED = phrase("planned_account"), phrase("closed_account")
_OF_STAGE = phrase("stage_value")


def with_amounts(columns: list[Column]) -> list[Column]:
    """The columns with sums of money that are planned or closed accounts as the values that they are beside each other."""
    return _accounts(_planned_amounts(columns))


def kinds_beside(columns: list[Column]) -> list[Column]:
    """The columns with the kinds that other columns decide."""
    return _in_between(_expected(_current_beside_baseline(_last_time(columns))))


def _planned_amounts(columns: list[Column]) -> list[Column]:
    """計画額 beside 実績額 is what an effort is to bring in or save, a target; alone or beside 予算額 it is money to spend."""
    reached = any(c.kind == "actual" and _REACHED_AMOUNT.search(squeeze(c.head)) for c in columns)
    planned = [c for c in columns if c.role == "rate" and _PLANNED_AMOUNT.search(squeeze(c.head))] if reached else []
    return [replace(c, role="value", kind="target") if c in planned else c for c in columns]


def _accounts(columns: list[Column]) -> list[Column]:
    """決算 of a year beside the 計画 of later ones is what was reached (経営戦略の投資・財政計画); beside 予算 it is money spent."""
    planned = any(c.kind == "target" and _PLANNED.search(squeeze(c.head)) for c in columns)
    closed = [c for c in columns if c.role == "rate" and c.period and _CLOSED.search(squeeze(c.head))]
    if not planned or any(_BUDGETED.search(c.head) for c in columns):
        return columns
    return [
        replace(c, role="value", kind="actual", kind_rule="accounts-beside-plan") if c in closed else c for c in columns
    ]


def _current_beside_baseline(columns: list[Column]) -> list[Column]:
    """現状値 and 現在 beside 策定時 or 基準値 are the latest actual values, not a second baseline."""
    baselines = [c for c in columns if c.kind == "baseline"]
    current = [c for c in baselines if is_current(c.head)]
    if not current or len(current) == len(baselines):
        return columns
    return [replace(c, kind="actual") if c in current else c for c in columns]


def _last_time(columns: list[Column]) -> list[Column]:
    """前回 beside 今回, where nothing else is a baseline, is what this time is measured by."""
    named = {c.kind for c in columns}
    again = any(_THIS_TIME.match(squeeze(c.head)) for c in columns)
    if not again or "baseline" in named or "target" not in named:
        return columns
    last = [c for c in columns if c.kind == "actual" and _LAST_TIME.match(squeeze(c.head))]
    return [replace(c, kind="baseline", kind_rule="kind-of-last-time") if c in last else c for c in columns]


def _expected(columns: list[Column]) -> list[Column]:
    """見込 beside a target is what the year is expected to bring: an actual value to come, no second target; right before the only target
    it is what the plan starts from; beside 予算 and 決算 it is neither.

    量の見込み is what a plan counts on (子ども・子育て支援事業計画): as much a target as 確保の内容 beside it.
    """
    expected = [c for c in columns if c.kind == "target" and is_expected(c.head)]
    if expected and any(_OF_BUDGET.search(c.head) for c in columns):
        return [replace(c, kind=None) if c in expected else c for c in columns]
    if not expected or len(expected) == sum(c.kind == "target" for c in columns):
        return columns
    values = [c for c in columns if c.role == "value"]
    starts = expected == values[:1] and [c.kind for c in values] == ["target", "target"]
    kind: ValueKind = "baseline" if starts else "actual"
    return [replace(c, kind=kind, kind_rule="expected-value") if c in expected else c for c in columns]


def sides_of_arrow(columns: list[Column]) -> list[Column]:
    """Two columns of years with an arrow between them, and no kind named: from what was to what is aimed at."""
    values = [c for c in columns if c.role == "value"]
    if len(values) != 2 or any(c.kind for c in values):
        return columns
    kinds: dict[int, ValueKind] = {values[0].index: "baseline", values[1].index: "target"}
    return [replace(c, kind=kinds[c.index], kind_rule="sides-of-an-arrow") if c in values else c for c in columns]


def _in_between(columns: list[Column]) -> list[Column]:
    """中間値 and 最終値 beside a column headed 目標 are what was reached by then, not what was aimed at; so is 最終（令和2年度） behind
    one, but 中間 before it is a target on the way.
    """
    aimed = [c.index for c in columns if c.kind == "target" and _AIMED.search(squeeze(c.head))]
    stages = {c.index: found for c in columns if c.kind == "target" and (found := _OF_STAGE.match(squeeze(c.head)))}
    reached = [index for index, found in stages.items() if aimed and (found["value"] or index > min(aimed))]
    return [replace(c, kind="actual", kind_rule="kind-of-middle") if c.index in reached else c for c in columns]

"""The items of the review list as the published warehouse holds them, and what was decided on them since.

Belongs here: reading the list. Does not belong here: showing it, deciding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from transforms.decisions_matching import box_of, is_same_figure, is_same_note
from transforms.decisions_model import STATES, Decision, Stated, Where, reasons
from transforms.rules import documented_rules
from warehouse.connect import reading

OPEN = "open"
_TRUSTED = 0.9
_ITEMS = """
    SELECT
        r.review_id, r.document_id, d.sha256, r.page, r.x0, r.top, r.x1, r.bottom, r.about, r.reason, r.detail,
        r.state, r.decided_by, r.decided_on, r.why, r.indicator,
        f.value_kind, f.period_label, f.raw_text, f.value, f.unit, f.per, f.comparator, f.status, f.period_id AS year,
        f.confidence, f.rules
    FROM quality.review_item AS r
    JOIN dim_document AS d USING (document_id)
    LEFT JOIN fact_indicator_value AS f ON f.observation_id = r.observation_id AND r.about = 'figure'
    ORDER BY r.document_id, r.page, r.top, r.x0, r.review_id
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what was read and where, why it is open, and what was decided.

    ``raw_text`` is the figure as printed or the words of the item; ``read`` and ``confidence`` are there for a figure.
    """

    item: str
    document: str
    sha256: str
    where: Where
    reason: str
    detail: str
    raw_text: str
    rules: str
    state: str
    decided_by: str
    decided_on: str
    why: str
    read: Stated | None
    confidence: float | None

    @property
    def why_open(self) -> str:
        """Why a person must look, in words: the rules that cost a figure its trust, else what the reason means."""
        doubts = [documented_rules().get(rule_id) for rule_id in self.rules.split()]
        told = [rule.meaning for rule in doubts if rule is not None and rule.confidence < _TRUSTED]
        meaning = reasons()[self.reason].meaning if self.reason in reasons() else self.reason
        return "; ".join(told) if told and self.reason == "low_confidence" else meaning


def review_items(warehouse: Path, decisions: Sequence[Decision]) -> list[Item]:
    """Every item of the published warehouse in the order of the pages, with the decisions that were made since."""
    with reading(warehouse) as connection:
        cursor = connection.execute(_ITEMS)
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [_decided(_item(row), decisions) for row in rows]


def _item(row: dict[str, Any]) -> Item:
    is_figure = row["about"] == "figure"
    names = {"indicator": row["indicator"], "kind": row["value_kind"], "period": row["period_label"] or ""}
    return Item(
        item=row["review_id"],
        document=row["document_id"],
        sha256=row["sha256"] or "",
        where=Where(row["page"], box_of(row), **(names if is_figure else {})),
        reason=row["reason"],
        detail=row["detail"],
        raw_text=row["raw_text"] if is_figure else row["detail"],
        rules=row["rules"] or "",
        state=row["state"],
        decided_by=row["decided_by"] or "",
        decided_on=row["decided_on"] or "",
        why=row["why"] or "",
        read=_stated(row) if is_figure else None,
        confidence=row["confidence"],
    )


def _stated(row: dict[str, Any]) -> Stated:
    texts = {name: row[name] or "" for name in ("unit", "per", "comparator", "year")}
    return Stated(row["status"], row["value"], **texts)


def _decided(item: Item, decisions: Sequence[Decision]) -> Item:
    """The item with the decision on it that the next run will find."""
    made = next((one for one in decisions if item.state == OPEN and _is_about(one, item)), None)
    if made is None:
        return item
    return replace(
        item, state=STATES[made.verdict], decided_by=made.who, decided_on=made.decided_on.isoformat(), why=made.why
    )


def _is_about(decision: Decision, item: Item) -> bool:
    if decision.document != item.document:
        return False
    if item.read is not None:
        return decision.read is not None and is_same_figure(decision, item.where, item.raw_text)
    return is_same_note(decision, item.where, item.reason, item.raw_text)

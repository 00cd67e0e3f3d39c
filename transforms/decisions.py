"""What people decided, applied to what was read: trusted, corrected or set aside, never silently.

Belongs here: the effect of a decision on its observation, and the refusal of one that the source no longer bears out.
Does not belong here: finding what a decision is about (``transforms.decisions_matching``), files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import polars as pl

from transforms.decisions_matching import Row, Stale, boxed, figures_of, note_of, says_now, told
from transforms.decisions_model import DECIDED, STATES, Correction, Decision, reasons
from transforms.schema import polars_schema

RULE = "corrected-by-review"
_ROW = "row"


class StaleDecisions(Exception):
    """Decisions about something that the source no longer says; the message has one line for each."""

    def __init__(self, stale: Sequence[Stale]) -> None:
        self.stale = tuple(stale)
        super().__init__("\n".join(one.line for one in stale))


class Reviewed(NamedTuple):
    """The observations with every correction in them, and each decision with the place it holds for now.

    ``observations`` has the columns and the order it came with, ``decided`` the columns of
    ``transforms.decisions_model.DECIDED``.
    """

    observations: pl.DataFrame
    decided: pl.DataFrame


class _Effect(NamedTuple):
    """One decision on one item: the number of its observation and the observation as it is now, where there is one."""

    decision: Decision
    number: int | None
    item: Row


def apply_decisions(observations: pl.DataFrame, review: pl.DataFrame, decisions: Sequence[Decision]) -> Reviewed:
    """Apply ``decisions`` to the observations and the review items of the documents that were read.

    A decision is matched by where and by raw text, a box may have moved by a point. What was accepted or ignored stays
    as read, what is corrected takes its new content and the rule ``corrected-by-review``; raw text and box are always
    those of the page. Raises ``StaleDecisions`` where a figure, or what was seen on a page, is no longer there as it
    was seen. A decision on a comparison passes as it is: where it no longer arises there is nothing left to close.
    """
    documents = sorted({decision.document for decision in decisions})
    rows, notes = _rows_of(observations, documents), _rows_of(review, documents)
    found = [(decision, _effects(decision, rows, notes)) for decision in decisions]
    stale = [_stale(decision, rows, notes) for decision, effects in found if not effects]
    if stale:
        raise StaleDecisions(stale)
    effects = [effect for _, every in found for effect in every]
    decided = pl.DataFrame([_decided(effect) for effect in effects], schema=polars_schema(DECIDED), orient="row")
    return Reviewed(_replaced(observations, effects), decided.unique(maintain_order=True))


def _rows_of(frame: pl.DataFrame, documents: list[str]) -> list[Row]:
    numbered = frame.with_row_index(_ROW)
    return numbered.filter(pl.col("document").is_in(documents)).to_dicts()


def _effects(decision: Decision, rows: list[Row], notes: list[Row]) -> list[_Effect]:
    """What the decision does; nothing where the source no longer bears it out."""
    about = reasons()[decision.reason].about
    if about == "figure":
        return [_Effect(decision, row[_ROW], _decided_figure(decision, row)) for row in figures_of(decision, rows)]
    if about == "page":
        note = note_of(decision, notes)
        return [] if note is None else [_Effect(decision, None, _note_item(decision, note))]
    return [_Effect(decision, None, _note_item(decision, {}))]


def _decided_figure(decision: Decision, row: Row) -> Row:
    return row if decision.should_be is None else _corrected(row, decision.should_be)


def _corrected(row: Row, correction: Correction) -> Row:
    """The observation as it should be; the parts of a ratio go when its value was wrong, for they were read with it."""
    stated = correction.stated
    ratio = {} if stated.value == row["value"] else {"numerator": None, "denominator": None}
    return {
        **row,
        **ratio,
        "indicator": correction.indicator,
        "value_kind": correction.kind,
        "status": stated.status,
        "value": stated.value,
        "unit": stated.unit,
        "per": stated.per,
        "comparator": stated.comparator,
        "fiscal_year": _year(stated.year, "FY"),
        "calendar_year": _year(stated.year, "CY"),
        "rules": f"{row['rules'] or ''} {RULE}".strip(),
    }


def _year(year: str, counted: str) -> int | None:
    return int(year.removeprefix(counted)) if year.startswith(counted) else None


def _note_item(decision: Decision, place: Row) -> Row:
    """An item about no figure; only what was seen on a page has a box that counts."""
    return {"document": decision.document, "page": decision.where.page, "raw_text": decision.raw_text, **boxed(place)}


def _decided(effect: _Effect) -> dict[str, Any]:
    decision = effect.decision
    about = {
        "reason": decision.reason,
        "decision": STATES[decision.verdict],
        "why": decision.why,
        "decided_by": decision.who,
        "decided_on": decision.decided_on.isoformat(),
    }
    return {column.name: {**effect.item, **about}.get(column.name) for column in DECIDED}


def _replaced(observations: pl.DataFrame, effects: list[_Effect]) -> pl.DataFrame:
    """The observations with those that were corrected in the place of what was read."""
    changed = {
        effect.number: effect.item for effect in effects if effect.number is not None and effect.decision.should_be
    }
    if not changed:
        return observations
    numbered = observations.with_row_index(_ROW)
    corrected = pl.DataFrame(list(changed.values()), schema=numbered.schema, orient="row")
    kept = numbered.filter(~pl.col(_ROW).is_in(list(changed)))
    return pl.concat([kept, corrected]).sort(_ROW).drop(_ROW)


def _stale(decision: Decision, rows: list[Row], notes: list[Row]) -> Stale:
    return Stale(decision, told(decision), says_now(decision, rows, notes))

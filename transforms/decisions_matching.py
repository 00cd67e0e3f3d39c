"""What a decision is about: the observation or the review item at its place that reads as it did then.

Belongs here: comparing a decision with what is read now, and saying both in words. Does not belong here: its effect.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.model import Box
from transforms.decisions_model import Decision, Stated, Where, reasons

Row = dict[str, Any]
EDGES = ("x0", "top", "x1", "bottom")
NEAR = 1.5
"""How far an edge may have moved, in points: one, and what rounding on both sides adds."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A decision that the source no longer bears out: what it saw, and what the source says there now."""

    decision: Decision
    saw: str
    says_now: str

    @property
    def line(self) -> str:
        """One line for people that names the document, the page, what the decision saw and what stands there now."""
        decision, place = self.decision, f"{self.decision.document}: page {self.decision.where.page}"
        by = f"{decision.verdict} by {decision.who} on {decision.decided_on}"
        words = f"{place}: the decision ({by}) saw {self.saw}; the source now says {self.says_now}"
        return words.replace("\n", " ")


def is_near(one: Box | None, other: Box | None) -> bool:
    """Whether two boxes are the same place; no box is the whole page."""
    if one is None or other is None:
        return one is other
    pairs = ((one.x0, other.x0), (one.top, other.top), (one.x1, other.x1), (one.bottom, other.bottom))
    return all(abs(edge - moved) <= NEAR for edge, moved in pairs)


def box_of(row: Mapping[str, Any]) -> Box | None:
    """The box of a row with the columns of ``EDGES``; None where they are blank."""
    return None if row["x0"] is None else Box(*(row[edge] for edge in EDGES))


def boxed(row: Row) -> Row:
    """The edges of a row alone."""
    return {edge: row.get(edge) for edge in EDGES}


def stated_of(row: Mapping[str, Any]) -> Stated:
    """What an observation says."""
    years = {"FY": row["fiscal_year"], "CY": row["calendar_year"]}
    return Stated(
        status=row["status"],
        value=row["value"],
        unit=_text(row["unit"]),
        per=_text(row["per"]),
        comparator=_text(row["comparator"]),
        year="".join(f"{counted}{year}" for counted, year in years.items() if year is not None),
    )


def where_of(row: Mapping[str, Any]) -> Where:
    """Where an observation is printed, and what names it there."""
    return Where(row["page"], box_of(row), row["indicator"] or "", row["value_kind"], _text(row["period_label"]))


def is_same_figure(decision: Decision, where: Where, raw_text: str) -> bool:
    """Whether a figure is the one that was decided on; a reading that now agrees with the correction still is."""
    then = decision.where
    names = {(then.indicator, then.kind)}
    names |= {(decision.should_be.indicator, decision.should_be.kind)} if decision.should_be else set()
    is_there = then.page == where.page and then.period == where.period and is_near(then.box, where.box)
    return is_there and raw_text == decision.raw_text and (where.indicator, where.kind) in names


def is_same_note(decision: Decision, where: Where, reason: str, text: str) -> bool:
    """Whether an item about no figure is the one that was decided on."""
    is_there = decision.where.page == where.page and is_near(decision.where.box, where.box)
    return is_there and (decision.reason, decision.raw_text) == (reason, text)


def figures_of(decision: Decision, rows: list[Row]) -> list[Row]:
    """The observations that were decided on: one, or several that nobody can tell apart.

    What was accepted must still be read as it was: nobody has looked at another reading of the same text.
    """
    found = [row for row in rows if _is_of(decision, row) and is_same_figure(decision, where_of(row), row["raw_text"])]
    return [row for row in found if decision.verdict != "accept" or stated_of(row) == decision.read]


def note_of(decision: Decision, notes: list[Row]) -> Row | None:
    """The review item that was decided on."""
    own = (note for note in notes if _is_of(decision, note))
    return next((note for note in own if is_same_note(decision, _note_where(note), note["reason"], note["text"])), None)


def told(decision: Decision) -> str:
    """What the decision saw, in words."""
    if reasons()[decision.reason].about != "figure" or decision.read is None:
        return f"{decision.reason} 「{decision.raw_text}」"
    return _figure_words(decision.where, decision.raw_text, decision.read)


def says_now(decision: Decision, rows: list[Row], notes: list[Row]) -> str:
    """What is read at the place of a decision now, in words; on the whole page where the decision has no box."""
    there = [row for row in rows if _is_at(decision, row)]
    figures = [_figure_words(where_of(row), row["raw_text"], stated_of(row)) for row in there]
    others = [
        f"{note['reason']} 「{note['text']}」" for note in notes if _is_at(decision, note) and not _is_on_figure(note)
    ]
    return "; ".join([*figures, *others]) or "nothing there"


def _is_on_figure(note: Row) -> bool:
    """Whether an item says again that a figure is doubtful; the figure itself is told."""
    return note["reason"] in reasons() and reasons()[note["reason"]].about == "figure"


def _text(printed: str | None) -> str:
    """Text as the warehouse keeps it: without blanks around it."""
    return (printed or "").strip()


def _is_of(decision: Decision, row: Row) -> bool:
    return bool(row["document"] == decision.document)


def _is_at(decision: Decision, row: Row) -> bool:
    is_there = _is_of(decision, row) and row["page"] == decision.where.page
    return is_there and _overlap(decision.where.box, box_of(row))


def _note_where(note: Row) -> Where:
    return Where(note["page"], box_of(note))


def _overlap(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return one is None
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down) > NEAR


def _figure_words(where: Where, raw_text: str, stated: Stated) -> str:
    named = " ".join(part for part in (f"「{where.indicator}」", where.kind, where.period) if part)
    amount = "" if stated.value is None else f"{stated.value:.10f}".rstrip("0").rstrip(".")
    content = " ".join(part for part in (amount, stated.unit, stated.comparator, stated.year) if part) or stated.status
    return f"{named} 「{raw_text}」 ({content})"

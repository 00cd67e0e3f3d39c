"""What a person decided about one item of the review list, and the vocabulary of deciding.

Belongs here: the plain data of a decision. Does not belong here: its form on disk (``transforms.decisions_yaml``), what
becomes of an observation (``transforms.decisions``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

import polars as pl

from extract.model import Box
from transforms.lexicon import load
from transforms.schema import FLOAT, INT, TEXT, Column

Verdict = Literal["accept", "correct", "ignore"]
About = Literal["figure", "page", "comparison"]

STATES: dict[Verdict, str] = {"accept": "accepted", "correct": "corrected", "ignore": "ignored"}
"""What an item is once the decision holds; an item without decision is ``open``."""

DECIDED: tuple[Column, ...] = (
    Column("document", TEXT, "file name without .pdf"),
    Column("page", INT, "page of the item; blank where it concerns the whole document"),
    Column(
        "x0", FLOAT, "left edge of the cell as it is read now; the box is blank where the place does not matter", "pt"
    ),
    Column("top", FLOAT, "upper edge of the cell", "pt"),
    Column("x1", FLOAT, "right edge of the cell", "pt"),
    Column("bottom", FLOAT, "lower edge of the cell", "pt"),
    Column("reason", TEXT, "why the item was open"),
    Column(
        "indicator", TEXT, "the figure's indicator, as it stands after the decision; blank where it is about no figure"
    ),
    Column("value_kind", TEXT, "the figure's kind, as it stands after the decision; blank where it is about no figure"),
    Column("period_label", TEXT, "the figure's period as printed"),
    Column("raw_text", TEXT, "the figure as printed, or the words of the item"),
    Column("decision", TEXT, "accepted, corrected (the observation already carries the correction) or ignored"),
    Column("why", TEXT, "why"),
    Column("decided_by", TEXT, "who says so"),
    Column("decided_on", TEXT, "the day of the decision; part of no key"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for review: what a decision about such an item is about, and its meaning for people."""

    about: About
    meaning: str


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an item; ``indicator``, ``kind`` and ``period`` as read, blank where it is about no figure.

    ``page`` is absent where the item concerns the whole document, ``box`` where it concerns the whole page.
    """

    page: int | None
    box: Box | None
    indicator: str = ""
    kind: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a figure says: ``value`` in ``unit`` where ``status`` is numeric; ``year`` is FY2022, CY2022 or blank."""

    status: str
    value: float | None = None
    unit: str = ""
    per: str = ""
    comparator: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a figure should be, in full."""

    indicator: str
    kind: str
    stated: Stated


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided about one item of a document, why and when, and what was seen there.

    ``reason`` is why the item was open, ``raw_text`` the figure as printed or the words of the item. ``read`` is there
    for a figure, ``should_be`` for a figure that is corrected.
    """

    document: str
    verdict: Verdict
    where: Where
    reason: str
    raw_text: str
    why: str
    who: str
    decided_on: date
    read: Stated | None = None
    should_be: Correction | None = None


@cache
def comparators() -> tuple[str, ...]:
    """What can be said of a figure that is no exact number: 約, 以上, 以下, 未満, 超."""
    words = load("numbers")
    return tuple(dict.fromkeys([*words["before"]["comparator"].values(), *words["after"]["comparator"].values()]))


@cache
def reasons() -> dict[str, Reason]:
    """Every reason for review, in the order of the file."""
    return {name: Reason(**entry) for name, entry in load("review").items()}


def reason_frame() -> pl.DataFrame:
    """The reasons as a frame: reason, about."""
    rows = [(name, reason.about) for name, reason in reasons().items()]
    return pl.DataFrame(rows, schema={"reason": pl.String(), "about": pl.String()}, orient="row")

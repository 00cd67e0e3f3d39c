"""What the reading of one grid yields: its figures, how much of it was understood, and what it hands on.

Belongs here: the results of reading. Does not belong here: reading (``read``), what goes on with what (``going_on``).
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.labels import label_of, squeeze
from extract.model import PrintedFigure
from extract.shapes import is_dated_dash, looks_like_value
from extract.tables.columns import Column
from extract.tables.groups import NO_GROUP, Group

Columns = tuple[tuple[Column, ...], ...]
"""The columns under a header, one tuple for each table that stands side by side under it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a table hands on to rows of its own that stand elsewhere: the columns under its last header, how many it has in all
    once those in ``cut`` are cut at their arrows, the group in which its last row stands, and the ``last`` texts that 〃 may repeat. Where
    the header is printed again, ``heads``, the group goes on below it without ``columns``.
    """

    columns: Columns = ()
    heads: Columns = ()
    width: int = 0
    cut: tuple[int, ...] = ()
    group: Group = NO_GROUP
    last: tuple[str, ...] = ()


NOTHING_CARRIED = Carried()


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one grid yields: its figures, and for a table that goes on downwards what its next rows need."""

    figures: tuple[PrintedFigure, ...]
    carried: Carried = NOTHING_CARRIED

    @property
    def score(self) -> float:
        """How much was understood: named figures count by what they look like, labels and words of no stated kind against."""
        return sum(_worth(figure) for figure in self.figures)


def _worth(figure: PrintedFigure) -> float:
    if (
        (label_of(figure.raw_text).speaks and not is_dated_dash(figure.raw_text))
        or label_of(figure.indicator).speaks
        or _says_label(figure.indicator)
    ):
        return -2.0
    if not figure.indicator:
        return 0.0
    if looks_like_value(figure.raw_text):
        return figure.confidence
    return -0.5 if "kind-from-title" in figure.rules else 0.3 * figure.confidence


def _says_label(text: str) -> bool:
    """True for a label with what it says (所管課：財政課), which names no indicator."""
    label, colon, said = squeeze(text).partition(":")
    return bool(colon and said) and label_of(label).speaks

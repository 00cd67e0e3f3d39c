"""What the text of a card comes to, and where its runs stand to each other.

Belongs here: names, values and periods as single runs, and their places. Does not belong here: which value is whose
(``card_text``, ``card_arrows``).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from extract.labelled_values import labelled_values
from extract.labels import label_of, squeeze
from extract.lines import Run
from extract.model import ValueKind
from extract.shapes import is_dated_dash, is_figure, is_number_mark, is_prose, is_unit
from extract.titles import is_generic

SAME_SIZE = 0.12  # share by which the sizes of the lines of one text may differ
_LONGEST_VALUE, _LONGEST_WORD, _LONGEST_NAME, _LONGEST_FIGURE = 24, 12, 60, 8
_MOST_NAME_LINES = 3
_SAME_LINE = 0.6  # vertical distance of centres, in sizes, within which two runs share a line


class NoCard(Exception):
    """The text of a box is not that of a card."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of a card: the part of the indicator that it is for (男性), its label, its period; blank where none is printed."""

    label: str
    value: tuple[Run, ...]
    period: str = ""
    part: str = ""

    @property
    def text(self) -> str:
        """The value as printed."""
        return "\n".join(run.text for run in self.value)

    @property
    def claim(self) -> tuple[ValueKind | None, str]:
        """What no two values of one name have in common: kind and period."""
        label = label_of(self.label)
        return label.kind, label.period or self.period


@dataclass(frozen=True, slots=True)
class CardText:
    """One name with its values, and what else the card says in label and text (所管：…); ``top`` is where its text begins,
    ``way`` how its values were told apart.
    """

    name: str
    statements: tuple[Statement, ...]
    others: tuple[Statement, ...] = ()
    top: float = 0.0
    way: str = "card"


def name_above(above: list[Run], least: float) -> tuple[str, float]:
    """The name of a card from the runs above its labels, and its size; a later name of a box is no smaller than the first."""
    named = [
        run
        for run in above
        if not labelled_values(run) and not is_prose(run.text) and run.size >= (1 - SAME_SIZE) * least
    ]
    size = max((run.size for run in named), default=0.0)
    named = [run for run in named if run.size >= (1 - SAME_SIZE) * size]
    lines = sum(not on_line(a, b) for a, b in pairwise(named)) + 1
    text = "".join((" " if i and on_line(named[i - 1], run) else "") + run.text for i, run in enumerate(named))
    if not named or lines > _MOST_NAME_LINES or len(squeeze(text)) > _LONGEST_NAME or not _may_be_name(text):
        raise NoCard
    return text, size


def _may_be_name(text: str) -> bool:
    figure = is_figure(_without_number(text)) and len(squeeze(text)) <= _LONGEST_FIGURE
    return not label_of(text).speaks and not is_generic(text) and not figure and "。" not in text


def _without_number(text: str) -> str:
    """A name without the running number before it (4　消防団員数); a figure with its unit (4 人) as it is."""
    number, blank, name = text.partition(" ")
    return name if blank and is_number_mark(number) and not is_unit(name) else text


def may_be_value(run: Run) -> bool:
    """True for a figure, a dash or a short word; labels and label-and-text are none."""
    plain = squeeze(run.text)
    if is_dated_dash(run.text):
        return True
    longest = _LONGEST_VALUE if any(c.isdigit() for c in plain) else _LONGEST_WORD
    return len(plain) <= longest and ":" not in plain and not plain.endswith("。") and not label_of(run.text).speaks


def is_period(run: Run) -> bool:
    """True for a run that is a period and nothing else."""
    label = label_of(run.text)
    return label.role == "period" and bool(label.period) and not is_dated_dash(run.text)


def x_mid(run: Run) -> float:
    """Horizontal centre."""
    return (run.box.x0 + run.box.x1) / 2


def on_line(one: Run, other: Run) -> bool:
    """True for runs that stand on one line, be they of several sizes."""
    return abs(one.y_mid - other.y_mid) <= _SAME_LINE * max(one.size, other.size)


def is_under(run: Run, upper: Run) -> bool:
    """True for a run on a lower line that has some width in common with the upper one."""
    return run.y_mid > upper.y_mid and not on_line(run, upper) and shares_width(run, upper, 0)


def shares_width(one: Run, other: Run, more: float) -> bool:
    """True where two runs have some width in common, one of them made wider by ``more`` on both sides."""
    return one.box.x0 < other.box.x1 + more and other.box.x0 - more < one.box.x1


def same_size(one: Run, other: Run) -> bool:
    """True for runs of nearly one size."""
    return abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size)

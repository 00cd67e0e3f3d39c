"""The value of each label of a card: to its right or below it, with its year.

Belongs here: which run of a card is whose value and whose year, by position. Does not belong here: names and parts
(``card_text``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from extract.card_runs import (
    NoCard,
    Statement,
    is_period,
    is_under,
    may_be_value,
    on_line,
    same_size,
    shares_width,
    x_mid,
)
from extract.lines import Run
from extract.shapes import is_figure

_NEXT_LINE = 1.2  # gap, in sizes, up to which a value goes on in the line below it


@dataclass(slots=True)
class Left:
    """The runs of a card that nothing has claimed yet, from top to bottom."""

    runs: list[Run] = field(default_factory=list)

    def take(self, taken: Iterable[Run]) -> None:
        """Claim runs."""
        gone = {id(run) for run in taken}
        self.runs = [run for run in self.runs if id(run) not in gone]


def right_of(row: list[Run], left: Left) -> list[Statement]:
    """The values that stand to the right of each label of a row; none where a label has none there."""
    found: list[Statement] = []
    taken: list[Run] = []
    for label, end in zip(row, [*(label.box.x0 for label in row[1:]), float("inf")], strict=True):
        beside = [run for run in left.runs if on_line(label, run) and label.box.x1 <= run.box.x0 < end]
        values = [run for run in beside if not is_period(run) and may_be_value(run)]
        if len(values) != 1:
            return []
        under = [run for run in left.runs if is_period(run) and is_under(run, values[0])]
        periods = [run for run in beside if is_period(run)] or under
        found.append(Statement(label.text, (values[0],), periods[0].text if periods else ""))
        taken.extend([values[0], *periods[:1]])
    left.take(taken)
    return found


def below(row: list[Run], left: Left, bottom: float) -> list[Statement]:
    """The values that stand below each label of a row."""
    edges = [-float("inf"), *((a.box.x1 + b.box.x0) / 2 for a, b in pairwise(row)), float("inf")]
    found: list[Statement] = []
    for label, (start, end) in zip(row, pairwise(edges), strict=True):
        inside = [run for run in left.runs if start <= x_mid(run) < end and run.y_mid < bottom]
        dated = [run for run in inside if on_line(label, run) and is_period(run) and run.box.x0 >= label.box.x1]
        lower = [run for run in inside if run.box.top >= label.box.top + 0.5 * label.size]
        column = [run for run in lower if shares_width(run, label, label.size)]
        if len(row) == 1 and not any(map(may_be_value, column)):
            column = lower  # a label at the left of a line of its own, its value at the right end of the next
        statements = _by_year(label, lower) or [_one_below(label, column, dated)]
        found.extend(statement for statement, _ in statements)
        left.take([*dated, *(run for _, taken in statements for run in taken)])
    return found


_Taken = tuple[Statement, tuple[Run, ...]]


def _by_year(label: Run, lower: list[Run]) -> list[_Taken]:
    """Values of several years under one label (実績値 over R3年度, R4年度): each below its year; none where there are no years."""
    periods = [run for run in lower if is_period(run)]
    years = [run for run in periods if on_line(periods[0], run)]
    if len(years) < 2:
        return []
    found: list[_Taken] = []
    for year in years:
        under = [run for run in lower if run not in years and is_under(run, year)]
        if not under or not may_be_value(under[0]):
            raise NoCard
        found.append((Statement(label.text, (under[0],), year.text), (year, under[0])))
    return found


def _one_below(label: Run, column: list[Run], dated: list[Run]) -> _Taken:
    """The value below a label, the lines that it goes on in, and its period above or below it."""
    first = next((run for run in column if not is_period(run)), None)
    if first is None or not may_be_value(first):
        raise NoCard
    value = [first]
    rest = [run for run in column if run.y_mid > first.y_mid]
    while rest and not is_period(rest[0]) and _goes_on(value[-1], rest[0]):
        value.append(rest.pop(0))
    above = [run for run in column if is_period(run) and run.y_mid < first.y_mid]
    periods = [*dated, *above, *(run for run in rest[:1] if is_period(run))][:1]
    return Statement(label.text, tuple(value), periods[0].text if periods else ""), (*value, *periods)


def _goes_on(above: Run, run: Run) -> bool:
    """True for a line that continues the words above it: the same size, right below, no figure of its own."""
    near = run.box.top - above.box.bottom <= _NEXT_LINE * above.size
    return (
        near and same_size(above, run) and not is_figure(run.text) and not is_figure(above.text) and may_be_value(run)
    )

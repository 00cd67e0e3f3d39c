"""The text of one indicator's card: a name above, and below it kinds of value (現状, 目標), each with its value and its year.

Belongs here: which words of a card are its name, its labels, its values, by position. Does not belong here: which boxes of a
page are cards (``indicator_cards``), figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.card_runs import (
    SAME_SIZE,
    CardText,
    NoCard,
    Statement,
    is_period,
    is_under,
    may_be_value,
    name_above,
    on_line,
    same_size,
    shares_width,
    x_mid,
)
from extract.labelled_values import labelled_values, states_value
from extract.labels import label_of, period_in, squeeze
from extract.lines import Run
from extract.shapes import is_figure, looks_like_value

_LONGEST_LABEL, _LONGEST_PART = 14, 12
_OVERLAP = 0.2  # height, in sizes, that labels of one row have in common (boxes of unlike height stand a little apart)
_NEXT_LINE = 1.2  # gap, in sizes, up to which a value goes on in the line below it


@dataclass(slots=True)
class _Left:
    """The runs of a card that nothing has claimed yet, from top to bottom."""

    runs: list[Run] = field(default_factory=list)

    def take(self, taken: Iterable[Run]) -> None:
        gone = {id(run) for run in taken}
        self.runs = [run for run in self.runs if id(run) not in gone]


def cards_in(runs: list[Run]) -> list[CardText]:
    """The cards that the runs of one box make: one name with its values, or several below each other.

    Raises ``NoCard`` where the words of the box are no card, or a table that others read better.
    """
    rows = _label_rows(runs)
    if not rows:
        raise NoCard
    left = _Left([run for run in runs if not any(run is label for row in rows for label in row)])
    tops = [min(label.box.top for label in row) for row in rows]
    others = _others(left)
    found: list[CardText] = []
    size = 0.0
    for i, row in enumerate(rows):
        bottom = tops[i + 1] if i + 1 < len(rows) else float("inf")
        above = [run for run in left.runs if run.y_mid < tops[i]]
        statements = _statements(row, left, bottom)
        if not found or _needs_name(found[-1], statements):
            name, size = name_above(above, size)
            top = min(run.box.top for run in above)
            left.take(above)
            found.append(CardText(name, tuple(statements), others, top))
        else:
            found[-1] = replace(found[-1], statements=(*found[-1].statements, *statements))
    if any(len(card.statements) < 2 for card in found):
        raise NoCard
    return found


def _needs_name(card: CardText, statements: list[Statement]) -> bool:
    """True where values say what the card above says already, and of no other part of it."""
    said = {(statement.part, statement.claim) for statement in card.statements}
    return any((statement.part, statement.claim) in said for statement in statements)


def _label_rows(runs: list[Run]) -> list[list[Run]]:
    """The runs that are labels of kinds, or labels with their values, those on one line together."""
    rows: list[list[Run]] = []
    for run in sorted((run for run in runs if _is_label(run) or _states(run)), key=lambda run: run.y_mid):
        if rows and run.box.top < rows[-1][0].box.bottom - _OVERLAP * run.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.box.x0) for row in rows]


def _is_label(run: Run) -> bool:
    return label_of(run.text).kind is not None and len(squeeze(run.text)) <= _LONGEST_LABEL


def _states(run: Run) -> bool:
    values = labelled_values(run)
    return bool(values) and values[0].start <= 1 and all(map(states_value, values))


def _others(left: _Left) -> tuple[Statement, ...]:
    """What a card says of its indicator beside the values (所管：…, 単位：…), taken from the runs."""
    found: list[Statement] = []
    for run in left.runs:
        values = [value for value in labelled_values(run) if value.label.role in ("department", "unit")]
        found.extend(Statement(value.label.text, (replace(run, text=value.text),)) for value in values if value.text)
    return tuple(found)


def _statements(row: list[Run], left: _Left, bottom: float) -> list[Statement]:
    """The values of one row of labels: stated in the run itself, to the right of each label, or below it."""
    if any(map(_states, row)):
        found = _dated([statement for run in row for statement in _stated(run)], left, bottom)
    else:
        _no_heads(row, left)
        found = _right_of(row, left) or _below(row, left, bottom)
    if len({statement.claim for statement in found}) < len(found):
        raise NoCard
    part = _part(row, found, left)
    if any(_is_stray(run, row, found) for run in left.runs if run.y_mid < bottom):
        raise NoCard
    return [replace(statement, part=part) for statement in found]


def _stated(run: Run) -> list[Statement]:
    if not _states(run):
        raise NoCard
    return [Statement(value.label.text, (replace(run, text=value.text, box=value.box),)) for value in labelled_values(run)]


def _dated(found: list[Statement], left: _Left, bottom: float) -> list[Statement]:
    """Values stated in their runs, the last with a period that the end of the line pushed below it."""
    *before, last = found
    under = [run for run in left.runs if is_period(run) and last.value[-1].y_mid < run.y_mid < bottom]
    if len(under) != 1 or last.claim[1] or period_in(squeeze(last.text)):
        return found
    left.take(under)
    return [*before, replace(last, period=under[0].text)]


def _no_heads(row: list[Run], left: _Left) -> None:
    """A line of labels that names other columns too (指標, 単位) heads a table."""
    beside = [run for run in left.runs if on_line(row[0], run)]
    if any(label_of(run.text).role not in (None, "period", "value") for run in beside):
        raise NoCard


def _right_of(row: list[Run], left: _Left) -> list[Statement]:
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


def _below(row: list[Run], left: _Left, bottom: float) -> list[Statement]:
    """The values that stand below each label of a row."""
    edges = [-float("inf"), *((a.box.x1 + b.box.x0) / 2 for a, b in pairwise(row)), float("inf")]
    found: list[Statement] = []
    for label, (start, end) in zip(row, pairwise(edges), strict=True):
        inside = [run for run in left.runs if start <= x_mid(run) < end and run.y_mid < bottom]
        dated = [run for run in inside if on_line(label, run) and is_period(run) and run.box.x0 >= label.box.x1]
        lower = [run for run in inside if run.box.top >= label.box.top + 0.5 * label.size]
        statements = _by_year(label, lower) or [_one_below(label, lower, dated)]
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


def _one_below(label: Run, lower: list[Run], dated: list[Run]) -> _Taken:
    """The value below a label, the lines that it goes on in, and its period above or below it."""
    column = [run for run in lower if shares_width(run, label, label.size)]
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
    return near and same_size(above, run) and not is_figure(run.text) and not is_figure(above.text) and may_be_value(run)


def _part(row: list[Run], found: list[Statement], left: _Left) -> str:
    """What stands to the left of a row of values: the part of the indicator that they are for (男性)."""
    values = [run for statement in found for run in statement.value]
    start = min(run.box.x0 for run in (*row, *values))
    top, bottom = min(run.box.top for run in row), max(run.box.bottom for run in (*row, *values))
    beside = [run for run in left.runs if run.box.x1 <= start + 1 and top <= run.y_mid <= bottom]
    text = "".join(run.text for run in beside)
    if beside and (len(squeeze(text)) > _LONGEST_PART or label_of(text).speaks or looks_like_value(text) or not text[0].isalnum()):
        raise NoCard
    left.take(beside)
    return text


def _is_stray(run: Run, row: list[Run], found: list[Statement]) -> bool:
    """True for another figure under or beside the values: the words are a table, not a card."""
    values = [value for statement in found for value in statement.value]
    if not is_figure(run.text) or is_period(run) or run.y_mid < min(label.box.top for label in row):
        return False
    lowest = max(value.box.bottom for value in values)
    return run.y_mid <= lowest or any(is_under(run, value) and run.size > (1 - SAME_SIZE) * value.size for value in values)



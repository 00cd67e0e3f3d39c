"""The text of one indicator's card: a name above, and below it kinds of value (現状, 目標), each with its value and its year.

Belongs here: which words of a card are its name, its labels and its parts, by position. Does not belong here: which value a
label has (``card_values``), which boxes of a page are cards (``indicator_cards``), figures.
"""

from __future__ import annotations

from dataclasses import replace

from extract.card_runs import SAME_SIZE, CardText, NoCard, Statement, is_period, is_under, name_above, on_line
from extract.card_values import Left, below, right_of
from extract.labelled_values import labelled_values, states_value
from extract.labels import label_of, period_in, squeeze
from extract.lines import Run
from extract.shapes import is_figure, looks_like_value

_LONGEST_LABEL, _LONGEST_PART = 14, 12
_OVERLAP = 0.2  # height, in sizes, that labels of one row have in common (boxes of unlike height stand a little apart)


def cards_in(runs: list[Run]) -> list[CardText]:
    """The cards that the runs of one box make: one name with its values, or several below each other.

    Raises ``NoCard`` where the words of the box are no card, or a table that others read better.
    """
    rows = _label_rows(runs)
    if not rows:
        raise NoCard
    left = Left([run for run in runs if not any(run is label for row in rows for label in row)])
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
    if not all(map(_tells, found)):
        raise NoCard
    return found


def _tells(card: CardText) -> bool:
    """True for two values or more, one of them a figure or all of them dated: 現状 and 目標 head texts as well.

    A label with what it says (単位：％) names nothing: the name stands outside the box.
    """
    label, colon, _ = squeeze(card.name).partition(":")
    if colon and label_of(label).speaks:
        return False
    figured = any(is_figure(statement.text) for statement in card.statements)
    dated = all(statement.claim[1] for statement in card.statements)
    return len(card.statements) > 1 and (figured or dated)


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


def _others(left: Left) -> tuple[Statement, ...]:
    """What a card says of its indicator beside the values (所管：…, 単位：…), taken from the runs."""
    found: list[Statement] = []
    for run in left.runs:
        values = [value for value in labelled_values(run) if value.label.role in ("department", "unit")]
        found.extend(Statement(value.label.text, (replace(run, text=value.text),)) for value in values if value.text)
    return tuple(found)


def _statements(row: list[Run], left: Left, bottom: float) -> list[Statement]:
    """The values of one row of labels: stated in the run itself, to the right of each label, or below it."""
    if any(map(_states, row)):
        found = _dated([statement for run in row for statement in _stated(run)], left, bottom)
    else:
        _no_heads(row, left)
        found = right_of(row, left) or below(row, left, bottom)
    if len({statement.claim for statement in found}) < len(found):
        raise NoCard
    part = _part(row, found, left)
    if any(_is_stray(run, row, found) for run in left.runs if run.y_mid < bottom):
        raise NoCard
    return [replace(statement, part=part) for statement in found]


def _stated(run: Run) -> list[Statement]:
    if not _states(run):
        raise NoCard
    return [
        Statement(value.label.text, (replace(run, text=value.text, box=value.box),)) for value in labelled_values(run)
    ]


def _dated(found: list[Statement], left: Left, bottom: float) -> list[Statement]:
    """Values stated in their runs, the last with a period that the end of the line pushed below it."""
    *before, last = found
    under = [run for run in left.runs if is_period(run) and last.value[-1].y_mid < run.y_mid < bottom]
    if len(under) != 1 or last.claim[1] or period_in(squeeze(last.text)):
        return found
    left.take(under)
    return [*before, replace(last, period=under[0].text)]


def _no_heads(row: list[Run], left: Left) -> None:
    """A line of labels that names other columns too (指標, 単位) heads a table."""
    beside = [run for run in left.runs if on_line(row[0], run)]
    if any(label_of(run.text).role not in (None, "period", "value") for run in beside):
        raise NoCard


def _part(row: list[Run], found: list[Statement], left: Left) -> str:
    """What stands to the left of a row of values: the part of the indicator that they are for (男性)."""
    values = [run for statement in found for run in statement.value]
    start = min(run.box.x0 for run in (*row, *values))
    top, bottom = min(run.box.top for run in row), max(run.box.bottom for run in (*row, *values))
    beside = [run for run in left.runs if run.box.x1 <= start + 1 and top <= run.y_mid <= bottom]
    text = "".join(run.text for run in beside)
    if beside and (
        len(squeeze(text)) > _LONGEST_PART or label_of(text).speaks or looks_like_value(text) or not text[0].isalnum()
    ):
        raise NoCard
    left.take(beside)
    return text


def _is_stray(run: Run, row: list[Run], found: list[Statement]) -> bool:
    """True for another figure under or beside the values: the words are a table, not a card."""
    values = [value for statement in found for value in statement.value]
    if not is_figure(run.text) or is_period(run) or run.y_mid < min(label.box.top for label in row):
        return False
    lowest = max(value.box.bottom for value in values)
    return run.y_mid <= lowest or any(
        is_under(run, value) and run.size > (1 - SAME_SIZE) * value.size for value in values
    )

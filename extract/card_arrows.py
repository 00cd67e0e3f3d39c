"""Cards whose kinds of value a legend above them (現状 → 目標) or the order of the values alone tells.

Belongs here: cards without labels of their own. Does not belong here: cards that label their values (``card_text``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
)
from extract.lines import Run
from extract.shapes import is_figure


def card_by_legend(runs: list[Run], legend: Sequence[str]) -> CardText:
    """The card that the runs of a box make whose values stand in the order of the ``legend``'s labels.

    Raises ``NoCard`` where the box does not hold as many values, the first of them a figure, under a name.
    """
    for first in (run for run in runs if is_figure(run.text) and not is_period(run)):
        values = [run for run in runs if _may_follow(run, first)]
        if len(values) == len(legend) > 1 and all(map(may_be_value, values)):
            return _card(runs, first, values, legend)
    raise NoCard


def card_by_arrow(runs: list[Run], arrow: bool) -> CardText:
    """The card of two dated values that nothing labels, with an arrow between them; their labels are blank.

    Raises ``NoCard`` where the box holds anything else.
    """
    card = card_by_legend(runs, ("", ""))
    if not arrow or not all(statement.period for statement in card.statements):
        raise NoCard
    return replace(card, way="card by arrow")


def _card(runs: list[Run], first: Run, values: list[Run], legend: Sequence[str]) -> CardText:
    name, _ = name_above([run for run in runs if run.y_mid < first.y_mid and not on_line(run, first)], 0.0)
    periods = [_period(value, values, runs) for value in values]
    found = [Statement(label, (value,), period) for label, value, period in zip(legend, values, periods, strict=True)]
    return CardText(name, tuple(found), top=min(run.box.top for run in runs), way="card by legend")


def _may_follow(run: Run, first: Run) -> bool:
    """True for the first value and what stands behind or below it, as large or larger."""
    behind = run.y_mid > first.y_mid or on_line(run, first)
    return behind and not is_period(run) and run.size >= (1 - SAME_SIZE) * first.size


def _period(value: Run, values: list[Run], runs: list[Run]) -> str:
    """The period behind a value on its line, or below it and above the next value."""
    periods = [run for run in runs if is_period(run)]
    beside = [run for run in periods if on_line(run, value) and run.box.x0 >= value.box.x1]
    next_value = min((other.y_mid for other in values if is_under(other, value)), default=float("inf"))
    below = [run for run in periods if is_under(run, value) and run.y_mid < next_value]
    return next((run.text for run in (*beside[:1], *below[:1])), "")

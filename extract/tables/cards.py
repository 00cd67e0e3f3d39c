"""Cards of one indicator each: name, then part, label, value and period row by row.

Belongs here: the figures of a card. Does not belong here: which words of a card say what (``extract.card_text``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.grid import Grid
from extract.labels import Label, is_current, label_of
from extract.model import PrintedFigure, ValueKind
from extract.rules import confidence
from extract.tables.columns import join_lines
from extract.tables.context import Context
from extract.tables.draft import Names
from extract.tables.pairs import Card, card_figures
from extract.titles import indicator_title
from extract.unit_lines import unit_line

_RULES = {"card by legend": "kinds-from-legend", "card by arrow": "sides-of-an-arrow"}
_SIDES: tuple[ValueKind, ValueKind] = ("baseline", "target")


def read_card(grid: Grid, context: Context) -> Iterator[PrintedFigure]:
    """The figures of a card, as ``extract.indicator_cards`` lays it out."""
    name = indicator_title(join_lines(grid.at(0, 0).text))
    card = Card(Names(indicator=name))
    surroundings = replace(context, unit_line=unit_line(grid.at(0, 0).text) or context.unit_line)
    labels = [_label(grid, row) for row in range(1, grid.n_rows)]
    for row, label in enumerate(_current_beside_baseline(labels), 1):
        part, _, value, _ = (grid.at(row, col) for col in range(4))
        card.names = replace(card.names, indicator=f"{name}（{part.text}）" if part.text else name)
        for found in card_figures(grid.page, label, value.text, value.box, card, surroundings):
            yield _ruled(found, _RULES.get(grid.way))


def _current_beside_baseline(labels: list[Label]) -> list[Label]:
    """現在 beside 基準年度 on one card is what was reached by now, not a second baseline."""
    baselines = [label for label in labels if label.kind == "baseline"]
    named = any(not is_current(label.text) for label in baselines)
    return [
        replace(label, kind="actual") if named and label in baselines and is_current(label.text) else label
        for label in labels
    ]


def _label(grid: Grid, row: int) -> Label:
    """The label of a row with the period that its value prints, where it has none of its own.

    Without any label the values stand in the order of ``_SIDES``.
    """
    label = label_of(grid.at(row, 1).text)
    period = label.period or label_of(grid.at(row, 3).text).period
    if grid.way == "card by arrow":
        return Label("", "value", _SIDES[row - 1], period, "")
    return replace(label, period=period)


def _ruled(figure: PrintedFigure, rule: str | None) -> PrintedFigure:
    if rule is None:
        return figure
    rules = (*figure.rules, rule)
    return replace(figure, rules=rules, confidence=min(figure.confidence, confidence(rules)))

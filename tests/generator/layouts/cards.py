"""One form per measure: labels and contents in two or four columns, a small table of indicators inside.

Options: ``labels``: rows of ``[label, key]`` or ``[label, key, label, key]``, a key being a place of the indicator;
``below`` repeats that below the figures; ``caption`` formats the line above a card.
"""

from __future__ import annotations

from itertools import chain, groupby

from tests.generator.blocks import Block, Cell, Space, Table, Text
from tests.generator.layouts.sheet import Sheet, head_tree, value_cell, word_of
from tests.generator.look import column_heads, name_text
from tests.generator.model import Indicator

Row = tuple[Cell, ...]


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """A card for every measure."""
    groups = groupby(sheet.indicators, key=lambda indicator: (indicator.measure_no, indicator.measure))
    return tuple(chain.from_iterable(_card(sheet, tuple(members)) for _, members in groups))


def _card(sheet: Sheet, members: tuple[Indicator, ...]) -> tuple[Block, ...]:
    caption = str(sheet.options.get("caption", ""))
    above = (
        (Text(caption.format(no=members[0].measure_no, measure=members[0].measure), "subheading"),) if caption else ()
    )
    width = 2 + len(sheet.columns)
    forms = [_form(sheet, members[0], labels, width) for labels in sheet.options.get("labels", ())]
    below = [_form(sheet, members[0], labels, width) for labels in sheet.options.get("below", ())]
    rows = (*forms, *_nested(sheet, members), *below)
    widths = (1.2, 3.0, *([sheet.look.value_width] * len(sheet.columns)))
    return *above, Table(rows, widths, 0, sheet.look.style), Space(8)


def _form(sheet: Sheet, first: Indicator, labels: list[str], width: int) -> Row:
    if len(labels) == 2:
        return Cell(labels[0], "head"), Cell(word_of(sheet, first, labels[1]), "text", cols=width - 1)
    left, right = (
        Cell(word_of(sheet, first, labels[1]), "text"),
        Cell(word_of(sheet, first, labels[3]), "text", cols=width - 3),
    )
    return Cell(labels[0], "head"), left, Cell(labels[2], "head"), right


def _nested(sheet: Sheet, members: tuple[Indicator, ...]) -> list[Row]:
    heads = [*head_tree([(sheet.look.head_word("name"),), *(column_heads(c, sheet.look) for c in sheet.columns)])]
    label = Cell(str(sheet.options.get("figures_word", "成果指標")), "head", rows=len(members) + len(heads))
    rows = [tuple(row) for row in heads]
    for indicator in members:
        values = (value_cell(sheet, indicator, number) for number in range(len(sheet.columns)))
        rows.append((Cell(name_text(indicator, sheet.look), "name"), *values))
    return [(label, *rows[0]), *rows[1:]]

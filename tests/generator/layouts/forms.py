"""One form per indicator: label cells beside their contents, no header row at all.

Options: ``rows``: rows of keys; a key is ``name``, ``unit`` …, the number of a value column, or an extra.
"""

from __future__ import annotations

from itertools import chain

from tests.generator.blocks import Block, Cell, Space, Table
from tests.generator.layouts.sheet import Sheet, value_cell, word_of
from tests.generator.look import column_heads
from tests.generator.model import Indicator

Row = tuple[Cell, ...]


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """A form for every indicator."""
    return tuple(chain.from_iterable(_form(sheet, indicator) for indicator in sheet.indicators))


def _form(sheet: Sheet, indicator: Indicator) -> tuple[Block, ...]:
    keys = sheet.options["rows"]
    most = max(len(row) for row in keys)
    rows = tuple(_row(sheet, indicator, row, most) for row in keys)
    return Table(rows, (1.1, 1.9) * most, 0, sheet.look.style), Space(float(sheet.options.get("space", 8)))


def _row(sheet: Sheet, indicator: Indicator, keys: list[str | int], most: int) -> Row:
    pairs = [_pair(sheet, indicator, key) for key in keys]
    label, last = pairs[-1]
    wide = Cell(last.text, last.role, cols=1 + 2 * (most - len(keys)), truth=last.truth)
    return *chain.from_iterable(pairs[:-1]), label, wide


def _pair(sheet: Sheet, indicator: Indicator, key: str | int) -> Row:
    if isinstance(key, int):
        head = "".join(column_heads(sheet.columns[key], sheet.look))
        return Cell(head, "head"), value_cell(sheet, indicator, key)
    return Cell(sheet.look.head_word(key), "head"), Cell(word_of(sheet, indicator, key), "text")

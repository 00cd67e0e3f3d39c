"""The same columns two or three times side by side in one table (指標 | 値 | 指標 | 値).

Options: ``times``: how often; the last row is filled with blank cells.
"""

from __future__ import annotations

from tests.generator.blocks import Block, Cell, Table
from tests.generator.layouts.sheet import Sheet, head_tree, heads_of, widths_of
from tests.generator.layouts.wide import body


def lay_out(sheet: Sheet) -> tuple[Block, ...]:
    """The sheet as one table of repeated column groups."""
    times = int(sheet.options.get("times", 2))
    heads = [tuple(row) for row in head_tree(heads_of(sheet) * times)]
    rows = body(sheet)
    height = -(-len(rows) // times)
    blank = tuple(Cell("") for _ in widths_of(sheet))
    strips = [rows[start : start + height] for start in range(0, height * times, height)]
    filled = [strip + [blank] * (height - len(strip)) for strip in strips]
    lines = [tuple(cell for strip in filled for cell in strip[number]) for number in range(height)]
    return (Table((*heads, *lines), widths_of(sheet) * times, len(heads), sheet.look.style),)

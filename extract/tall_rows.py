"""Rows of a ruled table that hold several records: no rule parts them, so they are cut where a reader parts them.

Belongs here: the cutting of tall rows. Does not belong here: tables without column rules (``gaps``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from extract.column_lines import ColumnLine, body_line, column_line, column_text, holds_value, row_edges
from extract.covering import covered
from extract.grid import Cell, Grid
from extract.labels import is_period, label_of, squeeze
from extract.lines import block_text, glyph_lines
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import row_groups

_FEWEST_DATED = 2
_LISTED = re.compile(r"^[・●]", re.MULTILINE)
_NUMBERED = re.compile(r"[①-⑳]")
Record = list[ColumnLine]


def with_rows_cut(page: PageContent, grid: Grid, glyphs: Iterable[Glyph], fewest: int) -> Grid:
    """The grid with every row cut that holds at least ``fewest`` records below each other."""
    all_glyphs = list(glyphs)
    cuts = [_records(grid, row, all_glyphs, fewest) for row in range(grid.n_rows)]
    return _cut(page, grid, cuts) if any(cuts) else grid


def _records(grid: Grid, row: int, glyphs: list[Glyph], fewest: int) -> list[Record]:
    """The records of a row, two where each begins with its period; none where the row is a record itself."""
    cells = grid.row_cells(row)
    fewest = _FEWEST_DATED if all(map(is_period, cells[0].text.split("\n"))) else fewest
    if any(cell.row_span > 1 or cell.col_span > 1 for cell in cells) or _NUMBERED.search(
        "".join(c.text for c in cells)
    ):
        return []
    if sum("\n" in cell.text for cell in cells) < 2 or sum(bool(_LISTED.search(cell.text)) for cell in cells) > 1:
        return []
    inside = covered(glyphs, Box(grid.xs[0], grid.ys[row], grid.xs[-1], grid.ys[row + 1]))
    lines = [column_line(line, grid.xs) for line in glyph_lines(inside)]
    groups = row_groups([body_line(line, grid.xs) for line in lines], []) if len(lines) >= fewest else []
    found = [[lines[i] for i in group] for group in groups]
    return found if len(found) >= fewest and _are_records(found) else []


def _are_records(records: list[Record]) -> bool:
    """Every row names something in the first column, most hold a value, and none is a header's."""
    named = all(any(squeeze(block_text(line[0])) for line in record if 0 in line) for record in records)
    roles = [label_of(column_text(record, col)).role for record in records for col in record[0]]
    labels = sum(role not in (None, "period") for role in roles)
    valued = sum(any(holds_value(line) for line in record) for record in records)
    return named and valued * 3 >= len(records) * 2 and labels <= len(records)


def _cut(page: PageContent, grid: Grid, cuts: list[list[Record]]) -> Grid:
    heights = [max(1, len(records)) for records in cuts]
    first = [0, *accumulate(heights)]
    ys = [grid.ys[0]]
    for row, records in enumerate(cuts):
        ys.extend([*row_edges(records), grid.ys[row + 1]])
    kept = [
        replace(c, row=first[c.row], row_span=first[c.last_row + 1] - first[c.row])
        for c in grid.cells
        if not cuts[c.row]
    ]
    new = [
        Cell(
            y, col, 1, 1, column_text(record, col), page.on_page(Box(grid.xs[col], ys[y], grid.xs[col + 1], ys[y + 1]))
        )
        for row, records in enumerate(cuts)
        for y, record in enumerate(records, first[row])
        for col in range(grid.n_cols)
    ]
    return Grid(grid.page, grid.box, grid.xs, tuple(ys), (*kept, *new), grid.way)

"""Parts of a name that is merged over several rows: 男性 and 女性 beside 健康寿命.

Belongs here: which cells beside a name part it. Does not belong here: parts under the heads of columns (``parts_of_heads``), names
that come again under other words (``names_of_parts``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Cell, Grid
from extract.labels import label_of, says_values, squeeze
from extract.parts import is_part
from extract.shapes import looks_like_value
from extract.tables.columns import Column, join_lines

_PARTS = ("text", "target_group")
_LONGEST = 16  # characters of a part


def part_beside(grid: Grid, row: int, columns: Sequence[Column], named: Cell) -> str:
    """The part of a name that one row is about, of the columns between it and the values; blank where there is none."""
    cells = [(column, grid.at(row, column.index)) for column in columns if column.role in _PARTS]
    parts = [
        cell.text for column, cell in cells if _parts_name(grid, column, cell, named) and _names_part(column, cell.text)
    ]
    return "・".join(map(join_lines, parts))


def _parts_name(grid: Grid, column: Column, cell: Cell, named: Cell) -> bool:
    """True for a cell of a part of its name, or of what is counted of it (人数) in a column that parts other names; 対象：成人 beside a
    single name parts nothing.
    """
    if cell.row_span < named.row_span or cell.row_span > 1 or column.role == "target_group":
        return cell.row_span < named.row_span
    beside = (grid.at(other.row, named.col) for other in grid.column_cells(cell.col) if other.row_span == 1)
    return any(name.row_span > 1 and not label_of(name.text).speaks for name in beside)


def _names_part(column: Column, text: str) -> bool:
    """What stands under 対象, a word that names a part (20歳代), or any short text that is no label and no figure; 数値 names none."""
    if says_values(text):
        return False
    if column.role == "target_group":
        return bool(text.strip())
    return is_part(text) or (
        0 < len(squeeze(text)) <= _LONGEST and not label_of(text).speaks and not looks_like_value(text)
    )

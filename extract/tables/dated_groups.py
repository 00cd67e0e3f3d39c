"""Rows that open a group and date the columns of the header over them (【戦略目的１】… | 平成30年度 | 令和４年度 | 令和６年度).

Belongs here: telling such a row from a header, and the columns that it dates. Does not belong here: group rows of one cell (``groups``).
"""

from __future__ import annotations

from dataclasses import replace

from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.tables.table_reading import Columns


def dated_by_group(grid: Grid, row: int, columns: Columns) -> Columns:
    """The columns with the periods of a row, where it begins with words of no label and dates all columns of kinds without years; none
    where the row is no such group.
    """
    words, *years = [cell for cell in grid.row_cells(row) if cell.text.strip()]
    labels = {cell.col: label_of(cell.text) for cell in years}
    dates = bool(years) and all(label.role == "period" and label.period for label in labels.values())
    kinds = [column for part in columns for column in part if column.role == "value" and column.kind]
    if not dates or not _opens_group(words) or {column.index for column in kinds} != set(labels):
        return ()
    return tuple(
        tuple(replace(c, period=labels[c.index].period) if c.index in labels else c for c in part) for part in columns
    )


def _opens_group(cell: Cell) -> bool:
    return cell.col == 0 and not label_of(cell.text).speaks

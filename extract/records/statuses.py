"""Status tables: initiatives, when each started and how it is followed up.

Belongs here: rows of tables with an initiative and a start column. Does not belong here: what a mark means.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import PrintedStatus
from extract.records.headed import HeadedTable, group_text, tables_of
from extract.records.headings import heading_above
from extract.records.leaf import Leaf, around
from extract.records.text import label_line, one_line
from extract.records.words import table_kind


def read_statuses(leaves: list[Leaf]) -> Iterator[PrintedStatus]:
    """Every row of every status table; a table that goes on keeps the heading under which it began."""
    field = ""
    for table in tables_of(leaves, table_kind("status")):
        field = heading_above(table.leaf, table.place) or field
        yield from _rows(table, field)


def _rows(table: HeadedTable, field: str) -> Iterator[PrintedStatus]:
    for row in table.records("initiative", "start"):
        yield PrintedStatus(
            page=table.grid.page,
            field=field,
            measure=one_line(table.text(row, "measure")) or _group(table, row),
            initiative=one_line(table.text(row, "initiative")),
            started_label=label_line(table.text(row, "start")),
            mark=label_line(table.text(row, "mark")),
            box=around([cell.box for role in ("initiative", "start", "mark") if (cell := table.cell(row, role))]),
        )


def _group(table: HeadedTable, row: int) -> str:
    """The nearest row above that is one cell across the table."""
    above = (group_text(table.grid, r) for r in reversed(table.body) if r < row)
    return one_line(next((text for text in above if text), ""))

"""Survey overviews: who was asked, how they were chosen, how many were asked and how many answered.

Belongs here: rows of tables with 調査対象, 件数 and 有効数. Does not belong here: what the survey found.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.labels import period_in, squeeze
from extract.model import PrintedSurvey
from extract.records.headed import HeadedTable, tables_of
from extract.records.headings import heading_above
from extract.records.leaf import Leaf
from extract.records.text import one_line
from extract.records.words import table_kind


def read_surveys(leaves: list[Leaf]) -> Iterator[PrintedSurvey]:
    """Every survey of every overview; where the table names no survey or no year, the heading above it does."""
    for table in tables_of(leaves, table_kind("survey")):
        heading = heading_above(table.leaf, table.place)
        yield from _rows(table, heading)


def _rows(table: HeadedTable, heading: str) -> Iterator[PrintedSurvey]:
    for row in table.records("sent", "valid"):
        yield PrintedSurvey(
            page=table.grid.page,
            survey=one_line(table.text(row, "survey")) or heading,
            year_label=one_line(table.text(row, "year")) or period_in(squeeze(heading)),
            target=one_line(table.text(row, "target")),
            method=one_line(table.text(row, "method")),
            sent=one_line(table.text(row, "sent")),
            valid=one_line(table.text(row, "valid")),
            box=table.box(row),
        )

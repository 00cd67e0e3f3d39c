"""Projects in tables: the list of all under its policies, and the table that describes them.

Belongs here: tables with a number and a name. Does not belong here: cards (``cards``), merging of the places.
"""

from __future__ import annotations

from typing import Literal

from extract.model import PrintedProject, Reading, ReviewNote
from extract.records.headed import HeadedTable, group_text, tables_of
from extract.records.headings import Heading, Outline, heading_style, items, running_heads
from extract.records.leaf import Leaf
from extract.records.plans import bars_of_rows
from extract.records.text import one_line
from extract.records.words import says, table_kind

Place = Literal["card", "list", "table"]


def read_project_tables(leaves: list[Leaf], reading: Reading) -> None:
    """Append the projects of every project table, with the headings in force, and the bars of its year columns."""
    outlines = _outlines(leaves)
    for table in tables_of(leaves, table_kind("project")):
        outline, records = outlines[id(table.grid)], set(table.records("number", "name"))
        for row in table.body:
            outline = _after_group(outline, table, row)
            if row in records:
                _read_row(table, row, outline, reading)


def _outlines(leaves: list[Leaf]) -> dict[int, Outline]:
    """The outline in force at each grid of a document."""
    furniture, outline, found = running_heads(leaves), Outline(), {}
    for leaf in leaves:
        for item in items(leaf, furniture):
            if item.heading is not None:
                outline = outline.after(item.heading)
            if item.grid is not None:
                found[id(item.grid)] = outline
    return found


def _after_group(outline: Outline, table: HeadedTable, row: int) -> Outline:
    """The outline once a row that is a heading inside the table has come."""
    text = one_line(group_text(table.grid, row) or "")
    style = heading_style(text)
    return outline.after(Heading(text, style, 0.0, 0.0)) if style else outline


def _read_row(table: HeadedTable, row: int, outline: Outline, reading: Reading) -> None:
    number, name = one_line(table.text(row, "number")), one_line(table.text(row, "name"))
    if not says("number", number) or not name:
        texts = [one_line(cell.text) for cell in table.grid.row_cells(row) if cell.text.strip()]
        reading.review.append(ReviewNote(table.grid.page, table.box(row), "project_without_number", " | ".join(texts)))
        return
    pillar, policy, sub_policy = outline.policies()
    reading.projects.append(
        PrintedProject(
            page=table.grid.page,
            project_no=number,
            name=name,
            category=one_line(table.text(row, "category")),
            department=one_line(table.text(row, "department")),
            description=one_line(table.text(row, "description")),
            pillar=pillar,
            policy=policy,
            sub_policy=sub_policy,
            place=_place(table),
            box=table.box(row),
        )
    )
    reading.phases.extend(bars_of_rows(table, row, number, name))


def _place(table: HeadedTable) -> Place:
    """A table that describes its projects, or a list that only names them."""
    return "table" if {"description", "department"} & set(table.roles) else "list"

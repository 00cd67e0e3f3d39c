"""Measures (施策): one ruled card each, a page of its own each, or a row in the list of all measures.

Belongs here: recognition of these three places, as printed. Does not belong here: the texts beside labels of a page
(``sections``), merging of the places, what a category or an audience mark means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from extract.captions import Headings, after_line, text_lines
from extract.categories import split_category
from extract.grid import Cell, Grid
from extract.model import Box, PrintedMeasure
from extract.records.headed import HeadedTable, group_text, table_of, tables_of
from extract.records.leaf import Leaf, around
from extract.records.sections import measure_role, sections
from extract.records.text import one_line, paragraphs
from extract.records.titles import title_of
from extract.records.words import TableName, table_kind

PROSE = ("overview", "background", "situation", "issue", "approach", "effect")
_LINES = ("field", "category", "department", "audience", "indicator")
_FEWEST_SECTIONS = 3  # a page under a numbered title describes a measure where it has this many labelled texts
_OTHER_KINDS: tuple[TableName, ...] = ("project", "status")


def read_measures(leaves: list[Leaf]) -> Iterator[PrintedMeasure]:
    """Every measure at every place that prints it: the list, then cards, then pages of their own."""
    yield from _listed(leaves)
    yield from _cards(leaves)
    for leaf in leaves:
        yield from _page(leaf)


def _cards(leaves: list[Leaf]) -> Iterator[PrintedMeasure]:
    """The cards of all pages, each under the headings that hold above it."""
    headings = Headings()
    for leaf in leaves:
        lines = text_lines(leaf.sheet.loose)
        for grid in leaf.sheet.grids:
            above = [line for line in lines if line.y_mid < grid.ys[0]]
            lines = lines[len(above) :]
            for line in above:
                headings = after_line(headings, line)
            for rows in _card_rows(grid):
                yield from _card(grid, rows, headings)
                headings = replace(headings, measure_no="")
        for line in lines:
            headings = after_line(headings, line)


def _card_rows(grid: Grid) -> Iterator[range]:
    """The rows of each card of a grid: from one label of a measure's name to the next."""
    starts = sorted({cell.row for cell in grid.cells if measure_role(cell.text) == "measure"})
    yield from (range(start, end) for start, end in pairwise([*starts, grid.n_rows]))


def _card(grid: Grid, rows: range, headings: Headings) -> Iterator[PrintedMeasure]:
    cells = dict(_labelled(grid, rows))
    texts = {role: cell.text for role, cell in cells.items()}
    name, mark = split_category(texts.get("measure", ""))
    if not name.strip() or not {*PROSE, "audience"} & set(texts):
        return
    fields = {role: one_line(texts[role]) for role in _LINES if role in texts}
    yield _measure(
        page=grid.page,
        measure_no=one_line(texts.get("number", "")) or "".join(headings.measure_no.split()),
        measure=one_line(name),
        texts={"field": headings.field or headings.section, "category": mark} | fields | _prose(texts),
        place="card",
        box=around([cell.box for cell in cells.values()]),
    )


def _labelled(grid: Grid, rows: range) -> Iterator[tuple[str, Cell]]:
    """Each role of a label with the cell to its right, or below it where the label spans the card; later ones first."""
    labels = [cell for row in reversed(rows) for cell in grid.row_cells(row) if cell.row == row]
    for label in labels:
        role = measure_role(label.text)
        beside = _text_of(grid, label) if role else None
        if role and beside is not None and measure_role(beside.text) is None:
            yield role, beside


def _text_of(grid: Grid, label: Cell) -> Cell | None:
    if label.last_col + 1 < grid.n_cols:
        return grid.at(label.row, label.last_col + 1)
    if label.col == 0 and label.last_row + 1 < grid.n_rows:
        return grid.at(label.last_row + 1, 0)
    return None


def _prose(texts: dict[str, str]) -> dict[str, str]:
    return {role: paragraphs(texts[role]) for role in PROSE if role in texts}


def _listed(leaves: list[Leaf]) -> Iterator[PrintedMeasure]:
    """The rows of the list of measures; a group row is the field of those below it, also on the next page."""
    last: HeadedTable | None = None
    field = ""
    for table in tables_of(leaves, table_kind("measure")):
        if any(table_of(table.leaf, table.grid, table_kind(other)) for other in _OTHER_KINDS):
            continue
        if last is None or table.leaf.number > last.leaf.number + 1 or table.roles != last.roles:
            field = ""
        last = table
        keyed = set(table.records("measure"))
        for row in table.body:
            field = one_line(group_text(table.grid, row) or field)
            if row in keyed:
                yield _listed_row(table, row, field)


def _listed_row(table: HeadedTable, row: int, field: str) -> PrintedMeasure:
    name, mark = split_category(table.text(row, "measure"))
    return _measure(
        page=table.grid.page,
        measure_no=one_line(table.text(row, "number")),
        measure=one_line(name),
        texts={
            "field": field,
            "category": one_line(table.text(row, "category")) or mark,
            "department": one_line(table.text(row, "department")),
            "overview": paragraphs(table.text(row, "overview")),
            "listed_page": one_line(table.text(row, "listed_page")),
        },
        place="list",
        box=table.box(row),
    )


def _page(leaf: Leaf) -> Iterator[PrintedMeasure]:
    """The measure that a page under a numbered title describes in labelled texts."""
    title = title_of(leaf)
    found = sections(leaf) if title.number else {}
    if len(set(found) & set(PROSE)) < _FEWEST_SECTIONS:
        return
    name, mark = split_category(title.text)
    lines = {role: one_line(found[role].text) for role in _LINES if role in found}
    yield _measure(
        page=leaf.number,
        measure_no=title.number,
        measure=one_line(name),
        texts={"category": mark} | lines | _prose({role: section.text for role, section in found.items()}),
        place="page",
        box=leaf.sheet.content.on_page(around([section.box for section in found.values()])),
    )


def _measure(
    *, page: int, measure_no: str, measure: str, texts: dict[str, str], place: Literal["card", "page", "list"], box: Box
) -> PrintedMeasure:
    return PrintedMeasure(
        page=page,
        measure_no=measure_no,
        measure=measure,
        field=texts.get("field", ""),
        category=texts.get("category", ""),
        department=texts.get("department", ""),
        audience=texts.get("audience", ""),
        listed_page=texts.get("listed_page", ""),
        indicator=texts.get("indicator"),
        overview=texts.get("overview", ""),
        background=texts.get("background", ""),
        situation=texts.get("situation", ""),
        issue=texts.get("issue", ""),
        approach=texts.get("approach", ""),
        effect=texts.get("effect", ""),
        place=place,
        box=box,
    )

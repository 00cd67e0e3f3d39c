"""Project cards: one ruled box per project, its texts beside their labels, its year plan below.

Belongs here: cards with a number, a name and a department or a description. Does not belong here: tables of projects.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze
from extract.model import PrintedProject, Reading, ReviewNote
from extract.records.leaf import Leaf, around
from extract.records.plans import Bar, bars, phases, year_columns
from extract.records.text import one_line
from extract.records.words import card_labels, pattern, says
from extract.shapes import looks_like_value
from extract.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Card:
    """The rows of a grid that hold one card, its number and the text beside each label."""

    grid: Grid
    rows: range
    number: str
    texts: dict[str, str]


def read_cards(leaves: list[Leaf], reading: Reading) -> None:
    """Append the project and the phases of every card; a plan in a box of its own belongs to the card above it."""
    for leaf in leaves:
        last: Card | None = None
        for grid in leaf.sheet.grids:
            found = list(cards_of(grid))
            for card in found:
                reading.projects.append(_project(card))
                _read_plan(leaf.sheet, card, grid, card.rows, reading)
            if not found and last is not None:
                _read_plan(leaf.sheet, last, grid, range(grid.n_rows), reading)
            last = found[-1] if found else last


def cards_of(grid: Grid) -> Iterator[Card]:
    """The cards of a grid: one from each numbered row to the next."""
    numbered = [(row, number) for row in range(grid.n_rows) if (number := _number(grid, row))]
    ends = [*(row for row, _ in numbered), grid.n_rows][1:]
    for (row, number), end in zip(numbered, ends, strict=True):
        texts = _texts(grid, range(row, end))
        texts.setdefault("name", _unlabelled_name(grid, row))
        if texts["name"] and ({"department", "description"} & set(texts)):
            yield Card(grid, range(row, end), number, texts)


def role_of(text: str) -> str | None:
    """The role of a label of a card."""
    plain = squeeze(text)
    return next((role for role, words in card_labels() if words.fullmatch(plain)), None)


def _number(grid: Grid, row: int) -> str:
    """The number of the card that begins in a row, blank where none begins."""
    cells = [cell for cell in grid.row_cells(row) if cell.row == row]
    for cell, right in itertools.zip_longest(cells, cells[1:]):
        found = pattern("words", "numbered").fullmatch(squeeze(cell.text))
        if found:
            return str(found["number"])
        if right is not None and role_of(cell.text) == "number" and says("number", right.text):
            return one_line(right.text)
    return ""


def _texts(grid: Grid, rows: range) -> dict[str, str]:
    """The text to the right of each label, the first where a label stands twice."""
    texts: dict[str, str] = {}
    for cell in _cells(grid, rows):
        role = role_of(cell.text)
        if says("category", cell.text):
            texts.setdefault("category", one_line(cell.text))
        elif role is not None and cell.last_col + 1 < grid.n_cols:
            beside = grid.at(cell.row, cell.last_col + 1)
            if role_of(beside.text) is None and (role != "category" or says("category", beside.text)):
                texts.setdefault(role, one_line(beside.text))
    return texts


def _cells(grid: Grid, rows: range) -> list[Cell]:
    return [cell for row in rows for cell in grid.row_cells(row) if cell.row == row]


def _unlabelled_name(grid: Grid, row: int) -> str:
    """The longest text of the numbered row that is no label, no label's text and no category."""
    cells = [cell for cell in grid.row_cells(row) if cell.row == row]
    labelled = {right.col for left, right in itertools.pairwise(cells) if role_of(left.text)}
    free = [
        cell.text
        for cell in cells
        if cell.col not in labelled and role_of(cell.text) is None and not says("category", cell.text)
    ]
    names = [one_line(text) for text in free if not (_is_number(text) or says("form", text))]
    return max(names, key=len, default="")


def _is_number(text: str) -> bool:
    return bool(pattern("words", "numbered").fullmatch(squeeze(text)))


def _project(card: Card) -> PrintedProject:
    texts = card.texts
    return PrintedProject(
        page=card.grid.page,
        project_no=card.number,
        name=texts["name"],
        category=texts.get("category", ""),
        department=texts.get("department", ""),
        description=texts.get("description", ""),
        place="card",
        box=around([cell.box for cell in _cells(card.grid, card.rows)]),
    )


def _read_plan(sheet: Sheet, card: Card, grid: Grid, rows: range, reading: Reading) -> None:
    """Append the bars under the first row of years; a coloured bar without a label goes to review as well."""
    header = next((row for row in rows if year_columns(grid, row)), None)
    if header is None:
        return
    years = year_columns(grid, header)
    for row in _bar_rows(grid, header, rows):
        drawn = [bar for bar in bars(sheet, grid, row, years) if _is_phase(bar, own=grid is card.grid)]
        found = list(phases(sheet, (card.number, card.texts["name"]), drawn, years))
        reading.phases.extend(phase for phase in found if phase.label)
        if not all(phase.label for phase in found):
            box = grid.row_cells(row)[0].box
            text = f"No. {card.number} {card.texts['name']}"
            reading.review.append(ReviewNote(grid.page, box, "bar_without_label", text))


def _is_phase(bar: Bar, *, own: bool) -> bool:
    """Whether a bar is a phase: in a box of its own its label must say so, in the card it must only be no figure."""
    return says("phase", bar.label) or (own and not (looks_like_value(bar.label) or says("no_phase", bar.label)))


def _bar_rows(grid: Grid, header: int, rows: range) -> Iterator[int]:
    """Rows below the years up to the next label of the card."""
    beside = grid.at(header, 0)
    for row in (row for row in rows if row > header):
        first = grid.at(row, 0)
        if (
            first is not beside
            and role_of(first.text) != "plan"
            and (role_of(first.text) or label_of(first.text).speaks)
        ):
            return
        yield row

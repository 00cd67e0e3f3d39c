"""Where a page speaks of the present state (現状): the texts beside, below or under such a label.

Belongs here: which texts are said to be the present state. Does not belong here: figures in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.grid import Cell, Grid
from extract.labels import squeeze
from extract.lines import Run
from extract.model import Box
from extract.records.headings import LARGER, heading_style, is_sentence
from extract.records.leaf import Leaf, around
from extract.records.words import pattern


@dataclass(frozen=True, slots=True)
class Block:
    """A text that a page calls the present state, with its place on the page."""

    text: str
    box: Box


def names_present(text: str) -> bool:
    """Whether a text is a label or a heading of the present state."""
    return bool(pattern("prose", "present").fullmatch(squeeze(text)))


def present_blocks(leaf: Leaf) -> Iterator[Block]:
    """The texts of a page that stand beside or below a label of the present state."""
    for grid in leaf.sheet.grids:
        for label in (cell for cell in grid.cells if names_present(cell.text)):
            for cell in _beside(grid, label) or _below(grid, label):
                yield Block(cell.text, cell.box)
    for position, line in enumerate(leaf.lines):
        if names_present(line.text):
            yield from _paragraph(leaf, leaf.lines[position + 1 :])


def _beside(grid: Grid, label: Cell) -> list[Cell]:
    """The cells with text to the right of a label, at its height."""
    rows = range(label.row, label.last_row + 1)
    return [
        c
        for c in grid.cells
        if c.col > label.last_col and c.text.strip() and any(c.row <= r <= c.last_row for r in rows)
    ]


def _below(grid: Grid, label: Cell) -> list[Cell]:
    return [
        c for c in grid.cells if c.row == label.last_row + 1 and c.text.strip() and c.col <= label.col <= c.last_col
    ]


def _paragraph(leaf: Leaf, below: list[Run]) -> Iterator[Block]:
    """The lines below a heading up to the next heading, as one text."""
    held: list[Run] = []
    for line in below:
        if not is_sentence(line.text) and (heading_style(line.text) or line.size >= LARGER * leaf.size):
            break
        held.append(line)
    if held:
        box = leaf.sheet.content.on_page(around([line.box for line in held]))
        yield Block("\n".join(line.text for line in held), box)

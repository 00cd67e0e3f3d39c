"""What stands on the pages of a document, without saying who draws it.

Belongs here: pages, blocks, cells with the truth they carry, and where each cell of a table lies. Does not belong here:
how a layout arranges indicators, how a producer draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tests.generator.model import Truth

Role = Literal["head", "group", "name", "figure", "text", "center"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a table looks: rules (``edges.RULES``), fills by role, sizes in points; see the producers for their use."""

    rules: str = "ruled"
    colour: str = "#000000"
    width: float = 0.6
    fills: dict[str, str] = field(default_factory=dict)
    zebra: str = ""
    gutter: float = 0.0
    padding: float = 3.0
    size: float = 9.0
    row_height: float | None = None
    head_height: float | None = None
    bold: bool = False
    aligns: dict[str, str] = field(default_factory=dict)
    valign: str = "middle"
    inner_box: str = ""
    inks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell; ``upright`` writes one character per line; ``truth`` holds the observations printed in it."""

    text: str = ""
    role: Role = "text"
    cols: int = 1
    rows: int = 1
    upright: bool = False
    truth: tuple[Truth, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A grid as HTML writes it (covered cells left out); ``widths`` are relative and fill ``width`` of the frame."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    head_rows: int = 1
    style: Style = field(default_factory=Style)
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """A line or paragraph outside tables; ``truth`` for figures printed in running lines."""

    text: str
    kind: Literal["title", "heading", "subheading", "paragraph", "note", "unit_line", "centre"] = "paragraph"
    truth: tuple[Truth, ...] = ()


@dataclass(frozen=True, slots=True)
class Space:
    """Vertical blank of ``height`` points."""

    height: float = 8.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, every column of the same width."""

    columns: tuple[tuple[Block, ...], ...]
    gap: float = 14.0


Block = Table | Text | Space | Columns


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``rotate`` is the page's /Rotate, ``sideways`` draws the content turned by 90 degrees."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    rotate: int = 0
    sideways: bool = False
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; ``defects`` names what the producer does to it (fake_bold, no_tounicode …)."""

    name: str
    pages: tuple[Page, ...]
    font: str = "gothic"
    paper: str = "a4"
    margin: float = 50.0
    defects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the row and column of the grid in which it begins."""

    cell: Cell
    row: int
    col: int


def place(table: Table) -> tuple[Placed, ...]:
    """Where each cell of the table begins, with spans respected, in printed order."""
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    for row, cells in enumerate(table.rows):
        col = 0
        for cell in cells:
            while (row, col) in taken:
                col += 1
            taken |= {(row + dy, col + dx) for dy in range(cell.rows) for dx in range(cell.cols)}
            placed.append(Placed(cell, row, col))
            col += cell.cols
    _check_full(table, taken)
    return tuple(placed)


def _check_full(table: Table, taken: set[tuple[int, int]]) -> None:
    expected = {(row, col) for row in range(len(table.rows)) for col in range(len(table.widths))}
    if taken != expected:
        raise ValueError(f"ragged table: {sorted(taken ^ expected)[:5]} in {table.rows[0]}")


def truths(blocks: tuple[Block, ...]) -> Iterator[Truth]:
    """The observations printed in the blocks, in printed order."""
    for block in blocks:
        match block:
            case Table():
                for placed in place(block):
                    yield from placed.cell.truth
            case Text():
                yield from block.truth
            case Columns():
                for column in block.columns:
                    yield from truths(column)
            case Space():
                continue

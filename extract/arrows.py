"""Columns and lines that print two values with an arrow between them (現状値 → 目標値, 1,204人 → 1,300人).

Belongs here: cutting such columns into two. Does not belong here: what the two labels mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.grid import Cell, Grid
from extract.labels import is_period, label_of
from extract.model import ValueKind

CUT = "-arrows"
"""Ends the ``way`` of a grid of which a column was cut at its arrows."""
_SIDEWAYS = "→⇒➡➔⟶►⇨➜➝➞➙⟹⮕"
_DOWN = "▶▷▼↓⇩⬇"
_ARROW = re.compile(rf"[{_SIDEWAYS}]|->|=>|(?<=\S)\s*[{_DOWN}]\s*(?=\S)")
_OPEN = re.compile(rf"[{_SIDEWAYS}]\s*$")
_BRACKET_OF_TWO = re.compile(rf"[（(]([^（()）]*[{_SIDEWAYS}{_DOWN}][^（()）]*)[）)]")


def arrow_parts(text: str) -> list[str]:
    """The parts of a text between its arrows, stripped."""
    return [part.strip() for part in _ARROW.split(text)]


def ends_open(text: str) -> bool:
    """True for a line that ends with an arrow: what the arrow leads to stands on the next line."""
    return bool(_OPEN.search(text))


def without_arrow_ends(text: str) -> str:
    """A text without an arrow before or behind it, which leads to the cell beside it (38.4％ →)."""
    return text.strip(f" 　\n{_SIDEWAYS}")


def is_arrow(text: str) -> bool:
    """True for one arrow, be it sideways or down."""
    return text in _SIDEWAYS + _DOWN


def arrow_labels(text: str) -> list[str]:
    """The labels of kinds that a text such as 現状値（年度）→ 目標値（年度） names in order, alone or in the bracket of a heading
    (最終目標（現状 ▼ 目標）); empty where it is none.
    """
    bracket = _BRACKET_OF_TWO.search(text)
    return _labels(text) or (_labels(bracket.group(1)) if bracket else [])


def arrow_kinds(text: str) -> list[ValueKind]:
    """The kinds of value that such a text names in order."""
    return [kind for label in arrow_labels(text) if (kind := label_of(label).kind)]


def _labels(text: str) -> list[str]:
    """The parts between arrows; nothing where one of them names no kind."""
    labels = [re.sub(r"^【[^】]*】", "", part) for part in arrow_parts(text)]
    return labels if len(labels) > 1 and all(label_of(label).kind for label in labels) else []


def arrow_columns(grid: Grid) -> list[int]:
    """The columns that are headed by two kinds, or two years, and an arrow."""
    return [col for col in range(grid.n_cols) if _holds_arrows(grid, col)]


def _holds_arrows(grid: Grid, col: int) -> bool:
    texts = [cell.text for cell in grid.column_cells(col) if cell.col == col and cell.col_span == 1]
    dated = any(map(_two_years, texts[:2])) and sum(map(_two_figures, texts)) * 2 > len(texts)
    return dated or any(map(_two_kinds, texts))


def cut_at_arrows(grid: Grid, columns: Sequence[int]) -> Grid:
    """The grid with each of these columns cut into two, left and right of its arrows."""
    for col in sorted(columns, reverse=True):
        grid = _cut_column(grid, col)
    return grid


def _two_kinds(text: str) -> bool:
    left, right = _halves(text)
    return bool(right) and label_of(left).kind is not None and label_of(right).kind is not None


def _two_years(text: str) -> bool:
    left, right = _halves(text)
    return bool(right) and is_period(left) and is_period(right)


def _two_figures(text: str) -> bool:
    left, right = _halves(text)
    return bool(right) and any(char.isdigit() for char in left + right) and not _two_years(text)


def _halves(text: str) -> tuple[str, str]:
    """Left and right of the arrow, line by line; a line without an arrow belongs to the left."""
    pairs = [_ARROW.split(line, maxsplit=1) for line in text.split("\n")]
    left = "\n".join(pair[0].strip() for pair in pairs)
    return left, "\n".join(pair[1].strip() for pair in pairs if len(pair) > 1)


def _cut_column(grid: Grid, col: int) -> Grid:
    middle = (grid.xs[col] + grid.xs[col + 1]) / 2
    xs = (*grid.xs[: col + 1], middle, *grid.xs[col + 1 :])
    cells = tuple(part for cell in grid.cells for part in _cut_cell(cell, col))
    way = grid.way if grid.way.endswith(CUT) else f"{grid.way}{CUT}"
    return Grid(grid.page, grid.box, xs, grid.ys, cells, way)


def _cut_cell(cell: Cell, col: int) -> list[Cell]:
    if cell.col > col:
        return [replace(cell, col=cell.col + 1)]
    if cell.last_col < col:
        return [cell]
    if cell.col_span > 1 or not _ARROW.search(cell.text):
        return [replace(cell, col_span=cell.col_span + 1)]
    left, right = _halves(cell.text)
    return [replace(cell, text=left), replace(cell, col=col + 1, text=right)]

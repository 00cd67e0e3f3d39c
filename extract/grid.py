"""A table as a grid whose merged cells know their extent.

Belongs here: the grid model and views of it. Does not belong here: how lines or words become a grid, what a cell means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from extract.model import Box


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its first row and column, its spans, its text (lines joined by a line break) and its box on the page.

    ``heights`` are the vertical centres of its lines in reading coordinates, where the page says them, ``small`` how many of its last lines
    are set in smaller type than the first.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    box: Box
    heights: tuple[float, ...] = ()
    small: int = 0

    @property
    def main_text(self) -> str:
        """The text without its last lines in smaller type: what a name is defined by (市内で１年間に発生した刑法犯の認知件数)."""
        lines = self.text.split("\n")
        return "\n".join(lines[: len(lines) - self.small]) if self.small < len(lines) else self.text

    @property
    def last_row(self) -> int:
        """The last row that the cell covers."""
        return self.row + self.row_span - 1

    @property
    def last_col(self) -> int:
        """The last column that the cell covers."""
        return self.col + self.col_span - 1


@dataclass(frozen=True)
class Grid:
    """Cells that tile ``n_rows`` by ``n_cols`` positions of one page; every position is covered by exactly one cell.

    ``xs`` and ``ys`` are the column and row boundaries in reading coordinates, ``way`` says how the grid was found.
    """

    page: int
    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    way: str

    @property
    def n_rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    @property
    def n_cols(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1

    @property
    def place(self) -> Box:
        """The box of the whole table in reading coordinates (``box`` is that on the page)."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @cached_property
    def _cover(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, col): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for col in range(cell.col, cell.col + cell.col_span)
        }

    def at(self, row: int, col: int) -> Cell:
        """The cell that covers a position."""
        return self._cover[row, col]

    def row_cells(self, row: int) -> list[Cell]:
        """The distinct cells that cover a row, from left to right."""
        return self._rows[row]

    @cached_property
    def _rows(self) -> list[list[Cell]]:
        return [_distinct([self._cover[row, col] for col in range(self.n_cols)]) for row in range(self.n_rows)]

    def column_cells(self, col: int) -> list[Cell]:
        """The distinct cells that cover a column, from top to bottom."""
        return _distinct([self._cover[row, col] for row in range(self.n_rows)])

    def transposed(self) -> Grid:
        """The same grid with rows and columns exchanged (boxes stay those of the page)."""
        return self._turned

    @cached_property
    def _turned(self) -> Grid:
        cells = tuple(Cell(c.col, c.row, c.col_span, c.row_span, c.text, c.box, c.heights, c.small) for c in self.cells)
        return Grid(self.page, self.box, self.ys, self.xs, cells, f"{self.way}-transposed")


def _distinct(cells: list[Cell]) -> list[Cell]:
    return [cell for i, cell in enumerate(cells) if i == 0 or cell is not cells[i - 1]]

"""Tables of records: the header found by its words, the rows under it, and the tables that go on without a header.

Belongs here: columns and rows of a grid by role. Does not belong here: what the columns of one kind mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.grid import Cell, Grid
from extract.model import Box
from extract.records.leaf import Leaf, around
from extract.records.words import TableKind

_SAME_COLUMN = 6.0  # points by which the columns of a table may differ from page to page


@dataclass(frozen=True)
class HeadedTable:
    """A grid whose columns have roles; ``body`` are its rows below the header, repeated headers left out.

    ``grid`` may lie on its side to have its header on top; ``place`` is where it stands, in reading coordinates.
    """

    leaf: Leaf
    grid: Grid
    place: Box
    roles: dict[str, int]
    header: int | None
    body: tuple[int, ...]

    def cell(self, row: int, role: str) -> Cell | None:
        """The cell of a row under the column of a role."""
        return self.grid.at(row, self.roles[role]) if role in self.roles else None

    def text(self, row: int, role: str) -> str:
        """The text of that cell; blank where the table has no such column."""
        cell = self.cell(row, role)
        return cell.text if cell is not None else ""

    def box(self, row: int) -> Box:
        """The box on the page around the cells of a row that have roles."""
        return around([self.grid.at(row, col).box for col in self.roles.values()])

    def records(self, *keys: str) -> Iterator[int]:
        """Rows in which a record begins: a cell with text starts in one of the columns ``keys``."""
        for row in self.body:
            cells = [cell for key in keys if (cell := self.cell(row, key)) is not None]
            if group_text(self.grid, row) is None and any(c.row == row and c.text.strip() for c in cells):
                yield row


def group_text(grid: Grid, row: int) -> str | None:
    """The text of a row that is one cell across the whole table."""
    cells = grid.row_cells(row)
    return cells[0].text if len(cells) == 1 and grid.n_cols > 1 and cells[0].row == row else None


def tables_of(leaves: Iterable[Leaf], kind: TableKind) -> Iterator[HeadedTable]:
    """All tables of a kind, page by page; a table that goes on takes its columns from the one before."""
    last: HeadedTable | None = None
    for leaf in leaves:
        for position, grid in enumerate(leaf.sheet.grids):
            table = table_of(leaf, grid, kind)
            if table is None and position == 0 and last is not None and _goes_on(last, leaf, grid):
                table = HeadedTable(leaf, grid, grid.place, last.roles, None, tuple(range(grid.n_rows)))
            if table is not None:
                last = table
                yield table


def table_of(leaf: Leaf, grid: Grid, kind: TableKind) -> HeadedTable | None:
    """The grid as a table of a kind, by its header; with ``by_row`` the header may stand on the left."""
    for view in (grid, grid.transposed()) if kind.by_row else (grid,):
        header = [row for row in range(view.n_rows) if kind.accepts(set(_roles(view, row, kind)))]
        if header:
            first = _last_of_header(header)
            body = tuple(row for row in range(first + 1, view.n_rows) if row not in header)
            return HeadedTable(leaf, view, grid.place, _roles(view, first, kind), first, body)
    return None


def _last_of_header(rows: list[int]) -> int:
    """The last of the header rows that follow each other from the first on."""
    last = rows[0]
    for row in rows[1:]:
        if row == last + 1:
            last = row
    return last


def _roles(grid: Grid, row: int, kind: TableKind) -> dict[str, int]:
    roles: dict[str, int] = {}
    for cell in grid.row_cells(row):
        role = kind.role_of(cell.text)
        if role is not None:
            roles.setdefault(role, cell.col)
    return roles


def _goes_on(last: HeadedTable, leaf: Leaf, grid: Grid) -> bool:
    """The first table of the page after, with the same columns as the last of the page before."""
    before = last.grid
    if leaf.number != last.leaf.number + 1 or last.leaf.sheet.grids[-1] is not before:
        return False
    if grid.n_cols != before.n_cols or max(last.roles.values()) >= grid.n_cols:
        return False
    return all(abs(a - b) <= _SAME_COLUMN for a, b in zip(grid.xs, before.xs, strict=True))

"""Where the headers and bodies of a grid with several tables or forms begin and end.

Belongs here: these rows, by their kinds. Does not belong here: the kind of one row (``rows``), what it holds.
"""

from __future__ import annotations

from itertools import pairwise

from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.shapes import looks_like_value
from extract.tables.pairs import pairs_of
from extract.tables.rows import row_kind

_ROWS_TO_HEADER = 4  # rows from the top in which a table's own header starts: titles and labels may stand above it


def header_start(grid: Grid, row: int) -> int:
    """The row in which a header starts: its cells may reach up beside names that span the kinds below them."""
    return min(cell.row for cell in grid.row_cells(row))


def opens_with_header(grid: Grid) -> bool:
    """True where one of the first rows names the columns or opens a form, and no row before it holds a value."""
    for row in range(min(_ROWS_TO_HEADER, grid.n_rows)):
        kind = row_kind(grid, row)
        if kind == "header" or (kind == "pairs" and opens_form(grid, row)):
            return True
        if row and kind != "group" and any(looks_like_value(cell.text) for cell in grid.row_cells(row)):
            return False
    return False


def body_end(grid: Grid, start: int) -> int:
    """The row after the last body row: the next header, or a row of a form."""
    for row in range(start, grid.n_rows):
        kind = row_kind(grid, row)
        if kind == "header" or (kind == "pairs" and opens_form(grid, row)):
            return row
    return grid.n_rows


def opens_form(grid: Grid, row: int) -> bool:
    """A row that starts with a label of a form (担当課, 施策名), not with a row label of a table (目標, a year), but for 単位 with a unit behind it.

    Values side by side, or behind no label, are a table's, though its first cell names a class of indicators (成果指標).
    """
    cells = grid.row_cells(row)
    first = cells[0]
    role = label_of(first.text).role
    if any(pair.label.role == "unit" for pair in pairs_of(grid, row)):
        return first.row == row
    values = [a for a, b in pairwise(cells) if looks_like_value(b.text) and not label_of(a.text).speaks]
    if len(values) > 1 or any(looks_like_value(a.text) for a in values) or _lists_values(cells):
        return False
    return first.row == row and role in (
        "measure",
        "indicator",
        "department",
        "note",
        "field",
        "number",
        "target_group",
    )


def _lists_values(cells: list[Cell]) -> bool:
    """True for a kind with several texts behind it (目標値 | 策定 | 運用開始 | 継続): a row of a table of years."""
    kinds = [i for i, cell in enumerate(cells) if label_of(cell.text).kind]
    behind = cells[kinds[0] + 1 :] if len(kinds) == 1 else []
    return len(behind) > 1 and all(cell.text.strip() and not label_of(cell.text).speaks for cell in behind[:2])

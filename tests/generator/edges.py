"""Which sides of a cell carry a rule: one small function per style of rules.

Belongs here: the styles of rules. Does not belong here: how a producer strokes them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.generator.blocks import Placed, Table


class Sides(NamedTuple):
    """Which of the four sides of a cell are stroked."""

    top: bool
    right: bool
    bottom: bool
    left: bool


NO_SIDES = Sides(False, False, False, False)
ALL_SIDES = Sides(True, True, True, True)


def _last_row(table: Table, placed: Placed) -> bool:
    return placed.row + placed.cell.rows == len(table.rows)


def _last_col(table: Table, placed: Placed) -> bool:
    return placed.col + placed.cell.cols == len(table.widths)


def _ruled(table: Table, placed: Placed) -> Sides:
    return ALL_SIDES


def _horizontal(table: Table, placed: Placed) -> Sides:
    return Sides(True, False, True, False)


def _booktabs(table: Table, placed: Placed) -> Sides:
    below_head = placed.row + placed.cell.rows == table.head_rows
    return Sides(placed.row == 0, False, below_head or _last_row(table, placed), False)


def _header_only(table: Table, placed: Placed) -> Sides:
    return ALL_SIDES if placed.row < table.head_rows else NO_SIDES


def _open_sides(table: Table, placed: Placed) -> Sides:
    return Sides(True, not _last_col(table, placed), True, placed.col > 0)


def _frame(table: Table, placed: Placed) -> Sides:
    below_head = placed.row + placed.cell.rows == table.head_rows
    return Sides(placed.row == 0, _last_col(table, placed), below_head or _last_row(table, placed), placed.col == 0)


def _vertical(table: Table, placed: Placed) -> Sides:
    return Sides(placed.row == 0, True, _last_row(table, placed) or placed.row < table.head_rows, True)


def _none(table: Table, placed: Placed) -> Sides:
    return NO_SIDES


RULES: dict[str, Callable[[Table, Placed], Sides]] = {
    "ruled": _ruled,
    "dotted": _ruled,
    "double": _ruled,
    "horizontal": _horizontal,
    "horizontal_dotted": _horizontal,
    "booktabs": _booktabs,
    "header_only": _header_only,
    "open_sides": _open_sides,
    "frame": _frame,
    "vertical": _vertical,
    "none": _none,
}


def sides(table: Table, placed: Placed) -> Sides:
    """The sides of this cell that the table's style strokes."""
    return RULES[table.style.rules](table, placed)


def dashed(table: Table) -> bool:
    """Whether the rules of the table are dotted."""
    return table.style.rules in {"dotted", "horizontal_dotted"}


def fill(table: Table, placed: Placed) -> str:
    """The colour behind a cell (``#rrggbb``), or an empty string."""
    own = table.style.fills.get(placed.cell.role, "")
    if placed.row < table.head_rows:
        return table.style.fills.get("head", own)
    striped = table.style.zebra if (placed.row - table.head_rows) % 2 and placed.cell.role != "group" else ""
    return own or striped


def align(table: Table, placed: Placed) -> str:
    """``left``, ``center`` or ``right``: the style's word for the role, or the custom of such tables."""
    custom = {"head": "center", "figure": "right", "center": "center"}
    role = placed.cell.role
    return table.style.aligns.get(role, custom.get(role, "left"))


def ink(table: Table, placed: Placed) -> str:
    """The colour of the words of a cell."""
    role = "head" if placed.row < table.head_rows else placed.cell.role
    return table.style.inks.get(role, "#000000")

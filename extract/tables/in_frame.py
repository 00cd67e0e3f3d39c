"""Open tables inside a frame of one column: the bar of the frame names the indicator, its lines unit and department.

Belongs here: what a frame says of the table in it. Does not belong here: cards without a header (``cards``), tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.grid import Grid
from extract.labels import label_of, squeeze
from extract.tables.columns import join_lines
from extract.tables.context import Context
from extract.titles import indicator_title
from extract.unit_lines import unit_line

_EDGE = 2.0


def named_by_frame(context: Context, grid: Grid, grids: Sequence[Grid]) -> Context:
    """The surroundings of a table with what the frame around it says, where there is one."""
    frame = next((other for other in grids if other is not grid and _frames(other, grid)), None)
    if frame is None:
        return context
    lines = [line for cell in frame.cells for line in cell.text.split("\n")]
    return replace(
        context,
        title=indicator_title(join_lines(frame.at(0, 0).text)),
        unit_line=next((unit for line in lines if (unit := unit_line(line))), context.unit_line),
        department=next((name for line in lines if (name := _department(line))), context.department),
    )


def _frames(frame: Grid, grid: Grid) -> bool:
    """True for a frame of one column around a grid, with a row of its own above it."""
    wide = frame.xs[0] - _EDGE <= grid.xs[0] and grid.xs[-1] <= frame.xs[-1] + _EDGE
    return (
        frame.n_cols == 1
        and frame.n_rows > 1
        and wide
        and frame.ys[1] <= grid.ys[0] + _EDGE
        and grid.ys[-1] <= frame.ys[-1] + _EDGE
    )


def _department(line: str) -> str:
    """The department that a line names behind its label (担当：学校教育課)."""
    parts = (squeeze(word).partition(":") for word in line.split())
    return next((said for label, colon, said in parts if colon and label_of(label).role == "department"), "")

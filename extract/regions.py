"""Rectangles between the closed sides of a grid's positions: a missing line makes one cell of two.

Belongs here: which sides lines close, and the regions that they leave. Does not belong here: frames, text, coloured boxes (``coloured``).
"""

from __future__ import annotations

from itertools import pairwise

from extract.coloured import Place
from extract.frames import Frame
from extract.ruling import Segment

_COVERS = 0.55  # share of a cell's side that a line must cover to close it

Region = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def line_closings(frame: Frame, xs: list[float], ys: list[float]) -> tuple[set[Place], set[Place]]:
    """Sides that a line closes: (boundary, row) for columns and (boundary, column) for rows."""
    columns = _closed([s for s in frame.segments if s.axis == "v"], xs, ys)
    return columns, _closed([s for s in frame.segments if s.axis == "h"], ys, xs)


def regions_of(right: set[Place], below: set[Place], n_cols: int, n_rows: int) -> list[Region]:
    """Positions merged wherever no line separates them, as rectangles that tile the grid."""
    taken: set[Place] = set()
    found: list[Region] = []
    for row in range(n_rows):
        for col in range(n_cols):
            if (row, col) not in taken:
                region = _grow(row, col, right, below, taken, n_rows, n_cols)
                taken.update((r, c) for r in range(row, region[2] + 1) for c in range(col, region[3] + 1))
                found.append(region)
    return found


def _closed(lines: list[Segment], across: list[float], along: list[float]) -> set[Place]:
    """Pairs (boundary index, interval index) at which a line closes the boundary ``across`` over that interval."""
    closed: set[Place] = set()
    for line in lines:
        boundary = min(range(len(across)), key=lambda i: abs(across[i] - line.at))
        for i, (start, end) in enumerate(pairwise(along)):
            if min(line.end, end) - max(line.start, start) >= _COVERS * (end - start):
                closed.add((boundary, i))
    return closed


def _grow(
    row: int,
    col: int,
    right: set[Place],
    below: set[Place],
    taken: set[Place],
    n_rows: int,
    n_cols: int,
) -> Region:
    last_col = col
    while last_col + 1 < n_cols and (last_col + 1, row) not in right and (row, last_col + 1) not in taken:
        last_col += 1
    last_row = row
    while last_row + 1 < n_rows and _opens_down(last_row, col, last_col, right, below, taken):
        last_row += 1
    return row, col, last_row, last_col


def _opens_down(row: int, col: int, last_col: int, right: set[Place], below: set[Place], taken: set[Place]) -> bool:
    columns = range(col, last_col + 1)
    if any((row + 1, c) in below or (row + 1, c) in taken for c in columns):
        return False
    return not any((c, row + 1) in right for c in range(col + 1, last_col + 1))

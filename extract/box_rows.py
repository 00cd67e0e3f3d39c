"""Coloured boxes that stand in rows with gaps between them, wide for the cells of one table.

Belongs here: closing such gaps. Does not belong here: which boxes are cells (``chips``, ``coloured``), text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.model import Box

_LEVEL = 1.5  # points by which the edges of boxes of one row or one column may differ
_WIDEST = 24.0  # points between two boxes of one row
_APART, _UNEVEN = 12.0, 4.0  # points between tables beside each other at least, and how many gaps of the row that is
_HIGHEST = 48.0  # points: a higher box is a card, not a cell
_FEWEST_BOXES, _FEWEST_ROWS = 3, 2

_Row = Sequence[Box]


def closed_up(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, those of rows alike below each other made wider up to the middle of the gaps beside them."""
    rows = [row for row in _rows(boxes) if len(row) >= _FEWEST_BOXES]
    alike = [row for row in rows if sum(_is_like(row, other) for other in rows) >= _FEWEST_ROWS]
    wider = {box: new for row in alike for box, new in zip(row, _widened(row), strict=True)}
    return [wider.get(box, box) for box in boxes]


def _rows(boxes: Sequence[Box]) -> list[list[Box]]:
    """Boxes of one height beside each other, from left to right, cut at wide gaps."""
    rows: list[list[Box]] = []
    for box in sorted((box for box in boxes if box.bottom - box.top <= _HIGHEST), key=lambda b: (round(b.top), b.x0)):
        if rows and _goes_on(rows[-1][-1], box):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [part for row in rows for part in _cut(row)]


def _cut(row: list[Box]) -> list[list[Box]]:
    """A row cut where a gap is many times as wide as most of its gaps: tables beside each other."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    widest = max(_APART, _UNEVEN * median(gaps)) if gaps else _APART
    parts = [[row[0]]]
    for box, gap in zip(row[1:], gaps, strict=True):
        if gap > widest:
            parts.append([])
        parts[-1].append(box)
    return parts


def _goes_on(left: Box, right: Box) -> bool:
    level = abs(left.top - right.top) <= _LEVEL and abs(left.bottom - right.bottom) <= _LEVEL
    return level and 0 <= right.x0 - left.x1 <= _WIDEST


def _is_like(row: _Row, other: _Row) -> bool:
    """True for rows of as many boxes with the same edges."""
    return len(row) == len(other) and all(
        abs(a.x0 - b.x0) <= _LEVEL and abs(a.x1 - b.x1) <= _LEVEL for a, b in zip(row, other, strict=True)
    )


def _widened(row: _Row) -> list[Box]:
    middles = [(left.x1 + right.x0) / 2 for left, right in pairwise(row)]
    edges = [row[0].x0, *middles, row[-1].x1]
    return [Box(x0, box.top, x1, box.bottom) for box, (x0, x1) in zip(row, pairwise(edges), strict=True)]

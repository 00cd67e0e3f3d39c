"""Boxes side by side around whole small tables of boxes: panels, which rule nothing.

Belongs here: telling such a box from the cell or the background of a table. Does not belong here: boxes around words (``chips``).
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.frames import inside
from extract.model import Box

_FEWEST = 2  # panels beside each other, rows and columns of boxes in each
_FILLED = 0.8  # share of the width of a panel that a row of its boxes fills
_SAME = 3.0  # points by which the edges of boxes in one row or column differ


def without_panels(boxes: Sequence[Box]) -> list[Box]:
    """The boxes but panels that stand beside others; each holds rows and columns of boxes, and needs no edge of its own."""
    panels = [box for box in boxes if _holds_table(box, boxes)]
    beside = [panel for panel in panels if any(_stand_beside(panel, other) for other in panels)]
    return [box for box in boxes if box not in beside]


def _holds_table(box: Box, boxes: Sequence[Box]) -> bool:
    held = [other for other in boxes if inside(other, box) and _area(other) * _FEWEST < _area(box)]
    wide = len({round(b.x0 / _SAME) for b in held}) >= _FEWEST
    return wide and sum(_is_filled_row(row, box) for row in _rows(held)) >= _FEWEST


def _rows(boxes: Sequence[Box]) -> list[list[Box]]:
    tops = {round(box.top / _SAME) for box in boxes}
    return [[box for box in boxes if round(box.top / _SAME) == top] for top in tops]


def _is_filled_row(row: Sequence[Box], panel: Box) -> bool:
    """True for several boxes that fill most of the width of their panel."""
    return len(row) >= _FEWEST and sum(b.x1 - b.x0 for b in row) >= (panel.x1 - panel.x0) * _FILLED


def _stand_beside(one: Box, other: Box) -> bool:
    apart = one.x1 <= other.x0 or other.x1 <= one.x0
    return apart and one.top < other.bottom and other.top < one.bottom


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)

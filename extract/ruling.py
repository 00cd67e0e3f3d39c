"""Visible ruling lines of a page: strokes, thin bars and edges of coloured boxes, snapped and joined.

Belongs here: which drawn marks separate cells. Does not belong here: cells and tables (``lattice``).
White strokes and white boxes separate nothing; dotted rules are short pieces in a row and are joined.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from extract.model import Box
from extract.page import Mark

_THIN = 2.5  # a filled bar up to this many points across is a line
_SNAP = 2.6  # positions closer than this are one line (double lines, cell borders drawn twice)
_JOIN = 4.2  # gaps along a line up to this many points are closed (dots, dashes, corners)
_SHORTEST = 5.0  # a joined line shorter than this separates nothing
_LEVEL, _LETTER = 1.5, 12.0  # points by which boxes of one row may stand higher, and between them, at most


@dataclass(frozen=True, slots=True)
class Segment:
    """A horizontal (``h``) or vertical (``v``) line at ``at`` that runs from ``start`` to ``end``."""

    axis: Literal["h", "v"]
    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """Length in points."""
        return self.end - self.start


def stroke_segments(marks: Iterable[Mark]) -> list[Segment]:
    """Lines that are drawn as lines: strokes, stroked rectangles and thin filled bars."""
    return joined([segment for mark in marks for segment in _of_mark(mark)])


def box_segments(boxes: Iterable[Box]) -> list[Segment]:
    """The four edges of coloured boxes."""
    return [segment for box in boxes for segment in _edges(box)]


def filled_boxes(marks: Iterable[Mark]) -> list[Box]:
    """Coloured boxes that are no lines: filled, not stroked, wider and higher than a line."""
    return [
        Box(mark.x0, mark.top, mark.x1, mark.bottom)
        for mark in marks
        if mark.filled and not mark.stroked and min(mark.x1 - mark.x0, mark.bottom - mark.top) > _THIN
    ]


def white_boxes(plates: Iterable[Mark], boxes: list[Box]) -> list[Box]:
    """White boxes that stand in one row with a coloured one, as high as it: cells of the same table on a tinted ground."""
    found = [Box(plate.x0, plate.top, plate.x1, plate.bottom) for plate in plates]
    return [plate for plate in found if any(_in_one_row(plate, box) for box in boxes)]


def _in_one_row(one: Box, other: Box) -> bool:
    """True for boxes of one height beside each other, with less than a letter between them."""
    level = abs(one.top - other.top) < _LEVEL and abs(one.bottom - other.bottom) < _LEVEL
    return level and 0 < max(other.x0 - one.x1, one.x0 - other.x1) < _LETTER


def _of_mark(mark: Mark) -> list[Segment]:
    width, height = mark.x1 - mark.x0, mark.bottom - mark.top
    if height <= _THIN and height <= width:
        return [Segment("h", (mark.top + mark.bottom) / 2, mark.x0, mark.x1)]
    if width <= _THIN:
        return [Segment("v", (mark.x0 + mark.x1) / 2, mark.top, mark.bottom)]
    return _edges(Box(mark.x0, mark.top, mark.x1, mark.bottom)) if mark.stroked else []


def _edges(box: Box) -> list[Segment]:
    return [
        Segment("h", box.top, box.x0, box.x1),
        Segment("h", box.bottom, box.x0, box.x1),
        Segment("v", box.x0, box.top, box.bottom),
        Segment("v", box.x1, box.top, box.bottom),
    ]


def joined(segments: list[Segment]) -> list[Segment]:
    """Segments of one axis and nearly one position as one line each, gaps closed, remnants left out."""
    lines: list[Segment] = []
    for axis in ("h", "v"):
        for cluster in clusters([s for s in segments if s.axis == axis]):
            lines.extend(_join_cluster(cluster))
    return [line for line in lines if line.length >= _SHORTEST]


def clusters(segments: list[Segment]) -> list[list[Segment]]:
    """Segments grouped by position; a group is no wider than the snapping distance."""
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: s.at):
        if groups and segment.at - groups[-1][0].at <= _SNAP:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def _join_cluster(cluster: list[Segment]) -> list[Segment]:
    total = sum(s.length for s in cluster) or 1.0
    at = sum(s.at * s.length for s in cluster) / total if total > 1.0 else cluster[0].at
    merged: list[list[float]] = []
    for segment in sorted(cluster, key=lambda s: s.start):
        if merged and segment.start - merged[-1][1] <= _JOIN:
            merged[-1][1] = max(merged[-1][1], segment.end)
        else:
            merged.append([segment.start, segment.end])
    return [Segment(cluster[0].axis, at, start, end) for start, end in merged]

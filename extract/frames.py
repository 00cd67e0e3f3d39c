"""Frames: lines that hang together, and coloured boxes that stand together, as the outline of a ruled table.

Belongs here: which lines and boxes make one table. Does not belong here: cells and text (``lattice``), tables whose
cells are coloured boxes row by row (``coloured``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.model import Box
from extract.ruling import Segment

TOUCH = 3.2  # lines that come this near to each other touch
SAME = 2.6  # boundaries nearer than this are one
_MOST_CROSSINGS = 4_000_000  # a drawing, not a table


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines that hang together, with the box around them.

    ``coloured`` are the boxes that stand for its cells where no column rule is drawn; none for a table of lines. ``partial`` are those of the
    lines across that part some of its columns and leave cells beside them whole.
    """

    segments: tuple[Segment, ...]
    box: Box
    coloured: tuple[Box, ...] = ()
    partial: tuple[Segment, ...] = ()

    @property
    def xs(self) -> list[float]:
        """Boundaries of columns, from left to right."""
        return boundaries([s.at for s in self.segments if s.axis == "v"], self.box.x0, self.box.x1)

    @property
    def ys(self) -> list[float]:
        """Boundaries of rows, from top to bottom."""
        return boundaries([s.at for s in self.segments if s.axis == "h"], self.box.top, self.box.bottom)


def frames_of(segments: list[Segment], reach: float) -> list[Frame]:
    """Frames of tables among lines: groups of lines that come as near as ``reach``, with rows and columns."""
    horizontals = [s for s in segments if s.axis == "h"]
    verticals = [s for s in segments if s.axis == "v"]
    if len(horizontals) * len(verticals) > _MOST_CROSSINGS:
        return []
    parent = {id(s): id(s) for s in segments}
    for h in horizontals:
        for v in verticals:
            if _touch(h, v, reach):
                parent[_root(parent, id(h))] = _root(parent, id(v))
    groups: dict[int, list[Segment]] = {}
    for segment in segments:
        groups.setdefault(_root(parent, id(segment)), []).append(segment)
    return [Frame(tuple(g), _around(g)) for g in groups.values() if len(g) >= 4 and _is_table(g)]


def _is_table(group: list[Segment]) -> bool:
    """At least two rows or two columns: three lines in one direction and two in the other."""
    horizontal = len({round(s.at) for s in group if s.axis == "h"})
    vertical = len({round(s.at) for s in group if s.axis == "v"})
    return (horizontal + vertical >= 5 and min(horizontal, vertical) >= 2) or (horizontal >= 2 and vertical >= 3)


def _root(parent: dict[int, int], node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


def _touch(h: Segment, v: Segment, reach: float) -> bool:
    return h.start - reach <= v.at <= h.end + reach and v.start - reach <= h.at <= v.end + reach


def _around(group: list[Segment]) -> Box:
    xs = [s.at for s in group if s.axis == "v"] + [p for s in group if s.axis == "h" for p in (s.start, s.end)]
    ys = [s.at for s in group if s.axis == "h"] + [p for s in group if s.axis == "v" for p in (s.start, s.end)]
    return Box(min(xs), min(ys), max(xs), max(ys))


def boundaries(positions: Iterable[float], low: float, high: float) -> list[float]:
    """Positions in order, those nearer to each other than a line is wide taken as one."""
    kept: list[float] = []
    for position in sorted([low, *positions, high]):
        if not kept or position - kept[-1] > SAME:
            kept.append(position)
    return kept


def inside(inner: Box, outer: Box) -> bool:
    """True where one box lies within another, touching allowed."""
    return (
        outer.x0 - TOUCH <= inner.x0
        and inner.x1 <= outer.x1 + TOUCH
        and outer.top - TOUCH <= inner.top
        and inner.bottom <= outer.bottom + TOUCH
    )

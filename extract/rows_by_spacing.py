"""Which lines of a table body form one row: by rules that run across, by overlap, by wrapping and by spacing.

Belongs here: the grouping of lines into rows from positions alone. Does not belong here: words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

_LEAP = 0.28  # a gap between rows exceeds a gap inside a row by at least this share of a line's height
_OFF_MIDDLE = 0.35  # share of a line's height by which a centred name may stand beside the middle
_OVERLAP = 0.15  # lines that overlap by more than this share of their height stand beside each other


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One line: its extent, whether it holds a value of its own, whether its first words stand in the first column and
    reach that column's edge, whether all its words are in brackets (a year below a figure) and so hang on the line above,
    whether it is a row alone (a heading among the rows).
    """

    top: float
    bottom: float
    anchor: bool
    named: bool
    full: bool
    hangs: bool = False
    alone: bool = False

    @property
    def middle(self) -> float:
        """Vertical centre."""
        return (self.top + self.bottom) / 2


Row = list[int]


def row_groups(lines: list[BodyLine], separators: list[float]) -> list[Row]:
    """Indexes of lines, row by row; ``separators`` are the heights of rules that run across the table."""
    stretches = _parted(list(range(len(lines))), lambda a, b: lines[a].alone or lines[b].alone)
    return [row for stretch in stretches for row in _rows_of(stretch, lines, separators)]


def _rows_of(stretch: Row, lines: list[BodyLine], separators: list[float]) -> list[Row]:
    bands = _parted(stretch, lambda a, b: any(_between(lines[a], lines[b], at) for at in separators))
    return [
        row
        for band in bands
        for row in (_in_band(band, lines) if len(bands) == 1 or _holds_several(band, lines) else [band])
    ]


def _holds_several(band: Row, lines: list[BodyLine]) -> bool:
    """Names and values beside each other, twice or more, are as many rows."""
    blocks = _parted(band, lambda a, b: not _belong(lines[a], lines[b]))
    return sum(any(lines[i].anchor for i in block) and any(lines[i].named for i in block) for block in blocks) > 1


def _parted(indexes: list[int], apart: Callable[[int, int], bool]) -> list[Row]:
    """Neighbours kept together unless ``apart`` says that a row ends between them."""
    groups = [[indexes[0]]]
    for before, index in pairwise(indexes):
        if apart(before, index):
            groups.append([])
        groups[-1].append(index)
    return groups


def _between(above: BodyLine, below: BodyLine, at: float) -> bool:
    return above.middle < at < below.middle


def _in_band(band: Row, lines: list[BodyLine]) -> list[Row]:
    deepest = -_OVERLAP * (lines[band[0]].bottom - lines[band[0]].top)
    limit = _leap([max(deepest, lines[b].top - lines[a].bottom) for a, b in pairwise(band)], lines[band[0]])
    rows = _parted(band, lambda a, b: not _belong(lines[a], lines[b]) and lines[b].top - lines[a].bottom > limit)
    rows = _centred_joined(_wrapped_joined(rows, lines), lines)
    if len(rows) > 1 and any(_holds_several(row, lines) for row in rows):
        return [
            part
            for row in rows
            for part in (_in_band(row, lines) if _holds_several(row, lines) else _one_value_each(row, lines))
        ]
    return [part for row in rows for part in _one_value_each(row, lines)]


def _belong(above: BodyLine, below: BodyLine) -> bool:
    return below.hangs or _overlap(above, below)


def _overlap(above: BodyLine, below: BodyLine) -> bool:
    return above.bottom - below.top > _OVERLAP * min(above.bottom - above.top, below.bottom - below.top)


def _leap(gaps: list[float], line: BodyLine) -> float:
    """The gap above which a new row starts: the first leap among the sorted gaps; without one, every gap does."""
    step = _LEAP * (line.bottom - line.top)
    for low, high in pairwise(sorted(gaps)):
        if high - low >= step and high > 0:
            return (low + high) / 2
    return min(gaps, default=0.0) - 1.0


def _wrapped_joined(rows: list[Row], lines: list[BodyLine]) -> list[Row]:
    """A line without a value goes on with the name above it where that name fills its column."""
    joined: list[Row] = []
    for row in rows:
        if joined and not any(lines[i].anchor for i in row) and lines[joined[-1][-1]].full:
            joined[-1] = [*joined[-1], *row]
        else:
            joined.append(row)
    return joined


def _centred_joined(rows: list[Row], lines: list[BodyLine]) -> list[Row]:
    """A name that stands in the middle between a line of values above and one below names them both (目標 over 実績)."""
    joined: list[Row] = []
    skip = 0
    for i, row in enumerate(rows):
        if skip:
            skip -= 1
        elif i + 2 < len(rows) and _stand_about(row, rows[i + 1], rows[i + 2], lines):
            joined.append([*row, *rows[i + 1], *rows[i + 2]])
            skip = 2
        else:
            joined.append(row)
    return joined


def _stand_about(above: Row, name: Row, below: Row, lines: list[BodyLine]) -> bool:
    nameless = all(lines[i].anchor and not lines[i].named for i in (*above, *below))
    if not nameless or any(lines[i].anchor or not lines[i].named for i in name):
        return False
    middle = (lines[name[0]].top + lines[name[-1]].bottom) / 2
    outer = (lines[above[0]].top + lines[below[-1]].bottom) / 2
    return abs(middle - outer) <= _OFF_MIDDLE * (lines[name[0]].bottom - lines[name[0]].top)


def _one_value_each(row: Row, lines: list[BodyLine]) -> list[Row]:
    """A row in which every line holds a value is as many rows, unless they stand beside each other."""
    if (
        len(row) > 1
        and all(lines[i].anchor and not lines[i].hangs for i in row)
        and not any(_overlap(lines[a], lines[b]) for a, b in pairwise(row))
    ):
        return [[i] for i in row]
    return [row]

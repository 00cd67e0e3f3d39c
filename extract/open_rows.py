"""Rows of a table without column rules: where they part, and which columns go on through a boundary.

Belongs here: the boundaries between rows by rules (that may run across some columns only), by labels below each other and by
spacing, and the extent of cells. Does not belong here: columns, what cells say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.kind_rows import KindRows, kind_rows, one_turn, parts_of_one
from extract.lines import Run
from extract.parts import is_part
from extract.rows_by_spacing import BodyLine, row_groups
from extract.ruling import Segment

_COVERS = 0.55  # share of a column's width that a rule must cover to end its cells
_FEWEST = 2  # columns that a rule must cover to part rows
_SAME = 2.6  # rules nearer to each other than this are one
_OF_ONE_CELL = 0.7  # glyph sizes between two lines of one cell at most

Columns = Sequence[Sequence[Run]]
"""The words of each column, from top to bottom."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A height between two rows and the columns whose cells end there."""

    at: float
    closed: frozenset[int]


@dataclass(frozen=True, slots=True)
class OpenRows:
    """The boundaries between the rows of a table, from top to bottom."""

    boundaries: tuple[Boundary, ...]

    @property
    def edges(self) -> list[float]:
        """Their heights."""
        return [boundary.at for boundary in self.boundaries]

    def place(self, col: int, height: float) -> tuple[int, int]:
        """First row and number of rows of the cell that stands at a height of a column."""
        first = last = bisect_right(self.edges, height)
        while first > 0 and col not in self.boundaries[first - 1].closed:
            first -= 1
        while last < len(self.boundaries) and col not in self.boundaries[last].closed:
            last += 1
        return first, last - first + 1


def open_rows(
    lines: Sequence[BodyLine], columns: Columns, xs: Sequence[float], rules: Sequence[Segment], tall: Sequence[Run]
) -> OpenRows:
    """The rows of a body of these lines; ``tall`` are those of the words of the columns that are written downwards."""
    kinds = kind_rows(columns)
    if kinds is not None:
        return _with_tall(_by_kinds(kinds, len(columns)), columns, tall)
    ruled = _closed_by_words(_ruled(rules, xs, lines[0].top, lines[-1].bottom), columns)
    edges = [boundary.at for boundary in ruled]
    groups = row_groups(list(lines), edges)
    found: list[Boundary] = []
    for low, high in pairwise([float("-inf"), *edges, float("inf")]):
        found.extend(boundary for boundary in ruled if boundary.at == low)
        inside = [[run for run in runs if low < run.y_mid < high and run not in tall] for runs in columns]
        turn = one_turn(inside) or parts_of_one(inside)
        every = frozenset(range(len(columns)))
        heights = list(_breaks(lines, groups, low, high))
        breaks = [
            Boundary(at, every - {0} if _goes_on_by_part(inside, at, end) else every)
            for at, end in pairwise([*heights, high])
        ]
        found.extend(_by_kinds(turn, len(columns)) if turn else breaks)
    return _with_tall(found, columns, tall)


def _goes_on_by_part(columns: Columns, top: float, bottom: float) -> bool:
    """True for a row without a name that begins with a part (女性), in a column of parts: it is of the indicator above it."""
    row = [[run for run in runs if top < run.y_mid < bottom] for runs in columns]
    first = next((at for at, runs in enumerate(row) if runs), 0)
    return first > 0 and all(is_part(run.text) for run in columns[first])


def _breaks(lines: Sequence[BodyLine], groups: Sequence[Sequence[int]], low: float, high: float) -> Iterator[float]:
    """The heights between groups of lines that stand between two heights."""
    inside = [part for group in groups if (part := [lines[i] for i in group if low < lines[i].middle < high])]
    for above, below in pairwise(inside):
        yield (max(line.bottom for line in above) + min(line.top for line in below)) / 2


def _by_kinds(kinds: KindRows, columns: int) -> list[Boundary]:
    """Rows of kinds: words that stand beside no single kind go on through all kinds of their turn."""
    every = frozenset(range(columns))
    ends = [(i + 1) % kinds.turn == 0 for i in range(len(kinds.middles) - 1)]
    return [Boundary(at, every if end else kinds.beside) for at, end in zip(kinds.edges(), ends, strict=True)]


def _ruled(rules: Sequence[Segment], xs: Sequence[float], top: float, bottom: float) -> list[Boundary]:
    """The rules that end the cells of some columns between two heights."""
    found: list[Boundary] = []
    for rule in sorted((rule for rule in rules if top < rule.at < bottom), key=lambda rule: rule.at):
        covered = frozenset(col for col, edges in enumerate(pairwise(xs)) if _covers(rule, *edges))
        if found and rule.at - found[-1].at <= _SAME:
            found[-1] = Boundary(found[-1].at, found[-1].closed | covered)
        else:
            found.append(Boundary(rule.at, covered))
    return [boundary for boundary in found if len(boundary.closed) >= _FEWEST]


def _covers(rule: Segment, left: float, right: float) -> bool:
    return min(rule.end, right) - max(rule.start, left) >= _COVERS * (right - left)


def _closed_by_words(boundaries: Sequence[Boundary], columns: Columns) -> list[Boundary]:
    """The boundaries, closed too for columns whose words above and below stand too far apart for one cell."""
    edges = [float("-inf"), *(boundary.at for boundary in boundaries), float("inf")]
    return [
        Boundary(
            at,
            boundary.closed
            | {c for c, runs in enumerate(columns) if _apart([r for r in runs if low < r.y_mid < high], at)},
        )
        for boundary, low, at, high in zip(boundaries, edges, edges[1:], edges[2:], strict=False)
    ]


def _apart(runs: list[Run], at: float) -> bool:
    """True where words stand above and below a height, and a gap between them that one cell does not leave."""
    above, below = [r.box.bottom for r in runs if r.y_mid <= at], [r.box.top for r in runs if r.y_mid > at]
    return bool(above and below) and min(below) - max(above) > _OF_ONE_CELL * min(run.size for run in runs)


def _with_tall(boundaries: list[Boundary], columns: Columns, tall: Sequence[Run]) -> OpenRows:
    """The boundaries, those open for a column of words written downwards that do not part two of them."""
    for col, runs in enumerate(columns):
        words = [run for run in runs if run in tall]
        if words and len(words) == len(runs):
            ends = {_nearest(boundaries, (a.box.bottom + b.box.top) / 2) for a, b in pairwise(words)}
            boundaries = [Boundary(b.at, b.closed | {col} if b.at in ends else b.closed - {col}) for b in boundaries]
    return OpenRows(tuple(boundaries))


def _nearest(boundaries: Sequence[Boundary], height: float) -> float:
    return min((boundary.at for boundary in boundaries), key=lambda at: abs(at - height), default=height)

"""The header of a table without a lattice: which words stand over which columns, and which span several.

Belongs here: placing of header words. Does not belong here: finding of columns and rows.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import combinations, pairwise

from extract.labels import label_of, squeeze
from extract.lines import Run
from extract.page import Glyph

_UNDER_KIND = ("数値", "値", "実数", "実数値", "率", "割合")
_MOST_CHOICES = 12  # columns of periods under spanning words; more are left where they stand


@dataclass(frozen=True, slots=True)
class Placed:
    """Glyphs from header row ``row`` on, ``rows`` rows high, over the columns ``col`` to ``col + span - 1``."""

    row: int
    rows: int
    col: int
    span: int
    glyphs: tuple[Glyph, ...]


def column_of(run: Run, xs: list[float]) -> int:
    """The column that a run shares most of its width with."""
    return max(range(len(xs) - 1), key=lambda c: min(xs[c + 1], run.box.x1) - max(xs[c], run.box.x0))


def placed_header(header: list[list[Run]], xs: list[float]) -> list[Placed]:
    """The words of a header: one row of words over their columns, or two where words of the upper row span columns."""
    spanning = _spanning(header, xs)
    under = {col for _, first, last in spanning for col in range(first, last + 1)}
    plain = [run for line in header for run in line if not any(run is spanned for spanned, _, _ in spanning)]
    placed = [Placed(0, 1, first, last - first + 1, run.glyphs) for run, first, last in spanning]
    for run in plain:
        col = column_of(run, xs)
        lower = Placed(1, 1, col, 1, run.glyphs)
        placed.append(lower if col in under else Placed(0, 2 if spanning else 1, col, 1, run.glyphs))
    return placed


def _spanning(header: list[list[Run]], xs: list[float]) -> list[tuple[Run, int, int]]:
    """Words over more than one column, with their first and last column: kinds over periods or periods over kinds."""
    for upper, lower in combinations(header, 2):
        for above, below in ((_names_kind, _names_period), (_names_period, _names_kind)):
            heads = [run for run in upper if above(run)]
            columns = sorted(column_of(run, xs) for run in lower if below(run))
            if heads and len(heads) < len(columns) <= _MOST_CHOICES:
                return [part for part in _shared_out(heads, columns, xs) if _stands_over(*part, xs)]
    return [(run, *reach) for line in header for run in line if (reach := _reach(run, xs))[0] < reach[1] and len(header) > 1]


def _names_kind(run: Run) -> bool:
    label = label_of(run.text)
    return bool(label.kind) and not label.period


def _names_period(run: Run) -> bool:
    """True for a period and for the words under a kind that say what its columns hold (年度, 数値)."""
    return label_of(run.text).role == "period" or squeeze(run.text) in _UNDER_KIND


def _stands_over(run: Run, first: int, last: int, xs: list[float]) -> bool:
    """True where a word stands over the middle of its columns, by a quarter of their width at most beside it."""
    middle, width = (xs[first] + xs[last + 1]) / 2, xs[last + 1] - xs[first]
    return first < last and abs((run.box.x0 + run.box.x1) / 2 - middle) <= 0.25 * width


def _shared_out(kinds: list[Run], columns: list[int], xs: list[float]) -> list[tuple[Run, int, int]]:
    """Neighbouring columns shared out among the words over them so that each word stands over the middle of its own."""
    cuts = combinations(range(1, len(columns)), len(kinds) - 1)
    best = min(cuts, key=lambda cut: _off_centre(kinds, columns, cut, xs))
    parts = [columns[start:end] for start, end in pairwise([0, *best, len(columns)])]
    return [(run, part[0], part[-1]) for run, part in zip(kinds, parts, strict=True)]


def _off_centre(kinds: list[Run], columns: list[int], cut: tuple[int, ...], xs: list[float]) -> float:
    parts = [columns[start:end] for start, end in pairwise([0, *cut, len(columns)])]
    middles = [(xs[part[0]] + xs[part[-1] + 1]) / 2 for part in parts]
    return sum(abs((run.box.x0 + run.box.x1) / 2 - middle) for run, middle in zip(kinds, middles, strict=True))


def _reach(run: Run, xs: list[float]) -> tuple[int, int]:
    """First and last column that a run covers by more than its edge; periods and names never span."""
    column = column_of(run, xs)
    if label_of(run.text).kind is None or label_of(run.text).period:
        return column, column
    first = min(bisect_right(xs, run.box.x0 + 4) - 1, column)
    last = max(bisect_right(xs, run.box.x1 - 4) - 1, column)
    return max(first, 0), min(last, len(xs) - 2)

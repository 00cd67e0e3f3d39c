"""Pages of text in two columns (leaflets, brochures): the lines of the left column come before those of the right.

Belongs here: telling such a page by the gap down its middle, and the order of its lines. Does not belong here: tables side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from extract.column_heads import Span
from extract.labelled_values import labelled_values, states_value
from extract.labels import label_of
from extract.lines import Run, glyph_lines, run_of
from extract.page import Glyph

_MIDDLE = (0.3, 0.7)  # share of the width in which the gap lies
_STEP = 4.0  # points between places that are tried
_FEWEST = 6  # lines in each column
_FULL, _FEWEST_FULL = 0.85, 3  # share of the width of a column, and lines that fill it so
_NARROWEST = 15.0  # glyph sizes: a narrower column holds labels or values
_BLANK = 1.1  # glyph sizes of a blank between two words
_ACROSS = 0.2  # share of the lines that may run across both columns: titles


def lines_in_order(glyphs: Iterable[Glyph]) -> list[Run]:
    """The lines of loose text as they are read: column by column where there are two, those across both in their place."""
    every = list(glyphs)
    lines = glyph_lines(every)
    gap = _gap(lines)
    if gap is None:
        return [run_of(line) for line in lines]
    runs: list[Run] = []
    for across, group in groupby(lines, key=lambda line: _is_across(line, gap)):
        held = list(group)
        if across:
            runs.extend(run_of(line) for line in held)
        else:
            inside = [glyph for line in held for glyph in line]
            sides = ([g for g in inside if g.x_mid < gap], [g for g in inside if g.x_mid >= gap])
            runs.extend(run_of(line) for side in sides for line in glyph_lines(side))
    return runs


def is_two_of_labels(glyphs: Sequence[Glyph]) -> bool:
    """True for text in two columns of labels with their values: what stands side by side in it makes no table."""
    lines = glyph_lines(glyphs)
    gap = _gap(lines)
    if gap is None:
        return False
    apart = [glyph for line in lines if not _is_across(line, gap) for glyph in line]
    return all(map(_states_values, ([g for g in apart if g.x_mid < gap], [g for g in apart if g.x_mid >= gap])))


def _states_values(side: Sequence[Glyph]) -> bool:
    lines = map(run_of, glyph_lines(side))
    return sum(any(map(states_value, labelled_values(line))) for line in lines) >= _FEWEST


def _gap(lines: Sequence[list[Glyph]]) -> float | None:
    """Where the gap between two columns lies; None where the lines are in one."""
    if len(lines) < _FEWEST:
        return None
    left, right = min(g.x0 for line in lines for g in line), max(g.x1 for line in lines for g in line)
    start, end = (left + share * (right - left) for share in _MIDDLE)
    places = [start + i * _STEP for i in range(int((end - start) / _STEP) + 1)]
    reaches = [(line[0].x_mid, line[-1].x_mid, _blanks(line)) for line in lines]
    crossed = {
        x: sum(
            first < x <= last and not any(low < x <= high for low, high in blanks) for first, last, blanks in reaches
        )
        for x in places
    }
    clear = [x for x in places if crossed[x] <= _ACROSS * len(lines)]
    ordered = sorted(clear, key=lambda x: (crossed[x], abs(x - (left + right) / 2)))
    return next((x for x in ordered if _parts(lines, x)), None)


def _blanks(line: Sequence[Glyph]) -> list[Span]:
    """The stretches of a line, from the middle of one letter to that of the next, in which a gap between two columns may lie."""
    wide = _BLANK * max(g.size for g in line)
    return [(a.x_mid, b.x_mid) for a, b in pairwise(line) if b.x0 - a.x1 > wide]


def _parts(lines: Sequence[list[Glyph]], x: float) -> bool:
    """True where enough lines stand on both sides of a place and few run across it."""
    across = sum(_is_across(line, x) for line in lines)
    before = sum(any(g.x_mid < x for g in line) for line in lines) - across
    behind = sum(any(g.x_mid >= x for g in line) for line in lines) - across
    apart = [line for line in lines if not _is_across(line, x)]
    sides = ([g for line in apart for g in line if g.x_mid < x], [g for line in apart for g in line if g.x_mid >= x])
    return min(before, behind) >= _FEWEST and all(map(_runs_full, sides)) and not _states_alone(sides[1])


def _states_alone(side: Sequence[Glyph]) -> bool:
    """True for what stands to the right of values: lines that each begin with a kind (目標値　900件), and name nothing."""
    first = (run_of(line).text.split()[0] for line in glyph_lines(side))
    return all(label_of(word).kind for word in first)


def _runs_full(side: Sequence[Glyph]) -> bool:
    """True for a column in which some lines run from edge to edge, as prose does: labels and values beside each other do not."""
    width = max(g.x1 for g in side) - min(g.x0 for g in side)
    full = sum(max(g.x1 for g in line) - min(g.x0 for g in line) >= _FULL * width for line in glyph_lines(side))
    return width >= _NARROWEST * side[0].size and full >= _FEWEST_FULL


def _is_across(line: Sequence[Glyph], x: float) -> bool:
    """True for a line with a letter at a place, or so near on both sides that it runs on."""
    before = max((g.x1 for g in line if g.x_mid < x), default=None)
    behind = min((g.x0 for g in line if g.x_mid >= x), default=None)
    return before is not None and behind is not None and behind - before <= _BLANK * max(g.size for g in line)

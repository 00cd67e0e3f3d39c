"""The header of a table without a lattice: which words stand over which columns, and which span several.

Belongs here: placing of header words. Does not belong here: finding of columns and rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from extract.era_heads import is_bare_year
from extract.era_lines import names_bare_year, names_era
from extract.labels import label_of, period_in, says_values, squeeze
from extract.lines import Run
from extract.page import Glyph
from extract.shapes import in_brackets, is_figure

_PIECE = 14  # characters of a piece of a wrapped period at most
_OFF_CENTRE = 0.42  # of the distance between two columns: farther off, a word belongs to other columns
_MIDDLE = 0.2  # the same for words alone over a header, which may as well belong to one column
_FEWEST_NAMES, _SHORTEST_NAME = 2, 3
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
    """The words of a header: one row of words over their columns, or two where words of the upper row span columns.

    Words over words that span (指標の推移 over 実績 over years) stand in a row of their own above them.
    """
    spanning = _spanning(header, xs)
    under = {col for _, first, last in spanning for col in range(first, last + 1)}
    titles = [
        title for line in header for run in line if (title := _over(run, spanning) or _over_middle(run, header, xs))
    ]
    plain = [run for line in header for run in line if not any(run is taken for taken, _, _ in (*spanning, *titles))]
    placed = [Placed(0, 1, first, last - first + 1, run.glyphs) for run, first, last in spanning]
    for run in plain:
        col = column_of(run, xs)
        lower = Placed(1, 1, col, 1, run.glyphs)
        placed.append(lower if col in under else Placed(0, 2 if spanning else 1, col, 1, run.glyphs))
    return _below_titles(placed, titles) if titles else placed


def _over(run: Run, spanning: list[tuple[Run, int, int]]) -> tuple[Run, int, int] | None:
    """Words that are no label over words that span columns, with the columns of all that they stand over."""
    below = [(first, last) for lower, first, last in spanning if _stands_over(run, lower)]
    if label_of(run.text).speaks or not below:
        return None
    return run, min(first for first, _ in below), max(last for _, last in below)


def _over_middle(run: Run, header: list[list[Run]], xs: list[float]) -> tuple[Run, int, int] | None:
    """Words with the columns whose middle they stand over: words that are no label, alone on the first line, over kinds and periods,
    or a kind over years below their eras.
    """
    tests = _NAMES_LEAF if header[0] == [run] and not label_of(run.text).speaks else (names_bare_year,)
    if tests is not _NAMES_LEAF and not (_names_kind(run) and any(names_era(era) for line in header for era in line)):
        return None
    below = [leaf for line in header for leaf in line if leaf.box.top >= run.box.bottom - 2]
    if any(_goes_on(run, leaf) for leaf in below):
        return None
    leaves = {column_of(leaf, xs): leaf for leaf in below if any(test(leaf) for test in tests)}
    pairs = [
        (first, last)
        for first, last in combinations(sorted(leaves), 2)
        if all(col in leaves for col in range(first, last))
    ]
    over = [(first, last) for first, last in pairs if _is_middle(run, leaves[first], leaves[last], last - first)]
    return (run, *max(over, key=lambda pair: pair[1] - pair[0])) if over else None


def _goes_on(run: Run, below: Run) -> bool:
    """True for the upper part of a label that is wrapped (中間目 over 標)."""
    under = run.box.shares_width(below.box) and below.box.top - run.box.bottom < run.size
    return under and not label_of(below.text).speaks and label_of(run.text + below.text).speaks


def _is_middle(run: Run, first: Run, last: Run, steps: int) -> bool:
    apart = _middle(last) - _middle(first)
    return abs(_middle(run) - _middle(first) - apart / 2) <= _MIDDLE * apart / steps


def _stands_over(run: Run, lower: Run) -> bool:
    return run.box.bottom <= lower.box.top + 2 and run.box.shares_width(lower.box)


def _below_titles(placed: list[Placed], titles: list[tuple[Run, int, int]]) -> list[Placed]:
    """The words of a header one row lower, titles above; words with no title above reach up beside it."""
    covered = {col for _, first, last in titles for col in range(first, last + 1)}
    return [
        *(Placed(0, 1, first, last - first + 1, run.glyphs) for run, first, last in titles),
        *(replace(p, row=p.row + 1) if p.row or p.col in covered else replace(p, rows=p.rows + 1) for p in placed),
    ]


def _spanning(header: list[list[Run]], xs: list[float]) -> list[tuple[Run, int, int]]:
    """Words over more than one column, with their first and last column."""
    shared = shared_heads(header)
    if shared is not None:
        over = [(run, column_of(part[0], xs), column_of(part[-1], xs)) for run, part in shared]
        return [(run, first, last) for run, first, last in over if first < last]
    return [
        (run, *reach) for line in header for run in line if (reach := _reach(run, xs))[0] < reach[1] and len(header) > 1
    ]


def shared_heads(header: list[list[Run]]) -> list[tuple[Run, list[Run]]] | None:
    """Eras over bare years, kinds over periods or periods over kinds, each with the words under it; none where no line stands over another so."""
    named = names_over_kinds(header)
    if named:
        return named
    shared = _SHARED[:-1] if any(names_era(run) for line in header for run in line) else _SHARED
    for upper, lower in combinations(header, 2):
        for above, below in shared:
            heads = [run for run in upper if above(run)]
            leaves = sorted((run for run in lower if below(run)), key=_middle)
            if heads and len(heads) < len(leaves) <= _MOST_CHOICES:
                return _shared_out(heads, leaves)
    return None


def names_over_kinds(header: Sequence[Sequence[Run]]) -> list[tuple[Run, list[Run]]] | None:
    """Names of indicators over the same kinds each (…の割合 over 目標 実績), where a line of several such names stands over kinds."""
    for upper, lower in combinations(header, 2):
        heads = [run for run in upper if _names_indicator(run)]
        leaves = sorted((run for run in lower if _names_kind(run)), key=_middle)
        axes = [run for run in lower if run not in leaves]
        told = all(label_of(run.text).speaks and run.box.x1 < leaves[0].box.x0 for run in axes) if leaves else False
        if told and _FEWEST_NAMES <= len(heads) < len(leaves) <= _MOST_CHOICES:
            shared = _shared_out(heads, leaves)
            kinds = {tuple(label_of(leaf.text).kind for leaf in part) for _, part in shared}
            return shared if len(kinds) == 1 else None
    return None


def _names_indicator(run: Run) -> bool:
    """True for words that may name an indicator: no label, no period and no figure."""
    label = label_of(run.text)
    return not (label.speaks or label.period or is_figure(run.text)) and len(squeeze(run.text)) >= _SHORTEST_NAME


def _names_kind(run: Run) -> bool:
    label = label_of(run.text)
    return bool(label.kind) and not label.period


def _names_period(run: Run) -> bool:
    """True for a period or a piece of one, and for the words under a kind that say what its columns hold (年度, 数値).

    A bare year in brackets (（25年度）) belongs to the kind over it.
    """
    plain = squeeze(run.text)
    if in_brackets(run.text) and is_bare_year(plain.strip("()")):
        return False
    return (
        label_of(run.text).role == "period"
        or says_values(run.text)
        or (len(plain) <= _PIECE and bool(period_in(plain)))
    )


_SHARED = (
    (names_era, names_bare_year),
    (_names_kind, _names_period),
    (_names_period, _names_kind),
    (_names_kind, names_bare_year),
)
"""What stands over several columns, and what stands in these columns below it; the last where no eras stand between."""
_NAMES_LEAF = (_names_kind, _names_period)


def _middle(run: Run) -> float:
    return (run.box.x0 + run.box.x1) / 2


def _shared_out(heads: list[Run], leaves: list[Run]) -> list[tuple[Run, list[Run]]]:
    """Leaves shared out among the words over them so that each word stands over the middle of its own.

    Where no way of sharing puts every word near its middle, none has any.
    """
    cuts = combinations(range(1, len(leaves)), len(heads) - 1)
    parts = min((_parts(leaves, cut) for cut in cuts), key=lambda parts: max(_off_centre(heads, parts)))
    if max(_off_centre(heads, parts)) > _OFF_CENTRE:
        return []
    return list(zip(heads, parts, strict=True))


def _parts(leaves: list[Run], cut: tuple[int, ...]) -> list[list[Run]]:
    return [leaves[start:end] for start, end in pairwise([0, *cut, len(leaves)])]


def _off_centre(heads: list[Run], parts: list[list[Run]]) -> list[float]:
    """How far each word stands beside the middle of its leaves, as a share of the distance between leaves."""
    every = [_middle(leaf) for part in parts for leaf in part]
    step = (every[-1] - every[0]) / max(1, len(every) - 1) or 1.0
    middles = [(_middle(part[0]) + _middle(part[-1])) / 2 for part in parts]
    return [abs(_middle(run) - middle) / step for run, middle in zip(heads, middles, strict=True)]


def _reach(run: Run, xs: list[float]) -> tuple[int, int]:
    """First and last column that a run covers by more than its edge; periods and names never span."""
    column = column_of(run, xs)
    if label_of(run.text).kind is None or label_of(run.text).period:
        return column, column
    first = min(bisect_right(xs, run.box.x0 + 4) - 1, column)
    last = max(bisect_right(xs, run.box.x1 - 4) - 1, column)
    return max(first, 0), min(last, len(xs) - 2)

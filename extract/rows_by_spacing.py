"""Which lines of a table body form one row: by rules that run across, by spacing, by alignment with the values.

Belongs here: the grouping of lines into rows from positions alone. Does not belong here: words.
"""

from __future__ import annotations

from itertools import pairwise

_LEAP = 1.35  # a gap between rows is at least this many times the gap between lines of one row
_SAME_GAP = 1.0  # points within which gaps count as equal

Extent = tuple[float, float]  # top and bottom of a line


def row_groups(lines: list[Extent], anchors: list[bool], separators: list[float]) -> list[list[int]]:
    """Indexes of lines, row by row. ``anchors`` tells the lines that hold a value, ``separators`` are rules' heights."""
    bands = _bands(lines, separators)
    if len(bands) >= 3 or len(bands) * 2 > sum(anchors):
        return bands
    return [group for band in bands for group in _in_band(band, lines, anchors)]


def _bands(lines: list[Extent], separators: list[float]) -> list[list[int]]:
    bands: list[list[int]] = [[]]
    for i, line in enumerate(lines):
        if i and any(_between(lines[i - 1], line, at) for at in separators):
            bands.append([])
        bands[-1].append(i)
    return bands


def _between(above: Extent, below: Extent, at: float) -> bool:
    return (above[0] + above[1]) / 2 < at < (below[0] + below[1]) / 2


def _in_band(band: list[int], lines: list[Extent], anchors: list[bool]) -> list[list[int]]:
    spaced = _by_spacing(band, lines)
    if all(any(anchors[i] for i in group) or len(group) == 1 for group in spaced) and len(spaced) > 1:
        return spaced
    return _by_anchor(band, lines, anchors)


def _by_spacing(band: list[int], lines: list[Extent]) -> list[list[int]]:
    """Lines parted where the gap leaps; one group where all gaps are alike."""
    gaps = [lines[b][0] - lines[a][1] for a, b in pairwise(band)]
    if not gaps:
        return [band]
    pitches = [lines[b][0] - lines[a][0] for a, b in pairwise(band)]
    limit = _leap(sorted(pitches))
    groups = [[band[0]]]
    for index, pitch in zip(band[1:], pitches, strict=True):
        if pitch > limit:
            groups.append([])
        groups[-1].append(index)
    return groups


def _leap(pitches: list[float]) -> float:
    """The pitch above which a new row starts: the first leap among the sorted pitches, else all start rows."""
    for low, high in pairwise(pitches):
        if low > 0 and high / low >= _LEAP:
            return (low + high) / 2
    return 0.0


def _by_anchor(band: list[int], lines: list[Extent], anchors: list[bool]) -> list[list[int]]:
    """Each line with a value is a row; other lines join the row they are aligned with."""
    rows = [i for i in band if anchors[i]]
    if not rows:
        return [band]
    top_aligned = band[0] == rows[0]
    groups: dict[int, list[int]] = {row: [] for row in rows}
    for i in band:
        groups[_owner(i, rows, lines, top_aligned)].append(i)
    return [groups[row] for row in rows]


def _owner(i: int, rows: list[int], lines: list[Extent], top_aligned: bool) -> int:
    if i in rows:
        return i
    if top_aligned:
        return max((row for row in rows if row < i), default=rows[0])
    return min(rows, key=lambda row: abs((lines[row][0] + lines[row][1]) - (lines[i][0] + lines[i][1])))

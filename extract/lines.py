"""Glyphs to lines of text: reading order from geometry alone, never from the order in the file.

Belongs here: grouping of glyphs into lines and runs. Does not belong here: cells, columns, meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from extract.model import Box
from extract.page import Glyph

_SPACE = 0.28  # gap, in glyph sizes, from which a blank is printed between two glyphs
_BLANK = 0.15  # gap, in glyph sizes, at which words of two cells may meet
_SMALL, _OPENING = 0.85, "（(［[〔【※*"  # of the size of the first line, and what opens a unit, a year or a note
_NEAR = 1.5  # glyph sizes from an edge within which such a blank is looked for
_WORD_GAP = 0.9  # gap, in glyph sizes, between words of one cell at most
_SAME_LINE = 0.5  # vertical distance of centres, in glyph sizes, within which glyphs share a line
_DOWNWARDS, _RIGHTWARDS = attrgetter("y_mid", "x0"), attrgetter("x0")


@dataclass(frozen=True)
class Run:
    """Glyphs of one line that belong together; ``text`` has a blank where a gap is printed."""

    text: str
    glyphs: tuple[Glyph, ...]
    box: Box

    @cached_property
    def size(self) -> float:
        """The greatest glyph size of the run, in points."""
        return max([glyph.size for glyph in self.glyphs])

    @property
    def y_mid(self) -> float:
        """Vertical centre."""
        return (self.box.top + self.box.bottom) / 2


def glyph_lines(glyphs: Iterable[Glyph], reach: float = _SAME_LINE) -> list[list[Glyph]]:
    """Glyphs grouped into lines from top to bottom, each from left to right; ``reach`` is how far, in glyph sizes, the
    centres of one line may lie apart.
    """
    lines: list[list[Glyph]] = []
    largest: Glyph | None = None
    for glyph in sorted(glyphs, key=_DOWNWARDS):
        if largest is not None and _share_line(glyph, largest, reach):
            lines[-1].append(glyph)
            largest = glyph if glyph.size > largest.size else largest
        else:
            lines.append([glyph])
            largest = glyph
    return [sorted(line, key=_RIGHTWARDS) for line in lines]


def _share_line(glyph: Glyph, largest: Glyph, reach: float) -> bool:
    """Whether a glyph stands on the line whose largest glyph is given."""
    size = glyph.size if glyph.size > largest.size else largest.size
    return abs(glyph.y_mid - largest.y_mid) <= reach * size


def run_of(glyphs: list[Glyph]) -> Run:
    """The run of glyphs that stand in order on one line."""
    parts = [glyphs[0].text]
    for left, right in pairwise(glyphs):
        blank = left.spaced or right.x0 - left.x1 > _SPACE * min(left.size, right.size)
        parts.append((" " if blank else "") + right.text)
    return Run("".join(parts), tuple(glyphs), bounds(glyphs))


def blank_near(glyphs: Sequence[Glyph], x: float) -> int:
    """The place of the blank nearest to ``x`` at which a line may be cut, as the index after it; 0 where there is none."""
    near = [
        i
        for i, (a, b) in enumerate(pairwise(glyphs), 1)
        if (a.spaced or b.x0 - a.x1 > _BLANK * a.size) and abs((a.x1 + b.x0) / 2 - x) <= _NEAR * a.size
    ]
    return min(near, key=lambda i: abs(glyphs[i].x0 - x), default=0)


def words_of(line: list[Glyph]) -> list[list[Glyph]]:
    """The glyphs of a line cut where the gap is wider than the words of one cell leave."""
    return _cut(line, _WORD_GAP)


def runs(glyphs: Iterable[Glyph], gap: float) -> list[Run]:
    """Every line cut into runs wherever a gap is wider than ``gap`` glyph sizes."""
    return [run_of(part) for line in glyph_lines(glyphs) for part in _cut(line, gap)]


def _cut(line: list[Glyph], gap: float) -> list[list[Glyph]]:
    parts = [[line[0]]]
    for left, right in pairwise(line):
        if right.x0 - left.x1 > gap * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    return parts


def bounds(glyphs: Iterable[Glyph]) -> Box:
    """The smallest box around glyphs."""
    _, lefts, tops, rights, bottoms, *_ = zip(*glyphs, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def block_text(glyphs: list[Glyph]) -> str:
    """The text of a block (a cell): lines joined by a line break; vertical and sideways writing read downwards."""
    return block_of(glyphs)[0]


def block_of(glyphs: list[Glyph]) -> tuple[str, tuple[float, ...]]:
    """The text of a block and the vertical centres of its lines; none where it is written downwards."""
    if glyphs and all(glyph.rising for glyph in glyphs):
        return "".join(g.text for g in sorted(glyphs, key=lambda g: (round(g.x_mid), -g.top))), ()
    if not any(glyph.upright for glyph in glyphs):
        return "".join(g.text for g in sorted(glyphs, key=lambda g: (-round(g.x_mid), g.top))), ()
    lines = [run_of(line) for line in glyph_lines(glyphs)]
    if _is_vertical(lines):
        return "".join(line.text for line in lines), ()
    return "\n".join(line.text for line in lines), tuple(line.y_mid for line in lines)


def small_lines(glyphs: list[Glyph]) -> int:
    """How many of the last lines of a block are set in smaller type than its first; none where a bracket opens them: it says a unit or a
    year.
    """
    first, *others = [run_of(line) for line in glyph_lines(glyphs)]
    small = next((i for i, line in enumerate(others) if line.size <= _SMALL * first.size), len(others))
    rest = others[small:]
    all_small = bool(rest) and all(line.size <= _SMALL * first.size for line in rest)
    return len(rest) if all_small and rest[0].text[0] not in _OPENING else 0


def _is_vertical(lines: list[Run]) -> bool:
    """One glyph a line, three lines or more, one below the other: vertical writing."""
    if len(lines) < 3 or any(len(line.glyphs) > 1 for line in lines):
        return False
    centres = [line.glyphs[0].x_mid for line in lines]
    return max(centres) - min(centres) <= 0.6 * lines[0].size

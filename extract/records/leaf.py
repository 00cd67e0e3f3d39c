"""One page as the readers of records see it: its sheet, the lines outside ruled tables and the size of its text.

Belongs here: views of a page that several readers need, worked out once. Does not belong here: meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import median

from extract.covering import uncovered
from extract.lines import Run, runs
from extract.model import Box
from extract.page import Glyph
from extract.sheet import Sheet

_LINE_GAP = 3.0  # gap, in glyph sizes, that a number and its title may stand apart
_APART = 1.2  # gap, in glyph sizes, from which two texts of one line are apart


@dataclass(frozen=True)
class Leaf:
    """A page; lines and runs are in reading coordinates, from top to bottom."""

    sheet: Sheet

    @property
    def number(self) -> int:
        """Page number, counted from 1."""
        return self.sheet.number

    @cached_property
    def lines(self) -> list[Run]:
        """The lines outside the ruled tables, a number and its title on one line."""
        ruled = [grid.place for grid in self.sheet.grids if grid.way.startswith("lattice")]
        return runs(uncovered(self.sheet.content.glyphs, ruled), _LINE_GAP)

    @cached_property
    def runs(self) -> list[Run]:
        """The texts of the whole page that stand apart from each other, inside tables and outside."""
        return runs(self.sheet.content.glyphs, _APART)

    @cached_property
    def size(self) -> float:
        """The size in which most of the page is set, in points."""
        return median(g.size for g in self.sheet.content.glyphs) if self.sheet.content.glyphs else 0.0


def holds(box: Box, glyph: Glyph) -> bool:
    """Whether the middle of a glyph lies in a box (both in reading coordinates)."""
    return box.x0 <= glyph.x_mid <= box.x1 and box.top <= glyph.y_mid <= box.bottom


def around(boxes: list[Box]) -> Box:
    """The smallest box around boxes."""
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )

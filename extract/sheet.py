"""One page laid out for reading: its ruled grids and the lines of text outside them.

Belongs here: what every reader of records starts from. Does not belong here: meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.grid import Grid
from extract.lattice import lattice_grids
from extract.lines import Run, runs
from extract.model import Box
from extract.page import Glyph, PageContent

_APART = 1.2  # gap, in glyph sizes, from which two runs of one line are apart


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its ruled grids, the glyphs outside them, and these glyphs as runs from top to bottom.

    Boxes of ``runs`` are in reading coordinates, as are ``xs`` and ``ys`` of a grid.
    """

    content: PageContent
    grids: tuple[Grid, ...]
    loose: tuple[Glyph, ...]
    runs: tuple[Run, ...]

    @property
    def number(self) -> int:
        """Page number, counted from 1."""
        return self.content.number


def sheet_of(content: PageContent) -> Sheet:
    """Lay out one page."""
    grids = tuple(lattice_grids(content))
    loose = tuple(g for g in content.glyphs if not any(_covers(grid, g) for grid in grids))
    return Sheet(content, grids, loose, tuple(runs(loose, _APART)))


def reading_box(grid: Grid) -> Box:
    """The box of a grid in reading coordinates."""
    return Box(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])


def _covers(grid: Grid, glyph: Glyph) -> bool:
    return grid.xs[0] <= glyph.x_mid <= grid.xs[-1] and grid.ys[0] <= glyph.y_mid <= grid.ys[-1]

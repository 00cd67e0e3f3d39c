"""One page laid out for reading: its tables and the lines of text outside them.

Belongs here: what every reader of records starts from. Does not belong here: meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.gaps import gap_grids
from extract.grid import Grid
from extract.labels import label_of
from extract.lattice import lattice_grids
from extract.lines import Run, runs
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.ruling import Segment, box_segments, filled_boxes, stroke_segments
from extract.shapes import looks_like_value

_NEXT_FRAME = 30.0  # points between a header frame and the frame of its body
_APART = 1.2  # gap, in glyph sizes, from which two runs of one line are apart


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its tables, the glyphs outside them, and these glyphs as runs from top to bottom.

    ``rules`` are the horizontal lines outside ruled tables. Boxes of ``runs`` are in reading coordinates, as are ``xs`` and ``ys`` of a grid.
    """

    content: PageContent
    grids: tuple[Grid, ...]
    loose: tuple[Glyph, ...]
    runs: tuple[Run, ...]
    rules: tuple[Segment, ...]

    @property
    def number(self) -> int:
        """Page number, counted from 1."""
        return self.content.number


def sheet_of(content: PageContent) -> Sheet:
    """Lay out one page."""
    ruled = lattice_grids(content)
    tables = [grid for grid in ruled if grid.n_cols > 1 and not _is_lone_header(grid, ruled)]
    outside = [g for g in content.glyphs if not any(_covers(grid, g) for grid in tables)]
    across = [*stroke_segments(content.marks), *box_segments(filled_boxes(content.marks))]
    rules = [s for s in across if s.axis == "h" and not any(_lies_in(s, grid) for grid in tables)]
    open_grids = gap_grids(content, outside, rules)
    frames = [grid for grid in ruled if grid.n_cols == 1 and not any(_meet(grid, table) for table in open_grids)]
    grids = tuple(sorted([*tables, *open_grids, *frames], key=lambda grid: (grid.ys[0], grid.xs[0])))
    loose = tuple(g for g in content.glyphs if not any(_covers(grid, g) for grid in grids))
    return Sheet(content, grids, loose, tuple(runs(loose, _APART)), tuple(rules))


def reading_box(grid: Grid) -> Box:
    """The box of a grid in reading coordinates."""
    return Box(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])


def _is_lone_header(grid: Grid, grids: list[Grid]) -> bool:
    """A frame around nothing but labels with no other frame close below: the header of a table without rules."""
    texts = [cell.text for cell in grid.cells if cell.text and cell.col_span < grid.n_cols]
    spoken = sum(label_of(text).speaks for text in texts)
    if grid.n_rows > 4 or not texts or spoken * 5 < len(texts) * 3 or any(looks_like_value(text) for text in texts):
        return False
    return not any(0 <= other.ys[0] - grid.ys[-1] < _NEXT_FRAME and _beside(other, grid) for other in grids)


def _beside(one: Grid, other: Grid) -> bool:
    return one.xs[0] < other.xs[-1] and other.xs[0] < one.xs[-1]


def _lies_in(segment: Segment, grid: Grid) -> bool:
    return grid.ys[0] - 2 <= segment.at <= grid.ys[-1] + 2 and segment.start < grid.xs[-1] and grid.xs[0] < segment.end


def _meet(one: Grid, other: Grid) -> bool:
    return _beside(one, other) and one.ys[0] < other.ys[-1] and other.ys[0] < one.ys[-1]


def _covers(grid: Grid, glyph: Glyph) -> bool:
    return grid.xs[0] <= glyph.x_mid <= grid.xs[-1] and grid.ys[0] <= glyph.y_mid <= grid.ys[-1]

"""One page laid out for reading: its tables and the lines of text outside them.

Belongs here: what every reader of records starts from. Does not belong here: meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.captions import is_marked_heading
from extract.covering import uncovered
from extract.framed_header import beside, is_framed_header, is_stripe, with_body
from extract.gaps import gap_grids
from extract.grid import Grid
from extract.indicator_cards import card_grids, without_cards
from extract.labels import label_of
from extract.lattice import lattice_grids
from extract.lines import Run, runs
from extract.loose_header import with_loose_header
from extract.merged_columns import merges_columns
from extract.page import Glyph, PageContent
from extract.page_columns import is_two_of_labels
from extract.ruling import Segment, box_segments, filled_boxes, joined, stroke_segments
from extract.shapes import is_figure
from extract.stacked import stacked
from extract.stripes import stripes_of_tables

_LINES_OF_BAR = 2  # the number of a chapter over its title
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
    """Lay out one page: its cards, then the tables of what they leave."""
    ruled = lattice_grids(content)
    cards = card_grids(content, ruled)
    if not cards:
        return _tables_of(content, ruled)
    left = without_cards(content, cards)
    sheet = _tables_of(left, lattice_grids(left))
    grids = sorted([*sheet.grids, *cards], key=lambda grid: (grid.ys[0], grid.xs[0]))
    return replace(sheet, content=content, grids=tuple(grids))


def _tables_of(content: PageContent, lattices: list[Grid]) -> Sheet:
    """Lay out a page that holds no cards."""
    parted = [grid for grid in lattices if not merges_columns(grid)]
    stripes = stripes_of_tables(content, parted)
    ruled = [grid for grid in parted if grid not in stripes]
    heads = [grid for grid in ruled if grid.n_cols > 1 and is_framed_header(grid, ruled)]
    striped = [grid for grid in ruled if any(is_stripe(grid, head) for head in heads)]
    tables = [
        grid for grid in ruled if grid.n_cols > 1 and not _is_bar(grid) and grid not in heads and grid not in striped
    ]
    across = [*stroke_segments(content.marks), *joined(box_segments(filled_boxes(content.marks)))]
    rules = [s for s in across if s.axis == "h" and not any(_lies_in(s, grid) for grid in tables)]
    whole = stacked(content, [*heads, *tables], content.glyphs)
    heads, tables = [grid for grid in heads if grid in whole], [grid for grid in whole if grid not in heads]
    free = uncovered(content.glyphs, [grid.place for grid in ruled])
    tables = [with_loose_header(content, grid, [g for g in free if g.y_mid < grid.ys[0]]) for grid in tables]
    tables = _with_bodies(content, heads, tables, rules)
    outside = uncovered(content.glyphs, [grid.place for grid in tables])
    open_grids = [] if is_two_of_labels(outside) else gap_grids(content, outside, rules)
    frames = [grid for grid in ruled if grid.n_cols == 1 and not _are_bars(grid)]
    frames = [grid for grid in frames if not any(_meet(grid, table) for table in open_grids)]
    plans = [
        head for head in heads if _says_more(head) and not any(_meet(head, table) for table in (*tables, *open_grids))
    ]
    grids = tuple(sorted([*tables, *open_grids, *frames, *plans], key=lambda grid: (grid.ys[0], grid.xs[0])))
    loose = tuple(uncovered(content.glyphs, [grid.place for grid in grids]))
    return Sheet(content, grids, loose, tuple(runs(loose, _APART)), tuple(rules))


def _is_bar(grid: Grid) -> bool:
    """True for coloured boxes around a single line of words, or a few of them without a value: a heading, not a table."""
    texts = [cell.text for cell in grid.cells if cell.text]
    if grid.n_rows > 1 or len(texts) != 1:
        return False
    lines = texts[0].split("\n")
    return len(lines) == 1 or (
        len(lines) <= _LINES_OF_BAR and all(is_marked_heading(line) or not is_figure(line) for line in lines)
    )


def _are_bars(grid: Grid) -> bool:
    """True for coloured bars right below each other with a heading in each, marked as one or words alone: no frame."""
    return grid.way == "coloured" and all(_may_be_bar(cell.text) for cell in grid.cells)


def _may_be_bar(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text and (is_marked_heading(text) or not any(map(str.isdigit, text)))


def _says_more(grid: Grid) -> bool:
    """True for a frame that holds more than labels: no header, though it looks like one (a year plan under its years)."""
    return not all(label_of(cell.text).speaks for cell in grid.cells if cell.text and cell.col_span < grid.n_cols)


def _with_bodies(content: PageContent, heads: list[Grid], tables: list[Grid], rules: list[Segment]) -> list[Grid]:
    """Tables with the rows below their frame: framed headers with their bodies, coloured tables with plain last rows.

    A framed header without a body is left to the search by gaps.
    """
    found = []
    for table in (*heads, *tables):
        starts = [g.ys[0] for g in (*heads, *tables) if g.ys[0] > table.ys[-1] and beside(g, table)]
        open_below = table in heads or table.way == "coloured"
        whole = (
            with_body(content, table, content.glyphs, rules, min(starts, default=content.height))
            if open_below
            else None
        )
        found.extend([whole] if whole is not None else [] if table in heads else [table])
    return found


def _lies_in(segment: Segment, grid: Grid) -> bool:
    return grid.ys[0] - 2 <= segment.at <= grid.ys[-1] + 2 and segment.start < grid.xs[-1] and grid.xs[0] < segment.end


def _meet(one: Grid, other: Grid) -> bool:
    return beside(one, other) and one.ys[0] < other.ys[-1] and other.ys[0] < one.ys[-1]

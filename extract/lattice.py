"""Ruled tables: a frame of lines makes a grid, missing lines make spans.

Belongs here: from frames and glyphs to ``Grid``. Does not belong here: which lines make a frame, tables without rules,
meaning.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from extract.box_rows import closed_up
from extract.charts import is_chart
from extract.chips import without_chips
from extract.coloured import BOX_GAP, coloured_closings, coloured_frames
from extract.covering import covered, uncovered
from extract.frames import TOUCH, Frame, frames_of, inside
from extract.grid import Cell, Grid
from extract.heads_cut import with_heads_cut
from extract.labels import label_of
from extract.lines import block_of, glyph_lines, small_lines, words_of
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.panel_boxes import without_panels
from extract.regions import Region, line_closings, regions_of
from extract.ruling import box_segments, filled_boxes, joined, stroke_segments, white_boxes
from extract.shapes import is_unit
from extract.tall_rows import with_rows_cut
from extract.unruled_columns import missing_rules


def lattice_grids(page: PageContent) -> list[Grid]:
    """All ruled grids of a page, from top to bottom; a frame of one cell is no table."""
    strokes = stroke_segments(page.marks)
    ruled = frames_of(strokes, TOUCH)
    coloured = filled_boxes(page.marks)
    boxes = [*coloured, *white_boxes(page.plates, coloured)]
    free = [box for box in boxes if not any(inside(box, frame.box) for frame in ruled)]
    loose = closed_up(without_chips(without_panels(free), strokes, page.glyphs))
    frames = frames_of(joined([*strokes, *box_segments(loose)]), BOX_GAP if loose else TOUCH)
    chosen = _innermost(coloured_frames(frames, strokes, loose, page.glyphs))
    grids = [grid for frame in chosen if (grid := _grid(page, frame, chosen)) is not None]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _innermost(frames: list[Frame]) -> list[Frame]:
    """Frames from the smallest to the largest, so that a glyph goes to the innermost one."""
    return sorted(frames, key=lambda f: (f.box.x1 - f.box.x0) * (f.box.bottom - f.box.top))


def _grid(page: PageContent, frame: Frame, all_frames: list[Frame]) -> Grid | None:
    if len(frame.xs) < 2 or len(frame.ys) < 2:
        return None
    within = [f.box for f in all_frames if f is not frame and inside(f.box, frame.box) and f.box != frame.box]
    glyphs = uncovered(covered(page.glyphs, frame.box), within)
    grid = _cells(page, frame, glyphs)
    if is_chart(grid, glyphs):
        return None
    unruled = [] if frame.coloured else missing_rules(grid, frame.segments, glyphs)
    if unruled:
        grid = _cells(page, replace(frame, segments=(*frame.segments, *unruled)), glyphs)
    return with_rows_cut(page, with_heads_cut(page, grid, glyphs), glyphs, 2 if frame.coloured else 3)


def _cells(page: PageContent, frame: Frame, glyphs: list[Glyph]) -> Grid:
    """The cells that the lines of a frame make, and the text in each."""
    xs, ys = frame.xs, frame.ys
    columns, rows = coloured_closings(frame, glyphs, xs, ys) if frame.coloured else line_closings(frame, xs, ys)
    regions = regions_of(columns, rows, len(xs) - 1, len(ys) - 1)
    way = "coloured" if frame.coloured else "lattice"
    return replace(_without_gutters(_filled(page, regions, xs, ys, glyphs)), way=way)


def _filled(page: PageContent, regions: list[Region], xs: list[float], ys: list[float], glyphs: list[Glyph]) -> Grid:
    owner = {
        (r, c): i for i, (r0, c0, r1, c1) in enumerate(regions) for r in range(r0, r1 + 1) for c in range(c0, c1 + 1)
    }
    content: list[list[Glyph]] = [[] for _ in regions]
    for glyph in glyphs:
        row = min(max(bisect_right(ys, glyph.y_mid) - 1, 0), len(ys) - 2)
        col = min(max(bisect_right(xs, glyph.x_mid) - 1, 0), len(xs) - 2)
        content[owner[row, col]].append(glyph)
    filled = list(zip(regions, content, strict=True))
    units = {
        region[1] for region, inside in filled if region[1] == region[3] and inside and is_unit(block_of(inside)[0])
    }
    whole = [part for region, inside in filled for part in _parted(region, inside, xs)]
    parts = [part for region, inside in whole for part in _unit_parted(region, inside, xs, units)]
    cells = tuple(_cell(page, region, inside, xs, ys) for region, inside in parts)
    return Grid(page.number, page.on_page(Box(xs[0], ys[0], xs[-1], ys[-1])), tuple(xs), tuple(ys), cells, "lattice")


def _cell(page: PageContent, region: Region, glyphs: list[Glyph], xs: list[float], ys: list[float]) -> Cell:
    r0, c0, r1, c1 = region
    text, heights = block_of(glyphs)
    box = page.on_page(Box(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1]))
    return Cell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, text, box, heights, small_lines(glyphs) if "\n" in text else 0)


def _parted(region: Region, glyphs: list[Glyph], xs: list[float]) -> list[tuple[Region, list[Glyph]]]:
    """A region over several columns that holds words of its own in each of them is as many cells, not one; the letters of one word
    (実　績) are none.
    """
    r0, c0, r1, c1 = region
    words = [part for line in glyph_lines(glyphs) for part in words_of(line)] if c1 > c0 else []
    if all(len(word) == 1 and word[0].text.isalpha() for word in words):
        return [(region, glyphs)]
    places = [(bisect_right(xs, word[0].x0 + 1) - 1, bisect_right(xs, word[-1].x1 - 1) - 1) for word in words]
    if {first for first, _ in places} != set(range(c0, c1 + 1)) or any(first != last for first, last in places):
        return [(region, glyphs)]
    return [((r0, col, r1, col), [g for g in glyphs if xs[col] <= g.x_mid < xs[col + 1]]) for col in range(c0, c1 + 1)]


def _unit_parted(
    region: Region, glyphs: list[Glyph], xs: list[float], units: set[int]
) -> list[tuple[Region, list[Glyph]]]:
    """A region that ends in a column of units, cut before it where nothing but a unit, or its label, stands there."""
    r0, c0, r1, c1 = region
    before, behind = [g for g in glyphs if g.x1 <= xs[c1]], [g for g in glyphs if g.x0 >= xs[c1]]
    if c0 == c1 or c1 not in units or not before or len(before) + len(behind) < len(glyphs):
        return [(region, glyphs)]
    text = block_of(behind)[0]
    said = is_unit(text) or label_of(text).role == "unit"
    return [((r0, c0, r1, c1 - 1), before), ((r0, c1, r1, c1), behind)] if said else [(region, glyphs)]


def _without_gutters(grid: Grid) -> Grid:
    """The grid without the empty strips between coloured boxes."""
    return replace(_drop_rows(_drop_rows(grid).transposed()).transposed(), way=grid.way)


def _drop_rows(grid: Grid) -> Grid:
    empty = {
        row
        for row in range(grid.n_rows)
        if grid.ys[row + 1] - grid.ys[row] <= BOX_GAP
        and not any(c.text for c in grid.row_cells(row) if c.row_span == 1)
    }
    if not empty or len(empty) == grid.n_rows:
        return grid
    position = {row: row - sum(gone < row for gone in empty) for row in range(grid.n_rows + 1)}
    cells = tuple(
        replace(c, row=position[c.row], row_span=height)
        for c in grid.cells
        if (height := sum(row not in empty for row in range(c.row, c.row + c.row_span))) > 0
    )
    ys = tuple(y for i, y in enumerate(grid.ys) if i not in empty)
    return Grid(grid.page, grid.box, grid.xs, ys, cells, grid.way)

"""Ruled tables: lines that touch make a frame, the frame makes a grid, missing lines make spans.

Belongs here: from ruling lines and glyphs to ``Grid``. Does not belong here: tables without rules, meaning.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.grid import Cell, Grid
from extract.lines import block_text
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.ruling import Segment, box_segments, filled_boxes, joined, stroke_segments
from extract.tall_rows import with_rows_cut

_TOUCH = 3.2  # lines that come this near to each other touch
_BOX_GAP = 6.5  # coloured boxes this near to each other belong to one table
_COVERS = 0.55  # share of a cell's side that a line must cover to close it
_STRIPE_GAP = 60.0  # an uncoloured row between two coloured ones is at most this high
_ACROSS = 0.6  # share of a table's width that a line across covers
_SAME = 2.6  # boundaries nearer than this are one
_MOST_CROSSINGS = 4_000_000  # a drawing, not a table


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines that hang together, with the box around them."""

    segments: tuple[Segment, ...]
    box: Box


def lattice_grids(page: PageContent) -> list[Grid]:
    """All ruled grids of a page, from top to bottom; a frame of one cell is no table."""
    strokes = stroke_segments(page.marks)
    ruled = [frame for frame in _frames(strokes, _TOUCH) if _is_table(frame)]
    loose = [box for box in filled_boxes(page.marks) if not any(_inside(box, frame.box) for frame in ruled)]
    frames = _frames(joined([*strokes, *box_segments(loose)]), _BOX_GAP if loose else _TOUCH)
    chosen = _innermost(_stripes_joined([frame for frame in frames if _is_table(frame)], strokes, loose))
    grids = [grid for frame in chosen if (grid := _grid(page, frame, chosen)) is not None]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _is_table(frame: Frame) -> bool:
    """At least two rows or two columns: three lines in one direction and two in the other."""
    horizontal = len({round(s.at) for s in frame.segments if s.axis == "h"})
    vertical = len({round(s.at) for s in frame.segments if s.axis == "v"})
    return (horizontal + vertical >= 5 and min(horizontal, vertical) >= 2) or (horizontal >= 2 and vertical >= 3)


def _frames(segments: list[Segment], reach: float) -> list[Frame]:
    horizontals = [s for s in segments if s.axis == "h"]
    verticals = [s for s in segments if s.axis == "v"]
    if len(horizontals) * len(verticals) > _MOST_CROSSINGS:
        return []
    parent = {id(s): id(s) for s in segments}
    for h in horizontals:
        for v in verticals:
            if _touch(h, v, reach):
                parent[_root(parent, id(h))] = _root(parent, id(v))
    groups: dict[int, list[Segment]] = {}
    for segment in segments:
        groups.setdefault(_root(parent, id(segment)), []).append(segment)
    return [Frame(tuple(group), _around(group)) for group in groups.values() if len(group) >= 4]


def _stripes_joined(frames: list[Frame], strokes: list[Segment], boxes: list[Box]) -> list[Frame]:
    """Striped rows whose cells are coloured boxes: frames below each other with the same columns are one table."""
    upright = [s for s in strokes if s.axis == "v"]
    across = [s for s in (*strokes, *box_segments(boxes)) if s.axis == "h"]
    groups: list[list[Frame]] = []
    for frame in sorted(frames, key=lambda f: (f.box.x0, f.box.top)):
        if groups and not any(_crosses(s, frame.box) for s in upright) and _same_stripes(groups[-1][-1], frame):
            groups[-1].append(frame)
        else:
            groups.append([frame])
    joined_frames = [group[0] if len(group) == 1 else _one_frame(group, across) for group in groups]
    return [frame if any(_crosses(s, frame.box) for s in upright) else _to_last_rule(frame, across, frames) for frame in joined_frames]


def _to_last_rule(frame: Frame, across: list[Segment], frames: list[Frame]) -> Frame:
    """A table whose cells are coloured boxes goes on down to the last of the rules that follow it at short distances."""
    box = frame.box
    rows: list[float] = []
    limit = min((f.box.top for f in frames if f.box.top > box.bottom and _overlap(f.box, box)), default=float("inf"))
    for at in sorted({s.at for s in across if box.bottom < s.at < limit - _TOUCH and _spans(s, box)}):
        if at - (rows[-1] if rows else box.bottom) > _STRIPE_GAP:
            break
        rows.append(at)
    if not rows or rows[-1] - box.bottom <= 3 * _TOUCH:
        return frame
    columns = sorted({round(s.at, 1) for s in frame.segments if s.axis == "v"})
    upright = [Segment("v", at, box.bottom, rows[-1]) for at in columns]
    edges = [Segment("h", at, box.x0, box.x1) for at in rows]
    return Frame((*frame.segments, *upright, *edges), Box(box.x0, box.top, box.x1, rows[-1]))


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _spans(line: Segment, box: Box) -> bool:
    return abs(line.start - box.x0) <= _BOX_GAP and abs(line.end - box.x1) <= _BOX_GAP


def _crosses(line: Segment, box: Box) -> bool:
    return box.x0 - _TOUCH <= line.at <= box.x1 + _TOUCH and line.start < box.bottom and box.top < line.end


def _same_stripes(above: Frame, below: Frame) -> bool:
    edges = [_boundaries([s.at for s in f.segments if s.axis == "v"], f.box.x0, f.box.x1) for f in (above, below)]
    near = 0 <= below.box.top - above.box.bottom <= _STRIPE_GAP and len(edges[0]) > 2
    return near and len(edges[0]) == len(edges[1]) and all(abs(a - b) <= _SAME for a, b in zip(*edges, strict=True))


def _one_frame(group: list[Frame], across: list[Segment]) -> Frame:
    """One frame around several: columns go on through the uncoloured rows, every line across is a row's edge."""
    box = Box(group[0].box.x0, group[0].box.top, group[0].box.x1, group[-1].box.bottom)
    own = [s for frame in group for s in frame.segments]
    columns = sorted({round(s.at, 1) for s in own if s.axis == "v"})
    between = [
        Segment("v", at, above.box.bottom, below.box.top) for above, below in pairwise(group) for at in columns
    ]
    wide = [s for s in across if box.top < s.at < box.bottom and s.length >= _ACROSS * (box.x1 - box.x0)]
    edges = [Segment("h", s.at, box.x0, box.x1) for s in (*own, *wide) if s.axis == "h" and not _in_header(s, group[0])]
    return Frame((*own, *between, *edges), box)


def _in_header(line: Segment, first: Frame) -> bool:
    """Lines within the first frame stay as they are: its cells may span."""
    return first.box.top + _SAME < line.at < first.box.bottom - _SAME


def _root(parent: dict[int, int], node: int) -> int:
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


def _touch(h: Segment, v: Segment, reach: float) -> bool:
    return h.start - reach <= v.at <= h.end + reach and v.start - reach <= h.at <= v.end + reach


def _around(group: list[Segment]) -> Box:
    xs = [s.at for s in group if s.axis == "v"] + [p for s in group if s.axis == "h" for p in (s.start, s.end)]
    ys = [s.at for s in group if s.axis == "h"] + [p for s in group if s.axis == "v" for p in (s.start, s.end)]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x0 - _TOUCH <= inner.x0
        and inner.x1 <= outer.x1 + _TOUCH
        and outer.top - _TOUCH <= inner.top
        and inner.bottom <= outer.bottom + _TOUCH
    )


def _innermost(frames: list[Frame]) -> list[Frame]:
    """Frames from the smallest to the largest, so that a glyph goes to the innermost one."""
    return sorted(frames, key=lambda f: (f.box.x1 - f.box.x0) * (f.box.bottom - f.box.top))


def _grid(page: PageContent, frame: Frame, all_frames: list[Frame]) -> Grid | None:
    xs = _boundaries([s.at for s in frame.segments if s.axis == "v"], frame.box.x0, frame.box.x1)
    ys = _boundaries([s.at for s in frame.segments if s.axis == "h"], frame.box.top, frame.box.bottom)
    if len(xs) < 2 or len(ys) < 2:
        return None
    inner = [f.box for f in all_frames if f is not frame and _inside(f.box, frame.box) and f.box != frame.box]
    glyphs = [g for g in page.glyphs if _within(g, frame.box) and not any(_within(g, box) for box in inner)]
    regions = _regions(frame.segments, xs, ys)
    return with_rows_cut(page, _without_gutters(_filled(page, regions, xs, ys, glyphs)), glyphs)


def _within(glyph: Glyph, box: Box) -> bool:
    return box.x0 <= glyph.x_mid <= box.x1 and box.top <= glyph.y_mid <= box.bottom


def _boundaries(positions: list[float], low: float, high: float) -> list[float]:
    kept: list[float] = []
    for position in sorted([low, *positions, high]):
        if not kept or position - kept[-1] > _SAME:
            kept.append(position)
    return kept


_Region = tuple[int, int, int, int]  # first row, first column, last row, last column


def _regions(segments: tuple[Segment, ...], xs: list[float], ys: list[float]) -> list[_Region]:
    """Positions merged wherever no line separates them, as rectangles that tile the grid."""
    right = _closed([s for s in segments if s.axis == "v"], xs, ys)
    below = _closed([s for s in segments if s.axis == "h"], ys, xs)
    taken: set[tuple[int, int]] = set()
    found: list[_Region] = []
    for row in range(len(ys) - 1):
        for col in range(len(xs) - 1):
            if (row, col) not in taken:
                region = _grow(row, col, right, below, taken, len(ys) - 1, len(xs) - 1)
                taken.update((r, c) for r in range(row, region[2] + 1) for c in range(col, region[3] + 1))
                found.append(region)
    return found


def _closed(lines: list[Segment], across: list[float], along: list[float]) -> set[tuple[int, int]]:
    """Pairs (boundary index, interval index) at which a line closes the boundary ``across`` over that interval."""
    closed: set[tuple[int, int]] = set()
    for line in lines:
        boundary = min(range(len(across)), key=lambda i: abs(across[i] - line.at))
        for i, (start, end) in enumerate(itertools.pairwise(along)):
            if min(line.end, end) - max(line.start, start) >= _COVERS * (end - start):
                closed.add((boundary, i))
    return closed


def _grow(
    row: int,
    col: int,
    right: set[tuple[int, int]],
    below: set[tuple[int, int]],
    taken: set[tuple[int, int]],
    n_rows: int,
    n_cols: int,
) -> _Region:
    last_col = col
    while last_col + 1 < n_cols and (last_col + 1, row) not in right and (row, last_col + 1) not in taken:
        last_col += 1
    last_row = row
    while last_row + 1 < n_rows and _opens_down(last_row, col, last_col, right, below, taken):
        last_row += 1
    return row, col, last_row, last_col


def _opens_down(
    row: int, col: int, last_col: int, right: set[tuple[int, int]], below: set[tuple[int, int]], taken: set[tuple[int, int]]
) -> bool:
    columns = range(col, last_col + 1)
    if any((row + 1, c) in below or (row + 1, c) in taken for c in columns):
        return False
    return not any((c, row + 1) in right for c in range(col + 1, last_col + 1))


def _filled(page: PageContent, regions: list[_Region], xs: list[float], ys: list[float], glyphs: list[Glyph]) -> Grid:
    owner = {(r, c): i for i, (r0, c0, r1, c1) in enumerate(regions) for r in range(r0, r1 + 1) for c in range(c0, c1 + 1)}
    content: list[list[Glyph]] = [[] for _ in regions]
    for glyph in glyphs:
        row = min(max(bisect_right(ys, glyph.y_mid) - 1, 0), len(ys) - 2)
        col = min(max(bisect_right(xs, glyph.x_mid) - 1, 0), len(xs) - 2)
        content[owner[row, col]].append(glyph)
    cells = tuple(
        Cell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, block_text(inside), page.on_page(Box(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])))
        for (r0, c0, r1, c1), inside in zip(regions, content, strict=True)
    )
    return Grid(page.number, page.on_page(Box(xs[0], ys[0], xs[-1], ys[-1])), tuple(xs), tuple(ys), cells, "lattice")


def _without_gutters(grid: Grid) -> Grid:
    """The grid without the empty strips between coloured boxes."""
    return replace(_drop_rows(_drop_rows(grid).transposed()).transposed(), way=grid.way)


def _drop_rows(grid: Grid) -> Grid:
    empty = {
        row
        for row in range(grid.n_rows)
        if grid.ys[row + 1] - grid.ys[row] <= _BOX_GAP and not any(c.text for c in grid.row_cells(row) if c.row_span == 1)
    }
    if not empty or len(empty) == grid.n_rows:
        return grid
    position = {row: row - sum(gone < row for gone in empty) for row in range(grid.n_rows + 1)}
    cells = tuple(
        Cell(position[c.row], c.col, height, c.col_span, c.text, c.box)
        for c in grid.cells
        if (height := sum(row not in empty for row in range(c.row, c.row + c.row_span))) > 0
    )
    ys = tuple(y for i, y in enumerate(grid.ys) if i not in empty)
    return Grid(grid.page, grid.box, grid.xs, ys, cells, grid.way)

"""Tables whose cells are coloured boxes, or whose rows are striped: no column rule is drawn.

Belongs here: the frame of such a table, and which of its cells span. Does not belong here: tables of lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.frames import SAME, TOUCH, Frame, inside
from extract.labels import label_of
from extract.lines import Run, blank_near, block_text, glyph_lines, run_of, words_of
from extract.model import Box
from extract.page import Glyph
from extract.ruling import Segment, box_segments
from extract.spaced_words import letters_joined

BOX_GAP = 6.5  # coloured boxes this near to each other belong to one table
_STRIPE_GAP = 60.0  # an uncoloured row between two coloured ones is at most this high
_ROWS_BETWEEN = 3.4  # uncoloured rows and group rows between two coloured ones
_SPACED = 2  # characters between the blanks of a letter-spaced word at most
_FEWEST_LABELS = 2  # of a row that names columns
_ACROSS = 0.6  # share of a table's width that a line across covers

Place = tuple[int, int]


def coloured_frames(
    frames: list[Frame], strokes: list[Segment], boxes: list[Box], glyphs: Sequence[Glyph]
) -> list[Frame]:
    """The frames, with those that no column rule crosses completed: stripes joined, down to the last rule below."""
    upright = [s for s in strokes if s.axis == "v"]
    across = [s for s in (*strokes, *box_segments(boxes)) if s.axis == "h"]
    lined = [frame for frame in frames if any(_parts(s, frame.box) for s in upright)]
    bare = sorted((f for f in frames if f not in lined), key=lambda f: (f.box.x0, f.box.top))
    tables = [frame for frame in frames if len(frame.xs) > 2 or _is_bordered(frame.box, upright)]
    whole = [_to_last_rule(_one_frame(group, across), across, tables) for group in _stripes(bare, glyphs)]
    return [*lined, *(replace(f, coloured=tuple(b for b in boxes if inside(b, f.box))) for f in whole)]


def _parts(line: Segment, box: Box) -> bool:
    """True for a column rule inside a frame; its left and right borders part nothing."""
    return box.x0 + TOUCH < line.at < box.x1 - TOUCH and line.start < box.bottom and box.top < line.end


def _is_bordered(box: Box, upright: list[Segment]) -> bool:
    """True for a box with a line drawn down its left side: a table that ends where it ends."""
    return any(
        abs(s.at - box.x0) <= TOUCH and s.start <= box.top + TOUCH and s.end >= box.bottom - TOUCH for s in upright
    )


def _stripes(frames: list[Frame], glyphs: Sequence[Glyph]) -> list[list[Frame]]:
    """Frames below each other with the same columns and at most a few rows between them, but each header starts anew."""
    groups: list[list[Frame]] = []
    for frame in frames:
        header = _first_row(groups[-1][0], glyphs) if groups else ""
        alike = bool(groups) and _same_columns(groups[-1][-1], frame) and not _names_columns(frame, glyphs)
        if alike and _first_row(frame, glyphs) != header:
            groups[-1].append(frame)
        else:
            groups.append([frame])
    return groups


def _first_row(frame: Frame, glyphs: Sequence[Glyph]) -> str:
    """The words in the first row of a frame, to tell a header that is printed again."""
    top, bottom = frame.ys[:2]
    inside = [g for g in glyphs if top <= g.y_mid <= bottom and frame.box.x0 <= g.x_mid <= frame.box.x1]
    return "".join(run_of(line).text for line in glyph_lines(inside)) or f"{top}"


def _names_columns(frame: Frame, glyphs: Sequence[Glyph]) -> bool:
    """True for a frame whose first row with words holds nothing but labels, several of them."""
    held = [g for g in glyphs if frame.box.x0 <= g.x_mid <= frame.box.x1]
    rows = ([g for g in held if top <= g.y_mid <= bottom] for top, bottom in pairwise(frame.ys))
    row = next((row for row in rows if row), [])
    cells = [block_text([g for g in row if left <= g.x_mid <= right]) for left, right in pairwise(frame.xs)]
    spoken = [label_of(text).speaks for text in cells if text]
    return len(spoken) >= _FEWEST_LABELS and all(spoken)


def _same_columns(above: Frame, below: Frame) -> bool:
    row = min(b - a for a, b in pairwise([*above.ys[-2:]])) if len(above.ys) > 1 else _STRIPE_GAP
    near = 0 <= below.box.top - above.box.bottom <= min(_STRIPE_GAP, _ROWS_BETWEEN * row) and len(above.xs) > 2
    return (
        near
        and len(above.xs) == len(below.xs)
        and all(abs(a - b) <= SAME for a, b in zip(above.xs, below.xs, strict=True))
    )


def _one_frame(group: list[Frame], across: list[Segment]) -> Frame:
    """One frame around several: columns go on through the uncoloured rows, every line across is a row's edge."""
    if len(group) == 1:
        return group[0]
    box = Box(group[0].box.x0, group[0].box.top, group[0].box.x1, group[-1].box.bottom)
    own = [s for frame in group for s in frame.segments]
    columns = sorted({round(s.at, 1) for s in own if s.axis == "v"})
    between = [Segment("v", at, a.box.bottom, b.box.top) for a, b in pairwise(group) for at in columns]
    wide = [s for s in across if box.top < s.at < box.bottom and s.length >= _ACROSS * (box.x1 - box.x0)]
    return Frame((*own, *between, *(Segment("h", s.at, box.x0, box.x1) for s in wide)), box)


def _to_last_rule(frame: Frame, across: list[Segment], tables: list[Frame]) -> Frame:
    """The table goes on down to the last of the rules that follow it at short distances, before the next of the ``tables``."""
    box = frame.box
    rows: list[float] = []
    limit = min(
        (f.box.top for f in tables if f.box.top > box.bottom and f.box.shares_width(box)),
        default=float("inf"),
    )
    below = [s for s in across if box.bottom < s.at < limit - TOUCH]
    columns = sorted({round(s.at, 1) for s in frame.segments if s.axis == "v"})
    partial = [s for s in below if _parts_some(s, columns)]
    for at in sorted({s.at for s in below if _as_wide(s, box)} | {s.at for s in partial}):
        if at - (rows[-1] if rows else box.bottom) > _STRIPE_GAP:
            break
        rows.append(at)
    if not rows or rows[-1] - box.bottom <= 3 * TOUCH:
        return frame
    upright = [Segment("v", at, box.bottom, rows[-1]) for at in columns]
    edges = [Segment("h", at, box.x0, box.x1) for at in rows]
    within = tuple(s for s in partial if s.at < rows[-1])
    return Frame((*frame.segments, *upright, *edges), Box(box.x0, box.top, box.x1, rows[-1]), partial=within)


def _parts_some(line: Segment, columns: list[float]) -> bool:
    """True for a line from one boundary of columns to another, over most of them and not all: cells beside it span its rows."""
    ends = [next((i for i, x in enumerate(columns) if abs(x - at) <= BOX_GAP), None) for at in (line.start, line.end)]
    first, last = ends
    if first is None or last is None:
        return False
    return (len(columns) - 1) / 2 < last - first < len(columns) - 1


def _as_wide(line: Segment, box: Box) -> bool:
    return abs(line.start - box.x0) <= BOX_GAP and abs(line.end - box.x1) <= BOX_GAP


def coloured_closings(
    frame: Frame, glyphs: Iterable[Glyph], xs: list[float], ys: list[float]
) -> tuple[set[Place], set[Place]]:
    """Closed sides, as ``lattice`` takes them: (boundary, row) for columns and (boundary, column) for rows.

    Every side is closed but where one coloured box lies across it; a box over a whole row of several words is a stripe,
    no spanning cell, and a word that runs across a side opens it.
    """
    written = [run for line in glyph_lines(glyphs) for run in letters_joined([run_of(word) for word in words_of(line)])]
    words = [run.box for run in written]
    columns = {(b, r) for b in range(len(xs)) for r in range(len(ys) - 1)}
    rows = {(b, c) for b in range(len(ys)) for c in range(len(xs) - 1)}
    for box in frame.coloured:
        held = [w for w in words if inside(w, box)]
        spanned = {b for b, x in enumerate(xs) if box.x0 + TOUCH < x < box.x1 - TOUCH and not _parts_words(x, held)}
        crossed = {b for b, y in enumerate(ys) if box.top + TOUCH < y < box.bottom - TOUCH}
        columns -= {(b, r) for b in spanned for r in _within(ys, box.top, box.bottom)}
        rows -= {(b, c) for b in crossed for c in _within(xs, box.x0, box.x1)}
    rows -= {place for line in frame.partial for place in _beside(line, xs, ys)}
    return columns - {place for word in written for place in _crossings(word, xs, ys)}, rows


def _beside(line: Segment, xs: list[float], ys: list[float]) -> set[Place]:
    """The sides at the height of a line that it does not close."""
    boundary = min(range(len(ys)), key=lambda b: abs(ys[b] - line.at))
    return {(boundary, c) for c, (a, b) in enumerate(pairwise(xs)) if not line.start - TOUCH <= (a + b) / 2 <= line.end}


def _parts_words(x: float, words: list[Box]) -> bool:
    """True where a boundary parts words on one line: each side holds words of its own."""
    return any(a.x1 <= x <= b.x0 and a.top < b.bottom and b.top < a.bottom for a in words for b in words)


def _within(edges: list[float], low: float, high: float) -> list[int]:
    return [i for i, (a, b) in enumerate(pairwise(edges)) if low - TOUCH <= (a + b) / 2 <= high + TOUCH]


def _crossings(word: Run, xs: list[float], ys: list[float]) -> list[Place]:
    """Sides that a word runs across by more than its edge, with no blank there at which two cells may meet."""
    box = word.box
    reach, middle = 0.9 * (box.bottom - box.top), (box.top + box.bottom) / 2
    rows = [r for r, (top, bottom) in enumerate(pairwise(ys)) if top <= middle < bottom]
    crossed = [
        b
        for b, x in enumerate(xs)
        if box.x0 + reach < x < box.x1 - reach and (_is_one(word) or not blank_near(word.glyphs, x))
    ]
    return [(b, r) for b in crossed for r in rows]


def _is_one(word: Run) -> bool:
    """True for a letter-spaced label (目　標　値): its blanks part nothing."""
    return " " in word.text and all(len(part) <= _SPACED for part in word.text.split()) and label_of(word.text).speaks

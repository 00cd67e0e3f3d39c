"""Coloured boxes that mark a word in a line of text (担当課 in a small box before its name): they rule nothing.

Belongs here: telling such a box from the cell of a table. Does not belong here: what the word says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.lines import glyph_lines
from extract.model import Box
from extract.page import Glyph
from extract.ruling import Segment, box_segments

_TIGHT = 1.45  # glyph sizes that such a box is high at most
_BADGE, _SQUARE = 2.5, 0.2  # glyph sizes that a badge is high at most, and share by which its sides differ
_NEAR = 1.5  # points between a box and a line that touch


def without_chips(boxes: Sequence[Box], strokes: Iterable[Segment], glyphs: Sequence[Glyph]) -> list[Box]:
    """The boxes but those close around words on one line that touch no other line or box."""
    lines = list(strokes)
    return [
        box
        for box in boxes
        if not (
            (_is_tight(box, glyphs) or _is_badge(box, glyphs))
            and not _is_touched(box, [*lines, *box_segments(b for b in boxes if b != box)])
        )
    ]


def _is_tight(box: Box, glyphs: Sequence[Glyph]) -> bool:
    """True for a box hardly higher than the one line of words in it."""
    held = [g for g in glyphs if box.x0 <= g.x_mid <= box.x1 and box.top <= g.y_mid <= box.bottom]
    return len(glyph_lines(held)) == 1 and box.bottom - box.top <= _TIGHT * max(glyph.size for glyph in held)


def _is_badge(box: Box, glyphs: Sequence[Glyph]) -> bool:
    """True for a box about as wide as high around one arrow or mark."""
    held = [g for g in glyphs if box.x0 <= g.x_mid <= box.x1 and box.top <= g.y_mid <= box.bottom]
    width, height = box.x1 - box.x0, box.bottom - box.top
    square = abs(width - height) <= _SQUARE * max(width, height)
    return square and len(held) == 1 and not held[0].text.isalnum() and height <= _BADGE * held[0].size


def _is_touched(box: Box, lines: Iterable[Segment]) -> bool:
    return any(_touches(box, line) for line in lines)


def _touches(box: Box, line: Segment) -> bool:
    low, high, start, end = (
        (box.top, box.bottom, box.x0, box.x1) if line.axis == "h" else (box.x0, box.x1, box.top, box.bottom)
    )
    return low - _NEAR <= line.at <= high + _NEAR and line.start <= end + _NEAR and start - _NEAR <= line.end

"""Words that begin right where the figures of the column before them end: two cells that touch.

Belongs here: parting such cells (a figure set to the right, a note set to the left). Does not belong here: columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.lines import Run, run_of
from extract.shapes import is_plain_number
from extract.text_lines import TextLine

_SAME_END = 0.8  # points by which the ends of figures set to the right differ
_FEWEST = 2  # other figures that end there


def touching_parted(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, each run parted in which bare figures end where those of other lines do and words go on."""
    ends = [run.box.x1 for line in lines for run in line.runs if is_plain_number(run.text)]
    return [TextLine(tuple(piece for run in line.runs for piece in _parted(run, ends))) for line in lines]


def _parted(run: Run, ends: Sequence[float]) -> list[Run]:
    digits = next(
        (i for i, glyph in enumerate(run.glyphs) if not is_plain_number(glyph.text) and glyph.text not in ".,"), 0
    )
    if not digits or not is_plain_number("".join(glyph.text for glyph in run.glyphs[:digits])):
        return [run]
    if sum(abs(run.glyphs[digits - 1].x1 - end) <= _SAME_END for end in ends) < _FEWEST:
        return [run]
    return [run_of(list(run.glyphs[:digits])), run_of(list(run.glyphs[digits:]))]

"""Words that begin right where the figures of the column before them end: two cells that touch.

Belongs here: parting such cells (a figure set to the right, a note set to the left). Does not belong here: columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from extract.lines import Run, run_of
from extract.shapes import is_figure, is_unit
from extract.text_lines import TextLine

_SAME_END = 0.8  # points by which the ends of figures set to the right differ
_FEWEST = 2  # other figures that end there
_SAME_START, _STARTS = 3.0, 2  # points between the starts of figures of unlike length, and such starts
_BLANK = 0.1  # gap, in sizes, between the digits of one figure at most


def touching_parted(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, each run parted in which a figure ends where those of other lines do and words go on; such figures stand alone in other
    lines, or they begin at several places, set to the right.
    """
    runs = [run for line in lines for run in line.runs]
    figures = [run_of(list(run.glyphs[:count])) for run in runs if (count := _figure(run))]
    alone = [run.box.x1 for run in runs if _figure(run) == len(run.glyphs)]
    parted = [[piece for run in line.runs for piece in _parted(run, figures, alone)] for line in lines]
    starts = [run.glyphs[at].x0 for line in parted for run in line if (at := _words_behind(run))]
    return [TextLine(tuple(piece for run in line for piece in _begun(run, starts))) for line in parted]


def _begun(run: Run, starts: Sequence[float]) -> list[Run]:
    """A run parted before words that begin where those behind the figures of other lines do, set to the left."""
    at = _words_behind(run)
    if not at or sum(abs(start - run.glyphs[at].x0) <= _SAME_END for start in starts) <= _FEWEST:
        return [run]
    return [run_of(list(run.glyphs[:at])), run_of(list(run.glyphs[at:]))]


def _words_behind(run: Run) -> int:
    """Where in a run words begin behind a figure with its unit and a little gap (1,014人 教育総務課); 0 where there are none."""
    gaps = [i for i, (a, b) in enumerate(pairwise(run.glyphs), 1) if b.x0 - a.x1 > _BLANK * a.size]
    if len(gaps) != 1:
        return 0
    head, words = run_of(list(run.glyphs[: gaps[0]])), run_of(list(run.glyphs[gaps[0] :]))
    wordy = words.text[0].isalpha() and not is_figure(words.text) and not is_unit(words.text)
    return gaps[0] if is_figure(head.text) and wordy else 0


def _parted(run: Run, figures: Sequence[Run], alone: Sequence[float]) -> list[Run]:
    count = _figure(run)
    if not 0 < count < len(run.glyphs):
        return [run]
    at = run.glyphs[count - 1].x1
    starts = [round(other.box.x0 / _SAME_START) for other in figures if abs(other.box.x1 - at) <= _SAME_END]
    set_right = len(starts) > _FEWEST and len(set(starts)) >= _STARTS
    if not set_right and sum(abs(end - at) <= _SAME_END for end in alone) < _FEWEST:
        return [run]
    return [run_of(list(run.glyphs[:count])), run_of(list(run.glyphs[count:]))]


def _figure(run: Run) -> int:
    """How many letters of a run are the bare figure with which it begins, up to the first blank."""
    gaps = (b.x0 - a.x1 > _BLANK * a.size for a, b in pairwise(run.glyphs))
    end = next((i for i, gap in enumerate(gaps, 1) if gap), len(run.glyphs))
    letters = (glyph.text for glyph in run.glyphs[:end])
    return sum(1 for _ in takewhile(lambda letter: letter.isdigit() or letter in ".,", letters))

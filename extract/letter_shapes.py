"""Letters known by their outlines: what a glyph of an open font is, though nothing in the PDF says so.

Belongs here: the fingerprint of an outline, and the letters of the known ones. Does not belong here: which glyph a code leads to
(``embedded_fonts``).
Subsetting a font renumbers its glyphs and may drop its tables, but copies the outlines point by point. ``lexicon/letter_shapes.txt``
holds the fingerprints of the letters of the open fonts that producers on Linux embed (IPAex, Noto CJK); a letter of any other font, or of
one whose points were moved, stays unknown. ``python -m tests.letter_shapes FONT…`` writes the file.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Protocol

from fontTools.pens.recordingPen import RecordingPen

_BYTES = 6  # of a fingerprint: with 50,000 known ones, one outline in five thousand million is taken for a letter that it is not


class Outline(Protocol):
    """A glyph that can be drawn; of fontTools."""

    def draw(self, pen: RecordingPen) -> None:
        """Draw the outline."""
        ...


def fingerprint(outline: Outline) -> str:
    """The outline as eight characters, nothing for a glyph without ink."""
    pen = RecordingPen()
    outline.draw(pen)
    steps = [f"{step} {_points(points)}" for step, points in pen.value]
    digest = blake2b("\n".join(steps).encode("ascii"), digest_size=_BYTES).digest()
    return b64encode(digest, b"-_").decode("ascii") if steps else ""


def _points(points: Iterable[object]) -> str:
    """The points of one step on the grid of the font; an implied one (None) as such."""
    pairs = (point for point in points if isinstance(point, tuple))
    return " ".join(f"{round(x)},{round(y)}" for x, y in pairs)


def letter_shown(outline: Outline | None) -> str:
    """The letter that an outline is known for, a blank where it has no ink, nothing where it is not known."""
    if outline is None:
        return ""
    shape = fingerprint(outline)
    return _known().get(shape, "") if shape else " "


@cache
def _known() -> dict[str, str]:
    """Letter by fingerprint; where two letters look alike, the one that the file names first."""
    text = files("extract.lexicon").joinpath("letter_shapes.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("# "))
    pairs = [(shape, line[0]) for line in lines for shape in line[1:].split()]
    return dict(reversed(pairs))

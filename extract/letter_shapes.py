"""Letters known by their outlines: what a glyph of an open font is, though nothing in the PDF says so.

Belongs here: the fingerprint of an outline, and the letters of the known ones. Does not belong here: which glyph a code leads to
(``embedded_fonts``).
Subsetting a font renumbers its glyphs and may drop its tables, but copies the outlines point by point. ``lexicon/letter_shapes.txt``
holds the fingerprints of the letters of the open fonts that producers on Linux embed (IPAex, Noto CJK); a letter of any other font, or of
one whose points were moved, stays unknown. ``python -m tests.letter_shapes FONT…`` writes the file.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Protocol

from fontTools.pens.recordingPen import RecordingPen

_MOST_GLYPHS = 3_000
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


def letters_of(outlines: Mapping[int, Outline]) -> dict[int, str]:
    """Letter by number of the glyphs whose outlines are known, as far as they are drawn within the bound; one without ink is a blank."""
    known = _known() | {"": " "}
    shapes = ((number, fingerprint(outline)) for number, outline in outlines.items())
    return {number: known[shape] for number, shape in _bounded(shapes) if shape in known}


def _bounded(shapes: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The shapes up to as many with ink as no subset of a font has: a whole font costs seconds, and names its letters itself."""
    inked = 0
    for number, shape in shapes:
        inked += bool(shape)
        if inked > _MOST_GLYPHS:
            return
        yield number, shape


@cache
def _known() -> dict[str, str]:
    """Letter by fingerprint; where two letters look alike, the one that the file names first."""
    text = files("extract.lexicon").joinpath("letter_shapes.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("# "))
    pairs = [(shape, line[0]) for line in lines for shape in line[1:].split()]
    return dict(reversed(pairs))

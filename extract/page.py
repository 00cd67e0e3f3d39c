"""One page as glyphs and graphic marks in reading coordinates: fake bold removed, sideways pages turned upright.

Belongs here: what is parsed, made uniform. Does not belong here: lines of a table, meaning of text.
Source: ``extract.parsing`` (points, /Rotate already applied), placed on the page as pdfplumber does, origin top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pdfminer.layout import LTChar, LTComponent, LTCurve, LTLine, LTRect
from pdfplumber.page import Page

from extract.folding import fold_printed
from extract.model import Box
from extract.parsing import parse

Turn = Literal["none", "left", "right", "over"]
_DUPLICATE_TOLERANCE = 1.5  # points between the copies of a glyph that is drawn several times to look bold
_BUCKET = 4.0  # points: glyphs are looked up by the square that they lie in
_SAMPLE = 400  # glyphs looked at to tell which way a page is written


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character in reading coordinates.

    ``upright`` is false for a character that lies on its side, ``spaced`` is true where a blank is printed after it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    upright: bool
    spaced: bool = False

    @property
    def x_mid(self) -> float:
        """Horizontal centre."""
        return (self.x0 + self.x1) / 2

    @property
    def y_mid(self) -> float:
        """Vertical centre."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawn line or rectangle in reading coordinates; ``stroked`` and ``filled`` count visible paint only."""

    x0: float
    top: float
    x1: float
    bottom: float
    stroked: bool
    filled: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything of one page that reading needs; ``turn`` tells how reading coordinates lie on the page.

    ``plates`` are white boxes: they rule nothing, but a card may be one on a coloured ground.
    """

    number: int
    width: float
    height: float
    turn: Turn
    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...]
    plates: tuple[Mark, ...] = ()

    def on_page(self, box: Box) -> Box:
        """A box in reading coordinates, as a box on the page as it is shown."""
        return _unturn(box, self.turn, self.width, self.height)


@dataclass(frozen=True, slots=True)
class _Place:
    """How parsed coordinates lie on the page: its size, its corner as pdfplumber states it, the turn of its writing."""

    width: float
    height: float
    left: float
    top: float
    turn: Turn


def page_content(page: Page) -> PageContent:
    """The glyphs and marks of a pdfplumber page.

    Raises ``extract.parsing.PageNotParsed`` where the page is broken or draws more than a page may.
    """
    parsed = parse(page)
    chars = _without_copies(parsed.chars)
    place = _Place(float(page.width), float(page.height), page.mediabox[0], page.mediabox[1], _turn_of(chars))
    glyphs = tuple(_glyph(char, after, place) for char, after in _with_blanks(chars))
    shapes = sorted(parsed.shapes, key=_shape_order)
    drawn = [(shape, _mark(shape, place)) for shape in shapes]
    marks = tuple(mark for _, mark in drawn if mark.stroked or mark.filled)
    plates = tuple(mark for shape, mark in drawn if shape.fill and not mark.stroked and not mark.filled)
    return PageContent(page.page_number, place.width, place.height, place.turn, glyphs, marks, plates)


def _shape_order(shape: LTCurve) -> int:
    """Lines, then rectangles, then curves, each in the order of the file."""
    return 0 if isinstance(shape, LTLine) else 1 if isinstance(shape, LTRect) else 2


def _with_blanks(chars: list[LTChar]) -> list[tuple[LTChar, bool]]:
    """Each printed character with whether a blank follows it in the file; the blanks themselves are left out."""
    printed: list[tuple[LTChar, bool]] = []
    for char in chars:
        if char.get_text().strip():
            printed.append((char, False))
        elif printed and abs(printed[-1][0].y1 - char.y1) < 0.5 * char.size:
            printed[-1] = (printed[-1][0], True)
    return printed


def _without_copies(chars: list[LTChar]) -> list[LTChar]:
    """The characters, each once, though a producer may draw a glyph two to four times to embolden it."""
    kept: list[LTChar] = []
    seen: dict[tuple[str, int, int], list[LTChar]] = {}
    for char in chars:
        text = char.get_text()
        if any(_is_copy(char, other) for place in _places_near(char) for other in seen.get((text, *place), ())):
            continue
        seen.setdefault((text, int(char.x0 // _BUCKET), int(char.y1 // _BUCKET)), []).append(char)
        kept.append(char)
    return kept


def _places_near(char: LTChar) -> list[tuple[int, int]]:
    """The buckets in which a copy of a character can lie: mostly its own alone."""
    columns = {int((char.x0 + shift) // _BUCKET) for shift in (-_DUPLICATE_TOLERANCE, _DUPLICATE_TOLERANCE)}
    rows = {int((char.y1 + shift) // _BUCKET) for shift in (-_DUPLICATE_TOLERANCE, _DUPLICATE_TOLERANCE)}
    return [(column, row) for column in columns for row in rows]


def _is_copy(char: LTChar, other: LTChar) -> bool:
    near = min(_DUPLICATE_TOLERANCE, 0.3 * (char.size or 1.0))
    return abs(char.x0 - other.x0) <= near and abs(char.y1 - other.y1) <= near


def _turn_of(chars: list[LTChar]) -> Turn:
    """Which way most characters are written: upright, rising (left), falling (right) or upside down (over)."""
    step = max(1, len(chars) // _SAMPLE)
    sample = chars[::step]
    sideways = [char.matrix[1] for char in sample if _lies(char)]
    if len(sideways) * 2 <= len(sample):
        upside_down = sum(not _lies(char) and char.matrix[0] < 0 for char in sample)
        return "over" if upside_down * 2 > len(sample) else "none"
    return "left" if sum(b > 0 for b in sideways) * 2 > len(sideways) else "right"


def _lies(char: LTChar) -> bool:
    """True for a character on its side (pdfminer's ``upright`` fails where a producer writes cos 90° as 6e-17)."""
    a, b = char.matrix[:2]
    return abs(b) > abs(a)


def _turned(x0: float, top: float, x1: float, bottom: float, turn: Turn, width: float, height: float) -> Box:
    if turn == "left":
        return Box(height - bottom, x0, height - top, x1)
    if turn == "right":
        return Box(top, width - x1, bottom, width - x0)
    if turn == "over":
        return Box(width - x1, height - bottom, width - x0, height - top)
    return Box(x0, top, x1, bottom)


def _unturn(box: Box, turn: Turn, width: float, height: float) -> Box:
    if turn == "left":
        return Box(box.top, height - box.x1, box.bottom, height - box.x0)
    if turn == "right":
        return Box(width - box.bottom, box.x0, width - box.top, box.x1)
    if turn == "over":
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    return box


def _box(thing: LTComponent, place: _Place) -> Box:
    """The box of a parsed object in reading coordinates."""
    top = place.height - thing.y1 + place.top
    bottom = place.height - thing.y0 + place.top
    return _turned(thing.x0 + place.left, top, thing.x1 + place.left, bottom, place.turn, place.width, place.height)


def _glyph(char: LTChar, spaced: bool, place: _Place) -> Glyph:
    box = _box(char, place)
    upright = _lies(char) == (place.turn in ("left", "right"))
    size = box.bottom - box.top if upright else box.x1 - box.x0
    return Glyph(fold_printed(char.get_text()), box.x0, box.top, box.x1, box.bottom, size, upright, spaced)


def _mark(shape: LTCurve, place: _Place) -> Mark:
    box = _box(shape, place)
    stroked = shape.stroke and not _is_white(shape.stroking_color)
    filled = shape.fill and not _is_white(shape.non_stroking_color)
    return Mark(box.x0, box.top, box.x1, box.bottom, stroked, filled)


def _is_white(colour: object) -> bool:
    """True for paper white in grey, RGB or CMYK; a pattern or an unknown colour space counts as visible."""
    if isinstance(colour, (int, float)):
        return bool(colour > 0.99)
    if not isinstance(colour, (tuple, list)) or not all(isinstance(part, (int, float)) for part in colour):
        return False
    if len(colour) == 4:
        return bool(max(colour) < 0.01)
    return len(colour) in (1, 3) and bool(min(colour) > 0.99)

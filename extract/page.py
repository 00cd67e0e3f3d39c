"""One page as glyphs and graphic marks in reading coordinates: fake bold removed, sideways pages turned upright.

Belongs here: what is parsed, made uniform. Does not belong here: lines of a table, meaning of text.
Source: ``extract.parsing`` (points, /Rotate already applied), placed on the page as pdfplumber does, origin top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from pdfplumber.page import Page

from extract.chars import Char
from extract.folding import fold_printed
from extract.model import Box
from extract.parsing import parse
from extract.paths import Form, Shape

Turn = Literal["none", "left", "right", "over"]
Edges = tuple[float, float, float, float]
"""Left, upper, right and lower edge in reading coordinates."""
_ORDER: tuple[Form, ...] = (
    "line",
    "rectangle",
    "curve",
)  # of the shapes of a page, and of each in the order of the file
_DUPLICATE_TOLERANCE = 1.5  # points between the copies of a glyph that is drawn several times to look bold
_BUCKET = 24.0  # points: glyphs are looked up by the square that they lie in
_SAMPLE = 400  # glyphs looked at to tell which way a page is written


class Glyph(NamedTuple):
    """One character in reading coordinates; made by ``glyph_at``.

    ``upright`` is false for a character that lies on its side, ``spaced`` is true where a blank is printed after it, ``rising``
    where such a line is read from its lower end upwards.
    ``x_mid`` and ``y_mid`` are its centre: kept, since nothing of a page is asked for as often.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    upright: bool
    spaced: bool
    x_mid: float
    y_mid: float
    rising: bool = False


def glyph_at(
    text: str, x0: float, top: float, x1: float, bottom: float, size: float, upright: bool = True, spaced: bool = False
) -> Glyph:
    """The glyph of a character that fills a box."""
    return Glyph(text, x0, top, x1, bottom, size, upright, spaced, (x0 + x1) / 2, (top + bottom) / 2)


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
    shapes = sorted(parsed.shapes, key=lambda shape: _ORDER.index(shape.form))
    drawn = [(shape, _mark(shape, place)) for shape in shapes]
    marks = tuple(mark for _, mark in drawn if mark.stroked or mark.filled)
    plates = tuple(mark for shape, mark in drawn if shape.fill and not mark.stroked and not mark.filled)
    return PageContent(page.page_number, place.width, place.height, place.turn, glyphs, marks, plates)


def _with_blanks(chars: list[Char]) -> list[tuple[Char, bool]]:
    """Each printed character with whether a blank follows it in the file; the blanks themselves are left out."""
    printed: list[tuple[Char, bool]] = []
    for char in chars:
        if char.text.strip():
            printed.append((char, False))
        elif printed and abs(printed[-1][0].y1 - char.y1) < 0.5 * char.size:
            printed[-1] = (printed[-1][0], True)
    return printed


def _without_copies(chars: list[Char]) -> list[Char]:
    """The characters, each once, though a producer may draw a glyph two to four times to embolden it."""
    kept: list[Char] = []
    seen: dict[tuple[str, int, int], list[Char]] = {}
    for char in chars:
        near = [other for place in _places_near(char) for other in seen.get(place, ())]
        if near and any(_is_copy(char, other) for other in near):
            continue
        seen.setdefault((char.text, int(char.x0 // _BUCKET), int(char.y1 // _BUCKET)), []).append(char)
        kept.append(char)
    return kept


def _places_near(char: Char) -> list[tuple[str, int, int]]:
    """The buckets in which a copy of a character can lie: mostly its own alone."""
    text, x, y = char.text, char.x0, char.y1
    left, right = int((x - _DUPLICATE_TOLERANCE) // _BUCKET), int((x + _DUPLICATE_TOLERANCE) // _BUCKET)
    low, high = int((y - _DUPLICATE_TOLERANCE) // _BUCKET), int((y + _DUPLICATE_TOLERANCE) // _BUCKET)
    places = [(text, left, low)]
    if left != right:
        places.append((text, right, low))
    return places if low == high else places + [(text, column, high) for _, column, _ in places]


def _is_copy(char: Char, other: Char) -> bool:
    near = min(_DUPLICATE_TOLERANCE, 0.3 * (char.size or 1.0))
    return abs(char.x0 - other.x0) <= near and abs(char.y1 - other.y1) <= near


def _turn_of(chars: list[Char]) -> Turn:
    """Which way most characters are written: upright, rising (left), falling (right) or upside down (over)."""
    step = max(1, len(chars) // _SAMPLE)
    sample = chars[::step]
    sideways = [char.matrix[1] for char in sample if _lies(char)]
    if len(sideways) * 2 <= len(sample):
        upside_down = sum(not _lies(char) and char.matrix[0] < 0 for char in sample)
        return "over" if upside_down * 2 > len(sample) else "none"
    return "left" if sum(b > 0 for b in sideways) * 2 > len(sideways) else "right"


def _lies(char: Char) -> bool:
    """True for a character on its side (pdfminer's ``upright`` fails where a producer writes cos 90° as 6e-17)."""
    matrix = char.matrix
    return abs(matrix[1]) > abs(matrix[0])


def _turned(x0: float, top: float, x1: float, bottom: float, place: _Place) -> Edges:
    if place.turn == "left":
        return place.height - bottom, x0, place.height - top, x1
    if place.turn == "right":
        return top, place.width - x1, bottom, place.width - x0
    if place.turn == "over":
        return place.width - x1, place.height - bottom, place.width - x0, place.height - top
    return x0, top, x1, bottom


def _unturn(box: Box, turn: Turn, width: float, height: float) -> Box:
    if turn == "left":
        return Box(box.top, height - box.x1, box.bottom, height - box.x0)
    if turn == "right":
        return Box(width - box.bottom, box.x0, width - box.top, box.x1)
    if turn == "over":
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    return box


def _edges(thing: Char | Shape, place: _Place) -> Edges:
    """The box of a parsed object in reading coordinates."""
    top = place.height - thing.y1 + place.top
    bottom = place.height - thing.y0 + place.top
    return _turned(thing.x0 + place.left, top, thing.x1 + place.left, bottom, place)


def _glyph(char: Char, spaced: bool, place: _Place) -> Glyph:
    x0, top, x1, bottom = _edges(char, place)
    upright = _lies(char) == (place.turn in ("left", "right"))
    size = bottom - top if upright else x1 - x0
    glyph = glyph_at(fold_printed(char.text), x0, top, x1, bottom, size, upright, spaced)
    return glyph if upright else glyph._replace(rising=_rises(char, place.turn))


def _rises(char: Char, turn: Turn) -> bool:
    """True for a character on its side whose line goes upwards once the page is turned."""
    along = char.matrix[1] if turn in ("none", "over") else char.matrix[0]
    return along > 0 if turn in ("none", "right") else along < 0


def _mark(shape: Shape, place: _Place) -> Mark:
    stroked = shape.stroke and not _is_white(shape.stroking_color)
    filled = shape.fill and not _is_white(shape.non_stroking_color)
    return Mark(*_edges(shape, place), stroked, filled)


def _is_white(colour: object) -> bool:
    """True for paper white in grey, RGB or CMYK; a pattern or an unknown colour space counts as visible."""
    if isinstance(colour, (int, float)):
        return bool(colour > 0.99)
    if not isinstance(colour, (tuple, list)) or not all(isinstance(part, (int, float)) for part in colour):
        return False
    if len(colour) == 4:
        return bool(max(colour) < 0.01)
    return len(colour) in (1, 3) and bool(min(colour) > 0.99)

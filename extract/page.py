"""One page as glyphs and graphic marks in reading coordinates: fake bold removed, sideways pages turned upright.

Belongs here: what pdfplumber gives, made uniform. Does not belong here: lines of a table, meaning of text.
Source: pdfplumber's ``chars``, ``lines``, ``rects`` and ``curves`` (points, origin top left, /Rotate already applied).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pdfplumber.page import Page

from extract.folding import fold_printed
from extract.model import Box

Turn = Literal["none", "left", "right", "over"]
_DUPLICATE_TOLERANCE = 1.5  # points between the copies of a glyph that is drawn several times to look bold
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
    """Everything of one page that reading needs; ``turn`` tells how reading coordinates lie on the page."""

    number: int
    width: float
    height: float
    turn: Turn
    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...]

    def on_page(self, box: Box) -> Box:
        """A box in reading coordinates, as a box on the page as it is shown."""
        return _unturn(box, self.turn, self.width, self.height)


def page_content(page: Page) -> PageContent:
    """The glyphs and marks of a pdfplumber page."""
    chars = _without_copies(page)
    turn = _turn_of(chars)
    width, height = float(page.width), float(page.height)
    glyphs = tuple(_glyph(char, after, turn, width, height) for char, after in _with_blanks(chars))
    marks = tuple(_mark(obj, turn, width, height) for obj in [*page.lines, *page.rects, *page.curves])
    return PageContent(page.page_number, width, height, turn, glyphs, tuple(m for m in marks if m.stroked or m.filled))


def _with_blanks(chars: list[dict[str, Any]]) -> list[tuple[dict[str, Any], bool]]:
    """Each printed character with whether a blank follows it in the file; the blanks themselves are left out."""
    printed: list[tuple[dict[str, Any], bool]] = []
    for char in chars:
        if char["text"].strip():
            printed.append((char, False))
        elif printed and abs(printed[-1][0]["top"] - char["top"]) < 0.5 * char["size"]:
            printed[-1] = (printed[-1][0], True)
    return printed


def _without_copies(page: Page) -> list[dict[str, Any]]:
    """The page's characters, each once, though a producer may draw a glyph two to four times to embolden it."""
    kept: list[dict[str, Any]] = []
    seen: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    for char in page.chars:
        column, row = int(char["x0"] // 4), int(char["top"] // 4)
        if any(_is_copy(char, other) for other in _neighbours(seen, char["text"], column, row)):
            continue
        seen.setdefault((char["text"], column, row), []).append(char)
        kept.append(char)
    return kept


def _neighbours(
    seen: dict[tuple[str, int, int], list[dict[str, Any]]], text: str, column: int, row: int
) -> list[dict[str, Any]]:
    places = ((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    return [char for place in places for char in seen.get((text, *place), ())]


def _is_copy(char: dict[str, Any], other: dict[str, Any]) -> bool:
    near = min(_DUPLICATE_TOLERANCE, 0.3 * float(char["size"] or 1))
    return bool(abs(char["x0"] - other["x0"]) <= near and abs(char["top"] - other["top"]) <= near)


def _turn_of(chars: list[dict[str, Any]]) -> Turn:
    """Which way most characters are written: upright, rising (left), falling (right) or upside down (over)."""
    step = max(1, len(chars) // _SAMPLE)
    sample = chars[::step]
    sideways = [char["matrix"][1] for char in sample if _lies(char)]
    if len(sideways) * 2 <= len(sample):
        upside_down = sum(not _lies(char) and char["matrix"][0] < 0 for char in sample)
        return "over" if upside_down * 2 > len(sample) else "none"
    return "left" if sum(b > 0 for b in sideways) * 2 > len(sideways) else "right"


def _lies(char: dict[str, Any]) -> bool:
    """True for a character on its side (pdfplumber's ``upright`` fails where a producer writes cos 90° as 6e-17)."""
    a, b = char["matrix"][:2]
    return bool(abs(b) > abs(a))


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


def _glyph(char: dict[str, Any], spaced: bool, turn: Turn, width: float, height: float) -> Glyph:
    box = _turned(char["x0"], char["top"], char["x1"], char["bottom"], turn, width, height)
    upright = _lies(char) == (turn in ("left", "right"))
    size = box.bottom - box.top if upright else box.x1 - box.x0
    return Glyph(fold_printed(char["text"]), box.x0, box.top, box.x1, box.bottom, size, upright, spaced)


def _mark(obj: dict[str, Any], turn: Turn, width: float, height: float) -> Mark:
    box = _turned(obj["x0"], obj["top"], obj["x1"], obj["bottom"], turn, width, height)
    stroked = bool(obj.get("stroke")) and not _is_white(obj.get("stroking_color"))
    filled = bool(obj.get("fill")) and not _is_white(obj.get("non_stroking_color"))
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

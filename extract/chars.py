"""Single characters as a font and a text matrix place them.

Belongs here: what ``pdfminer.layout.LTChar`` works out of a character, as far as reading needs it. Does not belong here: the order of
characters, pages. A page has thousands, and a font says the same of each that is printed again: it is asked once.
Source: ISO 32000-1, 9.4.4 (text space) and 9.7.4.3 (vertical writing); the sums are those of pdfminer, to the last digit.
"""

from __future__ import annotations

from typing import NamedTuple, cast

from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.utils import Matrix, Rect, apply_matrix_rect


class Char(NamedTuple):
    """One character on a page; origin bottom left, ``size`` along its line's height."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    matrix: Matrix


class Letter(NamedTuple):
    """What a font says of one of its codes: text, width and descent per unit of size, how far its middle lies aside if it is
    written downwards."""

    text: str
    width: float
    descent: float
    aside: tuple[float | None, float] | None


def letter_of(font: PDFFont, cid: int) -> Letter:
    """What a font says of a code; the text of one that it cannot name is ``(cid:12)``."""
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        text = f"(cid:{cid})"
    aside = cast("tuple[float | None, float]", font.char_disp(cid)) if font.is_vertical() else None
    return Letter(text, font.char_width(cid), font.get_descent(), aside)


def char_at(letter: Letter, matrix: Matrix, size: float, rise: float, advance: float) -> Char:
    """A letter in its place; ``advance`` is how far it moves the next one."""
    if letter.aside is None:
        low = letter.descent * size + rise
        x0, y0, x1, y1 = _on_page(matrix, (0, low, advance, low + size))
        return Char(letter.text, x0, y0, x1, y1, y1 - y0, matrix)
    x0, y0, x1, y1 = _on_page(matrix, _downwards(letter.aside, size, rise, advance))
    return Char(letter.text, x0, y0, x1, y1, x1 - x0, matrix)


def _downwards(aside: tuple[float | None, float], size: float, rise: float, advance: float) -> Rect:
    """The box of a letter that is written downwards, in text space."""
    left = size * 0.5 if aside[0] is None else aside[0] * size * 0.001
    top = (1000 - aside[1]) * size * 0.001 + rise
    return -left, top + advance, size - left, top


def _on_page(matrix: Matrix, box: Rect) -> Rect:
    """A box of text space on the page: the smallest upright one around it."""
    a, b, c, d, e, f = matrix
    if b or c:
        return apply_matrix_rect(matrix, box)
    x0, y0, x1, y1 = a * box[0] + e, d * box[1] + f, a * box[2] + e, d * box[3] + f
    if x0 > x1:
        x0, x1 = x1, x0
    return (x0, y0, x1, y1) if y0 <= y1 else (x0, y1, x1, y0)

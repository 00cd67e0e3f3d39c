"""Pages without a text to trust, read from their picture: recognised words become the glyphs of an ordinary page.

Belongs here: the order of the steps, and the engine that they need. Does not belong here: how a picture is looked at
(``ocr_picture``), which engine reads it (``ocr_tesseract``), what the words mean (the same readers as ever).
Every cell of a ruled table is read as a picture of its own: rules beside letters are what misleads an engine most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pypdfium2

from extract.folding import fold_printed
from extract.lattice import lattice_grids
from extract.lines import runs
from extract.page import Glyph, PageContent, glyph_at

if TYPE_CHECKING:
    from PIL.Image import Image

    from extract.ocr_picture import Piece


_APART = 1.0  # gap, in glyph sizes, between the words of two cells
_CLOSE = 0.7  # gap, in heights of the line, up to which words belong together


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word, in pixels of the picture that it was read from: its left and right, its line's top and bottom."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Engine(Protocol):
    """What reads pictures of text."""

    def read(self, pictures: Sequence[Image]) -> list[list[Word]]:
        """The words of each picture, in its order."""
        ...


def recognised_pages(path: Path, numbers: Iterable[int], engine: Engine) -> Iterator[PageContent]:
    """The pages of these numbers (counted from 1) as an engine reads their pictures, in points as ever."""
    with pypdfium2.PdfDocument(path) as pdf:
        for number in numbers:
            page = pdf[number - 1]
            yield _recognised(page, number, engine)
            page.close()


def page_text(content: PageContent) -> str:
    """The text of a recognised page, a line for each run of words: enough to tell whether the page is worth reading."""
    return "\n".join(run.text for run in runs(content.glyphs, _APART))


def _recognised(page: pypdfium2.PdfPage, number: int, engine: Engine) -> PageContent:
    # Loaded only here: reading without an engine needs neither.
    from extract.ocr_picture import pieces, rules, straight_picture

    straight = straight_picture(page)
    picture, scale = straight.picture, straight.scale
    width, height = page.get_size()
    frame = PageContent(number, width, height, "none", (), tuple(rules(picture, scale)))
    cells = [cell.box for grid in lattice_grids(frame) for cell in grid.cells]
    parts = pieces(picture, scale, cells)
    words = engine.read([part.picture for part in parts])
    glyphs = [
        g for part, found in zip(parts, words, strict=True) for run in _runs(found) for g in _glyphs(run, part, scale)
    ]
    return PageContent(number, width, height, "none", tuple(glyphs), frame.marks)


def _runs(words: Sequence[Word]) -> Iterator[Word]:
    """Words that follow each other closely on one line as one: engines cut Japanese wherever they like."""
    run: Word | None = None
    for word in words:
        if run is not None and (run.top, run.bottom) == (word.top, word.bottom) and _follows(run, word):
            run = Word(run.text + _between(run, word) + word.text, run.x0, run.top, max(run.x1, word.x1), run.bottom)
            continue
        if run is not None:
            yield run
        run = word
    if run is not None:
        yield run


def _follows(run: Word, word: Word) -> bool:
    return word.x0 - run.x1 <= _CLOSE * (run.bottom - run.top)


def _between(run: Word, word: Word) -> str:
    return " " if run.text[-1].isascii() and word.text[0].isascii() else ""


def _glyphs(run: Word, piece: Piece, scale: float) -> Iterator[Glyph]:
    """The characters of a run, which share its width: a Latin one takes half of what a Japanese one takes."""
    left, top = (piece.left + run.x0) / scale, (piece.top + run.top) / scale
    bottom = (piece.top + run.bottom) / scale
    widths = [1 if char.isascii() else 2 for char in run.text]
    step = (run.x1 - run.x0) / scale / sum(widths)
    ends = [left + step * end for end in accumulate(widths)]
    for char, width, end in zip(fold_printed(run.text), widths, ends, strict=True):
        if char != " ":
            yield glyph_at(char, end - step * width, top, end, bottom, bottom - top)

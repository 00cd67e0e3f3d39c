"""Scanned pages with a hidden text: the ruling lines of the picture brought together with the characters written under it.

Belongs here: the rules that only the picture shows. Does not belong here: pages without text (``ocr``), what the lines mean.
A page that lies askew on the glass is set straight, its characters with it where they lie on the picture's ink as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import cos, radians, sin
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from extract.ocr_picture import Straight, rules, straight_picture
from extract.page import Glyph, PageContent, glyph_at

_DOTS_PER_INCH = 150  # enough to see lines
_DARK = 175  # of 255: thin lines that were turned are grey
_SAMPLE = 300  # characters by which the two ways that they may lie are compared


def with_pictured_rules(path: Path, contents: Iterable[PageContent]) -> list[PageContent]:
    """The pages with the lines of their pictures as marks; a page that was turned for reading stays as it is."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [_with_rules(pdf, content) if content.turn == "none" else content for content in contents]


def _with_rules(pdf: pypdfium2.PdfDocument, content: PageContent) -> PageContent:
    page = pdf[content.number - 1]
    straight = straight_picture(page, _DOTS_PER_INCH, Image.Resampling.BILINEAR)
    page.close()
    marks = tuple(rules(straight.picture, straight.scale, _DARK))
    return replace(content, glyphs=_on_ink(content, straight), marks=(*content.marks, *marks))


def _on_ink(content: PageContent, straight: Straight) -> tuple[Glyph, ...]:
    """The characters as they lie, or turned with the picture: whichever covers more of its ink."""
    turned = tuple(_turned(glyph, straight.angle, content) for glyph in content.glyphs) if straight.angle else ()
    shades = np.asarray(straight.picture)
    ways = [content.glyphs, turned] if turned else [content.glyphs]
    return min(ways, key=lambda glyphs: _brightness(glyphs, shades, straight.scale))


def _turned(glyph: Glyph, angle: float, content: PageContent) -> Glyph:
    """A character moved as a turn of the page around its middle moves it, itself kept upright."""
    x, y = glyph.x_mid - content.width / 2, glyph.y_mid - content.height / 2
    along, across = cos(radians(angle)), sin(radians(angle))
    dx, dy = x * along + y * across - x, y * along - x * across - y
    return glyph_at(
        glyph.text,
        glyph.x0 + dx,
        glyph.top + dy,
        glyph.x1 + dx,
        glyph.bottom + dy,
        glyph.size,
        glyph.upright,
        glyph.spaced,
    )._replace(rising=glyph.rising)


def _brightness(glyphs: Sequence[Glyph], shades: NDArray[np.uint8], scale: float) -> float:
    """The mean shade below a sample of characters, 0 for ink and 255 for paper."""
    sample = glyphs[:: max(1, len(glyphs) // _SAMPLE)]
    boxes = (shades[_pixels(g.top, g.bottom, scale), _pixels(g.x0, g.x1, scale)] for g in sample)
    means = [float(box.mean()) for box in boxes if box.size]
    return sum(means) / len(means) if means else 255.0


def _pixels(start: float, end: float, scale: float) -> slice:
    return slice(max(round(start * scale), 0), max(round(end * scale), 0))

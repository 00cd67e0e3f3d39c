"""The picture of a page: set straight, its ruling lines found, cut into the pieces that are read one by one.

Belongs here: pixels. Does not belong here: recognition of text, tables. Needs numpy and Pillow, which come with others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import radians, tan

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from extract.model import Box
from extract.page import Mark

Pixels = NDArray[np.bool_]

DOTS_TO_READ = 400
"""Dots per inch at which engines read letters."""
_SMALL = 400  # pixels across of a picture in which the angle of a page still shows
_MOST_PIXELS = 40_000_000  # a larger page is looked at less closely
_DARK = 140  # of 255: darker is ink
_LONG = 18.0  # points: ink in a row over this length is a line, not a stroke of a letter
_THIN = 3.0  # points: ink that is thicker across is an area, not a line
_INSET = 1.2  # points by which a cell is cut smaller than its rules
_MARGIN = 20  # white pixels around a piece: engines misread letters that touch the edge
_INK = 20  # dark pixels from which a piece holds something
_ROWS = 256  # rows that are worked on at a time, to bound the memory
_MOST_ASKEW, _STEP, _FINE = (
    20,
    4,
    1,
)  # tenths of a degree by which a page may lie askew, and between the angles that are tried
_CLEARLY = 1.05  # how much sharper the lines of a turned page must be


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a picture; a pixel of it lies ``left`` and ``top`` pixels farther on in the whole."""

    picture: Image.Image
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Straight:
    """A page in shades of grey, turned against the ``angle`` (degrees) at which it was scanned, ``scale`` pixels to a point."""

    picture: Image.Image
    scale: float
    angle: float


@dataclass(frozen=True, slots=True)
class _Ink:
    """The dark pixels of a picture: each one's row, its distance from the middle, its darkness (0 to 255); rows in all."""

    down: NDArray[np.int64]
    along: NDArray[np.float64]
    darkness: NDArray[np.float64]
    height: int


def straight_picture(
    page: pypdfium2.PdfPage, dots_per_inch: int = DOTS_TO_READ, by: Image.Resampling = Image.Resampling.BICUBIC
) -> Straight:
    """The picture of an open page, set straight; turned ``by`` the cheaper way where only its lines are looked for."""
    width, height = page.get_size()
    most = (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5
    scale = min(dots_per_inch / 72, most)
    picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    angle = _askew(picture)
    turned = picture.rotate(angle, by, fillcolor=255) if angle else picture
    return Straight(turned, scale, angle)


def _askew(whole: Image.Image) -> float:
    """The angle at which rows of ink and rows of paper are told apart best; none unless it is clearly better."""
    ink = _ink_of(whole.reduce(round(min(whole.size) / _SMALL)) if min(whole.size) > 2 * _SMALL else whole)
    sharpness = {tenths: _sharpness(ink, tenths / 10) for tenths in range(-_MOST_ASKEW, _MOST_ASKEW + 1, _STEP)}
    near = max(sharpness, key=lambda tenths: sharpness[tenths])
    sharpness |= {tenths: _sharpness(ink, tenths / 10) for tenths in range(near - _STEP + 1, near + _STEP, _FINE)}
    best = max(sharpness, key=lambda tenths: sharpness[tenths])
    return best / 10 if sharpness[best] > _CLEARLY * sharpness[0] else 0.0


def _ink_of(picture: Image.Image) -> _Ink:
    darkness = 255 - np.asarray(picture, dtype=np.float64)
    down, along = np.nonzero(darkness > 255 - _DARK)
    return _Ink(down, (along - picture.width / 2).astype(np.float64), darkness[down, along], picture.height)


def _sharpness(ink: _Ink, angle: float) -> float:
    """How much the rows differ from their neighbours where the picture is turned by the angle (degrees, against the clock)."""
    rows = np.rint(ink.down - ink.along * tan(radians(angle))).astype(np.int64).clip(0, ink.height - 1)
    return float(np.square(np.diff(np.bincount(rows, weights=ink.darkness, minlength=ink.height))).sum())


def rules(picture: Image.Image, scale: float, dark: int = _DARK) -> list[Mark]:
    """The ruling lines of a picture as marks in points, each row of pixels one mark; what is darker than ``dark`` is ink."""
    across, down = _ruled(picture, scale, dark)
    flat = [(row, start, end) for row, start, end in _stretches(across)]
    tall = [(column, start, end) for column, start, end in _stretches(down.T)]
    return [
        *(Mark(start / scale, row / scale, end / scale, (row + 1) / scale, True, False) for row, start, end in flat),
        *(Mark(col / scale, start / scale, (col + 1) / scale, end / scale, True, False) for col, start, end in tall),
    ]


def pieces(picture: Image.Image, scale: float, cells: Sequence[Box]) -> list[Piece]:
    """A piece for each cell that holds ink (boxes in points), and the page without its cells and rules."""
    rest = _without_rules(picture, scale)
    parts: list[Piece] = []
    for cell in cells:
        edges = (cell.x0 + _INSET, cell.top + _INSET, cell.x1 - _INSET, cell.bottom - _INSET)
        left, top, right, bottom = (round(edge * scale) for edge in edges)
        if left < right and top < bottom:
            parts.append(_piece(picture.crop((left, top, right, bottom)), left, top))
            rest.paste(255, (left, top, right, bottom))
    return [part for part in [*parts, _piece(rest, 0, 0)] if int(_ink(part.picture).sum()) >= _INK]


def _piece(picture: Image.Image, left: int, top: int) -> Piece:
    return Piece(ImageOps.expand(picture, _MARGIN, 255), left - _MARGIN, top - _MARGIN)


def _without_rules(picture: Image.Image, scale: float) -> Image.Image:
    across, down = _ruled(picture, scale)
    lines = Image.fromarray(across | down).convert("L").filter(ImageFilter.MaxFilter(5))
    cleaned = picture.copy()
    cleaned.paste(255, (0, 0), lines)
    return cleaned


def _ruled(picture: Image.Image, scale: float, dark: int = _DARK) -> tuple[Pixels, Pixels]:
    """The pixels of lines across and of lines down: long one way, thin the other."""
    ink = _ink(picture, dark)
    long, thick = round(_LONG * scale), round(_THIN * scale)
    across = _in_runs(ink, long) & ~_in_runs(ink.T, thick).T
    down = _in_runs(ink.T, long).T & ~_in_runs(ink, thick)
    return across, down


def _ink(picture: Image.Image, dark: int = _DARK) -> Pixels:
    return np.asarray(picture) < dark


def _in_runs(ink: Pixels, least: int) -> Pixels:
    """The pixels that lie in dark stretches of a row of at least this length."""
    found = np.zeros(ink.shape, dtype=np.bool_)
    for row in range(0, ink.shape[0], _ROWS):
        found[row : row + _ROWS] = _rows_in_runs(ink[row : row + _ROWS], least)
    return found


def _rows_in_runs(ink: Pixels, least: int) -> Pixels:
    """Shrunk to where such a stretch starts, in steps that double, and grown again over it."""
    found = np.zeros(ink.shape, dtype=np.bool_)
    if ink.shape[1] < least:
        return found
    starts = ink
    for step in _doubling(least):
        starts = starts[:, :-step] & starts[:, step:]
    found[:, : starts.shape[1]] = starts
    for step in _doubling(least):
        found[:, step:] |= found[:, :-step]
    return found


def _doubling(least: int) -> Iterator[int]:
    """Steps that add up to one less than the length, none longer than those before it and one more."""
    reach = 1
    while reach < least:
        step = min(reach, least - reach)
        yield step
        reach += step


def _stretches(lines: Pixels) -> Iterator[tuple[int, int, int]]:
    """Row, first and end column of every stretch."""
    for row in np.flatnonzero(lines.any(axis=1)):
        changes = np.diff(np.concatenate([[0], lines[row].astype(np.int8), [0]]))
        for start, end in zip(np.flatnonzero(changes == 1), np.flatnonzero(changes == -1), strict=True):
            yield int(row), int(start), int(end)

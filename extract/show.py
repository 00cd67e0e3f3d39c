"""A page as a picture with boxes of what was read on it, for people who check a reading.

Belongs here: drawing. Does not belong here: reading, and which boxes there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from pdfplumber.display import PageImage
from PIL.Image import Image

from extract.intake import open_checks
from extract.model import Box

_RESOLUTION = 110  # dots per inch: a page of A4 in about 900 by 1300 dots
_SURROUNDINGS = 60  # points above and below a box: some rows of a table
_TRUSTED = 0.9
_GROUND = 30  # of 255: how strongly a box is coloured, so that the print shows through
_DOUBT = (220, 0, 0)
_COLOURS: dict[str, tuple[int, int, int]] = {
    "baseline": (0, 90, 200),
    "actual": (0, 140, 60),
    "target": (200, 110, 0),
    "measure": (60, 60, 60),
    "project": (90, 60, 180),
    "phase": (0, 150, 160),
    "status": (150, 70, 20),
    "survey": (110, 110, 0),
    "review": _DOUBT,
}


class NoSuchPage(ValueError):
    """The document has no page of that number; the message says how many it has."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One box to draw: the kind of record it holds, its place in PDF points and the confidence of its reading."""

    kind: str
    box: Box
    confidence: float


def draw(path: Path, page: int, shown: list[Shown], out: Path) -> Path:
    """Draw the boxes on a page (counted from 1) and save the picture as PNG under ``out``, which is returned.

    Every kind has its colour; a thick red frame means confidence below 0.9. Beside a box stand the first letter of its
    kind and its confidence; a region to review has no ground of its own.
    Raises ``UnreadableDocument`` where the file is no PDF that can be drawn, ``NoSuchPage`` for a page it lacks.
    """
    with _picture(path, page) as picture:
        for item in shown:
            _frame(picture, item)
        _save(picture.annotated, out)
    return out


def draw_crops(path: Path, page: int, crops: Mapping[Path, Shown | None]) -> None:
    """Save pictures of places on one page as PNG, each under its own path with its own box drawn.

    A picture is as wide as the page, so that the head of a row is on it, and somewhat higher than the box; without a
    box it is the whole page. Raises what ``draw`` raises.
    """
    with _picture(path, page) as picture:
        for out, item in crops.items():
            picture.reset()
            if item is None:
                _save(picture.annotated, out)
                continue
            _frame(picture, item)
            _save(picture.annotated.crop(_around(picture, item.box)), out)


@contextmanager
def _picture(path: Path, page: int) -> Iterator[PageImage]:
    """The page as a picture to draw on."""
    open_checks(path, needs_text=False)
    with pdfplumber.open(path) as pdf:
        if not 1 <= page <= len(pdf.pages):
            raise NoSuchPage(f"{path.name}: there is no page {page}, the pages are 1 to {len(pdf.pages)}")
        yield pdf.pages[page - 1].to_image(resolution=_RESOLUTION)


def _save(image: Image, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    image.save(out, format="PNG")


def _around(picture: PageImage, box: Box) -> tuple[int, int, int, int]:
    """The part of a picture that shows a box: the whole width, and some points above and below."""
    top = (box.top - _SURROUNDINGS - picture.bbox[1]) * picture.scale
    bottom = (box.bottom + _SURROUNDINGS - picture.bbox[1]) * picture.scale
    return 0, max(0, round(top)), picture.annotated.width, min(picture.annotated.height, round(bottom))


def _frame(picture: PageImage, item: Shown) -> None:
    doubtful = item.confidence < _TRUSTED
    colour, width = (_DOUBT, 3) if doubtful else (_COLOURS[item.kind], 1)
    ground = (*_COLOURS[item.kind], 0 if item.kind == "review" else _GROUND)
    picture.draw_rect((item.box.x0, item.box.top, item.box.x1, item.box.bottom), ground, colour, width)
    at = ((item.box.x0 - picture.bbox[0]) * picture.scale + 2, (item.box.top - picture.bbox[1]) * picture.scale + 1)
    picture.draw.text(at, item.kind if item.kind == "review" else f"{item.kind[0]} {item.confidence:.2f}", fill=colour)

"""What PDFium tells of a page before anything is parsed: its bare text, its pictures, and whether the text is seen.

Belongs here: what lies on a page, in milliseconds. Does not belong here: whether that is worth reading (``triage``).
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

SCAN_COVERS = 0.5
"""A page of which a picture covers more than this is taken for a scan …"""
SCAN_TEXT = 40
"""… unless it holds this many characters: a stamp or a page number laid over a scan is no text layer."""
_SAMPLE = 32  # characters looked at to tell whether the text of a page is seen
_UNSEEN = (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP)
_UNKNOWN = pdfium_c.FPDF_TEXTRENDERMODE_UNKNOWN  # a blank that PDFium put between two words


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies on one page.

    ``text`` is its bare text, ``covered`` the share of the page under its largest picture, ``drawn`` the number of
    things drawn, ``unseen`` the share of the characters that are written invisibly or lie under a picture: of a page
    that was scanned and recognised, the text is what a machine took the picture for, and not what is printed.
    ``unmapped`` is the share of the characters whose font does not say which they are. Both are sampled.
    """

    text: str
    covered: float
    drawn: int
    unseen: float
    unmapped: float


@dataclass(frozen=True, slots=True)
class _Scan:
    """A picture that hides what lies below it: its box (left, bottom, right, top) and the addresses of what is below."""

    box: tuple[float, float, float, float]
    below: set[int | None]


def layers_of(page: pdfium.PdfPage) -> Layers:
    """The layers of an open page."""
    things = _things(page)
    covered = max((_share(page, thing) for thing in things if _is_picture(thing)), default=0.0)
    text_page = page.get_textpage()
    try:
        sample = range(0, text_page.count_chars(), max(1, text_page.count_chars() // _SAMPLE))
        unseen = _unseen(text_page, sample, _scan(page, things) if covered > SCAN_COVERS else None)
        return Layers(text_page.get_text_range(), covered, len(things), unseen, _unmapped(text_page, sample))
    finally:
        text_page.close()


def picture_share(page: pdfium.PdfPage) -> float:
    """The share of a page that its largest picture covers."""
    return max((_share(page, thing) for thing in _things(page) if _is_picture(thing)), default=0.0)


def _things(page: pdfium.PdfPage) -> list[ctypes.c_void_p]:
    raw = page.raw
    return [pdfium_c.FPDFPage_GetObject(raw, i) for i in range(pdfium_c.FPDFPage_CountObjects(raw))]


def _is_picture(thing: ctypes.c_void_p) -> bool:
    """True for a picture, and for a form that holds one."""
    kind = pdfium_c.FPDFPageObj_GetType(thing)
    if kind == pdfium_c.FPDF_PAGEOBJ_FORM:
        inner = (pdfium_c.FPDFFormObj_GetObject(thing, i) for i in range(pdfium_c.FPDFFormObj_CountObjects(thing)))
        return any(pdfium_c.FPDFPageObj_GetType(one) == pdfium_c.FPDF_PAGEOBJ_IMAGE for one in inner)
    return bool(kind == pdfium_c.FPDF_PAGEOBJ_IMAGE)


def _scan(page: pdfium.PdfPage, things: list[ctypes.c_void_p]) -> _Scan | None:
    """The last picture that covers most of a page and lets nothing below it show."""
    covers = [i for i, thing in enumerate(things) if _hides(thing) and _share(page, thing) > SCAN_COVERS]
    if not covers:
        return None
    return _Scan(_bounds(things[covers[-1]]), {_address(thing) for thing in things[: covers[-1]]})


def _hides(thing: ctypes.c_void_p) -> bool:
    plain = pdfium_c.FPDFPageObj_GetType(thing) == pdfium_c.FPDF_PAGEOBJ_IMAGE
    return plain and not pdfium_c.FPDFPageObj_HasTransparency(thing)


def _share(page: pdfium.PdfPage, thing: ctypes.c_void_p) -> float:
    whole = page.get_width() * page.get_height()
    left, bottom, right, top = _bounds(thing)
    return min((right - left) * (top - bottom) / whole, 1.0) if whole > 0 else 0.0


def _bounds(thing: ctypes.c_void_p) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a thing; all nothing where PDFium knows none."""
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetBounds(thing, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _unmapped(text_page: pdfium.PdfTextPage, sample: range) -> float:
    """The share of sampled characters that stand for another one."""
    unmapped = sum(bool(pdfium_c.FPDFText_HasUnicodeMapError(text_page, n) == 1) for n in sample)
    return unmapped / max(len(sample), 1)


def _unseen(text_page: pdfium.PdfTextPage, sample: range, scan: _Scan | None) -> float:
    """The share of sampled characters that cannot be seen."""
    written = [pdfium_c.FPDFText_GetTextObject(text_page, n) for n in sample]
    modes = [(thing, pdfium_c.FPDFTextObj_GetTextRenderMode(thing)) for thing in written]
    known = [(thing, mode) for thing, mode in modes if mode != _UNKNOWN]
    unseen = sum(mode in _UNSEEN or (scan is not None and _lies_under(thing, scan)) for thing, mode in known)
    return unseen / len(known) if known else 0.0


def _lies_under(thing: ctypes.c_void_p, scan: _Scan) -> bool:
    left, bottom, right, top = _bounds(thing)
    x, y = (left + right) / 2, (bottom + top) / 2
    return _address(thing) in scan.below and scan.box[0] <= x <= scan.box[2] and scan.box[1] <= y <= scan.box[3]


def _address(thing: ctypes.c_void_p) -> int | None:
    return ctypes.cast(thing, ctypes.c_void_p).value

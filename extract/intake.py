"""The cheap look at a file before anything is read from it: is it a PDF, whole, open to us, and does it hold text?

Belongs here: what can be told from the bytes and from PDFium in well under a second. Does not belong here: which page
holds a table. Limits of time and memory are set from outside, around the process that reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.errors import Unreadable, UnreadableDocument
from extract.layers import SCAN_COVERS, SCAN_TEXT, picture_share

HEADER, HEADER_WITHIN = b"%PDF-", 1024
TRAILER, TRAILER_WITHIN = b"%%EOF", 4096

DETAILS: dict[Unreadable, str] = {
    Unreadable.EMPTY: "the file is empty: 0 bytes; fetch it again (空のファイルです)",
    Unreadable.NOT_PDF: "the file is no PDF, whatever its name says; fetch the document itself (PDFではありません)",
    Unreadable.DAMAGED: "the PDF is damaged or cut off; fetch it again (PDFが壊れています)",
    Unreadable.ENCRYPTED: "the PDF asks for a password; save a copy without one (パスワードで保護されています)",
    Unreadable.NO_TEXT: "no page holds readable text: a scan, or fonts without a character map (文字情報がありません)",
}


def open_checks(path: Path, needs_text: bool = True) -> int:
    """The number of pages of a PDF with text; one without is let through where it need not have any.

    Raises ``UnreadableDocument`` (its reasons: ``extract.errors.Unreadable``) where the file is anything else.
    """
    return sum(1 for _ in checked_pages(path, needs_text))


def checked_pages(path: Path, needs_text: bool = True) -> Iterator[pdfium.PdfPage]:
    """The pages of a PDF, each open until the next is asked for.

    Every page must open, and at least one must hold text; once one does, the others are only opened. Raises as
    ``open_checks`` does, for want of text after the last page.
    """
    _check_bytes(path)
    with_text = False
    with _opened(path) as document:
        for page in _pages(document):
            with_text = with_text or _has_text(page)
            yield page
    if needs_text and not with_text:
        raise unreadable(path, Unreadable.NO_TEXT)


def unreadable(path: Path, reason: Unreadable) -> UnreadableDocument:
    """The error for one reason, with the one line that a user reads."""
    return UnreadableDocument(path, reason, DETAILS[reason])


def _check_bytes(path: Path) -> None:
    with path.open("rb") as stream:
        start = stream.read(HEADER_WITHIN)
    if not start:
        raise unreadable(path, Unreadable.EMPTY)
    if HEADER not in start:
        raise unreadable(path, Unreadable.NOT_PDF)


def _why_not_opened(error: pdfium.PdfiumError) -> Unreadable:
    locked = error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
    return Unreadable.ENCRYPTED if locked else Unreadable.DAMAGED


def _is_cut_off(path: Path, document: pdfium.PdfDocument) -> bool:
    """Whether the end of the file is lost: PDFium then rebuilds what it finds and would hand out a part as the whole."""
    if pdfium_c.FPDF_DocumentHasValidCrossReferenceTable(document):
        return False
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - TRAILER_WITHIN))
        return TRAILER not in stream.read()


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    """A file open and whole; what PDFium cannot read of it is damage."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise unreadable(path, _why_not_opened(error)) from error
    try:
        if len(document) == 0 or _is_cut_off(path, document):
            raise unreadable(path, Unreadable.DAMAGED)
        yield document
    except pdfium.PdfiumError as error:
        raise unreadable(path, Unreadable.DAMAGED) from error
    finally:
        document.close()


def _pages(document: pdfium.PdfDocument) -> Iterator[pdfium.PdfPage]:
    """The pages one at a time, each closed before the next is opened."""
    for number in range(len(document)):
        page = document[number]
        try:
            yield page
        finally:
            page.close()


def _has_text(page: pdfium.PdfPage) -> bool:
    """Whether a page holds characters, blanks left out: one, or many over a scan. Which they are, reading has to find out."""
    needed = SCAN_TEXT if picture_share(page) > SCAN_COVERS else 1
    text_page = page.get_textpage()
    try:
        printed = (n for n in range(text_page.count_chars()) if _is_printed(text_page, n))
        return sum(1 for _ in islice(printed, needed)) == needed
    finally:
        text_page.close()


def _is_printed(text_page: pdfium.PdfTextPage, n: int) -> bool:
    code = pdfium_c.FPDFText_GetUnicode(text_page, n)
    return code > 0x20 and code not in (0x3000, 0xFFFD, 0xFFFE) and not 0xE000 <= code <= 0xF8FF

"""PDFs that must not do harm, made when they are needed.

Belongs here: one maker per kind of bad file. Does not belong here: what must become of it.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def text_pdf(words: str = "hello", pages: int = 1, password: str | None = None) -> bytes:
    """A small PDF with text on each page; deterministic unless a password is set."""
    target = io.BytesIO()
    encryption = None if password is None else StandardEncryption(password, ownerPassword="owner", canPrint=0)
    canvas = Canvas(target, encrypt=encryption, invariant=True)
    for number in range(pages):
        canvas.drawString(72, 720, f"{words} {number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def scan_pdf(stamp: str = "", then: str = "") -> bytes:
    """One picture over the whole page, ``stamp`` laid over it as text; ``then`` stands on a page of its own."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 842)
    canvas.drawString(20, 20, stamp)
    if then:
        canvas.showPage()
        canvas.drawString(72, 720, then)
    canvas.save()
    return target.getvalue()


def blank_pdf() -> bytes:
    """A page with nothing on it."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def built_pdf(content: bytes, kids: bytes = b"[3 0 R]/Count 1", close: bool = True) -> bytes:
    """A one-page PDF written object by object around a compressed content stream."""
    stream = zlib.compress(content, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids" + kids + b">>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, offsets = b"%PDF-1.5\n", []
    for number, thing in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n" % number + thing + b"\nendobj\n"
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + table + end if close else body


_LETTER = b"BT /F 12 Tf 10 10 Td (a) Tj ET "

UNREADABLE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zero bytes": ("empty", lambda: b""),
    "a web page": ("not_pdf", lambda: b"<!doctype html><title>404</title>"),
    "a text file": ("not_pdf", lambda: "お探しのページは見つかりません".encode()),
    "a header alone": ("damaged", lambda: b"%PDF-1.7\n"),
    "cut off in the middle": ("damaged", lambda: text_pdf(pages=20)[:6000]),
    "cut off at the very end": ("damaged", lambda: text_pdf(pages=20)[:-60]),
    "no table of objects": ("damaged", lambda: built_pdf(_LETTER, close=False)),
    "an update that was cut off": ("damaged", lambda: text_pdf() + b"9 0 obj\n<</Length 9999>>stream\n" + b"x" * 5000),
    "a page that is not there": ("damaged", lambda: built_pdf(_LETTER, kids=b"[3 0 R 9 0 R]/Count 2")),
    "a page tree that is its own child": ("damaged", lambda: built_pdf(_LETTER, kids=b"[2 0 R]/Count 1000000000")),
    "a password": ("encrypted", lambda: text_pdf(password="secret")),
    "a scan": ("no_text", scan_pdf),
    "a scan with a page number": ("no_text", lambda: scan_pdf(stamp="- 12 -")),
    "a blank page": ("no_text", blank_pdf),
}
"""What is wrong with it → the outcome, and how to make it."""

DANGEROUS: dict[str, Callable[[], bytes]] = {
    "a stream that unpacks to gigabytes": lambda: built_pdf(b" " * 1_500_000_000),
    "millions of drawing operators": lambda: built_pdf(_LETTER * 2_000_000),
}
"""Files that eat memory or time, and how to make them; which of the two ends them first depends on the machine."""

READABLE: dict[str, Callable[[], bytes]] = {
    "text": text_pdf,
    "a password for the owner alone": lambda: text_pdf(password=""),
    "bytes before the header": lambda: b"\r\n\r\n" + text_pdf(),
    "bytes after the end": lambda: text_pdf() + b"\0" * 3000,
    "a wrong table of objects": lambda: text_pdf().replace(b"startxref\n", b"startxref\n1"),
    "one page of text after a scan": lambda: scan_pdf(then="text"),
}

"""PDFs written object by object, with Japanese text that needs no font file.

Belongs here: objects to bytes, and one small table of indicators to put on a page. Does not belong here: what is wrong
with a file (``files``).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

CATALOGUE, TREE, FONT, CID_FONT, DESCRIPTOR, PAGE, CONTENT, FREE = range(1, 9)
"""Numbers of the objects of every file; ``FREE`` is the first that a file may add."""

_FONTS = {
    FONT: b"<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/UniJIS-UTF16-H/DescendantFonts[%d 0 R]>>"
    % CID_FONT,
    CID_FONT: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/DW 1000/FontDescriptor %d 0 R"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>>>" % DESCRIPTOR,
    DESCRIPTOR: b"<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0"
    b"/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
}
ROWS = (
    ("指標", "単位", "基準値（R2年度）", "目標値（R6年度）"),
    ("図書の貸出冊数", "冊", "1200", "1500"),
    ("講座の受講者数", "人", "345", "400"),
)


def file_of(
    pages: Sequence[bytes], more: dict[int, bytes] | None = None, media: str = "0 0 595 842", attributes: bytes = b""
) -> bytes:
    """A file of pages with the given contents; ``more`` adds objects or replaces the usual ones by number."""
    first = max([FREE, *(number + 1 for number in more or {})])
    numbers = range(first, first + 2 * len(pages), 2)
    resources = b"<</Font<</F %d 0 R>>/XObject<</X %d 0 R>>>>" % (FONT, FREE)
    objects = {
        CATALOGUE: b"<</Type/Catalog/Pages %d 0 R>>" % TREE,
        TREE: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), b" ".join(b"%d 0 R" % number for number in numbers)),
        **_FONTS,
    }
    for number, content in zip(numbers, pages, strict=True):
        box = media.encode()
        objects[number] = b"<</Type/Page/Parent %d 0 R/MediaBox[%s]/Contents %d 0 R/Resources%s%s>>" % (
            TREE,
            box,
            number + 1,
            resources,
            attributes,
        )
        objects[number + 1] = stream(content)
    return assembled(objects | (more or {}))


def stream(content: bytes, words: bytes = b"") -> bytes:
    """A compressed stream; ``words`` are further entries of its dictionary."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), words, packed)


def form(content: bytes, below: int | None = None) -> bytes:
    """A form that may draw another one under the name ``X``."""
    inner = b"/XObject<</X %d 0 R>>" % below if below is not None else b""
    return stream(
        content, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F %d 0 R>>%s>>" % (FONT, inner)
    )


def assembled(objects: dict[int, bytes]) -> bytes:
    """Objects with their table and trailer."""
    body, places = b"%PDF-1.7\n", {}
    for number, thing in sorted(objects.items()):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    size = max(objects) + 1
    lines = [b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size)]
    return body + b"xref\n0 %d\n%strailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        b"".join(lines),
        size,
        CATALOGUE,
        len(body),
    )


def words(text: str, x: float, y: float, size: float = 10, mode: int = 0) -> bytes:
    """Operators that write a text at a place; ``mode`` 3 writes it invisibly."""
    return b"BT /F %g Tf %d Tr %g %g Td <%s> Tj ET\n" % (size, mode, x, y, text.encode("utf-16-be").hex().encode())


def table(rows: Sequence[Sequence[str]] = ROWS, mode: int = 0, top: float = 760, ruled: bool = True) -> bytes:
    """A ruled table of indicators."""
    left, width, height = 60, 115, 24
    right, bottom = left + width * len(rows[0]), top - height * len(rows)
    across = [b"%g %g m %g %g l S\n" % (left, top - height * i, right, top - height * i) for i in range(len(rows) + 1)]
    down = [b"%g %g m %g %g l S\n" % (left + width * i, top, left + width * i, bottom) for i in range(len(rows[0]) + 1)]
    cells = [
        words(text, left + 4 + width * c, top - height * (r + 1) + 8, 10, mode)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return b"".join([*(across + down if ruled else []), *cells])

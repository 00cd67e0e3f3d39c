"""Pages as pdfminer parses them, with bounds on what one page may cost.

Belongs here: pdfminer's interpreter and device, the bounds, and the error for a page beyond them or beyond parsing.
Does not belong here: what the parsed characters and shapes mean (``page``).
pdfplumber opens the file and knows the page's box; its own dictionaries of objects, which take a third of its time,
are passed over: ``pdfplumber.page.Page.chars`` and its like hold nothing that the objects below do not.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import pdfplumber
from pdfminer.converter import PDFPageAggregator
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFStackT
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.utils import Matrix
from pdfplumber.page import Page
from pdfplumber.pdf import PDF

from extract.chars import Char, char_at
from extract.content import operations
from extract.errors import Unreadable
from extract.fonts import Fonts
from extract.intake import unreadable
from extract.paths import Shape, outlines
from extract.rings import ring_bars

MOST_BYTES = 3 * 2**20
"""Bytes of content, forms counted each time they are drawn: forty times the fullest page of the collection and corpus."""
MOST_DRAWN = 40_000
"""Characters and shapes: more than ten times the fullest page of the collection and the corpus."""
_IDLE = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP", b"BI", b"ID", b"EI"})  # marks on content, inline pictures
_FAR = 1e5  # points: what lies farther out, or nowhere at all, is on no paper
_FORM = 500  # bytes that drawing a form costs beside its content: an endless chain of empty forms comes to an end


class PageNotParsed(Exception):
    """One page cannot be parsed, or not within the bounds; ``reason`` is that of the review item."""

    def __init__(self, reason: str, detail: str) -> None:
        self.reason, self.detail = reason, detail
        super().__init__(f"{reason}: {detail}")


def pages_of(path: Path, wanted: Container[int]) -> Iterator[Page]:
    """The wanted pages of a file, in order, not parsed yet.

    Raises ``UnreadableDocument`` where the file is too damaged to tell its pages.
    """
    try:
        # No page is made by pdfplumber itself: it would make all of them, and stop at the first that is broken.
        with pdfplumber.open(path, pages=[]) as pdf:
            pdf.rsrcmgr = Fonts()
            for number, page in enumerate(PDFPage.create_pages(pdf.doc), 1):
                if number in wanted:
                    yield _placed(pdf, page, number)
    except MemoryError:
        raise
    except Exception as error:  # the border to a library that meets a broken file with whatever it stumbles over
        raise unreadable(path, Unreadable.DAMAGED) from error


def _placed(pdf: PDF, page: PDFPage, number: int) -> Page:
    """A page on the paper that pdfminer makes of its attributes, be they ever so odd."""
    page.attrs = {"MediaBox": page.mediabox, "Rotate": page.rotate}
    return Page(pdf, page, number)


class Parsed:
    """The characters and the drawn shapes of one page, in the order of the file; origin bottom left, /Rotate applied."""

    def __init__(self, chars: Iterable[Char], shapes: Iterable[Shape]) -> None:
        self.chars = [char for char in chars if _is_on_paper(char)]
        self.shapes = [shape for shape in shapes if _is_on_paper(shape)]


def _is_on_paper(thing: Char | Shape) -> bool:
    return -_FAR < thing.x0 <= thing.x1 < _FAR and -_FAR < thing.y0 <= thing.y1 < _FAR


def parse(page: Page) -> Parsed:
    """Parse one page; those of ``pages_of`` share their fonts.

    Raises ``PageNotParsed`` with the reason ``page_too_crowded`` (beyond the bounds) or ``page_broken``.
    """
    fonts = page.pdf.rsrcmgr
    device = _Device(fonts if isinstance(fonts, Fonts) else Fonts())
    try:
        _Interpreter(device.fonts, device).process_page(page.page_obj)
    except (PageNotParsed, MemoryError):
        raise
    except Exception as error:  # the border to a library that meets a broken page with whatever it stumbles over
        raise PageNotParsed("page_broken", f"{type(error).__name__}: {error}"[:200]) from error
    return Parsed(device.chars, device.shapes)


class _Device(PDFPageAggregator):
    """pdfminer's collector of characters and shapes, which counts and leaves pictures alone."""

    def __init__(self, fonts: Fonts) -> None:
        super().__init__(fonts)
        self.fonts = fonts
        self.bytes, self.drawn = 0, 0
        self.chars: list[Char] = []
        self.shapes: list[Shape] = []

    def spend(self, bytes_read: int) -> None:
        """Count content that is about to be interpreted."""
        self.bytes += bytes_read
        if self.bytes > MOST_BYTES:
            raise PageNotParsed("page_too_crowded", f"more than {MOST_BYTES >> 20} MiB of drawing")

    def _count(self) -> None:
        self.drawn += 1
        if self.drawn > MOST_DRAWN:
            raise PageNotParsed("page_too_crowded", f"more than {MOST_DRAWN:,} characters and shapes")

    def render_char(
        self, matrix: Matrix, font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int, *_: object
    ) -> float:
        """Collect a character."""
        self._count()
        letter = self.fonts.letter(font, cid)
        advance = letter.width * fontsize * scaling
        self.chars.append(char_at(letter, matrix, fontsize, rise, advance))
        return advance

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        """Collect a shape; of a ring that is filled and nothing else, the bars that it consists of."""
        self._count()
        bars = ring_bars(path) if evenodd and fill and not stroke else None
        parts: Sequence[Any] = [path] if bars is None else bars
        for form, points in (outline for part in parts for outline in outlines(part, self.ctm)):
            xs, ys = zip(*points, strict=True)
            edges = min(xs), min(ys), max(xs), max(ys)
            self.shapes.append(Shape(form, *edges, stroke, fill, gstate.scolor, gstate.ncolor))

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Go on collecting for the page: what a form draws is drawn on the page."""

    def end_figure(self, name: str) -> None:
        """Nothing ends where nothing began."""

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Pass over a picture."""


class _Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter on content cut by ``extract.content``; it tells the device what it is about to interpret."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        """Interpret the content of a page or of a form."""
        content = b"\n".join(self._unopened(streams))
        self.device.spend(_FORM + len(content))
        method_of = cache(self._method)
        for operator, operands in operations(content):
            method, arguments = method_of(operator)
            if not arguments:
                self.argstack = operands
                method()
            elif len(operands) >= arguments:
                method(*operands[-arguments:])

    def do_TJ(self, seq: PDFStackT) -> None:  # noqa: N802 (named after the operator)
        """Show text; the device keeps no state of it, which therefore needs no copy."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, cast("PDFTextSeq", seq), self.graphicstate.ncs, self.graphicstate)

    def _unopened(self, streams: Sequence[object]) -> Iterator[bytes]:
        """The data of streams, but for one that is being interpreted already: a form that draws itself."""
        self.stream_ids.clear()
        for stream in map(stream_value, streams):
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                self.stream_ids.add(stream.objid)
                yield stream.get_data()

    def _method(self, operator: bytes) -> tuple[Callable[..., None], int]:
        """pdfminer's method for an operator and the number of its arguments; one that does nothing for what draws nothing."""
        name = operator.decode("ascii", "replace").replace("*", "_a").replace('"', "_w").replace("'", "_q")
        method: Any = self._pass if operator in _IDLE else getattr(self, f"do_{name}", self._pass)
        return method, method.__func__.__code__.co_argcount - 1

    def _pass(self) -> None:
        """Draw nothing."""

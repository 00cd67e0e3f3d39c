"""Documents as scans: every page a picture, with the words invisible above it unless the document says ``no_words``.

Belongs here: picturing pages that ReportLab drew. Does not belong here: layouts or truth.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.generator.blocks import Document
from tests.generator.producers import reportlab_pdf

_DPI = 110


def render(document: Document, path: Path) -> None:
    """Write the document as a scanned PDF."""
    pictures = _pictures(document)
    canvas = Canvas(str(path), invariant=True, pageCompression=1)
    for page, picture in zip(document.pages, pictures, strict=True):
        width, height = picture.width * 72 / _DPI, picture.height * 72 / _DPI
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        if "no_words" not in document.defects:
            reportlab_pdf.draw(canvas, document, page, "IPAexGothic", visible=False)
        canvas.showPage()
    canvas.save()


def _pictures(document: Document) -> list[Image.Image]:
    """The pages as a black-and-white scanner sees them."""
    with TemporaryDirectory() as folder:
        drawn = Path(folder, "drawn.pdf")
        reportlab_pdf.render(document, drawn)
        with pypdfium2.PdfDocument(drawn) as pdf:
            return [page.render(scale=_DPI / 72).to_pil().convert("1") for page in pdf]

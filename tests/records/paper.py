"""Small PDFs drawn by hand: text, coloured boxes and ruled tables at given places, to prove rules on other layouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib_fontja
import pdfplumber
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extract.model import Reading
from extract.page import page_content
from extract.records import read_records
from extract.sheet import Sheet, sheet_of

_GOTHIC = Path(matplotlib_fontja.__file__).parent / "fonts" / "ipaexg.ttf"
WIDTH, HEIGHT = 595, 842
BLUE = (0.7, 0.85, 0.95)


@dataclass(frozen=True)
class At:
    """One cell of a table: where it begins, what it holds, how far it spans."""

    row: int
    col: int
    text: str
    row_span: int = 1
    col_span: int = 1
    fill: tuple[float, float, float] | None = None


class Paper:
    """A PDF under construction; places are in points from the upper left corner."""

    def __init__(self, path: Path) -> None:
        pdfmetrics.registerFont(TTFont("gothic", str(_GOTHIC)))
        self.path = path
        self._canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))

    def text(self, x: float, top: float, text: str, size: float = 10) -> Paper:
        for number, line in enumerate(text.split("\n")):
            self._canvas.setFont("gothic", size)
            self._canvas.setFillColorRGB(0, 0, 0)
            self._canvas.drawString(x, HEIGHT - top - size * (1 + 1.3 * number), line)
        return self

    def box(
        self, x0: float, top: float, x1: float, bottom: float, fill: tuple[float, float, float] | None = None
    ) -> Paper:
        """A framed box, or with ``fill`` a coloured one without a frame."""
        if fill is not None:
            self._canvas.setFillColorRGB(*fill)
        self._canvas.rect(
            x0, HEIGHT - bottom, x1 - x0, bottom - top, stroke=int(fill is None), fill=int(fill is not None)
        )
        return self

    def table(
        self, x: float, top: float, columns: Sequence[float], rows: Sequence[float], cells: Sequence[At]
    ) -> Paper:
        """A ruled table of columns and rows of these sizes; every position must be covered by a cell."""
        xs = [x + sum(columns[:i]) for i in range(len(columns) + 1)]
        ys = [top + sum(rows[:i]) for i in range(len(rows) + 1)]
        for cell in cells:
            edges = xs[cell.col], ys[cell.row], xs[cell.col + cell.col_span], ys[cell.row + cell.row_span]
            if cell.fill is not None:
                self.box(*edges, fill=cell.fill)
            self.box(*edges).text(edges[0] + 4, edges[1] + 4, cell.text)
        return self

    def lines(self, x: float, top: float, columns: Sequence[float], texts: Sequence[Sequence[str]]) -> Paper:
        """A ruled table of plain rows, each as high as its texts need."""
        rows = [8 + 13 * max(text.count("\n") + 1 for text in line) for line in texts]
        cells = [At(r, c, text) for r, line in enumerate(texts) for c, text in enumerate(line)]
        return self.table(x, top, columns, rows, cells)

    def next_page(self) -> Paper:
        self._canvas.showPage()
        return self

    def save(self) -> Path:
        self._canvas.save()
        return self.path


def sheets_of(path: Path) -> list[Sheet]:
    """The pages of a PDF, laid out."""
    with pdfplumber.open(path) as pdf:
        return [sheet_of(page_content(page)) for page in pdf.pages]


def read(paper: Paper) -> Reading:
    """The records of a drawn PDF."""
    sheets = sheets_of(paper.save())
    reading = Reading(document=paper.path.stem, pages=len(sheets))
    read_records(sheets, reading)
    return reading

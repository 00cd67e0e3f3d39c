"""Documents through ReportLab, every glyph and rule placed by hand: the producer for defects.

Belongs here: drawing of blocks on a canvas. Does not belong here: layouts or truth.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.generator import edges
from tests.generator.blocks import Block, Columns, Document, Page, Placed, Space, Table, Text, place
from tests.generator.producers.fonts import GOTHIC, SIZES
from tests.generator.producers.wrapping import lines_of, row_heights

_LEADING = 1.25
_INVISIBLE = 3


@dataclass(slots=True)
class Pen:
    """The canvas, the frame that is written into, how far down it is written, and how glyphs are drawn."""

    canvas: Canvas
    left: float
    width: float
    y: float
    font: str
    strokes: int = 1
    mode: int = 0

    def inner(self, left: float, width: float) -> Pen:
        """A pen for a column of the same frame."""
        return Pen(self.canvas, left, width, self.y, self.font, self.strokes, self.mode)


def render(document: Document, path: Path) -> None:
    """Write the document as a PDF by ReportLab."""
    font = registered_font(document.font)
    canvas = Canvas(str(path), invariant=True, pageCompression=1)
    for page in document.pages:
        draw(canvas, document, page, font)
        canvas.showPage()
    canvas.save()


def registered_font(word: str) -> str:
    """The registered font: IPAex Gothic embedded, or for ``heisei`` a named font that is not embedded."""
    if word == "heisei":
        pdfmetrics.registerFont(UnicodeCIDFont("HeiseiKakuGo-W5"))
        return "HeiseiKakuGo-W5"
    pdfmetrics.registerFont(TTFont("IPAexGothic", str(GOTHIC)))
    return "IPAexGothic"


def draw(canvas: Canvas, document: Document, page: Page, font: str, visible: bool = True) -> None:
    """Draw one page; where it is not visible, its words alone, in the mode that shows nothing."""
    width, height = landscape(A4) if page.landscape else A4
    canvas.setPageSize(
        (height, width) if page.rotate else (width, height)
    )  # ReportLab swaps them back for a turned page
    canvas.setPageRotation(page.rotate)
    if page.sideways or page.rotate in {90, 270}:
        width, height = _turn(canvas, width, height, page)
    strokes = 3 if "fake_bold" in document.defects else 1
    mode = 0 if visible else _INVISIBLE
    pen = Pen(canvas, document.margin, width - 2 * document.margin, height - document.margin, font, strokes, mode)
    for block in page.blocks:
        _block(pen, block)
    if pen.y < 20:
        raise ValueError(f"{document.name}: a page overflows")
    _string(pen, page.footer, "center", 0, width, 22, 8, bold=False)


def _turn(canvas: Canvas, width: float, height: float, page: Page) -> tuple[float, float]:
    """Turn the content by a quarter; its frame's width and height."""
    if page.rotate == 270:
        canvas.translate(0, height)
        canvas.rotate(-90)
    else:
        canvas.translate(width, 0)
        canvas.rotate(90)
    return height, width


def _block(pen: Pen, block: Block) -> None:
    match block:
        case Table():
            _table(pen, block)
        case Text():
            _text(pen, block)
        case Space():
            pen.y -= block.height
        case Columns():
            _columns(pen, block)


def _columns(pen: Pen, block: Columns) -> None:
    count = len(block.columns)
    width = (pen.width - block.gap * (count - 1)) / count
    inner = [pen.inner(pen.left + number * (width + block.gap), width) for number in range(count)]
    for column_pen, blocks in zip(inner, block.columns, strict=True):
        for part in blocks:
            _block(column_pen, part)
    pen.y = min(column_pen.y for column_pen in inner)


def _text(pen: Pen, block: Text) -> None:
    size = SIZES[block.kind]
    side = {"unit_line": "right", "title": "center", "centre": "center"}.get(block.kind, "left")
    pen.y -= 4
    for line in lines_of(block.text, pen.width, pen.font, size):
        pen.y -= size * _LEADING
        _string(pen, line, side, pen.left, pen.left + pen.width, pen.y, size, bold=block.kind in {"title", "heading"})
    pen.y -= 4


def _table(pen: Pen, table: Table) -> None:
    total = pen.width * table.width - table.style.gutter * (len(table.widths) - 1)
    widths = [width / sum(table.widths) * total for width in table.widths]
    heights = row_heights(table, widths, pen.font, _LEADING)
    gutter = table.style.gutter
    for layer in (_fill, _rules, _words) if pen.mode == 0 else (_words,):
        for placed in place(table):
            left = pen.left + sum(widths[: placed.col]) + gutter * placed.col
            right = left + sum(widths[placed.col : placed.col + placed.cell.cols]) + gutter * (placed.cell.cols - 1)
            top = pen.y - sum(heights[: placed.row]) - gutter * placed.row
            bottom = top - sum(heights[placed.row : placed.row + placed.cell.rows]) - gutter * (placed.cell.rows - 1)
            layer(pen, table, placed, (left, bottom, right, top))
    pen.y -= sum(heights) + gutter * (len(heights) - 1) + 4


_Rect = tuple[float, float, float, float]


def _fill(pen: Pen, table: Table, placed: Placed, rect: _Rect) -> None:
    left, bottom, right, top = rect
    colour = edges.fill(table, placed)
    if colour:
        pen.canvas.setFillColor(HexColor(colour))
        pen.canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    if table.style.inner_box and placed.row < table.head_rows:
        pen.canvas.setFillColor(HexColor(table.style.inner_box))
        pen.canvas.rect(left + 4, bottom + 3, right - left - 8, top - bottom - 6, stroke=0, fill=1)
    pen.canvas.setFillColor(HexColor("#000000"))


def _rules(pen: Pen, table: Table, placed: Placed, rect: _Rect) -> None:
    left, bottom, right, top = rect
    sides = edges.sides(table, placed)
    pen.canvas.setStrokeColor(HexColor(table.style.colour))
    pen.canvas.setLineWidth(table.style.width)
    pen.canvas.setDash(1, 2) if edges.dashed(table) else pen.canvas.setDash()
    segments = [
        (left, top, right, top),
        (right, bottom, right, top),
        (left, bottom, right, bottom),
        (left, bottom, left, top),
    ]
    for drawn, segment in zip(sides, segments, strict=True):
        if drawn:
            pen.canvas.line(*segment)


def _words(pen: Pen, table: Table, placed: Placed, rect: _Rect) -> None:
    left, bottom, right, top = rect
    style, cell = table.style, placed.cell
    size, pad = style.size, style.padding
    lines = list(cell.text) if cell.upright else lines_of(cell.text, right - left - 2 * pad, pen.font, size)
    height = len(lines) * size * _LEADING
    start = {"top": top - pad, "middle": (top + bottom + height) / 2, "bottom": bottom + pad + height}[style.valign]
    side = "center" if cell.upright else edges.align(table, placed)
    bold = style.bold and cell.role in {"head", "group"}
    pen.canvas.setFillColor(HexColor(edges.ink(table, placed)))
    for number, line in enumerate(lines):
        y = start - number * size * _LEADING - size * 0.95
        _string(pen, line, side, left + pad, right - pad, y, size, bold)


def _string(pen: Pen, text: str, side: str, left: float, right: float, y: float, size: float, bold: bool) -> None:
    canvas = pen.canvas
    canvas.setFont(pen.font, size)
    width = pdfmetrics.stringWidth(text, pen.font, size)
    x = {"left": left, "center": (left + right - width) / 2, "right": right - width}[side]
    for stroke in range(max(pen.strokes, 2 if bold else 1)):
        canvas.drawString(x + stroke * 0.25, y, text, mode=pen.mode)

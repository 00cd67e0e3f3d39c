"""Pictures of tables, and an engine that knows what stands in them.

Belongs here: drawing, and the stand-in for an engine. Does not belong here: assertions.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.ocr import Word

WIDTH, HEIGHT = 595, 842
LEFT, TOP, CELL_WIDTH, CELL_HEIGHT = 60, 80, 110, 24  # points
ROWS = (
    ("指標", "単位", "基準値（R2年度）", "目標値（R6年度）"),
    ("図書の貸出冊数", "冊", "1200", "1500"),
    ("講座の受講者数", "人", "345", "400"),
)
_PIXELS = 200 / 72  # to a point


def drawn_table(rows: int = len(ROWS), columns: int = len(ROWS[0]), askew: float = 0.0) -> Image.Image:
    """A ruled table as a scanner sees it, a blot of ink in every cell and one in the line above the table."""
    picture = Image.new("L", (round(WIDTH * _PIXELS), round(HEIGHT * _PIXELS)), 255)
    pen = ImageDraw.Draw(picture)
    right, bottom = LEFT + columns * CELL_WIDTH, TOP + rows * CELL_HEIGHT
    for row in range(rows + 1):
        pen.line(_pixels(LEFT, TOP + row * CELL_HEIGHT, right, TOP + row * CELL_HEIGHT), 0, 2)
    for column in range(columns + 1):
        pen.line(_pixels(LEFT + column * CELL_WIDTH, TOP, LEFT + column * CELL_WIDTH, bottom), 0, 2)
    for row in range(-1, rows):
        for column in range(columns if row >= 0 else 1):
            x, y = LEFT + column * CELL_WIDTH, TOP + row * CELL_HEIGHT
            pen.rectangle(_pixels(x + 20, y + 8, x + 32, y + 16), 30)
    return picture.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255)


def _pixels(*points: float) -> list[float]:
    return [point * _PIXELS for point in points]


def scanned(folder: Path, *pictures: Image.Image, text: str = "") -> Path:
    """A PDF of pictures, a page each; ``text`` stands on a page of its own after them."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=True)
    for picture in pictures:
        canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    if text:
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    (folder / "scan.pdf").write_bytes(target.getvalue())
    return folder / "scan.pdf"


def pictured(source: Path, pages: Sequence[int], out: Path, dots_per_inch: int = 200) -> Path:
    """Pages (counted from 1) of a document as a scanner of so many dots per inch would give them."""
    canvas = Canvas(str(out), invariant=True)
    with pypdfium2.PdfDocument(source) as pdf:
        for number in pages:
            picture = pdf[number - 1].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
            width, height = (size * 72 / dots_per_inch for size in picture.size)
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(picture), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return out


class Fake:
    """An engine that returns prepared words: a text for each picture, in the order in which they are read.

    A text is one line in the middle of the picture; every Japanese character is a word, as engines cut them.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = list(texts)
        self.seen: list[tuple[int, int]] = []

    def read(self, pictures: Sequence[Image.Image]) -> list[list[Word]]:
        """The prepared words; the sizes of the pictures are kept."""
        self.seen.extend(picture.size for picture in pictures)
        return [_words(self.texts.pop(0), picture.height) for picture in pictures]


def _words(text: str, height: int) -> list[Word]:
    top, bottom, step = height * 0.3, height * 0.7, height * 0.15
    words, at = [], 30.0
    for piece in re.findall(r"[!-~]+|[^ -~]| ", text):
        width = step * (len(piece) if piece.isascii() else 2)
        if piece != " ":
            words.append(Word(piece, at, top, at + 0.95 * width, bottom))
        at += width
    return words

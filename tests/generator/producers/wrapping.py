"""Line breaks and row heights for the producer that has no typesetter of its own."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics

from tests.generator.blocks import Placed, Table, place


def lines_of(text: str, width: float, font: str, size: float) -> list[str]:
    """The text broken into lines no wider than ``width``, between any two characters as Japanese is."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for char in paragraph:
            if line and pdfmetrics.stringWidth(line + char, font, size) > width:
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return lines


def row_heights(table: Table, widths: list[float], font: str, leading: float) -> list[float]:
    """The height of each row: the fixed one of the style, or what its cells need."""
    heights = [_fixed(table, row) for row in range(len(table.rows))]
    for placed in sorted(place(table), key=lambda p: p.cell.rows):
        last = placed.row + placed.cell.rows - 1
        if _is_fixed(table, last):
            continue
        need = _needed(table, placed, widths, font, leading) - sum(heights[placed.row : last])
        heights[last] = max(heights[last], need)
    return heights


def _is_fixed(table: Table, row: int) -> bool:
    return bool(table.style.head_height if row < table.head_rows else table.style.row_height)


def _fixed(table: Table, row: int) -> float:
    height = table.style.head_height if row < table.head_rows else table.style.row_height
    return height or table.style.size * 1.25 + 2 * table.style.padding


def _needed(table: Table, placed: Placed, widths: list[float], font: str, leading: float) -> float:
    pad, size = table.style.padding, table.style.size
    width = sum(widths[placed.col : placed.col + placed.cell.cols]) - 2 * pad
    count = len(placed.cell.text) if placed.cell.upright else len(lines_of(placed.cell.text, width, font, size))
    return count * size * leading + 2 * pad

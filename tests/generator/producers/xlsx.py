"""A document as a workbook for LibreOffice Calc: one sheet per page, every cell merged over a fine grid of columns.

Belongs here: cells, borders and heights of the workbook. Does not belong here: layouts or truth.
"""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.generator import edges
from tests.generator.blocks import Block, Columns, Document, Page, Placed, Space, Table, Text, place
from tests.generator.producers.fonts import BOLD, SIZES, family

GRID = 60
_POINTS_PER_GRID = 8.2
_CHAR_WIDTH = 1.27
_LEADING = 1.4


def save(document: Document, path: Path) -> None:
    """Write the document as an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, page in enumerate(document.pages, start=1):
        _sheet(book.create_sheet(f"p{number}"), document, page)
    book.save(path)


def _sheet(sheet: Worksheet, document: Document, page: Page) -> None:
    for number in range(1, GRID + 1):
        sheet.column_dimensions[get_column_letter(number)].width = _CHAR_WIDTH * (1.5 if page.landscape else 1.0)
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if page.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = page.footer
    row = 1
    for block in page.blocks:
        row = _block(sheet, document, block, row)


def _block(sheet: Worksheet, document: Document, block: Block, row: int) -> int:
    """Write one block from this row on; the row below it."""
    match block:
        case Table():
            return _table(sheet, document, block, row, 0, GRID)
        case Text():
            return _text(sheet, document, block, row)
        case Space():
            sheet.row_dimensions[row].height = block.height
            return row + 1
        case Columns():
            return _columns(sheet, document, block, row)


def _columns(sheet: Worksheet, document: Document, block: Columns, row: int) -> int:
    """Tables side by side share the rows of the sheet; only tables of equal structure fit."""
    part = GRID // len(block.columns)
    ends = [row]
    for number, blocks in enumerate(block.columns):
        for table in blocks:
            if not isinstance(table, Table):
                raise TypeError("a sheet holds tables alone side by side")
            ends.append(_table(sheet, document, table, row, number * part, part - 1))
    return max(ends)


def _text(sheet: Worksheet, document: Document, block: Text, row: int) -> int:
    side = {"unit_line": "right", "title": "center", "centre": "center"}.get(block.kind, "left")
    size = SIZES[block.kind]
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=GRID)
    cell = sheet.cell(row, 1, block.text)
    cell.font = Font(name=family(document.font), size=size, bold=block.kind in BOLD)
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    lines = sum(1 + int(len(line) * size // (GRID * _POINTS_PER_GRID)) for line in block.text.split("\n"))
    sheet.row_dimensions[row].height = lines * size * _LEADING + 4
    return row + 1


def _table(sheet: Worksheet, document: Document, table: Table, top: int, left: int, width: int) -> int:
    bounds = _bounds(table, left, int(width * table.width))
    for placed in place(table):
        _cell(sheet, document, table, placed, top, bounds)
    for row in range(len(table.rows)):
        sheet.row_dimensions[top + row].height = _height(table, row, bounds)
    sheet.row_dimensions[top + len(table.rows)].height = 8
    return top + len(table.rows) + 1


def _bounds(table: Table, left: int, width: int) -> list[int]:
    """The grid column at which each column of the table begins, and the end."""
    total, passed, bounds = sum(table.widths), 0.0, [left + 1]
    for one in table.widths:
        passed += one
        bounds.append(left + 1 + round(passed / total * width))
    return bounds


def _height(table: Table, row: int, bounds: list[int]) -> float:
    fixed = table.style.head_height if row < table.head_rows else table.style.row_height
    return fixed or max(_needed(table, placed, bounds) for placed in place(table) if placed.row == row)


def _needed(table: Table, placed: Placed, bounds: list[int]) -> float:
    if placed.cell.rows > 1:
        return table.style.size * _LEADING + 2 * table.style.padding
    room = (bounds[placed.col + placed.cell.cols] - bounds[placed.col]) * _POINTS_PER_GRID
    lines = sum(1 + int(len(line) * table.style.size // room) for line in placed.cell.text.split("\n"))
    return lines * table.style.size * _LEADING + 2 * table.style.padding


def _cell(sheet: Worksheet, document: Document, table: Table, placed: Placed, top: int, bounds: list[int]) -> None:
    first, last = bounds[placed.col], bounds[placed.col + placed.cell.cols] - 1
    row, end = top + placed.row, top + placed.row + placed.cell.rows - 1
    border = _border(table, placed)
    for y in range(row, end + 1):
        for x in range(first, last + 1):
            sheet.cell(y, x).border = _part(border, y == row, x == last, y == end, x == first)
    sheet.merge_cells(start_row=row, start_column=first, end_row=end, end_column=last)
    cell = sheet.cell(row, first)
    text = "\n".join(placed.cell.text) if placed.cell.upright else placed.cell.text
    cell.value = text
    cell.number_format = "@"
    bold = table.style.bold and placed.cell.role in {"head", "group"}
    cell.font = Font(
        name=family(document.font), size=table.style.size, bold=bold, color=edges.ink(table, placed).replace("#", "FF")
    )
    vertical = {"top": "top", "middle": "center", "bottom": "bottom"}[table.style.valign]
    cell.alignment = Alignment(horizontal=edges.align(table, placed), vertical=vertical, wrap_text=True)
    fill = edges.fill(table, placed)
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill.replace("#", "FF"))


def _border(table: Table, placed: Placed) -> tuple[Side | None, ...]:
    word = "dotted" if edges.dashed(table) else "medium" if table.style.width > 1 else "thin"
    pen = Side(style=word, color=table.style.colour.replace("#", "FF"))
    return tuple(pen if drawn else None for drawn in edges.sides(table, placed))


def _part(sides: tuple[Side | None, ...], top: bool, right: bool, bottom: bool, left: bool) -> Border:
    """The border of one cell of the grid at the rim of a merged cell."""
    names = zip(("top", "right", "bottom", "left"), sides, (top, right, bottom, left), strict=True)
    return Border(**{name: side for name, side, at_rim in names if side and at_rim})

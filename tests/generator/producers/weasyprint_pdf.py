"""Documents through WeasyPrint (HTML and CSS), where its command is installed.

Belongs here: the HTML of blocks. Does not belong here: layouts or truth.
"""

from __future__ import annotations

import shutil
import subprocess
from html import escape
from pathlib import Path

from tests.generator import edges
from tests.generator.blocks import Block, Columns, Document, Page, Placed, Space, Table, Text, place
from tests.generator.producers.fonts import BOLD, GOTHIC, SIZES, family


def installed() -> bool:
    """Whether the command ``weasyprint`` is on the path."""
    return shutil.which("weasyprint") is not None


def render(document: Document, path: Path) -> None:
    """Write the document as a PDF by WeasyPrint."""
    page = path.with_suffix(".html")
    page.write_text(source(document), encoding="utf-8")
    subprocess.run(["weasyprint", "--quiet", str(page), str(path)], check=True)
    page.unlink()


def source(document: Document) -> str:
    """The HTML of a document."""
    pages = "\n".join(_page(page) for page in document.pages)
    head = f'<meta charset="utf-8"><style>{_css(document)}</style>'
    return f'<!doctype html><html lang="ja">{head}<body>{pages}</body></html>'


def _css(document: Document) -> str:
    fonts = f"@font-face {{ font-family: Embedded; src: url({GOTHIC.as_uri()}); }}"
    return (
        f"{fonts} @page portrait {{ size: A4; margin: {document.margin}pt; {_footer_css()} }}"
        f"@page landscape {{ size: A4 landscape; margin: {document.margin}pt; {_footer_css()} }}"
        f"body {{ font-family: '{family(document.font)}', Embedded; font-size: 9.5pt; line-height: 1.35; margin: 0; }}"
        "section { break-before: page; string-set: footer attr(data-footer); }"
        "section:first-child { break-before: auto; }"
        ".columns { display: flex; } .columns > div { flex: 1; }"
    )


def _footer_css() -> str:
    return "@bottom-center { content: string(footer); font-size: 8pt; }"


def _page(page: Page) -> str:
    name = "landscape" if page.landscape else "portrait"
    body = "\n".join(_block(block) for block in page.blocks)
    return f'<section style="page: {name}" data-footer="{escape(page.footer)}">{body}</section>'


def _block(block: Block) -> str:
    match block:
        case Table():
            return _table(block)
        case Text():
            return _text(block)
        case Space():
            return f'<div style="height: {block.height}pt"></div>'
        case Columns():
            parts = "".join("<div>" + "".join(_block(part) for part in column) + "</div>" for column in block.columns)
            return f'<div class="columns" style="gap: {block.gap}pt">{parts}</div>'


def _text(block: Text) -> str:
    weight = "bold" if block.kind in BOLD else "normal"
    side = {"unit_line": "right", "title": "center", "centre": "center"}.get(block.kind, "left")
    below = 1 if block.kind == "unit_line" else 5
    style = f"font-size: {SIZES[block.kind]}pt; font-weight: {weight}; text-align: {side}; margin: 5pt 0 {below}pt"
    return f'<p style="{style}">{_lines(block.text)}</p>'


def _table(table: Table) -> str:
    style = table.style
    gap = f"separate; border-spacing: {style.gutter}pt" if style.gutter else "collapse"
    css = (
        f"width: {table.width * 100}%; table-layout: fixed; border-collapse: {gap}; "
        f"font-size: {style.size}pt; margin: 2pt 0 6pt"
    )
    tracks = "".join(f'<col style="width: {width / sum(table.widths) * 100:.2f}%">' for width in table.widths)
    return f'<table style="{css}"><colgroup>{tracks}</colgroup>{_rows(table)}</table>'


def _rows(table: Table) -> str:
    rows = ["" for _ in table.rows]
    for placed in place(table):
        rows[placed.row] += _cell(table, placed)
    return "".join(f'<tr style="{_height(table, number)}">{cells}</tr>' for number, cells in enumerate(rows))


def _height(table: Table, row: int) -> str:
    height = table.style.head_height if row < table.head_rows else table.style.row_height
    return f"height: {height}pt" if height else ""


def _cell(table: Table, placed: Placed) -> str:
    cell, style = placed.cell, table.style
    weight = "bold" if style.bold and cell.role in {"head", "group"} else "normal"
    css = (
        f"text-align: {edges.align(table, placed)}; vertical-align: {style.valign}; padding: {style.padding}pt; "
        f"font-weight: {weight}; color: {edges.ink(table, placed)}; "
        f"background: {edges.fill(table, placed) or 'none'}; {_borders(table, placed)}"
    )
    text = "\n".join(cell.text) if cell.upright else cell.text
    return f'<td colspan="{cell.cols}" rowspan="{cell.rows}" style="{css}">{_inner(table, placed, _lines(text))}</td>'


def _inner(table: Table, placed: Placed, text: str) -> str:
    if table.style.inner_box and placed.row < table.head_rows:
        return f'<div style="background: {table.style.inner_box}; margin: 0 2pt">{text}</div>'
    return text


def _borders(table: Table, placed: Placed) -> str:
    pen = f"{table.style.width}pt {'dotted' if edges.dashed(table) else 'solid'} {table.style.colour}"
    names = zip(("top", "right", "bottom", "left"), edges.sides(table, placed), strict=True)
    return "; ".join(f"border-{name}: {pen if drawn else 'none'}" for name, drawn in names)


def _lines(text: str) -> str:
    return "<br>".join(escape(line).replace(" ", "&#32;") for line in text.split("\n"))

"""Documents through Typst: CID fonts, rules as lines, native column and row spans.

Belongs here: the Typst source of blocks. Does not belong here: layouts or truth.
"""

from __future__ import annotations

from pathlib import Path

import typst

from tests.generator import edges
from tests.generator.blocks import Block, Cell, Columns, Document, Page, Placed, Space, Table, Text, place
from tests.generator.producers.fonts import BOLD, GOTHIC, SIZES, family

_ALIGN = {"left": "left", "center": "center", "right": "right"}
_VALIGN = {"top": "top", "middle": "horizon", "bottom": "bottom"}


def render(document: Document, path: Path) -> None:
    """Write the document as a PDF by Typst."""
    path.with_suffix(".typ").write_text(source(document), encoding="utf-8")
    typst.compile(str(path.with_suffix(".typ")), output=str(path), font_paths=[str(GOTHIC.parent)])
    path.with_suffix(".typ").unlink()


def source(document: Document) -> str:
    """The Typst source of a document."""
    fonts = f'font: ("{family(document.font)}", "IPAexGothic")'
    head = f'#set document(date: none)\n#set text({fonts}, size: 9.5pt, lang: "ja")\n#set par(leading: 0.55em)\n'
    return head + "\n#pagebreak()\n".join(_page(document, page) for page in document.pages)


def _page(document: Document, page: Page) -> str:
    footer = f"align(center)[{_string(page.footer)}]" if page.footer else "none"
    settings = (
        f'#set page(paper: "{document.paper}", flipped: {str(page.landscape).lower()}, '
        f"margin: {document.margin}pt, footer: {footer})\n"
    )
    body = "\n".join(_block(block) for block in page.blocks)
    if page.sideways:
        body = f"#rotate(-90deg, reflow: true, box(width: 700pt)[{body}])"
    return settings + body


def _block(block: Block) -> str:
    match block:
        case Table():
            return _table(block)
        case Text():
            return _text(block)
        case Space():
            return f"#v({block.height}pt, weak: false)"
        case Columns():
            cells = ", ".join("[" + "\n".join(_block(b) for b in column) + "]" for column in block.columns)
            tracks = ", ".join("1fr" for _ in block.columns)
            return f"#grid(columns: ({tracks}), gutter: {block.gap}pt, {cells})"


def _text(block: Text) -> str:
    weight = "bold" if block.kind in BOLD else "regular"
    side = {"unit_line": "right", "title": "center", "centre": "center"}.get(block.kind, "left")
    below = 4 if block.kind == "unit_line" else 8
    return (
        f"#block(width: 100%, above: 8pt, below: {below}pt, align({side}, "
        f'text(size: {SIZES[block.kind]}pt, weight: "{weight}")[{_string(block.text)}]))'
    )


def _table(table: Table) -> str:
    style = table.style
    tracks = ", ".join(f"{width}fr" for width in table.widths)
    rows = ", ".join(_row_height(table, row) for row in range(len(table.rows)))
    cells = ",\n  ".join(_cell(table, placed) for placed in place(table))
    grid = (
        f"table(columns: ({tracks}), rows: ({rows},), inset: {style.padding}pt, gutter: {style.gutter}pt, "
        f"stroke: none,\n  {cells})"
    )
    return f"#block(width: {table.width * 100}%, text(size: {style.size}pt, {grid}))"


def _row_height(table: Table, row: int) -> str:
    height = table.style.head_height if row < table.head_rows else table.style.row_height
    return f"{height}pt" if height else "auto"


def _cell(table: Table, placed: Placed) -> str:
    cell, fill, ink = placed.cell, edges.fill(table, placed), edges.ink(table, placed)
    fill_word = f'rgb("{fill}")' if fill else "none"
    position = f"{_ALIGN[edges.align(table, placed)]} + {_VALIGN[table.style.valign]}"
    return (
        f"table.cell(x: {placed.col}, y: {placed.row}, colspan: {cell.cols}, rowspan: {cell.rows}, "
        f"align: {position}, fill: {fill_word}, stroke: {_stroke(table, placed)})"
        f'[#text(fill: rgb("{ink}"))[{_content(table, cell)}]]'
    )


def _stroke(table: Table, placed: Placed) -> str:
    dash = ', dash: "dotted"' if edges.dashed(table) else ""
    pen = f'(paint: rgb("{table.style.colour}"), thickness: {table.style.width}pt{dash})'
    names = zip(("top", "right", "bottom", "left"), edges.sides(table, placed), strict=True)
    return "(" + ", ".join(f"{name}: {pen if drawn else 'none'}" for name, drawn in names) + ")"


def _content(table: Table, cell: Cell) -> str:
    text = "\n".join(cell.text) if cell.upright else cell.text
    bold = table.style.bold and cell.role in {"head", "group"}
    return f"#strong[{_string(text)}]" if bold else _string(text)


def _string(text: str) -> str:
    """Typst content that prints the text as it is, line breaks included."""
    quoted = [line.replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n")]
    return "#linebreak()".join(f'#"{line}"' for line in quoted)

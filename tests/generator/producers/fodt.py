"""The flat ODF text of a document, for LibreOffice Writer.

Belongs here: ODF markup of blocks. Does not belong here: layouts or truth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.generator import edges
from tests.generator.blocks import Block, Columns, Document, Page, Placed, Space, Table, Text, place
from tests.generator.producers.fonts import BOLD, SIZES, family

_SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "style", "text", "table")
} | {"fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"}
_A4 = (595.3, 841.9)


@dataclass(slots=True)
class Styles:
    """The automatic styles used so far, each named once, and the width of the frame that is written into."""

    width: float
    names: dict[str, str] = field(default_factory=dict)

    def name(self, family_word: str, properties: str, extra: str = "") -> str:
        """The name of the style with these properties, declared on first use."""
        key = f'style:family="{family_word}"{extra}>{properties}'
        return self.names.setdefault(key, f"s{len(self.names)}")

    def declared(self) -> str:
        """The declarations of all styles."""
        return "\n".join(f'<style:style style:name="{name}" {key}</style:style>' for key, name in self.names.items())


def source(document: Document) -> str:
    """The flat ODF of a document."""
    styles = Styles(0.0)
    body = "\n".join(_page(document, page, number, styles) for number, page in enumerate(document.pages))
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{_default(document)}</office:styles>"
        f"<office:automatic-styles>{styles.declared()}{_page_layouts(document)}</office:automatic-styles>"
        f"<office:master-styles>{_masters(document)}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _default(document: Document) -> str:
    name = family(document.font)
    fonts = f'style:font-name-asian="{name}" fo:font-family="{name}" style:font-family-asian="{name}"'
    language = 'fo:language="ja" fo:country="JP"'
    text = f'<style:text-properties {fonts} fo:font-size="9.5pt" style:font-size-asian="9.5pt" {language}/>'
    return f'<style:default-style style:family="paragraph">{text}</style:default-style>'


def _page_layouts(document: Document) -> str:
    def one(name: str, width: float, height: float, way: str) -> str:
        size = f'fo:page-width="{width}pt" fo:page-height="{height}pt" style:print-orientation="{way}"'
        margins = f'fo:margin="{document.margin}pt" fo:margin-bottom="24pt"'
        footer = '<style:footer-style><style:header-footer-properties fo:min-height="20pt"/></style:footer-style>'
        properties = f"<style:page-layout-properties {size} {margins}/>"
        return f'<style:page-layout style:name="{name}">{properties}{footer}</style:page-layout>'

    return one("portrait", *_A4, "portrait") + one("landscape", _A4[1], _A4[0], "landscape")


def _masters(document: Document) -> str:
    def one(number: int, page: Page) -> str:
        way = "landscape" if page.landscape else "portrait"
        footer = f'<style:footer><text:p text:style-name="footer">{escape(page.footer)}</text:p></style:footer>'
        return (
            f'<style:master-page style:name="page{number}" style:page-layout-name="{way}">{footer}</style:master-page>'
        )

    return "".join(one(number, page) for number, page in enumerate(document.pages))


def _page(document: Document, page: Page, number: int, styles: Styles) -> str:
    styles.width = _A4[1 if page.landscape else 0] - 2 * document.margin
    start = styles.name(
        "paragraph", '<style:text-properties fo:font-size="2pt"/>', f' style:master-page-name="page{number}"'
    )
    return f'<text:p text:style-name="{start}"/>' + "".join(
        _block(block, styles, styles.width) for block in page.blocks
    )


def _block(block: Block, styles: Styles, width: float) -> str:
    match block:
        case Table():
            return _table(block, styles, width * block.width)
        case Text():
            return _text(block, styles)
        case Space():
            return _blank(styles, block.height)
        case Columns():
            return _columns(block, styles, width)


def _blank(styles: Styles, height: float) -> str:
    small = '<style:text-properties fo:font-size="2pt" style:font-size-asian="2pt"/>'
    name = styles.name("paragraph", f'<style:paragraph-properties fo:margin-top="{height}pt"/>{small}')
    return f'<text:p text:style-name="{name}"/>'


def _columns(block: Columns, styles: Styles, width: float) -> str:
    """Blocks side by side, as a table without rules."""
    part = width / len(block.columns)
    table = styles.name("table", f'<style:table-properties style:width="{width}pt" table:align="left"/>')
    column = styles.name("table-column", f'<style:table-column-properties style:column-width="{part}pt"/>')
    cell = styles.name(
        "table-cell", f'<style:table-cell-properties fo:padding="0pt" fo:padding-right="{block.gap}pt"/>'
    )
    inner = ("".join(_block(one, styles, part - block.gap) for one in blocks) for blocks in block.columns)
    cells = "".join(
        f'<table:table-cell table:style-name="{cell}">{content}{_blank(styles, 0)}</table:table-cell>'
        for content in inner
    )
    tracks = f'<table:table-column table:style-name="{column}"/>' * len(block.columns)
    return f'<table:table table:style-name="{table}">{tracks}<table:table-row>{cells}</table:table-row></table:table>'


def _text(block: Text, styles: Styles) -> str:
    side = {"unit_line": "end", "title": "center", "centre": "center"}.get(block.kind, "start")
    below = 1 if block.kind == "unit_line" else 4
    paragraph = f'<style:paragraph-properties fo:text-align="{side}" fo:margin-top="4pt" fo:margin-bottom="{below}pt"/>'
    name = styles.name("paragraph", paragraph + _letters(SIZES[block.kind], block.kind in BOLD))
    return f'<text:p text:style-name="{name}">{_lines(block.text)}</text:p>'


def _letters(size: float, bold: bool, ink: str = "#000000") -> str:
    weight = "bold" if bold else "normal"
    sizes = f'fo:font-size="{size}pt" style:font-size-asian="{size}pt"'
    weights = f'fo:font-weight="{weight}" style:font-weight-asian="{weight}"'
    return f'<style:text-properties {sizes} {weights} fo:color="{ink}"/>'


def _table(table: Table, styles: Styles, width: float) -> str:
    name = styles.name(
        "table",
        f'<style:table-properties style:width="{width}pt" table:align="left" fo:margin-bottom="6pt" '
        'table:border-model="collapsing"/>',
    )
    sizes = [one / sum(table.widths) * width for one in table.widths]
    tracks = "".join(
        f'<table:table-column table:style-name="{styles.name("table-column", _column(size))}"/>' for size in sizes
    )
    return f'<table:table table:style-name="{name}">{tracks}{_rows(table, styles)}</table:table>{_blank(styles, 0)}'


def _column(size: float) -> str:
    return f'<style:table-column-properties style:column-width="{size:.2f}pt"/>'


def _rows(table: Table, styles: Styles) -> str:
    starts = {(placed.row, placed.col): placed for placed in place(table)}
    rows = []
    for row in range(len(table.rows)):
        cells = "".join(
            _cell(table, starts[row, col], styles) if (row, col) in starts else "<table:covered-table-cell/>"
            for col in range(len(table.widths))
        )
        rows.append(f'<table:table-row table:style-name="{_row_style(table, row, styles)}">{cells}</table:table-row>')
    return "".join(rows)


def _row_style(table: Table, row: int, styles: Styles) -> str:
    height = table.style.head_height if row < table.head_rows else table.style.row_height
    fixed = f'style:row-height="{height}pt"' if height else 'style:min-row-height="4pt"'
    return styles.name("table-row", f'<style:table-row-properties {fixed} fo:keep-together="auto"/>')


def _cell(table: Table, placed: Placed, styles: Styles) -> str:
    cell = placed.cell
    side = {"left": "start", "center": "center", "right": "end"}[edges.align(table, placed)]
    letters = _letters(table.style.size, table.style.bold and cell.role in {"head", "group"}, edges.ink(table, placed))
    paragraph = styles.name("paragraph", f'<style:paragraph-properties fo:text-align="{side}"/>{letters}')
    name = styles.name("table-cell", _cell_properties(table, placed))
    spans = f'table:number-columns-spanned="{cell.cols}" table:number-rows-spanned="{cell.rows}"'
    text = "\n".join(cell.text) if cell.upright else cell.text
    content = f'<text:p text:style-name="{paragraph}">{_lines(text)}</text:p>'
    return f'<table:table-cell table:style-name="{name}" {spans}>{content}</table:table-cell>'


def _cell_properties(table: Table, placed: Placed) -> str:
    pen = f"{table.style.width}pt {'dotted' if edges.dashed(table) else 'solid'} {table.style.colour}"
    names = zip(("top", "right", "bottom", "left"), edges.sides(table, placed), strict=True)
    borders = " ".join(f'fo:border-{name}="{pen if drawn else "none"}"' for name, drawn in names)
    fill = edges.fill(table, placed) or "transparent"
    valign = table.style.valign
    inside = f'fo:background-color="{fill}" fo:padding="{table.style.padding}pt" style:vertical-align="{valign}"'
    return f"<style:table-cell-properties {borders} {inside}/>"


def _lines(text: str) -> str:
    return "<text:line-break/>".join(escape(line).replace("  ", " <text:s/>") for line in text.split("\n"))

"""What goes wrong on the way from a table to a file, by name.

``radicals``: characters of the text layer are radicals that look the same; ``fake_bold``: every glyph is drawn thrice;
``no_map``: fonts lose their ToUnicode map;
``no_heading_map``: only the first font (that of the headings) does..

Belongs here: defects of the text and of the finished file. Does not belong here: drawing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.generator.blocks import Block, Cell, Columns, Document, Space, Table, Text

RADICALS = str.maketrans(
    "人用民長西青子生月日水火土金山車行自見言食高力口小女大工手文方比目立老耳足身音鬼",
    "⼈⽤⺠⻑⻄⻘⼦⽣⽉⽇⽔⽕⼟⾦⼭⾞⾏⾃⾒⾔⾷⾼⼒⼝⼩⼥⼤⼯⼿⽂⽅⽐⽬⽴⽼⽿⾜⾝⾳⻤",
)


def before(document: Document) -> Document:
    """The document as it is drawn: its truth stays what it is."""
    if "radicals" not in document.defects:
        return document
    pages = tuple(replace(page, blocks=tuple(_folded(block) for block in page.blocks)) for page in document.pages)
    return replace(document, pages=pages)


def _folded(block: Block) -> Block:
    match block:
        case Table():
            return replace(block, rows=tuple(tuple(_folded_cell(cell) for cell in row) for row in block.rows))
        case Text():
            return replace(block, text=block.text.translate(RADICALS))
        case Columns():
            return replace(block, columns=tuple(tuple(_folded(part) for part in column) for column in block.columns))
        case Space():
            return block


def _folded_cell(cell: Cell) -> Cell:
    return replace(cell, text=cell.text.translate(RADICALS))


def after(document: Document, path: Path) -> None:
    """Damage the finished file where the document says so."""
    if "no_map" in document.defects:
        _strip_maps(path, None)
    if "no_heading_map" in document.defects:
        _strip_maps(path, 1)


def _strip_maps(path: Path, count: int | None) -> None:
    """Rename the first ``count`` keys ``/ToUnicode``, or all; equal length keeps every offset right."""
    data = path.read_bytes()
    places = [found.start() for found in re.finditer(rb"/ToUnicode\b", data)][:count]
    if not places:
        raise ValueError(f"{path.name}: no map in plain sight")
    for place in places:
        data = data[:place] + b"/XoUnicode" + data[place + 10 :]
    path.write_bytes(data)

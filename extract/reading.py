"""One document, from its bytes to printed records: the stages of reading in their order.

Belongs here: the order of the stages. Does not belong here: any rule of reading.
Reading is a pure function of the bytes and the lexicon.
"""

from __future__ import annotations

from pathlib import Path

import pdfplumber

from extract.intake import open_checks
from extract.model import Reading
from extract.page import page_content
from extract.sheet import Sheet, sheet_of
from extract.tables.document import read_tables
from extract.triage import pages_to_parse


def read_pdf(path: Path) -> Reading:
    """Read one PDF.

    Raises ``UnreadableDocument`` where the file is empty, no PDF, damaged, encrypted or without a text layer.
    """
    open_checks(path)
    wanted, pages = pages_to_parse(path)
    reading = Reading(document=path.stem, pages=pages)
    sheets = _sheets(path, wanted)
    read_tables(sheets, reading)
    return reading


def _sheets(path: Path, wanted: list[int]) -> list[Sheet]:
    with pdfplumber.open(path, pages=wanted) as pdf:
        sheets = []
        for page in pdf.pages:
            sheets.append(sheet_of(page_content(page)))
            page.close()
    return sheets

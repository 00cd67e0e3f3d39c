"""One document, from its bytes to printed records: the stages of reading in their order.

Belongs here: the order of the stages. Does not belong here: any rule of reading.
Reading is a pure function of the bytes and the lexicon.
"""

from __future__ import annotations

from pathlib import Path

import pdfplumber

from extract.captions import plan_period_in
from extract.intake import open_checks
from extract.model import Reading, ReviewNote
from extract.page import page_content
from extract.records import read_records
from extract.sheet import Sheet, sheet_of
from extract.tables.document import read_tables
from extract.triage import PageLook, look_at_pages


def read_pdf(path: Path) -> Reading:
    """Read one PDF.

    Raises ``UnreadableDocument`` where the file is empty, no PDF, damaged, encrypted or without a text layer.
    """
    open_checks(path)
    looks = look_at_pages(path)
    reading = Reading(document=path.stem, pages=len(looks), review=_unread_pages(looks), plan_period=plan_period_in(look.text for look in looks))
    sheets = _sheets(path, [look.number for look in looks if look.verdict == "read"])
    read_tables(sheets, reading)
    read_records(sheets, reading)
    return reading


def _unread_pages(looks: list[PageLook]) -> list[ReviewNote]:
    """Pages that hold something but no text to trust: a person must look at them."""
    reasons = {"no_text": "page_without_text", "untrusted": "page_with_unmapped_fonts"}
    return [ReviewNote(look.number, None, reasons[look.verdict], "") for look in looks if look.verdict in reasons]


def _sheets(path: Path, wanted: list[int]) -> list[Sheet]:
    sheets: list[Sheet] = []
    if not wanted:
        return sheets
    with pdfplumber.open(path, pages=wanted) as pdf:
        for page in pdf.pages:
            sheets.append(sheet_of(page_content(page)))
            page.close()
    return sheets

"""One document, from its bytes to printed records: the stages of reading in their order.

Belongs here: the order of the stages. Does not belong here: any rule of reading.
Reading is a pure function of the bytes and the lexicon.
"""

from __future__ import annotations

from pathlib import Path

from extract.captions import plan_period_in
from extract.doubts import doubt
from extract.errors import Unreadable
from extract.intake import open_checks, unreadable
from extract.model import Reading, ReviewNote
from extract.page import page_content
from extract.parsing import PageNotParsed, pages_of
from extract.records import read_records
from extract.sheet import Sheet, sheet_of
from extract.tables.document import read_tables
from extract.triage import PageLook, Verdict, look_at_pages

_WITH_TEXT: tuple[Verdict, ...] = ("read", "skip")
_UNREAD: dict[Verdict, str] = {
    "no_text": "page_without_text",
    "untrusted": "page_with_unmapped_fonts",
    "garbled": "page_with_garbled_text",
}
"""Verdict on a page that holds something but no text to trust → the reason of its review item."""


def read_pdf(path: Path) -> Reading:
    """Read one PDF.

    Raises ``UnreadableDocument`` where the file is empty, no PDF, damaged, encrypted or without a text layer.
    """
    open_checks(path)
    looks = look_at_pages(path)
    if not any(look.verdict in _WITH_TEXT for look in looks):
        raise unreadable(path, Unreadable.NO_TEXT)
    plan_period = plan_period_in(look.text for look in looks)
    reading = Reading(document=path.stem, pages=len(looks), review=_unread_pages(looks), plan_period=plan_period)
    sheets = _sheets(path, [look.number for look in looks if look.verdict == "read"], reading)
    read_tables(sheets, reading)
    read_records(sheets, reading)
    doubt(reading, [look.number for look in looks if look.hidden], "invisible-text")
    return reading


def _unread_pages(looks: list[PageLook]) -> list[ReviewNote]:
    """Pages that hold something but no text to trust: a person must look at them."""
    return [ReviewNote(look.number, None, _UNREAD[look.verdict], "") for look in looks if look.verdict in _UNREAD]


def _sheets(path: Path, wanted: list[int], reading: Reading) -> list[Sheet]:
    """The wanted pages laid out; a page that cannot be parsed leaves a note for a person."""
    sheets: list[Sheet] = []
    missing = set(wanted)
    for page in pages_of(path, wanted):
        missing.discard(page.page_number)
        try:
            sheets.append(sheet_of(page_content(page)))
        except PageNotParsed as error:
            reading.review.append(ReviewNote(page.page_number, None, error.reason, error.detail))
    reading.review.extend(ReviewNote(number, None, "page_broken", "not found") for number in sorted(missing))
    return sheets

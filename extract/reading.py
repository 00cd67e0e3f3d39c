"""One document, from its bytes to printed records: the stages of reading in their order.

Belongs here: the order of the stages. Does not belong here: any rule of reading.
Reading is a pure function of the bytes and the lexicon (and of the engine, where one reads pictures).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from extract.doubts import doubt
from extract.errors import Unreadable
from extract.intake import checked_pages, unreadable
from extract.model import Reading, ReviewNote
from extract.ocr import Engine, page_text, recognised_pages
from extract.page import PageContent, page_content
from extract.parsing import PageNotParsed, pages_of
from extract.plan_period import plan_period_in
from extract.records import read_records
from extract.scanned import with_pictured_rules
from extract.sheet import Sheet, sheet_of
from extract.tables.document import read_tables
from extract.triage import PageLook, Verdict, is_trusted, is_untold, is_worth_reading, look_at_pages

_WITH_TEXT: tuple[Verdict, ...] = ("read", "skip")
_UNREAD: dict[Verdict, str] = {
    "no_text": "page_without_text",
    "untrusted": "page_with_unmapped_fonts",
    "garbled": "page_with_garbled_text",
}
"""Verdict on a page that holds something but no text to trust → the reason of its review item."""
_MOST_MARKS = 2_000  # four times the most that a page of the collection or the corpus has
_FEW = 4  # letters that no font names: fewer are marks (●, ☑)
_SAMPLE = 200  # characters of a recognised page that its review item shows


def read_pdf(path: Path, engine: Engine | None = None) -> Reading:
    """Read one PDF; pages without text to trust are read by ``engine`` from their picture where one is given.

    Raises ``UnreadableDocument`` where the file is empty, no PDF, damaged, encrypted or holds no text to read.
    """
    looks = look_at_pages(checked_pages(path, needs_text=engine is None))
    parsed = _parsed_untrusted(path, looks)
    looks = _looked_again(looks, parsed)
    pictured = _pictured(path, looks, engine)
    if not pictured and not any(look.verdict in _WITH_TEXT for look in looks):
        raise unreadable(path, Unreadable.NO_TEXT)
    reading = Reading(path.stem, len(looks), plan_period_in(look.text for look in looks))
    reading.review.extend(_page_notes(looks, pictured))
    sheets = _sheets(path, [look for look in looks if look.verdict == "read"], parsed, reading)
    sheets.extend(sheet_of(content) for content in pictured.values() if is_worth_reading(page_text(content)))
    sheets.sort(key=lambda sheet: sheet.number)
    read_tables(sheets, reading)
    read_records(sheets, reading)
    reading.review.extend(_drowned(sheets, reading))
    doubt(reading, [look.number for look in looks if look.hidden], "invisible-text")
    doubt(reading, pictured, "read-by-ocr")
    doubt(reading, [look.number for look in looks if look.fonts_tell], "letters-by-font")
    return reading


def _parsed_untrusted(path: Path, looks: list[PageLook]) -> dict[int, PageContent]:
    """The pages in fonts without a character map, by number, as far as they can be parsed: the embedded fonts may know their letters."""
    doubtful = [look.number for look in looks if look.verdict == "untrusted"]
    parsed: dict[int, PageContent] = {}
    for page in pages_of(path, doubtful) if doubtful else ():
        with suppress(PageNotParsed):  # it stays untrusted, and is left for review as such
            parsed[page.page_number] = page_content(page)
    return parsed


def _looked_again(looks: list[PageLook], parsed: dict[int, PageContent]) -> list[PageLook]:
    """The looks, pages in fonts without a character map read by what the embedded fonts say of themselves, where they do."""
    told = {number: page_text(content) for number, content in parsed.items()}
    return [
        PageLook(look.number, "read", told[look.number], fonts_tell=True)
        if look.number in told and is_trusted(told[look.number])
        else look
        for look in looks
    ]


def _pictured(path: Path, looks: list[PageLook], engine: Engine | None) -> dict[int, PageContent]:
    """The pages without text to trust in which an engine recognised something, by number."""
    if engine is None:
        return {}
    contents = recognised_pages(path, [look.number for look in looks if look.verdict in _UNREAD], engine)
    return {content.number: content for content in contents if content.glyphs}


def _page_notes(looks: list[PageLook], pictured: dict[int, PageContent]) -> list[ReviewNote]:
    """Pages that hold something but no text to trust: a person must look at them, also at what an engine made of them."""
    return [
        ReviewNote(look.number, None, "page_read_by_ocr", page_text(pictured[look.number])[:_SAMPLE])
        if look.number in pictured
        else ReviewNote(look.number, None, _UNREAD[look.verdict], "")
        for look in looks
        if look.verdict in _UNREAD
    ]


def _sheets(path: Path, wanted: list[PageLook], parsed: dict[int, PageContent], reading: Reading) -> list[Sheet]:
    """The wanted pages laid out; a page that cannot be parsed leaves a note for a person."""
    contents = {look.number: parsed[look.number] for look in wanted if look.number in parsed}
    rest = [look.number for look in wanted if look.number not in parsed]
    for page in pages_of(path, rest) if rest else ():
        try:
            contents[page.page_number] = page_content(page)
        except PageNotParsed as error:
            reading.review.append(ReviewNote(page.page_number, None, error.reason, error.detail))
    noted = {note.page for note in reading.review}
    missing = [look.number for look in wanted if look.number not in contents and look.number not in noted]
    reading.review.extend(ReviewNote(number, None, "page_broken", "not found") for number in missing)
    reading.review.extend(note for content in contents.values() if (note := _untold(content)) is not None)
    scans = [contents[look.number] for look in wanted if look.hidden and look.number in contents]
    contents |= {content.number: content for content in with_pictured_rules(path, scans)} if scans else {}
    return [sheet_of(content) for _, content in sorted(contents.items())]


def _untold(content: PageContent) -> ReviewNote | None:
    """A note on a page where letters are left that no font names: what they say is not read."""
    untold = sum(is_untold(glyph.text) for glyph in content.glyphs)
    if untold < _FEW:
        return None
    return ReviewNote(content.number, None, "page_with_unmapped_fonts", f"{untold} letters that no font names")


def _drowned(sheets: list[Sheet], reading: Reading) -> list[ReviewNote]:
    """Pages of more lines than any table has, of which nothing was read: what they hold may lie under a drawing."""
    told = {figure.page for figure in reading.figures} | {measure.page for measure in reading.measures}
    told |= {project.page for project in reading.projects} | {phase.page for phase in reading.phases}
    told |= {status.page for status in reading.statuses} | {survey.page for survey in reading.surveys}
    return [
        ReviewNote(
            sheet.number, None, "page_too_crowded", f"{len(sheet.content.marks):,} lines and boxes, nothing read"
        )
        for sheet in sheets
        if len(sheet.content.marks) > _MOST_MARKS and sheet.number not in told
    ]

"""Which pages hold text to read, which hold something else that a person must look at, and which hold nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import Unreadable, UnreadableDocument
from extract.intake import checked_pages
from extract.reading import read_pdf
from extract.triage import look_at_pages
from tests.hostile.paper import FREE, file_of, table, words

PICTURE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\n\xff\nendstream"
SCAN = b"q 595 0 0 842 0 0 cm /X Do Q\n"
LOGO = b"q 60 0 0 60 20 20 cm /X Do Q\n"
OUTLINES = b"".join(b"%d %d 3 5 re f\n" % (x, y) for x in range(10, 500, 10) for y in range(10, 100, 10))
SOUP = "".join(chr(0xC0 + n % 60) for n in range(90))
LATIN = "lH fi tR ix mH E tx sE uH rE nT oL " * 4
PROSE = "本市では、市民の皆さまとともに歩むまちづくりを進めており、その考え方を第一章にまとめました。".replace(
    "第一章", "ここ"
)

PAGES: dict[str, tuple[bytes, str, bool]] = {
    "a table": (table(), "read", False),
    "prose without a figure": (words(PROSE, 40, 700), "skip", False),
    "nothing": (b"", "blank", False),
    "a logo alone": (LOGO, "blank", False),
    "a scan": (SCAN, "no_text", False),
    "a scan with a page number": (SCAN + words("- 12 -", 280, 20), "no_text", False),
    "letters as outlines": (OUTLINES, "no_text", False),
    "letters as outlines with a page number": (OUTLINES + words("12", 280, 20), "no_text", False),
    "a table on a picture": (SCAN + table(), "read", False),
    "a table under a picture": (table() + SCAN, "read", True),
    "an invisible table over a scan": (SCAN + table(mode=3), "read", True),
    "invisible letters of another language": (SCAN + words(LATIN, 40, 700, mode=3) + table(mode=3), "garbled", True),
    "accented letters": (words(SOUP, 40, 700), "untrusted", False),
}
"""What lies on a page → how to draw it, the verdict, and whether its text is hidden."""


@pytest.mark.parametrize("name", PAGES)
def test_the_verdict_on_a_page(name: str, tmp_path: Path) -> None:
    content, verdict, hidden = PAGES[name]
    (look,) = look_at_pages(checked_pages(written(tmp_path, content), needs_text=False))
    assert (look.verdict, look.hidden) == (verdict, hidden)


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("nothing", []),
        ("a logo alone", []),
        ("prose without a figure", []),
        ("a scan with a page number", ["page_without_text"]),
        ("letters as outlines", ["page_without_text"]),
        ("invisible letters of another language", ["page_with_garbled_text"]),
        ("accented letters", ["page_with_unmapped_fonts"]),
    ],
)
def test_an_unread_page_beside_a_read_one_is_noted(name: str, reasons: list[str], tmp_path: Path) -> None:
    reading = read_pdf(written(tmp_path, table(), PAGES[name][0]))
    assert [(note.page, note.reason) for note in reading.review] == [(2, reason) for reason in reasons]
    assert {figure.page for figure in reading.figures} == {1}


@pytest.mark.parametrize("name", ["a scan", "letters as outlines", "invisible letters of another language", "nothing"])
def test_a_document_of_nothing_to_read_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(written(tmp_path, PAGES[name][0], b""))
    assert caught.value.reason is Unreadable.NO_TEXT


@pytest.mark.parametrize("name", ["an invisible table over a scan", "a table under a picture"])
def test_hidden_text_is_read_and_never_published_unseen(name: str, tmp_path: Path) -> None:
    reading = read_pdf(written(tmp_path, PAGES[name][0], table()))
    hidden = [figure for figure in reading.figures if figure.page == 1]
    assert [figure.raw_text for figure in hidden] == ["1200", "1500", "345", "400"]
    assert all(figure.confidence < 0.9 and "invisible-text" in figure.rules for figure in hidden)
    assert all("invisible-text" not in figure.rules for figure in reading.figures if figure.page == 2)


def written(folder: Path, *pages: bytes) -> Path:
    """A file of these pages, each of which may draw the picture ``X``."""
    (folder / "a.pdf").write_bytes(file_of(pages, {FREE: PICTURE}))
    return folder / "a.pdf"

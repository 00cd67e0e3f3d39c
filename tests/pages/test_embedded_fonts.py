"""Embedded fonts say themselves which letters their codes are, or nothing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import matplotlib_fontja
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from extract.embedded_fonts import letters_told

FONT = next((Path(matplotlib_fontja.__file__).parent / "fonts").glob("*.ttf"))
WORDS = "指標日5"


def small_font(*, with_table: bool, with_names: bool) -> TTFont:
    """A font of a few letters, with or without its table of characters and the names of its glyphs."""
    options = subset.Options(glyph_names=with_names, notdef_outline=True)
    font = TTFont(FONT)
    cutter = subset.Subsetter(options)
    cutter.populate(text=WORDS)
    cutter.subset(font)
    font["post"].formatType = 2.0 if with_names else 3.0
    if not with_table:
        del font["cmap"]
    return font


def spec_of(font: TTFont, **more: object) -> dict[str, object]:
    """The dictionary of a CID font in which a glyph's number is its code."""
    stored = BytesIO()
    font.save(stored)
    file = PDFStream({}, stored.getvalue())
    return {
        "Subtype": LIT("CIDFontType2"),
        "CIDSystemInfo": {"Ordering": b"Identity"},
        "FontDescriptor": {"FontFile2": file},
    } | more


def told_words(told: dict[int, str] | None) -> set[str]:
    return set("".join((told or {}).values())) & set(WORDS)


@pytest.mark.parametrize(("with_table", "with_names"), [(True, False), (False, True), (True, True)])
def test_a_table_of_characters_or_names_of_glyphs_tell_the_letters(with_table: bool, with_names: bool) -> None:
    assert told_words(letters_told(spec_of(small_font(with_table=with_table, with_names=with_names)))) == set(WORDS)


def test_a_font_without_both_tells_nothing() -> None:
    assert told_words(letters_told(spec_of(small_font(with_table=False, with_names=False)))) == set()


def test_codes_lead_to_glyphs_by_the_map_of_the_pdf() -> None:
    font = small_font(with_table=True, with_names=False)
    glyph = font.getGlyphID(font.getBestCmap()[ord("標")])
    leads = PDFStream({}, bytes([0, 0, 0, 0]) + glyph.to_bytes(2))
    assert letters_told(spec_of(font, CIDToGIDMap=leads)) == {2: "標"}


def test_a_map_of_the_pdf_or_an_encoding_comes_first() -> None:
    font = small_font(with_table=True, with_names=True)
    assert letters_told(spec_of(font, ToUnicode=PDFStream({}, b""))) is None
    assert letters_told({**spec_of(font), "Subtype": LIT("TrueType"), "Encoding": LIT("WinAnsiEncoding")}) is None


def test_codes_counted_anew_from_one_are_no_letters() -> None:
    font = small_font(with_table=True, with_names=False)
    order = font.getGlyphOrder()
    for table in font["cmap"].tables:
        table.cmap = dict(enumerate(order[1:], 1))
    assert letters_told({**spec_of(font), "Subtype": LIT("TrueType")}) == {}


def test_a_broken_font_is_left_to_pdfminer() -> None:
    broken = spec_of(small_font(with_table=True, with_names=True))
    broken["FontDescriptor"] = {"FontFile2": PDFStream({}, b"no font at all")}
    assert letters_told(broken) is None


def test_codes_of_an_encoding_are_left_to_pdfminer() -> None:
    font = small_font(with_table=True, with_names=False)
    order = font.getGlyphOrder()
    for table in font["cmap"].tables:
        table.cmap = {0: order[0], 13: order[0], 0x35: order[1]}
    assert letters_told({**spec_of(font), "Subtype": LIT("TrueType")}) is None

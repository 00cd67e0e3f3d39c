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

from extract.embedded_fonts import Letters, letters_told
from tests.letter_shapes import FILE, shapes_of

FONT = next((Path(matplotlib_fontja.__file__).parent / "fonts").glob("*.ttf"))
WORDS = "指標日5"
_CODES = 40  # more than the glyphs of a font of these


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


def told_words(told: Letters | None) -> set[str]:
    assert told is not None
    return set("".join(told(code) for code in range(_CODES))) & set(WORDS)


@pytest.mark.parametrize(("with_table", "with_names"), [(True, False), (False, True), (True, True)])
def test_a_table_of_characters_or_names_of_glyphs_tell_the_letters(with_table: bool, with_names: bool) -> None:
    assert told_words(letters_told(spec_of(small_font(with_table=with_table, with_names=with_names)))) == set(WORDS)


def test_outlines_of_open_fonts_tell_the_letters_where_nothing_names_them() -> None:
    assert told_words(letters_told(spec_of(small_font(with_table=False, with_names=False)))) == set(WORDS)


def test_a_font_without_names_and_with_outlines_of_its_own_tells_nothing() -> None:
    font = small_font(with_table=False, with_names=False)
    widen(font, 1.1)
    assert told_words(letters_told(spec_of(font))) == set()


def test_the_known_outlines_are_those_of_the_fonts_that_the_file_names() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    known = {line[0]: set(line[1:].split()) for line in lines if not line.startswith("# ")}
    shapes = shapes_of(str(FONT))
    assert len(shapes) > 7_000
    assert all(shape in known[char] for char, shape in shapes.items())


def test_codes_lead_to_glyphs_by_the_map_of_the_pdf() -> None:
    font = small_font(with_table=True, with_names=False)
    glyph = font.getGlyphID(font.getBestCmap()[ord("標")])
    leads = PDFStream({}, bytes([0, 0, 0, 0]) + glyph.to_bytes(2))
    told = letters_told(spec_of(font, CIDToGIDMap=leads))
    assert told is not None
    assert [told(code).strip() for code in range(4)] == ["", "", "標", ""]


def test_a_map_of_the_pdf_or_an_encoding_comes_first() -> None:
    font = small_font(with_table=True, with_names=True)
    assert letters_told(spec_of(font, ToUnicode=PDFStream({}, b""))) is None
    assert letters_told({**spec_of(font), "Subtype": LIT("TrueType"), "Encoding": LIT("WinAnsiEncoding")}) is None


@pytest.mark.parametrize(("scale", "letters"), [(1.0, set(WORDS)), (1.1, set())])
def test_codes_counted_anew_from_one_are_what_their_outlines_show(scale: float, letters: set[str]) -> None:
    font = small_font(with_table=True, with_names=False)
    widen(font, scale)
    order = font.getGlyphOrder()
    for table in font["cmap"].tables:
        table.cmap = dict(enumerate(order[1:], 1))
    assert told_words(letters_told({**spec_of(font), "Subtype": LIT("TrueType")})) == letters


def widen(font: TTFont, scale: float) -> None:
    """Make the outlines of a font others than those of the font that it was."""
    for name in font.getGlyphOrder():
        if font["glyf"][name].numberOfContours > 0:
            font["glyf"][name].coordinates.scale((scale, 1))


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

"""What an embedded font itself says of its codes, where the PDF gives no character map (ToUnicode).

Belongs here: from the tables of a font to the characters of its codes. Does not belong here: maps that the PDF gives (``fonts``), the
outlines of known letters (``letter_shapes``).
A font names its glyphs by its own character table or by their names (uni65E5, aj3392: glyph 3392 of Adobe-Japan1); what it does not
name, the outline may show. The codes of a subset that were counted anew from 1 say nothing: what they look like as letters is chance.
Source: ISO 32000-1, 9.7.4 and 9.10.2; OpenType, tables ``cmap`` and ``post``; Adobe Glyph List.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO

from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont
from pdfminer.cmapdb import CMapDB
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import literal_name

from extract.letter_shapes import Outline, letter_shown

_BY_CID = ("CIDFontType0", "CIDFontType2")
_COUNTED = ("Identity", "UCS")  # orderings whose CIDs are those of the one font; UCS is what fpdf2 writes
_JAPAN1 = re.compile(r"aj0*(\d+)")
_FIRST_OF_SUBSET = 1  # a code that stands for nothing in any encoding: where it is taken, codes were counted anew
_WITH_NAMES = 2.0  # format of the table ``post`` that names the glyphs
_RADICALS = range(0x2E80, 0x2FE0)

Spec = Mapping[str, object]
Letters = Callable[[int], str]
"""The letter of a code, nothing where the font does not tell it; asked only for the codes that a page draws."""
Glyphs = Callable[[int], Outline | None]


def letters_told(spec: Spec) -> Letters | None:
    """What the embedded font tells of codes; None where those of a font are known without it, or its file is broken."""
    try:
        told = None if "ToUnicode" in spec else _told(spec)
    except (
        Exception
    ):  # the border to a library that meets a broken font with whatever it stumbles over: left to pdfminer
        return None
    return _guarded(told) if told else None


def _guarded(told: Letters) -> Letters:
    def letter(code: int) -> str:
        try:
            return told(code)
        except Exception:  # the same border: a broken glyph tells nothing, and is left for review as any untold letter
            return ""

    return letter


def _told(spec: Spec) -> Letters | None:
    subtype = literal_name(resolve1(spec.get("Subtype", "")))
    if subtype in _BY_CID and _ordering(spec) in _COUNTED:
        return _by_cid(spec)
    return _by_code(spec) if subtype == "TrueType" and "Encoding" not in spec else None


def _by_cid(spec: Spec) -> Letters | None:
    """The letters by CID; a CID is a glyph's number, or leads to one by CIDToGIDMap."""
    font = _font(spec)
    glyphs = _glyphs(font) if font else _bare_glyphs(spec)
    if glyphs is None:
        return None
    named = _characters(font) if font else {}
    number = _leads(spec)
    return lambda cid: named.get(number(cid)) or letter_shown(glyphs(number(cid)))


def _leads(spec: Spec) -> Callable[[int], int]:
    """The number of a glyph by CID; a CID beyond the map leads to glyph 0, which is no letter."""
    leads = resolve1(spec.get("CIDToGIDMap"))
    if not isinstance(leads, PDFStream):
        return lambda cid: cid
    data = leads.get_data()
    return lambda cid: int.from_bytes(data[2 * cid : 2 * cid + 2])


def _by_code(spec: Spec) -> Letters | None:
    """The letters by one-byte code of a subset with codes of its own."""
    font = _font(spec)
    codes = {code: name for table in _tables(font) for code, name in table.items()}
    if font is None or _FIRST_OF_SUBSET not in codes:
        return None
    named, glyphs = set(_names(font)), font.getGlyphSet()
    said = {code: char for code, name in codes.items() if name in named and (char := _named(name))}
    return lambda code: said.get(code) or letter_shown(glyphs.get(codes.get(code)))


def _tables(font: TTFont | None) -> list[dict[int, str]]:
    """The tables of codes of a font: glyph name by code."""
    return [table.cmap for table in font["cmap"].tables if hasattr(table, "cmap")] if font and "cmap" in font else []


def _font(spec: Spec) -> TTFont | None:
    """The embedded font, opened; None where there is none, or a bare CFF font."""
    whole = _file(spec, "FontFile3")
    data = _file(spec, "FontFile2") or (whole if whole and whole.startswith(b"OTTO") else None)
    return TTFont(BytesIO(data), lazy=True) if data else None


def _file(spec: Spec, key: str) -> bytes | None:
    """The data of an embedded font file; None where the font has none under that key."""
    descriptor = resolve1(spec.get("FontDescriptor"))
    file = resolve1(descriptor.get(key)) if isinstance(descriptor, dict) else None
    return file.get_data() if isinstance(file, PDFStream) else None


def _glyphs(font: TTFont) -> Glyphs:
    """The glyphs of a font by their numbers."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    return lambda number: glyphs[order[number]] if number < len(order) else None


def _bare_glyphs(spec: Spec) -> Glyphs | None:
    """The glyphs of an embedded bare CFF font, by CID where it counts by these, else by their numbers; None without such a font."""
    data = _file(spec, "FontFile3")
    if data is None:
        return None
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    top = fonts[0]
    by_cid = hasattr(top, "ROS")
    names = {int(n[3:]) if by_cid and n.startswith("cid") else i: n for i, n in enumerate(top.charset)}
    return lambda number: top.CharStrings[names[number]] if number in names else None


def _characters(font: TTFont) -> dict[int, str]:
    """Character by number of glyph: by the font's own table, else by the names of its glyphs."""
    mapped = {font.getGlyphID(name): chr(code) for code, name in sorted(_best(font), key=_ranked)}
    named = {font.getGlyphID(name): char for name in _names(font) if (char := _named(name))}
    return named | mapped


def _names(font: TTFont) -> list[str]:
    """The names that a font itself gives its glyphs; those of a font without any are made up from its codes."""
    return list(font.getGlyphOrder()) if "post" in font and font["post"].formatType == _WITH_NAMES else []


def _best(font: TTFont) -> list[tuple[int, str]]:
    return list((font.getBestCmap() or {}).items()) if "cmap" in font else []


def _ranked(pair: tuple[int, str]) -> tuple[bool, int]:
    """Order in which a later character of one glyph wins: an ideograph over the radical that looks like it."""
    return (pair[0] not in _RADICALS, -pair[0])


def _named(name: str) -> str:
    """The character that the name of a glyph stands for, or nothing."""
    number = _JAPAN1.fullmatch(name)
    if number is None:
        return str(agl.toUnicode(name))
    table = CMapDB.get_unicode_map("Adobe-Japan1")
    return table.cid2unichr.get(int(number[1]), "")


def _ordering(spec: Spec) -> str:
    info = resolve1(spec.get("CIDSystemInfo"))
    ordering = resolve1(info.get("Ordering")) if isinstance(info, dict) else b""
    return ordering.decode("latin1").strip() if isinstance(ordering, bytes) else ""

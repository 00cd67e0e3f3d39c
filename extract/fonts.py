"""The fonts of a document, each made once, with the character maps that producers write read in one go.

Belongs here: maps of hexadecimal codes between bfchar and bfrange (ISO 32000-1, 9.10.3). Does not belong here: what a font says of
a character (``chars``). pdfminer reads maps by its tokeniser for whole files, which takes most of the time that a short document
needs; a map that holds anything else than such codes is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

from extract.chars import Letter, letter_of
from extract.embedded_fonts import Letters, letters_told

_SECTION = re.compile(rb"\bbeginbf(char|range)\b(.*?)\bendbf\1\b", re.DOTALL)
_OTHER = re.compile(rb"\b(?:usecmap|begincid|beginnotdef)|\bendcmap\b.*\bbegin(?:cmap|bf)", re.DOTALL)
_KEY, _TEXT = rb"<(?:[0-9A-Fa-f]{2}){1,4}>\s*+", rb"<[0-9A-Fa-f]{2,}+>\s*+"
_CHARS = re.compile(rb"\s*+(?:%s%s)*+" % (_KEY, _TEXT))
_RANGES = re.compile(rb"\s*+(?:%s%s<[0-9A-Fa-f]{2,8}>\s*+)*+" % (_KEY, _KEY))
_CODE = re.compile(rb"<(\w+)>")


class Fonts(PDFResourceManager):
    """pdfminer's store of fonts, which hands out each with its character map."""

    def __init__(self) -> None:
        super().__init__()
        self._letters: dict[tuple[PDFFont, int], Letter] = {}

    def letter(self, font: PDFFont, cid: int) -> Letter:
        """What a font says of a code, asked once."""
        letter = self._letters.get((font, cid))
        if letter is None:
            letter = self._letters[font, cid] = letter_of(font, cid)
        return letter

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font that a dictionary describes."""
        if objid and objid in self._cached_fonts:
            return super().get_font(objid, spec)
        told = _map_of(spec)
        if told is None:
            return super().get_font(objid, spec)
        font = cast("Any", super().get_font(objid, {**spec, "ToUnicode": PDFStream({}, b"")}))
        font.unicode_map = told
        font.cid2unicode = {} if isinstance(told, _Told) else getattr(font, "cid2unicode", {})
        return cast("PDFFont", font)


def _map_of(spec: Mapping[str, object]) -> FileUnicodeMap | None:
    """The characters of a font's codes: by the map that the PDF gives, else by what the embedded font says; None: as pdfminer has it."""
    stream = resolve1(spec.get("ToUnicode"))
    if isinstance(stream, PDFStream):
        return character_map(stream.get_data())
    letters = letters_told(spec)
    return _Told(letters) if letters else None


class _Told(FileUnicodeMap):
    """A map of pdfminer's that asks an embedded font."""

    def __init__(self, letters: Letters) -> None:
        super().__init__()
        self._letters = letters

    def get_unichr(self, cid: int) -> str:
        """The character of a code; KeyError where nothing tells it."""
        if letter := self._letters(cid):
            return letter
        raise KeyError(cid)


def character_map(data: bytes) -> FileUnicodeMap | None:
    """The map that the data of a ToUnicode stream state; none where they hold more than codes and ranges of codes."""
    sections = list(_SECTION.finditer(data))
    if _OTHER.search(data) or not all(_is_plain(section) for section in sections):
        return None
    told = FileUnicodeMap()
    for section in sections:
        codes = [_bytes(code) for code in _CODE.findall(section[2])]
        for key, text in _pairs(codes) if section[1] == b"char" else _spread(codes):
            told.add_cid2unichr(key, text)
    return told


def _is_plain(section: re.Match[bytes]) -> bool:
    return bool((_CHARS if section[1] == b"char" else _RANGES).fullmatch(section[2]))


def _bytes(code: bytes) -> bytes:
    """The bytes of a code; of an odd number of digits, which one producer writes, the last is a byte, as pdfminer has it."""
    digits = code.decode("ascii")
    return bytes.fromhex(digits if len(digits) % 2 == 0 else f"{digits[:-1]}0{digits[-1]}")


def _pairs(codes: list[bytes]) -> Iterator[tuple[int, bytes]]:
    """Each code with its text."""
    return ((int.from_bytes(key), text) for key, text in zip(codes[::2], codes[1::2], strict=True))


def _spread(codes: list[bytes]) -> Iterator[tuple[int, bytes]]:
    """Every code from a first to a last one, with the text of the first counted up."""
    for first, last, text in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
        start, base = int.from_bytes(first), int.from_bytes(text)
        if len(first) == len(last):
            yield from (
                (start + i, (base + i).to_bytes(4)[-len(text) :]) for i in range(int.from_bytes(last) - start + 1)
            )

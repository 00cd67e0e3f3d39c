"""Folding of text for parsing: one character for one, so that every parsed span points back to the printed text.

Belongs here: full-width forms, dash kinds, blanks inside words. Does not belong here: what a word or number means.
Circled numbers and raised note marks are never folded to digits (``①100`` is not 1100, ``12.3¹`` not 12.31), and
``ー`` is never a dash inside a word. Text for display is folded by ``extract.folding.fold_printed`` alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.folding import fold_printed
from extract.unit_words import unit_table

MARKS = "".join(
    chr(code)
    for first, last in ((0x2460, 0x2473), (0x2776, 0x2793), (0x24F5, 0x24FE))
    for code in range(first, last + 1)
)
RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹⁾"
_KEPT = frozenset(MARKS + RAISED)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―─━﹣－⁻₋", "-") | {"−": "-", "〜": "~", "～": "~", "∼": "~", "⁓": "~"})
_BROKEN_NUMBER = re.compile(r"[0-9],[0-9]{1,2}$")
_UNIT_BEFORE = re.compile(r"(?<=[0-9百千万億])([A-Za-z][A-Za-z/-]*)$")
_UNIT_AFTER = re.compile(r"[A-Za-z0-9/-]{1,4}(?=$|[\s(,、])")
_ASCII_WORD = re.compile(r"[0-9A-Za-z]")


@cache
def _fold_character(character: str) -> str:
    """NFKC of one character where it stays one character; anything longer (㎡, ℃, ㋿) is kept for the lexicon."""
    if character in _KEPT:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


@lru_cache(maxsize=20_000)
def fold_characters(text: str) -> str:
    """``text`` folded character by character, of the same length: ２ → 2, ％ → %, （ → (, ー stays."""
    printed = fold_printed(text).translate(_DASHES)
    return "".join(map(_fold_character, printed)).translate(_DASHES)


@lru_cache(maxsize=20_000)
def fold_field(text: str) -> str:
    """``text`` for comparing and parsing: full NFKC, marks kept, dashes unified, no blanks at all."""
    parts = re.split(f"([{MARKS}{RAISED}])", fold_printed(text))
    folded = "".join(part if part in _KEPT else unicodedata.normalize("NFKC", part) for part in parts if part)
    return "".join(folded.translate(_DASHES).split())


def join_lines(text: str) -> str:
    """Printed text on one line: a break inside a word goes, one between two words in Latin letters becomes a blank."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        gap = " " if _ASCII_WORD.match(joined[-1]) and _ASCII_WORD.match(line[0]) else ""
        joined += gap + line
    return joined


@dataclass(frozen=True, slots=True)
class Aligned:
    """Folded text without the blanks inside words, with the way back to the printed text.

    ``origin[i]`` is the place in ``raw`` of ``text[i]``; ``gaps`` and ``lines`` are the places in ``text`` before
    which the printed text has a blank or a line break.
    """

    raw: str
    text: str
    origin: tuple[int, ...]
    gaps: frozenset[int]
    lines: frozenset[int]

    def printed(self, start: int, end: int) -> str:
        """The printed text of ``text[start:end]``, line breaks kept."""
        return self.raw[self.origin[start] : self.origin[end - 1] + 1].strip() if start < end else ""

    def next_gap(self, start: int) -> int:
        """The first place after ``start`` before which a blank is printed, or the end."""
        return min((gap for gap in self.gaps if gap > start), default=len(self.text))

    def next_line(self, start: int) -> int:
        """The first place after ``start`` at which a new line begins, or the end."""
        return min((line for line in self.lines if line > start), default=len(self.text))


def _parts_words(text: str, blank: str, rest: str) -> bool:
    """Whether a blank parts two Latin words or numbers; 12,4 and 80 on two lines, or kW and h, are one, broken by the cell."""
    if "\n" in blank and ((rest[0].isdigit() and _BROKEN_NUMBER.search(text)) or _is_broken_unit(text, rest)):
        return False
    return bool(_ASCII_WORD.match(text[-1]) and _ASCII_WORD.match(rest))


def _is_broken_unit(text: str, rest: str) -> bool:
    """True where the Latin letters before and after a line break are one known unit, right behind digits or a scale."""
    before, after = _UNIT_BEFORE.search(text), _UNIT_AFTER.match(rest)
    return before is not None and after is not None and before[1] + after[0] in _latin_units()


@cache
def _latin_units() -> frozenset[str]:
    return frozenset(unit for units in unit_table()["dimensions"].values() for unit in units if unit.isascii())


def align(raw: str) -> Aligned:
    """Fold ``raw`` for parsing; one blank is kept only between two Latin letters or digits (``GPS 5``, ``100 200``)."""
    folded = fold_characters(raw)
    text, origin = "", list[int]()
    gaps, lines = set[int](), set[int]()
    blank = ""
    for place, character in enumerate(folded):
        if character.isspace():
            blank += character
            continue
        if blank and text and _parts_words(text, blank, folded[place:]):
            text, origin = text + " ", [*origin, place - 1]
        if blank and text:
            gaps.add(len(text))
            lines.update({len(text)} if "\n" in blank else ())
        text, origin, blank = text + character, [*origin, place], ""
    return Aligned(raw, text, tuple(origin), frozenset(gaps), frozenset(lines))

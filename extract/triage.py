"""Which pages can hold a table of indicators: one cheap look at what lies on every page.

Belongs here: the choice of pages. Does not belong here: how their layers are told (``layers``), reading of a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

import pypdfium2

from extract.labels import squeeze
from extract.layers import SCAN_COVERS, SCAN_TEXT, Layers, layers_of
from extract.lexicon import load

Verdict = Literal["read", "skip", "blank", "no_text", "untrusted", "garbled"]
_UNTOLD = re.compile(r"\(cid:\d+\)")  # a character that no font names
_UNSEEN = 0.2  # share of unseen characters from which the text of a page is what a machine took a picture for


@dataclass(frozen=True, slots=True)
class PageLook:
    """The verdict on one page, its bare text, whether that text is hidden under what is printed, and whether only its fonts
    tell the letters.

    The verdicts: worth parsing, nothing to find, nothing on it at all, a picture instead of text, text in fonts without
    a character map, hidden text that is no Japanese.
    """

    number: int
    verdict: Verdict
    text: str
    hidden: bool = False
    fonts_tell: bool = False


def look_at_pages(pages: Iterable[pypdfium2.PdfPage]) -> list[PageLook]:
    """One look at every page of a PDF, in order; each need be open only until the next is taken."""
    looks: list[PageLook] = []
    carries = False
    for number, layers in enumerate(map(layers_of, pages), 1):
        verdict = verdict_on(layers, carries)
        carries = verdict == "read"
        looks.append(PageLook(number, verdict, layers.text, layers.unseen >= _UNSEEN))
    return looks


def verdict_on(layers: Layers, carries: bool) -> Verdict:
    """The verdict on the layers of a page; ``carries`` tells that the page before was worth parsing."""
    plain = squeeze(layers.text)
    if len(plain) < SCAN_TEXT and _is_pictured(layers):
        return "no_text"
    if not plain:
        return "blank"
    if min(_known_share(plain), 1 - layers.unmapped) < _words()["trusted_share"]:
        return "untrusted"
    if layers.unseen >= _UNSEEN and _japanese_share(plain) < _words()["japanese_share"]:
        return "garbled"
    return "read" if is_worth_reading(layers.text) or (carries and _may_carry_on(layers.text)) else "skip"


def is_untold(char: str) -> bool:
    """True for what stands for a letter that no font names."""
    return bool(_UNTOLD.fullmatch(char))


def is_trusted(text: str) -> bool:
    """True where nearly all characters of a parsed text are told, and those that a Japanese page can print."""
    told = _UNTOLD.sub("", squeeze(text))
    untold = len(_UNTOLD.findall(text))
    enough = len(told) > untold * cast("int", _words()["told"])
    return enough and _known_share(told) >= cast("float", _words()["trusted_share"])


def is_worth_reading(text: str) -> bool:
    """True where a bare text holds a digit and words that stand on pages with figures, as they stand there."""
    plain, words = squeeze(text), _words()
    if not any(c.isdigit() for c in plain):
        return False
    if _holds(plain, words["words"]) or any(re.search(words["arrows"], squeeze(line)) for line in text.splitlines()):
        return True
    return _holds(plain, words["common_words"]) and (
        _stands_alone(text) or _prose_share(text) <= words["pieces"]["prose"]
    )


def _holds(plain: str, words: list[str]) -> bool:
    return any(word in plain for word in words)


def _stands_alone(text: str) -> bool:
    """True where one of the common words stands in a short line of its own, or heads a column with others beside it."""
    common: list[str] = _words()["common_words"]
    lines = (squeeze(line) for line in text.splitlines())
    if any(len(line) <= _words()["pieces"]["short"] and _holds(line, common) for line in lines):
        return True
    return any(squeeze(piece).partition("(")[0] in common for piece in text.split())


def _prose_share(text: str) -> float:
    """Share of the characters in pieces as long as only prose is; figures with their years (37,222人（2022(令和4)年度）) are none."""
    pieces = text.split()
    limits: dict[str, float] = _words()["pieces"]
    long = [piece for piece in pieces if len(piece) >= limits["long"]]
    prose = [piece for piece in long if sum(map(str.isdigit, piece)) < limits["digits"] * len(piece)]
    return sum(map(len, prose)) / max(sum(map(len, pieces)), 1)


def _may_carry_on(text: str) -> bool:
    limits: dict[str, float] = _words()["carries_on"]
    digits = sum(c.isdigit() for c in text)
    return (
        digits >= limits["digits"] and text.count("。") <= limits["sentences"] and _prose_share(text) <= limits["prose"]
    )


def _is_pictured(layers: Layers) -> bool:
    """True for a page that shows something which its text layer does not hold: a scan, or letters drawn as outlines."""
    return layers.covered > SCAN_COVERS or layers.drawn >= _words()["outlines"]


def _japanese_share(plain: str) -> float:
    """Share of kana and ideographs among the letters."""
    letters = [c for c in plain if c.isalpha()]
    japanese = sum("\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" for c in letters)
    return japanese / len(letters) if letters else 1.0


def _known_share(plain: str) -> float:
    """Share of characters that a Japanese page can print."""
    return 1.0 - sum(n for char, n in Counter(plain).items() if _is_strange(char)) / len(plain)


def _is_strange(char: str) -> bool:
    """True for control, private-use, unassigned and replacement characters, and for accented letters (ƒ, ÿ, Ú)."""
    accented = "\u00c0" <= char <= "\u024f" and char.isalpha()
    return accented or char == "\ufffd" or unicodedata.category(char) in ("Cc", "Co", "Cn", "Cs")


@cache
def _words() -> dict[str, Any]:
    return cast("dict[str, Any]", load("triage.yml"))

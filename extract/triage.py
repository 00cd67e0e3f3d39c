"""Which pages can hold a table of indicators: one cheap look at the bare text of every page.

Belongs here: the choice of pages by pypdfium2's text. Does not belong here: reading of a page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import pypdfium2

from extract.labels import squeeze
from extract.lexicon import load

Verdict = Literal["read", "skip", "no_text", "untrusted"]


@dataclass(frozen=True, slots=True)
class PageLook:
    """The verdict on one page (worth parsing, nothing to find, no text at all, untrusted text) and its bare text."""

    number: int
    verdict: Verdict
    text: str


def look_at_pages(path: Path) -> list[PageLook]:
    """One look at every page of a PDF, in order."""
    looks: list[PageLook] = []
    carries = False
    for number, text in enumerate(_page_texts(path), 1):
        verdict = verdict_on(text, carries)
        carries = verdict == "read"
        looks.append(PageLook(number, verdict, text))
    return looks


def verdict_on(text: str, carries: bool) -> Verdict:
    """The verdict on the bare text of a page; ``carries`` tells that the page before was worth parsing."""
    plain = squeeze(text)
    if not plain:
        return "no_text"
    if _known_share(plain) < _words()["trusted_share"]:
        return "untrusted"
    if any(c.isdigit() for c in plain) and any(word in plain for word in _words()["words"]):
        return "read"
    return "read" if carries and _may_carry_on(plain) else "skip"


def _may_carry_on(plain: str) -> bool:
    limits: dict[str, int] = _words()["carries_on"]
    return sum(c.isdigit() for c in plain) >= limits["digits"] and plain.count("。") <= limits["sentences"]


def _known_share(plain: str) -> float:
    """Share of characters that are no control, private-use, unassigned or replacement characters."""
    strange = sum(unicodedata.category(c) in ("Cc", "Co", "Cn", "Cs") or c == "\ufffd" for c in plain)
    return 1.0 - strange / len(plain)


@cache
def _words() -> dict[str, Any]:
    return cast("dict[str, Any]", load("triage.yml"))


def _page_texts(path: Path) -> Iterator[str]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        for page in pdf:
            textpage = page.get_textpage()
            yield textpage.get_text_range()
            textpage.close()
            page.close()
    finally:
        pdf.close()

"""Words that are units wherever they stand: in a header's bracket, in a unit column, behind 単位：.

Belongs here: telling a unit from any other short text. Does not belong here: what a unit is worth (``transforms.units``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, cast

from extract.lexicon import load

_PER = r"(?:/[^()]{1,6})?(?:・[^()]{1,4})?"


def unit_in_bracket(inner: str) -> str:
    """The unit that the squeezed inside of a bracket names, as printed, or nothing."""
    found = _unit_word().fullmatch(inner)
    return found.group(1) if found else ""


@cache
def unit_table() -> dict[str, Any]:
    """The sections of ``units.yml``."""
    return cast("dict[str, Any]", load("units.yml"))


@cache
def _unit_word() -> re.Pattern[str]:
    table = unit_table()
    measured = [unit for units in table["dimensions"].values() for unit in units]
    written = {unicodedata.normalize("NFKC", str(word)) for word in (*measured, *table["counters"])}
    words = sorted(written, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:単位:?)?((?:千|百|万|億|十万|百万)?(?:{'|'.join(map(re.escape, words))}){_PER})")

"""How alike two printed names are, from 0 to 1, whatever their spacing, brackets and width of characters.

Belongs here: comparison of names. Does not belong here: what follows from a likeness (``transforms.linking``).
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

# A name that stands whole inside the other is nearly the same name, unless it is a mere 件数 or 割合.
_CONTAINED = 0.85
_SHORTEST_CONTAINED = 4
# 導入台数（災害時優先電話） without its brackets, or what they hold, is a little less than the name itself.
_PART = 0.95
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NOT_A_LETTER = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """The letters and digits of ``text`` alone, in one width and one case."""
    return _NOT_A_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


def likeness(one: str, other: str) -> float:
    """The best likeness of the two names as a whole or, where one alone has brackets, of its parts to the other."""
    plain, against = (unicodedata.normalize("NFKC", text) for text in (one, other))
    whole = _alike(fold_name(plain), fold_name(against))
    if bool(_BRACKETS.search(plain)) == bool(_BRACKETS.search(against)):
        return whole
    bracketed, bare = (plain, against) if _BRACKETS.search(plain) else (against, plain)
    parts = (fold_name(part) for part in (_BRACKETS.sub("", bracketed), *_BRACKETS.findall(bracketed)))
    return max([whole, *(_PART * _alike(part, fold_name(bare)) for part in parts if part)])


def _alike(one: str, other: str) -> float:
    if not (one and other):
        return 0.0
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    contained = _CONTAINED if len(short) >= _SHORTEST_CONTAINED and short in long else 0.0
    return max(contained, SequenceMatcher(None, short, long, autojunk=False).ratio())

"""Folding of characters that stand for another one only because of a font: radicals and compatibility ideographs.

Belongs here: what makes printed text readable without changing what is printed. Does not belong here: full-width
digits, marks, dashes (``transforms.folding`` folds those for parsing, never for display).
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from extract.yaml_file import read_yaml

_RADICALS = Path(__file__).parent / "lexicon" / "radicals.yml"
_NFKC_BLOCKS = ((0x2F00, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


@cache
def radical_map() -> dict[int, str]:
    """The translation table for ``str.translate``: code point of a stand-in to the character that is meant.

    Covers the Kangxi radicals and the compatibility ideographs (by NFKC), the CJK Radicals Supplement (by Unicode's
    Equivalent_Unified_Ideograph) and the vertical presentation forms of punctuation.
    """
    table = {
        code: unicodedata.normalize("NFKC", chr(code))
        for first, last in _NFKC_BLOCKS
        for code in range(first, last + 1)
    }
    sections: dict[str, dict[str, str]] = read_yaml(_RADICALS.read_text(encoding="utf-8"))
    for section in sections.values():
        table.update({ord(stand_in): meant for stand_in, meant in section.items()})
    return table


@lru_cache(maxsize=20_000)
def fold_printed(text: str) -> str:
    """``text`` as printed, with ⽤ (U+2F64) as 用 and ⺠ (U+2EA0) as 民; nothing else changes, the length neither."""
    return text.translate(radical_map())

"""Parts of an indicator (男性, 小学生): words that name no indicator by themselves.

Belongs here: telling such a word. Does not belong here: what it is a part of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from extract.labels import squeeze
from extract.lexicon import load


def is_part(text: str) -> bool:
    """True for a text that is nothing but a part of an indicator."""
    return bool(_pattern().fullmatch(squeeze(text)))


@cache
def _pattern() -> re.Pattern[str]:
    words = cast("dict[str, list[str]]", load("parts.yml"))["words"]
    return re.compile("|".join(f"(?:{word})" for word in words))

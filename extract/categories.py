"""The mark of a category (新規, 継続) that is printed in one cell with a name, taken off the name.

Belongs here: telling a name from the mark beside it. Does not belong here: what a category means.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from extract.lexicon import load


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A name with a mark behind a blank, in brackets behind it, or in brackets before it."""
    words = "|".join(map(re.escape, cast("dict[str, list[str]]", load("categories.yml"))["words"]))
    opening, closing = r"[（(【〔［\[]\s*", r"\s*[）)】〕］\]]"
    return (
        re.compile(rf"(?P<name>.*\S)\s+(?P<mark>{words})\s*", re.DOTALL),
        re.compile(rf"(?P<name>.*\S)\s*{opening}(?P<mark>{words}){closing}\s*", re.DOTALL),
        re.compile(rf"\s*{opening}(?P<mark>{words}){closing}\s*(?P<name>\S.*)", re.DOTALL),
    )


def split_category(text: str) -> tuple[str, str]:
    """The name and the category printed beside it, as printed; the whole text and a blank where there is no mark."""
    found = next((match for pattern in _patterns() if (match := pattern.fullmatch(text))), None)
    return (found["name"], found["mark"]) if found else (text, "")

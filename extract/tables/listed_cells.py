"""Cells that list several indicators, each behind a mark with its value on the line below (・受講者数 / 9,870人 / ・…).

Belongs here: telling such a list, its names and values. Does not belong here: what kind and year they are of (``columnar``), cells that
label their values by kinds (``labelled_cells``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.labels import label_of, squeeze
from extract.shapes import closes_bracket, is_dash, is_figure, looks_like_value

_MARK = re.compile(r"[・●○◎■□◆◇▪◼•‣★☆▶▷]\s*(?=\S)")
_FEWEST_LETTERS = 3  # of a name
_LONGEST_WORDS = 16  # characters of a value in words (調査なし, 減少)
_LONGEST_VALUE = 24
_WRAPPED = 2  # lines of a value that is wrapped
_WORDS = re.compile(r"[^\d]+")

Item = tuple[str, str]
"""A name and its value, as printed."""


@lru_cache(maxsize=5_000)
def listed_items(text: str) -> tuple[Item, ...]:
    """The items of a cell; nothing where a line stands before the first mark, or an item holds no value."""
    items: list[list[str]] = []
    for line in text.split("\n"):
        mark = _MARK.match(line)
        if mark:
            items.append([line[mark.end() :]])
        elif items:
            items[-1].append(line)
        else:
            return ()
    parted = [_parted(lines) for lines in items]
    return tuple(item for item in parted if item) if parted and all(parted) else ()


def _parted(lines: list[str]) -> Item | None:
    """Name and value of the lines of one item: the value is the last line, with the one above it where its bracket is wrapped."""
    wrapped = len(lines) > _WRAPPED and closes_bracket(lines[-1])
    start = len(lines) - (_WRAPPED if wrapped else 1)
    name, value = "".join(lines[:start]).strip(), "".join(lines[start:]).strip()
    named = sum(char.isalpha() for char in name) >= _FEWEST_LETTERS and not label_of(name).speaks
    return (name, value) if named and _may_be_value(value) else None


def _may_be_value(text: str) -> bool:
    """True for a dash, a figure, perhaps with words before it (３年間で延べ60回), and a short word."""
    plain = squeeze(text)
    valued = is_dash(text) or is_figure(text) or (looks_like_value(text) and len(plain) <= _LONGEST_VALUE)
    return valued or (0 < len(plain) <= _LONGEST_WORDS and bool(_WORDS.fullmatch(plain)))

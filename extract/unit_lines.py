"""Lines and titles that state the unit of a whole table: （単位：千円、％）.

Belongs here: the unit as printed. Does not belong here: which figures it holds for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.labels import squeeze
from extract.unit_words import unit_in_bracket

_UNIT_LINE = re.compile(r"[(\[【<※]*単位[:：は/]?([^)\]】>]+)[)\]】>]?")
_UNIT_INSIDE = re.compile(r"[(\[【<]単位[:：は/]?([^()\[\]【】<>]+)[)\]】>]")
_UNIT_BEHIND = re.compile(r"(?<=[^\s（(［\[【〔])\s*単位[:：][^\s:：（()）\[\]【】〔〕]{1,8}$")
_FIRST_OF_LINE = re.compile(r"単位\s*[:：]\s*([^\s()（）、,]+)[ 　]+(\S.*)$")  # 単位：千円　４ 次期計画に向けて
_NEXT_KEY = re.compile(r"\s+(?=[^\s:：]{1,8}[:：])")  # 単位：人 評価：Ａ


@lru_cache(maxsize=20_000)
def unit_line(text: str) -> str:
    """The unit that a line such as （単位：千円） states, or nothing."""
    first = _FIRST_OF_LINE.search(text)
    if (
        first
        and unit_in_bracket(squeeze(first.group(1)))
        and not unit_in_bracket(squeeze(first.group(2)).strip("、・,"))
    ):
        return squeeze(first.group(1))
    parts = [squeeze(part) for part in by_keys(text)]
    found = next((f for plain in parts if (f := _UNIT_LINE.fullmatch(plain) or _UNIT_INSIDE.search(plain))), None)
    return found.group(1) if found and len(found.group(1)) <= 16 else ""


def without_unit_behind(text: str) -> str:
    """A name or a head without the unit that its label states behind it (客室稼働率　単位：％)."""
    return _UNIT_BEHIND.sub("", text) or text


def by_keys(text: str) -> list[str]:
    """A line cut before each key with a colon (指標名：会員数　単位：人)."""
    return _NEXT_KEY.split(text)


def up_to_next_key(text: str) -> str:
    """What a line says of a key, without the keys behind it (kW 評価：Ａ)."""
    return by_keys(text)[0]


def is_unit_line(plain: str) -> bool:
    """True for a squeezed line that states a unit and nothing else."""
    return bool(_UNIT_LINE.fullmatch(plain))


def title_unit(plain: str) -> str:
    """The unit in brackets that a squeezed title ends with, or nothing."""
    found = re.search(r"\(([^()]+)\)$", plain)
    return unit_in_bracket(found.group(1)) if found else ""

"""Shapes of printed text: what looks like a figure, a dash, a repetition mark, a running number.

Belongs here: tests of form that need no position and no lexicon of roles. Does not belong here: conversion.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from extract.arrows import arrow_parts
from extract.labels import label_of, period_in, squeeze
from extract.lexicon import phrase
from extract.unit_words import unit_in_bracket

_REMNANT = re.compile(r"^[▲△約]?\d[\d,.]*|(?:以上|以下|未満|以内|程度|超)$")
_DASHES = re.compile(r"[-ー─━―‐－—–−－*＊/／・…]{1,5}|\(-\)")
_IN_BRACKET = re.compile(r"^\([^()]+\)|\([^()]+\)$")
_DITTO = phrase("ditto")
_NUMBERED = re.compile(r"\(?\d{1,3}(?:[-ー.・]\d{1,3}){0,3}\)?|[①-⑳]|[A-Z]-?\d{1,3}(?:-\d{1,3})?|[アイウエオ]")
_BARE_YEAR = re.compile(r"['’]?(?:元|\d{1,2}|\d{4})(?:年度?)?")
_CHOICES = re.compile(r"(?:[□■☐☑☒✓✔◻◼][^\d□■☐☑☒✓✔◻◼]{2,}){2}")
_SHORTEST_RUN = 3  # years that follow each other
_FARTHEST_YEAR = 12
_BESIDE_ARROW = 2
_LONGEST_WORD = 16  # characters of a dated value in words
_DATED = re.compile(r"[（(](?P<behind>[^()（）]+)[)）]\s*$|^(?P<before>\S+)\s+(?=\S)")
_DEPARTMENT = phrase("department")
_PER_ONE, _GRADE = phrase("per_one"), phrase("grade")


@lru_cache(maxsize=20_000)
def is_dash(text: str) -> bool:
    """True for a cell that holds nothing but a dash."""
    return bool(_DASHES.fullmatch(squeeze(text)))


def is_dated_dash(text: str) -> bool:
    """True for a dash, be there a period in brackets behind it or before it (―（R4））."""
    plain = squeeze(text)
    inside = _IN_BRACKET.search(plain)
    return is_dash(text) or bool(
        inside and period_in(inside[0]) and is_dash(plain[: inside.start()] + plain[inside.end() :])
    )


def is_ditto(text: str) -> bool:
    """True for 〃 and 同上: as above."""
    return bool(_DITTO.fullmatch(squeeze(text)))


def in_brackets(text: str) -> bool:
    """True for a text that a pair of brackets encloses: （令和5年度）."""
    plain = squeeze(text)
    return plain.startswith("(") and plain.endswith(")")


def closes_bracket(text: str) -> bool:
    """True for the end of a text whose bracket opens on the line above it (和2)年度)."""
    plain = squeeze(text)
    return plain.find(")") >= 0 and "(" not in plain[: plain.find(")")]


def is_periods(text: str) -> bool:
    """True for several periods and nothing else: the years of a column, run together."""
    plain, periods = squeeze(text), 0
    while found := period_in(plain):
        plain, periods = plain.replace(found, "", 1), periods + 1
    return periods > 1 and not any(char.isdigit() for char in plain)


def is_remnant(text: str) -> bool:
    """True for a figure with its unit, or the end of one (507件, 人以上): what is left of a value that was cut."""
    rest = _REMNANT.sub("", squeeze(text))
    return not rest or bool(unit_in_bracket(rest))


def is_unit_in_brackets(text: str) -> bool:
    """True for a unit in brackets and nothing else: （％）, 【件】, （人／人口10万対）."""
    plain = squeeze(text)
    enclosed = in_brackets(text) or (plain.startswith("【") and plain.endswith("】"))
    return enclosed and bool(unit_in_bracket(plain[1:-1]))


def is_unit(text: str) -> bool:
    """True for a unit and nothing else, in brackets or not: 人, （％）."""
    return is_unit_in_brackets(text) or bool(unit_in_bracket(squeeze(text)))


def is_number_mark(text: str) -> bool:
    """True for a running number (2-3, ①, A-1)."""
    return bool(_NUMBERED.fullmatch(squeeze(text)))


def is_circled(text: str) -> bool:
    """True for a number in a circle alone (①): a class or a running number, never a value."""
    return len(text.strip()) == 1 and "①" <= text.strip() <= "⑳"


def is_department(text: str) -> bool:
    """True where every line reads like the name of a department."""
    parts = [part for part in re.split(r"[\n、・,]", text) if part.strip()]
    return bool(parts) and all(_DEPARTMENT.fullmatch(squeeze(part)) for part in parts)


@lru_cache(maxsize=20_000)
def looks_like_value(text: str) -> bool:
    """True for a cell with a digit that is no label and no period, and for a dash."""
    if is_dash(text):
        return True
    plain = squeeze(text)
    if not any(c.isdigit() for c in plain) or label_of(text).speaks:
        return False
    return any(c.isdigit() for c in plain.replace(period_in(plain), "", 1)) or len(plain) > 30


_DIGIT_OF_UNIT = re.compile(r"(m|CO)[23](?!\d)")  # ㎡, ㎥ and t-CO2 are written with a digit
_AMOUNT = r"\d[\d,.]*(?:/\d+)?(?:億\d[\d,]*万?|万\d[\d,]*千?)?"  # 7/12, 2億1,800万, 8万5千
_FIGURE = re.compile(
    rf"(?:[^\d①-⑳]{{0,6}}|①)[▲△+±\-]?{_AMOUNT}(?:[^\d]{{0,8}}|[^\d]{{0,4}}\(.{{1,24}}\)|[^\d]{{0,4}}\([^()]{{1,10}})"
)


@lru_cache(maxsize=20_000)
def is_figure(text: str) -> bool:
    """True for a cell that is one short figure with at most a few words around it, or two with an arrow between them, and for a dash."""
    parts = arrow_parts(text)
    if len(parts) == _BESIDE_ARROW:
        return all(map(is_figure, parts))
    plain = squeeze(text)
    counted = not _PER_ONE.fullmatch(plain) and not _GRADE.fullmatch(plain)
    return is_dash(text) or (counted and bool(_FIGURE.fullmatch(_DIGIT_OF_UNIT.sub(r"\1", plain))))


def is_dated_word(text: str) -> bool:
    """True for a short word with its year, in brackets behind it or before it (増加（R6）, 2028年度 現状維持)."""
    date = _DATED.search(text)
    dated = date is not None and label_of(date["behind"] or date["before"]).role == "period"
    return dated and 0 < len(squeeze(_DATED.sub("", text, count=1))) <= _LONGEST_WORD


def is_plain_number(text: str) -> bool:
    """True for digits, perhaps with commas and a decimal point, and nothing else."""
    return bool(re.fullmatch(r"\d[\d,.]*", squeeze(text)))


def is_prose(text: str) -> bool:
    """True for a sentence, a note or boxes to tick: it ends with a full stop, begins with ※, is too long to be a figure and
    holds no digit, or offers choices (□拡充 ■現状維持).
    """
    plain = squeeze(text)
    return (
        bool(_CHOICES.search(plain))
        or (len(plain) > 12 and (plain.endswith("。") or plain.startswith("※")))
        or (len(plain) > 60 and not any(c.isdigit() for c in plain))
    )


@lru_cache(maxsize=20_000)
def is_bare_year(text: str) -> bool:
    """True for a year without an era, of two or four digits."""
    return bool(_BARE_YEAR.fullmatch(squeeze(text)))


def year_run(texts: list[str]) -> bool:
    """True for three or more bare years that follow each other (22, 23, 24 or 2015, 2016, 2017)."""
    if len(texts) < _SHORTEST_RUN:
        return False
    if not all(map(is_bare_year, texts)):
        return False
    years = [_number(squeeze(text)) for text in texts]
    return all(right - left == 1 for left, right in pairwise(years))


def is_course(texts: list[str]) -> bool:
    """True for bare years, none before the one on its left, with a stretch of years that follow each other (20 22 23 24 24)."""
    if len(texts) < _SHORTEST_RUN or not all(map(is_bare_year, texts)):
        return False
    years = [_number(squeeze(text)) for text in texts]
    windows = (texts[i : i + _SHORTEST_RUN] for i in range(len(texts) - _SHORTEST_RUN + 1))
    return all(left <= right for left, right in pairwise(years)) and any(map(year_run, windows))


def is_earlier_year(text: str, later: str) -> bool:
    """True for two bare years (26 and 28) of which the second comes no more than some years after the first."""
    plain = [squeeze(text), squeeze(later)]
    if not all(_BARE_YEAR.fullmatch(year) for year in plain):
        return False
    first, second = map(_number, plain)
    return 0 < second - first <= _FARTHEST_YEAR


def _number(year: str) -> int:
    """The number of a bare year; 元 is the first of its era."""
    return 1 if "元" in year else int(re.sub(r"\D", "", year))

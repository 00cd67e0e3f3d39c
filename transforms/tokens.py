"""The tokens of a value cell: marks, notes, periods, figures, brackets, separators, words.

Belongs here: cutting a cell into tokens by a table of patterns. Does not belong here: what the tokens mean together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from transforms.eras import year_pattern
from transforms.folding import MARKS, Aligned
from transforms.lexicon import load
from transforms.quantities import Quantity, read_quantity
from transforms.rules import merged
from transforms.units import known_units, per_of

Kind = Literal[
    "mark", "note", "per", "period", "phrase", "figure", "range", "over", "bracket", "separator", "blank", "word"
]
_CLOSING = {"(": ")", "[": "]", "〔": "〕", "【": "】", "<": ">", "〈": "〉", "{": "}"}
_YEAR = "(?:" + re.sub(r"\?P<\w+>", "?:", year_pattern()) + ")"
_SUFFIX = r"(?:年度末?|年末|暦年|年|末)"


@dataclass(frozen=True, slots=True)
class Token:
    """A token at ``text[start:end]``; ``value`` is the mark, the per, the note or the inside of a bracket."""

    kind: Kind
    start: int
    end: int
    value: str = ""
    quantity: Quantity | None = None


def tokenize(aligned: Aligned) -> list[Token]:
    """The tokens of a cell in order; together they cover all of its text."""
    tokens: list[Token] = []
    place = 0
    while place < len(aligned.text):
        token = next(found for take in _TAKERS if (found := take(aligned, place, tokens)))
        tokens.append(token)
        place = token.end
    return tokens


def _take_blank(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    return Token("blank", start, start + 1) if aligned.text[start] == " " else None


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"[{MARKS}][.．::]?|[(]\s?[0-9]{{1,2}}[)](?=.)|[0-9]{{1,2}}[)](?=.)")


def _take_mark(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    match = _mark().match(aligned.text, start)
    if match is None or (match[0][0] not in MARKS and start not in {0, *aligned.lines}):
        return None
    return Token("mark", start, match.end(), match[0])


def _take_note(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    """※…: to the end of its line where it opens the cell, else up to the next mark or ※ or the end of the cell."""
    if aligned.text[start] not in "※*" or (aligned.text[start] == "*" and start not in {0, *aligned.lines}):
        return None
    if start == 0 and _is_marked_figure(aligned):
        return Token("note", 0, 1, aligned.text[0])
    stop = re.compile(rf"[{MARKS}※]").search(aligned.text, start + 1)
    end = stop.start() if stop else len(aligned.text)
    end = min(end, aligned.next_line(start)) if start == 0 else end
    return Token("note", start, end, aligned.text[start:end])


def _is_marked_figure(aligned: Aligned) -> bool:
    """※45.6%: the mark stands in front of a figure that fills its line, not in front of a note."""
    quantity = read_quantity(aligned, 1)
    if quantity is None or "unit-unknown" in quantity.rules:
        return False
    return quantity.end == len(aligned.text) or quantity.end in aligned.lines


def _take_bracket(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    closing = _CLOSING.get(aligned.text[start])
    if closing is None:
        return None
    depth = 0
    for end in range(start, len(aligned.text)):
        depth += (aligned.text[end] == aligned.text[start]) - (aligned.text[end] == closing)
        if depth == 0:
            return Token("bracket", start, end + 1, aligned.text[start + 1 : end])
    return None


@cache
def _period() -> re.Pattern[str]:
    month = r"(?:(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|\.[0-9]{1,2}(?:\.[0-9]{1,2})?)(?:末|時点|現在)*)?"
    joined = rf"{_YEAR}(?:年度?)?(?:~|-|から)(?:{_YEAR}|[0-9]{{1,2}}){_SUFFIX}"
    letters = r"(?<![A-Za-z])[RH][0-9]{1,2}(?![0-9,.%A-Za-z])"
    words = r"(?:令和|平成|昭和|(?<![一-龠])[令平昭])(?:元|[0-9]{1,2})(?![0-9,.%])"
    bare = r"[0-9]{1,2}年度末?"
    return re.compile(
        rf"(?:{joined}|{_YEAR}{_SUFFIX}{month}|{letters}|{words}~{words}|{words}|{bare})(?:末|時点|現在)*(?:累計|平均|実績|見込)?"
    )


def _take_period(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    match = _period().match(aligned.text, start)
    return Token("period", start, match.end(), match[0]) if match else None


@cache
def _per() -> re.Pattern[str]:
    return re.compile(load("numbers")["per_before"])


def _take_per(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    match = _per().match(aligned.text, start)
    if match is None or "%" in match["per"]:
        return None
    return Token("per", start, match.end(), per_of(match["per"]))


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("numbers")["not_a_figure"]))


def _take_phrase(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    match = _phrases().match(aligned.text, start)
    return Token("phrase", start, match.end(), match[0]) if match else None


def _take_joint(aligned: Aligned, start: int, before: list[Token]) -> Token | None:
    """A sign between two figures: 3~4, 7/12, 45→50."""
    sign = aligned.text[start]
    if not before or before[-1].kind != "figure" or not aligned.text[start + 1 : start + 2].isdigit():
        return None
    if sign == "-" and start in aligned.gaps:
        return None
    kinds: dict[str, Kind] = {"~": "range", "-": "range", "→": "range", "⇒": "range", "/": "over", "÷": "over"}
    return Token(kinds[sign], start, start + 1) if sign in kinds else None


@cache
def _grade() -> re.Pattern[str]:
    return re.compile(load("numbers")["grade"])


def _take_grade(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    """小6 81.7%: a grade of school in front of a figure and apart from it is a word."""
    match = _grade().match(aligned.text, start)
    if match is None or not (match.end() in aligned.gaps or aligned.text[match.end()] in " :"):
        return None
    return Token("word", start, match.end())


def _take_figure(aligned: Aligned, start: int, before: list[Token]) -> Token | None:
    """A figure, unless its digits go on a Latin word (IPv6, R7) or its sign stands inside a word."""
    quantity = read_quantity(aligned, start)
    if quantity is None:
        return None
    inside_word = start > 0 and before[-1].kind == "word" and start not in aligned.gaps
    if start + 1 in aligned.lines and not aligned.text[start].isdigit():
        return None
    if inside_word and aligned.text[start] in "+-" and aligned.text[start - 1] not in ":約":
        return None
    if inside_word and aligned.text[start - 1].isascii() and aligned.text[start - 1].isalpha():
        return _after_letters(aligned, quantity)
    return Token("figure", start, quantity.end, quantity=quantity)


def _after_letters(aligned: Aligned, quantity: Quantity) -> Token | None:
    """Digits right behind capital letters are a figure only where a known unit follows (GPS5件, but not PM2.5)."""
    capitals = re.search(r"[A-Z]{2,}$", aligned.text[: quantity.start])
    if capitals is None or quantity.unit not in known_units():
        return None
    quantity = replace(quantity, rules=merged(quantity.rules, ("figure-after-letters",)))
    return Token("figure", quantity.start, quantity.end, quantity=quantity)


def _take_separator(aligned: Aligned, start: int, _before: list[Token]) -> Token | None:
    return Token("separator", start, start + 1) if aligned.text[start] in "、。,;・/→⇒●○■□◆" else None


def _take_word(aligned: Aligned, start: int, before: list[Token]) -> Token | None:
    """One character of a word; ``merge_words`` joins them up to a gap."""
    digits = re.compile(r"[0-9.,]+").match(aligned.text, start)
    return Token("word", start, digits.end() if digits else start + 1)


_Taker = Callable[[Aligned, int, list[Token]], Token | None]
_TAKERS: tuple[_Taker, ...] = (
    _take_blank,
    _take_joint,
    _take_mark,
    _take_note,
    _take_bracket,
    _take_period,
    _take_per,
    _take_phrase,
    _take_grade,
    _take_figure,
    _take_separator,
    _take_word,
)


def merge_words(aligned: Aligned, tokens: list[Token]) -> list[Token]:
    """The tokens with neighbouring word characters joined, blanks left out; a blank in the print parts two words."""
    merged: list[Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if token.kind == "blank":
            continue
        if last and last.kind == token.kind == "word" and last.end == token.start and token.start not in aligned.gaps:
            merged[-1] = Token("word", last.start, token.end)
        else:
            merged.append(token)
    return [
        Token("word", token.start, token.end, aligned.text[token.start : token.end]) if token.kind == "word" else token
        for token in merged
    ]

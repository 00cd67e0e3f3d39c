"""One figure with everything printed right at it: number, scale, unit, per, comparator, qualifiers, footnote mark.

Belongs here: what follows a number directly. Does not belong here: names, brackets and several figures in a cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from transforms.folding import Aligned
from transforms.lexicon import load, words
from transforms.numbers import read_number
from transforms.rules import merged
from transforms.units import canonical_unit, per_pattern, unit_pattern

_LONG_DASHES = "—―─━"
_UNKNOWN_UNIT = re.compile(r"[^\W\d_ぁ-んー](?:[^\W\d_ぁ-ん]|か|ヶ){0,7}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at ``text[start:end]``; ``is_scaled`` says that the number prints its own 千, 万 or 億."""

    value: Decimal
    start: int
    end: int
    is_scaled: bool = False
    unit: str = ""
    per: str = ""
    comparator: str = ""
    note: str = ""
    rules: tuple[str, ...] = ()


def read_quantity(aligned: Aligned, start: int) -> Quantity | None:
    """The figure that begins at ``start`` of the aligned text, or None."""
    number = read_number(aligned.text, start)
    if number is None:
        return None
    dash = ("minus-from-dash",) if aligned.raw[aligned.origin[start]] in _LONG_DASHES else ()
    quantity = Quantity(number.value, start, number.end, number.is_scaled, rules=merged(number.rules, dash))
    for take in (_take_footnote, _take_unit, _take_per, _take_footnote, _take_after, _take_per, _take_footnote):
        quantity = take(aligned, quantity)
    return quantity


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf" ?(?P<unit>{unit_pattern()})")


@cache
def _per() -> re.Pattern[str]:
    return re.compile(rf"(?:/|毎)(?P<per>{per_pattern()})")


@cache
def _footnote() -> re.Pattern[str]:
    return re.compile(load("numbers")["footnote"])


@cache
def _after() -> re.Pattern[str]:
    after = load("numbers")["after"]
    sections = {
        "comparator": list(after["comparator"]),
        **{key: after[key] for key in ("note", "change", "aim", "plain")},
    }
    parts = [
        f"(?P<{key}>{'|'.join(sorted(map(re.escape, group), key=len, reverse=True))})"
        for key, group in sections.items()
    ]
    return re.compile("|".join(parts))


def _take_footnote(aligned: Aligned, quantity: Quantity) -> Quantity:
    """A footnote mark on the figure (12.3¹, 1,234※2) goes to the note, never into the number."""
    match = _footnote().match(aligned.text, quantity.end)
    if match is None:
        return quantity
    note = f"{quantity.note}{match[0].strip('()[]')}"
    return replace(quantity, end=match.end(), note=note, rules=merged(quantity.rules, ("footnote-mark",)))


_DEPARTMENT = re.compile(r".(?:課|部|室|局|係|センター|事務局|委員会)$")


def _take_unit(aligned: Aligned, quantity: Quantity) -> Quantity:
    known = _unit().match(aligned.text, quantity.end)
    if known:
        return replace(quantity, end=known.end(), unit=canonical_unit(known["unit"]))
    return _take_unknown_unit(aligned, quantity)


def _take_unknown_unit(aligned: Aligned, quantity: Quantity) -> Quantity:
    """A short word that fills the rest up to a blank, bracket, digit or the end is a unit nobody listed yet."""
    match = _UNKNOWN_UNIT.match(aligned.text, quantity.end)
    if match is None or quantity.end in aligned.lines or _after().match(aligned.text, quantity.end):
        return quantity
    end = min(match.end(), aligned.next_gap(quantity.end))
    if aligned.text[end : end + 1].isdigit():
        return quantity
    unit = aligned.text[quantity.end : end]
    doubt = "unit-like-department" if _DEPARTMENT.search(unit) else "unit-unknown"
    return replace(quantity, end=end, unit=unit, rules=merged(quantity.rules, (doubt,)))


def _take_per(aligned: Aligned, quantity: Quantity) -> Quantity:
    match = _per().match(aligned.text, quantity.end) if quantity.unit and not quantity.per else None
    if match is None:
        return quantity
    return replace(quantity, end=match.end(), per=match["per"], rules=merged(quantity.rules, ("per-after-slash",)))


def _take_after(aligned: Aligned, quantity: Quantity) -> Quantity:
    """The words right behind: 以上 is a comparator, 以内 a note, 減少 a change, 達成 says nothing about the figure."""
    while (match := _after().match(aligned.text, quantity.end)) and _is_behind(aligned, match):
        quantity = _with_after(replace(quantity, end=match.end()), str(match.lastgroup), match[0])
    return quantity


def _is_behind(aligned: Aligned, match: re.Match[str]) -> bool:
    """Whether the word belongs to the figure: after a blank only a comparator does, or what ends the cell or line."""
    if match.start() not in aligned.gaps or match.lastgroup == "comparator":
        return True
    return match.end() == len(aligned.text) or match.end() in aligned.lines or aligned.text[match.end()] == "("


_RULES_AFTER = {
    "note": "qualifier-after",
    "change": "change-not-level",
    "aim": "aim-behind-figure",
    "plain": "qualifier-after",
}
"""The rule for the words behind a figure, by their group in the lexicon."""


def _with_after(quantity: Quantity, group: str, word: str) -> Quantity:
    if group == "comparator":
        comparator = load("numbers")["after"]["comparator"][word]
        return replace(quantity, comparator=comparator, rules=merged(quantity.rules, ("comparator-after",)))
    note = quantity.note + word
    rule = _RULES_AFTER[group]
    return replace(quantity, note=note, rules=merged(quantity.rules, (rule,)))


def comparator_before(word: str) -> str:
    """The comparator that a word before a figure means (およそ → 約), or blank."""
    return str(load("numbers")["before"]["comparator"].get(word, ""))


def qualifiers() -> tuple[str, ...]:
    """Words before a figure that qualify it, longest first."""
    return words("numbers", "qualifiers")

"""Numbers as Japanese documents print them: 1,234, 783千, 150万, 6億5,400万, ▲7, -0.3.

Belongs here: the number itself and its scale. Does not belong here: units and qualifiers (``transforms.quantities``).
All functions take text that ``transforms.folding.align`` has folded.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extract.unit_words import unit_table

_DIGITS = r"[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?"
_REGULAR = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_SECTION_ENDS = frozenset("万億兆")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``text[start:end]``; ``is_scaled`` says that it prints 千, 万, 億 … of its own."""

    value: Decimal
    is_scaled: bool
    start: int
    end: int
    rules: tuple[str, ...]


@cache
def scales() -> dict[str, tuple[int, str]]:
    """Each word of scale with its factor and the id of its rule."""
    return {word: (int(entry["factor"]), entry["rule"]) for word, entry in unit_table()["scales"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    scale = "".join(scales())
    return re.compile(
        rf"(?P<sign>[▲△+-])?(?P<body>{_DIGITS}(?:[{scale}]+(?:{_DIGITS}(?=[{scale}]))?)*(?:(?<=[{scale}]){_DIGITS})?)(?![0-9]|\.[0-9])"
    )


def read_number(text: str, start: int = 0) -> Number | None:
    """The number that begins at ``start``, or None; a sign counts only directly before the digits."""
    match = _pattern().match(text, start)
    if match is None:
        return None
    value, rules = _evaluate(match["body"])
    if match["sign"] and match["sign"] != "+":
        value, rules = -value, ["minus-sign", *rules]
    is_scaled = any(character in scales() for character in match["body"])
    return Number(value, is_scaled, start, match.end(), tuple(dict.fromkeys(rules)))


def _evaluate(body: str) -> tuple[Decimal, list[str]]:
    """The value of digits and scale words: 6億5,400万 → 654000000; 2億1千5百万 → 215000000; 35万8,389百万 → 358389 百万."""
    total, section, last, rules = Decimal(0), Decimal(0), 0, []
    for digits, words in re.findall(rf"({_DIGITS})([{''.join(scales())}]*)", body):
        rules += [*_digit_rules(digits), *(scales()[word][1] for word in words)]
        amount, factor = Decimal(digits.replace(",", "")), math.prod(scales()[word][0] for word in words)
        if last and factor > 1 and amount * factor >= last:
            total, section, last = (total + section + amount) * factor, Decimal(0), factor
            rules.append("scale-over-all")
        elif words and words[-1] in _SECTION_ENDS:
            ends = scales()[words[-1]][0]
            total, section, last = total + section * ends + amount * factor, Decimal(0), ends
        else:
            section += amount * factor
    return total + section, rules


def _digit_rules(digits: str) -> list[str]:
    """What is odd about the digits: commas that do not part thousands, a leading zero."""
    rules = ["thousands-comma"] if "," in digits else []
    return rules if _REGULAR.fullmatch(digits) else [*rules, "digits-irregular"]

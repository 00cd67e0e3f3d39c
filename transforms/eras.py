"""Years in Japanese eras and their Western years.

Belongs here: one year, its era and its spelling. Does not belong here: what kind of period a label means.
A year that never came is kept in the count of its era: 平成32 is 2020.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from transforms.lexicon import load

_WESTERN = r"(?<![0-9,.])(?P<west>(?:18|19|20)[0-9]{2})(?![0-9,]|\.[0-9]{3})"


@dataclass(frozen=True, slots=True)
class Year:
    """One year found in a text: its Western year, the era it is written in (blank: Western) and its place."""

    year: int
    era: str
    start: int
    end: int

    @property
    def rule(self) -> str:
        """The id of the rule that read this year."""
        return "era-to-western" if self.era else "western-year"


@cache
def _signs() -> dict[str, str]:
    return {sign: era for era, entry in load("periods")["eras"].items() for sign in entry["signs"]}


@cache
def year_pattern() -> str:
    """The pattern of one year: 2020, 令和2, 令和元, R2, R.2, H30, ㋿4; groups ``west``, or ``era`` and ``number``."""
    signs = sorted(_signs(), key=lambda sign: (-len(sign), sign))
    words = "|".join(sign for sign in signs if len(sign) > 1 or unicodedata.normalize("NFKC", sign) != sign)
    singles = "".join(sign for sign in signs if sign not in words.split("|"))
    era = rf"(?P<era>{words}|(?<![A-Za-z一-鿿])[{singles}](?=[.．]?[0-9元]))[.．]?"
    return rf"(?:{_WESTERN}|{era}(?P<number>元|[0-9]{{1,2}})(?![0-9,]))"


@cache
def _compiled() -> re.Pattern[str]:
    return re.compile(year_pattern())


def western(era: str, number: int) -> int:
    """The Western year of a year of an era: 令和 4 → 2022; ``KeyError`` for an era that the lexicon lacks."""
    return int(load("periods")["eras"][era]["first"]) + number - 1


def western_bare(era: str, number: int) -> int:
    """The Western year of a year printed without its era under an era: 5 → 2023 under 令和, but 30 → 2018, of the era before."""
    eras = list(load("periods")["eras"])
    beyond = number > load("periods")["eras"][era].get("bare_to", number)
    return western(eras[eras.index(era) + 1] if beyond else era, number)


def in_era(era: str, year: int) -> int:
    """The number of a Western year in an era, the inverse of ``western``."""
    return year - int(load("periods")["eras"][era]["first"]) + 1


def year_of(match: re.Match[str]) -> Year:
    """The year of a match of ``year_pattern``."""
    if match["west"]:
        return Year(int(match["west"]), "", match.start(), match.end())
    era = _signs()[match["era"]]
    number = 1 if match["number"] == "元" else int(match["number"])
    return Year(western(era, number), era, match.start(), match.end())


def years_in(text: str) -> list[Year]:
    """Every year of folded ``text``, in order."""
    return [year_of(match) for match in _compiled().finditer(text)]

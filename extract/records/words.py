"""The words by which records are recognised, loaded from ``extract/lexicon/records.yml`` and compiled.

Belongs here: typed, strict loading. Does not belong here: what follows from a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from extract.labels import squeeze
from extract.lexicon import load

TableName = Literal["status", "project", "survey", "measure"]
_SECTIONS = {"tables", "measures", "cards", "words", "headings", "planned", "prose"}


@dataclass(frozen=True, slots=True)
class TableKind:
    """One kind of table with a header: which roles its columns have and which of them make it that kind."""

    name: TableName
    required: frozenset[str]
    any_of: frozenset[str]
    by_row: bool
    columns: tuple[tuple[str, re.Pattern[str]], ...]

    def role_of(self, text: str) -> str | None:
        """The role that a column head names."""
        return _role_of(self.name, squeeze(text))

    def accepts(self, roles: set[str]) -> bool:
        """Whether columns of these roles make a table of this kind."""
        return self.required <= roles and bool(self.any_of & roles)


@cache
def _sections() -> dict[str, Any]:
    sections = load("records.yml")
    if not isinstance(sections, dict) or set(sections) != _SECTIONS:
        raise ValueError(f"records.yml: sections are {sorted(_SECTIONS)}, no more and no less")
    return sections


@cache
def table_kind(name: TableName) -> TableKind:
    """One kind of table."""
    tables = _sections()["tables"]
    if set(tables) != set(get_args(TableName)):
        raise ValueError(f"records.yml: tables are {get_args(TableName)}, not {sorted(tables)}")
    entry = tables[name]
    columns = tuple((role, _any_of(words)) for role, words in entry["columns"].items())
    known = {role for role, _ in columns}
    required, any_of = frozenset(entry["required"]), frozenset(entry["any_of"])
    if not required | any_of <= known:
        raise ValueError(f"records.yml: table {name} requires {sorted((required | any_of) - known)}, which it lacks")
    return TableKind(name, required, any_of, bool(entry.get("by_row", False)), columns)


@lru_cache(maxsize=20_000)
def _role_of(name: TableName, plain: str) -> str | None:
    return next((role for role, words in table_kind(name).columns if words.fullmatch(plain)), None)


@cache
def card_labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The labels of a card: role and words."""
    return tuple((role, _any_of(words)) for role, words in _sections()["cards"].items())


@cache
def measure_labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The labels of a measure: role and words."""
    return tuple((role, _any_of(words)) for role, words in _sections()["measures"].items())


@cache
def heading_styles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The numberings of headings, in the order in which they are tried."""
    return tuple((style, re.compile(words)) for style, words in _sections()["headings"].items())


@cache
def pattern(section: Literal["words", "planned", "prose"], name: str) -> re.Pattern[str]:
    """One pattern of a section of single patterns."""
    return re.compile(_sections()[section][name])


@cache
def sentence_patterns(period: str, figure: str) -> tuple[re.Pattern[str], ...]:
    """The sentences that state a figure, with the patterns of a period and of a figure filled in."""
    sentences = _sections()["prose"]["sentences"]
    return tuple(re.compile(s.replace("@PERIOD@", period).replace("@FIGURE@", figure)) for s in sentences)


def says(name: str, text: str) -> bool:
    """Whether the whole of a text is what the pattern ``name`` of ``words`` describes."""
    return bool(pattern("words", name).fullmatch(squeeze(text)))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{word})" for word in words))

"""Notes that date kinds of value, and the era in which a document writes its years.

Belongs here: what lines of text say of periods as a whole. Does not belong here: footnotes of single figures (``footnotes``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.labels import label_of, period_in, squeeze
from extract.lexicon import phrase
from extract.model import ValueKind

_WORD = r"(?!\d)[^\s、。,・※()\[\]【】「」:=は/\-]{2,10}"
_THAT_IS_UNDATED = r"(?:(?:のうち|で)、?[^、。]{1,16}(?:ない|無い)もの)"
_STATES_PERIOD = re.compile(
    rf"({_WORD}(?:[・と]{_WORD})*?)」?{_THAT_IS_UNDATED}?(?:の?(?:年度|時点|基準年|基準年度))?(?:は|:|=|とは|…|\()[、,]?"
)
_OF_PERIOD = phrase("of_stated_period")
_KIND_WORDS = phrase("kind_words")
_ALL = phrase("of_all")
_IS_KIND = phrase("is_kind")
_BETWEEN_HEADS = re.compile(r"[\s／/]+")
_ERA_YEAR = re.compile(r"(明治|大正|昭和|平成|令和)(?:元|\d{1,2})?")


@dataclass(frozen=True, slots=True)
class StatedPeriods:
    """The periods that notes state: of kinds of value, and of single heads by their words (中間目標, 最終目標)."""

    kinds: Mapping[ValueKind, str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: ValueKind, head: str) -> str:
        """The period of a value under a head: what is stated of words that it begins with, else of its kind, or nothing."""
        plain = squeeze(head)
        own = next((period for word, period in self.heads.items() if plain.startswith(word)), "")
        return own or self.kinds.get(kind, "")

    def kind_of(self, period: str) -> ValueKind | None:
        """The one kind of which a period is stated, or none."""
        kinds = [kind for kind, stated in self.kinds.items() if stated == squeeze(period)]
        return kinds[0] if len(kinds) == 1 else None

    def over(self, other: StatedPeriods) -> StatedPeriods:
        """These periods, and where they say nothing, those of another."""
        return StatedPeriods({**other.kinds, **self.kinds}, {**other.heads, **self.heads})


def stated_periods(lines: Iterable[str]) -> StatedPeriods:
    """Periods that notes state for kinds of value (※現状値は令和2年度、目標値は令和8年度); the first statement wins."""
    kinds: dict[ValueKind, str] = {}
    heads: dict[str, str] = {}
    for line in lines:
        dated = stated_heads(line)
        for kind, period in [*((kind, period) for _, kind, period in dated), *_years_of_kinds(line)]:
            kinds.setdefault(kind, period)
        for word, _, period in dated:
            heads.setdefault(word, period)
    return StatedPeriods(kinds, heads)


def stated_heads(line: str) -> list[tuple[str, ValueKind, str]]:
    """The heads that a line dates, each as written, with its kind and its period (最終目標・最終実績：令和元年度)."""
    words = [word for word in _BETWEEN_HEADS.split(line) if word]
    pieces = words if sum(":" in squeeze(word) for word in words) > 1 else [line]
    plains = [squeeze(piece) for piece in pieces]
    said = [
        (match.group(1), _period_said(plain[match.end() :]))
        for plain in plains
        for match in _STATES_PERIOD.finditer(plain)
    ]
    heads = [
        (word, _kind_of_head(word, period), period)
        for joined, period in said
        if period
        for word in re.split("[・と]", joined)
    ]
    return [(word, kind, period) for word, kind, period in heads if kind]


def _kind_of_head(word: str, period: str) -> ValueKind | None:
    """The kind that a head names, alone or with its period beside it (基準年度は平成25年度)."""
    dated = label_of(f"{word}（{period}）").kind if _KIND_WORDS.match(word) else None
    return label_of(word).kind or dated


def _years_of_kinds(line: str) -> list[tuple[ValueKind, str]]:
    """The kinds that a line gives to years (Ｈ30は策定時の値、Ｒ９は最終目標)."""
    said = [(label_of(match.group(2)).kind, match.group(1)) for match in _IS_KIND.finditer(squeeze(line))]
    return [(kind, period) for kind, period in said if kind and period_in(period) == period]


def _period_said(said: str) -> str:
    """The period that begins what is said of a kind (すべて平成32年度), or that it ends with (…は、いずれも最終年度である令和17年度の値)."""
    said = _ALL.sub("", said)
    period = period_in(said[:24])
    if period and said.startswith(period):
        return period
    later = _OF_PERIOD.match(said)
    return period_in(later.group(1)) if later and not _KIND_WORDS.search(later.group(1)) else ""


def era_in(texts: Iterable[str]) -> str:
    """The first era that lines name, or nothing."""
    return next((m.group(1) for text in texts if (m := _ERA_YEAR.search(squeeze(text)))), "")


def document_era(texts: Iterable[str]) -> str:
    """The era that a document names most often."""
    eras = Counter(era for text in texts for era in re.findall(r"明治|大正|昭和|平成|令和", text))
    return eras.most_common(1)[0][0] if eras else ""

"""The span of years that a document states as its plan's.

Belongs here: the sentences that state it. Does not belong here: what follows from it for a figure, periods of tables (``captions``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.labels import period_in, squeeze
from extract.lexicon import phrase

_LONGEST = 40  # characters of such a span
_NAMED = phrase("plan_period")
_OF_THIS_PLAN = phrase("this_plan")
_YEARS_LONG = phrase("years_long")
_AS_PERIOD = phrase("as_plan_period")
_SPAN = re.compile(r"から|[~→\-]")


def plan_period_in(texts: Iterable[str]) -> str:
    """The first span that a document states as its plan's, or nothing.

    計画期間は、令和4年度から令和6年度まで; 本計画は、令和6年度から令和10年度までの5年間に…; …までの5年間を計画期間とし.
    """
    return next((period for text in texts for _, period in sorted(_stated(squeeze(text)))), "")


def _stated(plain: str) -> Iterator[tuple[int, str]]:
    """The spans that a text states, each with its place."""
    for match in _NAMED.finditer(plain):
        yield from _behind(plain, match.end())
    for match in _OF_THIS_PLAN.finditer(plain):
        yield from (
            (at, period) for at, period in _behind(plain, match.end()) if _YEARS_LONG.match(plain, at + len(period))
        )
    for match in _AS_PERIOD.finditer(plain):
        yield from _before(plain, match.start())


def _behind(plain: str, at: int) -> Iterator[tuple[int, str]]:
    period = period_in(plain[at : at + _LONGEST])
    if _is_span(period) and plain.startswith(period, at):
        yield at, period


def _before(plain: str, end: int) -> Iterator[tuple[int, str]]:
    starts = range(max(0, end - _LONGEST), end)
    found = ((at, period_in(plain[at:end])) for at in starts)
    yield from ((at, period) for at, period in found if _is_span(period) and plain[at:end] == period)


def _is_span(period: str) -> bool:
    return bool(period and _SPAN.search(period))

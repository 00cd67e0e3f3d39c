"""Random tables of indicators: names and ranges from the vocabulary, plausible series, known truth.

Belongs here: drawing. Does not belong here: layouts; nothing here reads a clock, a seed gives the same table for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from tests.generator.content import entry, unit
from tests.generator.model import Column, Entry, Indicator
from tests.generator.vocabulary import Term, terms

_DASH = "―"
_RATINGS = ("A", "A", "B", "B", "C", "D")


def draw(rng: Random, columns: Sequence[Column], count: int, field: str = "", gaps: float = 0.0) -> tuple[Indicator, ...]:
    """Indicators in the order of the vocabulary; ``gaps`` is the share of cells that hold a dash or nothing."""
    pool = [term for term in terms() if field in ("", term.field)]
    chosen = sorted(rng.sample(range(len(pool)), count))
    return tuple(_indicator(rng, pool[number], columns, gaps) for number in chosen)


def _indicator(rng: Random, term: Term, columns: Sequence[Column], gaps: float) -> Indicator:
    of = unit(term.unit)
    values = _series(rng, term, len(columns))
    entries = tuple(_entry(rng, value, column, term, gaps) for value, column in zip(values, columns, strict=True))
    return Indicator(
        term.name, of, entries, field=term.field, measure=term.measure, department=rng.choice(term.departments),
        rating=rng.choice(_RATINGS),
    )  # fmt: skip


def _series(rng: Random, term: Term, length: int) -> list[float]:
    """A wandering line that stays within the range of the term."""
    value = rng.uniform(term.least, term.most)
    step = (term.most - term.least) / 12
    line = []
    for _ in range(length):
        line.append(value)
        value = min(max(value + rng.uniform(-0.4, 1.0) * step, term.least), term.most)
    return line


def _entry(rng: Random, value: float, column: Column, term: Term, gaps: float) -> Entry | None:
    if rng.random() < gaps:
        return entry(rng.choice([_DASH, None]), column.kind, unit(term.unit))
    return entry(_printed(value, term.decimals), column.kind, unit(term.unit))


def _printed(value: float, decimals: int) -> str:
    return f"{Decimal(repr(round(value, decimals))):,.{decimals}f}"

"""Random tables of indicators: names and ranges from the vocabulary, plausible series, known truth.

Belongs here: drawing. Does not belong here: layouts; nothing here reads a clock, a seed gives the same table for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from tests.generator.content import entry
from tests.generator.content import unit as unit_of
from tests.generator.model import Column, Entry, Indicator
from tests.generator.vocabulary import Term, terms

_DASH = "―"
_ODD = (("約{}", "約"), ("{}以上", "以上"), ("{}以下", "以下"), ("{}未満", "未満"))
_RATINGS = ("A", "A", "B", "B", "C", "D")


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of cells that hold a dash or nothing (``gaps``), and of figures with a comparator or in 万 (``odd``)."""

    gaps: float = 0.0
    odd: float = 0.0


def draw(
    rng: Random,
    columns: Sequence[Column],
    count: int,
    field: str = "",
    unit: str = "",
    gaps: float = 0.0,
    odd: float = 0.0,
) -> tuple[Indicator, ...]:
    """Indicators in the order of the vocabulary, of one field or one unit; for ``gaps`` and ``odd`` see ``Shares``."""
    pool = [term for term in terms() if field in ("", term.field) and unit in ("", term.unit)]
    chosen = sorted(rng.sample(range(len(pool)), count))
    return tuple(_indicator(rng, pool[number], columns, Shares(gaps, odd)) for number in chosen)


def _indicator(rng: Random, term: Term, columns: Sequence[Column], shares: Shares) -> Indicator:
    of = unit_of(term.unit)
    values = _series(rng, term, len(columns))
    entries = tuple(_entry(rng, value, column, term, shares) for value, column in zip(values, columns, strict=True))
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


def _entry(rng: Random, value: float, column: Column, term: Term, shares: Shares) -> Entry | None:
    if rng.random() < shares.gaps:
        return entry(rng.choice([_DASH, None]), column.kind, unit_of(term.unit))
    plain = entry(_printed(value, term.decimals), column.kind, unit_of(term.unit))
    if plain is None or not shares.odd or rng.random() > shares.odd:
        return plain
    return _compared(rng, plain) if column.kind == "target" else _in_man(plain, round(value))


def _in_man(plain: Entry, value: int) -> Entry:
    """A whole number above ten thousand as people write it: 3万4,120, 5万."""
    if value < 10_000 or plain.text != f"{value:,}":
        return plain
    man, rest = divmod(value, 10_000)
    return replace(plain, text=f"{man:,}万{rest:,}" if rest else f"{man:,}万")


def _compared(rng: Random, plain: Entry) -> Entry:
    """The entry with a comparator around the figure; its unit goes inside: 約1,200人, 45%以上."""
    around, comparator = rng.choice(_ODD)
    return replace(plain, figures=(replace(plain.figures[0], comparator=comparator),), around=around)


def _printed(value: float, decimals: int) -> str:
    return f"{Decimal(repr(round(value, decimals))):,.{decimals}f}"

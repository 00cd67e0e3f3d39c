"""Which way is better for an indicator: up, down or none.

Belongs here: the judgement for one indicator. Does not belong here: the words (``lexicon/directions.yml``).
Words in the name decide first, then a comparator or a word of change in the target, then the sign of target minus
baseline; where words and sign disagree the words win and a review item says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from transforms.figures import Figure
from transforms.folding import fold_field
from transforms.lexicon import load
from transforms.statuses import has_no_indicator

Direction = Literal["up", "down", "none"]
_NO_LEVEL = frozenset({"change-not-level", "part-of-indicator", "compound-cell", "compound-same-unit"})
_OTHER: dict[Direction, Direction] = {"up": "down", "down": "up", "none": "none"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A direction, the rule that gave it, and whether the sign of target minus baseline says the opposite."""

    direction: Direction
    rule: str
    disagrees: bool = False


def judge(indicator: str, baseline: Figure | None, targets: Sequence[Figure]) -> Judged:
    """The direction of an indicator from its name, its baseline and its targets (in the order of their years)."""
    if has_no_indicator(indicator):
        return Judged("none", "direction-no-indicator")
    sign = _by_sign(baseline, targets)
    word = _by_words(indicator)
    if word is not None:
        return Judged(word, "direction-by-word", disagrees=sign == _OTHER[word])
    stated = _by_target(targets)
    if stated is not None:
        return Judged(stated, "direction-by-target-word")
    if sign is not None:
        return Judged(sign, "direction-by-sign")
    general = _last_word(_core(indicator), {"up": load("directions")["general_up"]})
    return Judged(general, "direction-by-word") if general else Judged("none", "direction-unknown")


def _core(indicator: str) -> str:
    """The name without brackets: what stands in them qualifies the name."""
    return re.sub(r"\([^()]*\)", "", fold_field(indicator))


def _by_words(indicator: str) -> Direction | None:
    """The word of direction nearest to the end of the name; its head is what is counted (ごみの資源化率: 資源化)."""
    table = load("directions")
    return _last_word(_core(indicator), {"down": table["down"], "up": table["up"]})


def _last_word(name: str, table: dict[Direction, list[str]]) -> Direction | None:
    found = [
        (name.rfind(word) + len(word), len(word), direction)
        for direction, listed in table.items()
        for word in map(str, listed)
        if word in name
    ]
    return max(found)[2] if found else None


def _by_target(targets: Sequence[Figure]) -> Direction | None:
    """45人以下 and 10%減少 aim down, 45%以上 and 社会増 aim up."""
    table = load("directions")["target_words"]
    for figure in reversed(targets):
        found = _last_word(_aim(figure), {"down": table["down"], "up": table["up"]})
        if found:
            return found
    return None


def _aim(figure: Figure) -> str:
    """The words of a target that say where it aims: its comparator, a change, or the whole of a text."""
    change = figure.note if "change-not-level" in figure.rules else ""
    return f"{figure.comparator}{change}{figure.text if figure.status == 'text' else ''}"


def _by_sign(baseline: Figure | None, targets: Sequence[Figure]) -> Direction | None:
    """The sign of the last target minus the baseline (or minus the first target), in the same unit."""
    levels = [
        figure
        for figure in [baseline, *targets]
        if figure is not None and figure.value is not None and _NO_LEVEL.isdisjoint(figure.rules)
    ]
    if len(levels) < 2 or levels[0].unit != levels[-1].unit:
        return None
    difference = (levels[-1].value or Decimal(0)) - (levels[0].value or Decimal(0))
    return None if difference == 0 else "up" if difference > 0 else "down"

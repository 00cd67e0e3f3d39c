"""The committed floor: the least F1 of each document.

Belongs here: reading and raising ``floor.yml``. Does not belong here: what a test makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from tests.accuracy.documents import Outcome

_FILE = Path(__file__).parent / "floor.yml"
_HEAD = (
    "# The least F1 of each document: what reading has once reached is not lost again.\n"
    "# Raised by `python -m tests.accuracy --raise-floor`, never lowered.\n"
)


def floor() -> dict[str, float]:
    """Name of each document and the least F1 that it must reach."""
    return dict(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def raise_floor(outcomes: Iterable[Outcome]) -> None:
    """Write the F1 just reached wherever it is above the floor; documents that are new begin with what they reached."""
    levels = floor()
    for outcome in outcomes:
        reached = int(outcome.comparison.score.f1 * 1000) / 1000
        levels[outcome.known.name] = max(levels.get(outcome.known.name, 0.0), reached)
    _FILE.write_text(_HEAD + "".join(f"{name}: {level}\n" for name, level in levels.items()), encoding="utf-8")

"""The vocabulary of indicators: names, units and ranges as municipalities print them.

Belongs here: loading ``vocabulary.yml``. Does not belong here: drawing values from it (``random_tables``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Term:
    """One indicator's name with its unit, its range, how many decimals it prints, and where it belongs."""

    name: str
    unit: str
    least: float
    most: float
    decimals: int
    measure: str
    field: str
    departments: tuple[str, ...]


@cache
def terms() -> tuple[Term, ...]:
    """All indicators of the vocabulary, in the order of the file."""
    words = yaml.safe_load((Path(__file__).parent / "vocabulary.yml").read_text(encoding="utf-8"))
    return tuple(
        Term(name, unit, least, most, decimals, measure["name"], field["name"], tuple(field["departments"]))
        for field in words["fields"]
        for measure in field["measures"]
        for name, unit, least, most, decimals in measure["indicators"]
    )

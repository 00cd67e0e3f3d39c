"""The rules of reading by id: what each one means and how much trust a figure keeps after it.

Belongs here: reading ``lexicon/rules.yml``. Does not belong here: the rules themselves, which live where they apply.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from extract.lexicon import load


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its one-line meaning, and the confidence that no figure to which it was applied exceeds."""

    meaning: str
    confidence: float = 1.0


@cache
def known_rules() -> dict[str, Rule]:
    """Every rule id of reading with its meaning, in the order of the file."""
    entries = cast("dict[str, dict[str, Any]]", load("rules.yml"))
    return {rule_id: Rule(**entry) for rule_id, entry in entries.items()}


def confidence(rule_ids: Iterable[str]) -> float:
    """The least confidence that the applied rules warrant; ``KeyError`` names an id that no one declared."""
    return min((known_rules()[rule_id].confidence for rule_id in rule_ids), default=1.0)

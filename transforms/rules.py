"""The rules of normalisation by id: what each one means and how much trust a figure keeps after it.

Belongs here: reading ``lexicon/rules.yml``. Does not belong here: the rules themselves, which live where they apply.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from extract.rules import Rule
from extract.rules import known_rules as reading_rules
from transforms.lexicon import load

__all__ = ["Rule", "confidence", "documented_rules", "known_rules", "merged"]


@cache
def known_rules() -> dict[str, Rule]:
    """Every rule id with its meaning, in the order of the file."""
    return {rule_id: Rule(**entry) for rule_id, entry in load("rules").items()}


def documented_rules() -> dict[str, Rule]:
    """Every rule id that an observation may carry: those of reading the page first, then those of normalisation."""
    return reading_rules() | known_rules()


def confidence(rule_ids: Iterable[str]) -> float:
    """The least confidence that the applied rules warrant; ``KeyError`` names an id that no one declared."""
    return min((known_rules()[rule_id].confidence for rule_id in rule_ids), default=1.0)


def merged(*groups: Iterable[str]) -> tuple[str, ...]:
    """All ids of the groups, each once, in the order in which they were applied."""
    return tuple(dict.fromkeys(rule_id for group in groups for rule_id in group))

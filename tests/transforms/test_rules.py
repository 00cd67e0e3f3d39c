"""Every rule id that code or lexicon applies is declared, and every declared one is applied."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import transforms
from extract.unit_words import unit_table
from transforms.lexicon import load
from transforms.rules import confidence, known_rules, merged

FOLDER = Path(transforms.__file__).parent
RULE_ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
# Kebab-case words that are no rule: an encoding.
NO_RULES = {"utf-8"}


def _ids_in_code() -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.py"))]
    constants = {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in constants if RULE_ID.fullmatch(text)} - NO_RULES


def _ids_in_lexicon() -> set[str]:
    scales = {entry["rule"] for entry in unit_table()["scales"].values()}
    return scales | {entry["rule"] for entry in load("periods")["notes"]}


def _ids_by_kind() -> set[str]:
    """Ids that ``periods`` builds from how a year is counted."""
    return {f"{counted}-year" for counted in load("periods")["suffixes"]}


def test_every_rule_is_declared_and_every_declared_rule_is_applied() -> None:
    assert _ids_in_code() | _ids_in_lexicon() | _ids_by_kind() == set(known_rules())


def test_every_rule_says_in_one_line_what_it_does() -> None:
    assert all(
        rule.meaning and "\n" not in rule.meaning and 0 < rule.confidence <= 1 for rule in known_rules().values()
    )


def test_confidence_is_the_least_that_the_rules_warrant() -> None:
    assert confidence([]) == 1.0
    assert confidence(["thousands-comma", "range-of-values", "change-not-level"]) == 0.8


def test_an_undeclared_rule_is_an_error() -> None:
    with pytest.raises(KeyError, match="made-up"):
        confidence(["made-up"])


def test_rules_are_named_once_and_in_order() -> None:
    assert merged(("a", "b"), ("b", "c")) == ("a", "b", "c")

"""Every rule of reading that code applies is declared with its meaning, and every declared one is applied."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import extract
from extract.rules import confidence, known_rules
from tests.records.conftest import RAW_DOCS
from transforms.documents import DocumentFrames
from transforms.rules import documented_rules

FOLDER = Path(extract.__file__).parent
RULE_ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
# Kebab-case words that are no rule: an encoding, a way in which a grid was found.
NO_RULES = {"utf-8", "gaps-by-nearness"}


def _ids_in_code() -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.rglob("*.py"))]
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in constants if isinstance(text, str) and RULE_ID.fullmatch(text)} - NO_RULES


def test_every_rule_is_declared_and_every_declared_rule_is_applied() -> None:
    assert _ids_in_code() == set(known_rules())


def test_every_rule_says_in_one_line_what_it_does() -> None:
    assert all(
        rule.meaning and "\n" not in rule.meaning and 0 < rule.confidence <= 1 for rule in known_rules().values()
    )


def test_an_undeclared_rule_is_an_error() -> None:
    with pytest.raises(KeyError, match="made-up"):
        confidence(["made-up"])


@pytest.mark.parametrize("document", sorted(path.stem for path in RAW_DOCS.glob("*.pdf")))
def test_every_rule_of_an_observation_is_documented(collection: Callable[[str], DocumentFrames], document: str) -> None:
    applied = {rule for rules in collection(document).frames["observations"]["rules"] for rule in rules.split()}
    assert applied <= set(documented_rules())

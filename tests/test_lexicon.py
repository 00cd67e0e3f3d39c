"""The words of reading are well formed, and each is used."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from extract.lexicon import Entry, label_entries, load, phrase

CODE = Path(__file__).parent.parent / "extract"
NAMED = Counter(
    name for file in CODE.rglob("*.py") for name in re.findall(r'phrase\("(\w+)"\)', file.read_text(encoding="utf-8"))
)
PHRASES = load("phrases.yml")


def test_every_phrase_is_named_by_one_rule_and_every_named_one_is_there() -> None:
    assert isinstance(PHRASES, dict)
    assert Counter(list(PHRASES)) == NAMED


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_phrase_is_an_expression_that_does_not_match_nothing(name: str) -> None:
    assert not phrase(name).search("")


@pytest.mark.parametrize("entry", label_entries(), ids=lambda entry: f"{entry.role}-{entry.kind}")
def test_an_entry_of_labels_does_not_match_nothing(entry: Entry) -> None:
    assert not entry.words.fullmatch("")


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("nobody_says_this")

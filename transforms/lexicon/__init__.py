"""The vocabulary of judgement, as data: eras, periods, numbers, units, status words, directions, rules.

Belongs here: YAML files and the one function that reads them. Does not belong here: what is done with the words.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from extract.yaml_file import read_yaml


@cache
def load(name: str) -> Any:
    """The content of ``<name>.yml`` of this folder, read once."""
    return read_yaml((files(__name__) / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def words(name: str, section: str) -> tuple[str, ...]:
    """One list of words of a lexicon file, longest first, so that an alternation prefers the longest."""
    return tuple(sorted((str(word) for word in load(name)[section]), key=lambda word: (-len(word), word)))

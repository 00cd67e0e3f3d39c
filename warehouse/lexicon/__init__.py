"""Words of the exports as data: labels of columns, titles of sheets, words for codes, formats of numbers.

Belongs here: reading the YAML files of this folder. Does not belong here: writing any file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from transforms.themes import themes

FORMATS = ("text", "year", "count", "ratio", "number", "unit")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A mart as a sheet: its name in the warehouse, the title of the sheet, what it is for."""

    mart: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Head:
    """A column as a head: its Japanese label and how its numbers are shown (one of ``FORMATS``)."""

    label: str
    format: str


@dataclass(frozen=True, slots=True)
class Word:
    """What a workbook shows for a code, and what that means."""

    word: str
    meaning: str


@cache
def load(name: str) -> Any:
    """A file of this folder, parsed."""
    return yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))


def sheets() -> list[Sheet]:
    """The marts in the order of the workbook."""
    return [Sheet(mart, entry["sheet"], entry["about"]) for mart, entry in load("tables.yml").items()]


def head(column: str) -> Head:
    """The head of a mart's column. Raises ``KeyError`` for a column without a label."""
    entry = load("columns.yml")[column]
    return Head(entry["label"], entry.get("format", "text"))


def words(column: str) -> dict[str, Word]:
    """The words for the codes of a column; empty for a column that holds no codes."""
    if column == "theme":
        return {one.theme: Word(one.label_ja, one.basis) for one in themes()}
    entry = load("words.yml").get(column, {})
    if isinstance(entry, str):
        return words(entry)
    return {str(code): Word(word["word"], word["meaning"]) for code, word in entry.items()}


def number_format(kind: str, unit: str | None, *, is_whole: bool) -> str:
    """The Excel format of a number in a column of this kind, in a row of this unit."""
    fixed = {"year": "0", "count": "#,##0", "ratio": "0.0%"}
    if kind in fixed:
        return fixed[kind]
    table = load("units.yml")
    entry = table.get(unit, table["default"]) if kind == "unit" and unit else table["bare"]
    return str(entry["whole" if is_whole else "fraction"]).replace("{unit}", (unit or "").replace('"', ""))

"""What a check is and what it found: plain data, known to everything in this package.

Belongs here: the declarations of suites (read from ``rules/*.yml``) and the report. Does not belong here: running.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).parent / "rules"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must hold: the Great Expectations type, its arguments, and the meaning in words."""

    type: str
    arguments: Mapping[str, Any]
    meaning: str

    @property
    def column(self) -> str | None:
        """The column that is checked; ``None`` for an expectation on the whole table."""
        column = self.arguments.get("column")
        return str(column) if column is not None else None


@dataclass(frozen=True, slots=True)
class Suite:
    """The expectations on the rows of one query; ``key`` names the columns that tell a person which row it is."""

    name: str
    query: str
    key: tuple[str, ...]
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What became of one expectation; ``unexpected_keys`` holds the keys of the first rows that break it."""

    suite: str
    position: int
    expectation: str
    column: str | None
    meaning: str
    success: bool
    element_count: int | None
    unexpected_count: int | None
    observed: str | None
    unexpected_keys: tuple[str, ...]

    def line(self) -> str:
        """The result in one line for people."""
        where = f"{self.suite}.{self.column}" if self.column else self.suite
        rows = f": {', '.join(self.unexpected_keys[:5])}" if self.unexpected_keys else ""
        count = f" ({self.unexpected_count} rows)" if self.unexpected_count else ""
        observed = f": {self.observed}" if self.observed and not rows else ""
        return f"{where}: {self.expectation}: {self.meaning}{count}{rows}{observed}"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All results of one run, and where the readable pages are; nothing checked is not success."""

    results: tuple[CheckResult, ...]
    docs: Path

    @property
    def success(self) -> bool:
        """Whether everything that had to be checked was checked and holds."""
        return bool(self.results) and all(result.success for result in self.results)

    def failures(self) -> tuple[CheckResult, ...]:
        """The results that block publishing."""
        return tuple(result for result in self.results if not result.success)

    def lines(self) -> list[str]:
        """One line per failure: which expectation, on which rows."""
        return [result.line() for result in self.failures()]


def suites() -> list[Suite]:
    """Every declared suite, those on the foreign keys included."""
    declared = [entry for path in sorted(RULES.glob("*.yml")) if path.stem != "relations" for entry in _load(path)]
    return [_suite(entry) for entry in declared] + [_relation(entry) for entry in _load(RULES / "relations.yml")]


def _suite(entry: Mapping[str, Any]) -> Suite:
    query = entry["query"] if "query" in entry else f"SELECT * FROM {entry['table']}"
    return Suite(entry["suite"], query, tuple(entry["key"]), tuple(_expectation(row) for row in entry["expectations"]))


def _expectation(row: Mapping[str, Any]) -> Expectation:
    arguments = {name: value for name, value in row.items() if name not in ("type", "meaning")}
    return Expectation(row["type"], arguments, row["meaning"])


def _relation(entry: Mapping[str, str]) -> Suite:
    """Every distinct value of a foreign key, and whether the other table knows it."""
    (table, column), (other, key) = entry["from"].split("."), entry["to"].split(".")
    query = (
        f"SELECT t.{column}, count(*) AS rows, bool_or(o.{key} IS NOT NULL) AS is_known "
        f"FROM {table} AS t LEFT JOIN {other} AS o ON o.{key} = t.{column} "
        f"WHERE t.{column} IS NOT NULL GROUP BY t.{column}"
    )
    known = Expectation(
        "expect_column_values_to_be_in_set",
        {"column": "is_known", "value_set": [True]},
        f"every {column} of {table} is one of {other}",
    )
    return Suite(f"{table}.{column} in {other}", query, (column,), (known,))


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))

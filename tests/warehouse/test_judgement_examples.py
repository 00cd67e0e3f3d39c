"""The worked examples of docs/judgement.md, run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.builders import inputs, observation
from tests.warehouse.conftest import Ask, ask
from tests.warehouse.examples import examples
from transforms.likeness import likeness
from warehouse.build import build

VERDICTS = examples("verdict")
_FIGURE = re.compile(r"(?P<printed>.+?)(?: in (?P<year>\d{4}))?$")
_NUMBER = re.compile(r"(?P<value>-?[\d.]+)(?P<comparator>超|未満)?$")


def observed(kind: str, cell: str, indicator: str, direction: str) -> list[dict[str, Any]]:
    """The observation that a cell of the table stands for."""
    found = _FIGURE.match(cell)
    assert found
    printed, year = found["printed"], found["year"]
    if printed == "none":
        return []
    number = _NUMBER.match(printed)
    shared = {
        "value_kind": kind, "indicator": indicator, "direction": direction, "raw_text": printed,
        "fiscal_year": int(year) if year else None,
    }  # fmt: skip
    if number:
        return [observation(**shared, value=float(number["value"]), comparator=number["comparator"] or "")]
    status = {"－": "not_set", "未整備": "not_available"}.get(printed, "text")
    return [observation(**shared, value=None, unit="", status=status)]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    path: Path = tmp_path_factory.mktemp("examples") / "warehouse.duckdb"
    rows = [
        row
        for number, example in enumerate(VERDICTS)
        for kind in ("baseline", "target", "actual")
        for row in observed(kind, example[kind], f"例{number}", example["direction"])
    ]
    build(inputs(rows), path)
    return lambda query: ask(path, query)


@pytest.mark.parametrize(("number", "example"), enumerate(VERDICTS), ids=[row["example"] for row in VERDICTS])
def test_verdict(judged: Ask, number: int, example: dict[str, str]) -> None:
    (row,) = judged(f"SELECT * FROM marts.indicator_progress WHERE indicator = '例{number}'")
    assert (row["verdict"], row["verdict_reason"]) == (example["verdict"], example["reason"])
    for ratio, column in (("achievement_ratio", "achievement"), ("progress_ratio", "progress")):
        shown = row[f"{ratio}_reason"] if row[ratio] is None else round(row[ratio], 4)
        assert str(shown) == example[column]


@pytest.mark.parametrize("example", examples("likeness"), ids=lambda row: f"{row['one name']}~{row['other name']}")
def test_likeness(example: dict[str, str]) -> None:
    score = likeness(example["one name"], example["other name"])
    assert float(example["likeness at least"]) <= score < float(example["below"])
    assert score == likeness(example["other name"], example["one name"])

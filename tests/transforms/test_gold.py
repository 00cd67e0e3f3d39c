"""The transcribed figures: every row of the gold files, rebuilt as a printed figure, comes back as transcribed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extract.model import Box, PrintedFigure, PrintedLabel, Reading, ValueKind
from transforms.observations import observations

GOLD = Path(__file__).parent.parent / "gold"
FILES = [
    GOLD / "sukagawa_5th_ict_plan.csv",
    GOLD / "sukagawa_5th_ict_plan_progress_r4.csv",
    *sorted((GOLD / "examples").glob("*.csv")),
]
# Unit columns that carry a scale; elsewhere the transcribed unit is the label of a bare figure.
SCALED_LABELS = {"労働生産性": "千円/人", "県民一人当たり家計可処分所得": "千円"}
KINDS: dict[str, ValueKind] = {"baseline": "baseline", "actual": "actual", "target": "target"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _printed(place: int, row: dict[str, str]) -> PrintedFigure:
    """The row as the page prints it; its place in the file stands for the box, so that the rows can be found again."""
    raw = row["raw_text"].replace("\\n", "\n")
    is_bare = not raw[-1:].isalpha() and "%" not in raw and "％" not in raw and "(" not in raw
    label = SCALED_LABELS.get(row["indicator"], row["unit"]) if is_bare or row["status"] == "text" else ""
    return PrintedFigure(
        page=int(row["page"]),
        box=Box(0, place, 0, 0),
        raw_text=raw,
        kind=KINDS[row["value_kind"]],
        indicator=row["indicator"],
        field=row["field"],
        measure=row["measure"],
        period=PrintedLabel(row["period_label"], "column") if row["period_label"] else None,
        unit=PrintedLabel(label, "column") if label else None,
    )


def _observed(path: Path) -> tuple[list[dict[str, str]], list[dict[str, object]]]:
    rows = _rows(path)
    reading = Reading(path.stem, 1, figures=[_printed(place, row) for place, row in enumerate(rows)])
    frame, _ = observations(reading)
    return rows, frame.sort("top").to_dicts()


def _number(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_transcribed_row_comes_back(path: Path) -> None:
    rows, observed = _observed(path)
    assert len(observed) == len(rows)
    numbers = ("value", "fiscal_year", "calendar_year", "numerator", "denominator")
    for row, seen in zip(rows, observed, strict=True):
        expected: dict[str, float | str | None] = {key: _number(row.get(key, "")) for key in numbers}
        expected |= {key: row.get(key) or "" for key in ("unit", "per", "status", "comparator")}
        assert {key: seen[key] for key in expected} == expected, row["raw_text"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_directions_are_those_transcribed(path: Path) -> None:
    rows, observed = _observed(path)
    wrong = {
        (row["indicator"], row["direction"], str(seen["direction"]))
        for row, seen in zip(rows, observed, strict=True)
        if row["direction"] and row["direction"] != seen["direction"]
    }
    assert wrong == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_trusted_of_the_transcribed_rows(path: Path) -> None:
    """Changes instead of levels (10.0%減少) and figures without their year are all that a person has to look at."""
    _, observed = _observed(path)
    doubtful = {str(row["rules"]) for row in observed if float(str(row["confidence"])) < 0.9}
    known = ("change-not-level", "period-missing", "baseline-without-year")
    assert {rules for rules in doubtful if not any(rule in rules for rule in known)} == set()

"""What the warehouse makes of decisions: trust, and the state of every item of the review list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.review.builders import on_figure, on_page
from tests.warehouse.builders import figure, inputs
from tests.warehouse.conftest import Rows, ask
from transforms.decisions import apply_decisions
from transforms.decisions_model import Correction, Decision, Stated, Where
from warehouse.build import build

DOUBTFUL = figure("actual", 1, 2022, raw_text="1件", confidence=0.8)
READ = Stated("numeric", 1.0, "件", year="FY2022")
REGION = {
    "document": "plan",
    "page": 1,
    "reason": "unread_region",
    "text": "表",
    "x0": 10.0,
    "top": 20.0,
    "x1": 30.0,
    "bottom": 40.0,
}


def published(
    path: Path, decisions: Sequence[Decision], *rows: dict[str, Any], **records: list[dict[str, Any]]
) -> Path:
    given = inputs(rows, **records)
    reviewed = apply_decisions(given.records["observations"], given.records["review"], decisions)
    changed = replace(
        given, records={**given.records, "observations": reviewed.observations}, decisions=reviewed.decided
    )
    build(changed, path / "warehouse.duckdb")
    return path / "warehouse.duckdb"


def states(path: Path) -> Rows:
    return ask(path, "SELECT reason, state, decided_by, decided_on, why FROM quality.review_item ORDER BY top, reason")


@pytest.mark.parametrize(
    ("verdict", "state", "trusted", "value"),
    [("accept", "accepted", True, 1), ("correct", "corrected", True, 2), ("ignore", "ignored", False, 1)],
)
def test_a_figure(tmp_path: Path, verdict: str, state: str, trusted: bool, value: float) -> None:
    should_be = Correction("指標", "actual", replace(READ, value=2.0)) if verdict == "correct" else None
    path = published(tmp_path, [on_figure(verdict, read=READ, should_be=should_be)], DOUBTFUL)
    assert ask(path, "SELECT value, is_trusted, is_latest FROM fact_indicator_value") == [
        {"value": value, "is_trusted": trusted, "is_latest": trusted}
    ]
    decided = {"decided_by": "山田", "decided_on": "2025-04-01", "why": "脚注に書いてある"}
    assert states(path) == [{"reason": "low_confidence", "state": state, **decided}]
    assert ask(path, "SELECT review_items FROM quality.document_outcome") == [{"review_items": 0}]


def test_two_years_of_one_row_that_read_alike_are_decided_apart(tmp_path: Path) -> None:
    years = [
        DOUBTFUL | {"period_label": "R4"},
        DOUBTFUL | {"period_label": "R5", "fiscal_year": 2023, "x0": 60.0, "x1": 80.0},
    ]
    decision = on_figure(where=replace(on_figure().where, period="R4"), read=READ)
    path = published(tmp_path, [decision], *years)
    trusted = ask(path, "SELECT period_label, is_trusted FROM fact_indicator_value ORDER BY 1")
    assert [tuple(row.values()) for row in trusted] == [("R4", True), ("R5", False)]
    assert [row["state"] for row in states(path)] == ["accepted", "open"]


def test_a_decision_settles_every_doubt_about_the_reading_of_a_figure(tmp_path: Path) -> None:
    rows = [figure("baseline", 500, 2020, top=1.0, bottom=9.0), DOUBTFUL | {"confidence": 1.0}]
    (item,) = states(published(tmp_path, [], *rows))
    assert (item["reason"], item["state"]) == ("outlier", "open")
    (item,) = states(published(tmp_path, [on_figure(reason="outlier", read=READ)], *rows))
    assert (item["reason"], item["state"]) == ("outlier", "accepted")


def test_a_figure_that_was_put_right_stays_on_the_list(tmp_path: Path) -> None:
    rows = [figure("baseline", 500, 2020, top=1.0, bottom=9.0), DOUBTFUL | {"confidence": 1.0}]
    should_be = Correction("指標", "actual", replace(READ, value=600.0))
    (item,) = states(
        published(tmp_path, [on_figure("correct", reason="outlier", read=READ, should_be=should_be)], *rows)
    )
    assert (item["reason"], item["state"]) == ("outlier", "corrected")


def test_a_region_is_closed_at_its_place_alone(tmp_path: Path) -> None:
    regions = [REGION, REGION | {"top": 50.0, "bottom": 70.0}]
    found = states(published(tmp_path, [on_page()], DOUBTFUL | {"confidence": 1.0}, review=regions))
    assert [(row["state"], row["why"]) for row in found] == [("ignored", "指標の表ではない"), ("open", None)]


def test_a_comparison_is_closed_while_it_says_the_same(tmp_path: Path) -> None:
    rows = [
        DOUBTFUL | {"confidence": 1.0},
        DOUBTFUL | {"confidence": 1.0, "raw_text": "2件", "value": 2.0, "top": 50.0},
    ]
    path = published(tmp_path, [], *rows)
    (found,) = ask(path, "SELECT page, reason, detail, about FROM quality.review_item")
    assert (found["reason"], found["about"]) == ("figures_disagree", "comparison")
    decision = on_page("accept", reason=found["reason"], raw_text=found["detail"], where=Where(found["page"], None))
    assert [row["state"] for row in states(published(tmp_path, [decision], *rows))] == ["accepted"]
    rows[1] = rows[1] | {"value": 3.0, "raw_text": "3件"}
    assert [row["state"] for row in states(published(tmp_path, [decision], *rows))] == ["open"]


def test_the_key_of_an_item_is_made_of_what_is_printed(tmp_path: Path) -> None:
    ids = [
        ask(
            published(tmp_path, decisions, DOUBTFUL, review=[REGION]),
            "SELECT review_id FROM quality.review_item ORDER BY 1",
        )
        for decisions in ([], [on_page()], [on_figure(read=READ)])
    ]
    assert ids[0] == ids[1] == ids[2]
    elsewhere = published(tmp_path, [], DOUBTFUL | {"top": 30.0}, review=[REGION])
    assert ask(elsewhere, "SELECT review_id FROM quality.review_item ORDER BY 1") != ids[0]


def test_decisions_on_one_place_that_reach_the_warehouse_double_no_row(tmp_path: Path) -> None:
    given = inputs([DOUBTFUL])
    decided = apply_decisions(given.records["observations"], given.records["review"], [on_figure(read=READ)]).decided
    twice = pl.concat([decided, decided.with_columns(decision=pl.lit("ignored"), decided_on=pl.lit("2025-05-01"))])
    build(replace(given, decisions=twice), tmp_path / "warehouse.duckdb")
    assert ask(tmp_path / "warehouse.duckdb", "SELECT is_trusted FROM fact_indicator_value") == [{"is_trusted": False}]
    assert [row["state"] for row in states(tmp_path / "warehouse.duckdb")] == ["ignored"]

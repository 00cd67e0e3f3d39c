"""What the marts say about small, made-up plans: editions, trust, comparison, projects, initiatives, coverage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from tests.warehouse.builders import document, figure, inputs, observation, outcome, plan, report
from tests.warehouse.conftest import Ask
from warehouse.inputs import WarehouseInput

Built = Callable[[WarehouseInput], Ask]
BOTH = [document("plan"), report("report")]


def test_a_later_edition_restates_an_earlier_value(built: Built) -> None:
    ask = built(inputs([figure("target", 10, 2024), figure("target", 12, 2024, document="report")], BOTH))
    series = ask("SELECT value, document_id FROM marts.indicator_series")
    assert series == [{"value": 12, "document_id": "report"}]
    history = ask("SELECT value, previous_value, change, is_revised, is_latest FROM marts.revision_history")
    assert [tuple(row.values()) for row in history] == [(10, None, None, False, False), (12, 10, 2, True, True)]
    (pair,) = ask("SELECT plan_value, report_value, difference, value_differs FROM marts.plan_report_reconciliation")
    assert pair == {"plan_value": 10, "report_value": 12, "difference": "figures", "value_differs": True}


def test_what_only_one_of_the_two_prints_is_said(built: Built) -> None:
    rows = [figure("target", 1, 2024, indicator="計画だけの指標"), figure("target", 1, 2024),
            figure("target", 1, 2024, document="report"), figure("target", 900, 2024, document="report", indicator="件数")]  # fmt: skip
    ask = built(inputs(rows, BOTH))
    found = ask(
        "SELECT coalesce(plan_indicator, report_indicator) AS name, difference FROM marts.plan_report_reconciliation"
    )
    assert {row["name"]: row["difference"] for row in found} == {
        "計画だけの指標": "only_in_plan", "指標": "none", "件数": "only_in_report"}  # fmt: skip


DECIDED = {
    "document": "plan", "page": 1, "x0": 10.0, "top": 20.0, "x1": 30.0, "bottom": 40.0, "reason": "low_confidence",
    "indicator": "指標", "value_kind": "actual", "period_label": "", "raw_text": "5件",
    "why": "見た", "decided_by": "x", "decided_on": "2025-04-01",
}  # fmt: skip


@pytest.mark.parametrize(
    ("confidence", "decision", "trusted"),
    [
        (0.9, None, True), (0.89, None, False), (0.5, "accepted", True), (0.5, "corrected", True),
        (1.0, "ignored", False), (0.5, "ignored", False),
    ],
)  # fmt: skip
def test_what_a_person_decides_overrules_the_confidence(
    built: Built, confidence: float, decision: str | None, trusted: bool
) -> None:
    decisions = [DECIDED | {"decision": decision}] if decision else []
    ask = built(inputs([figure("actual", 5, 2022, raw_text="5件", confidence=confidence)], decisions=decisions))
    (fact,) = ask("SELECT is_trusted, is_latest FROM fact_indicator_value")
    assert fact == {"is_trusted": trusted, "is_latest": trusted}
    assert len(ask("SELECT * FROM marts.indicator_series")) == int(trusted)
    items = ask("SELECT state, decided_by FROM quality.review_item WHERE reason = 'low_confidence'")
    undecided = [{"state": "open", "decided_by": None}] if confidence < 0.9 else []
    assert items == ([{"state": decision, "decided_by": "x"}] if decision else undecided)


def test_two_figures_for_one_thing_are_not_published(built: Built) -> None:
    rows = [figure("actual", 94, 2024, note="小学校"), figure("actual", 100, 2024, note="中学校", top=50.0)]
    ask = built(inputs([*rows, figure("target", 95, 2024)]))
    assert ask("SELECT value FROM fact_indicator_value WHERE is_latest AND value_kind = 'actual'") == []
    assert ask("SELECT reason FROM quality.review_item") == [{"reason": "figures_disagree"}]


def test_the_parts_of_an_indicator_are_indicators_of_their_own(built: Built) -> None:
    rows = [
        figure(kind, value, 2022, indicator="健康寿命", unit="年", note=f"内訳: {part}", rules="part-of-indicator")
        for part, kind, value in [
            ("男性", "actual", 81),
            ("女性", "actual", 85),
            ("男性", "target", 82),
            ("女性", "target", 86),
        ]
    ]
    ask = built(inputs(rows))
    read = ask(
        "SELECT name, part, count(*) AS figures FROM dim_indicator JOIN fact_indicator_value USING (indicator_id) GROUP BY ALL ORDER BY part"
    )
    assert read == [
        {"name": "健康寿命（女性）", "part": "女性", "figures": 2},
        {"name": "健康寿命（男性）", "part": "男性", "figures": 2},
    ]
    assert ask("SELECT latest, target, verdict FROM marts.indicator_progress ORDER BY latest") == [
        {"latest": 81, "target": 82, "verdict": "behind"},
        {"latest": 85, "target": 86, "verdict": "behind"},
    ]
    assert ask("SELECT * FROM quality.review_item") == []


def test_a_decision_finds_a_part_by_the_name_that_was_read(built: Built) -> None:
    row = figure("actual", 81, 2022, indicator="健康寿命", unit="年", note="内訳: 男性", confidence=0.5)
    (asked,) = built(inputs([row]))("SELECT indicator FROM quality.review_item")
    assert asked == {"indicator": "健康寿命"}


def test_the_same_figure_printed_twice_is_published_once(built: Built) -> None:
    ask = built(inputs([figure("actual", 94, 2024, page=2), figure("actual", 94, 2024, page=30)]))
    assert ask("SELECT value, page FROM marts.indicator_series") == [{"value": 94, "page": 2}]


def test_a_replaced_edition_gives_way_once_its_successor_was_read(built: Built) -> None:
    old, new = document("plan"), document("plan-2", edition=2021, supersedes="plan")
    read = [figure("target", 10, 2024), figure("target", 11, 2024, document="plan-2")]
    ask = built(inputs(read, [old, new]))
    assert ask("SELECT value FROM marts.indicator_series") == [{"value": 11}]


def test_an_edition_that_could_not_be_read_replaces_nothing(built: Built) -> None:
    old, new = document("plan"), document("plan-2", edition=2023, supersedes="plan")
    outcomes = [outcome("plan"), outcome("plan-2", outcome="damaged", detail="damaged file")]
    ask = built(inputs([figure("target", 10, 2024)], [old, new], outcomes=outcomes))
    assert ask("SELECT value FROM marts.indicator_series") == [{"value": 10}]
    coverage = ask("SELECT document_id, outcome, observations FROM marts.document_coverage")
    assert [tuple(row.values()) for row in coverage] == [("plan", "read", 1), ("plan-2", "damaged", 0)]


def test_the_latest_number_is_shown_and_later_silence_is_said(built: Built) -> None:
    rows = [figure("target", 10, 2025), figure("actual", 5, 2022), figure("actual", None, 2023)]
    (row,) = built(inputs(rows))("SELECT latest, latest_year, last_reported_year FROM marts.indicator_progress")
    assert row == {"latest": 5, "latest_year": 2022, "last_reported_year": 2023}


def test_interim_targets_are_steps_on_the_way(built: Built) -> None:
    rows = [
        figure("target", 5, 2023),
        figure("target", 10, 2025),
        figure("actual", 6, 2023),
        figure("baseline", 0, 2021),
    ]
    (row,) = built(inputs(rows))("SELECT target, target_year, verdict FROM marts.indicator_progress")
    assert row == {"target": 10, "target_year": 2025, "verdict": "on_track"}


@pytest.mark.parametrize(
    ("stated", "comparator", "baseline", "target", "direction", "source"),
    [
        ("up", "", 5, 3, "up", "stated"),
        ("none", "以下", 5, 9, "down", "comparator"),
        ("", "以上", 5, 3, "up", "comparator"),
        ("", "", 5, 3, "down", "sign"),
        ("none", "", 5, 9, "up", "sign"),
        ("none", "", 5, 5, "none", "none"),
    ],
)
def test_which_way_is_better(
    built: Built, stated: str, comparator: str, baseline: float, target: float, direction: str, source: str
) -> None:
    rows = [
        figure("baseline", baseline, 2020, direction=stated),
        figure("target", target, 2024, direction=stated, comparator=comparator),
    ]
    (row,) = built(inputs(rows))("SELECT direction, direction_source FROM dim_indicator")
    assert row == {"direction": direction, "direction_source": source}


def three_cities(
    values: list[float | None], unit: str = "%", name: str = "電子決裁率", year: int = 2023
) -> WarehouseInput:
    codes = ["072079", "072044", "212105"]
    plans = [plan(code, code) for code in codes]
    documents = [report(code, plan_id=code, municipality_code=code) for code in codes]
    rows = [
        figure("actual", value, year, document=code, indicator=name, unit=unit if value is not None else "")
        for code, value in zip(codes, values, strict=True)
    ]
    return inputs(rows, documents, plans)


def test_comparison_always_comes_with_n_median_and_quartiles(built: Built) -> None:
    rows = built(three_cities([10, 20, 60]))(
        "SELECT municipality_code, compared_value, n, lower_quartile, median, upper_quartile, position, comparable, reason "
        "FROM marts.municipality_comparison ORDER BY compared_value"
    )
    shared = (3, 15, 20, 40)
    assert [tuple(row.values()) for row in rows] == [
        ("072079", 10, *shared, "worse_than_median", True, None),
        ("072044", 20, *shared, "at_median", True, None),
        ("212105", 60, *shared, "better_than_median", True, None),
    ]


def test_a_missing_value_is_not_in_the_comparison(built: Built) -> None:
    rows = built(three_cities([10, None, 60]))("SELECT DISTINCT n, median FROM marts.municipality_comparison")
    assert rows == [{"n": 2, "median": 35}]


def test_another_dimension_of_unit_is_not_compared(built: Built) -> None:
    assert built(three_cities([10, 20, 60], unit="件"))("SELECT * FROM marts.comparable_indicator") == []


def test_counts_that_grow_with_the_residents_are_compared_per_thousand(built: Built) -> None:
    rows = built(three_cities([74992, 0, 0], unit="件", name="電子申請件数"))(
        "SELECT value, compared_value, compared_unit, population FROM marts.comparable_indicator ORDER BY value DESC"
    )
    assert rows[0]["compared_value"] == pytest.approx(74992 * 1000 / rows[0]["population"])
    assert rows[0]["compared_unit"] == "件/1000人"


def test_thousands_of_yen_and_hours_become_the_base_unit(built: Built) -> None:
    rows = built(three_cities([90, 60, 120], unit="分", name="RPAによる削減時間"))(
        "SELECT base_value, base_unit FROM marts.comparable_indicator ORDER BY base_value"
    )
    assert [(round(row["base_value"], 6), row["base_unit"]) for row in rows] == [
        (1, "時間"),
        (1.5, "時間"),
        (2, "時間"),
    ]


def test_years_that_differ_are_said(built: Built) -> None:
    new, old = three_cities([10, 20, 60]), three_cities([10, 20, 60], year=2019)
    mixed = pl.concat([new.records["observations"][:2], old.records["observations"][2:]])
    ask = built(replace(new, records=dict(new.records) | {"observations": mixed}))
    rows = ask("SELECT DISTINCT reason, first_year, last_year FROM marts.municipality_comparison")
    assert rows == [{"reason": "years_differ", "first_year": 2019, "last_year": 2023}]


def test_one_municipality_is_compared_by_its_latest_indicator(built: Built) -> None:
    documents = [report("old", plan_id="old"), report("new", plan_id="new")]
    rows = [
        figure("actual", 5, 2019, document="old", indicator="電子決裁率", unit="%"),
        figure("actual", 7, 2023, document="new", indicator="電子決裁率", unit="%"),
    ]
    ask = built(inputs(rows, documents, [plan("old"), plan("new")]))
    assert ask("SELECT value, n FROM marts.municipality_comparison") == [{"value": 7, "n": 1}]
    assert len(ask("SELECT * FROM marts.comparable_indicator")) == 2


WARNINGS: list[tuple[str, list[dict[str, Any]], list[str]]] = [
    ("outlier", [figure("baseline", 5, 2020), figure("actual", 500, 2022)], ["outlier"]),
    ("small outlier", [figure("baseline", 500, 2020), figure("actual", 5, 2022)], ["outlier"]),
    ("no outlier", [figure("baseline", 5, 2020), figure("actual", 499, 2022)], []),
    ("from zero", [figure("baseline", 0, 2020), figure("actual", 499, 2022)], []),
    ("unit changed", [figure("baseline", 5, 2020), figure("actual", 5, 2022, unit="人")], ["unit_changed"]),
    ("direction changed", [figure("baseline", 5, 2020), figure("actual", 5, 2022, direction="down")], ["direction_changed"]),
    ("direction against the target", [figure("baseline", 5, 2020), figure("target", 3, 2024)], ["direction_disagreement"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "reasons"), [case[1:] for case in WARNINGS], ids=[case[0] for case in WARNINGS])
def test_warnings_publish_and_are_said(built: Built, rows: list[dict[str, Any]], reasons: list[str]) -> None:
    ask = built(inputs(rows))
    assert [row["reason"] for row in ask("SELECT reason FROM quality.review_item")] == reasons
    assert len(ask("SELECT * FROM marts.indicator_series")) == len(rows)
    assert ask("SELECT review_items FROM quality.document_outcome") == [{"review_items": len(reasons)}]


def test_a_review_note_of_reading_is_kept_and_not_doubled(built: Built) -> None:
    note = {
        "document": "plan",
        "page": 7,
        "reason": "unread_region",
        "text": "表",
        "x0": 1.0,
        "top": 2.0,
        "x1": 3.0,
        "bottom": 4.0,
    }
    doubtful = {
        "document": "plan",
        "page": 1,
        "reason": "low_confidence",
        "text": "1件",
        "x0": 10.0,
        "top": 20.0,
        "x1": 30.0,
        "bottom": 40.0,
    }
    ask = built(inputs([observation(confidence=0.5)], review=[note, doubtful]))
    rows = ask("SELECT reason, observation_id IS NOT NULL AS known FROM quality.review_item")
    assert sorted(tuple(row.values()) for row in rows) == [("low_confidence", True), ("unread_region", False)]


def test_a_document_that_nobody_tried_has_an_outcome(built: Built) -> None:
    ask = built(
        inputs(
            [observation()],
            [document(), document("forgotten")],
            outcomes=[outcome("plan"), outcome("stray", outcome="not_in_catalogue")],
        )
    )
    rows = ask("SELECT document_id, outcome, in_catalogue FROM quality.document_outcome")
    assert [tuple(row.values()) for row in rows] == [
        ("forgotten", "not_attempted", True), ("plan", "read", True), ("stray", "not_in_catalogue", False)]  # fmt: skip


def test_the_panel_holds_every_year_with_a_number(built: Built) -> None:
    rows = [
        figure("baseline", 0, 2020),
        figure("actual", 5, 2022),
        figure("actual", None, 2023),
        figure("target", 10, 2024),
    ]
    panel = built(inputs(rows))("SELECT year, value_kind, value, target, expected, verdict FROM marts.ebpm_panel")
    assert [tuple(row.values()) for row in panel] == [
        (2020, "baseline", 0, 10, None, None), (2022, "actual", 5, 10, 5, "on_track")]  # fmt: skip

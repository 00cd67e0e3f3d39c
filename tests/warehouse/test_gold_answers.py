"""What SQL alone must answer about the two documents that were transcribed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.warehouse.builders import PLAN_DOCUMENT, REPORT_DOCUMENT
from tests.warehouse.conftest import Ask

PROGRESS = [
    "municipality_code", "municipality", "plan", "field", "measure_no", "measure", "indicator", "unit", "per", "direction",
    "theme", "baseline_year", "baseline", "latest_year", "latest", "target_year", "target", "achievement_ratio",
    "progress_ratio", "verdict", "verdict_reason", "document_id", "page",
]  # fmt: skip

ANSWERS: list[tuple[str, str, dict[str, Any]]] = [
    ("2-9", "年間のオンライン申請件数", {
        "baseline": 554, "baseline_year": 2020, "latest": 21115, "latest_year": 2022, "target": 700, "target_year": 2024,
        "verdict": "achieved", "unit": "件", "per": "年", "direction": "up", "municipality_code": "072079",
        "document_id": REPORT_DOCUMENT, "page": 3}),
    ("6-2", "市内の人身事故発生件数（暦年）", {
        "period_kind": "calendar_year", "direction": "down", "baseline_year": 2021, "latest_year": 2022, "verdict": "worsened"}),
    ("9-1", "情報漏えい事件、事故の発生件数", {
        "baseline": 0, "latest": 0, "target": 0, "verdict": "achieved", "achievement_ratio": None,
        "achievement_ratio_reason": "actual_is_zero"}),
    ("6-4", "申込件数", {
        "latest": None, "latest_status": "not_available", "verdict": "not_measurable",
        "verdict_reason": "actual_not_available", "target": 4000}),
    ("8-1", "本市の年間観光入込客数", {"baseline": 783000, "latest": 973000, "target": 1550000, "unit": "人"}),
    ("9-15", "入札総件数に対する電子入札の割合", {"latest": 86.5, "unit": "%", "verdict": "achieved"}),
    ("9-9", "会議等に係るペーパーレス会議の実施割合", {
        "baseline": None, "baseline_text": "市政経営会議のみ", "verdict": "achieved", "progress_ratio_reason": "no_baseline"}),
]  # fmt: skip


@pytest.mark.parametrize(("measure_no", "indicator", "expected"), ANSWERS, ids=[answer[0] for answer in ANSWERS])
def test_progress(gold: Ask, measure_no: str, indicator: str, expected: dict[str, Any]) -> None:
    (row,) = gold(
        f"SELECT * FROM marts.indicator_progress WHERE measure_no = '{measure_no}' AND indicator = '{indicator}'"
    )
    assert {name: row[name] for name in expected} == expected


def test_progress_begins_with_the_agreed_columns_in_order(gold: Ask) -> None:
    described = [row["column_name"] for row in gold("DESCRIBE marts.indicator_progress")]
    assert described[: len(PROGRESS)] == PROGRESS


@pytest.mark.parametrize("measure_no", ["4-1", "4-3", "7-7", "9-11"])
def test_a_measure_that_sets_no_indicator_has_none(gold: Ask, measure_no: str) -> None:
    rows = gold(
        "SELECT m.measure_id, i.indicator_id FROM dim_measure AS m LEFT JOIN dim_indicator AS i USING (measure_id) "
        f"WHERE m.measure_no = '{measure_no}'"
    )
    assert [row["indicator_id"] for row in rows] == [None]
    kept = gold(
        f"SELECT status FROM fact_indicator_value JOIN dim_measure USING (measure_id) WHERE measure_no = '{measure_no}'"
    )
    assert {row["status"] for row in kept} == {"not_set"}


def test_every_indicator_of_the_report_is_one_of_the_plan(gold: Ask) -> None:
    (row,) = gold(
        "SELECT count(*) AS indicators, count(*) FILTER (WHERE documents = 2) AS linked FROM "
        "(SELECT indicator_id, count(DISTINCT document_id) AS documents FROM bridge_indicator_document GROUP BY ALL)"
    )
    assert row == {"indicators": 54, "linked": 54}


@pytest.mark.parametrize(
    ("in_plan", "in_report"),
    [
        ("携帯型通信設備の導入台数（災害時優先電話）", "災害時優先電話の導入台数"),
        ("携帯型通信設備の導入台数（IP無線機）", "IP無線機の導入台数"),
        ("登録企業数", "ものづくり企業ガイドへの登録企業数"),
        ("登録店舗数", "ふるさと商品ガイドへの登録店舗数"),
        ("電子回覧板の閲覧数", "電子回覧版の閲覧数"),
    ],
)
def test_names_that_differ_are_linked(gold: Ask, in_plan: str, in_report: str) -> None:
    rows = gold(
        "SELECT DISTINCT r.indicator, r.method FROM bridge_indicator_document AS p JOIN bridge_indicator_document AS r "
        f"USING (indicator_id) WHERE p.indicator = '{in_plan}' AND p.document_id = '{PLAN_DOCUMENT}' "
        f"AND r.document_id = '{REPORT_DOCUMENT}'"
    )
    assert rows == [{"indicator": in_report, "method": "likeness"}]


def test_plan_and_report_agree_in_every_figure(gold: Ask) -> None:
    counted = gold("SELECT difference, count(*) AS n FROM marts.plan_report_reconciliation GROUP BY ALL ORDER BY ALL")
    assert {row["difference"]: row["n"] for row in counted} == {"department": 18, "none": 76, "wording": 14}


def test_a_department_that_took_over_is_linked_not_merged(gold: Ask) -> None:
    rows = gold(
        "SELECT p.name AS before, s.name AS after, measures, is_likely_renamed FROM bridge_department_succession "
        "JOIN dim_department AS p ON p.department_id = predecessor_id "
        "JOIN dim_department AS s ON s.department_id = successor_id ORDER BY measures DESC"
    )
    assert rows[0] == {"before": "行政管理課", "after": "情報政策課", "measures": 9, "is_likely_renamed": True}
    assert {row["is_likely_renamed"] for row in rows[1:]} == {False}


def test_the_words_win_over_the_sign_and_a_person_is_told(gold: Ask) -> None:
    rows = gold("SELECT reason, detail, observation_id IS NOT NULL AS known FROM quality.review_item")
    assert [(row["reason"], row["known"]) for row in rows] == [("direction_disagreement", True)]
    assert "ウェブサイト閲覧数" in rows[0]["detail"]


def test_nothing_is_compared_with_a_single_municipality(gold: Ask) -> None:
    rows = gold("SELECT n, median, comparable, reason, position FROM marts.municipality_comparison")
    expected = {"n": 1, "median": None, "comparable": False, "reason": "single_municipality", "position": None}
    assert rows
    assert all(row == expected for row in rows)


def test_every_document_and_every_observation_is_there(gold: Ask) -> None:
    rows = gold(
        "SELECT document_id, outcome, observations, indicators, indicators_with_theme FROM marts.document_coverage"
    )
    assert [tuple(row.values()) for row in rows] == [
        (PLAN_DOCUMENT, "read", 116, 54, 54),
        (REPORT_DOCUMENT, "read", 182, 54, 54),
    ]

"""What the warehouse says of measures, projects, initiatives and surveys of small, made-up plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.warehouse.builders import figure, inputs
from tests.warehouse.conftest import Ask
from warehouse.inputs import WarehouseInput

Built = Callable[[WarehouseInput], Ask]


def project(**given: Any) -> dict[str, Any]:
    row = {
        "document": "plan", "page": 3, "project_no": "1", "name": "窓口の改善", "category": "新規", "department": "市民課",
        "description": "", "pillar": "柱", "policy": "方針", "sub_policy": "", "confidence": 1.0,
    }  # fmt: skip
    return row | given


def phase(label: str, first: int | None, last: int | None, **given: Any) -> dict[str, Any]:
    row = {
        "document": "plan", "page": 4, "project_no": "1", "project": "窓口の改善", "label": label, "first_fiscal_year": first,
        "last_fiscal_year": last, "open_start": False, "open_end": False, "confidence": 1.0,
    }  # fmt: skip
    return row | given


def initiative(name: str, **given: Any) -> dict[str, Any]:
    row = {
        "document": "plan", "page": 2, "field": "1", "measure": "(1)", "initiative": name, "started_label": "R4",
        "started_fiscal_year": 2022, "mark": "〇", "status": "running", "is_new": False, "repeats": "", "confidence": 1.0,
    }  # fmt: skip
    return row | given


TIMELINES: list[tuple[str, list[dict[str, Any]], list[tuple[int | None, str | None]]]] = [
    ("a bar over years", [phase("構築", 2022, 2023)], [(2022, "構築"), (2023, "構築")]),
    ("open at both ends", [phase("運用", None, None, open_start=True, open_end=True)], [(year, "運用") for year in (2022, 2023, 2024)]),
    ("open at the end", [phase("検討", 2022, 2022), phase("運用", 2023, None, open_end=True)],
     [(2022, "検討"), (2023, "運用"), (2024, "運用")]),
    ("a year that the grid does not name", [phase("検討", None, None)], [(None, "検討")]),
    ("no year plan", [], [(None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("phases", "expected"), [case[1:] for case in TIMELINES], ids=[case[0] for case in TIMELINES])
def test_project_timeline(
    built: Built, phases: list[dict[str, Any]], expected: list[tuple[int | None, str | None]]
) -> None:
    ask = built(inputs(projects=[project()], phases=phases))
    rows = ask("SELECT fiscal_year, phase FROM marts.project_timeline")
    assert [tuple(row.values()) for row in rows] == expected


def test_projects_are_counted_by_policy_and_category(built: Built) -> None:
    projects = [
        project(), project(project_no="2", name="二"), project(project_no="3", name="三", category="継続"),
        project(project_no="4", name="四", policy="別"), project(project_no="5", name="五", confidence=0.5),
    ]  # fmt: skip
    rows = built(inputs(projects=projects))(
        "SELECT project_no, projects_in_policy AS p, projects_in_category AS c, projects_in_policy_and_category AS b "
        "FROM marts.project_timeline ORDER BY project_no"
    )
    assert [tuple(row.values()) for row in rows] == [("1", 3, 3, 2), ("2", 3, 3, 2), ("3", 3, 1, 1), ("4", 1, 3, 1)]


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ({}, True),
        ({"project": "別の名"}, True),
        ({"project_no": ""}, True),
        ({"project_no": "9", "project": "別の名"}, False),
    ],
    ids=["number and name", "number alone", "name alone", "neither"],
)
def test_a_bar_finds_its_project(built: Built, given: dict[str, Any], known: bool) -> None:
    ask = built(inputs(projects=[project()], phases=[phase("検討", 2022, 2022, **given)]))
    assert ask("SELECT project_id IS NOT NULL AS known FROM fact_project_phase") == [{"known": known}]
    assert ask("SELECT reason FROM quality.review_item") == ([] if known else [{"reason": "phase_without_project"}])


def test_a_repeated_initiative_is_kept_and_counted_once(built: Built) -> None:
    rows = [
        initiative("予防接種のオンライン申請", is_new=True),
        initiative("予防接種のオンライン申請【再掲1-(1)】", measure="(2)", repeats="1-(1)"),
        initiative("道路", status="ended", mark="※終了", started_fiscal_year=2021),
    ]
    ask = built(inputs(statuses=rows))
    assert ask("SELECT count(*) AS n, count(repeats_status_id) AS r FROM fact_measure_status") == [{"n": 3, "r": 1}]
    overview = ask(
        "SELECT theme, status, initiatives, new_initiatives, followed_up, first_started FROM marts.status_overview"
    )
    assert [tuple(row.values()) for row in overview] == [
        ("online_procedures", "running", 1, 1, 1, 2022),
        ("environment_infrastructure", "ended", 1, 0, 0, 2021),
    ]
    coverage = ask("SELECT theme, initiatives FROM marts.theme_coverage WHERE initiatives > 0")
    assert {row["theme"]: row["initiatives"] for row in coverage} == {
        "online_procedures": 1,
        "environment_infrastructure": 1,
    }


def measure(**given: Any) -> dict[str, Any]:
    row = {
        "document": "plan", "page": 20, "field": "電子行政", "measure_no": "9-8", "measure": "働き方の改善", "category": "新規",
        "is_new": True, "department": "人事課、情報政策課", "audience": "■庁内向け", "for_citizens": False, "for_office": True,
        "listed_page": 40, "has_indicator": False, "overview": "", "background": "", "situation": "", "issue": "",
        "approach": "在宅勤務を広げる", "effect": "", "place": "card", "confidence": 1.0,
    }  # fmt: skip
    return row | given


def test_a_measure_without_any_figure_is_a_measure(built: Built) -> None:
    ask = built(inputs(measures=[measure(place="list", page=3, approach=""), measure()]))
    rows = ask("SELECT field, measure_no, name, is_new, theme, for_office, sets_indicator, page FROM dim_measure")
    assert [tuple(row.values()) for row in rows] == [
        ("電子行政", "9-8", "働き方の改善", True, "telework", True, False, 20)
    ]
    named = ask(
        "SELECT name FROM bridge_measure_department JOIN dim_department USING (department_id) ORDER BY position"
    )
    assert [row["name"] for row in named] == ["人事課", "情報政策課"]
    assert ask("SELECT theme, measures FROM marts.theme_coverage WHERE measures > 0") == [
        {"theme": "telework", "measures": 1}
    ]


def test_a_measure_is_one_with_that_of_its_figures(built: Built) -> None:
    rows = [figure("actual", 5, 2022, measure_no="9-8", measure="働き方 の改善")]
    ask = built(inputs(rows, measures=[measure()]))
    assert ask("SELECT count(*) AS n FROM dim_measure") == [{"n": 1}]
    assert ask("SELECT count(*) AS n FROM dim_indicator JOIN dim_measure USING (measure_id) WHERE is_new") == [{"n": 1}]


@pytest.mark.parametrize(("confidence", "is_new"), [(0.9, True), (0.5, None)])
def test_only_what_was_surely_read_describes_a_measure(built: Built, confidence: float, is_new: bool | None) -> None:
    rows = built(inputs(measures=[measure(confidence=confidence)]))("SELECT is_new FROM dim_measure")
    assert rows == [{"is_new": is_new}]


def survey(**given: Any) -> dict[str, Any]:
    row = {
        "document": "plan", "page": 9, "survey": "市民アンケート", "fiscal_year": 2020, "target": "市民", "method": "無作為抽出",
        "sent": 3000.0, "sent_unit": "件", "valid": 1114.0, "confidence": 1.0,
    }  # fmt: skip
    return row | given


@pytest.mark.parametrize(
    ("given", "rate"),
    [({}, 1114 / 3000), ({"sent_unit": "校", "sent": 27.0}, None), ({"sent": 0.0}, None), ({"valid": None}, None)],
    ids=["questionnaires", "schools", "nobody asked", "no answers counted"],
)
def test_response_rate(built: Built, given: dict[str, Any], rate: float | None) -> None:
    (row,) = built(inputs(surveys=[survey(**given)]))("SELECT response_rate FROM fact_survey_sample")
    assert row["response_rate"] == (pytest.approx(rate) if rate is not None else None)

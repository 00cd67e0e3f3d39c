"""From printed records to typed rows: start years, statuses, merged projects, phases, counts of surveys."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import PrintedPhase, PrintedProject, PrintedStatus, PrintedSurvey, Reading
from transforms.records import record_frames
from transforms.records_phases import phase_row
from transforms.records_projects import project_rows
from transforms.records_statuses import is_new, repeats, started_fiscal_year, status_of
from transforms.records_surveys import Count, count, survey_row
from transforms.schema import RECORDS, polars_schema

STATUSES = {"planned", "running", "partly_running", "under_study", "ended", "not_stated"}


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("R4", 2022),
        ("R 2", 2020),
        ("R4 R6", 2022),
        ("令和元年度", 2019),
        ("平成31年度", 2019),
        ("2024年2月", 2023),
        ("令和7年度〜", 2025),
        ("継続中 R7末", None),
        ("R7まで", None),
        ("R", None),
        ("継続検討", None),
        ("令和4年", None),
        ("", None),
    ],
)
def test_start_years(label: str, year: int | None) -> None:
    assert started_fiscal_year(label) == year


@pytest.mark.parametrize(
    ("label", "mark", "field", "status"),
    [
        ("R5", "〇", "", "running"),
        ("R4", "", "", "running"),
        ("R4", "※終了", "", "ended"),
        ("一部稼働（事務処理）", "", "", "partly_running"),
        ("一部実施", "〇", "", "partly_running"),
        ("継続検討", "ー", "", "under_study"),
        ("継続中", "", "", "running"),
        ("継続中 R7末", "", "", "running"),
        ("R", "〇", "", "running"),
        ("R8予定", "", "", "planned"),
        ("令和7年度〜", "", "実現に向けた動きを始める事業（令和7年度〜）", "planned"),
        ("令和4年度〜", "", "１：暮らしを変える", "running"),
        ("", "", "", "not_stated"),
        ("R", "ー", "", "not_stated"),
    ],
)
def test_statuses_are_drawn_from_both_columns(label: str, mark: str, field: str, status: str) -> None:
    assert status_of(PrintedStatus(1, field, "", "", label, mark)) == status


@given(st.text(max_size=12), st.text(max_size=6), st.text(max_size=12))
def test_every_status_is_one_of_the_six(label: str, mark: str, field: str) -> None:
    assert status_of(PrintedStatus(1, field, "", "", label, mark)) in STATUSES


@pytest.mark.parametrize(
    ("initiative", "new", "place"),
    [
        ("（新）AIドリルの活用", True, ""),
        ("【新規】窓口", True, ""),
        ("新庁舎の予約", False, ""),
        ("公共施設予約のオンライン化【再掲1-②(8)】", False, "1-②(8)"),
        ("スマートフォン教室(再掲：1-(2))", False, "1-(2)"),
        ("RPA【再掲】", False, "再掲"),
    ],
)
def test_marks_inside_an_initiative(initiative: str, new: bool, place: str) -> None:
    assert (is_new(initiative), repeats(initiative)) == (new, place)


@pytest.mark.parametrize(
    ("labels", "years", "opened"),
    [
        (("R3", "R7"), (2021, 2025), (False, False)),
        (("以前", "R3"), (None, 2021), (True, False)),
        (("R5", "以降"), (2023, None), (False, True)),
        (("以降", "以降"), (None, None), (False, True)),
        (("以前", "以前"), (None, None), (True, False)),
        (("令和6年度", "令和8年度以降"), (2024, None), (False, True)),
        (("2024", "2025"), (2024, 2025), (False, False)),
    ],
)
def test_years_of_a_bar(
    labels: tuple[str, str], years: tuple[int | None, int | None], opened: tuple[bool, bool]
) -> None:
    row = phase_row(PrintedPhase(1, "1", "事業", "運用", *labels))
    assert (row["first_fiscal_year"], row["last_fiscal_year"]) == years
    assert (row["open_start"], row["open_end"], row["confidence"]) == (*opened, 1.0)


def test_a_year_column_that_cannot_be_read_is_doubtful() -> None:
    row = phase_row(PrintedPhase(1, "1", "事業", "運用", "3", "5"))
    assert (row["first_fiscal_year"], row["confidence"]) == (None, 0.5)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("3,000", 3000.0, ""), ("計27校", 27.0, "校"), ("2,000 件", 2000.0, "件"), ("未定", None, "")],
)
def test_counts_of_a_survey(text: str, value: float | None, unit: str) -> None:
    assert count(text) == Count(value, unit)


@pytest.mark.parametrize(
    ("sent", "year", "unit", "confidence"),
    [("3,000", "R 1", "件", 1.0), ("計27校", "H26", "校", 1.0), ("未定", "R1", "", 0.5), ("500", "", "件", 0.5)],
)
def test_a_survey_without_its_figures_is_doubtful(sent: str, year: str, unit: str, confidence: float) -> None:
    row = survey_row(PrintedSurvey(1, "市民", year, "", "", sent, "10"))
    assert (row["sent_unit"], row["confidence"]) == (unit, confidence)


LISTED = PrintedProject(51, "7", "雨量計 システムの運用", "継続", pillar="1 くらし", policy="(1) 安全", place="list")
TABLED = PrintedProject(
    60, "７", "雨量計システムの運用", department="河川課", description="把握します。", place="table"
)


def test_places_become_one_row() -> None:
    (row,), review = project_rows([TABLED, LISTED])
    assert review == []
    assert (row["page"], row["name"], row["category"], row["department"]) == (60, LISTED.name, "継続", "河川課")
    assert (row["description"], row["pillar"], row["policy"], row["confidence"]) == (
        "把握します。",
        "1 くらし",
        "(1) 安全",
        1.0,
    )


@given(st.integers(min_value=0, max_value=10_000))
def test_the_order_of_the_places_does_not_matter(seed: int) -> None:
    places = [PrintedProject(50 + n, str(n), f"事業{n}", place="list") for n in range(1, 12)]
    places += [PrintedProject(60 + n, str(n), f"事業{n}", department="課", place="table") for n in range(1, 12)]
    shuffled = random.Random(seed).sample(places, len(places))
    assert project_rows(shuffled) == project_rows(places)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (PrintedProject(60, "7", "雨量計の運用", place="table"), "projects_disagree"),
        (PrintedProject(60, "7", LISTED.name, "新規", place="table"), "projects_disagree"),
        (PrintedProject(60, "8", "別の事業", place="table"), "project_not_in_list"),
    ],
)
def test_places_that_disagree_go_to_review(other: PrintedProject, reason: str) -> None:
    rows, review = project_rows([LISTED, other])
    assert reason in {note["reason"] for note in review}
    assert all(row["confidence"] == 1.0 or len(rows) == 1 for row in rows)


def test_a_listed_project_that_nothing_describes_goes_to_review() -> None:
    _, review = project_rows([LISTED, TABLED, PrintedProject(51, "9", "別の事業", place="list")])
    assert [(note["reason"], note["text"]) for note in review] == [("project_not_described", "No. 9 別の事業")]


def test_a_name_that_two_places_print_differently_is_not_published_unseen() -> None:
    (row,), _ = project_rows([LISTED, PrintedProject(60, "7", "雨量計の運用", place="table")])
    assert row["confidence"] == 0.8


def test_numbers_that_begin_anew_in_every_section_name_different_projects() -> None:
    rows, _ = project_rows([PrintedProject(1, "1", "防災", place="list"), PrintedProject(2, "1", "健診", place="list")])
    assert [row["name"] for row in rows] == ["防災", "健診"]


def test_frames_are_as_declared_even_when_empty() -> None:
    frames = record_frames(Reading("empty", 1))
    assert {kind: frame.schema for kind, frame in frames.items()} == {
        kind: polars_schema(RECORDS[kind]) for kind in RECORDS.keys() - {"observations"}
    }

"""From printed figures to observations: labels, rows, the review list and the frame."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Box, PrintedFigure, PrintedLabel, Reading, ReviewNote
from transforms.documents import document_frames
from transforms.observations import observations
from transforms.schema import OBSERVATION, RECORDS, polars_schema

BOX = Box(10, 20, 30, 40)
PLAIN = PrintedFigure(
    page=1, box=BOX, raw_text="12件", kind="actual", indicator="申込件数", period=PrintedLabel("令和4年度", "column")
)


def _read(*figures: PrintedFigure) -> list[dict[str, object]]:
    return observations(Reading("doc", 1, figures=list(figures)))[0].to_dicts()


def _one(**changes: object) -> dict[str, object]:
    (row,) = _read(replace(PLAIN, **changes))  # type: ignore[arg-type]
    return row


def _label(text: str, source: str = "column", era: str = "") -> PrintedLabel:
    return PrintedLabel(text, source, era)


def test_a_plain_figure_has_every_column() -> None:
    row = _one(field="⽣活", measure_no="2-3", measure="施\n策", department="総務課", note="参考", rules=("seen",))
    assert row == {
        "document": "doc",
        "page": 1,
        "field": "生活",
        "measure_no": "2-3",
        "measure": "施策",
        "indicator": "申込件数",
        "value_kind": "actual",
        "period_label": "令和4年度",
        "fiscal_year": 2022,
        "calendar_year": None,
        "raw_text": "12件",
        "value": 12.0,
        "unit": "件",
        "per": "",
        "status": "numeric",
        "comparator": "",
        "numerator": None,
        "denominator": None,
        "note": "参考",
        "direction": "up",
        "department": "総務課",
        "rating": "",
        "confidence": 1.0,
        "x0": 10.0,
        "top": 20.0,
        "x1": 30.0,
        "bottom": 40.0,
        "rules": "seen era-to-western fiscal-year period-from-column direction-by-word",
    }


def test_no_figures_make_an_empty_frame_of_the_declared_columns() -> None:
    frame, review = observations(Reading("doc", 1))
    assert frame.schema == polars_schema(OBSERVATION)
    assert (len(frame), review) == (0, [])


@pytest.mark.parametrize(
    ("cell", "label", "fiscal", "calendar", "period_label", "note"),
    [
        ("112件／年\n(令和3年末)", "令和２年度", None, 2021, "(令和3年末)", "column header 令和２年度"),
        ("112件\n(R4)", "", 2022, None, "(R4)", ""),
        ("5件\n(5年間)", "目標値", None, None, "目標値", "5年間"),
        ("5件\n(3年間)", "令和6年度", 2024, None, "令和6年度", "3年間"),
        ("120件\n(2021～2026年度累計)", "", 2026, None, "(2021～2026年度累計)", "累計"),
        ("120件", "現状", None, None, "現状", ""),
    ],
)
def test_the_period_of_the_cell_wins(
    cell: str, label: str, fiscal: int | None, calendar: int | None, period_label: str, note: str
) -> None:
    row = _one(raw_text=cell, period=_label(label) if label else None)
    assert (row["fiscal_year"], row["calendar_year"], row["period_label"], row["note"]) == (
        fiscal,
        calendar,
        period_label,
        note,
    )


@pytest.mark.parametrize(
    ("cell", "year", "rule"),
    [
        ("令和3年度\n調査なし", 2021, "period-above-words"),
        ("令和3年度調査なし", None, None),
        ("30年度\n12.3%", None, "period-unread"),
    ],
)
def test_a_year_that_only_stands_above_is_not_trusted(cell: str, year: int | None, rule: str | None) -> None:
    row = _one(raw_text=cell, period=None)
    assert row["fiscal_year"] == year
    assert rule is None or (rule in str(row["rules"]) and float(str(row["confidence"])) < 0.9)


def test_a_length_of_time_speaks_against_the_year_of_a_title() -> None:
    row = _one(raw_text="420人\n(5年間の平均)", period=_label("H27", "title"))
    assert (row["fiscal_year"], row["note"]) == (None, "5年間期間平均")


@pytest.mark.parametrize(("period", "year"), [(None, 2019), (_label("R4"), 2022)])
def test_a_total_without_a_year_counts_up_to_the_year_of_its_share(period: PrintedLabel | None, year: int) -> None:
    row = _one(raw_text="31人（うち令和元年度　8人）", period=period)
    assert (row["value"], row["fiscal_year"]) == (31.0, year)
    assert ("period-from-share" in str(row["rules"])) == (period is None)


def test_a_row_that_counts_by_calendar_counts_its_bare_years_so() -> None:
    rows = _read(
        replace(PLAIN, kind="baseline", indicator="社会増減", period=_label("基準値(2017年)")),
        replace(PLAIN, indicator="社会増減", period=_label("2018")),
        replace(PLAIN, indicator="労働生産性", period=_label("2018")),
    )
    assert [(row["fiscal_year"], row["calendar_year"]) for row in rows] == [(None, 2017), (None, 2018), (2018, None)]


def test_a_name_that_says_calendar_year_wins_over_its_column_at_a_price() -> None:
    bare, stated = (_one(indicator="事故件数（暦年）", period=_label(text)) for text in ("2021", "令和3年度"))
    assert [(row["calendar_year"], row["confidence"]) for row in (bare, stated)] == [(2021, 1.0), (2021, 0.7)]


def test_two_digit_years_take_the_era_of_their_surroundings() -> None:
    rows = _read(PLAIN, replace(PLAIN, period=_label("5")), replace(PLAIN, period=_label("26", era="平成")))
    assert [row["fiscal_year"] for row in rows] == [2022, 2023, 2014]
    assert [row["confidence"] for row in rows] == [1.0, 0.85, 0.85]


def test_a_year_that_cannot_be_read_or_is_missing_is_not_trusted() -> None:
    unread, missing, baseline = _read(
        replace(PLAIN, period=_label("R2 (R3実績)")),
        replace(PLAIN, kind="target", period=None),
        replace(PLAIN, kind="baseline", period=None),
    )[0:3]
    assert [row["confidence"] for row in (unread, missing, baseline)] == [0.6, 1.0, 1.0]
    for label in (_label("R4"), _label("22", era="平成")):
        _, missing = _read(replace(PLAIN, period=label), replace(PLAIN, kind="target", period=None))
        assert missing["confidence"] == 0.85


@pytest.mark.parametrize("source", ["cell", "column", "row", "group", "unit_line", "title", "document"])
def test_the_rule_says_where_unit_and_period_come_from(source: str) -> None:
    row = _one(raw_text="12", unit=_label("千人", source), period=_label("R4", source))
    assert (row["value"], row["unit"]) == (12000.0, "人")
    dashed = source.replace("_", "-")
    assert {f"unit-from-{dashed}", f"period-from-{dashed}"} <= set(str(row["rules"]).split())


@pytest.mark.parametrize(
    ("indicator", "unit", "text", "confidence"),
    [
        ("市税の収納率（現年度分）", "千円", "98", 0.85),
        ("市債残高", "％", "98", 0.85),
        ("受講者数", "％", "98", 0.85),
        ("市税の収納率", "千円", "98％", 1.0),
        ("がんの死亡率", "人", "98", 1.0),
        ("不登校児童数（千人率）", "‰", "15", 1.0),
    ],
)
def test_a_unit_that_its_name_speaks_against_is_doubted(
    indicator: str, unit: str, text: str, confidence: float
) -> None:
    assert _one(raw_text=text, indicator=indicator, unit=_label(unit))["confidence"] == confidence


@pytest.mark.parametrize(
    ("indicator", "unit", "per", "confidence"),
    [
        ("受診率（％）", "%", "", 1.0),
        ("利用者数（千人）", "人", "", 1.0),
        ("医師数（人口10万人当たり）", "", "人口10万人", 1.0),
        ("合計特殊出生率", "", "", 1.0),
        ("申込件数", "", "", 0.85),
    ],
)
def test_a_bare_figure_takes_the_unit_of_its_name(indicator: str, unit: str, per: str, confidence: float) -> None:
    row = _one(raw_text="12", indicator=indicator)
    assert (row["unit"], row["per"], row["confidence"]) == (unit, per, confidence)


def test_a_bare_figure_takes_the_unit_of_its_row_at_a_price() -> None:
    rows = _read(PLAIN, replace(PLAIN, raw_text="15", kind="target"))
    assert [(row["unit"], row["confidence"]) for row in rows] == [("件", 1.0), ("件", 0.85)]


def test_each_indicator_of_a_cell_has_its_own_unit() -> None:
    rows = _read(replace(PLAIN, raw_text="①5 ②80", indicator="①申込件数 ②満足度", unit=_label("①件 ②％", "row")))
    assert [(row["indicator"], row["value"], row["unit"]) for row in rows] == [
        ("申込件数", 5.0, "件"),
        ("満足度", 80.0, "%"),
    ]
    rows = _read(replace(PLAIN, raw_text="①5 ②80", indicator="①申込件数 ②満足度", unit=_label("件\n％", "row")))
    assert [row["unit"] for row in rows] == ["件", "%"]


def test_the_figure_that_the_name_or_the_row_asks_for_is_taken_from_the_bracket() -> None:
    by_name = _one(raw_text="全世帯の9割（188世帯）", indicator="設置世帯数")
    assert (by_name["value"], by_name["unit"], by_name["note"]) == (188.0, "世帯", "全世帯の; 全世帯の9割（188世帯）")
    target, actual = _read(
        replace(PLAIN, raw_text="1.1倍（110％）", kind="target", indicator="費用対効果"),
        replace(PLAIN, raw_text="60.3％", indicator="費用対効果"),
    )
    assert [(row["value"], row["unit"]) for row in (target, actual)] == [(110.0, "%"), (60.3, "%")]


def test_a_cell_may_name_the_kinds_of_its_figures() -> None:
    rows = _read(replace(PLAIN, raw_text="現状（R3）：182人\n目標（R8）：累計2,000人", kind="target", period=None))
    assert [(row["value_kind"], row["fiscal_year"], row["value"]) for row in rows] == [
        ("baseline", 2021, 182.0),
        ("target", 2026, 2000.0),
    ]
    assert _one(raw_text="目標 50人")["confidence"] == 0.8


def test_a_sentence_keeps_its_text_and_gives_its_amount() -> None:
    row = _one(raw_text="2023年度末時点で９業務へ導入しました。", amount="９業務")
    assert (row["value"], row["unit"], row["raw_text"]) == (9.0, "業務", "2023年度末時点で９業務へ導入しました。")


def test_the_page_limits_the_confidence_of_the_figure() -> None:
    assert _one(confidence=0.4)["confidence"] == 0.4


def test_doubtful_figures_and_disagreeing_directions_go_to_the_review_list() -> None:
    figures = [
        replace(PLAIN, raw_text="135,392件", kind="baseline", indicator="閲覧数"),
        replace(PLAIN, raw_text="100,000件", kind="target", indicator="閲覧数"),
        replace(PLAIN, raw_text="3～4件", indicator="会議"),
    ]
    _, review = observations(Reading("doc", 1, figures=figures))
    assert [(item["reason"], item["page"], item["x0"]) for item in review] == [
        ("low_confidence", 1, 10),
        ("direction_disagreement", 1, 10),
    ]


def test_an_actual_beyond_its_target_is_no_baseline() -> None:
    figures = [
        replace(PLAIN, raw_text="135,392件", indicator="閲覧数"),
        replace(PLAIN, raw_text="100,000件", kind="target", indicator="閲覧数"),
    ]
    frame, review = observations(Reading("doc", 1, figures=figures))
    assert (set(frame["direction"]), review) == ({"up"}, [])
    unworded = [replace(figure, indicator="会議") for figure in figures]
    assert set(observations(Reading("doc", 1, figures=unworded))[0]["direction"]) == {"none"}


def test_the_frames_of_a_document_hold_what_extraction_wants_reviewed() -> None:
    reading = Reading(
        "doc", 3, figures=[PLAIN], review=[ReviewNote(2, None, "unread_region", "⽬標"), ReviewNote(3, BOX, "x", "y")]
    )
    frames = document_frames(reading)
    assert (frames.document, frames.pages, set(frames.frames)) == ("doc", 3, set(RECORDS))
    assert frames.frames["review"].select("page", "reason", "text", "x0").rows() == [
        (2, "unread_region", "目標", None),
        (3, "x", "y", 10.0),
    ]
    assert len(frames.frames["observations"]) == 1


@pytest.mark.parametrize(
    ("text", "unit", "value", "status"),
    [
        ("10/12", "地点", 10, "numeric"),
        ("10／12", "校", 10, "numeric"),
        ("2/9校", "", 2, "numeric"),
        ("7/12地点※2", "", 7, "numeric"),
        ("10/12", "％", None, "text"),
        ("12/10", "地点", None, "text"),
    ],
)
def test_a_part_over_its_whole_in_a_unit_that_counts(text: str, unit: str, value: float | None, status: str) -> None:
    row = _one(raw_text=text, unit=_label(unit))
    assert (row["value"], row["status"], float(str(row["confidence"])) < 0.9) == (value, status, True)

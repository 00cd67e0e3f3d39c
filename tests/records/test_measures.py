"""Measures: lists, cards and pages of other layouts, and what their marks and places mean."""

from __future__ import annotations

from typing import Any

import pytest

from extract.model import PrintedMeasure
from extract.records.text import paragraphs
from tests.records.paper import At, Paper, read
from transforms.records_measures import audiences, is_new, measure_rows

CARD = ((80, 130, 80, 130), (24, 24, 40, 24))


def _card(paper: Paper, top: float, name: str = "図書館の電子化（新規）") -> Paper:
    cells = [At(0, 0, "施策名"), At(0, 1, name, col_span=3)]
    cells += [At(1, 0, "担当課"), At(1, 1, "中央図書館"), At(1, 2, "対象"), At(1, 3, "■住民 □職員")]
    cells += [At(2, 0, "課題"), At(2, 1, "本が古くなっています。", col_span=3)]
    cells += [At(3, 0, "成果指標"), At(3, 1, "電子図書の貸出冊数", col_span=3)]
    return paper.table(50, top, *CARD, cells)


def test_a_card_takes_number_and_field_from_above(paper: Paper) -> None:
    paper.text(50, 60, "【学びを支える】", 12).text(50, 84, "3 - 1", 11)
    (measure,) = read(_card(paper, 100)).measures
    assert (measure.field, measure.measure_no, measure.measure, measure.category) == (
        "学びを支える",
        "3-1",
        "図書館の電子化",
        "新規",
    )
    assert (measure.department, measure.audience, measure.issue) == (
        "中央図書館",
        "■住民 □職員",
        "本が古くなっています。",
    )
    assert (measure.indicator, measure.overview, measure.place) == ("電子図書の貸出冊数", "", "card")


def test_a_number_names_one_card_alone(paper: Paper) -> None:
    paper.text(50, 84, "3-1", 11)
    reading = read(_card(_card(paper, 100), 300, "学校の電子化"))
    assert [(m.measure_no, m.measure) for m in reading.measures] == [("3-1", "図書館の電子化"), ("", "学校の電子化")]


def test_a_form_of_an_indicator_is_no_measure(paper: Paper) -> None:
    cells = [
        At(0, 0, "施策名"),
        At(0, 1, "図書館の電子化"),
        At(1, 0, "指標"),
        At(1, 1, "貸出冊数"),
        At(2, 0, "目標値"),
        At(2, 1, "10冊"),
    ]
    paper.table(50, 100, (80, 130), (24, 24, 24), cells)
    assert read(paper).measures == []


def test_a_list_goes_on_over_pages_with_its_field(paper: Paper) -> None:
    head = ["No.", "施 策 名", "掲載頁"]
    first = [At(0, c, text) for c, text in enumerate(head)] + [At(1, 0, "くらし", col_span=3)]
    first += [At(2, 0, "1"), At(2, 1, "ごみの収集 【継続】"), At(2, 2, "12")]
    paper.table(50, 700, (40, 200, 60), (24, 24, 24), first).next_page()
    paper.lines(50, 60, (40, 200, 60), [head, ["2", "水道の管理　拡充", "13"]])
    assert [(m.page, m.field, m.measure_no, m.measure, m.category, m.listed_page) for m in read(paper).measures] == [
        (1, "くらし", "1", "ごみの収集", "継続", "12"),
        (2, "くらし", "2", "水道の管理", "拡充", "13"),
    ]


def test_a_page_under_a_numbered_title_with_labels_beside_texts_of_any_height(paper: Paper) -> None:
    paper.text(50, 40, "7", 24).text(90, 40, "とても長い名前の施策を", 12).text(90, 56, "二行で書いたもの", 12)
    paper.text(50, 100, "≪背景≫").text(54, 115, "国の制度が変わりました。\n新しい法律があります。")
    paper.text(50, 160, "現状").text(120, 160, "紙で受け付けています。\n待ち時間が長いです。")
    paper.text(50, 200, "課題").text(120, 200, "人手が足りません。")
    paper.text(50, 230, "効果").text(120, 230, "▶ 早くなります。\n▶ 楽になります。").text(120, 300, "図１ 窓口の様子")
    (measure,) = read(paper).measures
    assert (measure.measure_no, measure.measure, measure.place) == (
        "7",
        "とても長い名前の施策を二行で書いたもの",
        "page",
    )
    assert measure.background == "国の制度が変わりました。新しい法律があります。"
    assert (measure.situation, measure.issue) == ("紙で受け付けています。待ち時間が長いです。", "人手が足りません。")
    assert measure.effect == "▶ 早くなります。\n▶ 楽になります。"


def test_texts_that_follow_each_other_closely_are_cut_at_their_labels(paper: Paper) -> None:
    paper.text(50, 40, "1 窓口の改革", 24)
    for number, (label, text) in enumerate([("現状", "紙です。"), ("課題", "遅いです。"), ("取組", "変えます。")]):
        paper.text(50, 100 + 15 * number, label).text(120, 100 + 15 * number, text)
    (measure,) = read(paper).measures
    assert (measure.situation, measure.issue, measure.approach) == ("紙です。", "遅いです。", "変えます。")


def test_a_page_with_two_labels_is_no_measure(paper: Paper) -> None:
    paper.text(50, 40, "1 計画の策定", 24).text(50, 100, "現状").text(120, 100, "紙です。").text(50, 130, "課題").text(
        120, 130, "遅い。"
    )
    assert read(paper).measures == []


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("■ 市民向け ■ 庁内向け", ["市民向け", "庁内向け"]),
        ("□ 市民向け ■ 庁内向け", ["庁内向け"]),
        ("□市民 □庁内", []),
        ("市民、事業者", ["市民", "事業者"]),
        ("", []),
    ],
)
def test_marked_audiences_are_meant(printed: str, expected: list[str]) -> None:
    assert audiences(printed) == expected


@pytest.mark.parametrize(
    ("category", "expected"),
    [("新規", True), ("新", True), ("一部新規", True), ("継続", False), ("更新", False), ("", None)],
)
def test_a_category_says_whether_a_measure_is_new(category: str, expected: bool | None) -> None:
    assert is_new(category) is expected


def _listed(**given: Any) -> PrintedMeasure:
    printed: dict[str, Any] = {"page": 2, "measure_no": "1-1", "measure": "施策 (A)", "place": "list"}
    return PrintedMeasure(**(printed | {"listed_page": "P.12"} | given))


def _described(**given: Any) -> PrintedMeasure:
    printed: dict[str, Any] = {"page": 9, "measure_no": "1 - 1", "measure": "施策（A）", "place": "card"}
    return PrintedMeasure(**(printed | given))


def test_list_and_card_are_one_measure() -> None:
    (row,), review = measure_rows(
        [_listed(category="継続"), _described(audience="■市民 □職員", indicator="指標の設定はありません。")]
    )
    assert (row["page"], row["measure"], row["category"], row["is_new"], row["listed_page"]) == (
        9,
        "施策（A）",
        "継続",
        False,
        12,
    )
    assert (row["for_citizens"], row["for_office"], row["has_indicator"], row["confidence"]) == (
        True,
        False,
        False,
        1.0,
    )
    assert review == []


def test_nothing_is_said_where_nothing_is_printed() -> None:
    ((row,), _) = measure_rows([_described()])
    assert {row[name] for name in ("is_new", "for_citizens", "for_office", "has_indicator", "listed_page")} == {None}


def test_names_that_differ_are_doubted_and_fields_told_once() -> None:
    printed = [_listed(field="都市"), _described(field="都市、公園", measure="施策（B）")]
    printed += [
        _listed(measure_no="1-2", measure="C", field="都市"),
        _described(measure_no="1-2", measure="C", field="都市、公園"),
    ]
    rows, review = measure_rows(printed)
    assert [row["confidence"] for row in rows] == [0.8, 1.0]
    assert [(note["reason"], note["text"]) for note in review] == [
        ("measures_disagree", "No. 1-1 measure: list 施策 (A), card 施策（B）"),
        ("measures_disagree", "No. 1-1, 1-2 field: list 都市, card 都市、公園"),
    ]


def test_a_measure_missing_in_one_place_is_told() -> None:
    _, review = measure_rows([_listed(), _described(measure_no="1-2", measure="B")])
    assert [(note["reason"], note["text"]) for note in review] == [
        ("measure_not_described", "No. 1-1 施策 (A)"),
        ("measure_not_in_list", "No. 1-2 B"),
    ]


def test_measures_without_numbers_are_told_apart_by_name() -> None:
    rows, _ = measure_rows([_described(measure_no="", measure="A"), _described(measure_no="", measure="B")])
    assert [row["measure"] for row in rows] == ["A", "B"]


def test_paragraphs_begin_at_marks_and_after_short_lines() -> None:
    assert (
        paragraphs("①環境整備\n保有するデータを見える化して\n使います。\n②人材育成")
        == "①環境整備\n保有するデータを見える化して使います。\n②人材育成"
    )

"""Rows whose names say only of whom: whole names of the title and the words beside them; what 〃 repeats of a page before."""

from __future__ import annotations

import pytest

from extract.shapes import is_figure
from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of, said

HEAD = ["学年", "教科", "区分", "実績値（R5）", "目標値（R9）"]
GRADES = [
    HEAD,
    ["小学６年生", "国語", "市（％）", "71", ""],
    ["^", "^", "全国（％）", "67.2", ""],
    ["^", "^", "差（ポイント）", "＋3.8", "＋5.0"],
    ["中学３年生", "国語", "市（％）", "74", ""],
    ["^", "^", "全国（％）", "69.8", ""],
    ["^", "^", "差（ポイント）", "＋4.2", "＋5.0"],
]
TITLE = Context(title="学力調査の平均正答率")


def test_names_that_come_again_are_named_by_the_title_and_the_words_beside_them() -> None:
    assert [(name, text) for name, _, _, text in said(GRADES, TITLE)] == [
        ("学力調査の平均正答率 小学６年生 国語 市（％）", "71"),
        ("学力調査の平均正答率 小学６年生 国語 全国（％）", "67.2"),
        ("学力調査の平均正答率 小学６年生 国語 差（ポイント）", "＋3.8"),
        ("学力調査の平均正答率 小学６年生 国語 差（ポイント）", "＋5.0"),
        ("学力調査の平均正答率 中学３年生 国語 市（％）", "74"),
        ("学力調査の平均正答率 中学３年生 国語 全国（％）", "69.8"),
        ("学力調査の平均正答率 中学３年生 国語 差（ポイント）", "＋4.2"),
        ("学力調査の平均正答率 中学３年生 国語 差（ポイント）", "＋5.0"),
    ]


def test_a_rate_of_change_is_no_name() -> None:
    rows = [["年", "入込者数(千人)", "前年比(%)"], ["平成29年", "4,623", "102.5"], ["平成30年", "4,442", "96.1"]]
    turned = [list(row) for row in zip(*rows, strict=True)]
    turned[0][1:] = ["平成29年 実績値", "平成30年 実績値"]
    assert [text for *_, text in said(turned)] == ["4,623", "4,442"]


def test_names_of_what_is_measured_need_no_other_words() -> None:
    rows = [
        ["サービス", "項目", "実績（R5）"],
        ["居宅介護", "利用者数", "41"],
        ["^", "利用時間", "585"],
        ["行動援護", "利用者数", "3"],
        ["^", "利用時間", "40"],
    ]
    assert [name for name, *_ in said(rows)] == ["利用者数", "利用時間", "利用者数", "利用時間"]


def test_a_name_by_its_place_alone_is_doubted() -> None:
    rows = [
        ["分野", "場所", "実績（R5）"],
        ["観光", "海開き", "41"],
        ["農業", "収穫祭", "585"],
        ["福祉", "相談件数", "9"],
    ]
    found = read_table(grid_of(rows), Context()).figures
    assert [("name-by-place" in f.rules, f.confidence < 0.9) for f in found] == [
        (True, True),
        (True, True),
        (False, False),
    ]


@pytest.mark.parametrize("text", ["小学６年生", "中３", "小５男子", "20歳代女性", "３歳児", "１人当たり市民所得"])
def test_whom_a_row_is_of_is_no_figure(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["6年", "20歳", "3人"])
def test_a_figure_is_one(text: str) -> None:
    assert is_figure(text)


def test_a_repetition_at_the_top_of_a_page_repeats_the_page_before() -> None:
    rows = [["指標", "単位", "実績値（R5）"], ["耐震化率", "％", "98.5"], ["普及率", "〃", "71.0"]]
    carried = read_table(grid_of(rows), Context()).carried
    found = read_table(grid_of([["受診率", "〃", "41.2"], ["接種率", "〃", "50.1"]]), Context(), carried).figures
    assert [(f.indicator, f.unit.text if f.unit else "") for f in found] == [("受診率", "％"), ("接種率", "％")]


def test_values_of_others_are_doubted() -> None:
    rows = [["指標", "区分", "実績（R4）"], ["減価償却率（％）", "彦根市", "50.1"], ["^", "類似団体平均", "51.9"]]
    found = read_table(grid_of(rows), Context()).figures
    assert [(f.raw_text, "value-of-others" in f.rules, f.confidence < 0.9) for f in found] == [
        ("50.1", False, False),
        ("51.9", True, True),
    ]


def test_the_year_of_a_title_dates_no_baseline() -> None:
    rows = [["指標", "当初値", "実績値"], ["移住者数", "187人", "261人"]]
    found = read_table(grid_of(rows), Context(title_period="令和6年度")).figures
    assert [(f.kind, f.period.text if f.period else "") for f in found] == [("baseline", ""), ("actual", "令和6年度")]

"""What notes say of the figures of a table: the period of a kind, the period of a footnote mark."""

from __future__ import annotations

import pytest

from extract.captions import heading_level
from extract.footnotes import Footnotes, footnotes_in
from extract.plan_period import plan_period_in
from extract.stated_periods import stated_periods
from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of

STATED = [
    ("※現状値は令和2年度、目標値は令和8年度", {"baseline": "令和2年度", "target": "令和8年度"}),
    (
        "【年度について】策定時は令和５年度、目標は令和11年度の数値です。",
        {"baseline": "令和5年度", "target": "令和11年度"},
    ),
    ("※目標値は、いずれも計画の最終年度である令和17（2035）年度の値です。", {"target": "令和17(2035)年度"}),
    ("（注）現状値のうち括弧書きの年のないものは、令和２年度の数値である。", {"baseline": "令和2年度"}),
    (
        "（注）基準年度は平成25年度です。目標値は平成32年度の値です。",
        {"baseline": "平成25年度", "target": "平成32年度"},
    ),
    ("計画年度は令和2年度、温室効果ガスの基準年度は平成25年度", {}),
    ("実績値は、目標値を定めた令和5年度の値と比べる。", {}),
    ("目標値は高いほどよい。令和5年度の値を除く。", {}),
]
UNITS = [
    ("※目標は合計です。／成約件数は累計です。SNSフォロワー数の単位は人です。", {"SNSフォロワー数": "人"}),
    ("※「貸出冊数」の単位は「千冊」である。", {"貸出冊数": "千冊"}),
    ("※給水量の単位はm、延長の単位は不明です。", {"給水量": "m"}),
    ("※表の単位は千円", {}),
]
FOOTNOTES = [
    (
        "※1　令和４年度の乳幼児健診アンケートによる。　※2　令和６年４月１日現在。",
        {"※1": "令和4年度", "※2": "令和6年4月1日現在"},
    ),
    ("※は令和3年度の数値", {"※": "令和3年度"}),
    ("※3　国の調査（令和2年度）による。", {}),
]


PLANS = [
    ("計画期間は、令和4年度から令和6年度まで", "令和4年度から令和6年度"),
    ("（計画期間：令和３年度～令和７年度）", "令和3年度~令和7年度"),
    ("この計画は、令和６年度から令和10年度までの５年間に取り組む教育の方針です。", "令和6年度から令和10年度"),
    ("本戦略は、令和２年度から令和６年度までの５年間を計画期間とし、", "令和2年度から令和6年度"),
    ("第５次のプランは、令和２年度から令和６年度までの５年間を期間とし、", "令和2年度から令和6年度"),
    ("本計画は、令和６年度から実施する。令和４年度から令和５年度までの実績を見る。", ""),
]


@pytest.mark.parametrize(("line", "period"), PLANS)
def test_the_span_that_a_document_states_as_its_plans(line: str, period: str) -> None:
    assert plan_period_in([line]) == period


@pytest.mark.parametrize(("line", "periods"), STATED)
def test_the_periods_that_a_note_states(line: str, periods: dict[str, str]) -> None:
    assert stated_periods([line]).kinds == periods


@pytest.mark.parametrize(("line", "units"), UNITS)
def test_the_units_that_a_note_gives_to_indicators(line: str, units: dict[str, str]) -> None:
    assert footnotes_in([line]).units == units


def test_a_noted_unit_counts_for_the_indicator_that_the_note_names() -> None:
    rows = [["指標", "現状値（R5）"], ["公式SNSフォロワー数", "1,350"], ["フォロワー数の伸び", "12"]]
    found = read_table(grid_of(rows), Context(footnotes=Footnotes(units={"SNSフォロワー数": "人"}))).figures
    assert [figure.unit.text if figure.unit else "" for figure in found] == ["人", ""]


@pytest.mark.parametrize(("line", "periods"), FOOTNOTES)
def test_the_periods_with_which_footnotes_begin(line: str, periods: dict[str, str]) -> None:
    assert footnotes_in([line]).periods == periods


def test_a_footnote_dates_one_kind_of_one_indicator() -> None:
    notes = footnotes_in(["※住宅の耐震化率の策定時は、平成25年度の値です。"])
    assert notes.period_of("68.9", "住宅の耐震化率※", "baseline") == "平成25年度"
    assert notes.period_of("85.0", "住宅の耐震化率※", "target") == ""
    assert notes.period_of("68.9", "公共施設の耐震化率", "baseline") == ""


def test_a_footnote_on_a_period_that_is_not_understood_is_a_doubt() -> None:
    notes = footnotes_in(["※3　国の調査（令和2年度）による。"])
    assert notes.doubts("45.2%※3", "受診率")
    assert notes.doubts("45.2%", "受診率※3")
    assert not notes.doubts("45.2%", "受診率")


def test_a_footnote_dates_the_figures_with_its_mark_and_they_are_doubted() -> None:
    rows = [["指標", "現状値（R5）", "目標値（R9）"], ["受診率", "72.4％※1", "80％"], ["満足度", "60％", "70％"]]
    found = read_table(grid_of(rows), Context(footnotes=Footnotes({"※1": "令和4年度"}))).figures
    assert [(f.period.text if f.period else "", f.confidence < 0.9) for f in found] == [
        ("令和4年度", True),
        ("R9", False),
        ("R5", False),
        ("R9", False),
    ]


def test_a_line_of_prose_is_no_title() -> None:
    assert heading_level("第３次計画に掲げた10指標のうち、目標を達成したもの（Ａ）は３指標、改") == ""
    assert heading_level("妊娠・出産、子育てに関する指標") == "plain"


def test_a_mark_explained_below_a_table_is_none_of_another_one() -> None:
    here, elsewhere = footnotes_in(["※1　速報値"]), footnotes_in(["※1　平成30年度の値", "※2　令和6年度の値"])
    both = here.after(elsewhere)
    assert [both.period_of(text, "リサイクル率", "actual") for text in ("18.7※1", "20.1※2")] == ["", "令和6年度"]

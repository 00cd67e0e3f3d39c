"""Which year and which kind a value of a table has, where neither stands in a plain head over it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of

Said = list[tuple[str, str, str, str]]
"""Indicator, kind, period and text of each figure."""


@dataclass(frozen=True)
class Case:
    """A table, what stands around it, and what it says."""

    rows: list[list[str]]
    figures: Said
    context: Context = field(default_factory=Context)


CASES: dict[str, Case] = {
    "the years of a plan's accounts under kinds": Case(
        [
            ["指標", "策定時", "実績", "目標"],
            ["^", "令和2年度決算", "令和3年度決算", "令和6年度末"],
            ["経常収支比率", "96.4", "89.8", "94.0以下"],
        ],
        [
            ("経常収支比率", "baseline", "令和2年度", "96.4"),
            ("経常収支比率", "actual", "令和3年度", "89.8"),
            ("経常収支比率", "target", "令和6年度末", "94.0以下"),
        ],
    ),
    "the accounts of years without kinds are sums of money": Case(
        [["事業名", "令和2年度決算", "令和3年度決算"], ["運営事業", "6,210", "6,240"]], []
    ),
    "基準年 and 目標年 over their years, 年 in brackets is no unit": Case(
        [
            ["", "基準年", "実績（年）", "<", "目標年"],
            ["^", "H27", "R2", "R3", "R8"],
            ["自殺者数（人）", "33", "28", "29", "23以下"],
        ],
        [
            ("自殺者数（人）", "baseline", "H27", "33"),
            ("自殺者数（人）", "actual", "R2", "28"),
            ("自殺者数（人）", "actual", "R3", "29"),
            ("自殺者数（人）", "target", "R8", "23以下"),
        ],
    ),
    "a bare year in brackets behind a kind, beside bare years": Case(
        [["指標", "実績値", "<", "<", "目標値（26）"], ["^", "22", "23", "24", "^"], ["会員数", "5", "6", "7", "9"]],
        [
            ("会員数", "actual", "22", "5"),
            ("会員数", "actual", "23", "6"),
            ("会員数", "actual", "24", "7"),
            ("会員数", "target", "26", "9"),
        ],
    ),
    "bare years each under its kind, beside names over both rows": Case(
        [
            ["項目", "単位", "基準値", "実績値", "目標値"],
            ["^", "^", "26", "28", "30"],
            ["出荷額", "億円", "3,108", "3,342", "3,500"],
        ],
        [
            ("出荷額", "baseline", "26", "3,108"),
            ("出荷額", "actual", "28", "3,342"),
            ("出荷額", "target", "30", "3,500"),
        ],
    ),
    "a target dated, and bare years behind it": Case(
        [
            ["指標", "基準（令和５年度）", "令和６年度目標", "７年度", "８年度"],
            ["手続の割合", "32.5", "40", "50", "60"],
        ],
        [
            ("手続の割合", "baseline", "令和５年度", "32.5"),
            ("手続の割合", "target", "令和６年度", "40"),
            ("手続の割合", "target", "７年度", "50"),
            ("手続の割合", "target", "８年度", "60"),
        ],
    ),
    "years below one with its era, and a year before a kind": Case(
        [
            ["区分", "死者数（人）", "負傷者数（人）"],
            ["平成30年", "8", "1,311"],
            ["令和元年", "6", "1,121"],
            ["2年", "7", "893"],
            ["目標（令和2年）", "5以下", "－"],
        ],
        [
            ("死者数（人）", "actual", "平成30年", "8"),
            ("死者数（人）", "actual", "令和元年", "6"),
            ("死者数（人）", "actual", "令和2年", "7"),
            ("死者数（人）", "target", "令和2年", "5以下"),
            ("負傷者数（人）", "actual", "平成30年", "1,311"),
            ("負傷者数（人）", "actual", "令和元年", "1,121"),
            ("負傷者数（人）", "actual", "令和2年", "893"),
            ("負傷者数（人）", "target", "令和2年", "－"),
        ],
    ),
    "bare years over the turn of an era and a bare year before a kind": Case(
        [["区分", "30年", "元年", "２年", "７年目標"], ["事故件数", "２", "０", "１", "０"]],
        [
            ("事故件数", "actual", "平成30年", "２"),
            ("事故件数", "actual", "令和元年", "０"),
            ("事故件数", "actual", "令和２年", "１"),
            ("事故件数", "target", "令和７年", "０"),
        ],
    ),
    "short names with the head over them": Case(
        [
            ["区分", "人身事故", "交通事故による死傷者", "<"],
            ["^", "発生件数（件）", "死者数（人）", "負傷者数（人）"],
            ["平成28年", "1,284", "9", "1,602"],
            ["平成29年", "1,197", "7", "1,488"],
            ["目標（平成30年）", "1,000", "5以下", "－"],
        ],
        [
            (name, kind, year, value)
            for name, values in (
                ("人身事故 発生件数（件）", ("1,284", "1,197", "1,000")),
                ("交通事故による死傷者 死者数（人）", ("9", "7", "5以下")),
                ("交通事故による死傷者 負傷者数（人）", ("1,602", "1,488", "－")),
            )
            for kind, year, value in zip(
                ("actual", "actual", "target"), ("平成28年", "平成29年", "平成30年"), values, strict=True
            )
        ],
    ),
    "one year behind what is so today is still to come": Case(
        [["指標", "現状（令和４年度）", "令和14年度の水準"], ["補助基数", "3,412", "4,500"]],
        [("補助基数", "baseline", "令和４年度", "3,412"), ("補助基数", "target", "令和14年度", "4,500")],
    ),
    "one year beside a baseline is what the title says": Case(
        [["目標項目", "基準（平成28年）", "令和７年"], ["重傷者数", "88人", "60人以下"]],
        [("重傷者数", "baseline", "平成28年", "88人"), ("重傷者数", "target", "令和７年", "60人以下")],
        Context(title="交通安全計画における目標", title_kind="target"),
    ),
    "a year in a name beside names with 目標": Case(
        [
            ["項目", "数値", "考え方"],
            ["令和元年度末の入所者数（Ａ）", "142人", "３月31日現在"],
            ["【目標】令和５年度末の入所者数", "138人", "（Ａ）から1.6％以上削減する"],
        ],
        [
            ("入所者数（Ａ）", "baseline", "令和元年度末", "142人"),
            ("入所者数", "target", "令和５年度末", "138人"),
        ],
    ),
    "years in names beside rows of kinds": Case(
        [
            ["区分", "項目", "数値"],
            ["基準値", "令和４年度末の施設入所者数", "76人"],
            ["目標値", "令和８年度末の施設入所者数", "72人"],
            ["目標値", "令和８年度末までの地域生活移行者数", "5人"],
        ],
        [
            ("施設入所者数", "baseline", "令和４年度末", "76人"),
            ("施設入所者数", "target", "令和８年度末", "72人"),
            ("地域生活移行者数", "target", "令和８年度末", "5人"),
        ],
    ),
    "years in names are no periods beside columns of years": Case(
        [["指標", "基準値（R元）", "目標値（R7）"], ["令和２年度の目標を知っている人の割合", "30", "40"]],
        [
            ("令和２年度の目標を知っている人の割合", "baseline", "R元", "30"),
            ("令和２年度の目標を知っている人の割合", "target", "R7", "40"),
        ],
    ),
    "kinds in one letter behind the years": Case(
        [["指標名", "R元(基)", "R3(実)", "R5(見)", "R7(目)"], ["受診率", "34.8", "35.9", "38.4", "60.0"]],
        [
            ("受診率", "baseline", "R元", "34.8"),
            ("受診率", "actual", "R3", "35.9"),
            ("受診率", "actual", "R5", "38.4"),
            ("受診率", "target", "R7", "60.0"),
        ],
    ),
    "a bare year under its kind beside kinds under years": Case(
        [
            ["指標名", "基準値", "22", "<", "23", "<", "24", "<", "主管課"],
            ["^", "21", "目標", "実績", "目標", "実績", "目標", "実績", "^"],
            ["収納率", "92.8", "93.0", "93.1", "93.2", "93.4", "93.4", "93.9", "税務課"],
        ],
        [
            ("収納率", "baseline", "21", "92.8"),
            *(
                ("収納率", kind, year, value)
                for kind, year, value in (
                    ("target", "22", "93.0"),
                    ("actual", "22", "93.1"),
                    ("target", "23", "93.2"),
                    ("actual", "23", "93.4"),
                    ("target", "24", "93.4"),
                    ("actual", "24", "93.9"),
                )
            ),
        ],
    ),
    "a total of bare years": Case(
        [
            ["取組項目", "22～26累計", "<", "評価"],
            ["^", "目標", "実績", "^"],
            ["職員数の増減", "▲ 10人", "▲ 7人", "Ｂ"],
        ],
        [("職員数の増減", "target", "22～26累計", "▲ 10人"), ("職員数の増減", "actual", "22～26累計", "▲ 7人")],
    ),
    "plans over the kinds": Case(
        [
            ["施策", "指標", "対象", "単位", "策定時H29", "第3次計画", "<", "第4次計画"],
            ["^", "^", "^", "^", "^", "目標値R5", "実績値R5", "目標値R11"],
            ["食", "生産者数", "<", "戸", "52", "80", "49", "65"],
        ],
        [
            ("生産者数", "baseline", "H29", "52"),
            ("生産者数", "target", "R5", "80"),
            ("生産者数", "actual", "R5", "49"),
            ("生産者数", "target", "R11", "65"),
        ],
    ),
    "digits in a head between heads that reach down": Case(
        [
            ["作目", "現状（R4）", "<", "備考"],
            ["^", "作付面積（ha）", "10a当たり収量（kg）", "^"],
            ["水稲", "5,960", "604", ""],
            ["大豆", "1,142", "172", ""],
        ],
        [
            (name, "baseline", "R4", value)
            for name, value in (
                ("作付面積（水稲）", "5,960"),
                ("10a当たり収量（水稲）", "604"),
                ("作付面積（大豆）", "1,142"),
                ("10a当たり収量（大豆）", "172"),
            )
        ],
    ),
    "a part beside a blank cell": Case(
        [
            ["作目", "<", "現状（R4）", "備考"],
            ["水稲", "<", "5,960", ""],
            ["", "うち飼料用米", "1,284", ""],
            ["野菜", "メロン", "398", ""],
            ["^", "スイカ", "412", ""],
        ],
        [
            ("水稲", "baseline", "R4", "5,960"),
            ("うち飼料用米", "baseline", "R4", "1,284"),
            ("野菜（メロン）", "baseline", "R4", "398"),
            ("野菜（スイカ）", "baseline", "R4", "412"),
        ],
    ),
    "a baseline in a row of targets, where the row of actual values has none": Case(
        [
            ["項目", "区分", "当初値（H26）", "H28年度", "最終目標（R2）"],
            ["収納率", "目標", "98.4%", "98.5%", "99.0%"],
            ["^", "実績", "", "98.9%", ""],
        ],
        [
            ("収納率", "baseline", "H26", "98.4%"),
            ("収納率", "target", "H28年度", "98.5%"),
            ("収納率", "target", "R2", "99.0%"),
            ("収納率", "actual", "H28年度", "98.9%"),
        ],
    ),
    "〃 in a value stands for the value to its left": Case(
        [["指標", "目標", "<"], ["^", "R5", "R6"], ["面積", "18,000", "22,500"], ["団体数", "70", "〃"]],
        [
            ("面積", "target", "R5", "18,000"),
            ("面積", "target", "R6", "22,500"),
            ("団体数", "target", "R5", "70"),
            ("団体数", "target", "R6", "70"),
        ],
    ),
    "a cell over the name and several values is none of them": Case(
        [
            ["分類", "指標", "計画策定時（R4）", "目標値（R11）"],
            ["成果", "受診率", "38.2%", "60%"],
            ["体制", "抽出基準が適切であったか", "<", "<"],
        ],
        [("受診率", "baseline", "R4", "38.2%"), ("受診率", "target", "R11", "60%")],
    ),
    "an indicator named behind that word over the cells of its values": Case(
        [
            ["ゴール", "KPI", "<"],
            ["4", "指標：会員数", "<"],
            ["^", "現在（2022年度）：\n86人", "2030年：\n150人"],
        ],
        [("会員数", "baseline", "2022年度", "86人"), ("会員数", "target", "2030年", "150人")],
    ),
    "the name and the unit in a row over the table": Case(
        [
            ["ＫＰＩ① 会員数　単位：人", "<", "<"],
            ["当初値", "", "R3年度"],
            ["0\n［R2年度］", "目標値", "1"],
            ["^", "実績値", "2"],
        ],
        [
            ("会員数", "baseline", "", "0\n［R2年度］"),
            ("会員数", "target", "R3年度", "1"),
            ("会員数", "actual", "R3年度", "2"),
        ],
    ),
    "a course of years whose values say their kinds": Case(
        [
            ["年", "（人）"],
            ["H30", "11,254（基準年値）"],
            ["R1", "11,801"],
            ["R2", "集計中"],
            ["R6", "12,400（目標値）"],
        ],
        [
            ("通行量", "baseline", "H30", "11,254（基準年値）"),
            ("通行量", "actual", "R1", "11,801"),
            ("通行量", "actual", "R2", "集計中"),
            ("通行量", "target", "R6", "12,400（目標値）"),
        ],
        Context(title="通行量"),
    ),
    "a course of years beside parts, under a line that states the target": Case(
        [
            ["", "消防局", "教育委員会"],
            ["R3年度", "3.7％", "20.0％"],
            ["R4年度", "12.9％", "25.0％"],
            ["R5年度", "28.6％", "－"],
        ],
        [
            ("取得率（消防局）", "actual", "R3年度", "3.7％"),
            ("取得率（教育委員会）", "actual", "R3年度", "20.0％"),
            ("取得率（消防局）", "actual", "R4年度", "12.9％"),
            ("取得率（教育委員会）", "actual", "R4年度", "25.0％"),
            ("取得率（消防局）", "actual", "R5年度", "28.6％"),
            ("取得率（教育委員会）", "actual", "R5年度", "－"),
        ],
        Context(title="取得率", is_aimed_at=True),
    ),
    "the same course without such a line is nobody's": Case(
        [
            ["", "消防局", "教育委員会"],
            ["R3年度", "3.7％", "20.0％"],
            ["R4年度", "12.9％", "25.0％"],
            ["R5年度", "28.6％", "－"],
        ],
        [],
        Context(title="取得率"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_table_says(case: str) -> None:
    found = read_table(grid_of(CASES[case].rows), CASES[case].context).figures
    said = [(f.indicator, f.kind, f.period.text if f.period else "", f.raw_text) for f in found]
    assert sorted(said) == sorted(CASES[case].figures)


@pytest.mark.parametrize(
    ("rows", "context", "units"),
    [
        (
            [["（単位：人）", "R4年度", "R5年度"], ["目標", "5", "6"], ["実績", "4", "7"]],
            Context(title="会員数"),
            {"人"},
        ),
        ([["指標", "目標値（R6）"], ["朝食を食べる市民", "85"]], Context(unit_of_page="％"), {"％"}),
        ([["指標", "単位", "目標値（R6）"], ["会員数", "人", "85"]], Context(unit_of_page="％"), {"人"}),
        (
            [["指標", "基準年", "実績（年）", "<"], ["^", "H27", "R2", "R3"], ["自殺者数", "33", "28", "29"]],
            Context(),
            {""},
        ),
    ],
)
def test_the_unit_comes_from_the_nearest_place(rows: list[list[str]], context: Context, units: set[str]) -> None:
    figures = read_table(grid_of(rows), context).figures
    assert {f.unit.text if f.unit else "" for f in figures} == units


def test_a_name_put_together_from_row_and_head_is_doubted() -> None:
    rows = [
        ["路線", "利用者数", "<", "収支率", "<"],
        ["^", *["現状（R4）", "目標（R9）"] * 2],
        ["東線", "5", "6", "7", "8"],
    ]
    assert {f.confidence for f in read_table(grid_of(rows), Context()).figures} == {0.85}

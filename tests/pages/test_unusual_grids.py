"""Grids that say in unusual places whose values they hold, of what kind and of which year."""

from __future__ import annotations

import pytest

from extract.stated_periods import stated_periods
from extract.tables.context import Context
from extract.tables.read import read_table
from extract.tables.table_reading import Carried
from tests.pages.grids import grid_of, said

Said = list[tuple[str, str, str, str]]

CASES: dict[str, tuple[list[list[str]], Said]] = {
    "bare years over the turn of an era": (
        [["会員数", "<", "<"], ["年度", "目標値", "実績値"], ["29", "5", "7"], ["30", "6", "8"], ["元", "7", "9"]],
        [
            ("会員数", kind, year, value)
            for year, values in (("平成29", "57"), ("平成30", "68"), ("令和元", "79"))
            for kind, value in zip(("target", "actual"), values, strict=True)
        ],
    ),
    "labels that say name and unit in a row over the table": (
        [["指標名：会員数　単位：人", "<", "<"], ["", "R5", "R6"], ["目標", "5", "6"], ["実績", "4", "7"]],
        [
            ("会員数", "target", "R5", "5"),
            ("会員数", "target", "R6", "6"),
            ("会員数", "actual", "R5", "4"),
            ("会員数", "actual", "R6", "7"),
        ],
    ),
    "a dated kind in a row over the table": (
        [
            ["会員数", "<", "<"],
            ["担当課 農政課\n策定時（Ｈ26） 3万4120人", "<", "<"],
            ["年度", "目標値", "実績値"],
            ["R4年度", "5", "7"],
        ],
        [
            ("会員数", "baseline", "Ｈ26", "3万4120人"),
            ("会員数", "target", "R4年度", "5"),
            ("会員数", "actual", "R4年度", "7"),
        ],
    ),
    "a column of units under a head over four columns": (
        [
            ["区分", "<", "<", "<", "R5年度", "R6年度"],
            ["事業費（千円）", "<", "<", "<", "100", "200"],
            ["活動①", "運行日数", "日", "目標", "243", "244"],
            ["^", "^", "^", "実績", "240", "239"],
            ["活動②", "説明会の開催回数", "回", "目標", "12", "13"],
            ["^", "^", "^", "実績", "9", "14"],
        ],
        [
            (name, kind, year, value)
            for name, kind, values in (
                ("運行日数", "target", ("243", "244")),
                ("運行日数", "actual", ("240", "239")),
                ("説明会の開催回数", "target", ("12", "13")),
                ("説明会の開催回数", "actual", ("9", "14")),
            )
            for year, value in zip(("R5年度", "R6年度"), values, strict=True)
        ],
    ),
    "a group row of the start of a plan": (
        [["指標", "計画", "実績"], ["◆平成30年度（策定時）", "<", "<"], ["会員数", "", "7"]],
        [("会員数", "baseline", "平成30年度", "7")],
    ),
    "a group row beside a merged first column": (
        [
            ["基本目標", "指標", "目標値（R6）"],
            ["しごと", "施策(1) 農林業の振興", "<"],
            ["^", "新規就農者数", "20"],
        ],
        [("新規就農者数", "target", "R6", "20")],
    ),
    "最終 beside a target is what was reached": (
        [["指標", "策定時（H27）", "目標（R2）", "最終（R2）"], ["会員数", "5", "9", "8"]],
        [("会員数", "baseline", "H27", "5"), ("会員数", "target", "R2", "9"), ("会員数", "actual", "R2", "8")],
    ),
    "names and values under one head, in one cell or in two": (
        [
            ["現状（R4）", "<", "目標（R10）"],
            ["認定農業者数", "612経営体", "600経営体以上"],
            ["新規就農者数（年間） 7人", "<", "10人"],
        ],
        [
            ("認定農業者数", "baseline", "R4", "612経営体"),
            ("認定農業者数", "target", "R10", "600経営体以上"),
            ("新規就農者数（年間）", "baseline", "R4", "7人"),
            ("新規就農者数（年間）", "target", "R10", "10人"),
        ],
    ),
    "a class of indicators is no kind of a row": (
        [
            ["区分", "指標", "基準値（H30）", "目標値（R10）"],
            ["町民意識", "愛着を感じる割合", "63％", "75％"],
            ["事業実績", "支援団体の指定", "0団体", "3団体"],
            ["^", "活用した施設の数", "6軒", "10軒"],
        ],
        [
            (name, kind, year, value)
            for name, values in (
                ("愛着を感じる割合", ("63％", "75％")),
                ("支援団体の指定", ("0団体", "3団体")),
                ("活用した施設の数", ("6軒", "10軒")),
            )
            for kind, year, value in zip(("baseline", "target"), ("H30", "R10"), values, strict=True)
        ],
    ),
    "a group that says until when dates the targets alone": (
        [["指標", "現状値", "目標値"], ["◆令和7年度末までに達成する目標", "<", "<"], ["会員数", "5人 →", "7人"]],
        [("会員数", "baseline", "", "5人"), ("会員数", "target", "令和7年度末", "7人")],
    ),
    "bare years as rows, two of them with their kinds": (
        [
            ["年度", "排出量（g）", "資源化率（％）"],
            ["22（基準）", "1,012", "18"],
            ["23", "1,008", "17"],
            ["24", "996", "18"],
            ["25", "981", "19"],
            ["32（目標）", "900", "25"],
        ],
        [
            (name, kind, year, value)
            for year, kind, values in (
                ("22", "baseline", ("1,012", "18")),
                ("23", "actual", ("1,008", "17")),
                ("24", "actual", ("996", "18")),
                ("25", "actual", ("981", "19")),
                ("32", "target", ("900", "25")),
            )
            for name, value in zip(("排出量（g）", "資源化率（％）"), values, strict=True)
        ],
    ),
    "見込 of a budget is none": (
        [["区分", "令和4年度決算", "令和5年度予算", "令和6年度見込"], ["運賃収入", "98", "101", "104"]],
        [],
    ),
    "names over parts under one head": (
        [
            ["指標", "<", "目標値（R6）"],
            ["健康寿命", "男性", "80"],
            ["^", "女性", "85"],
            ["自殺死亡率", "<", "15"],
        ],
        [
            ("健康寿命（男性）", "target", "R6", "80"),
            ("健康寿命（女性）", "target", "R6", "85"),
            ("自殺死亡率", "target", "R6", "15"),
        ],
    ),
    "a value beside two parts is the value of each": (
        [
            ["指標", "対象", "目標値（R6）"],
            ["肥満の割合", "男性（20～69歳）", "30％未満"],
            ["^", "女性（40～69歳）", "^"],
        ],
        [
            ("肥満の割合（男性（20～69歳））", "target", "R6", "30％未満"),
            ("肥満の割合（女性（40～69歳））", "target", "R6", "30％未満"),
        ],
    ),
    "several indicators listed in each cell": (
        [
            ["施策", "現状（R5）", "目標（R10）"],
            [
                "学校づくり",
                "・設置校数\n8校\n・参加者の\n延べ人数\n3,460人",
                "・設置校数\n21校\n・参加者の\n延べ人数\n増加",
            ],
        ],
        [
            ("設置校数", "baseline", "R5", "8校"),
            ("参加者の延べ人数", "baseline", "R5", "3,460人"),
            ("設置校数", "target", "R10", "21校"),
            ("参加者の延べ人数", "target", "R10", "増加"),
        ],
    ),
    "what is measured over rows of places": (
        [
            ["施設分類", "延床面積（㎡）", "年間利用者数（人）"],
            ["^", "目標値", "目標値"],
            ["図書館", "1,840", "45,000"],
            ["体育館", "5,310", "60,000"],
            ["公民館", "5,800", "58,000"],
        ],
        [
            (f"{name}（{place}）", "target", "", value)
            for place, values in (("図書館", "1,840 45,000"), ("体育館", "5,310 60,000"), ("公民館", "5,800 58,000"))
            for name, value in zip(("延床面積", "年間利用者数"), values.split(), strict=True)
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_grid_says(case: str) -> None:
    rows, expected = CASES[case]
    assert sorted(said(rows)) == sorted(expected)


def test_a_note_dates_single_heads_and_gives_a_year_its_kind() -> None:
    stated = stated_periods(["※中間目標は令和11年度、最終目標は令和17年度の値です。", "（Ｈ30は策定時の値）"])
    rows = [
        ["指標", "H30", "区分", "中間目標", "最終目標"],
        ["会員数", "5", "目標", "6", "7"],
        ["^", "^", "実績", "", ""],
    ]
    figures = read_table(grid_of(rows), Context(stated=stated)).figures
    assert [(f.kind, f.period.text if f.period else "", f.raw_text) for f in figures] == [
        ("baseline", "H30", "5"),
        ("target", "令和11年度", "6"),
        ("target", "令和17年度", "7"),
    ]


def test_a_blank_cell_under_one_head_over_names_and_values_breaks_nothing() -> None:
    rows = [["現状（R4）", "<", "目標（R10）"], ["", "<", ""], ["会員数 7人", "<", "10人"]]
    assert ("", "target", "R10", "10人") in said(rows)


def test_columns_cut_at_arrows_are_not_those_of_another_table() -> None:
    cut = Carried(heads=((),), width=9, cut=(6, 7))
    found = read_table(grid_of([["指標", "目標値（R6）"], ["会員数", "7"]]), Context(), cut)
    assert [(f.indicator, f.raw_text) for f in found.figures] == [("会員数", "7")]

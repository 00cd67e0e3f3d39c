"""What a column is for where its cells or its neighbours decide: years of evaluation, totals of years, groups of people, boxes."""

from __future__ import annotations

import pytest

from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of, said

Rows = list[list[str]]
CASES: dict[str, tuple[Rows, list[tuple[str, str, str, str]]]] = {
    "an evaluation over figures": (
        [
            ["項目", "策定時（H25）", "中間評価（H30）", "評価"],
            ["喫煙率", "28.4", "30.1", "D"],
            ["歩数", "7,002", "－", "B"],
        ],
        [
            ("喫煙率", "baseline", "H25", "28.4"),
            ("喫煙率", "actual", "H30", "30.1"),
            ("歩数", "baseline", "H25", "7,002"),
            ("歩数", "actual", "H30", "－"),
        ],
    ),
    "an evaluation over figures of two groups": (
        [
            ["指標", "策定時（H22）", "最終評価（R2）"],
            ["平均寿命", "男性77.9歳", "男性 79.8歳\n女性 86.4歳"],
            ["自立期間", "男性16.2年", "男性 17.1年\n女性 20.2年"],
        ],
        [
            ("平均寿命", "baseline", "H22", "男性77.9歳"),
            ("平均寿命", "actual", "R2", "男性 79.8歳\n女性 86.4歳"),
            ("自立期間", "baseline", "H22", "男性16.2年"),
            ("自立期間", "actual", "R2", "男性 17.1年\n女性 20.2年"),
        ],
    ),
    "names under 数値目標 behind their numbers": (
        [
            ["№", "数値目標", "基準値（R元）", "実績値（R4）", "目標値（R6）"],
            ["1", "出生数", "476人", "398人", "500人"],
            ["2", "１人当たり市民所得", "2,356千円", "2,334千円", "2,500千円"],
        ],
        [
            ("出生数", "baseline", "R元", "476人"),
            ("出生数", "actual", "R4", "398人"),
            ("出生数", "target", "R6", "500人"),
            ("１人当たり市民所得", "baseline", "R元", "2,356千円"),
            ("１人当たり市民所得", "actual", "R4", "2,334千円"),
            ("１人当たり市民所得", "target", "R6", "2,500千円"),
        ],
    ),
    "years behind the value of today in a form of a plan": (
        [
            ["区分", "<", "現状値(R5)", "R7", "R8"],
            ["工程", "<", "", "検討", "実施"],
            ["目標値", "市税の収納率(%)", "97.6", "97.8", "97.9"],
            ["^", "口座振替の利用率(%)", "38.5", "39.0", "40.0"],
            ["目標効果額(千円)", "<", "", "5,200", "9,800"],
        ],
        [
            ("市税の収納率(%)", "baseline", "R5", "97.6"),
            ("市税の収納率(%)", "target", "R7", "97.8"),
            ("市税の収納率(%)", "target", "R8", "97.9"),
            ("口座振替の利用率(%)", "baseline", "R5", "38.5"),
            ("口座振替の利用率(%)", "target", "R7", "39.0"),
            ("口座振替の利用率(%)", "target", "R8", "40.0"),
            ("目標効果額(千円)", "target", "R7", "5,200"),
            ("目標効果額(千円)", "target", "R8", "9,800"),
        ],
    ),
    "a class of indicators named as a kind beside one of them": (
        [
            ["区分", "指標", "基準値（R2）", "実績値（R6）", "目標値（R7）"],
            ["数値目標", "新規雇用創出数", "142人", "155人", "200人"],
            ["KPI", "企業立地件数", "2件", "2件", "3件"],
            ["^", "新規就農者数", "8人", "11人", "10人"],
        ],
        [
            ("新規雇用創出数", "baseline", "R2", "142人"),
            ("新規雇用創出数", "actual", "R6", "155人"),
            ("新規雇用創出数", "target", "R7", "200人"),
            ("企業立地件数", "baseline", "R2", "2件"),
            ("企業立地件数", "actual", "R6", "2件"),
            ("企業立地件数", "target", "R7", "3件"),
            ("新規就農者数", "baseline", "R2", "8人"),
            ("新規就農者数", "actual", "R6", "11人"),
            ("新規就農者数", "target", "R7", "10人"),
        ],
    ),
    "things that may be counted as the head of a column behind units": (
        [
            ["指標", "単位", "路線・地区", "現況（R4）", "目標（R10）"],
            ["利用者数", "千人", "呼子線", "214", "220"],
            ["^", "^", "有浦線", "148", "150"],
        ],
        [
            ("利用者数（呼子線）", "baseline", "R4", "214"),
            ("利用者数（呼子線）", "target", "R10", "220"),
            ("利用者数（有浦線）", "baseline", "R4", "148"),
            ("利用者数（有浦線）", "target", "R10", "150"),
        ],
    ),
    "前回 beside 今回 and a target": (
        [["成果指標", "前回（R元）", "今回（R5）", "達成目標（R8）"], ["有効求人倍率", "1.62", "1.38", "1.50"]],
        [
            ("有効求人倍率", "baseline", "R元", "1.62"),
            ("有効求人倍率", "actual", "R5", "1.38"),
            ("有効求人倍率", "target", "R8", "1.50"),
        ],
    ),
    "a dated benchmark is no name": (
        [["指標", "ベンチマーク（R3）", "現在値（R5）", "期待値（R8）"], ["健診受診率", "27.9%", "31.6%", "60.0%"]],
        [
            ("健診受診率", "baseline", "R3", "27.9%"),
            ("健診受診率", "actual", "R5", "31.6%"),
            ("健診受診率", "target", "R8", "60.0%"),
        ],
    ),
    "the target before the names": (
        [
            ["担当課", "到達点（R6）", "確かめるもの", "起点（H28）"],
            ["農業課", "10", "新規就農者数", "6"],
            ["商工課", "30", "支援件数", "11"],
        ],
        [
            ("新規就農者数", "target", "R6", "10"),
            ("新規就農者数", "baseline", "H28", "6"),
            ("支援件数", "target", "R6", "30"),
            ("支援件数", "baseline", "H28", "11"),
        ],
    ),
    "kinds, years and values as rows, one in words": (
        [
            ["指標1", "受診率", "<"],
            ["区分", "年・年度", "値"],
            ["基準値", "令和元年度", "48.2%"],
            ["実績値", "令和3年度", "集計中"],
            ["目標値", "令和7年度", "60.0%"],
        ],
        [
            ("受診率", "baseline", "令和元年度", "48.2%"),
            ("受診率", "actual", "令和3年度", "集計中"),
            ("受診率", "target", "令和7年度", "60.0%"),
        ],
    ),
    "words under a head that spans the rows of a form": (
        [
            ["成果指標", "指標名", "策定時（H28）", "最終目標（R8）"],
            ["^", "水質の環境基準", "達成", "達成"],
            ["^", "ごみの排出量", "872ｇ", "800ｇ"],
        ],
        [
            ("水質の環境基準", "baseline", "H28", "達成"),
            ("水質の環境基準", "target", "R8", "達成"),
            ("ごみの排出量", "baseline", "H28", "872ｇ"),
            ("ごみの排出量", "target", "R8", "800ｇ"),
        ],
    ),
    "an evaluation over points": (
        [["項目", "基準値（H25）", "中間評価（H30）"], ["喫煙率", "28.4", "3"], ["歩数", "7,002", "4"]],
        [("喫煙率", "baseline", "H25", "28.4"), ("歩数", "baseline", "H25", "7,002")],
    ),
    "groups of people beside a merged name": (
        [
            ["項目", "対象", "現状値（R4）"],
            ["喫煙率", "男性", "24.9"],
            ["^", "20歳代女性", "8.3"],
            ["歩数", "成人", "7,002"],
        ],
        [
            ("喫煙率（男性）", "baseline", "R4", "24.9"),
            ("喫煙率（20歳代女性）", "baseline", "R4", "8.3"),
            ("歩数", "baseline", "R4", "7,002"),
        ],
    ),
    "a total behind years": (
        [
            ["柱", "区分", "R3", "R4", "累 計"],
            ["歳入の確保", "目標", "95", "100", "195"],
            ["^", "実績", "118", "104", "222"],
        ],
        [
            ("歳入の確保", "target", "R3", "95"),
            ("歳入の確保", "target", "R4", "100"),
            ("歳入の確保", "target", "R3～R4累計", "195"),
            ("歳入の確保", "actual", "R3", "118"),
            ("歳入の確保", "actual", "R4", "104"),
            ("歳入の確保", "actual", "R3～R4累計", "222"),
        ],
    ),
    "boxes to tick": (
        [["指標", "実績値（R5）"], ["受診率", "97.6"], ["方向", "□拡充　■現状維持　□縮小"]],
        [("受診率", "actual", "R5", "97.6")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_column_holds(name: str) -> None:
    rows, expected = CASES[name]
    assert said(rows) == expected


DOUBTED: dict[str, Rows] = {
    "a total of years": [["指標", "目標値（R3）", "目標値（R4）", "合計"], ["受講者数", "10", "20", "30"]],
    "words under a kind": [["年度", "計画", "<"], ["^", "見込量", "ゆとり"], ["R3", "412", "38"]],
}


@pytest.mark.parametrize("name", DOUBTED)
def test_what_is_concluded_goes_to_a_person(name: str) -> None:
    last = read_table(grid_of(DOUBTED[name]), Context(title="受講者数", title_kind="target")).figures[-1]
    assert last.confidence < 0.9

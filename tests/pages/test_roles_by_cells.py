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

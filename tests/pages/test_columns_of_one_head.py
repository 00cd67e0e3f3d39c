"""Columns and cells that belong together: a value with its unit and its year, a name with its unit, a kind with its rows, tiles."""

from __future__ import annotations

import pytest

from extract.model import PrintedFigure
from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of

Rows = list[list[str]]
Said = tuple[str, str, str, str, str]
CASES: dict[str, tuple[Rows, Context, list[Said]]] = {
    "value, unit and year under one head": (
        [
            ["指　標", "現状値", "<", "<", "目標値", "<", "<"],
            ["観光客入込数", "4,312", "千人", "R4", "9,500", "千人", "R9"],
            ["製造品出荷額等", "4,655", "億円", "R3年", "5,000", "億円", "R8年"],
            ["満足度", "－", "", "", "70.0", "％", "R9"],
        ],
        Context(),
        [
            ("観光客入込数", "baseline", "R4", "4,312", "千人"),
            ("観光客入込数", "target", "R9", "9,500", "千人"),
            ("製造品出荷額等", "baseline", "R3年", "4,655", "億円"),
            ("製造品出荷額等", "target", "R8年", "5,000", "億円"),
            ("満足度", "baseline", "", "－", ""),
            ("満足度", "target", "R9", "70.0", "％"),
        ],
    ),
    "years that are repeated by 〃": (
        [
            ["項目", "策定時", "<", "目標値", "<"],
            ["^", "数値", "年度", "数値", "年度"],
            ["認知度", "61.2%", "R元", "80%", "R7"],
            ["会員数", "412人", "〃", "600人", "〃"],
            ["戸数", "14戸", "〃", "20戸", "〃"],
        ],
        Context(),
        [
            ("認知度", "baseline", "R元", "61.2%", ""),
            ("認知度", "target", "R7", "80%", ""),
            ("会員数", "baseline", "R元", "412人", ""),
            ("会員数", "target", "R7", "600人", ""),
            ("戸数", "baseline", "R元", "14戸", ""),
            ("戸数", "target", "R7", "20戸", ""),
        ],
    ),
    "a name that reaches over the column of units": (
        [["指標名", "（単位）", "現状値R4"], ["作付面積（ha）", "<", "12.4"], ["新規就農者数（人）", "<", "24"]],
        Context(),
        [("作付面積（ha）", "baseline", "R4", "12.4", ""), ("新規就農者数（人）", "baseline", "R4", "24", "")],
    ),
    "the unit in a form behind the name": (
        [
            ["指標名", "健康スポットの登録数", "<", "単位：か所"],
            ["区　分", "令和２年度", "令和３年度", "令和４年度"],
            ["目標値", "80", "90", "100"],
            ["実績値", "78", "91", "98"],
        ],
        Context(),
        [
            *(("健康スポットの登録数", "target", f"令和{y}年度", v, "か所") for y, v in zip("２３４", ("80", "90", "100"), strict=True)),
            *(("健康スポットの登録数", "actual", f"令和{y}年度", v, "か所") for y, v in zip("２３４", ("78", "91", "98"), strict=True)),
        ],
    ),
    "a unit behind 数値, and 見込 among rows of kinds": (
        [
            ["年", "区　分", "数値（人）"],
            ["平成30年度", "基準値", "2,846"],
            ["令和６年度", "見込", "2,500"],
            ["令和９年度", "中間目標", "3,000"],
        ],
        Context(title="参加者数"),
        [
            ("参加者数", "baseline", "平成30年度", "2,846", "人"),
            ("参加者数", "actual", "令和６年度", "2,500", "人"),
            ("参加者数", "target", "令和９年度", "3,000", "人"),
        ],
    ),
    "a unit behind its label in a head, and in a name": (
        [
            ["年度", "言語数\n[言語]", "客室稼働率\n単位：％", "備考"],
            ["R3実績", "2", "41.2", ""],
            ["R9目標", "6", "60.0", ""],
        ],
        Context(),
        [
            ("言語数\n[言語]", "actual", "R3", "2", ""),
            ("言語数\n[言語]", "target", "R9", "6", ""),
            ("客室稼働率", "actual", "R3", "41.2", "%"),
            ("客室稼働率", "target", "R9", "60.0", "%"),
        ],
    ),
    "the unit of a form behind its value": (
        [
            ["基準値", "3\n（平成30年度）", "単位", "件"],
            ["担当課", "商工振興課", "評価", "Ｂ"],
            ["", "目標値", "実績値", "達成率"],
            ["令和3年度", "6", "5", "83.3％"],
        ],
        Context(title="企業誘致件数"),
        [
            ("企業誘致件数", "baseline", "", "3\n（平成30年度）", "件"),
            ("企業誘致件数", "target", "令和3年度", "6", "件"),
            ("企業誘致件数", "actual", "令和3年度", "5", "件"),
        ],
    ),
    "the years of evaluations under a kind": (
        [
            ["評価指標", "目標値", "<", "<"],
            ["^", "2025年度", "2026年度（R8）\n中間評価", "2029年度\n最終評価"],
            ["受診率", "46.0％", "50.0％", "60.0％"],
        ],
        Context(),
        [
            ("受診率", "target", "2025年度", "46.0％", ""),
            ("受診率", "target", "2026年度（R8）", "50.0％", ""),
            ("受診率", "target", "2029年度", "60.0％", ""),
        ],
    ),
    "words under years beside a kind": (
        [
            ["区分", "指標名", "単位", "", "R3", "R4"],
            ["活動指標", "運行日数", "日", "目標値", "362", "361"],
            ["^", "^", "^", "実績値", "362", ""],
            ["活動指標", "計画の推進", "－", "目標値", "策定", "運用開始"],
            ["^", "^", "^", "実績値", "検討", "策定"],
        ],
        Context(),
        [
            ("運行日数", "target", "R3", "362", "日"),
            ("運行日数", "target", "R4", "361", "日"),
            ("運行日数", "actual", "R3", "362", "日"),
            ("計画の推進", "target", "R3", "策定", "－"),
            ("計画の推進", "target", "R4", "運用開始", "－"),
            ("計画の推進", "actual", "R3", "検討", "－"),
            ("計画の推進", "actual", "R4", "策定", "－"),
        ],
    ),
    "計画額 beside 実績額": (
        [["取組項目", "令和３年度", "<"], ["^", "計画額", "実績見込額"], ["市税収納率の向上", "20,000", "24,815"], ["広告料収入", "－", "7"]],
        Context(unit_line="千円"),
        [
            ("市税収納率の向上", "target", "令和３年度", "20,000", "千円"),
            ("市税収納率の向上", "actual", "令和３年度", "24,815", "千円"),
            ("広告料収入", "target", "令和３年度", "－", "千円"),
            ("広告料収入", "actual", "令和３年度", "7", "千円"),
        ],
    ),
    "計画額 alone": ([["事業", "計画額", "R5実績"], ["講座", "20,000", "12"]], Context(), [("講座", "actual", "R5", "12", "")]),
    "決算 beside 計画": (
        [["区分", "令和５年度\n（決算）", "令和７年度\n（計画）"], ["有収率", "80.3", "82.0"], ["更新率", "0.47", "1.00"]],
        Context(unit_line="％"),
        [
            ("有収率", "actual", "令和５年度", "80.3", "％"),
            ("有収率", "target", "令和７年度", "82.0", "％"),
            ("更新率", "actual", "令和５年度", "0.47", "％"),
            ("更新率", "target", "令和７年度", "1.00", "％"),
        ],
    ),
    "決算 beside 予算": (
        [["事業", "R7計画", "R5予算", "R5決算"], ["講座", "12", "20,000", "19,000"]],
        Context(),
        [("講座", "target", "R7", "12", "")],
    ),
    "評価 below the indicators of a form": (
        [
            ["区分", "指標名", "単位", "R4実績", "R5実績"],
            ["活動指標", "運行便数", "便", "18,250", "18,260"],
            ["評価", "必要性", "有効性", "効率性", "方向性"],
            ["^", "Ａ", "Ｂ", "Ｂ", "継続"],
        ],
        Context(),
        [("運行便数", "actual", "R4", "18,250", "便"), ("運行便数", "actual", "R5", "18,260", "便")],
    ),
    "tiles of names over values": (
        [["女性議員数\n４人", "県内順位の\n推移\n県内12位", "病児保育の延べ利用者数\n1,042人"]],
        Context(title="令和５年度の実績", title_kind="actual", title_period="令和５年度"),
        [
            ("女性議員数", "actual", "令和５年度", "４人", ""),
            ("県内順位の\n推移", "actual", "令和５年度", "県内12位", ""),
            ("病児保育の延べ利用者数", "actual", "令和５年度", "1,042人", ""),
        ],
    ),
    "tiles of no stated kind": ([["女性議員数\n４人", "相談員数\n３人", "会員数\n1,042人"]], Context(title="参考"), []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_table_says(case: str) -> None:
    rows, context, expected = CASES[case]
    found = read_table(grid_of(rows), context).figures
    assert sorted(map(_said, found)) == sorted(expected)


def _said(figure: PrintedFigure) -> Said:
    period = figure.period.text if figure.period else ""
    return figure.indicator, figure.kind, period, figure.raw_text, figure.unit.text if figure.unit else ""


def test_what_is_expected_and_what_a_title_tells_is_doubted() -> None:
    for case in ("a unit behind 数値, and 見込 among rows of kinds", "tiles of names over values"):
        rows, context, _ = CASES[case]
        found = read_table(grid_of(rows), context).figures
        doubted = [f for f in found if {"expected-value", "kind-from-title"} & set(f.rules)]
        assert doubted
        assert all(f.confidence < 0.9 for f in doubted)


def test_a_row_of_several_periods_dates_no_value_for_sure() -> None:
    rows = [
        ["指標", "策定時", "補足", "目標値", "補記"],
        ["認知度", "61.2%", "R元", "80%", "R7"],
        ["会員数", "412人", "調査", "600人", "計画"],
    ]
    found = read_table(grid_of(rows), Context()).figures
    assert {f.confidence for f in found if f.indicator == "認知度" and f.raw_text.endswith("%")} == {0.6}

"""Tables that explain ratings hold no indicator; tables of indicators with ratings are read."""

from __future__ import annotations

import pytest

from extract.tables.context import Context
from tests.pages.grids import said

EXPLAIN: dict[str, list[list[str]]] = {
    "signs": [
        ["評価", "基準", "項目数"],
        ["◎", "目標値を達成した", "15"],
        ["○", "当初値から改善した", "12"],
        ["△", "当初値を下回った", "7"],
    ],
    "letters with a total": [
        ["区分", "目標値に対する達成率", "指標数"],
        ["Ａ", "90％以上", "12"],
        ["Ｂ", "70％以上", "3"],
        ["合計", "", "15"],
    ],
    "words": [["進捗状況", "内容", "目標"], ["順調", "目標の９割以上", "12"], ["概ね順調", "７割以上", "3"]],
    "counts of two years": [["評価", "R4年度実績", "R5年度実績"], ["A", "12", "15"], ["B", "4", "3"], ["C", "1", "0"]],
    "as columns": [["評価", "◎", "○", "△"], ["基準", "達成", "改善", "悪化"], ["項目数", "15", "12", "7"]],
}
HOLD: dict[str, list[list[str]]] = {
    "rating first": [
        ["評価", "指標", "基準値(H30)", "目標値(R6)"],
        ["A", "受診率", "91.0", "95.0"],
        ["B", "会員数", "486", "600"],
    ],
    "rating last": [
        ["指標", "基準値(H30)", "目標値(R6)", "評価"],
        ["受診率", "91.0", "95.0", "A"],
        ["会員数", "486", "600", "B"],
    ],
    "names of one letter": [["区分", "基準値(H30)", "目標値(R6)"], ["A", "91.0", "95.0"], ["B", "486", "600"]],
    "years as rows": [["年度", "目標値", "実績値"], ["R4", "91.0", "95.0"], ["R5", "92.0", "93.0"]],
}


@pytest.mark.parametrize("name", EXPLAIN)
def test_a_table_of_ratings_is_no_table_of_indicators(name: str) -> None:
    assert said(EXPLAIN[name], Context(title="目標の達成状況", title_kind="target")) == []


@pytest.mark.parametrize("name", HOLD)
def test_a_table_of_indicators_with_ratings_is_read(name: str) -> None:
    assert len(said(HOLD[name], Context(title="受診率"))) == 4

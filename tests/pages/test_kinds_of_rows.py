"""Rows of kinds below each other: a stated baseline stands, a class of indicators names none, a kind may precede a name."""

from __future__ import annotations

import pytest

from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of, said

Rows = list[list[str]]
CASES: dict[str, tuple[Rows, list[tuple[str, str, str, str]]]] = {
    "a baseline merged over the rows of kinds": (
        [
            ["指標", "区分", "当初値(H30)", "R元", "R2"],
            ["会員数", "目標", "486", "500", "520"],
            ["^", "実績", "^", "491", "498"],
        ],
        [
            ("会員数", "baseline", "H30", "486"),
            ("会員数", "target", "R元", "500"),
            ("会員数", "target", "R2", "520"),
            ("会員数", "actual", "R元", "491"),
            ("会員数", "actual", "R2", "498"),
        ],
    ),
    "a row of the base year": (
        [["年度", "目標値", "実績値"], ["平成28年度（基準年）", "―", "38.4"], ["平成30年度", "42.0", "41.3"]],
        [
            ("", "target", "平成28年度", "―"),
            ("", "baseline", "平成28年度", "38.4"),
            ("", "target", "平成30年度", "42.0"),
            ("", "actual", "平成30年度", "41.3"),
        ],
    ),
    "a unit in the first row of a merged name": (
        [
            ["指標名", "単位", "区分", "R4年度", "R5年度"],
            ["火災件数", "件", "目標", "15", "25"],
            ["^", "", "実績", "21", "33"],
        ],
        [
            ("火災件数", "target", "R4年度", "15"),
            ("火災件数", "target", "R5年度", "25"),
            ("火災件数", "actual", "R4年度", "21"),
            ("火災件数", "actual", "R5年度", "33"),
        ],
    ),
    "a base year merged over the kinds": (
        [
            ["年度", "利用者数（人）", "<"],
            ["^", "目標", "実績"],
            ["基準値（令和元年度）", "398,214", "<"],
            ["令和３年度", "330,000", "301,842"],
        ],
        [
            ("利用者数", "baseline", "令和元年度", "398,214"),
            ("利用者数", "target", "令和３年度", "330,000"),
            ("利用者数", "actual", "令和３年度", "301,842"),
        ],
    ),
    "classes of indicators beside the rows": (
        [
            ["", "指標名", "区分", "R3", "R4"],
            ["活動指標", "箇所数", "目標", "18", "19"],
            ["^", "^", "実績", "17", "18"],
            ["成果指標", "冊数", "目標", "5.2", "5.4"],
            ["^", "^", "実績", "4.1", "4.9"],
        ],
        [
            ("箇所数", "target", "R3", "18"),
            ("箇所数", "target", "R4", "19"),
            ("箇所数", "actual", "R3", "17"),
            ("箇所数", "actual", "R4", "18"),
            ("冊数", "target", "R3", "5.2"),
            ("冊数", "target", "R4", "5.4"),
            ("冊数", "actual", "R3", "4.1"),
            ("冊数", "actual", "R4", "4.9"),
        ],
    ),
    "names over the kinds": (
        [
            ["年度", "受診率", "<", "実施率", "<"],
            ["^", "目標値", "実績値", "目標値", "実績値"],
            ["R4", "50", "48", "30", "29"],
        ],
        [
            ("受診率", "target", "R4", "50"),
            ("受診率", "actual", "R4", "48"),
            ("実施率", "target", "R4", "30"),
            ("実施率", "actual", "R4", "29"),
        ],
    ),
    "a row of values under the name of the indicator": (
        [
            ["指標１", "住宅の耐震化率", "<", "<"],
            ["区分", "当初値（H30年）", "直近値（R5年）", "最終目標（R12年度）"],
            ["値", "78.4％", "84.1％", "おおむね解消"],
        ],
        [
            ("住宅の耐震化率", "baseline", "H30年", "78.4％"),
            ("住宅の耐震化率", "actual", "R5年", "84.1％"),
            ("住宅の耐震化率", "target", "R12年度", "おおむね解消"),
        ],
    ),
    "a row computed from the rows of a kind": (
        [
            ["区分", "<", "R2", "R3"],
            ["計画", "量の見込み", "412", "408"],
            ["^", "確保の内容", "450", "460"],
            ["^", "過不足", "38", "52"],
            ["実績", "利用実績", "286", "301"],
        ],
        [
            ("", "target", "R2", "412"),
            ("確保の内容", "target", "R2", "450"),
            ("", "actual", "R2", "286"),
            ("", "target", "R3", "408"),
            ("確保の内容", "target", "R3", "460"),
            ("", "actual", "R3", "301"),
        ],
    ),
    "a kind before the name": (
        [
            ["項目", "数値", "備考"],
            ["【目標】令和８年度末の入所者数", "93人", "5.1％の削減"],
            ["【実績】令和４年度末の入所者数", "98人", ""],
        ],
        [
            ("入所者数", "target", "令和８年度末", "93人"),
            ("入所者数", "actual", "令和４年度末", "98人"),
        ],
    ),
}


def test_a_unit_printed_once_is_that_of_all_rows_of_its_name() -> None:
    rows, _ = CASES["a unit in the first row of a merged name"]
    units = [figure.unit for figure in read_table(grid_of(rows), Context()).figures]
    assert [unit and unit.text for unit in units] == ["件"] * 4


@pytest.mark.parametrize("name", CASES)
def test_which_kind_a_figure_is_of(name: str) -> None:
    rows, expected = CASES[name]
    assert said(rows) == expected

"""Cells that label their figures themselves are read beside the name of the indicator, with or without a header."""

from __future__ import annotations

import pytest

from extract.tables.labelled_cells import labelled_parts
from tests.pages.grids import said

ROWS = [
    ["基本目標１　しごとをつくる", "<"],
    ["従業者数", "目　標：１万8420人（2014年）　→　１万9000人（2019年）\n実　績：１万8755人（2019年）"],
    ["新規就農者数（49歳以下）", "目標値（R6）：25人以上、実績値（R5）：31人"],
]
READ = [
    ("従業者数", "baseline", "", "１万8420人（2014年）"),
    ("従業者数", "target", "", "１万9000人（2019年）"),
    ("従業者数", "actual", "", "１万8755人（2019年）"),
    ("新規就農者数（49歳以下）", "target", "R6", "25人以上"),
    ("新規就農者数（49歳以下）", "actual", "R5", "31人"),
]


def test_cells_with_labels_are_read_beside_their_name() -> None:
    assert said(ROWS) == READ


def test_cells_with_labels_are_read_under_a_header() -> None:
    assert said([["指標名", "目標・実績"], *ROWS[1:]]) == READ


CELLS: dict[str, list[tuple[str, str]]] = {
    "基準値：5件\n目標値：10件": [("基準値", "5件"), ("目標値", "10件")],
    "基準値（H30）：5件　目標値（R6）：10件": [("基準値（H30）", "5件"), ("目標値（R6）", "10件")],
    "目標値：一人当たり\n10件": [("目標値", "一人当たり10件")],
    "担当：企画課\n目標：増やす": [("担当", "企画課"), ("目標", "増やす")],
    "受付時間：9:00": [],
    "増やす目標：10件": [],
    "10件": [],
    "": [],
}


@pytest.mark.parametrize("text", CELLS)
def test_a_cell_begins_with_a_label_or_has_none(text: str) -> None:
    assert [(label.text, value) for label, value in labelled_parts(text)] == CELLS[text]


def test_an_arrow_between_two_kinds_and_between_two_years() -> None:
    rows = [
        ["受診率", "現状値→目標値：5％→10％"],
        ["会員数", "実績：98人（H30）→102人（R5）"],
        ["件数", "実績：98件→102件"],
    ]
    assert [(kind, text) for _, kind, _, text in said(rows)] == [
        ("baseline", "5％"),
        ("target", "10％"),
        ("actual", "98人（H30）"),
        ("actual", "102人（R5）"),
        ("actual", "102件"),
    ]

"""Cells that print their own years, above, below or beside the figure, under heads that print none."""

from __future__ import annotations

import pytest

from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of

HEAD = ["成果指標", "基準値", "経年変化", "<", "目標値"]
Kinds = list[tuple[str, str, str, bool]]
"""Indicator, kind and text of each figure, and whether it is published unseen."""


def kinds(rows: list[list[str]]) -> Kinds:
    return [
        (f.indicator, f.kind, f.raw_text, f.confidence >= 0.9) for f in read_table(grid_of(rows), Context()).figures
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("(2017年度)\n50％", "(2018年度)\n63％"),
        ("令和4年度\n43.2%", "令和5年度\n44.0%"),
        ("(令和4年度)\n43.2%", "(令和5年度)\n調査なし"),
        ("(2017年) 12.3", "(2018年) 12.1"),
        ("103橋\n（2018～2021年度）", "－\n（2022年度）"),
    ],
)
def test_a_year_in_each_cell_under_a_head_that_says_when(left: str, right: str) -> None:
    rows = [HEAD, ["受講者の割合", "(2016年度)\n40％", left, right, "(2022年度)\n80％"]]
    assert kinds(rows) == [
        ("受講者の割合", "baseline", "(2016年度)\n40％", True),
        ("受講者の割合", "actual", left, True),
        ("受講者の割合", "actual", right, True),
        ("受講者の割合", "target", "(2022年度)\n80％", True),
    ]


def test_a_head_that_names_something_else_is_left_to_a_person() -> None:
    rows = [["成果指標", "全国平均", "目標値"], ["受講者の割合", "(2016年度)\n40％", "(2022年度)\n80％"]]
    assert [(kind, sure) for _, kind, _, sure in kinds(rows)] == [("actual", False), ("target", True)]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("特記事項", ["令和5年度に見直した", "12の項目を追加"]),
        ("経年変化", ["増加傾向", "減少傾向"]),
        ("経年変化", ["↗", "→"]),
    ],
)
def test_a_column_without_dated_figures_holds_none(head: str, cells: list[str]) -> None:
    rows = [["成果指標", head, "目標値（R8）"], *([f"割合{i}", cell, "80％"] for i, cell in enumerate(cells))]
    assert {kind for _, kind, _, _ in kinds(rows)} == {"target"}

"""Pages that part what stands side by side: two columns of labels with values, rules that part some columns of a coloured table."""

from __future__ import annotations

from itertools import pairwise

from tests.pages.drawn import Rect, Words, grids_on, page_of, said_on

NAMES = ("農業の産出額", "新規就農者の数", "創業した人の数", "観光客の数")
WIDE = "政策分野１　活力ある産業が育つまちをつくる"


def _column(left: float, prefix: str) -> list[Words]:
    lines = [WIDE, WIDE, WIDE]
    for i, name in enumerate(NAMES):
        lines += [f"● {prefix}{name}", f"現状値　：{40 + i}人（R4）", f"目標値　：{80 + i}人（R9）"]
    return [(left, 100.0 + 14 * i, line) for i, line in enumerate(lines)]


def test_two_columns_of_labels_are_read_one_after_the_other() -> None:
    said = said_on(page_of([*_column(50.0, "市の"), *_column(310.0, "県の")]))
    assert [(name, text) for name, _, _, text in said] == [
        (f"{prefix}{name}", f"{value + i}人（{year}）")
        for prefix in ("市の", "県の")
        for i, name in enumerate(NAMES)
        for value, year in ((40, "R4"), (80, "R9"))
    ]


def test_a_rule_under_some_columns_parts_these_alone() -> None:
    edges = (50.0, 200.0, 300.0, 400.0, 500.0)
    head: list[Rect] = [(left, 100.0, right, 120.0) for left, right in pairwise(edges)]
    rows = (("指標", "対象", "策定時（R1）", "目標（R6）"), ("", "男性", "77.6", "79.5"), ("", "女性", "83.0", "84.5"))
    words: list[Words] = [
        (left + 4, 105.0 + 20 * i, text) for i, row in enumerate(rows) for left, text in zip(edges, row, strict=False)
    ]
    names: list[Words] = [(54.0, 136.0, "健康寿命"), (54.0, 165.0, "自殺死亡率")]
    last: list[Words] = [(204.0, 165.0, "総数"), (304.0, 165.0, "31.5"), (404.0, 165.0, "19.0")]
    rules = [(140.0, 200.0, 500.0), (160.0, 50.0, 500.0), (180.0, 50.0, 500.0)]
    page = page_of([*words, *names, *last], rules=rules, boxes=head)
    assert grids_on(page) == [
        [
            ["指標", "対象", "策定時（R1）", "目標（R6）"],
            ["健康寿命", "男性", "77.6", "79.5"],
            ["^", "女性", "83.0", "84.5"],
            ["自殺死亡率", "総数", "31.5", "19.0"],
        ]
    ]

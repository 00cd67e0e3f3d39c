"""Tables without rules between their columns: which words are the header's, which lines make a row, which columns there are."""

from __future__ import annotations

import pytest

from tests.pages.drawn import Rect, Words, grids_on, page_of, read_page, row_at, said_on

Rows = list[list[str]]


def lines(*rows: tuple[float, tuple[float, ...], tuple[str, ...]]) -> list[Words]:
    """Lines of words: height, left edges, texts."""
    return [word for top, xs, texts in rows for word in row_at(top, xs, texts)]


KINDS = (60.0, 240.0, 320.0, 390.0)
TITLED = (60.0, 200.0, 280.0, 350.0, 430.0)
GROUPED = (60.0, 240.0, 320.0, 390.0)
NAMES = (60.0, 170.0, 320.0)

CASES: dict[str, tuple[list[Words], Rows]] = {
    "kinds in turn, at uneven distances, one figure missing": (
        lines(
            (100, KINDS, ("指標", "区分", "R4年度", "R5年度")),
            (120, KINDS, ("", "目標", "43.0", "49.6")),
            (128, KINDS, ("洋式化率（％）", "", "", "")),
            (136, KINDS, ("", "実績", "45.4", "47.8")),
            (160, KINDS, ("", "目標", "78", "96")),
            (171, KINDS, ("融資件数（件）", "", "", "")),
            (182, KINDS, ("", "実績", "", "118")),
        ),
        [
            ["指標", "区分", "R4年度", "R5年度"],
            ["洋式化率（％）", "目標", "43.0", "49.6"],
            ["^", "実績", "45.4", "47.8"],
            ["融資件数（件）", "目標", "78", "96"],
            ["^", "実績", "", "118"],
        ],
    ),
    "a title over words that span": (
        lines(
            (100, (60.0, 320.0), ("指標", "指標の推移")),
            (114, (200.0, 325.0, 430.0), ("基準値", "実績", "目標値")),
            (128, TITLED, ("", "H30年度", "R2年度", "R3年度", "R5年度")),
            (150, TITLED, ("受診率", "8.0", "8.5", "8.3", "8.8")),
            (170, TITLED, ("会員数", "58.4", "57.7", "56.6", "60.0")),
        ),
        [
            ["指標", "基準値\nH30年度", "指標の推移", "<", "目標値\nR5年度"],
            ["^", "^", "実績", "<", "^"],
            ["^", "^", "R2年度", "R3年度", "^"],
            ["受診率", "8.0", "8.5", "8.3", "8.8"],
            ["会員数", "58.4", "57.7", "56.6", "60.0"],
        ],
    ),
    "a year alone on its line opens a group and is no header": (
        lines(
            (100, (100.0, 240.0, 320.0, 390.0), ("指標", "単位", "目標値", "実績値")),
            (115, (60.0,), ("令和4年度",)),
            (130, GROUPED, ("相談件数", "件", "3,659", "3,683")),
            (145, GROUPED, ("収納率", "％", "91.29", "91.70")),
            (160, (60.0,), ("令和5年度",)),
            (175, GROUPED, ("相談件数", "件", "3,716", "3,871")),
            (190, GROUPED, ("収納率", "％", "92.16", "92.44")),
        ),
        [
            ["指標", "単位", "目標値", "実績値"],
            ["令和4年度", "", "", ""],
            ["相談件数", "件", "3,659", "3,683"],
            ["収納率", "％", "91.29", "91.70"],
            ["令和5年度", "", "", ""],
            ["相談件数", "件", "3,716", "3,871"],
            ["収納率", "％", "92.16", "92.44"],
        ],
    ),
    "a numbered heading is no header": (
        lines(
            (84, (60.0, 75.0), ("Ⅲ", "数値目標")),
            (100, KINDS, ("指標", "単位", "基準値", "目標値")),
            (120, KINDS, ("受診率", "％", "40.0", "50.0")),
            (140, KINDS, ("会員数", "人", "120", "150")),
        ),
        [["指標", "単位", "基準値", "目標値"], ["受診率", "％", "40.0", "50.0"], ["会員数", "人", "120", "150"]],
    ),
    "years in brackets below their figures": (
        lines(
            (100, GROUPED, ("指標", "評価", "基準値", "目標値")),
            (120, GROUPED, ("受診率", "A", "40.0", "50.0")),
            (131, (310.0, 380.0), ("（R元）", "（R6）")),
            (152, GROUPED, ("会員数", "B", "120", "150")),
            (163, (310.0, 380.0), ("（R元）", "（R6）")),
        ),
        [
            ["指標", "評価", "基準値", "目標値"],
            ["受診率", "A", "40.0\n（R元）", "50.0\n（R6）"],
            ["会員数", "B", "120\n（R元）", "150\n（R6）"],
        ],
    ),
    "indicators as columns, units in the middle, names on lines beside each other": (
        lines(
            (95, (165.0,), ("毎日活用する",)),
            (100, (60.0, 310.0), ("区分", "農地の面積")),
            (106, (175.0,), ("学校の割合",)),
            (125, (60.0, 190.0, 330.0), ("単位", "％", "ha")),
            (145, (60.0, 215.0, 350.0), ("2020年度 当初値", "35.9", "259.0")),
            (165, (60.0, 215.0, 350.0), ("2025年度 最終目標", "45.9", "279.7")),
        ),
        [
            ["区分", "毎日活用する\n学校の割合", "農地の面積"],
            ["単位", "％", "ha"],
            ["2020年度 当初値", "35.9", "259.0"],
            ["2025年度 最終目標", "45.9", "279.7"],
        ],
    ),
    "rows of words at the end": (
        lines(
            (100, KINDS, ("指標", "基準値", "実績値", "目標値")),
            (120, KINDS, ("受診率", "40.0", "44.0", "50.0")),
            (140, KINDS, ("窓口の導入", "検討", "試行", "維持")),
        ),
        [
            ["指標", "基準値", "実績値", "目標値"],
            ["受診率", "40.0", "44.0", "50.0"],
            ["窓口の導入", "検討", "試行", "維持"],
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_rows_and_columns_of_an_open_table(name: str) -> None:
    words, expected = CASES[name]
    assert grids_on(page_of(words)) == [expected]


def test_a_plain_row_between_striped_ones_belongs_to_the_table() -> None:
    xs = (60.0, 260.0, 340.0)
    words = lines(
        (102, xs, ("指標", "基準値", "目標値")),
        (122, xs, ("受診率", "40.0", "50.0")),
        (142, xs, ("会員数", "120", "150")),
        (162, xs, ("世帯数", "10", "15")),
    )
    edges = ((50.0, 250.0), (250.0, 330.0), (330.0, 420.0))
    boxes: list[Rect] = [(left, top, right, top + 20.0) for top in (98.0, 138.0) for left, right in edges]
    names = [[row[0] for row in grid] for grid in grids_on(page_of(words, boxes=boxes))]
    assert names == [["指標", "受診率", "会員数", "世帯数"]]


def test_a_heading_among_the_rows_dates_the_kinds_below_it() -> None:
    xs = (60.0, 300.0, 400.0, 500.0)
    words = lines(
        (100, xs, ("指標", "単位", "現状", "目標")),
        (120, (60.0, 80.0, 250.0), ("Ⅰ", "安全―現状：令和２年度", "／目標：令和12年度")),
        (140, xs, ("直結給水率", "％", "61.7", "75.0")),
        (160, (60.0, 80.0, 250.0), ("Ⅱ", "強靱―現状：令和３年度", "／目標：令和10年度")),
        (180, xs, ("耐震適合率", "％", "38.2", "55.0")),
    )
    assert said_on(page_of(words)) == [
        ("直結給水率", "baseline", "令和2年度", "61.7"),
        ("直結給水率", "target", "令和12年度", "75.0"),
        ("耐震適合率", "baseline", "令和3年度", "38.2"),
        ("耐震適合率", "target", "令和10年度", "55.0"),
    ]


def test_a_marked_name_stands_above_the_sides_of_its_arrow() -> None:
    words = lines(
        (100, (60.0,), ("◇無償で利用できる市町村の数",)),
        (116, (200.0,), ("４市町村（R元） → 19市町村（R6）",)),
        (140, (60.0,), ("◇手話通訳者の登録者数　47人（H30） → 増加（R6）",)),
    )
    assert [(name, text) for name, _, _, text in said_on(page_of(words))] == [
        ("無償で利用できる市町村の数", "４市町村（R元）"),
        ("無償で利用できる市町村の数", "19市町村（R6）"),
        ("手話通訳者の登録者数", "47人（H30）"),
        ("手話通訳者の登録者数", "増加（R6）"),
    ]


def test_the_bar_of_a_frame_names_the_indicator_of_the_table_in_it() -> None:
    words = lines(
        (104, (60.0,), ("授業がよく分かる児童の割合",)),
        (132, (60.0, 200.0), ("単位：％", "担当：学校教育課")),
        (152, (70.0, 150.0, 230.0), ("基準値", "目標値", "直近値")),
        (167, (70.0, 150.0, 230.0), ("Ｒ１", "Ｒ７", "Ｒ４")),
        (190, (70.0, 150.0, 230.0), ("82.4", "88.0", "84.1")),
    )
    frame: list[Rect] = [(50.0, 98.0, 300.0, 120.0), (50.0, 120.0, 300.0, 210.0)]
    reading = read_page(page_of(words, boxes=frame))
    assert [(f.indicator, f.kind, f.unit.text if f.unit else "", f.raw_text) for f in reading] == [
        ("授業がよく分かる児童の割合", "baseline", "%", "82.4"),
        ("授業がよく分かる児童の割合", "target", "%", "88.0"),
        ("授業がよく分かる児童の割合", "actual", "%", "84.1"),
    ]

"""Pages drawn as designers do: words in small boxes, boxes with gaps between them, years of a course, names over kinds."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract.lines import block_text
from extract.page import glyph_at
from extract.page_columns import lines_in_order
from tests.pages.drawn import Rect, Words, grids_on, page_of, row_at, said_on

HEADED = (60.0, 240.0, 320.0, 400.0)


def test_a_small_box_around_a_word_rules_nothing() -> None:
    table: list[Rect] = [
        (55 + 100 * col, 150 + 20 * row, 155 + 100 * col, 170 + 20 * row) for row in range(3) for col in range(3)
    ]
    words: list[Words] = [(60.0, 130.0, "担当課"), (110.0, 130.0, "農政課"), *_table(154.0)]
    assert grids_on(page_of(words, boxes=[(58.0, 129.0, 92.0, 141.0), *table])) == [
        [["年度", "目標値", "実績値"], ["R4", "5", "6"], ["R5", "7", "8"]]
    ]


def _table(top: float) -> list[Words]:
    rows = (("年度", "目標値", "実績値"), ("R4", "5", "6"), ("R5", "7", "8"))
    return [word for i, row in enumerate(rows) for word in row_at(top + 20 * i, (60.0, 160.0, 260.0), row)]


def test_boxes_of_rows_alike_are_one_table_though_apart() -> None:
    lefts, rights = (50.0, 250.0, 350.0, 450.0), (240.0, 340.0, 440.0, 540.0)
    boxes: list[Rect] = [
        (left, 120.0 + 34 * row, right, 150.0 + 34 * row)
        for row in range(3)
        for left, right in zip(lefts, rights, strict=True)
    ]
    names = (("待機児童数（人）", "27", "9", "0"), ("満足度（％）", "80", "91", "95"), ("園の数（園）", "1", "2", "3"))
    words = [word for i, row in enumerate(names) for word in row_at(130 + 34 * i, (55.0, 290.0, 390.0, 490.0), row)]
    head = row_at(104, (55.0, 280.0, 380.0, 480.0), ("指標", "現状値", "直近値", "目標値"))
    (rows,) = grids_on(page_of([*head, *words], boxes=boxes))
    assert rows == [["指標", "現状値", "直近値", "目標値"], *map(list, names)]


def test_coloured_rows_right_below_a_plain_one_go_on_with_it() -> None:
    edges = (50.0, 181.0, 343.0, 419.0, 495.0, 545.0)
    words = row_at(98, (100.0, 240.0, 365.0, 437.0, 510.0), ("事業名", "指標項目", "策定時", "数値目標", "評価"))
    rows = (
        ("学校", "使用割合", "24.7%", "28.0%", "A"),
        ("学習", "入場者数", "141人", "147人", "C"),
        ("福祉", "登録者数", "243人", "264人", "D"),
        ("防災", "取得者数", "510人", "567人", "A"),
    )
    for i, row in enumerate(rows):
        words += row_at(114 + 23.3 * i, (54.0, 186.0, 392.0, 468.0, 517.0), row)
        words += row_at(124 + 23.3 * i, (372.0, 448.0), ("（H26）", "（R元）"))
    rules = [(at, 50.0, 545.0) for at in (95.2, 111.0, 134.3, 157.6, 180.9, 204.2)]
    boxes: list[Rect] = [(left, top, right, top + 23.3) for top in (134.1, 180.7) for left, right in pairwise(edges)]
    said = said_on(page_of(words, rules, boxes))
    assert [(name, kind, value.split("\n")[0]) for name, kind, _, value in said] == [
        (row[1], kind, value) for row in rows for kind, value in zip(("baseline", "target"), row[2:4], strict=True)
    ]


def test_names_stand_over_the_same_kinds_each() -> None:
    names = row_at(100, (210.0, 370.0), ("宿泊者数（人）", "稼働率（％）"))
    kinds = row_at(116, (60.0, 200.0, 280.0, 360.0, 440.0), ("年", "目標", "実績", "目標", "実績"))
    rows = [
        row_at(136 + 18 * i, (60.0, 200.0, 280.0, 360.0, 440.0), row)
        for i, row in enumerate((("令和3年", "23", "20", "38", "33"), ("令和4年", "27", "25", "43", "41")))
    ]
    said = said_on(page_of([*names, *kinds, *(word for row in rows for word in row)]))
    assert {(name, kind) for name, kind, _, _ in said} == {
        (name, kind) for name in ("宿泊者数", "稼働率") for kind in ("target", "actual")
    }
    assert [value for _, _, period, value in said if period == "令和4年"] == ["27", "25", "43", "41"]


def test_bare_years_of_a_course_under_letter_spaced_kinds() -> None:
    xs = (60.0, 260.0, 310.0, 350.0, 390.0, 440.0)
    words = [
        *row_at(84, (255.0, 315.0, 380.0, 430.0), ("当 初", "推", "移", "目 標")),
        *row_at(90, (60.0,), ("項　目",)),
        *row_at(98, xs, ("", "20", "22", "23", "24", "24")),
        *row_at(120, xs, ("平成の用語の周知度（％）", "48", "50", "51", "57", "70")),
        *row_at(138, xs, ("相談件数（件）", "112", "138", "151", "147", "169")),
    ]
    said = [part[1:] for part in said_on(page_of(words)) if part[0].startswith("相談")]
    assert said == [
        ("baseline", "20", "112"),
        ("actual", "22", "138"),
        ("actual", "23", "151"),
        ("actual", "24", "147"),
        ("target", "24", "169"),
    ]


def test_parts_go_on_only_beside_their_own_indicator() -> None:
    xs = (60.0, 250.0, 330.0, 410.0)
    words = [
        *row_at(100, xs, ("指標", "", "現状値", "目標値")),
        *row_at(120, xs, ("歩数の平均", "男性", "6,482歩", "7,500歩")),
        *row_at(138, xs, ("", "女性", "5,791歩", "7,000歩")),
        *row_at(156, xs, ("欠食する者の割合", "", "28％", "15％")),
        *row_at(174, xs, ("食塩摂取量", "", "10g", "7g")),
    ]
    assert grids_on(page_of(words)) == [
        [
            ["指標", "", "現状値", "目標値"],
            ["歩数の平均", "男性", "6,482歩", "7,500歩"],
            ["^", "女性", "5,791歩", "7,000歩"],
            ["欠食する者の割合", "", "28％", "15％"],
            ["食塩摂取量", "", "10g", "7g"],
        ]
    ]


@pytest.mark.parametrize(
    ("rising", "heights", "expected"),
    [(True, (130.0, 120.0, 110.0), "Ｒ４年"), (False, (110.0, 120.0, 130.0), "Ｒ４年")],
)
def test_words_on_their_side_are_read_along_their_line(rising: bool, heights: tuple[float, ...], expected: str) -> None:
    glyphs = [
        glyph_at(char, 60, top, 70, top + 10, 10, upright=False)._replace(rising=rising)
        for char, top in zip(expected, heights, strict=True)
    ]
    assert block_text(glyphs) == expected


SEPARATED: dict[str, tuple[list[Words], list[tuple[str, str, str, str]]]] = {
    "dots that lead to values": (
        [
            (60.0, 100.0, "(1) 洋式化率"),
            (60.0, 118.0, "現状値（令和5年度）......63.7％　目標値（令和10年度）......90％"),
        ],
        [("(1) 洋式化率", "baseline", "令和5年度", "63.7％"), ("(1) 洋式化率", "target", "令和10年度", "90％")],
    ),
    "years below the values, 現状 behind 策定時": (
        [
            (60.0, 100.0, "●委員の割合　　【担当】人事課"),
            (60.0, 118.0, "策定時　28.4％　→　現状　34.7％　→　目標　40％"),
            (90.0, 134.0, "（平成29年度）"),
            (200.0, 134.0, "（令和5年度）"),
            (300.0, 134.0, "（令和9年度）"),
        ],
        [
            ("委員の割合", "baseline", "平成29年度", "28.4％（平成29年度）"),
            ("委員の割合", "actual", "令和5年度", "34.7％（令和5年度）"),
            ("委員の割合", "target", "令和9年度", "40％（令和9年度）"),
        ],
    ),
}


@pytest.mark.parametrize("case", SEPARATED)
def test_lines_without_a_table(case: str) -> None:
    words, expected = SEPARATED[case]
    said = said_on(page_of(words))
    assert [(name, kind, value) for name, kind, _, value in said] == [(n, k, v) for n, k, _, v in expected]


def test_rows_of_boxes_make_one_indicator_each() -> None:
    boxes: list[Rect] = []
    words: list[Words] = []
    for i, (name, now, goal) in enumerate(
        (("観光入込客数", "182万人", "230万人"), ("案内所の満足度", "－", "90％以上"))
    ):
        top = 100.0 + 120 * i
        boxes += [(40.0, top, 200.0, top + 90), (220.0, top, 360.0, top + 90), (420.0, top, 560.0, top + 90)]
        words += [(60.0, top + 40, name), (240.0, top + 25, "令和５年 現状"), (260.0, top + 50, now)]
        words += [(440.0, top + 25, "令和10年 目標"), (460.0, top + 50, goal)]
    assert said_on(page_of(words, boxes=boxes)) == [
        ("観光入込客数", "baseline", "令和５年", "182万人"),
        ("観光入込客数", "target", "令和10年", "230万人"),
        ("案内所の満足度", "baseline", "令和５年", "－"),
        ("案内所の満足度", "target", "令和10年", "90％以上"),
    ]


def test_text_in_two_columns_is_read_column_by_column() -> None:
    prose = "町内の五つの小学校区すべてに放課後児童クラブがあります"
    left = [(40.0, 60.0 + 24 * i, text) for i, text in enumerate((prose, "待機児童数", *[prose] * 5, "左の終わり"))]
    right = [
        (330.0, 66.0 + 24 * i, text) for i, text in enumerate((prose, "講座の参加者数", *[prose] * 5, "右の終わり"))
    ]
    page = page_of([*left, *right])
    lines = [line.text for line in lines_in_order(page.glyphs)]
    assert lines == [text for _, _, text in (*left, *right)]


def test_labels_and_values_beside_each_other_are_no_columns() -> None:
    words = [word for i in range(8) for word in row_at(60 + 20 * i, (40.0, 330.0), (f"基準値（H2{i}）", f"{i}12人"))]
    lines = [line.text for line in lines_in_order(page_of(words).glyphs)]
    assert lines[0] == "基準値（H20） 012人"


def test_targets_to_the_right_of_other_values_are_no_column() -> None:
    xs = (40.0, 200.0, 420.0)
    texts = ("基準値　961g（令和元年度）", "実績値　918g（令和４年度）", "目標値　900g（令和７年度）")
    words = [word for i in range(8) for word in row_at(60 + 20 * i, xs, texts)]
    lines = [line.text for line in lines_in_order(page_of(words).glyphs)]
    assert len(lines) == 8

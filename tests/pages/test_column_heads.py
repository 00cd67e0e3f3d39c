"""Heads and columns of words that do not stand straight below them."""

from __future__ import annotations

from tests.pages.drawn import grids_on, page_of, row_at, said_on

RULES = [(at, 50.0, 480.0) for at in (100.0, 120.0, 160.0)]


def test_heads_to_the_left_of_figures_to_the_right_go_in_order() -> None:
    words = [
        *row_at(105, (130, 230, 300, 370), ("基準値（R2）", "R4", "R5", "R6")),
        *row_at(125, (60, 280, 350, 420), ("目標", "320", "330", "340")),
        *row_at(132, (60, 196, 350, 420), ("", "312", "", "")),
        *row_at(139, (60, 280, 350, 420), ("実績", "318", "325", "")),
    ]
    said = said_on(page_of([(60.0, 80.0, "指標１ 来館者数（単位：人）"), *words], RULES))
    assert [(kind, period, text) for _, kind, period, text in said if kind == "target"] == [
        ("target", "R4", "320"),
        ("target", "R5", "330"),
        ("target", "R6", "340"),
    ]


def test_units_and_figures_that_never_share_a_line_are_one_column() -> None:
    xs = (60, 160, 260, 360)
    words = [
        *row_at(105, xs, ("区分", "待機児童数", "講座の受講者", "協定の締結数")),
        *row_at(125, (60, 175, 275, 375), ("単位", "人", "人", "件")),
        *row_at(145, (60, 225, 330, 430), ("R2年度 現状", "25", "520", "15")),
        *row_at(165, (60, 225, 330, 430), ("R7年度 目標", "24", "569", "17")),
    ]
    rules = [(at, 50.0, 480.0) for at in (100.0, 120.0, 140.0, 160.0, 180.0)]
    assert [row[1] for row in grids_on(page_of(words, rules))[0]] == ["待機児童数", "人", "25", "24"]


def test_words_that_begin_at_one_place_behind_figures_stand_in_the_next_column() -> None:
    words = [*row_at(105, (60, 200, 330, 440), ("KPI", "現状（R5）", "目標（R9）", "担当課"))]
    values = ("1,014人", "100.0%", "20.1%", "34人")
    for i, (name, value) in enumerate(zip(("利用者数", "解消率", "受診率", "修了者数"), values, strict=True)):
        width = sum(10 if ord(char) > 0xFF else 5 for char in value)
        words += row_at(125 + 20 * i, (60, 240, 400 - width), (name, "230", value))
        words.append((402.0, 125.0 + 20 * i, "総務課" if i % 2 else "学習課"))
    (grid,) = grids_on(page_of(words, [(at, 50.0, 480.0) for at in (100.0, 120.0, 210.0)]))
    assert [row[2:] for row in grid[1:]] == [[value, "総務課" if i % 2 else "学習課"] for i, value in enumerate(values)]


def test_figures_set_to_the_right_end_before_notes_in_every_row() -> None:
    xs = (60, 200, 290, 380)
    words = [*row_at(105, xs, ("KPI", "基準値（R5）", "目標値（R9）", "備考"))]
    for i, (name, value) in enumerate((("会員数", "224,902"), ("延長", "17"), ("面積", "442"), ("件数", "6,150"))):
        words += row_at(125 + 20 * i, (60, 240, 340 - 5 * len(value)), (name, "230", value))
        words.append((342.0, 125.0 + 20 * i, "3か所で試行"))
    grid = grids_on(page_of(words, [(at, 50.0, 480.0) for at in (100.0, 120.0, 210.0)]))[0]
    assert [row[2:] for row in grid[1:]] == [[value, "3か所で試行"] for value in ("224,902", "17", "442", "6,150")]


def test_a_head_over_a_rule_of_its_own_heads_all_words_below_that_rule() -> None:
    words = [
        *row_at(100, (60, 180, 262, 420), ("指標", "単位", "その推移", "備考")),
        *row_at(118, (215, 315), ("現状値", "目標値")),
        *row_at(134, (210, 310), ("R元年度", "R6年度")),
        *row_at(158, (60, 180, 245, 345, 420), ("会員数", "人", "2,120", "3,150", "延べ")),
        *row_at(178, (60, 180, 255, 355, 420), ("面積", "ha", "170", "181", "")),
    ]
    rules = [(95.0, 50.0, 500.0), (113.0, 205.0, 380.0), (150.0, 50.0, 500.0), (200.0, 50.0, 500.0)]
    said = said_on(page_of(words, rules))
    assert [(name, kind, value) for name, kind, _, value in said] == [
        ("会員数", "baseline", "2,120"),
        ("会員数", "target", "3,150"),
        ("面積", "baseline", "170"),
        ("面積", "target", "181"),
    ]


def test_words_that_touch_the_figures_before_them_stand_in_the_next_column() -> None:
    xs = (60, 200, 290, 380)
    words = [*row_at(105, xs, ("KPI", "基準値（R5）", "目標値（R9）", "備考"))]
    for i, (name, note) in enumerate((("会員数", ""), ("取組面積", "累計でみる"), ("道路の延長", ""))):
        words += row_at(125 + 20 * i, (60, 240, 335), (name, "230", f"245{note}"))
    grid = grids_on(page_of(words, [(at, 50.0, 480.0) for at in (100.0, 120.0, 190.0)]))[0]
    assert [row[2:] for row in grid[1:]] == [["245", ""], ["245", "累計でみる"], ["245", ""]]

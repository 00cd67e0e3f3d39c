"""Tables with horizontal rules only: what the rules say of header, rows, merged cells and neighbours."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.pages.drawn import Rule, Words, grids_on, page_of, row_at, said_on

COLUMNS = (60, 160, 260, 330, 400)


def across(*heights: float, left: float = 50, right: float = 470) -> list[Rule]:
    """Rules over a whole table."""
    return [(at, left, right) for at in heights]


def merged_names() -> tuple[list[Words], list[Rule]]:
    """A name in the middle of two rows that a rule across the other columns parts, a plain row below them."""
    words = [
        *row_at(105, COLUMNS, ("項　目", "区分", "策定時", "現状値", "目標値")),
        *row_at(125, COLUMNS, ("", "男性", "31.2%", "33.4%", "28.0%")),
        (60.0, 135.0, "成人の喫煙率"),
        *row_at(145, COLUMNS, ("", "女性", "20.6%", "20.1%", "19.0%")),
        *row_at(165, COLUMNS, ("朝食を食べる割合", "小６", "87.5%", "83.9%", "95.0%")),
    ]
    return words, [*across(100, 120, 160, 180), (140, 150, 470)]


def test_a_rule_across_some_columns_leaves_the_others_merged() -> None:
    words, rules = merged_names()
    assert grids_on(page_of(words, rules)) == [
        [
            ["項 目", "区分", "策定時", "現状値", "目標値"],
            ["成人の喫煙率", "男性", "31.2%", "33.4%", "28.0%"],
            ["^", "女性", "20.6%", "20.1%", "19.0%"],
            ["朝食を食べる割合", "小６", "87.5%", "83.9%", "95.0%"],
        ]
    ]


def test_words_written_downwards_are_merged_over_the_rows_beside_them() -> None:
    words, rules = merged_names()
    inner = [(at, 50.0 if at in (100, 120, 180) else left, right) for at, left, right in rules]
    whole = [(at, 20.0 if left == 50 else left, right) for at, left, right in inner]
    grid = grids_on(page_of([*words, (28.0, 126.0, "|食生活")], whole))[0]
    assert [row[0] for row in grid] == ["", "食生活", "^", "^"]
    assert [row[1] for row in grid] == ["項 目", "成人の喫煙率", "^", "朝食を食べる割合"]


def test_a_baseline_merged_over_targets_and_actuals_is_neither() -> None:
    xs = (60, 130, 230, 310, 390)
    words = [
        (60.0, 80.0, "KPI1-1 延べ宿泊者数（単位：千人）"),
        *row_at(105, xs, ("", "基準値", "", "", "")),
        *row_at(111, xs, ("", "", "令和5年度", "令和6年度", "令和7年度")),
        *row_at(117, xs, ("", "（令和元年度）", "", "", "")),
        *row_at(135, xs, ("目　標", "", "330", "380", "420")),
        *row_at(142, xs, ("", "412", "", "", "")),
        *row_at(149, xs, ("実　績", "", "351", "402", "集計中")),
        *row_at(166, xs, ("達成率", "", "106.4%", "105.8%", "")),
    ]
    said = said_on(page_of(words, across(100, 130, 162, 180)))
    assert [part[1:] for part in said] == [
        ("baseline", "令和元年度", "412"),
        ("target", "令和5年度", "330"),
        ("target", "令和6年度", "380"),
        ("target", "令和7年度", "420"),
        ("actual", "令和5年度", "351"),
        ("actual", "令和6年度", "402"),
        ("actual", "令和7年度", "集計中"),
    ]
    assert all("延べ宿泊者数" in name for name, *_ in said)


def years_as_rows(left: float, names: tuple[str, ...]) -> list[Words]:
    """Years downwards, their kind in brackets below them, indicators as columns with their units below their names."""
    xs = (left, *(left + 80 + 70 * i for i in range(len(names))))
    figures = [["1,862", "640"], ["1,547", "562"], ["1,998", "686"], ["2,350", "850"]]
    years = ["平成22年", "平成23年", "平成24年", "平成32年"]
    words = [(left, 108.0, "年"), *((x, 102.0, name) for x, name in zip(xs[1:], names, strict=True))]
    words += [(x, 114.0, "（千人）") for x in xs[1:]]
    for i, (year, row) in enumerate(zip(years, figures, strict=True)):
        marked = {0: "〔基準年〕", 3: "〔最終目標〕"}.get(i, "")
        top = 132.0 + 30 * i
        words += [(left, top, year), *([(left, top + 12, marked)] if marked else [])]
        words += [(x + 20, top + (6 if marked else 0), text) for x, text in zip(xs[1:], row[: len(names)], strict=True)]
    return words


def test_years_as_rows_carry_the_kind_below_them() -> None:
    said = said_on(page_of(years_as_rows(60, ("日帰り客数", "宿泊客数")), across(98, 128, 158, 218, 248, right=300)))
    assert [part[1:] for part in said if "宿泊客数" in part[0]] == [
        ("baseline", "平成22年", "640"),
        ("actual", "平成23年", "562"),
        ("actual", "平成24年", "686"),
        ("target", "平成32年", "850"),
    ]


def test_tables_side_by_side_are_parted_by_their_rules() -> None:
    words = [*years_as_rows(60, ("日帰り客数",)), *years_as_rows(320, ("宿泊客数",))]
    rules = [*across(98, 128, 158, 218, 248, right=260), *across(98, 128, 158, 218, 248, left=310, right=500)]
    said = said_on(page_of(words, rules))
    assert sorted(name for name, *_ in said) == sorted(["宿泊客数\n（千人）", "日帰り客数\n（千人）"] * 4)


def test_captions_belong_to_the_table_below_them() -> None:
    left = [(60.0, 80.0, "ごみの量（単位：t）"), *row_at(105, (60, 140), ("年度", "実績値"))]
    right = [(320.0, 80.0, "参加者数（単位：人）"), *row_at(105, (320, 400), ("年度", "実績値"))]
    rows = [
        part
        for i, year in enumerate(("R4", "R5", "R6"))
        for x in (60, 320)
        for part in row_at(125 + 20 * i, (x, x + 80), (year, f"{i}{x}"))
    ]
    heights = (100, 120, 180)
    said = said_on(
        page_of([*left, *right, *rows], [*across(*heights, right=250), *across(*heights, left=310, right=500)])
    )
    assert {(name.partition("（")[0], text[1:]) for name, _, _, text in said} == {
        ("ごみの量", "60"),
        ("参加者数", "320"),
    }


def test_a_line_clear_below_the_last_rule_is_no_row() -> None:
    words, rules = merged_names()
    grid = grids_on(page_of([*words, *row_at(196, COLUMNS, ("２", "受入環境", "３", "情報", "４"))], rules))[0]
    assert [row[0] for row in grid] == ["項 目", "成人の喫煙率", "^", "朝食を食べる割合"]


@pytest.mark.parametrize("current", ["15.2", "集計中"])
def test_years_in_brackets_below_figures_head_nothing(current: str) -> None:
    xs = (60, 260, 330, 400)
    words = [
        *row_at(105, xs, ("項　目", "策定時", "現状値", "目標値")),
        *row_at(125, xs, ("自殺死亡率", "18.9", current, "13.0")),
        *row_at(138, xs, ("", "（H30年）", "（R4年）", "（R10年）")),
        *row_at(160, xs, ("朝食を食べる割合", "87.5", "83.9", "95.0")),
    ]
    assert len(grids_on(page_of(words, across(100, 120, 155, 180)))) == 1


def test_stripes_of_some_columns_leave_the_table_to_its_rules() -> None:
    xs = (60, 190, 230, 280, 340, 400, 460)
    words = [*row_at(105, xs, ("指標", "評価", "単位", "区分", "2016", "2017", "2018"))]
    for i, name in enumerate(("図書館の来館者数", "講座の受講者数")):
        top = 125.0 + 40 * i
        words += [*row_at(top, xs[3:], ("目標値", "100", "110", "120")), *row_at(top + 10, xs[:3], (name, "Ａ", "人"))]
        words += row_at(top + 20, xs[3:], ("実績値", "101", "108", "125"))
    edges = (270.0, 330.0, 390.0, 450.0, 510.0)
    boxes = [(left, top, right, top + 20) for top in (140.0, 180.0) for left, right in pairwise(edges)]
    rules = [*across(100, 120, 160, 200, right=510), (140.0, 270.0, 510.0), (180.0, 270.0, 510.0)]
    said = said_on(page_of(words, rules, boxes))
    figures = [("target", ("100", "110", "120")), ("actual", ("101", "108", "125"))]
    assert said == [
        (name, kind, year, text)
        for name in ("図書館の来館者数", "講座の受講者数")
        for kind, texts in figures
        for year, text in zip(("2016", "2017", "2018"), texts, strict=True)
    ]


def test_stripes_under_bare_years_go_on_with_plain_rows() -> None:
    edges = (50.0, 220.0, 280.0, 340.0, 400.0, 460.0)
    xs = (60, 230, 300, 360, 420)
    words = [(60.0, 80.0, "取組指標の達成状況（平成22～24年度）"), *row_at(105, xs, ("取組指標", "", "22", "23", "24"))]
    for i, name in enumerate(("講座の受講者数（人）", "団体の受入数（団体）")):
        top = 125.0 + 40 * i
        words += [
            *row_at(top, xs, ("", "目標", "15", "20", "30")),
            (60.0, top + 10, name),
            *row_at(top + 20, xs, ("", "実績", "17", "19", "26")),
        ]
    cells = [(left, top, right, top + 20) for top in (120.0, 140.0) for left, right in pairwise(edges[1:])]
    said = said_on(page_of(words, across(100, 120, 200, right=460), [(50.0, 120.0, 220.0, 160.0), *cells]))
    assert {(name.partition("（")[0], kind) for name, kind, _, _ in said} == {
        (name, kind) for name in ("講座の受講者数", "団体の受入数") for kind in ("target", "actual")
    }
    assert [(period, text) for _, kind, period, text in said if kind == "actual"] == [
        ("22", "17"),
        ("23", "19"),
        ("24", "26"),
    ] * 2

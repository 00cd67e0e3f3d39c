"""Pages that part what stands side by side: two columns of labels with values, rules that part some columns of a coloured table."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.page import glyph_at
from tests.pages.drawn import Rect, Rule, Words, grids_on, page_of, said_on

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


def test_tables_of_striped_rows_in_borders_end_where_their_borders_end() -> None:
    def table(top: float, value: str) -> tuple[list[Words], list[Rule], list[Rect]]:
        words: list[Words] = [
            (left, top + 3 + 14 * i, text)
            for i, row in enumerate((("年度", "目標値", "実績値"), ("R4", value, value), ("R5", value, value)))
            for left, text in zip((100.0, 250.0, 380.0), row, strict=True)
        ]
        rules = [(top, 50.0, 450.0), (top + 14, 50.0, 450.0), (top + 42, 50.0, 450.0)]
        return words, rules, [(49.5, top, 50.5, top + 42), (449.5, top, 450.5, top + 42)]

    upper, lower = table(100.0, "31"), table(172.0, "48")
    names: list[Words] = [(50.0, 84.0, "会員数（単位：人）"), (50.0, 156.0, "登録者数（単位：人）")]
    page = page_of([*names, *upper[0], *lower[0]], rules=[*upper[1], *lower[1]], boxes=[*upper[2], *lower[2]])
    assert [(name, text) for name, _, _, text in said_on(page)] == [
        (name, text) for name, text in (("会員数", "31"), ("登録者数", "48")) for _ in range(4)
    ]


def test_rows_set_far_apart_are_one_table() -> None:
    head = list(zip((54.0, 254.0, 404.0), (100.0,) * 3, ("指標", "現状値（R4）", "目標値（R9）"), strict=True))
    rows: list[Words] = [
        (left, 124.0 + 50 * i, text)
        for i, name in enumerate(NAMES)
        for left, text in zip((54.0, 264.0, 414.0), (name, f"{40 + i}人", f"{80 + i}人"), strict=True)
    ]
    said = said_on(page_of([*head, *rows], rules=[(96.0, 50.0, 500.0), (116.0, 50.0, 500.0)]))
    assert [text for *_, text in said] == [f"{value + i}人" for i in range(len(NAMES)) for value in (40, 80)]


def test_a_unit_in_a_cell_without_rules_is_in_the_column_of_units() -> None:
    xs, ys = (50.0, 130.0, 200.0, 250.0, 330.0, 410.0), (100.0, 120.0, 140.0, 160.0)
    rows = (
        ("指標", "", "単位", "現状（R4）", "目標（R9）"),
        ("健康寿命", "男性", "歳", "80.1", "81.5"),
        ("受診率", "", "％", "27.4", "45.0"),
    )
    words: list[Words] = [
        (x + 4, y + 4, text) for y, row in zip(ys, rows, strict=False) for x, text in zip(xs, row, strict=False) if text
    ]
    across: list[Rule] = [(y, xs[0], xs[-1]) for y in ys]
    sides: list[Rect] = [(x - 0.2, ys[0], x + 0.2, ys[-1]) for x in (xs[0], *xs[3:])]
    inner: list[Rect] = [(x - 0.2, ys[1], x + 0.2, ys[2]) for x in xs[1:3]]
    (grid,) = grids_on(page_of(words, rules=across, boxes=[*sides, *inner]))
    assert grid == [
        ["指標", "<", "単位", "現状（R4）", "目標（R9）"],
        ["健康寿命", "男性", "歳", "80.1", "81.5"],
        ["受診率", "<", "％", "27.4", "45.0"],
    ]


def test_rows_without_rules_that_date_the_columns_of_a_group() -> None:
    xs = (50.0, 250.0, 350.0, 450.0)
    rows = (
        ("指標", "基準値", "実績値", "目標値"),
        ("【目的１】仕事が増えている", "平成30年度", "令和４年度", "令和６年度"),
        ("会員事業所数", "16社", "97社", "130社"),
        ("【目的２】人々が訪れている", "平成30年", "令和４年", "令和６年"),
        ("延べ宿泊者数", "5万人", "7,254人", "10万人"),
    )
    words: list[Words] = [
        (x, 100.0 + 20 * i, text) for i, row in enumerate(rows) for x, text in zip(xs, row, strict=True)
    ]
    assert said_on(page_of(words)) == [
        ("会員事業所数", "baseline", "平成30年度", "16社"),
        ("会員事業所数", "actual", "令和４年度", "97社"),
        ("会員事業所数", "target", "令和６年度", "130社"),
        ("延べ宿泊者数", "baseline", "平成30年", "5万人"),
        ("延べ宿泊者数", "actual", "令和４年", "7,254人"),
        ("延べ宿泊者数", "target", "令和６年", "10万人"),
    ]


def _panel(left: float, name: str, year: str) -> tuple[list[Words], list[Rect]]:
    """A box around a title and two rows of three boxes."""
    cells: list[Rect] = [
        (left + 6 + 76 * col, 130.0 + 22 * row, left + 80 + 76 * col, 150.0 + 22 * row)
        for row in range(2)
        for col in range(3)
    ]
    texts = (f"基準値（R{year}）", "令和４年度", "目標値（R9）", "10", "20", "30")
    words: list[Words] = [(box[0] + 2, box[1] + 5, text) for box, text in zip(cells, texts, strict=True)]
    return [(left + 10, 112.0, name), *words], [(left, 106.0, left + 240, 180.0), *cells]


def test_panels_beside_each_other_are_two_tables() -> None:
    left, right = _panel(30.0, "都市公園の面積", "元"), _panel(300.0, "ごみの排出量", "２")
    said = said_on(page_of([*left[0], *right[0]], boxes=[*left[1], *right[1]]))
    assert [(name, text) for name, _, _, text in said] == [
        (name, text) for name in ("都市公園の面積", "ごみの排出量") for text in ("10", "20", "30")
    ]


def test_the_small_numbers_of_a_chart_are_no_row() -> None:
    xs = (50.0, 200.0, 300.0)
    rows = (("指標", "現状値（R4）", "目標値（R9）"), ("受診率（％）", "27.4", "30.1"), ("受講者数（人）", "91", "97"))
    words = [(x, 100.0 + 20 * i, text) for i, row in enumerate(rows) for x, text in zip(xs, row, strict=True)]
    page = page_of(words)
    small = [
        glyph_at(char, x + 3 * i, 170.0, x + 3 * i + 2.5, 175.0, 5.0) for x in xs[1:] for i, char in enumerate("27.4")
    ]
    charted = replace(page, glyphs=(*page.glyphs, *small))
    assert said_on(charted) == said_on(page)
    assert len(said_on(page)) == 4


def test_a_definition_in_smaller_type_is_no_part_of_the_name() -> None:
    xs, ys = (50.0, 230.0, 330.0, 430.0), (100.0, 120.0, 150.0)
    words: list[Words] = [
        (x + 4, y + 4, text)
        for y, row in zip(ys, (("指標", "現状（R4）", "目標（R9）"), ("犯罪発生件数", "571", "450")), strict=False)
        for x, text in zip(xs, row, strict=False)
    ]
    across: list[Rule] = [(y, xs[0], xs[-1]) for y in ys]
    sides: list[Rect] = [(x - 0.2, ys[0], x + 0.2, ys[-1]) for x in xs]
    page = page_of(words, rules=across, boxes=sides)
    small = [glyph_at(c, 54 + 6 * i, 137.0, 60 + 6 * i, 143.0, 6.0) for i, c in enumerate("市内で認知された件数")]
    said = said_on(replace(page, glyphs=(*page.glyphs, *small)))
    assert [(name, text) for name, _, _, text in said] == [("犯罪発生件数", "571"), ("犯罪発生件数", "450")]

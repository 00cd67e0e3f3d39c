"""Ruled tables that leave out the rules between some columns: heads side by side, parts of names, units behind names."""

from __future__ import annotations

from extract.page import Mark, PageContent
from tests.pages.drawn import Words, grids_on, page_of, row_at, said_on

Row = tuple[str, ...]


def _ruled(
    words: list[Words], xs: tuple[float, ...], ys: tuple[float, ...], also: list[Mark] | None = None
) -> PageContent:
    """A page of these words with whole rules at these places."""
    plain = page_of(words)
    across = [Mark(xs[0], y, xs[-1], y, True, False) for y in ys]
    upright = [Mark(x, ys[0], x, ys[-1], True, False) for x in xs]
    return PageContent(1, plain.width, plain.height, "none", plain.glyphs, (*across, *upright, *(also or [])))


def test_heads_side_by_side_make_columns_without_rules() -> None:
    xs = (60.0, 200.0, 290.0, 380.0, 480.0)
    rows: tuple[Row, ...] = (
        ("目標項目", "策定時（H25）", "中間（H30）", "最終（R5）", "目標値（R5）"),
        ("受診率", "9.8", "8.4", "7.9", "40.0"),
        ("精密検査受診率", "88.7", "集計中", "91.3", "100.0"),
    )
    words = [word for i, row in enumerate(rows) for word in row_at(105 + 20 * i, xs, row)]
    page = _ruled(words, (50.0, 190.0, 470.0, 560.0), (100.0, 120.0, 140.0, 160.0))
    assert grids_on(page) == [[list(row) for row in rows]]


def test_a_rule_that_begins_in_the_middle_of_a_column_parts_names() -> None:
    xs = (60.0, 150.0, 210.0)
    words = row_at(105, xs, ("項目", "", "目標値（R5）"))
    for i, row in enumerate((("受診率", "", "60"), ("", "男性", "130"), ("", "女性", "126"))):
        words += row_at(125 + 20 * i, xs, row)
    words.append((60.0, 155.0, "血圧"))
    lines = [Mark(140.0, 160.0, 300.0, 160.0, True, False)]
    page = _ruled(words, (50.0, 200.0, 300.0), (100.0, 120.0, 140.0, 180.0), lines)
    assert grids_on(page) == [
        [["項目", "<", "目標値（R5）"], ["受診率", "<", "60"], ["血圧", "男性", "130"], ["^", "女性", "126"]]
    ]


def test_units_behind_names_have_a_column_of_their_own() -> None:
    xs = (60.0, 170.0, 230.0)
    rows = (
        ("成果指標", "", "目標値（R5）"),
        ("出生数", "人", "－"),
        ("合計特殊出生率", "－", "1.5"),
        ("排出量", "ｇ", "940"),
    )
    words = [word for i, row in enumerate(rows) for word in row_at(105 + 20 * i, xs, row)]
    page = _ruled(words, (50.0, 220.0, 320.0), (100.0, 120.0, 140.0, 160.0, 180.0))
    assert grids_on(page) == [[["成果指標", "<", "目標値（R5）"], *map(list, rows[1:])]]


def test_words_side_by_side_in_a_cell_stay_together() -> None:
    xs = (60.0, 230.0)
    rows = (("指標", "目標値（R5）"), ("参加者数　　延べ", "120人"), ("満足度", "80％　　以上"))
    words = [word for i, row in enumerate(rows) for word in row_at(105 + 20 * i, xs, row)]
    page = _ruled(words, (50.0, 220.0, 320.0), (100.0, 120.0, 140.0, 160.0))
    assert [len(row) for row in grids_on(page)[0]] == [2, 2, 2]


def test_rows_of_kinds_in_one_box_are_cut_by_the_lines_that_name_them() -> None:
    xs = (60.0, 170.0, 230.0, 330.0, 430.0)
    words = row_at(105, xs, ("評価指標", "", "R元年度（策定時）", "R3年度", "R6年度"))
    for i, row in enumerate(
        (("目標", "", "29,000", "32,000"), ("実績", "28,410", "17,225", ""), ("達成率", "", "59.4%", ""))
    ):
        words += row_at(125 + 14 * i, xs[1:], row)
    words.append((60.0, 139.0, "利用者数（人）"))
    page = _ruled(words, (50.0, 160.0, 220.0, 320.0, 420.0, 520.0), (100.0, 120.0, 170.0))
    assert sorted(said_on(page)) == [
        ("利用者数（人）", "actual", "R3年度", "17,225"),
        ("利用者数（人）", "baseline", "R元年度", "28,410"),
        ("利用者数（人）", "target", "R3年度", "29,000"),
        ("利用者数（人）", "target", "R6年度", "32,000"),
    ]

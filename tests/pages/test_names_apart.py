"""Cells that hold the name of an indicator and below it its value."""

from __future__ import annotations

from tests.pages.drawn import Words, page_of, row_at, said_on
from tests.pages.grids import said

HEADER = ["施策", "令和５年度の実績", "令和10年度の目標", "担当課"]


def test_the_name_above_a_value_names_the_whole_row() -> None:
    rows = [
        HEADER,
        ["図書館の支援", "市立図書館の年間貸出冊数\n31万2,405冊", "33万冊", "生涯学習課"],
        ["^", "市民１人当たりの\n貸出冊数\n4.9冊", "5.2冊", "生涯学習課"],
        ["公民館の活用", "公民館の年間利用者\n8万6,140人", "10万人", "生涯学習課"],
        ["市史", "市史編さんの進み具合\n資料編の編集", "通史編の刊行", "文化財課"],
    ]
    assert [(name, kind, text) for name, kind, _, text in said(rows)] == [
        ("市立図書館の年間貸出冊数", "actual", "31万2,405冊"),
        ("市立図書館の年間貸出冊数", "target", "33万冊"),
        ("市民１人当たりの\n貸出冊数", "actual", "4.9冊"),
        ("市民１人当たりの\n貸出冊数", "target", "5.2冊"),
        ("公民館の年間利用者", "actual", "8万6,140人"),
        ("公民館の年間利用者", "target", "10万人"),
        ("市史編さんの進み具合", "actual", "資料編の編集"),
        ("市史編さんの進み具合", "target", "通史編の刊行"),
    ]


def test_years_below_values_and_values_of_named_indicators_stay_together() -> None:
    rows = [["指標", "現状値", "目標値"], ["受診率", "全体で\n31.2%", "40%"], ["満足度", "全体で\n60%", "70%"]]
    assert {name for name, *_ in said(rows)} == {"受診率", "満足度"}
    rows = [["施策", "現状値", "目標値"], ["受診率", "31.2%\n（R5年度）", "40%"], ["満足度", "60%\n（R4年度）", "70%"]]
    assert {name for name, *_ in said(rows)} == {"受診率", "満足度"}


def test_rules_part_rows_whose_values_begin_their_lines() -> None:
    xs = (60, 170, 380, 480)
    words: list[Words] = [*row_at(105, xs, HEADER)]
    rules = [(100.0, 50.0, 530.0), (122.0, 50.0, 530.0)]
    for i, (name, value, target) in enumerate([("貸出冊数", "4.9冊", "5.2冊"), ("利用者数", "86人", "99人")] * 2):
        top = 126.0 + 32 * i
        words += [
            *row_at(top, xs, ("", name, "", "")),
            *row_at(top + 8, xs, ("", "", target, "学習課")),
            *row_at(top + 16, xs, ("", value, "", "")),
        ]
        words += [] if i % 2 else [(60.0, top + 24, "図書館")]
        rules.append((top + 30, 50.0 if i % 2 else 165.0, 530.0))
    assert len(said_on(page_of(words, rules))) == 8

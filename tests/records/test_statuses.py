"""Status tables in other words and layouts, and lists of initiatives to come."""

from __future__ import annotations

import pytest

from extract.records.planned import starting_label
from tests.records.paper import At, Paper, read

COLUMNS = (90, 220, 80, 80)


def test_other_words_for_the_columns(paper: Paper) -> None:
    paper.text(50, 40, "基本方針1 くらしのデジタル化", size=16)
    rows = [
        ["施策分野", "具体的な取組", "着手年度", "担当課"],
        ["子育て", "電子母子手帳の\n導入", "令和5年度", "こども課"],
    ]
    found = read(paper.lines(50, 80, COLUMNS, rows)).statuses
    assert [(s.field, s.measure, s.initiative, s.started_label, s.mark) for s in found] == [
        ("基本方針1 くらしのデジタル化", "子育て", "電子母子手帳の導入", "令和5年度", "")
    ]


def test_a_merged_measure_counts_for_each_of_its_rows(paper: Paper) -> None:
    cells = [At(0, 0, "施策"), At(0, 1, "取組内容"), At(0, 2, "開始時期"), At(0, 3, "進捗管理")]
    cells += [At(1, 0, "防災", row_span=2), At(1, 1, "水位計"), At(1, 2, "R4\nR6"), At(1, 3, "〇")]
    cells += [At(2, 1, "防災アプリ"), At(2, 2, "一部稼働\n（配信）"), At(2, 3, "")]
    found = read(paper.table(50, 80, COLUMNS, (22, 34, 34), cells)).statuses
    assert [(s.measure, s.initiative, s.started_label, s.mark) for s in found] == [
        ("防災", "水位計", "R4 R6", "〇"),
        ("防災", "防災アプリ", "一部稼働（配信）", ""),
    ]


def test_a_row_across_the_table_names_the_measure(paper: Paper) -> None:
    cells = [At(0, 0, "取組内容"), At(0, 1, "開始年度"), At(0, 2, "進捗状況"), At(1, 0, "1 学校教育", col_span=3)]
    cells += [At(2, 0, "1人1台端末"), At(2, 1, "R2"), At(2, 2, "実施中")]
    (status,) = read(paper.table(50, 80, (250, 80, 80), (22, 22, 22), cells)).statuses
    assert (status.measure, status.initiative, status.mark) == ("1 学校教育", "1人1台端末", "実施中")


def test_a_table_goes_on_without_its_header(paper: Paper) -> None:
    paper.text(50, 40, "2 行政運営", size=16)
    paper.lines(
        50, 80, COLUMNS, [["施策", "取組内容", "開始時期", "進捗管理"], ["手続", "電子申請", "R3", "〇"]]
    ).next_page()
    paper.lines(50, 60, COLUMNS, [["手続", "電子入札", "R4", ""], ["業務", "RPA", "R5", "〇"]])
    found = read(paper).statuses
    assert [(s.page, s.field, s.initiative) for s in found] == [
        (1, "2 行政運営", "電子申請"),
        (2, "2 行政運営", "電子入札"),
        (2, "2 行政運営", "RPA"),
    ]


def test_a_table_of_other_columns_is_no_continuation(paper: Paper) -> None:
    paper.lines(
        50, 80, COLUMNS, [["施策", "取組内容", "開始時期", "進捗管理"], ["手続", "電子申請", "R3", "〇"]]
    ).next_page()
    paper.lines(50, 60, (60, 60, 60, 60), [["あ", "い", "う", "え"], ["か", "き", "く", "け"]])
    assert len(read(paper).statuses) == 1


def test_every_status_has_the_box_of_its_row(paper: Paper) -> None:
    rows = [["施策", "取組内容", "開始時期", "進捗管理"], ["手続", "電子申請", "R3", "〇"]]
    (status,) = read(paper.lines(50, 80, COLUMNS, rows)).statuses
    assert status.box is not None
    assert (round(status.box.x0), round(status.box.top), round(status.box.x1)) == (140, 101, 520)


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("実現に向けた動きを始める事業（令和7年度〜）", "令和7年度〜"),
        ("今後の取組(令和８年度以降)", "令和８年度以降"),
        ("2026年度から実施する施策", "2026年度から"),
        ("令和7年度の事業", ""),
        ("令和7年度以降の人口", ""),
        ("今後の取組", ""),
        ("令和7年度から実施する事業を次に示します。", ""),
    ],
)
def test_a_heading_announces_initiatives_only_with_the_year_they_begin(heading: str, label: str) -> None:
    assert starting_label(heading) == label


def test_a_list_of_initiatives_to_come(paper: Paper) -> None:
    paper.text(50, 40, "今後の取組（令和8年度〜）", size=16)
    paper.text(50, 80, "防災", size=13).text(60, 100, "● 避難所の混雑を知らせる仕組みの", size=10).text(
        70, 114, "検討", size=10
    )
    paper.text(60, 130, "● ドローンの活用", size=10).text(50, 160, "福祉", size=13).text(60, 180, "● 見守り", size=10)
    paper.text(50, 220, "関連する計画", size=16).text(60, 250, "● 総合計画", size=10)
    found = read(paper).statuses
    assert [(s.measure, s.initiative) for s in found] == [
        ("防災", "避難所の混雑を知らせる仕組みの検討"),
        ("防災", "ドローンの活用"),
        ("福祉", "見守り"),
    ]
    assert {(s.field, s.started_label, s.mark) for s in found} == {("今後の取組（令和8年度〜）", "令和8年度〜", "")}

"""Projects in cards, lists and tables of other words and layouts, and their year plans."""

from __future__ import annotations

import pytest

from tests.records.paper import BLUE, At, Paper, read

YEARS = ["以前", "R3", "R4", "R5", "R6", "以降"]
PLAN = (70, *(60 for _ in YEARS))


def card(number: str, *, bars: list[At]) -> list[At]:
    """A card of four rows and seven columns: number, name and department, content, years, bars."""
    head = [
        At(0, 0, number),
        At(0, 1, "新規"),
        At(0, 2, "電子入札の構築", col_span=2),
        At(0, 4, "担当課"),
        At(0, 5, "契 約 課", col_span=2),
    ]
    content = [At(1, 0, "事業内容"), At(1, 1, "入札を電子化\nします。", col_span=6)]
    years = [At(2, 0, "年 次\n計 画", row_span=2), *(At(2, col, year) for col, year in enumerate(YEARS, 1))]
    return [*head, *content, *years, *bars]


def test_a_card_with_its_bars_in_merged_cells(paper: Paper) -> None:
    bars = [
        At(3, 1, ""),
        At(3, 2, "検 討", fill=BLUE),
        At(3, 3, "開発", col_span=2, fill=BLUE),
        At(3, 5, "運用", col_span=2, fill=BLUE),
    ]
    reading = read(paper.table(50, 80, PLAN, (22, 40, 22, 30), card("No. 47", bars=bars)))
    (project,) = reading.projects
    assert (
        project.project_no,
        project.name,
        project.category,
        project.department,
        project.description,
        project.place,
    ) == (
        "47",
        "電子入札の構築",
        "新規",
        "契約課",
        "入札を電子化します。",
        "card",
    )
    assert [(p.label, p.first_label, p.last_label, p.confidence) for p in reading.phases] == [
        ("検討", "R3", "R3", 1.0),
        ("開発", "R4", "R5", 1.0),
        ("運用", "R6", "以降", 1.0),
    ]


def test_bars_are_drawn_over_cells_that_rules_part(paper: Paper) -> None:
    blank = [At(3, col, "") for col in range(1, 7)]
    paper.table(50, 80, PLAN, (22, 40, 22, 30), card("No. 8", bars=blank))
    paper.box(182, 168, 296, 190, fill=BLUE).text(200, 172, "システム構築").box(304, 168, 538, 190, fill=BLUE).text(
        400, 172, "運用"
    )
    assert [(p.label, p.first_label, p.last_label) for p in read(paper).phases] == [
        ("システム構築", "R3", "R4"),
        ("運用", "R5", "以降"),
    ]


def test_an_arrow_and_a_coloured_cell_go_on_with_the_bar_before(paper: Paper) -> None:
    bars = [
        At(3, 1, "運用"),
        At(3, 2, "→"),
        At(3, 3, "更新", fill=BLUE),
        At(3, 4, "", fill=BLUE),
        At(3, 5, ""),
        At(3, 6, ""),
    ]
    phases = read(paper.table(50, 80, PLAN, (22, 40, 22, 30), card("No. 8", bars=bars))).phases
    assert [(p.label, p.first_label, p.last_label) for p in phases] == [("運用", "以前", "R3"), ("更新", "R4", "R5")]


def test_a_coloured_bar_without_a_label_goes_to_review(paper: Paper) -> None:
    bars = [At(3, 1, ""), At(3, 2, "", fill=BLUE), At(3, 3, ""), At(3, 4, ""), At(3, 5, ""), At(3, 6, "")]
    reading = read(paper.table(50, 80, PLAN, (22, 40, 22, 30), card("No. 8", bars=bars)))
    assert (reading.phases, [note.reason for note in reading.review]) == ([], ["bar_without_label"])


def test_a_bar_that_ends_in_the_middle_of_a_year_is_doubtful(paper: Paper) -> None:
    blank = [At(3, col, "") for col in range(1, 7)]
    paper.table(50, 80, PLAN, (22, 40, 22, 30), card("No. 8", bars=blank))
    paper.box(182, 168, 274, 190, fill=BLUE).text(200, 172, "検討")
    (phase,) = read(paper).phases
    assert phase.confidence < 0.9


def test_a_card_with_every_text_beside_a_label_and_its_plan_in_a_box_of_its_own(paper: Paper) -> None:
    cells = [At(0, 0, "事業番号"), At(0, 1, "3-1"), At(0, 2, "事業名"), At(0, 3, "図書館の電子化")]
    cells += [At(1, 0, "所管課"), At(1, 1, "中央図書館"), At(1, 2, "区分"), At(1, 3, "拡充")]
    cells += [At(2, 0, "事業概要"), At(2, 1, "電子図書を増やします。", col_span=3)]
    paper.table(50, 80, (70, 140, 70, 160), (22, 22, 22), cells)
    plan = [At(0, col, year) for col, year in enumerate(["令和6年度", "令和7年度", "令和8年度"])]
    paper.table(50, 180, (140, 140, 140), (22, 24), [*plan, At(1, 0, "準備"), At(1, 1, "実施", col_span=2)])
    reading = read(paper)
    (project,) = reading.projects
    assert (project.project_no, project.name, project.category, project.department, project.description) == (
        "3-1",
        "図書館の電子化",
        "拡充",
        "中央図書館",
        "電子図書を増やします。",
    )
    assert [(p.project_no, p.label, p.first_label, p.last_label) for p in reading.phases] == [
        ("3-1", "準備", "令和6年度", "令和6年度"),
        ("3-1", "実施", "令和7年度", "令和8年度"),
    ]


def test_figures_under_the_years_of_a_card_are_no_phases(paper: Paper) -> None:
    rows = [
        *card(
            "No. 8",
            bars=[At(3, 1, ""), At(3, 2, "10回"), At(3, 3, "12回"), At(3, 4, "-"), At(3, 5, "実施", col_span=2)],
        )
    ]
    rows += [At(4, 0, "評価"), *(At(4, col, "A") for col in range(1, 7))]
    reading = read(paper.table(50, 80, PLAN, (22, 40, 22, 30, 22), rows))
    assert ([p.label for p in reading.phases], reading.review) == (["実施"], [])


def test_a_table_of_ratings_below_a_card_is_no_plan(paper: Paper) -> None:
    bars = [At(3, 1, ""), At(3, 2, "検討", col_span=2), At(3, 4, "運用", col_span=3)]
    paper.table(50, 80, PLAN, (22, 40, 22, 30), card("No. 8", bars=bars))
    paper.lines(50, 250, (80, 60, 60, 60), [["評価", "R3", "R4", "R5"], ["担当課", "A", "B", "A"]])
    assert [p.label for p in read(paper).phases] == ["検討", "運用"]


@pytest.mark.parametrize(
    "headings",
    [
        ("1 くらし", "(1) 安全", "① 防災"),
        ("基本方針1 くらし", "施策の柱1 安全", "(1) 防災"),
        ("Ⅰ くらし", "1 安全", "(1) 防災"),
    ],
)
def test_a_list_stands_under_its_policies(paper: Paper, headings: tuple[str, str, str]) -> None:
    paper.text(50, 40, "第3章 事業の一覧", size=18)
    for top, heading, size in zip((70, 100, 130), headings, (16, 14, 12), strict=True):
        paper.text(50, top, heading, size=size)
    paper.lines(50, 160, (40, 300, 60), [["No.", "事業名", "区分"], ["1", "防災情報システムの運用", "継続"]])
    (project,) = read(paper).projects
    assert ((project.pillar, project.policy, project.sub_policy), project.place) == (headings, "list")


def test_policies_hold_over_pages_and_end_with_the_next(paper: Paper) -> None:
    paper.text(50, 40, "1 くらし", size=16).text(50, 70, "(1) 安全", size=14)
    paper.lines(50, 100, (40, 300, 60), [["No.", "事業名", "区分"], ["1", "防災", "継続"]]).next_page()
    paper.lines(50, 60, (40, 300, 60), [["2", "防犯", "新規"]])
    paper.text(50, 100, "(2) 健康", size=14).lines(
        50, 130, (40, 300, 60), [["No.", "事業名", "区分"], ["3", "健診", "変更"]]
    )
    found = read(paper).projects
    assert [(p.project_no, p.pillar, p.policy) for p in found] == [
        ("1", "1 くらし", "(1) 安全"),
        ("2", "1 くらし", "(1) 安全"),
        ("3", "1 くらし", "(2) 健康"),
    ]


def test_a_section_is_no_policy(paper: Paper) -> None:
    paper.text(50, 40, "4 継続事業の概要", size=16)
    paper.lines(
        50, 80, (40, 120, 200, 80), [["No.", "事業名", "事業内容", "担当課"], ["1", "防災", "備えます。", "危機管理課"]]
    )
    (project,) = read(paper).projects
    assert (project.pillar, project.place, project.department) == ("", "table", "危機管理課")


def test_a_row_across_the_list_is_a_policy(paper: Paper) -> None:
    cells = [At(0, 0, "No."), At(0, 1, "事業名"), At(0, 2, "区分"), At(1, 0, "(1) 安全・安心", col_span=3)]
    cells += [
        At(2, 0, "1"),
        At(2, 1, "防災"),
        At(2, 2, "継続"),
        At(3, 0, "(2) 健康", col_span=3),
        At(4, 0, "2"),
        At(4, 1, "健診"),
        At(4, 2, "新規"),
    ]
    found = read(paper.table(50, 80, (40, 300, 60), (22,) * 5, cells)).projects
    assert [(p.project_no, p.pillar) for p in found] == [("1", "(1) 安全・安心"), ("2", "(2) 健康")]


def test_a_row_without_a_number_goes_to_review(paper: Paper) -> None:
    rows = [["No.", "事業名", "事業内容", "担当課"], ["1", "防災", "備えます。", "危機管理課"], ["", "計", "2事業", ""]]
    reading = read(paper.lines(50, 80, (40, 120, 200, 80), rows))
    assert [p.project_no for p in reading.projects] == ["1"]
    assert [(note.reason, note.text) for note in reading.review] == [("project_without_number", "計 | 2事業")]


def test_a_table_of_projects_by_year_has_phases_but_no_figures(paper: Paper) -> None:
    cells = [At(0, col, text) for col, text in enumerate(["No.", "事業名", "担当課", "R6", "R7", "R8"])]
    cells += [At(1, 0, "1"), At(1, 1, "電子申請"), At(1, 2, "情報課"), At(1, 3, "検討"), At(1, 4, "構築", col_span=2)]
    cells += [At(2, 0, "2"), At(2, 1, "講座"), At(2, 2, "公民館"), At(2, 3, "10回"), At(2, 4, "12回"), At(2, 5, "15回")]
    reading = read(paper.table(50, 80, (40, 150, 80, 60, 60, 60), (22, 22, 22), cells))
    assert [(p.project_no, p.label, p.first_label, p.last_label) for p in reading.phases] == [
        ("1", "検討", "R6", "R6"),
        ("1", "構築", "R7", "R8"),
    ]


def test_a_table_of_measures_is_no_table_of_projects(paper: Paper) -> None:
    paper.lines(50, 80, (40, 300, 60), [["No.", "施策名", "区分"], ["1-1", "子育て支援アプリ", "継続"]])
    assert read(paper).projects == []

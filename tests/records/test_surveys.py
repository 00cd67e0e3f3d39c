"""Survey overviews in other words, and lying on their side."""

from __future__ import annotations

from tests.records.paper import At, Paper, read


def test_merged_targets_and_methods_count_for_each_row(paper: Paper) -> None:
    cells = [
        At(0, col, text) for col, text in enumerate(["区分", "年度", "調査対象", "抽出方法", "配布数", "有効回答数"])
    ]
    cells += [
        At(1, 0, "市民\nアンケート", row_span=2),
        At(1, 1, "R 1"),
        At(1, 2, "16歳以上", row_span=2),
        At(1, 3, "無作為\n抽出", row_span=2),
    ]
    cells += [At(1, 4, "3,000"), At(1, 5, "1,114"), At(2, 1, "H26"), At(2, 4, "計27校"), At(2, 5, "970")]
    found = read(paper.table(50, 80, (80, 50, 90, 100, 60, 70), (22, 22, 22), cells)).surveys
    assert [(s.survey, s.year_label, s.target, s.method, s.sent, s.valid) for s in found] == [
        ("市民アンケート", "R1", "16歳以上", "無作為抽出", "3,000", "1,114"),
        ("市民アンケート", "H26", "16歳以上", "無作為抽出", "計27校", "970"),
    ]


def test_the_heads_may_stand_on_the_left(paper: Paper) -> None:
    paper.text(50, 40, "市民意識調査（令和5年度）", size=16)
    rows = [
        ["調査対象", "市内に住む18歳以上の方"],
        ["調査方法", "郵送"],
        ["調査期間", "令和5年6月"],
        ["配布数", "2,000件"],
        ["有効回収数", "850件"],
    ]
    (survey,) = read(paper.lines(50, 80, (100, 250), rows)).surveys
    assert (survey.survey, survey.year_label, survey.sent, survey.valid) == (
        "市民意識調査（令和5年度）",
        "令和5年6月",
        "2,000件",
        "850件",
    )


def test_the_heading_gives_the_year_where_the_table_has_none(paper: Paper) -> None:
    paper.text(50, 40, "【令和4年度 職員アンケート】", size=12)
    (survey,) = read(
        paper.lines(50, 80, (150, 80, 80), [["対象者", "配布数", "回答数"], ["全職員", "500", "412"]])
    ).surveys
    assert (survey.survey, survey.year_label) == ("【令和4年度 職員アンケート】", "令和4年度")


def test_a_table_of_results_is_no_overview(paper: Paper) -> None:
    assert read(paper.lines(50, 80, (150, 80, 80), [["回答", "件数", "割合"], ["満足", "500", "41%"]])).surveys == []

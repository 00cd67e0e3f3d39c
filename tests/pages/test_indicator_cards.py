"""Boxes of one indicator each: name, 現状 and 目標 with their values and years, in the ways that such cards are set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.model import PrintedFigure
from extract.reading import read_pdf
from tests.records.paper import BLUE, Paper

Figure = tuple[str, str, str, str]
Draw = Callable[[Paper, float, float, str, str, str], object]
CARDS = (
    ("緑被率", "31.4％", "32％以上"),
    ("12歳児のむし歯の本数", "0.62本", "減少"),
    ("公園の愛護会の数", "―", "45団体"),
    ("講座の受講者数", "1,218人", "1,800人"),
)
WIDTH, HEIGHT = 150, 90


def below(paper: Paper, x: float, top: float, name: str, now: str, goal: str) -> None:
    """Labels over the values, years in brackets below them."""
    paper.text(x + 6, top + 6, name, 9).text(x + 20, top + 32, "現状", 7).text(x + 95, top + 32, "目標", 7)
    paper.text(x + 15, top + 44, now, 13).text(x + 68, top + 46, "⇒", 10).text(x + 88, top + 44, goal, 13)
    paper.text(x + 12, top + 64, "（R4年度）", 7).text(x + 88, top + 64, "（R16年度）", 7).text(
        x + 6, top + 78, "出典：市民調査", 6
    )


def beside(paper: Paper, x: float, top: float, name: str, now: str, goal: str) -> None:
    """Labels with their year to the left of the values."""
    paper.text(x + 6, top + 6, name, 9).text(x + 6, top + 34, "現状（R4年度）", 7).text(x + 80, top + 30, now, 12)
    paper.text(x + 70, top + 48, "▼", 8).text(x + 6, top + 64, "目標（R16年度）", 7).text(x + 80, top + 60, goal, 12)


def in_line(paper: Paper, x: float, top: float, name: str, now: str, goal: str) -> None:
    """Label, colon and value in one line each, and the department."""
    paper.text(x + 6, top + 6, name, 9).text(x + 6, top + 30, f"現状値：{now}（R4年度）", 8)
    paper.text(x + 6, top + 48, f"目標値：{goal}（R16年度）", 8).text(x + 6, top + 66, "担当課：環境課", 7)


LAYOUTS: dict[str, tuple[Draw, bool]] = {
    "coloured, labels over values": (below, True),
    "framed, labels over values": (below, False),
    "coloured, labels beside values": (beside, True),
    "framed, labels with colons": (in_line, False),
}
"""What a card looks like → how to draw it, and whether it is a coloured box or a frame."""


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("name", LAYOUTS)
def test_every_card_states_its_own_values(name: str, columns: int, tmp_path: Path) -> None:
    draw, coloured = LAYOUTS[name]
    paper = titled(tmp_path)
    for number, card in enumerate(CARDS):
        x, top = 40 + (WIDTH + 10) * (number % columns), 90 + (HEIGHT + 10) * (number // columns)
        draw(paper.box(x, top, x + WIDTH, top + HEIGHT, BLUE if coloured else None), x, top, *card)
    figures = read_pdf(paper.save()).figures
    expected = [
        (card, kind, text, year)
        for card, now, goal in CARDS
        for kind, text, year in (("baseline", now, "R4"), ("target", goal, "R16"))
    ]
    assert [stated(figure) for figure in figures] == expected
    assert all(figure.confidence >= 0.9 for figure in figures)


def test_the_rows_of_a_card_are_parts_of_its_indicator(tmp_path: Path) -> None:
    paper = titled(tmp_path).box(40, 90, 280, 200, BLUE).text(46, 96, "適正体重を維持している人の割合", 9)
    for top, part, now, goal in ((120, "男性", "61.4％", "66％"), (160, "女性", "59.0％", "68％")):
        paper.text(46, top + 14, part, 8).text(100, top, "現状", 7).text(200, top, "目標", 7)
        paper.text(95, top + 12, now, 12).text(195, top + 12, goal, 12).text(95, top + 28, "（R4）", 6).text(
            195, top + 28, "（R16）", 6
        )
    assert [stated(figure)[:3] for figure in read_pdf(paper.save()).figures] == [
        ("適正体重を維持している人の割合（男性）", "baseline", "61.4％"),
        ("適正体重を維持している人の割合（男性）", "target", "66％"),
        ("適正体重を維持している人の割合（女性）", "baseline", "59.0％"),
        ("適正体重を維持している人の割合（女性）", "target", "68％"),
    ]


def test_values_of_several_years_stand_below_their_years(tmp_path: Path) -> None:
    paper = (
        titled(tmp_path).box(40, 90, 540, 180, BLUE).text(46, 96, "観光入込客数", 10).text(400, 97, "所管：観光課", 7)
    )
    paper.text(60, 120, "基準値（2018年）", 7).text(250, 120, "実績値", 7).text(460, 120, "目標値（2026年）", 7)
    paper.text(60, 135, "182万人", 11).text(460, 135, "200万人", 11)
    for x, year, value in ((180, "2021年", "96万人"), (250, "2022年", "141万人"), (320, "2023年", "176万人")):
        paper.text(x, 135, year, 7).text(x, 150, value, 9)
    figures = read_pdf(paper.save()).figures
    assert [stated(figure)[1:] for figure in figures] == [
        ("baseline", "182万人", "2018年"),
        ("actual", "96万人", "2021年"),
        ("actual", "141万人", "2022年"),
        ("actual", "176万人", "2023年"),
        ("target", "200万人", "2026年"),
    ]
    assert {(figure.indicator, figure.department) for figure in figures} == {("観光入込客数", "観光課")}


@pytest.mark.parametrize(
    ("legend", "rule", "published"),
    [("目標（現状 ▼ 目標）", "kinds-from-legend", True), ("目標値", "sides-of-an-arrow", False)],
)
def test_cards_without_labels_have_the_kinds_of_a_legend_or_go_to_a_person(
    legend: str, rule: str, published: bool, tmp_path: Path
) -> None:
    paper = Paper(tmp_path / "a.pdf").text(40, 40, legend, 13)
    for x, name, now, goal in ((40, "緑被率", "31.4％", "32％"), (200, "むし歯のない３歳児の割合", "88.9％", "増加")):
        paper.box(x, 90, x + 140, 190, BLUE).text(x + 10, 96, name, 9).text(x + 40, 118, now, 11).text(
            x + 40, 134, "（平成26年）", 6
        )
        paper.text(x + 50, 146, "▼", 8).text(x + 40, 158, goal, 13).text(x + 40, 176, "（平成32年）", 6)
    figures = read_pdf(paper.save()).figures
    assert [stated(figure) for figure in figures] == [
        ("緑被率", "baseline", "31.4％", "平成26年"),
        ("緑被率", "target", "32％", "平成32年"),
        ("むし歯のない３歳児の割合", "baseline", "88.9％", "平成26年"),
        ("むし歯のない３歳児の割合", "target", "増加", "平成32年"),
    ]
    assert all(rule in figure.rules and (figure.confidence >= 0.9) is published for figure in figures)


def test_white_cards_on_a_coloured_ground_and_several_in_one_box(tmp_path: Path) -> None:
    paper = (
        titled(tmp_path).box(30, 80, 560, 190, BLUE).box(40, 90, 190, 180, (1, 1, 1)).box(200, 90, 350, 180, (1, 1, 1))
    )
    below(paper, 40, 90, "緑被率", "31.4％", "32％")
    below(paper, 200, 90, "公園の数", "18か所", "20か所")
    paper.box(40, 300, 350, 400, BLUE)
    below(paper, 40, 300, "樹木の数", "128本", "130本")
    below(paper, 200, 300, "花壇の数", "7か所", "9か所")
    names = [figure.indicator for figure in read_pdf(paper.save()).figures]
    assert names == [name for name in ("緑被率", "公園の数", "樹木の数", "花壇の数") for _ in range(2)]


def test_a_short_name_behind_a_number_is_no_figure(tmp_path: Path) -> None:
    paper = titled(tmp_path).box(40, 80, 190, 170, BLUE).box(200, 80, 350, 170, BLUE)
    below(paper, 40, 80, "4　消防団員数", "214人", "230人")
    below(paper, 200, 80, "5　耐震化された住宅の割合", "92.3％", "95.0％")
    names = {figure.indicator for figure in read_pdf(paper.save()).figures}
    assert {name.lstrip("45 　") for name in names} == {"消防団員数", "耐震化された住宅の割合"}


def test_a_table_on_a_coloured_ground_is_no_card(tmp_path: Path) -> None:
    paper = titled(tmp_path).box(40, 80, 500, 170, BLUE).text(46, 84, "環境の指標", 9)
    rows = (("", "現状値（R4）", "目標値（R16）"), ("緑被率", "31.4％", "32％"), ("公園の数", "18か所", "20か所"))
    for number, row in enumerate(rows):
        for x, text in zip((46, 250, 380), row, strict=True):
            paper.text(x, 104 + 20 * number, text)
    figures = read_pdf(paper.save()).figures
    assert [(figure.indicator, figure.raw_text) for figure in figures] == [
        (row[0], text) for row in rows[1:] for text in row[1:]
    ]


def test_a_box_of_texts_under_present_state_and_aim_is_no_card(tmp_path: Path) -> None:
    paper = titled(tmp_path).box(40, 80, 500, 170, BLUE).text(46, 84, "施策１　緑を守る", 9)
    paper.text(46, 110, "現状", 8).text(46, 124, "樹林地が減っている", 8).text(280, 110, "目標", 8).text(
        280, 124, "緑あふれるまち", 8
    )
    paper.text(46, 150, "担当：3課", 7)
    assert not read_pdf(paper.save()).figures


def titled(folder: Path) -> Paper:
    """A page with a heading."""
    return Paper(folder / "a.pdf").text(40, 40, "第２章　数値目標", 13)


def stated(figure: PrintedFigure) -> Figure:
    """Indicator, kind, value without its bracket, and year."""
    value, _, inside = figure.raw_text.partition("（")
    year = figure.period.text if figure.period else inside.rstrip("）")
    return figure.indicator, figure.kind, value.strip(), year.removesuffix("年度")

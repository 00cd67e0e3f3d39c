"""Tables that only rules between columns and a frame part: rows are told by their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.rows_by_spacing import BodyLine, row_groups
from tests.pages.drawn import Rect, Rule, Words, page_of, row_at, said_on

XS = (60, 260, 350)


def framed(words: list[Words], bottom: float) -> list[tuple[str, str, str, str]]:
    """What is said of words within a frame and two rules between columns."""
    edges: list[Rect] = [(x, 100.0, x + 0.5, bottom) for x in (55.0, 250.0, 340.0, 420.0)]
    rules: list[Rule] = [(100.0, 55.0, 420.0), (bottom, 55.0, 420.0)]
    return said_on(page_of(words, rules, edges))


def test_a_header_again_over_each_group_within_one_tall_row() -> None:
    words: list[Words] = []
    for i, group in enumerate(("基本目標１　しごとをつくる", "基本目標２　人の流れをつくる")):
        top = 104.0 + 90 * i
        words += [
            (60.0, top, group),
            *row_at(top + 20, XS, ("活動指標", "現況値", "目標")),
            *row_at(top + 32, XS, ("", "2019", "2024")),
        ]
        words += [
            *row_at(top + 52, XS, ("創業の件数", f"14{i}件", f"20{i}件")),
            *row_at(top + 70, XS, ("移住者の数", f"16{i}人", f"18{i}人")),
        ]
    said = framed(words, 290.0)
    assert [part[1:] for part in said if part[0] == "創業の件数"] == [
        ("baseline", "2019", "140件"),
        ("target", "2024", "200件"),
        ("baseline", "2019", "141件"),
        ("target", "2024", "201件"),
    ]


def line(top: float, *, anchor: bool = True, named: bool = True) -> BodyLine:
    """A line ten points high."""
    return BodyLine(top, top + 10, anchor, named, False)


GROUPS: dict[str, tuple[list[BodyLine], list[list[int]]]] = {
    "wide gaps about a row of a group": (
        [line(0, anchor=False), line(22), line(34), line(46, anchor=False), line(58), line(80)],
        [[0], [1], [2], [3], [4], [5]],
    ),
    "values about the line of their name": (
        [line(0), line(30, named=False), line(36), line(42, named=False), line(72)],
        [[0], [1, 2, 3], [4]],
    ),
    "values below each other": (
        [line(0), line(12, named=False), line(40), line(52, named=False)],
        [[0], [1], [2], [3]],
    ),
}


def test_names_beside_values_and_their_years_are_rows_within_a_band() -> None:
    lines = [
        part
        for top in (0, 36, 72)
        for part in (line(top, named=False), line(top + 6, anchor=False), line(top + 13, anchor=False, named=False))
    ]
    lines = [replace(part, hangs=i % 3 == 2) for i, part in enumerate(lines)]
    assert row_groups(lines, []) == [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
    assert row_groups([*lines[:6], line(140), line(170)], [120.0, 160.0]) == [[0, 1, 2], [3, 4, 5], [6], [7]]


@pytest.mark.parametrize("name", GROUPS)
def test_which_lines_are_one_row(name: str) -> None:
    lines, rows = GROUPS[name]
    assert row_groups(lines, []) == rows

"""Charts and coloured bars are no tables: what stands beside them is read as if they were not there."""

from __future__ import annotations

import itertools

from extract.page import Mark
from tests.pages.drawn import Words, page_of, row_at, said_on

SCALE = ("920", "900", "880", "860", "840", "820")
POINTS = ((320.0, "898"), (380.0, "892"), (425.0, "885"), (500.0, "863"))
HEADS, EDGES = (55.0, 125.0, 205.0), (50.0, 120.0, 200.0, 270.0)


def _table(top: float) -> tuple[list[Words], list[tuple[float, float, float, float]]]:
    rows = (("区分", "年度", "数値（ｇ）"), ("基準値", "令和元年度", "898"), ("目標値", "令和７年度", "840以下"))
    words = [word for i, row in enumerate(rows) for word in row_at(top + 20 * i, HEADS, row)]
    boxes = [
        (left, top - 4 + 20 * row, right, top + 16 + 20 * row)
        for row in range(3)
        for left, right in itertools.pairwise(EDGES)
    ]
    return words, boxes


def _chart(top: float) -> list[Words]:
    """A scale, its legend and the points of a course."""
    scale: list[Words] = [(290.0, top + 18 * i, mark) for i, mark in enumerate(SCALE)]
    points: list[Words] = [(x, top + 10 + 12 * i, text) for i, (x, text) in enumerate(POINTS)]
    return [(285.0, top - 14, "（ｇ）"), *row_at(top - 10, (420.0, 480.0), ("実績", "目標")), *scale, *points]


EXPECTED = [("ごみの排出量", "baseline", "令和元年度", "898"), ("ごみの排出量", "target", "令和７年度", "840以下")]


def test_a_chart_beside_a_table_states_nothing() -> None:
    words, boxes = _table(140.0)
    page = page_of([(50.0, 100.0, "ごみの排出量"), *words, *_chart(130.0)], boxes=boxes)
    assert said_on(page) == EXPECTED


def test_lines_that_run_through_numbers_are_those_of_a_chart() -> None:
    words, boxes = _table(140.0)
    page = page_of([(50.0, 100.0, "ごみの排出量"), *words, *_chart(130.0)], boxes=boxes)
    across = [Mark(310.0, at, 560.0, at, True, False) for at in range(115, 240, 20)]
    upright = [Mark(x, 115.0, x, 235.0, True, False) for x in (310.0, 325.0, 385.0, 445.0, 505.0, 560.0)]
    drawn = type(page)(page.number, page.width, page.height, "none", page.glyphs, (*page.marks, *across, *upright))
    assert said_on(drawn) == EXPECTED


def test_coloured_bars_right_below_each_other_are_headings() -> None:
    words, boxes = _table(140.0)
    bars = [(50.0, 78.0, 400.0, 95.0), (50.0, 97.0, 400.0, 114.0)]
    heads = [(55.0, 82.0, "基本目標１　循環のまち"), (55.0, 101.0, "指標1-1　ごみの排出量")]
    said = said_on(page_of([*heads, *words], boxes=[*bars, *boxes]))
    assert [(name.split()[-1], *rest) for name, *rest in said] == EXPECTED

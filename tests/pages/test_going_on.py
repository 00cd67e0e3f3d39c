"""Tables that go on over a page without a header, with one column more or less for the parts of names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.grid import Grid
from extract.tables.context import Context
from extract.tables.going_on import carried_to
from extract.tables.read import read_table
from tests.pages.grids import grid_of

PLAIN = [["番号", "項目", "単位", "目標値R8", "実績値R4"], ["1", "会員数", "人", "600", "523"]]
PARTED = [
    ["番号", "項目", "<", "単位", "目標値R8", "実績値R4"],
    ["1", "受診率", "子宮頸がん", "％", "50", "17.9"],
    ["^", "^", "乳がん", "^", "60", "20.0"],
    ["2", "認知度", "<", "％", "80", "71.2"],
]
EDGES = {5: (0.0, 30.0, 200.0, 250.0, 330.0, 410.0), 6: (0.0, 30.0, 140.0, 200.0, 250.0, 330.0, 410.0)}


def _placed(rows: list[list[str]], shift: float = 0.0) -> Grid:
    return replace(grid_of(rows), xs=tuple(x + shift for x in EDGES[len(rows[0])]))


def _said(first: Grid, second: Grid) -> list[tuple[str, str, str, str]]:
    carried = carried_to(second, read_table(first, Context()).carried, first.xs, exact=True)
    assert carried is not None
    found = read_table(second, Context(), carried).figures
    return [(f.indicator, f.kind, f.raw_text, f.unit.text if f.unit else "") for f in found]


def test_parts_get_a_column_of_their_own_on_the_next_page() -> None:
    assert _said(_placed(PLAIN), _placed(PARTED[1:], 3.0)) == [
        ("受診率（子宮頸がん）", "target", "50", "％"),
        ("受診率（子宮頸がん）", "actual", "17.9", "％"),
        ("受診率（乳がん）", "target", "60", "％"),
        ("受診率（乳がん）", "actual", "20.0", "％"),
        ("認知度", "target", "80", "％"),
        ("認知度", "actual", "71.2", "％"),
    ]


def test_names_without_parts_go_on_below_names_with_parts() -> None:
    assert _said(_placed(PARTED), _placed(PLAIN[1:])) == [
        ("会員数", "target", "600", "人"),
        ("会員数", "actual", "523", "人"),
    ]


@pytest.mark.parametrize(
    "moved", [(0.0, 30.0, 200.0, 250.0, 290.0, 330.0, 410.0), (0.0, 15.0, 90.0, 200.0, 250.0, 330.0, 410.0)]
)
def test_another_cut_is_another_table(moved: tuple[float, ...]) -> None:
    first, second = _placed(PLAIN), replace(grid_of(PARTED[1:]), xs=moved)
    assert carried_to(second, read_table(first, Context()).carried, first.xs, exact=True) is None


def test_a_column_of_values_is_never_merged() -> None:
    first, second = _placed(PARTED), replace(grid_of(PLAIN[1:]), xs=(0.0, 30.0, 140.0, 200.0, 250.0, 410.0))
    assert carried_to(second, read_table(first, Context()).carried, first.xs, exact=True) is None

"""A legend gives kinds to places and brackets of a table, and to nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.legends import Legend, agreed_legend, legend_of
from extract.tables.context import Context
from extract.tables.read import read_table
from tests.pages.grids import grid_of, said

TARGET_FIRST = Legend(("target", "actual"))

LEGENDS: dict[str, Legend] = {
    "上段：目標値　下段：実績値": TARGET_FIRST,
    "上段：目標下段：実績": TARGET_FIRST,
    "年度（上段：目標、下段：実績）": TARGET_FIRST,
    "【上段】計画【下段】実績": TARGET_FIRST,
    "（上段）目標（下段）実績": TARGET_FIRST,
    "目標値（上段）、実績値（下段）": TARGET_FIRST,
    "※上段が計画値で、下段が実績値である。": TARGET_FIRST,
    "※ 上段（　）書きは目標値、下段は実績値": Legend(("target", "actual"), "target"),
    "上段は実績値、下段（　）は目標値です。": Legend(("actual", "target"), "target"),
    "（　）内の数値は、中間目標値": Legend((), "target"),
    "※カッコ内は実績": Legend((), "actual"),
    "目標値は（　）書き": Legend((), "target"),
    "※カッコ内は目標達成率": Legend(),
    "※（　）は目標達成年度": Legend(),
    "※（－）は目標を定めていない年度": Legend(),
    "※上段は前年度実績、下段は今年度実績": Legend(),
    "※上段が目標値、中段が実績値、下段が達成率": Legend(),
    "以上は実績である": Legend(),
}


@pytest.mark.parametrize("text", LEGENDS)
def test_a_line_states_a_legend(text: str) -> None:
    assert legend_of(text) == LEGENDS[text]


def test_a_document_that_contradicts_itself_states_no_legend() -> None:
    assert agreed_legend(["（　）内は目標値", "（　）内は実績値"]) == Legend()


HEAD = ["指標", "単位", "基準値（H30）", "R2", "R3"]
ABOVE_EACH_OTHER = [HEAD, ["受診率", "％", "94.6", "(95.0)", "(－)"], ["^", "^", "^", "91.2", "94.8"]]
BASELINE = ("受診率", "baseline", "H30", "94.6")
TOLD = [
    BASELINE,
    ("受診率", "target", "R2", "95.0"),
    ("受診率", "target", "R3", "－"),
    ("受診率", "actual", "R2", "91.2"),
    ("受診率", "actual", "R3", "94.8"),
]


@pytest.mark.parametrize(
    "context", [Context(bracketed="target"), Context(stacked=("target", "actual"), bracketed="target")]
)
def test_a_target_in_brackets_stands_above_its_actual_value(context: Context) -> None:
    assert said(ABOVE_EACH_OTHER, context) == TOLD


def test_cells_above_each_other_have_the_kinds_of_their_places() -> None:
    rows = [HEAD, ["受診率", "％", "94.6", "95.0", "96.0"], ["^", "^", "^", "91.2", "94.8"]]
    assert [kind for _, kind, *_ in said(rows, Context(stacked=("target", "actual")))] == [kind for _, kind, *_ in TOLD]


def test_a_head_of_the_table_states_the_legend() -> None:
    rows = [
        ["指標", "単位", "基準値（H30）", "年度（上段：目標、下段：実績）", "<"],
        ["^", "^", "^", "R2", "R3"],
        ["受診率", "％", "94.6", "95.0\n91.2", "96.0\n94.8"],
    ]
    found = [(kind, period, text) for _, kind, period, text in said(rows)]
    assert found[1:3] == [("target", "R2", "95.0"), ("actual", "R2", "91.2")]


IN_ONE_CELL = {
    "91.2\n(95.0)": [("actual", "91.2"), ("target", "95.0")],
    "(95.0)\n91.2": [("actual", "91.2"), ("target", "95.0")],
    "91.2（R2）": [("actual", "91.2（R2）")],
    "91.2": [("actual", "91.2")],
}


@pytest.mark.parametrize("cell", IN_ONE_CELL)
@pytest.mark.parametrize("head", ["R2", "実績値（R2）"])
def test_a_figure_beside_one_in_brackets(cell: str, head: str) -> None:
    rows = [["指標", "基準値（H30）", head], ["受診率", "94.6", cell], ["受検率", "1", "2"]]
    found = said(rows, Context(bracketed="target"))
    assert [(kind, text) for name, kind, _, text in found if name == "受診率"][1:] == IN_ONE_CELL[cell]


ROW = ["指標", "R2", "R3"], ["受診率", "95.0\n91.2", "96.0"]


@pytest.mark.parametrize(
    ("height", "told", "confident"),
    [(10.0, "target", True), (20.0, "actual", True), (15.0, "target", False)],
    ids=["beside the upper line", "beside the lower line", "between the lines"],
)
def test_a_cell_of_one_line_has_the_kind_of_the_line_it_is_level_with(
    height: float, told: str, confident: bool
) -> None:
    heights = {(1, 1): (10.0, 20.0), (1, 2): (height,)}
    grid = grid_of([list(row) for row in ROW])
    placed = replace(grid, cells=tuple(replace(c, heights=heights.get((c.row, c.col), ())) for c in grid.cells))
    found = read_table(placed, Context(stacked=("target", "actual"))).figures[-1]
    assert (found.raw_text, found.kind, found.confidence >= 0.9) == ("96.0", told, confident)

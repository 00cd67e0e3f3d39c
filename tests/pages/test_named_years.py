"""Years that a document names itself, and the heads that print such a name alone."""

from __future__ import annotations

import pytest

from extract.named_years import named_years, with_named_years
from tests.pages.grids import grid_of, said

NAMES = {"計画1年目": "令和3年度", "計画2年目": "令和4年度"}


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["令和3年度を「計画1年", "目」、令和4年度を「計画2年目」と表します。"], NAMES),
        (["令和3年度の「まちづくり白書」による。"], {}),
        (["令和3年度を「目標値」とします。"], {}),
        (["計画を「未来」と呼びます。"], {}),
    ],
)
def test_what_lines_name_a_year(lines: list[str], names: dict[str, str]) -> None:
    assert named_years(lines) == names


def test_heads_that_print_a_name_have_its_year() -> None:
    rows = [
        ["指標", "計画1年目", "<", "計画2年目", "<"],
        ["^", "目標", "実績", "目標", "実績"],
        ["参加率", "12.0", "9.8", "12.5", "10.4"],
    ]
    dated = with_named_years(grid_of(rows), NAMES)
    texts = {cell.text for cell in dated.cells}
    assert {"計画1年目（令和3年度）", "計画2年目（令和4年度）"} <= texts
    assert [(kind, period, text) for _, kind, period, text in said([[cell_text(c) for c in row] for row in rows])] == [
        ("target", "令和3年度", "12.0"),
        ("actual", "令和3年度", "9.8"),
        ("target", "令和4年度", "12.5"),
        ("actual", "令和4年度", "10.4"),
    ]


def cell_text(text: str) -> str:
    """The text of a cell with the year that its name has."""
    return f"{text}（{NAMES[text]}）" if text in NAMES else text

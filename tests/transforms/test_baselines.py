"""Actual values of a plan's own document that lie before the plan begins."""

from __future__ import annotations

import pytest

from extract.model import Box, PrintedFigure, PrintedLabel, ValueKind
from transforms.baselines import with_plan_baselines

PLAN = "令和6年度から令和10年度"
CASES: list[tuple[list[tuple[ValueKind, str]], list[str]]] = [
    ([("actual", "令和5年度"), ("target", "令和10年度")], ["baseline", "target"]),
    ([("actual", "令和6年度"), ("target", "令和10年度")], ["actual", "target"]),
    ([("actual", "令和4年度"), ("actual", "令和5年度"), ("target", "令和10年度")], ["actual", "actual", "target"]),
    ([("baseline", "令和元年度"), ("actual", "令和5年度"), ("target", "令和10年度")], ["baseline", "actual", "target"]),
    ([("actual", "令和5年度")], ["actual"]),
    (
        [("target", "令和5年度"), ("actual", "令和4年度"), ("target", "令和10年度")],
        ["target", "actual", "target"],
    ),
]


@pytest.mark.parametrize(("printed", "kinds"), CASES)
def test_the_one_actual_value_before_the_plan_is_its_baseline(
    printed: list[tuple[ValueKind, str]], kinds: list[str]
) -> None:
    figures = [
        PrintedFigure(
            page=1,
            box=Box(10, 20, 30, 40),
            raw_text="12件",
            kind=kind,
            indicator="申込件数",
            period=PrintedLabel(period, "column"),
        )
        for kind, period in printed
    ]
    assert [figure.kind for figure in with_plan_baselines(figures, PLAN)] == kinds

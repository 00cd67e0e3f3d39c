"""Every kind of record of a doubtful page loses trust; no other page's record does."""

from __future__ import annotations

import pytest

from extract.doubts import doubt
from extract.model import (
    Box,
    PrintedFigure,
    PrintedMeasure,
    PrintedPhase,
    PrintedProject,
    PrintedStatus,
    PrintedSurvey,
    Reading,
)
from extract.rules import known_rules

RULE = "invisible-text"


def reading() -> Reading:
    """One record of each kind on each of two pages; the figure of the second was in doubt before."""
    return Reading(
        "a",
        2,
        figures=[
            PrintedFigure(page, Box(0, 0, 1, 1), "12", "target", "件数", confidence=1.5 - page / 2) for page in (1, 2)
        ],
        measures=[PrintedMeasure(page, "1-1", "施策") for page in (1, 2)],
        projects=[PrintedProject(page, "1", "事業") for page in (1, 2)],
        phases=[PrintedPhase(page, "1", "事業", "運用", "R3", "R7") for page in (1, 2)],
        statuses=[PrintedStatus(page, "", "", "取組", "R4", "〇") for page in (1, 2)],
        surveys=[PrintedSurvey(page, "調査", "R2", "市民", "無作為", "1000", "400") for page in (1, 2)],
    )


@pytest.mark.parametrize("kind", ["figures", "measures", "projects", "phases", "statuses", "surveys"])
def test_records_of_the_page_lose_trust(kind: str) -> None:
    doubted = reading()
    doubt(doubted, [1], RULE)
    first, second = getattr(doubted, kind)
    assert first.confidence == known_rules()[RULE].confidence < 0.9
    assert second == getattr(reading(), kind)[1]


def test_a_figure_carries_the_rule_and_keeps_a_lower_confidence() -> None:
    doubted = reading()
    doubt(doubted, [1, 2], RULE)
    assert [(figure.confidence, figure.rules) for figure in doubted.figures] == [(0.8, (RULE,)), (0.5, (RULE,))]

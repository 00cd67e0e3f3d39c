"""The scorer itself: a table of small cases."""

from __future__ import annotations

import pytest

from tests.accuracy.folding import fold, fold_unit
from tests.accuracy.scoring import Row, Score, compare

GOLD: Row = {
    "indicator": "待機児童数", "value_kind": "target", "fiscal_year": "2025", "value": "12", "unit": "人",
    "status": "numeric",
    "raw_text": "12人",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, 1),
        ({"unit": "名"}, 1),
        ({"value": "12.0", "confidence": "0.95"}, 1),
        ({"fiscal_year": "", "calendar_year": "2025"}, 1),
        ({"fiscal_year": "2024"}, 0),
        ({"unit": "件"}, 0),
        ({"value": "13"}, 0),
        ({"value_kind": "actual"}, 0),
        ({"indicator": "保育所数"}, 0),
        ({"status": "text", "value": ""}, 0),
    ],
)
def test_a_pair_is_right_where_everything_agrees(change: dict[str, str], right: int) -> None:
    assert compare([GOLD], [{**GOLD, **change}]).score.right == right


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ({"status": "text", "value": "", "raw_text": "全員取得"}, {"raw_text": "全員 取得"}, 1),
        ({"status": "text", "value": "", "raw_text": "全員取得"}, {"raw_text": "半数取得"}, 0),
        ({"status": "not_set", "value": "", "raw_text": "―"}, {"raw_text": "-"}, 1),
    ],
)
def test_texts_agree_by_what_is_printed(gold: dict[str, str], predicted: dict[str, str], right: int) -> None:
    wanted = {**GOLD, **gold}
    assert compare([wanted], [{**wanted, **predicted}]).score.right == right


def test_each_row_is_used_once_and_the_same_year_comes_first() -> None:
    later = {**GOLD, "fiscal_year": "2030", "value": "5"}
    comparison = compare([GOLD, later], [later, GOLD, later])
    assert comparison.score == Score(gold=2, predicted=3, right=2)
    assert [problem.split()[0] for problem in comparison.problems()] == ["SPURIOUS"]


def test_shares() -> None:
    score = Score(gold=4, predicted=5, right=3, trusted=2, trusted_right=2)
    assert (score.precision, score.recall, score.f1) == pytest.approx((0.6, 0.75, 2 / 3))
    assert (score.review_share, score.trusted_precision) == pytest.approx((0.6, 1.0))
    assert (Score().precision, Score().f1, Score().trusted_precision) == (1.0, 1.0, 1.0)


def test_folding() -> None:
    assert fold("⺠間 ＡＢＣ―１") == "民間abc-1"
    assert fold_unit("ヶ所") == fold_unit("カ所") == "箇所"

"""From the words on the command line to a decision: what they mean, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from extract.model import Box
from pipelines.review_deciding import CHANGES, CannotDecide, Said, decision_on
from pipelines.review_items import Item
from tests.review.builders import DAY
from transforms.decisions_model import Correction, Stated, Verdict, Where

READ = Stated("numeric", 21.0, "件", "年", "約", "FY2022")
FIGURE = Item(
    item="r_1",
    document="plan",
    sha256="0",
    where=Where(3, Box(10.04, 20.0, 30.0, 40.0), "申請件数", "actual", "令和4年度"),
    reason="low_confidence",
    detail="約21件／年",
    raw_text="約21件／年",
    rules="range-of-values",
    state="open",
    decided_by="",
    decided_on="",
    why="",
    read=READ,
    confidence=0.8,
)
REGION = replace(FIGURE, where=Where(3, None), reason="unread_region", raw_text="表", read=None, confidence=None)


def said(verdict: Verdict, **given: str) -> Said:
    return Said(verdict, given, "山田", "見た", DAY)


@pytest.mark.parametrize("verdict", ["accept", "ignore"])
def test_a_decision_holds_what_was_seen_and_where(verdict: Verdict) -> None:
    decision = decision_on(FIGURE, said(verdict))
    assert decision.where == replace(FIGURE.where, box=Box(10.0, 20.0, 30.0, 40.0))
    assert (decision.verdict, decision.raw_text, decision.read, decision.should_be) == (
        verdict,
        "約21件／年",
        READ,
        None,
    )
    assert (decision.who, decision.why, decision.decided_on) == ("山田", "見た", DAY)


CORRECTIONS: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "value": ({"value": "21,115"}, {"value": 21115.0}),
    "fall": ({"value": "-3.5"}, {"value": -3.5}),
    "unit": ({"unit": "％"}, {"unit": "%"}),
    "no unit": ({"unit": ""}, {"unit": ""}),
    "unknown unit": ({"unit": "か寺"}, {"unit": "か寺"}),
    "per": ({"per": ""}, {"per": ""}),
    "comparator": ({"comparator": ""}, {"comparator": ""}),
    "fiscal year": ({"year": "令和6年度"}, {"year": "FY2024"}),
    "fiscal year by id": ({"year": "FY2024"}, {"year": "FY2024"}),
    "calendar year": ({"year": "令和6年"}, {"year": "CY2024"}),
    "calendar year by id": ({"year": "CY2024"}, {"year": "CY2024"}),
    "no number": (
        {"status": "not_available"},
        {"status": "not_available", "value": None, "unit": "", "per": "", "comparator": ""},
    ),
    "text with a unit": (
        {"status": "text", "unit": "件"},
        {"status": "text", "value": None, "unit": "件", "per": "", "comparator": ""},
    ),
    "same status": ({"status": "numeric"}, {}),
}


@pytest.mark.parametrize(("given", "changed"), CORRECTIONS.values(), ids=CORRECTIONS.keys())
def test_a_correction_is_what_was_read_with_what_is_given_in_its_place(
    given: dict[str, str], changed: dict[str, Any]
) -> None:
    assert decision_on(FIGURE, said("correct", **given)).should_be == Correction(
        "申請件数", "actual", replace(READ, **changed)
    )


def test_names_are_corrected_too() -> None:
    assert decision_on(FIGURE, said("correct", kind="target", indicator="件数")).should_be == Correction(
        "件数", "target", READ
    )


def test_a_value_makes_a_number_of_what_was_none() -> None:
    dash = replace(FIGURE, read=Stated("not_available"))
    decision = decision_on(dash, said("correct", value="0", unit="件"))
    assert decision.should_be == Correction("申請件数", "actual", Stated("numeric", 0.0, "件"))


REFUSED: dict[str, tuple[Item, Said, str]] = {
    "decided already": (replace(FIGURE, state="accepted", decided_by="田中"), said("ignore"), "was accepted by 田中"),
    "a region corrected": (REGION, said("correct", value="1"), "is about no figure that was read: accept or ignore it"),
    "corrected to nothing": (FIGURE, said("correct"), "what should it be?"),
    "accepted as something else": (FIGURE, said("accept", value="1", unit="件"), "--value, --unit: only with correct"),
    "an undeclared reason": (replace(REGION, reason="new"), said("ignore"), "the reason new is not declared"),
    "no number": (FIGURE, said("correct", value="21千"), "--value 21千: must be a number in the base unit"),
    "a scaled unit": (FIGURE, said("correct", unit="千円"), "--unit 千円: must be a base unit alone, such as 円"),
    "a unit with per": (FIGURE, said("correct", unit="件／年"), "--unit 件／年: must be a base unit alone, such as 件"),
    "an unknown kind": (FIGURE, said("correct", kind="実績"), "--kind 実績: must be one of baseline, actual, target"),
    "an unknown status": (FIGURE, said("correct", status="none"), "--status none: must be one of numeric, text"),
    "an unknown comparator": (FIGURE, said("correct", comparator=">"), "--comparator >: must be one of 約, 以上"),
    "no year": (FIGURE, said("correct", year="来年"), "--year 来年: must be a year such as FY2024"),
    "a number without value": (
        replace(FIGURE, read=Stated("text")), said("correct", status="numeric"), "numeric does not go with the value None",
    ),
    "a value that is none": (FIGURE, said("correct", value="1", status="text"), "text does not go with the value 1.0"),
}  # fmt: skip


@pytest.mark.parametrize(("item", "words", "problem"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_decided_is_refused_with_a_remedy(item: Item, words: Said, problem: str) -> None:
    with pytest.raises(CannotDecide) as error:
        decision_on(item, words)
    assert problem in str(error.value)


def test_every_change_has_its_option() -> None:
    from pipelines.review_commands import review

    assert set(CHANGES) <= set(review.__annotations__)

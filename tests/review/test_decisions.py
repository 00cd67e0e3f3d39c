"""The effect of decisions on observations, and the refusal of those that the source no longer bears out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from extract.model import Box
from tests.review.builders import BOX, note, notes, observations, on_figure, on_page
from transforms.decisions import RULE, StaleDecisions, apply_decisions
from transforms.decisions_model import DECIDED, Correction, Decision, Stated, Where
from transforms.schema import polars_schema

DOUBTFUL: dict[str, Any] = {"confidence": 0.8, "rules": "range-of-values"}


def moved(by: float) -> Box:
    return Box(BOX.x0 + by, BOX.top + by, BOX.x1 + by, BOX.bottom + by)


def test_without_decisions_nothing_changes() -> None:
    read = observations(DOUBTFUL)
    reviewed = apply_decisions(read, notes({}), [])
    assert reviewed.observations.equals(read)
    assert reviewed.decided.is_empty()
    assert reviewed.decided.schema == polars_schema(DECIDED)


@pytest.mark.parametrize(
    ("verdict", "state"), [("accept", "accepted"), ("ignore", "ignored"), ("correct", "corrected")]
)
def test_a_decision_is_handed_on_with_its_place_and_its_reasons(verdict: str, state: str) -> None:
    (row,) = apply_decisions(observations(DOUBTFUL), notes(), [on_figure(verdict)]).decided.to_dicts()
    assert row == {
        "document": "plan", "page": 1, "x0": 10.0, "top": 20.0, "x1": 30.0, "bottom": 40.0, "reason": "low_confidence",
        "indicator": "指標", "value_kind": "actual", "period_label": "", "raw_text": "1件", "decision": state,
        "why": "脚注に書いてある", "decided_by": "山田", "decided_on": "2025-04-01",
    }  # fmt: skip


@pytest.mark.parametrize("verdict", ["accept", "ignore"])
def test_what_is_accepted_or_ignored_stays_as_read(verdict: str) -> None:
    read = observations(DOUBTFUL, {"indicator": "他"})
    assert apply_decisions(read, notes(), [on_figure(verdict)]).observations.equals(read)


def test_what_is_corrected_takes_its_new_content_and_keeps_what_is_printed() -> None:
    read = observations({"indicator": "前"}, DOUBTFUL | {"numerator": 1.0, "denominator": 4.0}, {"indicator": "後"})
    should_be = Correction("別の指標", "target", Stated("numeric", 3.5, "%", "年", "以上", "CY2024"))
    corrected = apply_decisions(read, notes(), [on_figure("correct", should_be=should_be)]).observations
    assert corrected.schema == read.schema
    assert corrected["indicator"].to_list() == ["前", "別の指標", "後"]
    before, after = read.row(1, named=True), corrected.row(1, named=True)
    assert {name: value for name, value in after.items() if value != before[name]} == {
        "indicator": "別の指標", "value_kind": "target", "value": 3.5, "unit": "%", "per": "年", "comparator": "以上",
        "calendar_year": 2024, "numerator": None, "denominator": None, "rules": f"range-of-values {RULE}",
    }  # fmt: skip
    assert (after["raw_text"], after["confidence"]) == ("1件", 0.8)


def test_the_parts_of_a_ratio_stay_where_its_value_was_right() -> None:
    read = observations(DOUBTFUL | {"numerator": 1.0, "denominator": 4.0})
    should_be = Correction("指標", "target", Stated("numeric", 1.0, "件"))
    corrected = apply_decisions(read, notes(), [on_figure("correct", should_be=should_be)]).observations
    assert corrected.select("numerator", "denominator", "value_kind").row(0) == (1.0, 4.0, "target")


def test_a_figure_can_turn_out_to_be_none() -> None:
    should_be = Correction("指標", "actual", Stated("not_available"))
    corrected = apply_decisions(
        observations(DOUBTFUL), notes(), [on_figure("correct", should_be=should_be)]
    ).observations
    assert corrected.select("status", "value", "unit").row(0) == ("not_available", None, "")


def test_a_reading_that_has_come_to_agree_with_the_correction_is_still_it() -> None:
    should_be = Correction("指標", "target", Stated("numeric", 1.0, "件"))
    read = observations(DOUBTFUL | {"value_kind": "target"})
    decided = apply_decisions(read, notes(), [on_figure("correct", should_be=should_be)]).decided
    assert decided["value_kind"].to_list() == ["target"]


@pytest.mark.parametrize("by", [-1.0, 0.0, 0.04, 1.0])
def test_a_box_may_move_by_a_point(by: float) -> None:
    decided = apply_decisions(observations(DOUBTFUL), notes({}), [
        on_figure(where=replace(on_figure().where, box=moved(by))), on_page(where=Where(1, moved(by))),
    ]).decided  # fmt: skip
    assert decided["x0"].to_list() == [10.0, 10.0]


def test_a_decision_is_about_its_own_cell_alone() -> None:
    """Two years of one row often read alike: 100% and 100%."""
    years = [
        DOUBTFUL | {"fiscal_year": 2021, "period_label": "R3"},
        DOUBTFUL | {"fiscal_year": 2022, "x0": 60.0, "x1": 80.0, "period_label": "R4"},
    ]
    decision = on_figure(where=Where(1, BOX, "指標", "actual", "R3"), read=Stated("numeric", 1.0, "件", year="FY2021"))
    assert apply_decisions(observations(*years), notes(), [decision]).decided["x0"].to_list() == [10.0]


STALE: dict[str, tuple[dict[str, Any], Decision]] = {
    "another figure": ({"raw_text": "2件", "value": 2.0}, on_figure()),
    "another place": ({"x0": 13.0}, on_figure()),
    "another page": ({"page": 2}, on_figure()),
    "another document": ({"document": "other"}, on_figure()),
    "another indicator": ({"indicator": "別"}, on_figure()),
    "another kind": ({"value_kind": "target"}, on_figure("correct")),
    "another period": ({"period_label": "R4"}, on_figure("ignore")),
    "accepted, and read as another unit since": ({"unit": "千件"}, on_figure()),
    "accepted, and read as another year since": ({"fiscal_year": 2022}, on_figure()),
}


@pytest.mark.parametrize(("now", "decision"), STALE.values(), ids=STALE.keys())
def test_a_decision_that_the_source_no_longer_bears_out_stops_everything(
    now: dict[str, Any], decision: Decision
) -> None:
    with pytest.raises(StaleDecisions) as error:
        apply_decisions(observations(DOUBTFUL | now), notes(), [decision])
    assert [one.decision for one in error.value.stale] == [decision]


@pytest.mark.parametrize("now", [{"unit": "千件"}, {"fiscal_year": 2022}, {"confidence": 1.0}])
@pytest.mark.parametrize("verdict", ["correct", "ignore"])
def test_only_what_was_accepted_must_still_be_read_alike(verdict: str, now: dict[str, Any]) -> None:
    assert len(apply_decisions(observations(DOUBTFUL | now), notes(), [on_figure(verdict)]).decided) == 1


@pytest.mark.parametrize("now", [{"text": "図"}, {"x0": 50.0}, {"page": 2}, {"reason": "bar_without_label"}])
def test_a_region_that_is_not_seen_any_more_stops_everything(now: dict[str, Any]) -> None:
    with pytest.raises(StaleDecisions):
        apply_decisions(observations(), notes(now), [on_page()])


def test_the_message_names_document_page_what_was_seen_and_what_is_said_now() -> None:
    now = observations(DOUBTFUL | {"raw_text": "2千件", "value": 2000.0, "fiscal_year": 2022, "period_label": "R4"})
    told = [note(reason="low_confidence", text="again"), note(text="a table\nof two lines")]
    with pytest.raises(StaleDecisions) as error:
        apply_decisions(now, notes(*told), [on_figure("correct"), on_page(where=Where(9, None))])
    assert [one.line for one in error.value.stale] == [
        "plan: page 1: the decision (correct by 山田 on 2025-04-01) saw 「指標」 actual 「1件」 (1 件); "
        "the source now says 「指標」 actual R4 「2千件」 (2000 件 FY2022); unread_region 「a table of two lines」",
        "plan: page 9: the decision (ignore by 山田 on 2025-04-01) saw unread_region 「表」; the source now says nothing there",
    ]
    assert str(error.value).splitlines() == [one.line for one in error.value.stale]


def test_a_comparison_passes_for_it_closes_only_what_still_says_the_same() -> None:
    decision = on_page(
        "accept", reason="figures_disagree", raw_text="「指標」 actual FY2022: 1 and 2", where=Where(4, None)
    )
    (row,) = apply_decisions(observations(), notes(), [decision]).decided.to_dicts()
    assert (row["page"], row["x0"], row["value_kind"], row["decision"]) == (4, None, None, "accepted")


def test_figures_that_nobody_can_tell_apart_are_decided_together() -> None:
    reviewed = apply_decisions(observations(DOUBTFUL, DOUBTFUL), notes(), [on_figure("correct")])
    assert reviewed.observations["value"].to_list() == [2.0, 2.0]
    assert len(reviewed.decided) == 1


def test_documents_without_decisions_are_left_alone() -> None:
    read = pl.concat(
        [observations({"document": "a"}, {"document": "b"}), observations(DOUBTFUL), observations({"document": "c"})]
    )
    after = apply_decisions(read, notes(), [on_figure("correct")]).observations
    assert after["document"].to_list() == ["a", "b", "plan", "c"]
    assert after.filter(pl.col("document") != "plan").equals(read.filter(pl.col("document") != "plan"))

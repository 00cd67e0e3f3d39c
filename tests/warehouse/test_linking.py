"""One indicator in several documents: what is linked, what is not, what a person is asked."""

from __future__ import annotations

import random
from typing import Any

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.warehouse.builders import document, figure, frame, gold_inputs, gold_observations, report
from transforms.likeness import likeness
from transforms.linking import link_indicators
from transforms.links import is_no_indicator
from transforms.measures import Place, link_measures, measure_likeness, same_place

DOCUMENTS = frame("documents", [document("plan"), report("report")])
Case = tuple[dict[str, Any], dict[str, Any]]


def link(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """How the indicators of the second document were linked, and the texts for review."""
    rows = [row | {"document": "plan"} for row in first] + [row | {"document": "report"} for row in second]
    found = link_indicators(frame("observations", rows), DOCUMENTS)
    methods = found.links.filter(pl.col("document") == "report").get_column("method").to_list()
    return methods, found.review.get_column("text").to_list()


def target(name: str, value: float, **given_: Any) -> dict[str, Any]:
    return figure("target", value, 2024, indicator=name, **given_)


ONE_TO_ONE: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("same name", target("電子決裁率", 80), target("電子決裁率", 80), "same_name"),
    (
        "same name but for spacing and width",
        target("RPA を活用した業務数", 15),
        target("ＲＰＡを活用した業務数", 15),
        "same_name",
    ),
    ("same name, restated figure", target("電子決裁率", 80), target("電子決裁率", 95), "same_name"),
    ("alike, figures agree", target("研修受講人数", 50), target("職員の研修受講者数", 50), "likeness"),
    ("alike, figures disagree", target("研修受講人数", 50), target("職員の研修受講者数", 70), "first"),
    ("unlike, figures agree", target("訓練の回数", 50), target("友だち登録者数", 50), "first"),
    ("only zeros in common tell nothing", target("研修受講人数", 0), target("職員の研修受講者数", 0), "first"),
    (
        "same name, other measure",
        target("申込件数", 30),
        target("申込件数", 4000, measure_no="6-4", measure="粗大ごみ"),
        "first",
    ),
    (
        "same name and figure, other measure",
        target("申込件数", 30),
        target("申込件数", 30, measure_no="9-9", measure="窓口"),
        "same",
    ),
    (
        "the report names no measure",
        target("電子決裁率", 80),
        target("電子決裁率", 80, measure_no="", measure=""),
        "likeness",
    ),
]


@pytest.mark.parametrize(
    ("first", "second", "method"), [case[1:] for case in ONE_TO_ONE], ids=[case[0] for case in ONE_TO_ONE]
)
def test_a_pair(first: dict[str, Any], second: dict[str, Any], method: str) -> None:
    methods, _ = link([first], [second])
    assert methods == [method if method != "same" else "likeness"]


def test_a_doubtful_pair_is_asked_and_not_linked() -> None:
    methods, review = link([target("研修受講人数", 0)], [target("職員の研修受講者数", 0)])
    assert methods == ["first"]
    assert len(review) == 1
    assert "研修受講人数" in review[0]
    assert "職員の研修受講者数" in review[0]


def test_two_rivals_are_both_left_alone() -> None:
    """Figures and name fit two indicators alike: no machine can tell which is meant."""
    first = [target("講座受講者数（午前）", 50), target("講座受講者数（午後）", 50)]
    methods, review = link(first, [target("講座受講者数", 50)])
    assert methods == ["first"]
    assert len(review) == 2


def test_parts_are_not_taken_for_each_other() -> None:
    methods, _ = link([target("利用者数（小学校）", 94)], [target("利用者数（中学校）", 100)])
    assert methods == ["first"]


def test_one_indicator_printed_in_two_places_of_a_document_is_one() -> None:
    rows = [target("Web会議の回数", 5, page=2), target("Web 会議の回数", 5, page=40, field="総務")]
    found = link_indicators(frame("observations", [row | {"document": "plan"} for row in rows]), DOCUMENTS)
    assert set(found.links.get_column("first_indicator")) == {"Web会議の回数"}
    assert found.links.height == 2


@given(st.integers(0, 2**32))
def test_the_order_of_the_rows_changes_nothing(seed: int) -> None:
    observations, documents = gold_observations(), gold_inputs().documents
    shuffled = list(range(observations.height))
    random.Random(seed).shuffle(shuffled)
    assert link_indicators(observations[shuffled], documents).links.equals(
        link_indicators(observations, documents).links
    )


@given(st.text(max_size=20), st.text(max_size=20))
@example("()", "")
@example("（）", "率")
def test_likeness_is_a_symmetric_share(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == pytest.approx(likeness(other, one))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("指標の設定はありません", True),
        ("指標の設定はありません。", True),
        ("指標 設定なし", True),
        ("指標", False),
        ("", False),
    ],
)
def test_no_indicator(name: str, expected: bool) -> None:
    assert is_no_indicator(name) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Place("", "2-3", "情報端末の持ち帰り対応"), Place("", "２－３", "情報端末の持ち帰り対応"), True),
        (Place("", "2-3", "情報端末の持ち帰り対応"), Place("", "2-4", "情報端末の持ち帰り対応"), False),
        (Place("", "2-3", "情報端末の持ち帰り"), Place("", "2-3", "情報端末を家に持ち帰る対応"), True),
        (Place("", "2-3", "情報端末の持ち帰り"), Place("", "2-3", "粗大ごみの申込"), False),
        (Place("", "", "電子入札の拡充"), Place("", "9-15", "電子入札の拡充"), True),
        (Place("防災", "1", ""), Place("防災", "1", ""), True),
        (Place("防災", "1", ""), Place("観光", "1", ""), False),
        (Place("防災", "", ""), Place("防災", "", ""), True),
        (Place("防災", "", ""), Place("観光", "", ""), False),
    ],
)
def test_same_measure(one: Place, other: Place, same: bool) -> None:
    assert same_place(one, other) is same
    assert measure_likeness(one, other) == measure_likeness(other, one)


def test_two_measures_of_a_report_are_never_one() -> None:
    places = [
        ("plan", "", "1", "ICT環境の整備"),
        ("report", "", "1", "ICT環境の整備1"),
        ("report", "", "1", "ICT環境の整備2"),
    ]
    frame_ = pl.DataFrame(places, schema=["document", "field", "measure_no", "measure"], orient="row")
    linked = link_measures(frame_, DOCUMENTS).filter(pl.col("document") == "report")
    assert sorted(linked.get_column("first_document")) == ["plan", "report"]

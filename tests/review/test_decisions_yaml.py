"""The file of decisions: what is written is read back, what a person gets wrong is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Box
from tests.review.builders import on_figure, on_page
from transforms.decisions_model import Correction, Decision, Stated, Where
from transforms.decisions_writing import append_decision, dump_decision, rounded
from transforms.decisions_yaml import DecisionFileError, parse_decisions

FILE = "plan.corrections.yml"
CORRECTION = """\
- decision: correct
  where:
    page: 3
    box: [56.7, 120, 160.2, 140.5]
    indicator: 年間のオンライン申請件数
    kind: actual
    period: 令和4年度
  reason: low_confidence
  raw_text: |-
    21千件
    （速報）
  read:
    status: numeric
    value: 21
    unit: 千件
    year: FY2022
  should_be:
    indicator: 年間のオンライン申請件数
    kind: actual
    status: numeric
    value: 21115
    unit: 件
    year: FY2022
  why: '脚注に「21,115件」とある'
  who: 山田
  decided_on: 2025-04-01
"""
REGION = """\
- decision: ignore
  where: {page: 3, box: null}
  reason: page_without_text
  raw_text: ''
  why: 表紙
  who: 山田
  decided_on: 2025-04-01
"""


def test_a_correction_is_read_in_full() -> None:
    assert parse_decisions(CORRECTION, FILE, "plan") == [
        Decision(
            document="plan",
            verdict="correct",
            where=Where(3, Box(56.7, 120, 160.2, 140.5), "年間のオンライン申請件数", "actual", "令和4年度"),
            reason="low_confidence",
            raw_text="21千件\n（速報）",
            why="脚注に「21,115件」とある",
            who="山田",
            decided_on=date(2025, 4, 1),
            read=Stated("numeric", 21, "千件", year="FY2022"),
            should_be=Correction("年間のオンライン申請件数", "actual", Stated("numeric", 21115, "件", year="FY2022")),
        )
    ]


def test_a_decision_is_written_as_a_person_would_write_it() -> None:
    (decision,) = parse_decisions(CORRECTION, FILE, "plan")
    assert dump_decision(decision) == CORRECTION.replace("'脚注に「21,115件」とある'", "脚注に「21,115件」とある")


FAULTS = {
    "no YAML": ("- decision: [", "the file: no YAML"),
    "no list": ("decision: accept", "the file: must be a list of decisions"),
    "no record": ("- accept", "decision 1: must be a mapping of keys to values"),
    "a key twice": (REGION + "  who: 田中\n", "the file: no YAML: a key stands twice"),
    "an unknown key": (REGION + "  whom: 田中\n", "decision 1: unknown key whom"),
    "a missing key": (REGION.replace("  why: 表紙\n", ""), "decision 1: missing key why"),
    "a blank key": (REGION.replace("表紙", "' '"), "decision 1: why must be text that is not blank"),
    "an unknown decision": (REGION.replace("ignore", "drop"), "decision 1: decision must be accept or correct or ignore"),
    "an unknown reason": (REGION.replace("page_without_text", "bored"), "decision 1: reason must be one of low_confidence, "),
    "no date": (REGION.replace("2025-04-01", "yesterday"), "decision 1: decided_on must be a day such as 2025-04-01"),
    "a moment": (REGION.replace("2025-04-01", "2025-04-01 10:00:00"), "decision 1: decided_on must be a day"),
    "a page too low": (REGION.replace("page: 3", "page: 0"), "decision 1: where: page must be a page, counted from 1"),
    "half a box": (CORRECTION.replace(", 160.2, 140.5", ""), "decision 1: where: box must be four numbers"),
    "no kind": (CORRECTION.replace("    kind: actual\n    period", "    period"), "decision 1: where: missing key kind"),
    "a number as text": (CORRECTION.replace("unit: 件", "unit: 12"), "should_be: unit must be text, in quotes"),
    "a text as number": (CORRECTION.replace("21115", "21千"), "should_be: value must be a number"),
    "an infinite number": (CORRECTION.replace("21115", ".inf"), "should_be: value must be a number"),
    "an unclear year": (CORRECTION.replace("year: FY2022", "year: 2022"), "read: year must be FY2024 (年度) or CY2024 (年)"),
    "an unknown comparator": (CORRECTION.replace("unit: 件", "comparator: ほぼ"), "should_be: comparator must be"),
    "a value that is none": (CORRECTION.replace("status: numeric", "status: text"), "a value belongs to the status numeric"),
    "a number without value": (CORRECTION.replace("    value: 21\n", ""), "read: a value belongs to the status numeric"),
    "nothing read": (CORRECTION[: CORRECTION.index("  read")] + CORRECTION[CORRECTION.index("  should_be") :], "missing key read"),
    "no correction": (CORRECTION[: CORRECTION.index("  should_be")] + CORRECTION[CORRECTION.index("  why") :], "missing key should_be"),
    "a correction too many": (CORRECTION.replace("correct\n", "accept\n"), "should_be stands only where the decision is correct"),
    "a region corrected": (REGION.replace("ignore", "correct"), "page_without_text is about no figure: accept or ignore it"),
    "a region read": (REGION + "  read: {status: text}\n", "unknown key read: page_without_text is about no figure"),
    "the same twice": (REGION + REGION, "decision 2: is about the same item as decision 1; keep one"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "problem"), FAULTS.values(), ids=FAULTS.keys())
def test_what_is_wrong_is_said_in_one_line(text: str, problem: str) -> None:
    with pytest.raises(DecisionFileError) as error:
        parse_decisions(text, FILE, "plan")
    assert str(error.value).startswith(f"{FILE}: ")
    assert problem in str(error.value)
    assert "\n" not in str(error.value)


def test_two_reasons_of_one_figure_are_one_item() -> None:
    both = dump_decision(on_figure()) + dump_decision(on_figure("ignore", reason="outlier"))
    with pytest.raises(DecisionFileError, match="decision 2: is about the same item as decision 1"):
        parse_decisions(both, FILE, "plan")


def test_two_regions_of_one_place_are_two_items() -> None:
    both = dump_decision(on_page()) + dump_decision(on_page(reason="bar_without_label"))
    assert len(parse_decisions(both, FILE, "plan")) == 2


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"])
def test_an_empty_file_holds_no_decision(text: str) -> None:
    assert parse_decisions(text, FILE, "plan") == []


@pytest.mark.parametrize("before", ["# ours\n" + REGION + "# end", REGION, "# ours\n"])
def test_what_stands_in_the_file_stays(before: str) -> None:
    longer = append_decision(before, on_figure(), FILE)
    assert longer.startswith(before)
    assert parse_decisions(longer, FILE, "plan") == [*parse_decisions(before, FILE, "plan"), on_figure()]


def test_a_new_file_says_what_it_is() -> None:
    text = append_decision("", on_figure(), FILE)
    assert text.startswith("# What people decided")
    assert "docs/review.md" in text


@pytest.mark.parametrize("before", ["[]\n", "- decision: [", CORRECTION.replace("page: 3", "page: 0")])
def test_a_file_that_cannot_be_added_to_is_refused(before: str) -> None:
    with pytest.raises(DecisionFileError, match=r"^plan\.corrections\.yml: "):
        append_decision(before, on_figure(), FILE)


def test_a_second_decision_on_one_item_is_refused() -> None:
    with pytest.raises(DecisionFileError, match="is about the same item as decision 1"):
        append_decision(append_decision("", on_figure(), FILE), on_figure("ignore"), FILE)


PRINTED = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=30)
WORDS = PRINTED.filter(lambda text: text.strip() != "")
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@given(raw_text=PRINTED, indicator=PRINTED, why=WORDS, who=WORDS, value=NUMBERS, day=st.dates())
def test_whatever_is_printed_survives_the_file(
    raw_text: str, indicator: str, why: str, who: str, value: float, day: date
) -> None:
    decision = replace(
        on_figure(), raw_text=raw_text, why=why, who=who, decided_on=day, where=Where(1, None, indicator, "actual"),
        read=Stated("numeric", value),
    )  # fmt: skip
    assert parse_decisions(append_decision("", decision, FILE), FILE, "plan") == [decision]


def test_a_box_is_written_to_a_tenth_of_a_point() -> None:
    assert rounded(Box(1.04, 2.06, 3.0, 755.9999)) == Box(1.0, 2.1, 3.0, 756.0)

"""Folding: what becomes readable, what must never become a digit, and the way back to the print."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold_printed, radical_map
from transforms.folding import MARKS, RAISED, align, fold_characters, fold_field, join_lines


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("ICT活⽤推進計画", "ICT活用推進計画"),
        ("⼈⼯知能", "人工知能"),
        ("市⺠", "市民"),
        ("⻑寿", "長寿"),
        ("⻄⻘", "西青"),
        ("⼾籍", "戸籍"),
        ("⿊字", "黒字"),
        ("１－①︓暮らし", "１－①：暮らし"),
        ("塚", "塚"),
        ("２０％（①ー）㎡ﾊﾝｶｸ", "２０％（①ー）㎡ﾊﾝｶｸ"),
    ],
)
def test_only_stand_in_characters_are_folded_for_display(printed: str, folded: str) -> None:
    assert fold_printed(printed) == folded


def test_every_radical_that_unicode_equates_with_an_ideograph_is_folded() -> None:
    supplement = [code for code in range(0x2E80, 0x2EF4) if code != 0x2E9A]
    assert [chr(code) for code in supplement if code not in radical_map()] == ["⺀"]
    assert all(unicodedata.name(radical_map()[code]).startswith("CJK UNIFIED") for code in range(0x2F00, 0x2FD6))


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("①100", "①100"),
        ("12.3¹", "12.3¹"),
        ("１，２３４％", "1,234%"),
        ("サーバー", "サーバー"),
        ("−‐–―─－", "------"),
        ("3〜4～5", "3~4~5"),
        ("㎡", "㎡"),
    ],
)
def test_characters_fold_one_for_one(printed: str, folded: str) -> None:
    assert fold_characters(printed) == folded


@pytest.mark.parametrize(
    ("printed", "folded"),
    [("令和 ４ 年度", "令和4年度"), ("㋿４年", "令和4年"), ("① ㎡", "①m2"), ("市⺠\n割合", "市民割合")],
)
def test_a_field_is_folded_whole(printed: str, folded: str) -> None:
    assert fold_field(printed) == folded


@pytest.mark.parametrize(
    ("printed", "joined"),
    [("利用\n件数", "利用件数"), ("Wi-Fi\nAccess", "Wi-Fi Access"), ("  一行 ", "一行"), ("", ""), ("a\n\n b", "a b")],
)
def test_lines_are_joined_without_a_blank_in_japanese(printed: str, joined: str) -> None:
    assert join_lines(printed) == joined


def test_aligned_text_knows_blanks_lines_and_its_origin() -> None:
    aligned = align("GPS ５ 件\n10 件")
    assert aligned.text == "GPS 5件10件"
    assert [aligned.text[gap] for gap in sorted(aligned.gaps)] == ["5", "件", "1", "件"]
    assert aligned.printed(4, 6) == "５ 件"
    assert (aligned.next_gap(0), aligned.next_line(0), aligned.next_line(6)) == (4, 6, len(aligned.text))


@given(st.text())
def test_folding_by_characters_keeps_the_length_and_every_mark(text: str) -> None:
    folded = fold_characters(text)
    assert len(folded) == len(text)
    assert [char for char in folded if char in MARKS + RAISED] == [char for char in text if char in MARKS + RAISED]


@given(st.text())
def test_aligned_characters_point_at_what_they_were_folded_from(text: str) -> None:
    aligned = align(text)
    folded = fold_characters(text)
    assert all(
        " " if folded[origin].isspace() else folded[origin] == character
        for character, origin in zip(aligned.text, aligned.origin, strict=True)
    )


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_printed(fold_printed(text)) == fold_printed(text)
    assert fold_characters(fold_characters(text)) == fold_characters(text)

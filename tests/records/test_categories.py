"""Marks of a category beside a name: taken off where they are marks, left where they are words of the name."""

from __future__ import annotations

import pytest

from extract.categories import split_category


@pytest.mark.parametrize(
    ("printed", "name", "mark"),
    [
        ("スマート農業の推進 継続", "スマート農業の推進", "継続"),
        ("電子入札の拡充　新規", "電子入札の拡充", "新規"),
        ("とても長い名前の\n施策の推進 継続", "とても長い名前の\n施策の推進", "継続"),
        ("施策の推進\n新規", "施策の推進", "新規"),
        ("情報端末の持ち帰り対応 (新規)", "情報端末の持ち帰り対応", "新規"),
        ("情報端末の持ち帰り対応（一部変更）", "情報端末の持ち帰り対応", "一部変更"),
        ("【新規】電子回覧板", "電子回覧板", "新規"),
        ("（新）AIドリル", "AIドリル", "新"),
        ("電子入札の拡充", "電子入札の拡充", ""),
        ("新規就農者の支援", "新規就農者の支援", ""),
        ("ICT 環境の充実", "ICT 環境の充実", ""),
        ("継続", "継続", ""),
        ("", "", ""),
    ],
)
def test_a_mark_is_told_from_a_name(printed: str, name: str, mark: str) -> None:
    assert split_category(printed) == (name, mark)

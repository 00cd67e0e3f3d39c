"""Numbers and units by themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.numbers import read_number
from transforms.units import (
    UnitSpec,
    dimension,
    known_units,
    parse_unit_label,
    per_in_name,
    unit_in_name,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", "1234"),
        ("0.30", "0.30"),
        ("783千人", "783000"),
        ("5千万円", "50000000"),
        ("12百万円", "12000000"),
        ("2億1千5百万円", "215000000"),
        ("1億2千5百万", "125000000"),
        ("2兆3,000億円", "2300000000000"),
        ("▲7", "-7"),
        ("+5", "5"),
        ("3万4120", "34120"),
    ],
)
def test_a_number_is_read_with_its_scale(text: str, value: str) -> None:
    number = read_number(text)
    assert number is not None
    assert number.value == Decimal(value)


@pytest.mark.parametrize("text", ["", "件", "千円", "1.2.3", "ー3", ".5"])
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["1,23", "12,34", "007", "1,2345"])
def test_odd_digits_are_marked(text: str) -> None:
    number = read_number(text)
    assert number is not None
    assert "digits-irregular" in number.rules


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(1, 9999))
def test_man_and_oku_add_up(ones: int, man: int, oku: int) -> None:
    text = f"{oku}億" + (f"{man}万" if man else "") + (f"{ones}" if ones else "")
    number = read_number(text)
    assert number is not None
    assert number.value == oku * 10**8 + man * 10**4 + ones


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "▲", "△", "-"]))
def test_a_printed_decimal_comes_back(value: Decimal, sign: str) -> None:
    number = read_number(f"{sign}{value:,}")
    assert number is not None
    assert number.value == (-value if sign else value)


@pytest.mark.parametrize(
    ("label", "unit", "factor", "per", "note"),
    [
        ("千円", "円", 1000, "", ""),
        ("百万円", "円", 1_000_000, "", ""),
        ("%", "%", 1, "", ""),
        ("％", "%", 1, "", ""),
        ("千円/人", "円", 1000, "人", ""),
        ("件／年", "件", 1, "年", ""),
        ("人（累計）", "人", 1, "", "累計"),
        ("人（実人数", "人", 1, "", "実人数"),
        ("（人）", "人", 1, "", ""),
        ("単位：千円", "円", 1000, "", ""),
        ("万t-CO2", "t-CO2", 10000, "", ""),
        ("千㎡", "㎡", 1000, "", ""),
        ("m2", "㎡", 1, "", ""),
        ("人/10万人", "人", 1, "10万人", ""),
        ("g/人・日", "g", 1, "人・日", ""),
        ("人・日", "人・日", 1, "", ""),
        ("mg/L", "mg/L", 1, "", ""),
        ("パーセント", "%", 1, "", ""),
        ("カ 所", "カ所", 1, "", ""),
        ("ＩＤ", "ID", 1, "", ""),
        ("―", "", 1, "", ""),
        ("なし", "", 1, "", ""),
        ("ほげ", "ほげ", 1, "", ""),
        ("千円、税抜き", "円", 1000, "", ""),
        ("単位：千円（消費税込み）", "円", 1000, "", "消費税込み"),
    ],
)
def test_a_unit_label(label: str, unit: str, factor: int, per: str, note: str) -> None:
    spec = parse_unit_label(label)
    assert spec is not None
    assert (spec.unit, spec.factor, spec.per, spec.note) == (unit, factor, per, note)


def test_a_blank_unit_label_says_nothing() -> None:
    assert parse_unit_label("  ") is None


@pytest.mark.parametrize(
    ("indicator", "unit", "rule"),
    [("受診率", "%", "unit-chosen-by-name"), ("滞納額", "円", "unit-chosen-by-name")],
)
def test_of_several_units_the_name_decides(indicator: str, unit: str, rule: str) -> None:
    spec = parse_unit_label("千円、％", indicator)
    assert spec is not None
    assert (spec.unit, rule in spec.rules) == (unit, True)


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [
        ("透析患者の数", "人"),
        ("１人当たり医療費", "円"),
        ("使用割合（数量ベース）", "%"),
        ("職員数の前年度からの増減", "人"),
    ],
)
def test_of_three_units_the_name_decides(indicator: str, unit: str) -> None:
    spec = parse_unit_label("千円、人、％", indicator)
    assert spec is not None
    assert spec.unit == unit


def test_several_units_that_the_name_does_not_part_stay_open() -> None:
    assert parse_unit_label("人、件", "参加者") == UnitSpec("", rules=("unit-ambiguous",))


@pytest.mark.parametrize(
    ("name", "unit", "per"),
    [
        ("参加率（％）", "%", ""),
        ("手続の数（累計、手続）", "手続", ""),
        ("参加者数（人/年）", "人", ""),
        ("成約件数（件・累計）", "件", ""),
        ("ごみ排出量（g/人・日）", "g", ""),
        ("医師数(人口10万人当たり)", None, "人口10万人"),
        ("県民一人当たり家計可処分所得", None, "人"),
        ("自殺死亡率（人口10万対）", None, "人口10万"),
        ("1人1日当たりのごみ排出量", None, "人・日"),
        ("開発商品掲載数（３年間合計）", None, ""),
        ("一般会計決算額（千円）", "円", ""),
        ("スマート農業取組件数（ロボット技術やICTの導入など）", None, ""),
    ],
)
def test_units_and_per_in_a_name(name: str, unit: str | None, per: str) -> None:
    spec = unit_in_name(name)
    assert ((spec.unit if spec else None), per_in_name(name)) == (unit, per)


def test_every_unit_has_a_dimension_and_a_base_unit_of_the_same() -> None:
    assert all(dimension(unit.base_unit) == unit.dimension and unit.factor > 0 for unit in known_units().values())
    assert dimension("なんとか") == ""

"""Value cells against ``cells.yml``: every convention of reading a cell, one case per line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from transforms.cells import read_cell
from transforms.figures import Figure
from transforms.rules import known_rules
from transforms.units import UnitSpec, parse_unit_label

CASES = yaml.safe_load((Path(__file__).parent / "cells.yml").read_text(encoding="utf-8"))
NUMBERS = {"value", "numerator", "denominator"}
CELL_ALPHABET = (
    "0123456789０１２,.，．%％人件円千万億年度末月日令和平成RH()（）〔〕①②③※/／～〜-−―ー▲△ \n　約以上未満増減男女性小学校"
    "全国位当たり口10万対:：、・「」累計うち¹*#ABct-CO2kWh㋿㎡"
)


def _readable(figure: Figure, keys: set[str]) -> dict[str, Any]:
    read = {key: getattr(figure, key) for key in keys}
    return {key: float(value) if isinstance(value, Decimal) else value for key, value in read.items()}


@pytest.mark.parametrize(
    ("cell", "figures"),
    [(case["cell"], case["figures"]) for section in CASES.values() for case in section],
    ids=[case["cell"] for section in CASES.values() for case in section],
)
def test_a_cell_is_read_as_its_figures(cell: str, figures: list[dict[str, Any]]) -> None:
    blank = {
        "kind": None,
        "value": None,
        "numerator": None,
        "denominator": None,
        "status": "numeric",
        "confidence": 1.0,
    }
    keys = [
        "text",
        "status",
        "value",
        "unit",
        "per",
        "comparator",
        "numerator",
        "denominator",
        "name",
        "mark",
        "kind",
        "heading",
        "period_label",
        "rating",
        "note",
        "aside",
        "confidence",
    ]
    expected = [
        {key: figure.get(key, cell if key == "text" else blank.get(key, "")) for key in keys} for figure in figures
    ]
    assert [_readable(figure, set(keys)) for figure in read_cell(cell, kind="actual")] == expected


@pytest.mark.parametrize(
    ("kind", "indicator", "status"),
    [
        ("target", "申込件数", "not_set"),
        ("baseline", "申込件数", "not_available"),
        ("actual", "申込件数", "not_available"),
        ("actual", "指標の設定はありません", "not_set"),
        ("baseline", "指標の設定はありません。", "not_set"),
    ],
)
def test_a_dash_means_what_its_column_and_its_indicator_say(kind: str, indicator: str, status: str) -> None:
    (figure,) = read_cell("―", kind=kind, indicator=indicator)
    assert figure.status == status


@pytest.mark.parametrize("word", ["未設定", "設定なし", "目標値なし", "未定"])
def test_words_for_no_target_are_not_set_in_a_target_only(word: str) -> None:
    assert [read_cell(word, kind=kind)[0].status for kind in ("target", "actual")] == ["not_set", "not_available"]


@pytest.mark.parametrize("cell", ["「」", "※", "()", "、"])
def test_a_cell_of_signs_alone_is_not_lost(cell: str) -> None:
    assert [figure.status == "numeric" for figure in read_cell(cell, kind="actual")] == [False]


@pytest.mark.parametrize("cell", ["", " ", "\n", "　"])
def test_a_blank_cell_has_no_figure(cell: str) -> None:
    assert read_cell(cell, kind="target") == []


@pytest.mark.parametrize(
    ("cell", "label", "value", "unit", "per", "confidence"),
    [
        ("943", "件", 943, "件", "", 1.0),
        ("7,282", "千円/人", 7_282_000, "円", "人", 1.0),
        ("△739", "人", -739, "人", "", 1.0),
        ("1.59", "―", 1.59, "", "", 1.0),
        ("150万", "件", 1_500_000, "件", "", 1.0),
        ("783千人", "千人", 783_000, "人", "", 1.0),
        ("45", "％", 45, "%", "", 1.0),
        ("12件", "人", 12, "件", "", 1.0),
        ("1,234円", "千円", 1234, "円", "", 0.8),
        ("150万", "千円", 1_500_000, "円", "", 0.5),
        ("12", "人（累計）", 12, "人", "", 1.0),
    ],
)
def test_the_unit_of_a_label_counts_where_the_cell_prints_none(
    cell: str, label: str, value: float, unit: str, per: str, confidence: float
) -> None:
    (figure,) = read_cell(cell, kind="actual", unit=parse_unit_label(label))
    assert (float(figure.value or 0), figure.unit, figure.per, figure.confidence) == (value, unit, per, confidence)


def test_a_label_gives_its_unit_to_a_text_and_nothing_to_a_dash() -> None:
    text, dash = (read_cell(cell, kind="actual", unit=UnitSpec("人", 1000))[0] for cell in ("社会増", "―"))
    assert (text.unit, text.value, dash.unit) == ("人", None, "")


@given(st.text(alphabet=CELL_ALPHABET, max_size=25), st.sampled_from(["baseline", "actual", "target"]))
def test_no_cell_is_lost_and_no_value_is_without_status(cell: str, kind: str) -> None:
    figures = read_cell(cell, kind=kind)
    assert bool(figures) == bool(cell.strip())
    assert all((figure.status == "numeric") == (figure.value is not None) for figure in figures)
    assert all(rule in known_rules() for figure in figures for rule in figure.rules)


@given(st.integers(0, 10**12), st.sampled_from(["件", "人", "円", "%", "か国語", "t-CO2"]))
def test_a_number_with_commas_and_a_unit_comes_back_whole(number: int, unit: str) -> None:
    (figure,) = read_cell(f"{number:,}{unit}", kind="actual")
    assert (figure.value, figure.unit, figure.confidence) == (Decimal(number), unit, 1.0)


NUMBERS_IN_PRINT = st.one_of(
    st.integers(0, 10**8).map(lambda number: (f"{number:,}", Decimal(number))),
    st.decimals(0, 9999, places=1).map(lambda number: (f"{number:,}", number)),
    st.integers(1, 9999).map(lambda number: (f"{number}万", Decimal(number * 10_000))),
    st.integers(1, 999).map(lambda number: (f"▲{number}", Decimal(-number))),
)
UNITS_IN_PRINT = st.sampled_from(
    [
        *((unit, unit.replace("％", "%"), 1) for unit in ["人", "％", "円", "か所", "ha", "t-CO2", "㎡", "ポイント", "か国語"]),
        ("億円", "円", 10**8), ("千円", "円", 1000), ("百万円", "円", 10**6), ("件／年度", "件", 1), ("円/人", "円", 1),
    ]
)  # fmt: skip
BEFORE = st.sampled_from(["", "約", "延べ", "累計", "全国", "およそ ", "①"])
AFTER = st.sampled_from(
    [
        "",
        "以上",
        "未満",
        "(R5)",
        "\n(2020年度)",
        "※1",
        "(※)",
        "（うち市外10人）",
        "程度",
        "を維持",
        " 達成",
        "（速報値）",
        "\n(3か年平均)",
    ]
)


@given(NUMBERS_IN_PRINT, UNITS_IN_PRINT, BEFORE, AFTER, st.sampled_from(["", " ", "\n"]))
def test_whatever_stands_around_a_figure_its_value_and_unit_come_back(
    number: tuple[str, Decimal], unit: tuple[str, str, int], before: str, after: str, gap: str
) -> None:
    (figure,) = read_cell(before + number[0] + gap + unit[0] + after, kind="actual")
    assert (figure.value, figure.unit, figure.status) == (number[1] * unit[2], unit[1], "numeric")
    assert figure.confidence >= (0.85 if "達成" in after else 0.9)

"""Parts of an indicator: told by the note, or by the unit of a figure in a cell of several."""

from __future__ import annotations

import polars as pl
import pytest

from transforms.parts import with_parts
from transforms.schema import OBSERVATION, polars_schema


def _frame(*rows: tuple[str, str, str]) -> pl.DataFrame:
    """Observations of one indicator, each of a note, a unit and rules."""
    place = {"document": "d", "field": "", "measure_no": "1", "measure": "施策", "indicator": "健康寿命"}
    return pl.DataFrame(
        [place | {"note": note, "unit": unit, "rules": rules} for note, unit, rules in rows],
        schema=polars_schema(OBSERVATION),
    )


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        ([("", "年", "")], [""]),
        ([("内訳: 男性", "年", "part-of-indicator"), ("概数; 内訳: 女性; 全国", "年", "")], ["男性", "女性"]),
        ([("compound cell", "%", "compound-cell"), ("compound cell", "市町村", "compound-cell")], ["", "市町村"]),
        ([("compound cell", "%", "compound-cell"), ("", "%", "")], ["", ""]),
        ([("", "件", "western-year"), ("", "人", "")], ["", ""]),
    ],
)
def test_a_part_is_told_by_note_or_unit(rows: list[tuple[str, str, str]], parts: list[str]) -> None:
    found = with_parts(_frame(*rows))
    assert found["part"].to_list() == parts
    assert found["indicator"].to_list() == [f"健康寿命（{part}）" if part else "健康寿命" for part in parts]
    assert set(found["read_as"]) == {"健康寿命"}


def test_a_rank_is_not_judged_by_the_direction_of_its_figure() -> None:
    frame = _frame(("内訳: 男性", "年", ""), ("内訳: 男性 順位; 全国", "位", "")).with_columns(direction=pl.lit("up"))
    assert with_parts(frame)["direction"].to_list() == ["up", "none"]

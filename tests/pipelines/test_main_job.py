"""The main job on the whole collection: what an analyst finds by SQL alone, and what the README promises."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.pipelines.collections import PROJECT, SHIHYO, Collection


def test_every_document_is_read(collection: Collection) -> None:
    assert collection.rows("SELECT DISTINCT outcome FROM quality.document_outcome") == [("read",)]
    assert collection.rows("SELECT count(*) FROM quality.document_outcome") == [(5,)]


PROGRESS = """
SELECT baseline, baseline_year, latest, latest_year, target, target_year, direction, verdict
FROM marts.indicator_progress
WHERE municipality_code = '072079' AND measure_no = '{measure_no}'
"""


@pytest.mark.parametrize(
    ("measure_no", "rows"),
    [
        ("2-9", [(554, 2020, 21115, 2022, 700, 2024, "up", "achieved")]),
        ("6-2", [(112, 2021, 118, 2022, 100, 2024, "down", "worsened")]),
        ("9-1", [(0, 2020, 0, 2022, 0, 2024, "down", "achieved")]),
        ("6-4", [(0, 2020, None, 2022, 4000, 2024, "up", "not_measurable")]),
        ("4-1", []),
    ],
)
def test_what_is_known_of_a_measure(measure_no: str, rows: list[tuple[object, ...]], collection: Collection) -> None:
    assert collection.rows(PROGRESS.format(measure_no=measure_no)) == rows


def test_accidents_are_counted_by_calendar_year(collection: Collection) -> None:
    sql = """
        SELECT DISTINCT p.kind
        FROM fact_indicator_value JOIN dim_period AS p USING (period_id) JOIN dim_indicator AS i USING (indicator_id)
        JOIN dim_measure AS m ON m.measure_id = i.measure_id WHERE m.measure_no = '6-2'
    """
    assert collection.rows(sql) == [("calendar_year",)]


@pytest.mark.parametrize("page", ["README.md", "README.ja.md"])
def test_the_first_query_of_the_readme_answers_as_printed(page: str, collection: Collection) -> None:
    """The block that begins with ``$ .venv/bin/shihyo sql`` is a call and its real output."""
    block = re.search(r"^    \$ \.venv/bin/(shihyo sql .*?)\n\n", _readme(page), re.MULTILINE | re.DOTALL)
    assert block
    call, printed = re.fullmatch(r"(shihyo sql \"[^\"]*\")\n(.*)", block.group(1), re.DOTALL).groups()  # type: ignore[union-attr]
    ended = subprocess.run(
        [SHIHYO, *shlex.split(call)[1:]], env=collection.environment, capture_output=True, text=True, check=True
    )
    assert _lines(ended.stdout) == _lines(printed)


def _readme(name: str) -> str:
    return Path(PROJECT / name).read_text(encoding="utf-8")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]

"""A build: the same input gives the same rows, whatever lay there before; what is not as declared is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.warehouse.builders import document, figure, frame, gold_inputs, inputs, municipalities, observation
from tests.warehouse.conftest import ask
from warehouse import build as build_module
from warehouse.build import build, build_core, build_marts
from warehouse.connect import reading, sweep, writing
from warehouse.errors import BuildError, InputError, StorageError
from warehouse.inputs import WarehouseInput
from warehouse.statements import Mart

# The key of 電子決裁率 of the gold input, as it was when it was first published.
GOLDEN_KEY = "i_a3f8087ded3224ec"
FACTS = "SELECT * FROM fact_indicator_value ORDER BY rowid"


def test_two_builds_give_the_same_rows_in_the_same_order(tmp_path: Path, gold_path: Path) -> None:
    given = gold_inputs()
    shuffled = {kind: records.sample(fraction=1.0, shuffle=True, seed=7) for kind, records in given.records.items()}
    again, other_order = tmp_path / "again.duckdb", tmp_path / "elsewhere" / "other.duckdb"
    other_order.parent.mkdir()
    build(given, again)
    build(replace(given, records=shuffled), other_order)
    assert ask(again, FACTS) == ask(gold_path, FACTS)
    hashes = "SELECT observation_id, row_hash FROM fact_indicator_value ORDER BY ALL"
    assert ask(other_order, hashes) == ask(gold_path, hashes)


def test_keys_hold_no_clock_and_no_path(gold_path: Path) -> None:
    """A key changes only when what it stands for does."""
    rows = ask(gold_path, "SELECT indicator_id FROM dim_indicator WHERE name = '電子決裁率'")
    assert rows == [{"indicator_id": GOLDEN_KEY}]


def test_the_core_has_empty_marts_until_they_are_built(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    build_core(inputs([observation()]), path)
    assert ask(path, "SELECT count(*) AS n FROM marts.document_coverage") == [{"n": 0}]
    build_marts(path)
    build_marts(path)
    assert ask(path, "SELECT count(*) AS n FROM marts.document_coverage") == [{"n": 1}]


def test_what_a_broken_run_left_is_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_bytes(b"half a file")
    (tmp_path / "warehouse.duckdb.wal").write_bytes(b"half a log")
    (tmp_path / "warehouse.duckdb.tmp").mkdir()
    build(inputs([observation()]), path)
    assert sorted(os.listdir(tmp_path)) == ["warehouse.duckdb"]


def test_an_empty_collection_builds(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    build(inputs([], [], [], []), path)
    assert ask(path, "SELECT count(*) AS n FROM dim_municipality") == [{"n": 1963}]


def test_reading_leaves_nothing_beside_the_file(tmp_path: Path, gold_path: Path) -> None:
    before = sorted(os.listdir(gold_path.parent))
    with reading(gold_path) as connection:
        connection.execute("SELECT count(*) FROM dim_unit").fetchall()
        assert sorted(os.listdir(gold_path.parent)) == before
        with pytest.raises(Exception, match="read-only"):
            connection.execute("DELETE FROM dim_unit").fetchall()


def broken(**changed: Any) -> WarehouseInput:
    return replace(inputs([observation()]), **changed)


BAD_INPUTS: list[tuple[str, Callable[[], WarehouseInput], str]] = [
    ("missing column", lambda: broken(municipalities=municipalities().drop("kana")), "municipalities: missing column kana"),
    ("wrong type", lambda: broken(municipalities=municipalities().with_columns(population_2020=pl.lit("many"))), "municipalities"),
    ("missing kind of record", lambda: broken(records={}), "no frame of observations"),
    ("document without entry", lambda: inputs([observation(document="stranger")]), "observations of stranger: no entry"),
    ("review without entry", lambda: inputs(review=[{"document": "stranger", "page": 1, "reason": "", "text": ""}]), "review of stranger"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "message"), [case[1:] for case in BAD_INPUTS], ids=[case[0] for case in BAD_INPUTS])
def test_an_input_that_is_not_as_declared_is_refused(
    tmp_path: Path, given: Callable[[], WarehouseInput], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        build(given(), tmp_path / "warehouse.duckdb")
    assert os.listdir(tmp_path) == []


def test_columns_beyond_the_declared_ones_are_left_out() -> None:
    assert inputs([observation()]).frames()["municipalities"].columns[-1] == "population_2020"


def test_a_mart_with_other_columns_than_declared_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "warehouse.duckdb"
    build_core(inputs([observation()]), path)
    monkeypatch.setattr(build_module, "marts", lambda: [Mart("ebpm_panel", "SELECT 1 AS colour")])
    with pytest.raises(
        BuildError, match=r"ebpm_panel\.sql: declared / yielded columns differ: municipality_code / colour"
    ):
        build_marts(path)


def test_a_statement_that_fails_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_module, "scripts", lambda step: [(f"{step}/x.sql", "SELECT * FROM nowhere")])
    with pytest.raises(BuildError, match=r"ddl/x\.sql: .*nowhere"):
        build_core(inputs([observation()]), tmp_path / "warehouse.duckdb")


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "no such file"), (b"<html>not a database</html>" * 300, "not a valid DuckDB")],
    ids=["no file", "no database"],
)
def test_what_cannot_be_opened_says_so(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "warehouse.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StorageError, match=message), reading(path):
        pass


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"warehouse\.duckdb"), writing(tmp_path / "nowhere" / "warehouse.duckdb"):
        pass


def test_sweeping_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    sweep(tmp_path / "warehouse.duckdb")
    assert os.listdir(tmp_path) == []


FULL_DISK = """
import resource, sys
from pathlib import Path
from tests.warehouse.builders import gold_inputs
from warehouse.build import build
from warehouse.errors import StorageError
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
given = gold_inputs()
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    build(given, Path(sys.argv[1]))
except StorageError as error:
    print("StorageError", error)
"""


def test_a_disk_that_is_full_is_a_typed_error(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: DuckDB sees the same refusal to write."""
    path = tmp_path / "warehouse.duckdb"
    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)], capture_output=True, text=True, check=False, timeout=120
    )
    assert told.stdout.startswith("StorageError"), told.stderr


def test_a_document_with_projects_alone_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    records = {"projects": [{
        "document": "plan", "page": 1, "project_no": "1", "name": "事業", "category": "", "department": "税務課、市民課",
        "description": "", "pillar": "", "policy": "", "sub_policy": "", "confidence": 1.0,
    }]}  # fmt: skip
    build(inputs([], **records), path)
    rows = ask(
        path, "SELECT p.name, d.name AS department FROM dim_project AS p JOIN dim_department AS d USING (department_id)"
    )
    assert rows == [{"name": "事業", "department": "税務課"}]


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("FY2022", "令和4年度"),
        ("FY2019", "令和元年度"),
        ("CY2018", "平成30年"),
        ("FY1989", "平成元年度"),
        ("CY1988", "昭和63年"),
    ],
)
def test_periods_are_named_in_eras(tmp_path: Path, period: str, label: str) -> None:
    path = tmp_path / "warehouse.duckdb"
    build(inputs([figure("actual", 1, 2022), figure("baseline", 1, None, calendar_year=1988)]), path)
    assert ask(path, f"SELECT label_ja FROM dim_period WHERE period_id = '{period}'") == [{"label_ja": label}]


def test_frames_are_checked_by_name() -> None:
    assert frame("documents", [document()]).height == 1

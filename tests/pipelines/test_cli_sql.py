"""``shihyo sql``: the rows, and everything that a query is not allowed to do."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from tests.pipelines.test_cli_extract import shihyo


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small published warehouse."""
    folder = tmp_path_factory.mktemp("data")
    with duckdb.connect(folder / "warehouse.duckdb") as connection:
        connection.execute(
            "CREATE TABLE city AS SELECT * FROM (VALUES ('須賀川市', 75039, 0.5), ('恵那市', NULL, 2.0)) t(name, people, share)"
        )
    return folder


@pytest.mark.parametrize(
    ("result_format", "expected"),
    [
        ("csv", "name,people,share\n須賀川市,75039,0.5\n恵那市,,2\n"),
        ("table", "name     | people | share\n須賀川市 | 75039  | 0.5\n恵那市   | NULL   | 2\n"),
    ],
)
def test_rows_as_text(result_format: str, expected: str, data: Path) -> None:
    ended = shihyo("sql", "SELECT * FROM city", "--data-dir", data, "--format", result_format)
    shown = ended.stdout.decode()
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [line.split() for line in shown.splitlines() if "─" not in line] == [
        line.replace("|", " ").split() for line in expected.splitlines()
    ]


def test_rows_as_json(data: Path) -> None:
    ended = shihyo("sql", "SELECT name, people FROM city ORDER BY name", "--data-dir", data, "--format", "json")
    assert json.loads(ended.stdout) == [{"name": "恵那市", "people": None}, {"name": "須賀川市", "people": 75039}]


def test_a_wide_result_is_not_cut_where_there_is_no_terminal(data: Path) -> None:
    ended = shihyo("sql", "SELECT repeat('長', 300) AS a, repeat('い', 300) AS b", "--data-dir", data)
    assert "長" * 300 in ended.stdout.decode()
    assert "い" * 300 in ended.stdout.decode()


@pytest.mark.parametrize(
    "query", ["DESCRIBE city", "SHOW TABLES", "FROM city", "WITH a AS (SELECT 1) SELECT * FROM a;"]
)
def test_what_returns_rows_is_a_query(query: str, data: Path) -> None:
    assert shihyo("sql", query, "--data-dir", data).returncode == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELEC 1",
        "SELECT nothing FROM city",
        "",
        "SELECT 1; SELECT 2",
        "DROP TABLE city",
        "DELETE FROM city",
        "CREATE TABLE other AS SELECT 1",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "COPY city TO 'stolen.csv'",
        "ATTACH 'other.duckdb'",
        "EXPORT DATABASE 'stolen'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
    ],
)
def test_anything_else_is_exit_2_and_one_line(query: str, data: Path) -> None:
    before = (data / "warehouse.duckdb").read_bytes()
    ended = shihyo("sql", query, "--data-dir", data)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert len(ended.stderr.decode().splitlines()) == 1
    assert (data / "warehouse.duckdb").read_bytes() == before
    assert [path.name for path in data.iterdir()] == ["warehouse.duckdb"]


def test_without_a_published_warehouse_it_says_how_to_make_one(tmp_path: Path) -> None:
    ended = shihyo("sql", "SELECT 1", "--data-dir", tmp_path)
    assert ended.returncode == 2
    assert "shihyo run" in ended.stderr.decode()


def test_a_file_that_is_no_warehouse_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").write_bytes(b"not a database")
    ended = shihyo("sql", "SELECT 1", "--data-dir", tmp_path)
    assert ended.returncode == 2
    assert len(ended.stderr.decode().splitlines()) == 1

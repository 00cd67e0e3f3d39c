"""``shihyo extract`` as a user calls it: exit codes, what stands on stdout, what stands on stderr."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from tests.pipelines.hostile import UNREADABLE, text_pdf
from tests.pipelines.test_tabular import CONTRACT
from transforms.schema import OBSERVATION, polars_schema

SHIHYO = Path(sys.executable).parent / "shihyo"


def shihyo(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Call the command line."""
    return subprocess.run([SHIHYO, *arguments], capture_output=True, check=False)


@pytest.fixture
def plain_pdf(tmp_path: Path) -> Path:
    """A PDF with text and no table."""
    (tmp_path / "a.pdf").write_bytes(text_pdf(pages=2))
    return tmp_path / "a.pdf"


def test_no_rows_are_a_header_and_a_line_on_stderr(plain_pdf: Path) -> None:
    ended = shihyo("extract", plain_pdf)
    assert ended.returncode == 0
    assert ended.stdout.decode() == CONTRACT + "\n"
    assert ended.stderr.decode().splitlines() == [
        "a.pdf: nothing was found: no observations on 2 pages (該当する記載はありません)"
    ]


@pytest.mark.parametrize(
    ("what", "header"),
    [
        (
            "projects",
            "document,page,project_no,name,category,department,description,pillar,policy,sub_policy,confidence",
        ),
        (
            "phases",
            "document,page,project_no,project,label,first_fiscal_year,last_fiscal_year,open_start,open_end,confidence",
        ),
        (
            "statuses",
            "document,page,field,measure,initiative,started_label,started_fiscal_year,mark,status,is_new,repeats,confidence",
        ),
        ("surveys", "document,page,survey,fiscal_year,target,method,sent,sent_unit,valid,confidence"),
    ],
)
def test_the_other_kinds_of_record_have_their_columns(what: str, header: str, plain_pdf: Path) -> None:
    assert shihyo("extract", plain_pdf, "--what", what).stdout.decode() == header + "\n"


def test_the_other_formats(plain_pdf: Path) -> None:
    assert json.loads(shihyo("extract", plain_pdf, "--format", "json").stdout) == []
    table = shihyo("extract", plain_pdf, "--format", "parquet").stdout
    assert pl.read_parquet(io.BytesIO(table)).schema == polars_schema(OBSERVATION)


def test_a_municipality_of_the_list_is_accepted(plain_pdf: Path) -> None:
    assert shihyo("extract", plain_pdf, "--municipality", "072079").returncode == 0


def test_the_output_file_replaces_an_older_one(plain_pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("old")
    ended = shihyo("extract", plain_pdf, "-o", tmp_path / "out.csv")
    assert (ended.returncode, ended.stdout) == (0, b"")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == CONTRACT + "\n"


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_is_exit_3_one_line_and_nothing_written(name: str, tmp_path: Path) -> None:
    outcome, make = UNREADABLE[name]
    (tmp_path / "a.pdf").write_bytes(make())
    ended = shihyo("extract", tmp_path / "a.pdf", "-o", tmp_path / "out.csv")
    assert (ended.returncode, ended.stdout) == (3, b"")
    (line,) = ended.stderr.decode().splitlines()
    assert line.startswith("a.pdf: ")
    assert line.endswith(f"[{outcome}]")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("name", [b"two\nlines\x1b[31m.pdf", "計画.pdf".encode("shift_jis")])
def test_a_file_can_be_named_anything(name: bytes, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
    Path(path).write_bytes(b"")
    ended = shihyo("extract", path)
    assert ended.returncode == 3
    (line,) = ended.stderr.decode().splitlines()
    assert line.endswith("[empty]")
    assert line.isprintable()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-file.pdf"],
        ["."],
        ["{pdf}", "--format", "xlsx"],
        ["{pdf}", "--what", "figures"],
        ["{pdf}", "--municipality", "72079"],
        ["{pdf}", "--municipality", "999999"],
        ["{pdf}", "-o", "no/such/folder/out.csv"],
        ["{pdf}", "-o", "."],
        ["{pdf}", "--colour"],
    ],
)
def test_unusable_arguments_are_exit_2_before_anything_is_read(arguments: list[str], plain_pdf: Path) -> None:
    ended = shihyo("extract", *(argument.format(pdf=plain_pdf) for argument in arguments))
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr


def test_a_reader_who_stops_early_is_no_error() -> None:
    ended = subprocess.run(f"{SHIHYO} version | true", shell=True, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_extract_waits_for_neither_dagster_nor_great_expectations() -> None:
    code = "import sys, pipelines.cli, pipelines.extracting; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.decode().split()
    assert not {"dagster", "great_expectations", "pandas", "polars", "duckdb"} & set(loaded)


def test_version_is_that_of_the_package() -> None:
    assert shihyo("version").stdout == b"shihyo 0.1.0\n"

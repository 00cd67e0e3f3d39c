from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from pipelines import child
from pipelines.isolation import open_isolated
from tests.pipelines.hostile import DANGEROUS, UNREADABLE, text_pdf
from transforms.schema import RECORDS


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file_is_an_outcome(name: str, tmp_path: Path) -> None:
    expected, make = UNREADABLE[name]
    (tmp_path / "a.pdf").write_bytes(make())
    assert open_isolated(tmp_path / "a.pdf", tmp_path, "read").outcome == expected


@pytest.mark.parametrize("name", DANGEROUS)
def test_a_file_that_eats_memory_or_time_is_an_outcome_in_ten_seconds(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(DANGEROUS[name]())
    begun = time.monotonic()
    assert open_isolated(tmp_path / "a.pdf", tmp_path, "read").outcome in {"crashed", "timed_out"}
    assert time.monotonic() - begun < 10


def test_a_file_that_never_ends_is_timed_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    assert open_isolated(tmp_path / "a.pdf", tmp_path, "look").outcome == "timed_out"


def test_what_was_read_is_left_as_parquet(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(text_pdf(pages=2))
    result = open_isolated(tmp_path / "a.pdf", tmp_path, "read")
    assert (result.outcome, result.pages) == ("read", 2)
    assert sorted(path.stem for path in tmp_path.glob("*.parquet")) == sorted(RECORDS)


def test_a_look_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(text_pdf())
    assert open_isolated(tmp_path / "a.pdf", tmp_path, "look").outcome == "read"
    assert not list(tmp_path.glob("*.parquet"))


def test_a_fault_of_our_own_is_one_line_that_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, needs_text: bool) -> int:
        raise ValueError("two\nlines")

    monkeypatch.setattr(child, "open_checks", broken)
    monkeypatch.setattr("signal.alarm", lambda seconds: 0)
    result = child._result(tmp_path / "a.pdf", tmp_path, "look")
    assert result.outcome == "crashed"
    assert result.detail.startswith("reading broke off: ValueError: two lines (test_isolation.py:")


def test_a_process_that_cannot_start_its_work_is_an_outcome(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(text_pdf())
    result = open_isolated(tmp_path / "a.pdf", tmp_path / "no such folder", "look")
    assert result.outcome == "crashed"
    assert "FileNotFoundError" in result.detail

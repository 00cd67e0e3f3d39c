"""``shihyo run``, for real: what is published, what is said, how it ends."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import duckdb
import pytest

from tests.pipelines.collections import REPORT, SHIHYO, Collection, small_collection
from tests.pipelines.hostile import UNREADABLE, text_pdf

FACTS = "SELECT count(*) FROM fact_indicator_value"
OUTCOMES = "SELECT document_id, outcome FROM quality.document_outcome"


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """A collection that no run has seen."""
    return small_collection(tmp_path)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """A collection that was published once; its tests leave what is published as it is."""
    collection = small_collection(tmp_path_factory.mktemp("published"))
    ended = collection.shihyo("run")
    assert ended.returncode == 0, ended.stderr
    return collection


def _outcomes(collection: Collection) -> dict[str, str]:
    """Outcome per document, as the published warehouse tells it."""
    return {str(document): str(outcome) for document, outcome in collection.rows(OUTCOMES)}


def test_a_run_publishes_and_says_where_things_are(published: Collection) -> None:
    ended = published.shihyo("run")
    assert "1 of 1 read (1 unchanged since the last run)" in ended.stdout
    for path in (published.warehouse, published.data / "exports", published.data / "data_docs" / "index.html"):
        assert str(path) in ended.stdout
        assert path.exists()
    assert published.rows(FACTS) > [(0,)]


def test_a_second_run_reads_nothing_and_yields_the_same(published: Collection) -> None:
    records = {path: path.stat().st_mtime_ns for path in published.data.rglob("reading.json")}
    before = (published.files("documents/*/*.parquet"), published.files("exports/*.parquet"), published.row_hashes())
    assert published.shihyo("run").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in published.data.rglob("reading.json")} == records
    after = (published.files("documents/*/*.parquet"), published.files("exports/*.parquet"), published.row_hashes())
    assert after == before


def test_reading_afresh_yields_the_same(published: Collection, tmp_path: Path) -> None:
    other = Collection(published.raw_docs, tmp_path)
    assert other.shihyo("run").returncode == 0
    assert other.files("*.parquet") == published.files("*.parquet")
    assert other.row_hashes() == published.row_hashes()


def test_the_other_commands_work_on_what_is_published(published: Collection, tmp_path: Path) -> None:
    assert published.shihyo("sql", FACTS, "--format", "csv").stdout.splitlines()[1].isdigit()
    checked = published.shihyo("check")
    assert (checked.returncode, checked.stderr) == (0, "")
    exported = published.shihyo("export", "-o", tmp_path / "out")
    assert (exported.returncode, exported.stdout.strip()) == (0, str(tmp_path / "out"))
    assert list((tmp_path / "out").rglob("*.xlsx"))


@pytest.mark.parametrize("command", ["check", "export"])
def test_without_a_published_warehouse_they_say_how_to_make_one(command: str, collection: Collection) -> None:
    ended = collection.shihyo(command)
    assert ended.returncode == 2
    assert "shihyo run" in ended.stderr


def test_hostile_files_cost_a_line_and_a_row_each(collection: Collection) -> None:
    hostile = {f"hostile_{number}.pdf": UNREADABLE[name] for number, name in enumerate(UNREADABLE)}
    for name, (_, make) in hostile.items():
        collection.put(name, make())
    ended = collection.shihyo("run")
    assert ended.returncode == 0, ended.stderr
    said = sorted(line for line in ended.stderr.splitlines() if line.startswith("hostile"))
    assert [(line.split(":")[0], line.rsplit("[", 1)[1]) for line in said] == sorted(
        (name, f"{outcome}]") for name, (outcome, _) in hostile.items()
    )
    outcomes = _outcomes(collection)
    expected = {Path(name).stem: outcome for name, (outcome, _) in hostile.items()}
    assert outcomes == {**expected, Path(REPORT).stem: "read"}
    assert collection.rows(FACTS) > [(0,)]


def test_a_catalogued_document_that_turns_bad_does_not_stop_the_others(collection: Collection) -> None:
    collection.put("other.pdf", text_pdf("plain"))
    collection.catalogue(REPORT, "other.pdf")
    assert collection.shihyo("run").returncode == 0
    report = collection.raw_docs / REPORT
    report.write_bytes(report.read_bytes()[:100_000])
    ended = collection.shihyo("run")
    assert ended.returncode == 0, ended.stderr
    assert f"{REPORT}: the PDF is damaged" in ended.stderr
    assert _outcomes(collection) == {
        "other": "read",
        Path(REPORT).stem: "damaged",
    }


def test_a_folder_that_disagrees_with_its_catalogue_is_published_with_exit_4(collection: Collection) -> None:
    for name in ("changed.pdf", "gone.pdf"):
        collection.put(name, text_pdf(name))
    collection.catalogue(REPORT, "changed.pdf", "gone.pdf")
    collection.put("changed.pdf", text_pdf("new"))
    collection.put("stray.pdf", text_pdf("stray"))
    (collection.raw_docs / "gone.pdf").unlink()
    ended = collection.shihyo("run")
    assert ended.returncode == 4, ended.stderr
    expected = {"changed": "hash_differs", "gone": "missing_file", "stray": "not_in_catalogue"}
    for document, outcome in expected.items():
        lines = [line for line in ended.stderr.splitlines() if line.startswith(f"{document}.pdf: ")]
        assert len(lines) == 1
        assert lines[0].endswith(f"[{outcome}]")
    outcomes = _outcomes(collection)
    assert outcomes == {**expected, Path(REPORT).stem: "read"}
    assert collection.rows(FACTS) > [(0,)]


def test_an_unusable_catalogue_is_exit_2_and_one_line(collection: Collection) -> None:
    (collection.raw_docs / "catalogue.yml").write_text("plans: [{plan: a}]", encoding="utf-8")
    ended = collection.shihyo("run")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("error: catalogue.yml: plan a: missing key")
    assert not collection.warehouse.exists()


def test_a_failed_check_publishes_nothing_and_says_what_failed(collection: Collection) -> None:
    assert collection.shihyo("run").returncode == 0
    with duckdb.connect(collection.warehouse) as connection:
        connection.execute("INSERT INTO fact_indicator_value SELECT * FROM fact_indicator_value")
    before = collection.warehouse.read_bytes()
    ended = collection.shihyo("run")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "failed: coverage.has_shrunk: expect_column_values_to_not_be_in_set" in ended.stderr
    assert Path(REPORT).stem in ended.stderr
    assert collection.warehouse.read_bytes() == before
    assert "has_shrunk" in (collection.data / "data_docs" / "index.html").read_text(encoding="utf-8")
    accepted = collection.shihyo("run", "--accept-shrink", Path(REPORT).stem)
    assert accepted.returncode == 0, accepted.stderr


def test_a_reader_keeps_its_snapshot_and_blocks_nothing(published: Collection) -> None:
    with duckdb.connect(published.warehouse, read_only=True) as reader:
        before = reader.execute(FACTS).fetchall()
        assert published.shihyo("run").returncode == 0
        assert reader.execute(FACTS).fetchall() == before
    assert published.rows(FACTS) == before


def test_two_runs_at_once_take_turns(collection: Collection) -> None:
    first = collection.start("run")
    second = collection.shihyo("run")
    assert (first.wait(), second.returncode) == (0, 0), second.stderr
    assert collection.rows(FACTS) > [(0,)]


def test_a_run_killed_at_any_moment_leaves_the_last_good_state(published: Collection) -> None:
    hashes = published.row_hashes()
    moments = random.Random(20241)
    for _ in range(6):
        for record in published.data.rglob("reading.json"):
            record.unlink()  # so that reading is among the moments
        run = published.start("run")
        time.sleep(moments.uniform(0.5, 9))
        run.kill()
        run.wait()
        assert published.row_hashes() == hashes
    ended = published.shihyo("run")
    assert ended.returncode == 0, ended.stderr
    assert published.row_hashes() == hashes


def test_a_first_run_killed_leaves_nothing_or_everything(collection: Collection) -> None:
    run = collection.start("run")
    time.sleep(3)
    run.kill()
    run.wait()
    assert not collection.warehouse.exists() or collection.rows(FACTS) > [(0,)]
    assert collection.shihyo("run").returncode == 0
    assert collection.rows(FACTS) > [(0,)]


def test_ctrl_c_is_one_line_and_its_own_exit_code(collection: Collection) -> None:
    run = subprocess.Popen(
        [SHIHYO, "run"],
        env=collection.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert run.stderr is not None
    assert run.stderr.readline().startswith(b"reading")
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to every process of the run
    _, said = run.communicate()
    assert run.returncode == 130
    assert said.decode().splitlines()[-1] == "stopped (中断しました)"
    assert b"Traceback" not in said


def test_a_data_folder_that_cannot_be_written_is_one_line(collection: Collection) -> None:
    collection.data.write_text("a file where a folder should be")
    ended = collection.shihyo("run")
    assert ended.returncode in {2, 5}
    assert "Traceback" not in ended.stderr

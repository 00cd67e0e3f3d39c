"""Publishing: the new file whole in the place of the old, readers undisturbed, a run that dies changes nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.warehouse.builders import figure, inputs
from tests.warehouse.conftest import ask
from warehouse.build import build, build_core
from warehouse.errors import PublishError, WarehouseError
from warehouse.publish import publish

VALUES = "SELECT value FROM marts.indicator_series"


def staged(folder: Path, value: float) -> Path:
    path = folder / "staged.duckdb"
    build(inputs([figure("actual", value, 2022)]), path)
    return path


@pytest.fixture
def published(tmp_path: Path) -> Path:
    path = tmp_path / "published" / "warehouse.duckdb"
    publish(staged(tmp_path, 1), path)
    return path


def test_the_staged_file_takes_the_place(tmp_path: Path, published: Path) -> None:
    publish(staged(tmp_path, 2), published)
    assert ask(published, VALUES) == [{"value": 2}]
    assert os.listdir(published.parent) == ["warehouse.duckdb"]
    assert not (tmp_path / "staged.duckdb").exists()


READER = """
import sys
from pathlib import Path
from warehouse.connect import reading
with reading(Path(sys.argv[1])) as connection:
    print(connection.execute(sys.argv[2]).fetchall(), flush=True)
    sys.stdin.readline()
    print(connection.execute(sys.argv[2]).fetchall(), flush=True)
"""


def test_a_reader_in_another_process_keeps_its_snapshot_and_blocks_nothing(tmp_path: Path, published: Path) -> None:
    command = [sys.executable, "-c", READER, str(published), VALUES]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout
        assert reader.stdin
        assert reader.stdout.readline() == "[(1.0,)]\n"
        publish(staged(tmp_path, 2), published)
        assert ask(published, VALUES) == [{"value": 2}]
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "[(1.0,)]\n"


RUN = """
import sys, time
from pathlib import Path
from tests.warehouse.builders import figure, inputs
from warehouse import build, publish
folder, steps = Path(sys.argv[1]), int(sys.argv[2])
staged, published = folder / "staged.duckdb", folder / "published" / "warehouse.duckdb"
work = [
    lambda: build.build_core(inputs([figure("actual", 2, 2022)]), staged),
    lambda: build.build_marts(staged),
    lambda: publish.publish(staged, published),
]
for step in work[:steps]:
    step()
print("here", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize(("steps", "value"), [(0, 1), (1, 1), (2, 1), (3, 2)])
def test_a_run_that_is_killed_between_two_steps_leaves_a_whole_warehouse(
    tmp_path: Path, published: Path, steps: int, value: float
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, str(tmp_path), str(steps)], stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        assert run.stdout.readline() == "here\n"
        run.send_signal(signal.SIGKILL)
    assert ask(published, VALUES) == [{"value": value}]
    publish(staged(tmp_path, 3), published)
    assert ask(published, VALUES) == [{"value": 3}]


@pytest.mark.parametrize("after", [0.05, 0.2, 0.4])
def test_a_build_that_is_killed_halfway_is_built_again(tmp_path: Path, published: Path, after: float) -> None:
    with subprocess.Popen([sys.executable, "-c", RUN.replace("print", "pass #"), str(tmp_path), "3"]) as run:
        time.sleep(after)
        run.send_signal(signal.SIGKILL)
    assert ask(published, VALUES)[0]["value"] in (1, 2)
    publish(staged(tmp_path, 3), published)
    assert ask(published, VALUES) == [{"value": 3}]


def test_a_warehouse_without_marts_is_not_published(tmp_path: Path, published: Path) -> None:
    path = tmp_path / "staged.duckdb"
    build_core(inputs([figure("actual", 2, 2022)]), path)
    with pytest.raises(WarehouseError, match="marts are empty"):
        publish(path, published)
    assert ask(published, VALUES) == [{"value": 1}]


def test_a_warehouse_that_was_not_closed_is_not_published(tmp_path: Path, published: Path) -> None:
    path = staged(tmp_path, 2)
    path.with_name("staged.duckdb.wal").write_bytes(b"log")
    with pytest.raises(WarehouseError, match="not closed"):
        publish(path, published)
    assert ask(published, VALUES) == [{"value": 1}]


def test_a_refusal_of_the_disk_leaves_the_old_file(
    tmp_path: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = staged(tmp_path, 2)
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PublishError, match="not permitted"):
        publish(path, published)
    assert ask(published, VALUES) == [{"value": 1}]


def test_the_published_folder_is_made(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "warehouse.duckdb"
    publish(staged(tmp_path, 1), target)
    assert ask(target, VALUES) == [{"value": 1}]
    shutil.rmtree(tmp_path / "a")

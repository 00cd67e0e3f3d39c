from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipelines.atomic import replacing
from pipelines.workspace import DATA_VARIABLE, PROJECT, RAW_DOCS_VARIABLE, Workspace

HOLD = """
import sys, time
from pathlib import Path
from pipelines.workspace import Workspace
with Workspace(Path("."), Path(sys.argv[1])).lock(print):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(data: Path) -> subprocess.Popen[bytes]:
    """Another process that holds the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(data)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_run_says_so_and_waits_until_the_first_is_gone(tmp_path: Path) -> None:
    first = holder(tmp_path)
    said: list[str] = []
    entered = threading.Event()

    def second() -> None:
        with Workspace(tmp_path, tmp_path).lock(said.append):
            entered.set()

    thread = threading.Thread(target=second)
    thread.start()
    assert not entered.wait(1)
    first.kill()  # as kill -9 does: nothing is cleaned up
    assert entered.wait(5)
    thread.join()
    first.wait()
    assert len(said) == 1
    assert "another run is working" in said[0]


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, tmp_path)
    workspace.scratch.mkdir()
    (workspace.scratch / "half").write_bytes(b"x")
    with workspace.lock(print):
        assert list(workspace.scratch.iterdir()) == []


def test_folders_come_from_the_call_then_the_environment_then_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    monkeypatch.delenv(RAW_DOCS_VARIABLE, raising=False)
    assert Workspace.default().data == PROJECT / "data"
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "a"))
    monkeypatch.setenv(RAW_DOCS_VARIABLE, str(tmp_path / "b"))
    assert (Workspace.default().data, Workspace.default().raw_docs) == (tmp_path / "a", tmp_path / "b")
    assert Workspace.default(data=tmp_path / "c").data == tmp_path / "c"


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    with pytest.raises(TypeError), replacing(target) as scratch:
        scratch.write_text("half" + 1)  # type: ignore[operator]
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert target.read_text() == "old"
    with replacing(target) as scratch:
        scratch.write_text("new")
    assert target.read_text() == "new"


def test_a_replaced_file_can_be_read_by_those_who_could_read_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with replacing(tmp_path / "replaced") as scratch:
        scratch.write_text("new")
    assert (tmp_path / "replaced").stat().st_mode == (tmp_path / "plain").stat().st_mode

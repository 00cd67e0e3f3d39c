"""No file does harm: each is read or refused, in ten seconds and a gibibyte, with one line, and nothing in it is invented."""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import UnreadableDocument
from tests.hostile.files import DEADLY, FILES, Hostile
from transforms.documents import read_document

SHIHYO = Path(sys.executable).parent / "shihyo"
SECONDS, KIBIBYTES = 10, 2**20  # of computing, whatever else the machine does; of any one process
EXIT = {"read": 0, "damaged": 3, "encrypted": 3, "no_text": 3, "crashed": 3}
ALL = FILES | DEADLY


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_for_what_it_holds_or_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    hostile, path = FILES[name], tmp_path / "a.pdf"
    path.write_bytes(hostile.make())
    assert read(path) == (hostile.outcome, hostile.figures, hostile.note)


def read(path: Path) -> tuple[str, int, str]:
    """The outcome, the number of figures, and the reason of the one page that was left unread."""
    try:
        frames = read_document(path).frames
    except UnreadableDocument as error:
        return error.reason.value, 0, ""
    pages = frames["review"].filter(frames["review"]["x0"].is_null())["reason"].to_list()
    return "read", frames["observations"].height, "".join(pages)


@pytest.mark.parametrize("name", ALL)
def test_the_command_line_ends_in_time_with_one_line(name: str, tmp_path: Path) -> None:
    hostile = ALL[name]
    (tmp_path / "a.pdf").write_bytes(hostile.make())
    code, usage, lines = extract(tmp_path)
    assert usage.ru_utime + usage.ru_stime < SECONDS
    assert usage.ru_maxrss < KIBIBYTES
    assert code == EXIT[hostile.outcome], lines
    assert len(lines) == (0 if hostile.figures else 1), lines
    assert rows(tmp_path, hostile) == hostile.figures


def extract(folder: Path) -> tuple[int, resource.struct_rusage, list[str]]:
    """Exit code, time and memory of all its processes, and the lines on stderr of ``shihyo extract``."""
    command: list[str | Path] = [SHIHYO, "extract", folder / "a.pdf", "-o", folder / "out.csv"]
    with (folder / "stderr").open("wb") as stderr:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr)
        _, status, usage = os.wait4(process.pid, 0)
    lines = (folder / "stderr").read_text(encoding="utf-8").splitlines()
    return os.waitstatus_to_exitcode(status), usage, lines


def rows(folder: Path, hostile: Hostile) -> int:
    """The number of rows written; a file that was refused leaves none behind."""
    if EXIT[hostile.outcome]:
        return int((folder / "out.csv").exists())
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return len(list(csv.DictReader(file)))

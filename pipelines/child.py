"""The process that opens one PDF, and nothing else: started by ``pipelines.isolation``, it may die without harm.

Belongs here: limits of memory and time, and the hand-over of what was read. Does not belong here: reading itself.
Run as ``python -m pipelines.child FILE FOLDER look|read``: it leaves ``result.json`` and, for ``read``, one Parquet file
per kind of record in FOLDER.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import NamedTuple

from extract.errors import UnreadableDocument
from extract.intake import open_checks
from pipelines.recognition import engine, is_wanted

MEMORY_BYTES = 900 * 2**20
OPEN_SECONDS = 6
READ_SECONDS, READ_SECONDS_PER_PAGE = 30, 3
OCR_SECONDS_PER_PAGE = 60
RESULT_FILE = "result.json"


class Result(NamedTuple):
    """What the child hands over: a value of ``pipelines.outcomes.Outcome``, a line for people, the number of pages."""

    outcome: str
    detail: str
    pages: int | None = None


def main(argv: list[str]) -> None:
    """Open the file, read it where asked to, leave the result."""
    path, folder, depth = Path(argv[0]), Path(argv[1]), argv[2]
    _limit_memory()
    result = _result(path, folder, depth)
    (folder / RESULT_FILE).write_text(json.dumps(result._asdict()), encoding="utf-8")


def _result(path: Path, folder: Path, depth: str) -> Result:
    try:
        return _open(path, folder, depth)
    except UnreadableDocument as error:
        return Result(error.reason.value, error.detail)
    except MemoryError:
        return Result("crashed", f"needs more than {MEMORY_BYTES >> 20} MiB of memory (メモリ不足)")
    except Exception as error:  # the border of the process: whatever broke becomes one line of the outcome
        return Result("crashed", _describe(error))


def _open(path: Path, folder: Path, depth: str) -> Result:
    # The default action of SIGALRM ends the process, also while it is deep in native code.
    signal.alarm(OPEN_SECONDS)
    pages = open_checks(path, needs_text=not is_wanted())
    signal.alarm(READ_SECONDS + (OCR_SECONDS_PER_PAGE if is_wanted() else READ_SECONDS_PER_PAGE) * pages)
    if depth == "read":
        _read(path, folder)
    return Result("read", f"{pages} pages read", pages)


def _read(path: Path, folder: Path) -> None:
    # Loaded only now: a file that cannot be opened is told so without waiting for the libraries.
    from pipelines.parquet import write_frame
    from transforms.documents import read_document

    for kind, frame in read_document(path, engine()).frames.items():
        write_frame(frame, folder / f"{kind}.parquet")


def _limit_memory() -> None:
    """Cap the address space; elsewhere than on Linux the limit is not kept by the system and therefore not set."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _describe(error: Exception) -> str:
    """The error and the line of ours on which it arose, in one line."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return f"reading broke off: {words} ({Path(last.filename).name}:{last.lineno})"


if __name__ == "__main__":
    main(sys.argv[1:])

"""Reading a file in a process of its own, so that a hostile PDF cannot take a run down.

Belongs here: starting ``pipelines.child`` and saying how it ended. Does not belong here: its limits, what it reads.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Literal

from pipelines.child import RESULT_FILE, Result

# One heap and one thread: otherwise every core reserves address space, of which the child has little.
_ENVIRONMENT = {
    "MALLOC_ARENA_MAX": "1",
    "POLARS_MAX_THREADS": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
_ENDINGS = {signal.SIGALRM: Result("timed_out", "took too long and was stopped (時間切れ)")}


def open_isolated(path: Path, folder: Path, depth: Literal["look", "read"]) -> Result:
    """Open ``path`` in a child process, which leaves its Parquet files in ``folder`` (for ``read``)."""
    command = [sys.executable, "-m", "pipelines.child", str(path.resolve()), str(folder.resolve()), depth]
    ended = subprocess.run(
        command, env={**os.environ, **_ENVIRONMENT}, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if ended.returncode == 0:
        return Result(**json.loads((folder / RESULT_FILE).read_text(encoding="utf-8")))
    if ended.returncode < 0:
        return _by_signal(-ended.returncode)
    return Result("crashed", f"reading broke off: {_last_line(ended.stderr)}")


def _by_signal(number: int) -> Result:
    name = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
    return _ENDINGS.get(signal.Signals(number), Result("crashed", f"reading was ended by {name} (異常終了)"))


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "no reason given"

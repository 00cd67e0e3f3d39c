"""Runs of the ways: one process each, its seconds, its pages, and the memory of the greatest of its processes.

Belongs here: starting and measuring processes. Does not belong here: the work itself (``ways``), how it is printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds on the clock, pages, MiB of the greatest process."""

    seconds: float
    pages: int
    mebibytes: float


def run(way: str, paths: Sequence[Path]) -> Run:
    """One run of a way over files."""
    command = [sys.executable, "-m", "tests.bench.ways", way, *map(str, paths)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{way} broke off")
    seconds, pages = printed.split()
    return Run(float(seconds), int(pages), usage.ru_maxrss / 1024)


def rounds(ways: Sequence[str], paths: Sequence[Path], times: int) -> dict[str, Run]:
    """The median of several rounds; each round goes through all ways, so that a busy machine is busy for all of them."""
    runs = [{way: run(way, paths) for way in ways} for _ in range(times)]
    return {way: _median([made[way] for made in runs]) for way in ways}


def _median(runs: Sequence[Run]) -> Run:
    return Run(median(r.seconds for r in runs), runs[0].pages, max(r.mebibytes for r in runs))

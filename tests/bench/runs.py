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


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: pages, seconds on the clock and of computing, MiB of the greatest process."""

    pages: int
    clock: float
    computing: float
    mebibytes: float


def run(way: str, paths: Sequence[Path]) -> Run:
    """One run of a way over files."""
    command = [sys.executable, "-m", "tests.bench.ways", way, *map(str, paths)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{way} broke off")
    pages, clock, computing = printed.split()
    return Run(int(pages), float(clock), float(computing), usage.ru_maxrss / 1024)


def rounds(ways: Sequence[str], paths: Sequence[Path], times: int) -> dict[str, Run]:
    """The fastest of several rounds: what else the machine does can only add to it. Each round goes through all ways."""
    runs = [{way: run(way, paths) for way in ways} for _ in range(times)]
    return {way: min((made[way] for made in runs), key=lambda one: one.clock) for way in ways}

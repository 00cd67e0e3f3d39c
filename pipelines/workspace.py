"""Where things are: the folder of published documents and the folder in which everything produced lies.

Belongs here: paths, and the lock that lets one run at a time write. Does not belong here: what is in the files.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DATA_VARIABLE, RAW_DOCS_VARIABLE = "SHIHYO_DATA", "SHIHYO_RAW_DOCS"
_POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Workspace:
    """The two folders of a run; ``reference`` is the list of municipalities that ships with the project."""

    raw_docs: Path
    data: Path
    reference: Path = PROJECT / "raw_docs" / "reference" / "municipalities.csv"

    @classmethod
    def default(cls, data: Path | None = None, raw_docs: Path | None = None) -> Workspace:
        """The folders as given, else as the environment names them, else those of the project."""
        return cls(
            raw_docs=raw_docs or _from_environment(RAW_DOCS_VARIABLE) or PROJECT / "raw_docs",
            data=data or _from_environment(DATA_VARIABLE) or PROJECT / "data",
        )

    @property
    def catalogue(self) -> Path:
        """The catalogue of the published documents."""
        return self.raw_docs / "catalogue.yml"

    @property
    def documents(self) -> Path:
        """One folder per document: its Parquet files and ``reading.json``."""
        return self.data / "documents"

    @property
    def scratch(self) -> Path:
        """What a run is still working on; emptied when a run begins."""
        return self.data / "scratch"

    @property
    def staged(self) -> Path:
        """The warehouse that is being built and checked."""
        return self.scratch / "warehouse.duckdb"

    @property
    def warehouse(self) -> Path:
        """The published warehouse."""
        return self.data / "warehouse.duckdb"

    @property
    def data_docs(self) -> Path:
        """The readable results of the checks of the newest run."""
        return self.data / "data_docs"

    @property
    def exports(self) -> Path:
        """CSV, Parquet and the Excel workbook."""
        return self.data / "exports"

    @property
    def pictures(self) -> Path:
        """Pictures of the places that wait for a person."""
        return self.data / "review"

    @contextmanager
    def lock(self, on_wait: Callable[[str], None]) -> Iterator[None]:
        """Hold the data folder: one run at a time; a second one calls ``on_wait`` once and waits its turn.

        The lock belongs to the process, not to the file: a run that is killed leaves nothing to clean up.
        """
        self.data.mkdir(parents=True, exist_ok=True)
        with (self.data / "run.lock").open("a") as lock:
            if not _acquire(lock.fileno()):
                on_wait(f"another run is working in {self.data}; waiting for it to end (他の実行の終了を待っています)")
            while not _acquire(lock.fileno()):
                time.sleep(_POLL_SECONDS)
            shutil.rmtree(self.scratch, ignore_errors=True)
            self.scratch.mkdir(parents=True, exist_ok=True)
            yield


def _acquire(lock: int) -> bool:
    """Whether the lock is ours now; taking it again while holding it is harmless."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _from_environment(variable: str) -> Path | None:
    value = os.environ.get(variable, "")
    return Path(value) if value else None

"""Connections to a warehouse file, and the sweeping away of what a broken run left beside it.

Belongs here: opening, closing, left-over files. Does not belong here: any statement about the data.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl

from warehouse.errors import BuildError, StorageError

# DuckDB writes these beside a database that is open for writing.
_LEFTOVERS = (".wal", ".wal.checkpoint", ".wal.recovery", ".tmp")

# With one writer and no one to conflict with, a transaction fails only when the disk refuses to take it.
DISK_REFUSED = (
    OSError,
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
    duckdb.FatalException,
)


class ArrowStream:
    """A Polars frame as a bare Arrow stream: DuckDB reads it without the pyarrow package."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


@contextmanager
def writing(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that may write to ``path``; on leaving, everything is in the one file and no log stays beside it.

    Raises ``StorageError`` where the disk refuses, ``BuildError`` where a statement fails.
    """
    with _typed(path):
        connection = duckdb.connect(path)
        try:
            # One thread, so that the order of the rows never depends on the machine.
            connection.execute("SET threads = 1")
            yield connection
            connection.execute("CHECKPOINT")
        finally:
            connection.close()


@contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to a finished warehouse: it writes nothing, not even a log beside the file.

    Raises ``StorageError`` where there is no such file or it is no DuckDB database.
    """
    with _typed(path):
        if not path.is_file():
            raise FileNotFoundError(2, "no such file", str(path))
        connection = duckdb.connect(path, read_only=True)
        try:
            yield connection
        finally:
            connection.close()


def sweep(path: Path) -> None:
    """Remove ``path`` and what DuckDB may have left beside it. Raises ``StorageError`` where that is not permitted."""
    with _typed(path):
        for name in (path, *(path.with_name(path.name + ending) for ending in _LEFTOVERS)):
            if name.is_dir():
                shutil.rmtree(name)
            else:
                name.unlink(missing_ok=True)


@contextmanager
def _typed(path: Path) -> Iterator[None]:
    try:
        yield
    except DISK_REFUSED as error:
        raise StorageError(path, error) from error
    except duckdb.Error as error:
        raise BuildError(f"{path.name}: {' '.join(str(error).split())}") from error

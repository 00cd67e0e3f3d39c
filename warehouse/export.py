"""Exports for people who do not write SQL: each mart as CSV and Parquet, and one workbook.

Belongs here: files and their order. Does not belong here: judgement, layout of the workbook (``warehouse.workbook``).
The same warehouse gives the same bytes.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from warehouse.connect import reading
from warehouse.errors import ExportError
from warehouse.guard import guarded
from warehouse.lexicon import sheets
from warehouse.workbook import write_workbook

WORKBOOK = "shihyo.xlsx"


def export_all(warehouse: Path, out_dir: Path) -> list[Path]:
    """Write every mart of ``warehouse`` as ``<mart>.csv`` and ``<mart>.parquet`` and all of them as ``shihyo.xlsx``.

    Each file appears whole or not at all. Returns the paths in the order of writing. Raises ``ExportError`` where the
    disk refuses.
    """
    written: list[Path] = []
    with _typed(out_dir):
        out_dir.mkdir(parents=True, exist_ok=True)
    with reading(warehouse) as connection:
        connection.execute("SET threads = 1")
        for sheet in sheets():
            written.append(_write(out_dir / f"{sheet.mart}.csv", _csv(connection, sheet.mart)))
            written.append(_write(out_dir / f"{sheet.mart}.parquet", _parquet(connection, sheet.mart)))
        written.append(_write(out_dir / WORKBOOK, lambda path: write_workbook(connection, path)))
    return written


def _csv(connection: duckdb.DuckDBPyConnection, mart: str) -> Callable[[Path], None]:
    """CSV as spreadsheets want it: UTF-8 with a byte order mark, no cell that could become a formula."""

    def write(path: Path) -> None:
        cursor = connection.execute(f"SELECT * FROM marts.{mart} ORDER BY rowid")
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow([column[0] for column in cursor.description or ()])
            writer.writerows([_cell(value) for value in row] for row in cursor.fetchall())

    return write


def _parquet(connection: duckdb.DuckDBPyConnection, mart: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        target = str(path).replace("'", "''")
        connection.execute(
            f"COPY (SELECT * FROM marts.{mart} ORDER BY rowid) TO '{target}' (FORMAT parquet)"
        ).fetchall()

    return write


def _cell(value: Any) -> Any:
    """A value as a CSV cell: NULL is blank, 554.0 is 554, text cannot become a formula."""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _write(path: Path, write: Callable[[Path], None]) -> Path:
    beside = path.with_name(f".{path.name}.new")
    with _typed(path):
        try:
            write(beside)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    return path


@contextmanager
def _typed(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.IOException) as error:
        raise ExportError(path, error) from error

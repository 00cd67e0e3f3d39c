"""``shihyo extract``: one PDF to one table, without touching the warehouse.

Belongs here: the order of the steps and their exit codes. Does not belong here: the arguments (``pipelines.cli``).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.atomic import replacing
from pipelines.exit_codes import ExitCode
from pipelines.isolation import open_isolated
from pipelines.messages import say, working

if TYPE_CHECKING:
    from pipelines.tabular import TableFormat


def extract(file: Path, what: str, table_format: TableFormat, out: Path | None) -> ExitCode:
    """Read ``file`` in a process of its own and write its records of the kind ``what`` to ``out`` or to stdout."""
    with tempfile.TemporaryDirectory(prefix="shihyo-") as scratch:
        with working(f"reading {file.name}"):
            result = open_isolated(file, Path(scratch), "read")
        if result.outcome != "read":
            say(f"{file.name}: {result.detail} [{result.outcome}]")
            return ExitCode.UNREADABLE
        table, rows = _table(Path(scratch) / f"{what}.parquet", what, table_format)
    if rows == 0:
        say(f"{file.name}: nothing was found: no {what} on {result.pages} pages (該当する記載はありません)")
    _write(table, out)
    return ExitCode.OK


def _table(path: Path, what: str, table_format: TableFormat) -> tuple[bytes, int]:
    import polars as pl

    from pipelines.tabular import records_bytes
    from transforms.schema import RECORDS

    frame = pl.read_parquet(path)
    return records_bytes(frame, RECORDS[what], table_format), frame.height


def _write(table: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(table)
        sys.stdout.buffer.flush()
        return
    with replacing(out) as scratch:
        scratch.write_bytes(table)

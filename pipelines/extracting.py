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
        unread = _pages_to_look_at(Path(scratch) / "review.parquet")
    _remark(file.name, what, rows, result.pages or 0, unread)
    _write(table, out)
    return ExitCode.OK


def _table(path: Path, what: str, table_format: TableFormat) -> tuple[bytes, int]:
    import polars as pl

    from pipelines.tabular import records_bytes
    from transforms.schema import RECORDS

    frame = pl.read_parquet(path)
    return records_bytes(frame, RECORDS[what], table_format), frame.height


def _pages_to_look_at(path: Path) -> int:
    """The number of whole pages that wait for a person: scans, letters without a map, drawings beyond measure."""
    import polars as pl

    review = pl.read_parquet(path)
    return review.filter(pl.col("x0").is_null())["page"].n_unique()


def _remark(name: str, what: str, rows: int, pages: int, unread: int) -> None:
    """One line at most: nothing was found, or not every page was read."""
    left = f"{unread} of {pages} pages need a person's eye, see --what review (確認が必要なページがあります)"
    if rows == 0:
        say(
            f"{name}: nothing was found: no {what} on {pages} pages (該当する記載はありません)"
            + (f"; {left}" if unread else "")
        )
    elif unread:
        say(f"{name}: {left}")


def _write(table: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(table)
        sys.stdout.buffer.flush()
        return
    with replacing(out) as scratch:
        scratch.write_bytes(table)

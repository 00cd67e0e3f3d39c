"""``shihyo sql``: one read-only query on the published warehouse.

Belongs here: opening the warehouse so that a query can neither change it nor reach a file, and showing the rows.
Does not belong here: any query.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import duckdb
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.exit_codes import ExitCode
from pipelines.messages import published_or_say, say
from pipelines.tabular import csv_text, plain

ResultFormat = Literal["table", "csv", "json"]
_WIDE = 10_000
_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
}


class Rows(NamedTuple):
    """The result of a query: names of its columns and its rows."""

    names: list[str]
    rows: list[tuple[object, ...]]


def query(warehouse: Path, sql: str, result_format: ResultFormat) -> ExitCode:
    """Run one query and print its rows to stdout; one line on stderr says what is wrong with it."""
    if not published_or_say(warehouse):
        return ExitCode.UNUSABLE_ARGUMENTS
    try:
        result = _rows(warehouse, sql)
    except duckdb.Error as error:
        say(_first_line(error))
        return ExitCode.UNUSABLE_ARGUMENTS
    show(result, result_format)
    return ExitCode.OK


def show(result: Rows, result_format: ResultFormat) -> None:
    """Print rows to stdout."""
    _SHOW[result_format](result)


def _rows(warehouse: Path, sql: str) -> Rows:
    with duckdb.connect(warehouse, read_only=True, config=_LOCKED) as connection:
        statements = connection.extract_statements(sql)
        if len(statements) != 1 or statements[0].expected_result_type != [duckdb.ExpectedResultType.QUERY_RESULT]:
            raise duckdb.InvalidInputException("one query that returns rows is wanted: SELECT …, DESCRIBE …, SHOW …")
        result = connection.execute(statements[0])
        return Rows([column[0] for column in result.description], result.fetchall())


def _first_line(error: duckdb.Error) -> str:
    """What DuckDB says, in one line: its sketch of the place in the query is left out."""
    return " ".join(str(error).split("\n\nLINE ")[0].split())


def _show_table(result: Rows) -> None:
    # Without a terminal a table is as wide as it needs to be: a file has no edge at which to cut it.
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    table = Table(*result.names, box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column, values in zip(table.columns, zip(*result.rows, strict=True), strict=False):
        column.overflow = "fold"  # a value is never cut
        column.justify = "right" if all(isinstance(value, int | float | None) for value in values) else "left"
    for row in result.rows:
        table.add_row(*(Text("NULL", style="dim") if value is None else Text(plain(value)) for value in row))
    console.print(table)


def _show_csv(result: Rows) -> None:
    sys.stdout.buffer.write(csv_text(result.names, result.rows).encode())


def _show_json(result: Rows) -> None:
    rows: Sequence[dict[str, object]] = [dict(zip(result.names, row, strict=True)) for row in result.rows]
    sys.stdout.buffer.write((json.dumps(rows, ensure_ascii=False, default=str, indent=1) + "\n").encode())


_SHOW: dict[ResultFormat, Callable[[Rows], None]] = {"table": _show_table, "csv": _show_csv, "json": _show_json}

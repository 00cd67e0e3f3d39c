"""Tables as CSV, JSON and Parquet for people and programs outside the warehouse.

Belongs here: how a value is written. Does not belong here: which values (``transforms.schema`` declares the columns).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Literal

import polars as pl

from transforms.schema import Column

TableFormat = Literal["csv", "json", "parquet"]


def plain(value: object) -> str:
    """One value as text: a number without exponent or needless zeros, a line break as the two characters ``\\n``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | Decimal):
        return plain_decimal(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def plain_decimal(number: float | Decimal) -> str:
    """A number as a plain decimal: 1049.0 → ``1049``, 1e-05 → ``0.00001``."""
    text = format(Decimal(str(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def csv_text(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A header and rows, comma-separated, lines ended by a line feed alone."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([plain(value) for value in row] for row in rows)
    return lines.getvalue()


def records_bytes(frame: pl.DataFrame, columns: tuple[Column, ...], table_format: TableFormat) -> bytes:
    """The records of one kind in the given format: CSV holds the columns of the contract, the others hold all."""
    return _WRITERS[table_format](frame, columns)


def _csv(frame: pl.DataFrame, columns: tuple[Column, ...]) -> bytes:
    names = [column.name for column in columns if column.in_csv]
    return csv_text(names, frame.select(names).iter_rows()).encode()


def _json(frame: pl.DataFrame, columns: tuple[Column, ...]) -> bytes:
    rows = [json.dumps(row, ensure_ascii=False) for row in frame.select(c.name for c in columns).iter_rows(named=True)]
    return ("[" + ",".join("\n" + row for row in rows) + "\n]\n").encode()


def _parquet(frame: pl.DataFrame, columns: tuple[Column, ...]) -> bytes:
    target = io.BytesIO()
    frame.select(column.name for column in columns).write_parquet(target)
    return target.getvalue()


_WRITERS: dict[TableFormat, Callable[[pl.DataFrame, tuple[Column, ...]], bytes]] = {
    "csv": _csv,
    "json": _json,
    "parquet": _parquet,
}

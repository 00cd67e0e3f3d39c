"""The build: declared tables, loaded facts, quality, and after the checks the marts, into one fresh file.

Belongs here: the order of the steps. Does not belong here: SQL (``warehouse/sql``), checks (``expectations``), the
replacing of the published file (``warehouse.publish``).
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.connect import DISK_REFUSED, ArrowStream, sweep, writing
from warehouse.errors import BuildError
from warehouse.inputs import WarehouseInput
from warehouse.staging import stage
from warehouse.statements import Mart, marts, scripts


def build(inputs: WarehouseInput, path: Path) -> None:
    """Build the whole warehouse into a fresh file at ``path``, marts included and unchecked.

    Raises ``InputError``, ``BuildError`` or ``StorageError``; what lies at ``path`` is then not to be used.
    """
    build_core(inputs, path)
    build_marts(path)


def build_core(inputs: WarehouseInput, path: Path) -> None:
    """Build dimensions, facts and quality into a fresh file at ``path``; the marts are declared and empty.

    What an earlier run left at ``path`` is swept away. Raises ``InputError``, ``BuildError`` or ``StorageError``.
    """
    staged = stage(inputs)
    sweep(path)
    with writing(path) as connection:
        connection.execute("CREATE SCHEMA marts; CREATE SCHEMA quality")
        for name, frame in staged.items():
            connection.register(name, ArrowStream(frame))
        for step in ("ddl", "load", "quality"):
            for name, text in scripts(step):
                _run(connection, name, text)


def build_marts(path: Path) -> None:
    """Fill every mart of a warehouse whose facts were checked, each after those that it reads.

    Raises ``BuildError`` where a mart yields other columns than declared, ``StorageError`` where the disk refuses.
    """
    with writing(path) as connection:
        for mart in marts():
            _run(connection, f"marts/{mart.name}.sql", f"DELETE FROM marts.{mart.name}")
            _require_columns(connection, mart)
            _run(connection, f"marts/{mart.name}.sql", f"INSERT INTO marts.{mart.name} {mart.select}")


def _run(connection: duckdb.DuckDBPyConnection, name: str, text: str) -> None:
    try:
        connection.execute(text)
        connection.fetchall()
    except DISK_REFUSED:
        raise
    except duckdb.Error as error:
        raise BuildError(f"{name}: {' '.join(str(error).split())}") from error


def _require_columns(connection: duckdb.DuckDBPyConnection, mart: Mart) -> None:
    """A mart's SELECT yields exactly the declared columns in the declared order."""
    declared = [row[0] for row in connection.execute(f"DESCRIBE marts.{mart.name}").fetchall()]
    yielded = [row[0] for row in connection.execute(f"DESCRIBE {mart.select}").fetchall()]
    if declared != yielded:
        unlike = [f"{a} / {b}" for a, b in zip(declared, yielded, strict=False) if a != b]
        raise BuildError(
            f"marts/{mart.name}.sql: declared / yielded columns differ: {'; '.join(unlike) or 'their number'}"
        )

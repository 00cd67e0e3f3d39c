"""What the DDL declares: every table and column with its type and its comment.

Belongs here: reading the declaration back. Does not belong here: the declaration (``warehouse/sql/ddl``), rendering.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from warehouse.statements import scripts


@dataclass(frozen=True, slots=True)
class DeclaredColumn:
    """One column: name, SQL type, meaning."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """One table of one schema, its meaning and its columns in order."""

    schema: str
    name: str
    comment: str
    columns: tuple[DeclaredColumn, ...]

    @property
    def full_name(self) -> str:
        """The name as one writes it in SQL."""
        return self.name if self.schema == "main" else f"{self.schema}.{self.name}"


def create_declared(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the schemas and every table of the DDL, all empty."""
    connection.execute("CREATE SCHEMA marts; CREATE SCHEMA quality")
    for _, text in scripts("ddl"):
        connection.execute(text)


def declared_tables() -> list[DeclaredTable]:
    """Every table of the DDL: dimensions, bridges, facts, then the other schemas, by name."""
    with duckdb.connect() as connection:
        create_declared(connection)
        tables = connection.execute(
            "SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
        ).fetchall()
        columns = connection.execute(
            "SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns() "
            "WHERE NOT internal ORDER BY schema_name, table_name, column_index"
        ).fetchall()
    return [
        DeclaredTable(
            schema, name, comment, tuple(DeclaredColumn(*row[2:]) for row in columns if row[:2] == (schema, name))
        )
        for schema, name, comment in tables
    ]

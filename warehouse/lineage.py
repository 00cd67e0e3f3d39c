"""From which stored columns every column of a mart comes: read off the SQL itself by sqlglot.

Belongs here: parsing, qualifying and tracing the marts. Does not belong here: running them, rendering.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from sqlglot import exp, parse_one
from sqlglot.errors import OptimizeError
from sqlglot.lineage import Node, lineage
from sqlglot.optimizer.qualify import qualify

from warehouse.declared import DeclaredTable
from warehouse.statements import Mart

Schema = dict[str, object]
Lineage = dict[str, tuple[str, ...]]


def sqlglot_schema(tables: Iterable[DeclaredTable]) -> Schema:
    """The declared tables as sqlglot wants them: schema, table, column, type."""
    ordered = sorted(tables, key=lambda table: table.schema)
    return {
        name: {table.name: {column.name: column.type for column in table.columns} for table in group}
        for name, group in groupby(ordered, key=lambda table: table.schema)
    }


def qualified(mart: Mart, schema: Schema) -> exp.Query:
    """The mart with every column bound to its table.

    Raises ``sqlglot.errors.OptimizeError`` for a column that is not declared.
    """
    parsed = parse_one(mart.select, dialect="duckdb")
    bound = qualify(parsed, schema=schema, db="main", dialect="duckdb", quote_identifiers=False)
    if not isinstance(bound, exp.Query):
        raise OptimizeError(f"marts/{mart.name}.sql is no SELECT")
    return bound


def lineages(marts: Sequence[Mart], tables: Sequence[DeclaredTable]) -> dict[str, Lineage]:
    """For every mart and column: the columns of stored tables (``table.column``) that its value is made from.

    ``marts`` come in the order in which they are built; a column of another mart is followed to what that is made from.
    """
    schema = sqlglot_schema(tables)
    found: dict[str, Lineage] = {}
    for mart in marts:
        tree = qualified(mart, schema)
        found[mart.name] = {
            name: _stored(lineage(name, tree, schema=schema, dialect="duckdb", copy=False), found)
            for name in tree.named_selects
        }
    return found


def _stored(root: Node, known: Mapping[str, Lineage]) -> tuple[str, ...]:
    sources: set[str] = set()
    for node in root.walk():
        if isinstance(node.source, exp.Table):
            sources |= _followed(node.source, node.name.split(".")[-1], known)
    return tuple(sorted(sources))


def _followed(table: exp.Table, column: str, known: Mapping[str, Lineage]) -> set[str]:
    """The column itself, or for a column of a mart what that one is made from."""
    if table.db == "marts":
        return set(known[table.name][column])
    return {f"{table.db}.{table.name}.{column}" if table.db not in ("", "main") else f"{table.name}.{column}"}

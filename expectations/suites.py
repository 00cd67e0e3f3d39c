"""The blocking check of a staged warehouse: run every suite, keep the results, write the readable pages.

Belongs here: the order of a check. Does not belong here: what must hold (``rules/*.yml``), repairs.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

import duckdb

from expectations.data_docs import write_pages
from expectations.model import CheckReport, CheckResult, Expectation, Suite, suites
from expectations.runner import Runner
from warehouse.connect import writing
from warehouse.errors import WarehouseError

_PUBLISHED_KINDS = {
    "observations": "fact_indicator_value",
    "measures": "bridge_measure_document",
    "projects": "dim_project",
    "phases": "fact_project_phase",
    "statuses": "fact_measure_status",
    "surveys": "fact_survey_sample",
}


def check(path: Path, published: Path | None, docs_dir: Path, *, accept_shrink: Collection[str] = ()) -> CheckReport:
    """Run every suite on the staged warehouse at ``path`` and say what holds.

    ``published`` is yesterday's warehouse, if there is one: its documents must not shrink, except those of
    ``accept_shrink`` (document ids that the operator accepts this time). Results go to ``quality.check_result`` of
    ``path`` and to pages under ``docs_dir``, both also when a check fails. Raises ``WarehouseError`` where ``path`` or
    ``published`` cannot be opened.
    """
    runner = Runner()
    with writing(path) as connection:
        _remember_published(connection, published)
        connection.execute("CREATE OR REPLACE TEMP TABLE accepted_shrink (document_id VARCHAR)")
        for document in accept_shrink:
            connection.execute("INSERT INTO accepted_shrink VALUES (?)", [document])
        results = tuple(result for suite in suites() for result in _run(runner, suite, connection))
        _store(connection, results)
    return CheckReport(results, write_pages(results, docs_dir))


def _run(runner: Runner, suite: Suite, connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    """The results of one suite; a query that fails is a failed check, not a skipped one."""
    try:
        frame = connection.execute(suite.query).df()
    except duckdb.Error as error:
        reason = Expectation("query", {}, f"the rows of the suite can be read: {' '.join(str(error).split())}")
        return [CheckResult(suite.name, 1, reason.type, None, reason.meaning, False, None, None, "not checked", ())]
    return runner.run(suite, frame)


def _remember_published(connection: duckdb.DuckDBPyConnection, published: Path | None) -> None:
    """Fill ``published_record`` with the records per document of yesterday's warehouse (no row where there is none)."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE published_record "
        "(document_id VARCHAR, sha256 VARCHAR, kind VARCHAR, records BIGINT)"
    )
    if published is None or not published.is_file():
        return
    try:
        connection.execute(f"ATTACH '{str(published).replace(chr(39), chr(39) * 2)}' AS published (READ_ONLY)")
        # A warehouse of an older Shihyo may lack a table: it published no records of that kind.
        held = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'published'"
        tables = {row[0] for row in connection.execute(held).fetchall()}
        for kind, table in ((kind, table) for kind, table in _PUBLISHED_KINDS.items() if table in tables):
            connection.execute(
                f"INSERT INTO published_record SELECT d.document_id, d.sha256, '{kind}', count(*) "
                f"FROM published.{table} JOIN published.dim_document AS d USING (document_id) GROUP BY ALL"
            )
        connection.execute("DETACH published")
    except duckdb.Error as error:
        reason = " ".join(str(error).split())
        raise WarehouseError(
            f"{published}: the published warehouse cannot be read; move it away and run again: {reason}"
        ) from error


def _store(connection: duckdb.DuckDBPyConnection, results: tuple[CheckResult, ...]) -> None:
    connection.execute("DELETE FROM quality.check_result")
    rows = [
        (
            one.suite, one.position, one.expectation, one.column, one.meaning, one.success, one.element_count,
            one.unexpected_count, one.observed, json.dumps(one.unexpected_keys, ensure_ascii=False),
        )
        for one in results
    ]  # fmt: skip
    connection.executemany(f"INSERT INTO quality.check_result VALUES ({', '.join('?' * 10)})", rows)

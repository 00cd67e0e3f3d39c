"""The marts as SQL: bound to the declared tables, portable, traced to facts, documented."""

from __future__ import annotations

import pytest
import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel, OptimizeError

from tests.warehouse.builders import ROOT
from tests.warehouse.conftest import Ask
from transforms.rules import documented_rules
from warehouse.declared import DeclaredTable, declared_tables
from warehouse.docs import data_dictionary, lineage_page, rules_page
from warehouse.lineage import Lineage, lineages, qualified, sqlglot_schema
from warehouse.statements import Mart, marts, scripts

MARTS = marts()
CONTRACT = {
    "dim_municipality": "municipality_code prefecture name kana kind population",
    "dim_plan": "plan_id municipality_code title first_fiscal_year last_fiscal_year",
    "dim_document": "document_id plan_id kind title edition published_on sha256 pages source_url origin supersedes",
    "dim_measure": "measure_id plan_id field measure_no name is_new",
    "dim_indicator": "indicator_id measure_id name unit per direction theme comparable_key",
    "dim_period": "period_id kind year label_ja starts_on ends_on",
    "dim_unit": "unit dimension base_unit factor",
    "dim_department": "department_id municipality_code name",
    "bridge_measure_department": "measure_id department_id",
    "fact_indicator_value": (
        "municipality_code plan_id document_id measure_id indicator_id period_id unit department_id value_kind value status "
        "comparator numerator denominator note raw_text page x0 top x1 bottom rules confidence is_trusted is_latest"
    ),
    "dim_project": "project_id",
    "fact_project_phase": "project_id",
    "fact_measure_status": "measure_id",
    "fact_survey_sample": "document_id",
    "marts.indicator_progress": "municipality_code indicator verdict",
    "marts.indicator_series": "indicator",
    "marts.municipality_comparison": "comparable_key n median",
    "marts.comparable_indicator": "comparable_key",
    "marts.plan_report_reconciliation": "plan_value report_value difference",
    "marts.revision_history": "edition value previous_value",
    "marts.project_timeline": "project fiscal_year phase",
    "marts.ebpm_panel": "indicator year value",
    "marts.document_coverage": "document_id outcome",
    "quality.check_result": "suite success",
    "quality.review_item": "document_id reason page",
    "quality.document_outcome": "document_id outcome detail",
}


@pytest.fixture(scope="module")
def tables() -> list[DeclaredTable]:
    return declared_tables()


@pytest.mark.parametrize(("name", "columns"), CONTRACT.items(), ids=list(CONTRACT))
def test_agreed_tables_and_columns(tables: list[DeclaredTable], name: str, columns: str) -> None:
    (table,) = [table for table in tables if table.full_name == name]
    assert set(columns.split()) <= {column.name for column in table.columns}


def test_every_table_and_column_says_what_it_means(tables: list[DeclaredTable]) -> None:
    silent = [table.full_name for table in tables if not (table.comment or "").strip()]
    silent += [f"{t.full_name}.{c.name}" for t in tables for c in t.columns if not (c.comment or "").strip()]
    assert silent == []


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_every_column_is_bound_to_a_declared_table(tables: list[DeclaredTable], mart: Mart) -> None:
    bound = qualified(mart, sqlglot_schema(tables))
    (declared,) = [table for table in tables if table.full_name == f"marts.{mart.name}"]
    assert bound.named_selects == [column.name for column in declared.columns]
    # What is left without a table is the name of a column of the mart itself, in its ORDER BY.
    assert {column.name for column in bound.find_all(exp.Column) if not column.table} <= set(bound.named_selects)


def test_a_column_that_is_not_declared_is_found(tables: list[DeclaredTable]) -> None:
    with pytest.raises(OptimizeError):
        qualified(Mart("x", "SELECT i.colour FROM dim_indicator AS i"), sqlglot_schema(tables))


@pytest.mark.parametrize("dialect", ["spark", "postgres"])
@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_one_source_runs_elsewhere(mart: Mart, dialect: str) -> None:
    """Nothing in a mart lacks a counterpart; what comes out is read back by the other dialect."""
    (sql,) = sqlglot.transpile(mart.select, read="duckdb", write=dialect, unsupported_level=ErrorLevel.RAISE)
    tree = sqlglot.parse_one(sql, dialect=dialect)
    assert not list(tree.find_all(exp.Command))
    assert [function.name for function in tree.find_all(exp.Anonymous)] == []


@pytest.mark.parametrize(
    "word", ["QUALIFY", "EXCLUDE", "GROUP BY ALL", "ORDER BY ALL", "ARG_MAX", "LIST(", "STRUCT", "::", "FILTER"]
)
def test_no_mart_uses_what_duckdb_alone_has(word: str) -> None:
    assert [mart.name for mart in MARTS if word in mart.select.upper()] == []


def test_the_order_of_the_marts_follows_what_they_read() -> None:
    built: set[str] = set()
    for mart in MARTS:
        assert mart.sources <= built
        built.add(mart.name)


def test_every_mart_has_a_file_and_a_declaration(tables: list[DeclaredTable]) -> None:
    assert {mart.name for mart in MARTS} == {table.name for table in tables if table.schema == "marts"}


@pytest.fixture(scope="module")
def found(tables: list[DeclaredTable]) -> dict[str, Lineage]:
    return lineages(MARTS, tables)


def test_lineage_ends_at_facts_and_dimensions(tables: list[DeclaredTable], found: dict[str, Lineage]) -> None:
    stored = {f"{t.full_name}.{c.name}" for t in tables for c in t.columns if t.schema != "marts"}
    for columns in found.values():
        for column, sources in columns.items():
            assert sources, column
            assert set(sources) <= stored
    assert found["indicator_progress"]["latest"] == ("fact_indicator_value.value",)
    assert "fact_indicator_value.value" in found["municipality_comparison"]["median"]


def test_the_generated_pages_are_up_to_date(tables: list[DeclaredTable], found: dict[str, Lineage]) -> None:
    current = {
        "data-dictionary.md": data_dictionary(tables),
        "lineage.md": lineage_page(found),
        "rules.md": rules_page(documented_rules()),
    }
    written = {page: (ROOT / "docs" / page).read_text(encoding="utf-8") for page in current}
    assert written == current, "run python -m warehouse.docs"


def test_every_script_is_found_in_order() -> None:
    names = [name for step in ("ddl", "load", "quality") for name, _ in scripts(step)]
    assert names[0] == "ddl/01_dimensions.sql"
    assert len(names) == len(set(names)) >= 10


def test_comments_are_stored_in_the_warehouse(gold: Ask) -> None:
    (row,) = gold("SELECT count(*) AS silent FROM duckdb_columns() WHERE NOT internal AND comment IS NULL")
    assert row == {"silent": 0}

"""The blocking checks: what holds passes; what is broken fails by name, with the rows that break it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from expectations import suites as suites_module
from expectations.data_docs import render
from expectations.model import CheckReport, CheckResult, Expectation, Suite, suites
from expectations.runner import Runner
from expectations.suites import check
from tests.warehouse.builders import PLAN_DOCUMENT, REPORT_DOCUMENT, document, figure, gold_inputs, inputs, outcome, sha
from tests.warehouse.conftest import ask
from warehouse.build import build_core
from warehouse.connect import writing
from warehouse.errors import WarehouseError


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("core") / "core.duckdb"
    build_core(gold_inputs(), path)
    return path


@pytest.fixture
def staged(core: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(core, tmp_path / "staged.duckdb"))


def spoil(path: Path, statement: str) -> None:
    with writing(path) as connection:
        connection.execute(statement)


def failed(report: CheckReport) -> set[tuple[str, str | None]]:
    return {(one.suite, one.column) for one in report.failures()}


def test_a_sound_warehouse_passes_and_says_so(staged: Path, tmp_path: Path) -> None:
    report = check(staged, None, tmp_path / "docs")
    assert report.success
    assert report.lines() == []
    stored = ask(staged, "SELECT count(*) AS n, bool_and(success) AS good FROM quality.check_result")
    assert stored == [{"n": len(report.results), "good": True}]
    assert report.docs.read_text(encoding="utf-8").count("合格") >= len(report.results)


BROKEN: list[tuple[str, str, str | None]] = [
    ("UPDATE dim_municipality SET municipality_code = '011003' WHERE municipality_code = '011002'", "dim_municipality", "check_digit_fits"),
    ("INSERT INTO dim_municipality SELECT * FROM dim_municipality LIMIT 1", "dim_municipality", "municipality_code"),
    ("UPDATE dim_municipality SET kind = '郡' WHERE municipality_code = '011002'", "dim_municipality", "kind"),
    ("DELETE FROM dim_municipality", "dim_municipality", None),
    ("UPDATE dim_plan SET last_fiscal_year = 2000", "dim_plan", "years_in_order"),
    ("UPDATE dim_document SET kind = 'leaflet'", "dim_document", "kind"),
    ("UPDATE dim_document SET origin = NULL; UPDATE dim_document SET origin = 'copy'", "dim_document", "origin"),
    ("UPDATE dim_document SET sha256 = NULL", "dim_document", "has_hash_if_read"),
    ("UPDATE dim_indicator SET direction = 'sideways'", "dim_indicator", "direction"),
    ("UPDATE dim_indicator SET name = '指標の設定はありません' WHERE name = '電子決裁率'", "dim_indicator", "name"),
    ("ALTER TABLE dim_indicator RENAME comparable_key TO colour", "dim_indicator", None),
    ("UPDATE dim_period SET year = year + 1 WHERE period_id = 'FY2022'", "dim_period", "days_fit"),
    ("UPDATE fact_indicator_value SET value = NULL WHERE raw_text = '554件／年'", "fact_indicator_value", "value_fits_status"),
    ("UPDATE fact_indicator_value SET value = 'inf' WHERE raw_text = '554件／年'", "fact_indicator_value", "value_is_finite"),
    ("UPDATE fact_indicator_value SET value_kind = 'guess' WHERE page = 3", "fact_indicator_value", "value_kind"),
    ("UPDATE fact_indicator_value SET status = 'zero' WHERE page = 3", "fact_indicator_value", "status"),
    ("UPDATE fact_indicator_value SET comparator = '程度' WHERE page = 3", "fact_indicator_value", "comparator"),
    ("UPDATE fact_indicator_value SET page = 400 WHERE page = 3", "fact_indicator_value", "page_exists"),
    ("UPDATE fact_indicator_value SET confidence = 1.5 WHERE page = 3", "fact_indicator_value", "confidence"),
    ("UPDATE fact_indicator_value SET is_trusted = FALSE WHERE page = 3", "fact_indicator_value", "latest_is_trusted"),
    ("UPDATE fact_indicator_value SET indicator_id = NULL WHERE page = 3", "fact_indicator_value", "has_indicator_or_says_none"),
    ("UPDATE fact_indicator_value SET denominator = NULL", "fact_indicator_value", "ratio_has_both_parts"),
    ("UPDATE fact_indicator_value SET x0 = 9, x1 = 3, top = 1, bottom = 2 WHERE page = 3", "fact_indicator_value", "box_in_order"),
    ("UPDATE fact_indicator_value SET row_hash = 'x' WHERE page = 3", "fact_indicator_value", "row_hash"),
    ("INSERT INTO fact_indicator_value SELECT * FROM fact_indicator_value LIMIT 1", "fact_indicator_value", "observation_id"),
    ("UPDATE fact_indicator_value SET is_latest = TRUE", "latest_values", "values_called_latest"),
    ("DELETE FROM dim_indicator WHERE name = '電子決裁率'", "fact_indicator_value.indicator_id in dim_indicator", "is_known"),
    ("UPDATE dim_document SET municipality_code = '999999'", "dim_document.municipality_code in dim_municipality", "is_known"),
    ("UPDATE dim_indicator SET theme = 'space' WHERE name = '電子決裁率'", "dim_indicator.theme in dim_theme", "is_known"),
    ("UPDATE quality.document_outcome SET outcome = 'not_attempted'", "document_outcome", "was_attempted"),
    ("DELETE FROM fact_indicator_value; DELETE FROM bridge_measure_document", "coverage", None),
    ("DROP TABLE dim_unit", "dim_unit", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "suite", "column"),
    BROKEN,
    ids=[f"{suite}.{column}:{number}" for number, (_, suite, column) in enumerate(BROKEN)],
)
def test_what_is_broken_fails_by_name(
    staged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: str, suite: str, column: str | None
) -> None:
    """The suite in question alone is run: all of them took a minute here, and the others are not asked."""
    monkeypatch.setattr(suites_module, "suites", lambda: [one for one in suites() if one.name == suite])
    spoil(staged, statement)
    report = check(staged, None, tmp_path / "docs")
    assert not report.success
    assert (suite, column) in failed(report)


def test_a_failure_names_the_rows(staged: Path, tmp_path: Path) -> None:
    (broken,) = ask(staged, "SELECT observation_id FROM fact_indicator_value WHERE raw_text = '21,115件／年'")
    spoil(staged, "UPDATE fact_indicator_value SET confidence = 1.5 WHERE raw_text = '21,115件／年'")
    report = check(staged, None, tmp_path / "docs")
    (line,) = report.lines()
    for needed in (
        "fact_indicator_value.confidence",
        "expect_column_values_to_be_between",
        broken["observation_id"],
        REPORT_DOCUMENT,
    ):
        assert needed in line
        assert needed.split(".")[-1] in report.docs.read_text(encoding="utf-8")
    (stored,) = ask(staged, "SELECT unexpected_count, unexpected_keys FROM quality.check_result WHERE NOT success")
    assert stored["unexpected_count"] == 1
    assert broken["observation_id"] in stored["unexpected_keys"]


def later(tmp_path: Path, name: str, rows: list[dict[str, object]], **given: Any) -> Path:
    path = tmp_path / f"{name}.duckdb"
    documents = [document("plan", **given), document("other")]
    build_core(inputs(rows, documents), path)
    return path


TWO = [figure("actual", 1, 2022), figure("actual", 2, 2023)]
OTHER = figure("actual", 9, 2022, document="other")


def test_published_records_do_not_shrink_while_the_bytes_are_the_same(tmp_path: Path) -> None:
    published = later(tmp_path, "published", [*TWO, OTHER])
    shrunk = later(tmp_path, "shrunk", [TWO[0], OTHER])
    report = check(shrunk, published, tmp_path / "docs")
    assert failed(report) == {("coverage", "has_shrunk")}
    assert '"document_id": "plan", "kind": "observations", "published_records": 2, "records": 1' in report.lines()[0]
    assert check(shrunk, published, tmp_path / "docs", accept_shrink=["plan"]).success
    assert check(
        later(tmp_path, "grown", [*TWO, OTHER, figure("target", 3, 2024)]), published, tmp_path / "docs"
    ).success


def test_a_document_with_new_bytes_may_hold_less(tmp_path: Path) -> None:
    published = later(tmp_path, "published", [*TWO, OTHER])
    revised = later(tmp_path, "revised", [TWO[0], OTHER], sha256=sha("revised"))
    assert check(revised, published, tmp_path / "docs").success


@pytest.mark.parametrize(
    ("documents", "outcomes", "failing"),
    [
        ([document("other")], [outcome("other")], {("coverage", "vanished_unexplained")}),
        ([document("other")], [outcome("other"), outcome("plan", outcome="not_in_catalogue")], set()),
        (
            [document("other"), document("plan", sha256=sha("truncated"))],
            [outcome("other"), outcome("plan", outcome="damaged")],
            set(),
        ),
        (
            [document("other"), document("plan")],
            [outcome("other"), outcome("plan", outcome="crashed")],
            {("coverage", "has_shrunk")},
        ),
    ],
    ids=["gone without a word", "gone with an outcome", "other bytes, damaged", "same bytes, crashed"],
)
def test_a_document_vanishes_only_with_a_reason(
    tmp_path: Path, documents: list[dict[str, object]], outcomes: list[dict[str, object]], failing: set[tuple[str, str]]
) -> None:
    published = later(tmp_path, "published", [*TWO, OTHER])
    path = tmp_path / "staged.duckdb"
    build_core(inputs([OTHER], documents, outcomes=outcomes), path)
    assert failed(check(path, published, tmp_path / "docs")) == failing


def test_projects_statuses_and_surveys_do_not_shrink_either(tmp_path: Path, core: Path, staged: Path) -> None:
    spoil(
        staged,
        "INSERT INTO fact_survey_sample (sample_id, document_id, position, page, confidence) "
        f"VALUES ('u_1', '{PLAN_DOCUMENT}', 1, 1, 1)",
    )
    copy = Path(shutil.copyfile(core, tmp_path / "without.duckdb"))
    report = check(copy, staged, tmp_path / "docs")
    assert '"kind": "surveys"' in report.lines()[0]


def test_a_published_file_that_cannot_be_read_stops_the_check(staged: Path, tmp_path: Path) -> None:
    broken = tmp_path / "published.duckdb"
    broken.write_bytes(b"not a database" * 1000)
    with pytest.raises(WarehouseError, match="move it away"):
        check(staged, broken, tmp_path / "docs")


def test_a_published_file_that_is_not_there_is_a_first_run(staged: Path, tmp_path: Path) -> None:
    assert check(staged, tmp_path / "nowhere.duckdb", tmp_path / "docs").success


def test_a_published_file_of_an_older_version_may_lack_a_table(staged: Path, core: Path, tmp_path: Path) -> None:
    older = Path(shutil.copyfile(core, tmp_path / "older.duckdb"))
    spoil(older, "DROP TABLE bridge_measure_document")
    assert check(staged, older, tmp_path / "docs").success


def test_checking_twice_keeps_one_set_of_results_and_the_same_page(staged: Path, tmp_path: Path) -> None:
    first = check(staged, staged.with_name("none"), tmp_path / "docs")
    page = first.docs.read_bytes()
    second = check(staged, None, tmp_path / "docs")
    assert second.docs.read_bytes() == page
    assert ask(staged, "SELECT count(*) AS n FROM quality.check_result") == [{"n": len(second.results)}]


@pytest.fixture(scope="module")
def runner() -> Runner:
    return Runner()


def an_expectation(kind: str, **arguments: object) -> Expectation:
    return Expectation(kind, arguments, "something holds")


def test_a_suite_without_expectations_counts_as_failed(runner: Runner) -> None:
    import pandas as pd

    (result,) = runner.run(Suite("empty", "", ("k",), ()), pd.DataFrame({"k": [1]}))
    assert not result.success


def test_an_expectation_that_breaks_down_counts_as_failed_and_says_why(runner: Runner) -> None:
    import pandas as pd

    suite = Suite("strange", "", ("k",), (an_expectation("expect_column_values_to_not_be_null", column="colour"),))
    (result,) = runner.run(suite, pd.DataFrame({"k": [1]}))
    assert not result.success
    assert "colour" in str(result.observed)


def test_no_results_are_no_success() -> None:
    assert not CheckReport((), Path()).success
    assert "sum bad" in render([])


def test_the_page_shows_failures_first_and_nothing_from_elsewhere() -> None:
    good = CheckResult("a", 1, "x", None, "holds", True, 1, 0, None, ())
    bad = CheckResult("b", 1, "x", "c", "<b>holds</b>", False, 1, 1, None, ('{"k": "<i>"}',))
    page = render([good, bad])
    assert page.index('<h2 class="bad">b') < page.index('<h2 class="good">a')
    assert "&lt;b&gt;holds&lt;/b&gt;" in page
    assert "&lt;i&gt;" in page
    assert "http" not in page
    assert "<script" not in page


def test_every_suite_has_a_name_of_its_own_and_something_to_say() -> None:
    declared = suites()
    assert len({suite.name for suite in declared}) == len(declared) > 40
    assert all(suite.expectations and suite.key for suite in declared)
    assert all(one.meaning for suite in declared for one in suite.expectations)


def test_importing_the_checks_does_not_import_great_expectations() -> None:
    code = (
        "import sys, expectations.suites, expectations.runner; "
        "sys.exit('great_expectations' in sys.modules or 'pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

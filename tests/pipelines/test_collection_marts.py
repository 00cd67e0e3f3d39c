"""The marts of the whole collection against what its documents print, transcribed by hand."""

from __future__ import annotations

import csv
import unicodedata

import pytest

from tests.pipelines.collections import PROJECT, Collection

GOLD = PROJECT / "tests" / "gold"


def folded(text: object) -> str:
    """A text as it is compared: width of characters, blanks and line breaks aside."""
    return "".join(unicodedata.normalize("NFKC", str(text).replace("\\n", "")).split())


def gold(name: str) -> list[dict[str, str]]:
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_indicator_of_the_report_meets_its_partner_in_the_plan(collection: Collection) -> None:
    sides = [f"{side}_{what}" for what in ("indicator", "text", "department") for side in ("plan", "report")]
    read = collection.rows(
        f"SELECT measure_no, value_kind, {', '.join(sides)}, difference FROM marts.plan_report_reconciliation"
    )
    printed = [
        (row["measure_no"], kind, row["plan_indicator"], row["report_indicator"],
         row[f"plan_{kind}"], row[f"report_{kind}"],
         row["plan_department"], row["report_department"], row["difference"])
        for row in gold("sukagawa_plan_report_links") for kind in ("baseline", "target")
    ]  # fmt: skip
    assert sorted(tuple(map(_compared, row)) for row in read) == sorted(tuple(map(_compared, row)) for row in printed)


def _compared(text: object) -> str:
    """Departments stand one below the other in the report; the plan's marks ①② part its figures."""
    return folded(text).replace("、", "").replace("及び", "").replace("ほか", "").lstrip("①②")


def test_a_renamed_department_stays_two_with_a_link(collection: Collection) -> None:
    sql = """
        SELECT p.name, s.name, measures FROM bridge_department_succession
        JOIN dim_department AS p ON p.department_id = predecessor_id
        JOIN dim_department AS s ON s.department_id = successor_id WHERE is_likely_renamed
    """
    assert collection.rows(sql) == [("行政管理課", "情報政策課", 9)]


def test_measures_are_those_of_the_plan_with_or_without_an_indicator(collection: Collection) -> None:
    read = collection.rows("""
        SELECT m.measure_no, m.category, m.is_new, m.for_citizens, m.for_office, m.page, count(i.indicator_id)
        FROM dim_measure AS m LEFT JOIN dim_indicator AS i USING (measure_id)
        WHERE m.plan_id = 'sukagawa_ict_5' GROUP BY ALL
    """)
    printed = [
        (row["measure_no"], row["new_or_continuing"], row["new_or_continuing"] == "新規", row["for_citizens"] == "1",
         row["for_office"] == "1", int(row["pdf_page"]), int(row["indicator_count"]) * int(row["has_indicator"]))
        for row in gold("sukagawa_5th_ict_plan_measures")
    ]  # fmt: skip
    assert sorted(read) == sorted(printed)


THEMES = ["online_procedures", "system_standardisation", "ai_rpa", "security", "my_number_card", "telework",
          "digital_divide",
          "bpr", "open_data", "ebpm"]  # fmt: skip


def test_the_ten_measures_of_the_newer_plan_have_their_texts_and_themes(collection: Collection) -> None:
    read = collection.rows("""
        SELECT measure_no, name, situation, issue, approach, effect, theme FROM dim_measure
        WHERE plan_id = 'sukagawa_dx' ORDER BY position
    """)
    printed = [
        (*(row[name] for name in ("measure_no", "measure", "situation", "issue", "approach", "effect")), theme)
        for row, theme in zip(gold("sukagawa_dx_plan_r7-r10_measures"), THEMES, strict=True)
    ]
    assert [tuple(map(folded, row)) for row in read] == [tuple(map(folded, row)) for row in printed]


def test_all_cities_share_one_list_of_themes_and_hardly_anything_is_left_out(collection: Collection) -> None:
    """Per city: measures, indicators, projects and initiatives that fall under a theme, and those that do not."""
    counted = collection.rows("""
        SELECT municipality, theme IS NULL, sum(measures), sum(indicators), sum(projects), sum(initiatives)
        FROM marts.theme_coverage GROUP BY ALL ORDER BY ALL
    """)
    assert {row[:2]: row[2:] for row in counted} == {
        ("いわき市", False): (0, 0, 191, 0), ("いわき市", True): (0, 0, 0, 0),
        ("恵那市", False): (30, 19, 0, 31), ("恵那市", True): (1, 0, 0, 0),
        ("須賀川市", False): (62, 54, 0, 0), ("須賀川市", True): (0, 0, 0, 0),
    }  # fmt: skip


def test_every_bar_of_a_year_plan_covers_its_years(collection: Collection) -> None:
    """Bars that lie wholly before or after the plan have no year in it."""

    def years(row: dict[str, str]) -> set[int | None]:
        first = 2021 if row["open_start"] == "true" else int(row["first_fiscal_year"] or 2026)
        last = 2025 if row["open_end"] == "true" else int(row["last_fiscal_year"] or 2020)
        return set(range(first, last + 1)) or {None}

    printed = [
        (row["project_no"], row["label"], year) for row in gold("iwaki_ict_plan_r3-r7_phases") for year in years(row)
    ]
    read = collection.rows("SELECT project_no, phase, fiscal_year FROM marts.project_timeline WHERE phase IS NOT NULL")
    assert sorted(map(str, read)) == sorted(map(str, printed))


def test_policies_and_categories_are_counted_over_all_projects(collection: Collection) -> None:
    projects = gold("iwaki_ict_plan_r3-r7_projects")
    both = {(folded(row["policy"]), row["category"]) for row in projects}
    counted = {
        (policy, category): sum((folded(row["policy"]), row["category"]) == (policy, category) for row in projects)
        for policy, category in both
    }
    read = collection.rows(
        "SELECT DISTINCT policy, category, projects_in_policy_and_category FROM marts.project_timeline"
    )
    assert {(folded(policy), category): n for policy, category, n in read} == counted


def test_statuses_are_counted_once_by_theme(collection: Collection) -> None:
    rows = collection.rows("SELECT status, sum(initiatives) FROM marts.status_overview GROUP BY ALL ORDER BY ALL")
    assert rows == [("partly_running", 2), ("planned", 5), ("running", 23), ("under_study", 1)]
    assert collection.rows("SELECT count(*) FROM fact_measure_status WHERE is_repeat") == [(5,)]


def test_nothing_is_compared_where_one_city_alone_has_it(collection: Collection) -> None:
    rows = collection.rows("SELECT DISTINCT n, comparable, reason, median, position FROM marts.municipality_comparison")
    assert rows == [(1, False, "single_municipality", None, None)]
    cities = collection.rows("SELECT DISTINCT municipality FROM marts.municipality_comparison ORDER BY ALL")
    assert cities == [("恵那市",), ("須賀川市",)]


@pytest.mark.parametrize("kind", ["baseline", "actual", "target"])
def test_no_indicator_has_two_figures_for_one_kind_and_period(kind: str, collection: Collection) -> None:
    sql = f"""
        SELECT document_id, indicator_id, period_id FROM fact_indicator_value
        WHERE value IS NOT NULL AND indicator_id IS NOT NULL AND value_kind = '{kind}'
        GROUP BY ALL HAVING count(*) > 1
    """
    assert collection.rows(sql) == []


def test_both_editions_of_the_plan_say_the_same(collection: Collection) -> None:
    rows = collection.rows(
        "SELECT count(DISTINCT indicator_id), count(*) FILTER (WHERE is_revised) FROM marts.revision_history"
    )
    assert rows == [(54, 0)]


COVERAGE = {
    "ena_2nd_ict_plan_status_r4-r6": (9, 9, 40, 36, 0, 0, 36, 0),
    "iwaki_ict_plan_r3-r7": (98, 24, 0, 0, 191, 77, 0, 6),
    "sukagawa_5th_ict_plan": (62, 26, 116, 116, 0, 0, 0, 0),
    "sukagawa_5th_ict_plan_progress_r4": (5, 3, 182, 182, 0, 0, 0, 0),
    "sukagawa_dx_plan_r7-r10": (33, 10, 3, 0, 0, 0, 0, 0),
}


def test_coverage_says_what_every_document_gave(collection: Collection) -> None:
    columns = "pages, pages_with_records, observations, trusted_observations, projects, phases, statuses, surveys"
    rows = collection.rows(f"SELECT document_id, {columns} FROM marts.document_coverage")
    assert {row[0]: row[1:] for row in rows} == COVERAGE


def test_coverage_counts_the_measures_that_every_document_names(collection: Collection) -> None:
    rows = collection.rows(
        "SELECT measures FROM marts.document_coverage WHERE document_id LIKE 'sukagawa%' ORDER BY document_id"
    )
    assert rows == [(52,), (52,), (10,)]

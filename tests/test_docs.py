"""What users touch is documented: commands, options, exit codes, outcomes, dependencies, tables, targets."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import typer.main

from pipelines.cli import app
from pipelines.exit_codes import MEANINGS, ExitCode
from pipelines.outcomes import Outcome
from pipelines.workspace import DATA_VARIABLE, RAW_DOCS_VARIABLE

PROJECT = Path(__file__).resolve().parents[1]
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def text(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def section(name: str) -> str:
    """The part of docs/commands.md on one command."""
    found = re.search(rf"^## `shihyo {name}\b.*?(?=^## |\Z)", text("docs/commands.md"), re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section on shihyo {name}"
    return found.group()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_its_options_are_documented(name: str) -> None:
    common = {"--data-dir", "--raw-docs", "--help"}
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("--")}
    undocumented = [option for option in options - common if f"`{option}" not in section(name) and option != "--out"]
    assert not undocumented


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself(name: str) -> None:
    assert COMMANDS[name].help
    unexplained = [one.name for one in COMMANDS[name].params if not getattr(one, "help", "") and one.name != "help"]
    assert not unexplained


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^## `shihyo (\w+)", text("docs/commands.md"), re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("code", ExitCode)
def test_an_exit_code_is_documented_where_people_look(code: ExitCode) -> None:
    assert f"| {code.value} | {MEANINGS[code]} |" in text("docs/commands.md")
    assert code is ExitCode.OK or f"| {code.value} |" in text("docs/runbook.md")


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_has_its_remedy_in_the_run_book(outcome: Outcome) -> None:
    assert outcome is Outcome.READ or f"`[{outcome.value}]`" in text("docs/runbook.md")


@pytest.mark.parametrize("variable", [DATA_VARIABLE, RAW_DOCS_VARIABLE])
def test_a_variable_is_documented(variable: str) -> None:
    assert f"`{variable}`" in text("docs/commands.md")


def test_every_dependency_has_its_line_and_no_line_is_stale() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    optional = [name for names in project["optional-dependencies"].values() for name in names]
    named = {re.split(r"[=<>~!\[ ]", name)[0] for name in [*project["dependencies"], *optional]}
    rows = re.findall(r"^\| ([\w.-]+) \| .+ \|$", text("docs/dependencies.md"), re.MULTILINE)
    assert sorted(set(rows) - {"package"}) == sorted(named)
    assert len(rows) == len(named) + 3


def test_every_target_of_make_says_what_it_does() -> None:
    makefile = text("Makefile")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    assert set(phony.group(1).split()) == set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


TABLES = sorted(
    name
    for path in (PROJECT / "warehouse" / "sql" / "ddl").glob("*.sql")
    for name in re.findall(r"CREATE TABLE ([\w.]+)", path.read_text(encoding="utf-8"))
)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_documented(table: str) -> None:
    assert re.search(rf"^### {re.escape(table)}$", text("docs/data-dictionary.md"), re.MULTILINE)


LINKS = [
    (page.relative_to(PROJECT), target)
    for page in [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md"), *(PROJECT / "raw_docs").glob("*.md")]
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "target"), LINKS)
def test_a_link_leads_somewhere(page: Path, target: str) -> None:
    assert (PROJECT / page.parent / target).exists()

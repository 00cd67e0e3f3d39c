"""Arrows of import run one way, each heavy library has one home, and the project stands on its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
STAGES = ("extract", "transforms", "warehouse", "expectations", "pipelines")
MAY_IMPORT: dict[str, set[str]] = {
    "extract": set(),
    "transforms": {"extract"},
    "warehouse": {"transforms"},
    "expectations": {"transforms", "warehouse"},
    "pipelines": set(STAGES),
}
HOMES: dict[str, set[str]] = {
    "dagster": {"pipelines"},
    "typer": {"pipelines"},
    "rich": {"pipelines"},
    "great_expectations": {"expectations"},
    "pdfplumber": {"extract"},
    "pdfminer": {"extract"},
    "pypdfium2": {"extract"},
    "xlsxwriter": {"warehouse"},
}
TEXT = {".py", ".yml", ".sql", ".md", ".toml"}
NAMED = {"Makefile", "LICENSE", "run", ".coveragerc", ".gitignore"}


def modules(package: str) -> list[Path]:
    return sorted((PROJECT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", STAGES)
def test_a_stage_imports_only_what_lies_before_it(package: str) -> None:
    allowed = MAY_IMPORT[package] | {package}
    wrong = {
        f"{path.relative_to(PROJECT)} imports {name}"
        for path in modules(package)
        for name in imported(path)
        if name in STAGES and name not in allowed
    }
    assert not wrong


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_in_its_home_alone(library: str) -> None:
    users = {package for package in STAGES for path in modules(package) if library in set(imported(path))}
    assert users <= HOMES[library]


@pytest.mark.parametrize("package", STAGES)
def test_no_stage_imports_the_tests(package: str) -> None:
    assert not [path for path in modules(package) if "tests" in set(imported(path))]


@pytest.mark.parametrize("package", STAGES)
def test_every_module_says_what_belongs_in_it(package: str) -> None:
    for path in modules(package):
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert words, f"{path.relative_to(PROJECT)} has no docstring"


def project_files() -> list[Path]:
    """Every text file of the project: what git ignores lies in folders that are not named here."""
    folders = (*STAGES, "tests", "docs", "raw_docs", ".ci")
    inside = [path for folder in folders for path in (PROJECT / folder).rglob("*")]
    return [
        path for path in [*PROJECT.glob("*"), *inside] if path.is_file() and (path.suffix in TEXT or path.name in NAMED)
    ]


@pytest.mark.parametrize("words", ["../" + "shared", "/work" + "/", "/ho" + "me/", "/tm" + "p/"])
def test_nothing_points_outside_the_project(words: str) -> None:
    assert not [
        path.relative_to(PROJECT)
        for path in project_files()
        if words in path.read_text(encoding="utf-8", errors="replace")
    ]

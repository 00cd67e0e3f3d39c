"""Every reason for review that code or SQL gives is declared, and every declared one is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from transforms.decisions_model import reason_frame, reasons

PROJECT = Path(__file__).resolve().parents[2]
REASON = re.compile(r"[a-z]+(?:_[a-z]+)+")
MAKERS = {"ReviewNote", "PageNotParsed", "review_row", "_item", "_note"}


def given_in(path: Path) -> Iterator[str]:
    """The reasons that a module hands to what makes review items, or lists as words for them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in MAKERS:
            yield from words(node.args)
        if isinstance(node, ast.Dict):
            named = [
                value for key, value in zip(node.keys, node.values, strict=True) if key and words([key]) == ["reason"]
            ]
            yield from words(named)


def words(nodes: list[ast.expr]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def given() -> set[str]:
    modules = [path for package in ("extract", "transforms") for path in (PROJECT / package).rglob("*.py")]
    in_code = {word for path in modules for word in given_in(path) if REASON.fullmatch(word)}
    sql = (PROJECT / "warehouse/sql/quality/02_review_item.sql").read_text(encoding="utf-8")
    return in_code | set(re.findall(r"(?<=[, ])'([a-z]+(?:_[a-z]+)*)'(?=,)", sql)) - {"open"}


def test_every_reason_that_is_given_is_declared() -> None:
    assert given() <= set(reasons())


@pytest.mark.parametrize("reason", reasons())
def test_a_declared_reason_is_given_somewhere(reason: str) -> None:
    code = [
        *(PROJECT / "extract").rglob("*.py"),
        *(PROJECT / "transforms").rglob("*.py"),
        *(PROJECT / "warehouse/sql/quality").glob("*.sql"),
    ]
    assert any(re.search(rf"[\"']{reason}[\"']", path.read_text(encoding="utf-8")) for path in code)


@pytest.mark.parametrize("reason", reasons().values())
def test_a_reason_says_what_it_means_in_both_languages(reason: object) -> None:
    assert re.fullmatch(r"[\x20-\x7e]+（[^\x00-\x7f]+）", reason.meaning)  # type: ignore[attr-defined]


def test_the_warehouse_knows_what_each_reason_is_about() -> None:
    frame = reason_frame()
    assert frame.columns == ["reason", "about"]
    assert set(frame["about"]) == {"figure", "page", "comparison"}

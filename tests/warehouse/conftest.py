from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.builders import gold_inputs
from warehouse.build import build
from warehouse.connect import reading
from warehouse.inputs import WarehouseInput

Rows = list[dict[str, Any]]
Ask = Callable[[str], Rows]


def ask(path: Path, query: str) -> Rows:
    with reading(path) as connection:
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture(scope="session")
def gold_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "warehouse.duckdb"
    build(gold_inputs(), path)
    return path


@pytest.fixture(scope="session")
def gold(gold_path: Path) -> Ask:
    return lambda query: ask(gold_path, query)


@pytest.fixture
def built(tmp_path: Path) -> Callable[[WarehouseInput], Ask]:
    """Build an input and get what asks it."""

    def build_and_ask(given: WarehouseInput) -> Ask:
        path = tmp_path / "warehouse.duckdb"
        build(given, path)
        return lambda query: ask(path, query)

    return build_and_ask

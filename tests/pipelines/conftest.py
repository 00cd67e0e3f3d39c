"""Folders that the tests of the wiring share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipelines.collections import PROJECT, Collection


@pytest.fixture
def raw_docs() -> Path:
    """The collection of the project."""
    return PROJECT / "raw_docs"


@pytest.fixture(scope="session")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The collection of the project, published once."""
    collection = Collection(PROJECT / "raw_docs", tmp_path_factory.mktemp("data"))
    ended = collection.shihyo("run")
    assert ended.returncode == 0, ended.stderr
    return collection

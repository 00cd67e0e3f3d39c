"""Folders that the tests of the wiring share."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def raw_docs() -> Path:
    """The collection of the project."""
    return PROJECT / "raw_docs"

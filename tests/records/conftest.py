"""What the tests of records share: blank paper, and the collection's documents read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.records.paper import Paper
from transforms.documents import DocumentFrames, read_document

RAW_DOCS = Path(__file__).resolve().parents[2] / "raw_docs"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path / "paper.pdf")


@pytest.fixture(scope="session")
def collection() -> Callable[[str], DocumentFrames]:
    """A document of the collection by its id, read at most once."""
    return cache(lambda document: read_document(RAW_DOCS / f"{document}.pdf"))

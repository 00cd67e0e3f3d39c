"""The floor: no document is read worse than it once was, and what is published unseen is right."""

from __future__ import annotations

import pytest

from tests.accuracy.documents import Outcome, known_documents, measure_all
from tests.accuracy.floor import floor
from tests.accuracy.page import PAGE, page
from tests.accuracy.scoring import Score

LEAST_TRUSTED_PRECISION = 0.999
FLOOR = floor()


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    """Every document with known figures, read once."""
    return {outcome.known.name: outcome for outcome in measure_all(known_documents())}


@pytest.mark.parametrize("name", [known.name for known in known_documents()])
def test_document_is_read_at_least_as_well_as_before(name: str, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[name]
    problems = "\n".join(outcome.comparison.problems()[:20])
    assert outcome.comparison.score.f1 >= FLOOR[name] - 0.0005, f"{outcome.failure}\n{problems}"


def test_what_is_published_unseen_is_right(outcomes: dict[str, Outcome]) -> None:
    total = sum((outcome.comparison.score for outcome in outcomes.values()), Score())
    assert total.trusted_precision >= LEAST_TRUSTED_PRECISION


def test_floor_names_every_document() -> None:
    assert sorted(FLOOR) == sorted(known.name for known in known_documents())


def test_the_page_of_the_docs_is_up_to_date(outcomes: dict[str, Outcome]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(list(outcomes.values()))

"""Documents made on the spot: a random table in every layout is read as written, and nothing is published wrong."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.accuracy.documents import Outcome, measure
from tests.accuracy.fresh import make
from tests.generator.random_documents import CHOICES

SEEDS = st.integers(min_value=1, max_value=10_000)


def outcome_of(seed: int, layout: str = "", rules: str = "", producer: str = "reportlab") -> Outcome:
    """The reading of the random document of a seed beside its truth."""
    with TemporaryDirectory() as folder:
        return measure(make(seed, Path(folder), (producer,), layout, rules))


@pytest.mark.parametrize("layout", CHOICES)
def test_ruled_table_in_every_layout_is_read_as_written(layout: str) -> None:
    outcome = outcome_of(7, layout, rules="ruled")
    assert outcome.comparison.problems() == [], outcome.known.name


@pytest.mark.parametrize(
    "rules", ["horizontal", "booktabs", "none", "dotted", "open_sides", "vertical", "frame", "header_only"]
)
def test_plain_table_is_read_whatever_its_rules(rules: str) -> None:
    outcome = outcome_of(3, "wide", rules)
    assert outcome.comparison.problems() == [], outcome.known.name


@settings(max_examples=12, deadline=None, derandomize=True)
@given(seed=SEEDS, layout=st.sampled_from(CHOICES), producer=st.sampled_from(["reportlab", "typst"]))
def test_nothing_wrong_is_published_unseen(seed: int, layout: str, producer: str) -> None:
    outcome = outcome_of(seed, layout, producer=producer)
    score = outcome.comparison.score
    assert score.trusted == score.trusted_right, outcome.comparison.problems()

"""The accuracy table as Markdown: one line per document, per layout word, and over all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.accuracy.documents import Outcome
from tests.accuracy.scoring import Score

_HEAD = ("rows", "read", "precision", "recall", "F1", "to review", "precision ≥ 0.9")


def by_document(outcomes: Sequence[Outcome]) -> str:
    """One line per document, and one over all."""
    lines = [_line(outcome.known.name, outcome.comparison.score, f"{outcome.seconds:.1f}") for outcome in outcomes]
    over_all = _line("**all**", _total(outcomes), f"{sum(outcome.seconds for outcome in outcomes):.1f}")
    return "\n".join([*_head("document", "seconds"), *lines, over_all])


def by_layout(outcomes: Sequence[Outcome]) -> str:
    """One line per word of the index; a document counts under each of its words."""
    words = list(dict.fromkeys(word for outcome in outcomes for word in outcome.known.layouts))
    parts = {word: [outcome for outcome in outcomes if word in outcome.known.layouts] for word in words}
    lines = [_line(word, _total(members), str(len(members))) for word, members in parts.items()]
    return "\n".join([*_head("layout", "documents"), *lines])


def _total(outcomes: Iterable[Outcome]) -> Score:
    return sum((outcome.comparison.score for outcome in outcomes), Score())


def _head(first: str, last: str) -> list[str]:
    names = (first, *_HEAD, last)
    return ["| " + " | ".join(names) + " |", "|---|" + "---:|" * (len(names) - 1)]


def _line(name: str, score: Score, last: str) -> str:
    shares = (score.precision, score.recall, score.f1, score.review_share, score.trusted_precision)
    figures = " | ".join(f"{share:.3f}" for share in shares)
    return f"| {name} | {score.gold} | {score.predicted} | {figures} | {last} |"

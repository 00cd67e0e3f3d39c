"""One indicator, whichever document of its plan prints it: links between the names of several editions.

Belongs here: the decision which printed names are one measure and one indicator. Does not belong here: keys of the
warehouse, disagreement of the figures (``marts.plan_report_reconciliation`` shows it), names across plans.

Documents are taken in the order of their editions. The first to print an indicator names it; a later one is linked to
it by the measure, the likeness of the name and the agreement of the figures. A doubtful link is not made: it becomes
a row for review.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import polars as pl

from transforms.likeness import fold_name, likeness
from transforms.links import Figured, Known, Link, Printed, is_empty, links_frame, printed_indicators, review_row
from transforms.measures import same_place
from transforms.schema import REVIEW, polars_schema

LINKED = 0.70
DOUBTFUL = 0.50
# Two candidates as close as this cannot be told apart by a machine.
_TIE = 0.03


@dataclass(frozen=True, slots=True)
class Links:
    """``links``: one row per document, measure and indicator name as printed, with the first names of the same
    (``first_*``), how they were linked (``first``, ``same_name``, ``likeness``) and the score; ``review``: doubtful
    links, in the columns of ``transforms.schema.REVIEW``."""

    links: pl.DataFrame
    review: pl.DataFrame


def link_indicators(observations: pl.DataFrame, documents: pl.DataFrame) -> Links:
    """Link the indicators of all documents within each plan.

    ``observations`` has the columns of ``transforms.schema.OBSERVATION``; ``documents`` needs ``document_id``,
    ``plan_id``, ``kind`` and ``edition``. The same rows in any order give the same links.
    """
    by_document = printed_indicators(observations)
    ordered = documents.sort("plan_id", "edition", "kind", "document_id").select("plan_id", "document_id").rows()
    links: list[tuple[str, Link]] = []
    review: list[dict[str, object]] = []
    for plan_id, group in groupby(ordered, key=lambda row: row[0]):
        known: list[Known] = []
        for _, document in group:
            made, doubtful = _link_document(by_document.get(document, []), known)
            links += [(plan_id, link) for link in made]
            review += [review_row(*pair) for pair in doubtful]
    return Links(links_frame(links), pl.DataFrame(review, schema=polars_schema(REVIEW)))


def indicator_likeness(one: Printed, other: Known) -> float:
    """How sure it is that ``one`` is the indicator ``other``, by measure, name and figures (docs/judgement.md)."""
    name = max(likeness(one.name, printed.name) for printed in other.printed)
    agreement = _agreement(one, other)
    if one.place.is_known and other.place.is_known and not same_place(one.place, other.place):
        return 0.8 if name == 1.0 and agreement == 1.0 else 0.0
    if agreement is None:
        return 0.9 * name
    if agreement == 0.0:
        return 0.6 * name
    return 0.55 * name + 0.45 * agreement


def _link_document(
    printed: Sequence[Printed], known: list[Known]
) -> tuple[list[Link], list[tuple[Printed, Known, float]]]:
    """Link the indicators of one document to those known so far; what stays alone is known from then on."""
    made: list[Link] = []
    _take(made, _same_names(printed, known), "same_name")
    open_pairs = [
        (score, one, other)
        for one, other in _open_pairs(printed, known, made)
        if (score := indicator_likeness(one, other)) >= DOUBTFUL
    ]
    clear, doubtful = _clear(sorted(open_pairs, key=_pair_order))
    _take(made, clear, "likeness")
    linked = {id(link.printed) for link in made}
    made += [Link(one, Known([one]), "first", 1.0) for one in printed if id(one) not in linked]
    for link in made:
        if link.method == "first":
            known.append(link.known)
        else:
            link.known.printed.append(link.printed)
    return made, [(one, other, score) for score, one, other in doubtful if id(one) not in linked]


def _same_names(printed: Sequence[Printed], known: Sequence[Known]) -> Iterator[tuple[float, Printed, Known]]:
    """Pairs of one measure and one folded name: no figure can part them (a restated value is no other thing)."""
    for one in printed:
        for other in known:
            same = any(fold_name(one.name) == fold_name(before.name) for before in other.printed)
            if same and same_place(one.place, other.place):
                yield 1.0, one, other


def _take(made: list[Link], pairs: Iterable[tuple[float, Printed, Known]], method: str) -> None:
    """Add the pairs in their order, each side once."""
    used = {id(link.printed) for link in made} | {id(link.known) for link in made}
    for score, one, other in pairs:
        if used.isdisjoint({id(one), id(other)}):
            made.append(Link(one, other, method, round(score, 4)))
            used |= {id(one), id(other)}


def _open_pairs(
    printed: Sequence[Printed], known: Sequence[Known], made: Sequence[Link]
) -> Iterator[tuple[Printed, Known]]:
    used = {id(link.printed) for link in made} | {id(link.known) for link in made}
    for one in printed:
        for other in known:
            if used.isdisjoint({id(one), id(other)}) and not is_empty(one) and not is_empty(other.printed[0]):
                yield one, other


_Pair = tuple[float, Printed, Known]


def _clear(pairs: Sequence[_Pair]) -> tuple[list[_Pair], list[_Pair]]:
    """Pairs that may be linked, and those that are too unlike or have a rival as good."""
    clear = [pair for pair in pairs if pair[0] >= LINKED and not _has_rival(pair, pairs)]
    return clear, [pair for pair in pairs if pair not in clear]


def _has_rival(pair: _Pair, pairs: Sequence[_Pair]) -> bool:
    score, one, other = pair
    return any(
        rival >= score - _TIE and (a is one) != (b is other) for rival, a, b in pairs if not (a is one and b is other)
    )


def _pair_order(pair: _Pair) -> tuple[float, str, str]:
    return -pair[0], pair[1].name, pair[2].printed[0].name


def _agreement(one: Printed, other: Known) -> float | None:
    """The share of the common periods whose figures agree; ``None`` where only zeros, or none, are common."""
    theirs: dict[Figured, frozenset[float]] = {}
    for printed in other.printed:
        theirs |= printed.figures
    shared = [(one.figures[period], theirs[period]) for period in one.figures if period in theirs]
    telling = [pair for pair in shared if pair[0] | pair[1] != {0.0}]
    if not telling:
        return None
    return sum(mine == yours for mine, yours in telling) / len(telling)

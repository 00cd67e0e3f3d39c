"""Indicators as documents print them, and the links between them as frames.

Belongs here: what is compared, and what the links and the doubtful ones look like. Does not belong here: which of them are one
(``linking``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import polars as pl

from transforms.likeness import fold_name
from transforms.measures import PLACE, Place
from transforms.themes import load_yaml

SOURCE = ["document", *PLACE, "indicator"]

Figured = tuple[str, int | None, int | None]
"""What figures are compared by: kind, fiscal year, calendar year."""

LINKS = pl.Schema(
    dict.fromkeys(SOURCE, pl.String())
    | {"plan_id": pl.String()}
    | {f"first_{name}": pl.String() for name in SOURCE}
    | {"has_indicator": pl.Boolean(), "method": pl.String(), "score": pl.Float64()}
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One indicator as one document prints it, perhaps in several places (``sources``: field, number, measure, name).

    ``figures`` maps (kind, fiscal year, calendar year) to its values.
    """

    document: str
    place: Place
    name: str
    page: int
    sources: tuple[tuple[str, ...], ...]
    figures: dict[Figured, frozenset[float]]


@dataclass(slots=True)
class Known:
    """An indicator of a plan and every printing of it so far; the first one names it."""

    printed: list[Printed]
    place: Place = field(init=False)

    def __post_init__(self) -> None:
        self.place = self.printed[0].place


@dataclass(frozen=True, slots=True)
class Link:
    """One printing of an indicator, the one that it is taken for, by which method and how likely."""

    printed: Printed
    known: Known
    method: str
    score: float


def is_no_indicator(name: str) -> bool:
    """Whether ``name`` is what a document prints where a measure has no indicator (指標の設定はありません)."""
    return fold_name(name) in _no_indicator_words()


def is_empty(printed: Printed) -> bool:
    """Whether a printing says that its measure has no indicator."""
    return is_no_indicator(printed.name)


@cache
def _no_indicator_words() -> frozenset[str]:
    return frozenset(fold_name(word) for word in load_yaml("linking.yml")["no_indicator"])


def printed_indicators(observations: pl.DataFrame) -> dict[str, list[Printed]]:
    """Every document's indicators in the order of the names; one that is printed in two places is one."""
    rows = observations.with_columns(pl.col(SOURCE).fill_null("")).sort([*SOURCE, "page"])
    gathered: dict[tuple[object, ...], list[dict[str, Any]]] = {}
    for row in rows.select(*SOURCE, "page", "value_kind", "fiscal_year", "calendar_year", "value").to_dicts():
        place = Place(row["field"], row["measure_no"], row["measure"])
        gathered.setdefault((row["document"], *place.key, fold_name(row["indicator"])), []).append(row)
    found: dict[str, list[Printed]] = {}
    for group in gathered.values():
        found.setdefault(group[0]["document"], []).append(_one_printed(group))
    return found


def _one_printed(rows: Sequence[Mapping[str, Any]]) -> Printed:
    figures: dict[Figured, set[float]] = {}
    for row in rows:
        if row["value"] is not None:
            period = (row["value_kind"], row["fiscal_year"], row["calendar_year"])
            figures.setdefault(period, set()).add(row["value"])
    sources = tuple(dict.fromkeys(tuple(row[name] for name in (*PLACE, "indicator")) for row in rows))
    return Printed(
        document=rows[0]["document"],
        place=Place(*sources[0][:-1]),
        name=sources[0][-1],
        page=min(row["page"] for row in rows),
        sources=sources,
        figures={period: frozenset(values) for period, values in figures.items()},
    )


def links_frame(links: Sequence[tuple[str, Link]]) -> pl.DataFrame:
    """Links, each with the id of its plan, as a frame of the schema ``LINKS``: a row for each place in which the indicator is printed."""
    rows = [
        (link.printed.document, *source, plan_id, *_first(link.known), *_how(link))
        for plan_id, link in links
        for source in link.printed.sources
    ]
    return pl.DataFrame(rows, schema=LINKS, orient="row").sort(SOURCE)


def _first(known: Known) -> tuple[str, ...]:
    first = known.printed[0]
    return first.document, *first.sources[0]


def _how(link: Link) -> tuple[bool, str, float]:
    return not is_empty(link.printed), link.method, link.score


def review_row(one: Printed, other: Known, score: float) -> dict[str, object]:
    """A doubtful link as a row for review, with the question that a person answers."""
    first = other.printed[0]
    asked = f"「{one.name}」（{one.place.measure_no}）"
    named = f"{first.document} の「{first.name}」（{first.place.measure_no}）"
    text = f"{asked}は {named}と同じ指標か（{score:.2f}）"
    return {"document": one.document, "page": one.page, "reason": "doubtful_link", "text": text}

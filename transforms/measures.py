"""One measure (施策), whichever document of its plan prints it.

Belongs here: where an indicator stands, and the decision which printed measures are one. Does not belong here: links
between indicators (``transforms.linking``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import polars as pl

from transforms.likeness import fold_name, likeness

PLACE = ("field", "measure_no", "measure")
SAME_MEASURE = 0.60
_NUMBER_WEIGHT = 0.5
_DASHES = re.compile(r"[-‐‑‒–—―−ー]")

MEASURE_LINKS = pl.Schema(
    {"plan_id": pl.String(), "document": pl.String()}
    | dict.fromkeys(PLACE, pl.String())
    | {f"first_{name}": pl.String() for name in ("document", *PLACE)}
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an indicator stands in its document: field, number and name of the measure, as printed."""

    field: str
    measure_no: str
    measure: str

    @property
    def number(self) -> str:
        """The number in one width and without spaces, its dashes alike."""
        return _DASHES.sub("-", unicodedata.normalize("NFKC", self.measure_no)).replace(" ", "")

    @property
    def key(self) -> tuple[str, ...]:
        """What two printings of one measure in one document share; a field tells measures apart only without a name."""
        return self.number, fold_name(self.measure), "" if self.measure else fold_name(self.field)

    @property
    def is_known(self) -> bool:
        """Whether the document names a measure at all."""
        return bool(self.measure_no or self.measure)


def link_measures(places: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """One row per document and place as printed, with the first printing of the same measure (``MEASURE_LINKS``).

    ``places`` has ``document`` and the columns of ``PLACE``; ``documents`` needs ``document_id``, ``plan_id``, ``kind``
    and ``edition``. The same rows in any order give the same links.
    """
    columns = ["document", *PLACE]
    rows = places.select(pl.col(columns).fill_null("")).unique().sort(columns).rows()
    by_document = {name: [Place(*row[1:]) for row in group] for name, group in groupby(rows, key=lambda row: row[0])}
    ordered = documents.sort("plan_id", "edition", "kind", "document_id").select("plan_id", "document_id").rows()
    found: list[tuple[str, ...]] = []
    for plan_id, group in groupby(ordered, key=lambda row: row[0]):
        known: list[tuple[str, Place]] = []
        for _, document in group:
            pairs = _link_places(document, by_document.get(document, []), known)
            found += [(plan_id, document, *_printed(one), first, *_printed(same)) for one, (first, same) in pairs]
    return pl.DataFrame(found, schema=MEASURE_LINKS, orient="row").sort(columns)


def measure_likeness(one: Place, other: Place) -> float:
    """How sure it is that two documents of a plan mean the same measure: by number and name where both print them."""
    name = likeness(one.measure, other.measure) if one.measure and other.measure else None
    if not (one.number and other.number):
        return name or 0.0
    same_number = float(one.number == other.number and _fields_agree(one, other))
    if name is None:
        return same_number
    return _NUMBER_WEIGHT * same_number + (1 - _NUMBER_WEIGHT) * name


def same_place(one: Place, other: Place) -> bool:
    """Whether two documents of a plan mean the same measure, or, where neither prints one, the same field."""
    if not (one.is_known or other.is_known):
        return fold_name(one.field) == fold_name(other.field)
    return measure_likeness(one, other) >= SAME_MEASURE


def _fields_agree(one: Place, other: Place) -> bool:
    """Numbers that start anew in every field mean the same only in the same field."""
    if not (one.field and other.field) or one.measure or other.measure:
        return True
    return likeness(one.field, other.field) >= SAME_MEASURE


_Named = tuple[str, Place]


def _link_places(document: str, places: Sequence[Place], known: list[_Named]) -> list[tuple[Place, _Named]]:
    """Pair every place of a document with the first printing of its measure; ``known`` grows by those that are new.

    Two measures of one document are never one: each known measure is taken once, by the place most like it.
    """
    own = list({place.key: place for place in reversed(places)}.values())[::-1]
    by_key = {named[1].key: named for named in reversed(known)}
    taken = {place.key: by_key[place.key] for place in own if place.key in by_key}
    left = [place for place in own if place.key not in taken]
    free = [named for named in known if named not in taken.values()]
    for place, named in sorted(_same_places(left, free), key=lambda pair: -measure_likeness(pair[0], pair[1][1])):
        if place.key not in taken and named not in taken.values():
            taken[place.key] = named
    new = [(document, place) for place in own if place.key not in taken]
    known.extend(new)
    taken |= {named[1].key: named for named in new}
    return [(place, taken[place.key]) for place in places]


def _same_places(places: Sequence[Place], known: Sequence[_Named]) -> Iterator[tuple[Place, _Named]]:
    return ((place, named) for place in places for named in known if same_place(place, named[1]))


def _printed(place: Place) -> tuple[str, str, str]:
    return place.field, place.measure_no, place.measure

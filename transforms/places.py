"""Records that a document prints at several places: what they share, and where the places disagree.

Belongs here: comparison and merging of printed texts, whatever the kind of record. Does not belong here: which texts
of a kind are compared, how the places were found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from transforms.folding import fold_field


class Placed(Protocol):
    """A printed record that knows its page and the kind of place at which it stands."""

    @property
    def page(self) -> int:
        """Page, counted from 1."""

    @property
    def place(self) -> str:
        """The kind of place: card, page, list, table."""


T = TypeVar("T", bound=Placed)


def first(group: Iterable[Placed], attribute: str) -> str:
    """The text of the first record of a group that prints one; blank where none does."""
    return next((text for record in group if (text := text_of(record, attribute))), "")


def text_of(record: Placed, attribute: str) -> str:
    """One text of a record."""
    return str(getattr(record, attribute) or "")


def counts_anew(records: Iterable[Placed], number: str, name: str) -> bool:
    """Whether one kind of place gives a number to two names (texts of the attributes ``number`` and ``name``)."""
    names: dict[tuple[str, str], set[str]] = {}
    for record in records:
        key = record.place, fold_field(text_of(record, number))
        names.setdefault(key, set()).add(fold_field(text_of(record, name)))
    return any(len(found) > 1 for found in names.values())


def disagreements(group: Sequence[T], compared: Iterable[str]) -> Iterator[tuple[str, list[T]]]:
    """Each attribute that two places print differently, with the records that print it (width and blanks aside)."""
    for attribute in compared:
        stating = [record for record in group if text_of(record, attribute)]
        folded = [fold_field(text_of(record, attribute)) for record in stating]
        if any(one != other for one, other in pairwise(folded)):
            yield attribute, stating


def numeric_order(number: str) -> tuple[int, ...]:
    """The parts of a number as they count: 10-2 after 9-15."""
    return tuple(int(part) for part in fold_field(number).split("-") if part.isdigit())

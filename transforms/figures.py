"""What one printed figure is taken to mean: the result of reading a cell, before names and periods are settled.

Belongs here: the type. Does not belong here: how a cell is read (``transforms.cells``).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.model import ValueKind
from transforms.rules import confidence

Status = Literal["numeric", "text", "not_set", "not_available"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, status word or text fact of a cell.

    ``text`` is the part of the cell it came from, as printed; ``mark`` the number in front (①), ``name`` the words in
    front that name it; ``value`` is in the base unit ``unit``; ``period_label`` is a period printed in the cell.
    ``kind`` is the kind of value that a word in front names (現状182人 目標200人), absent where none does.
    ``aside`` is the inside of a bracket that holds a second figure (①34人（85.0％）).
    """

    text: str
    status: Status = "text"
    value: Decimal | None = None
    name: str = ""
    mark: str = ""
    heading: str = ""
    unit: str = ""
    per: str = ""
    comparator: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    note: str = ""
    aside: str = ""
    rating: str = ""
    kind: ValueKind | None = None
    period_label: str = ""
    is_scaled: bool = False
    rules: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """The least confidence that the rules applied so far warrant."""
        return confidence(self.rules)


def joined_notes(*notes: str) -> str:
    """Notes joined by "; ", blanks and repetitions left out."""
    return "; ".join(dict.fromkeys(note for note in notes if note))

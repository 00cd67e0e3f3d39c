"""A part over its whole that a label counts (10/12 in 地点): the part is the value.

Belongs here: that one judgement. Does not belong here: parts with their percentage (``joints``), units.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from transforms.figures import Figure
from transforms.folding import fold_field
from transforms.units import UnitSpec, dimension

_PART = re.compile(r"(\d[\d,]*)/(\d[\d,]*)")
_COUNTED = ("count", "people")


def counted_part(figure: Figure, unit: UnitSpec | None) -> Figure:
    """A part over its whole, kept as text so far, as the number of things that the unit of its label counts."""
    found = _PART.fullmatch("".join(fold_field(figure.text).split())) if "ratio-without-share" in figure.rules else None
    if found is None or unit is None or unit.factor != 1 or unit.per or dimension(unit.unit) not in _COUNTED:
        return figure
    part, whole = (Decimal(digits.replace(",", "")) for digits in found.groups())
    if part > whole:
        return figure
    rules = tuple("part-of-counted-whole" if rule == "ratio-without-share" else rule for rule in figure.rules)
    return replace(figure, status="numeric", value=part, numerator=part, denominator=whole, rules=rules)

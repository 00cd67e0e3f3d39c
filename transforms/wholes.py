"""A part over its whole that a label or the cell counts (10/12 in 地点, 2/9校): the part is the value.

Belongs here: that one judgement. Does not belong here: parts with their percentage (``joints``), units.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from transforms.figures import Figure
from transforms.folding import fold_field
from transforms.units import UnitSpec, dimension, parse_unit_label

_PART = re.compile(r"(\d[\d,]*)/(\d[\d,]*)([^\d/()※*]{0,6})(?:[※*]\d{0,2})?")  # a footnote mark may stand behind
_COUNTED = ("count", "people")


def counted_part(figure: Figure, unit: UnitSpec | None) -> Figure:
    """A part over its whole, kept as text so far, as the number of things that its own unit or that of its label counts."""
    found = _PART.fullmatch("".join(fold_field(figure.text).split())) if "ratio-without-share" in figure.rules else None
    spec = (parse_unit_label(found[3]) or unit) if found else None
    if found is None or spec is None or spec.factor != 1 or spec.per or dimension(spec.unit) not in _COUNTED:
        return figure
    part, whole = (Decimal(digits.replace(",", "")) for digits in found.groups()[:2])
    if part > whole:
        return figure
    rules = tuple("part-of-counted-whole" if rule == "ratio-without-share" else rule for rule in figure.rules)
    own = spec.unit if found[3] else figure.unit
    return replace(figure, status="numeric", value=part, unit=own, numerator=part, denominator=whole, rules=rules)

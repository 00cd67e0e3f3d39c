"""What stands around a table and applies to it.

Belongs here: headings, unit line, notes on periods, era of the document, as printed. Does not belong here: cells.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from extract.footnotes import Footnotes
from extract.model import ValueKind
from extract.stated_periods import StatedPeriods


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one table; every text as printed, blank where nothing is stated.

    ``title`` is the nearest heading, ``title_kind`` the kind of value that it names, ``stated`` the period that a
    note states for a kind of value, ``era`` the era by which bare years of the document count. ``stacked`` are the kinds of
    the lines of a cell (上段：目標値　下段：実績値), ``bracketed`` the kind of a figure in brackets (（　）内は目標値),
    ``footnotes`` what the footnotes say of figures, ``unit_of_page`` the unit stated above all headings of the page.
    ``is_aimed_at`` tells that a line between the title and the table states a target for what the title names.
    """

    field: str = ""
    measure_no: str = ""
    measure: str = ""
    title: str = ""
    title_kind: ValueKind | None = None
    title_period: str = ""
    unit_line: str = ""
    unit_of_page: str = ""
    department: str = ""
    era: str = ""
    stacked: tuple[ValueKind, ...] = ()
    bracketed: ValueKind | None = None
    is_aimed_at: bool = False
    stated: StatedPeriods = dataclasses.field(default_factory=StatedPeriods)
    footnotes: Footnotes = dataclasses.field(default_factory=Footnotes)

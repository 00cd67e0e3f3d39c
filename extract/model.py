"""What ``extract`` hands on: printed records with their provenance, nothing converted.

Belongs here: the plain data types of a reading. Does not belong here: how anything is found or what it means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ValueKind = Literal["baseline", "actual", "target"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points, origin top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    def shares_width(self, other: Box) -> bool:
        """True where one box stands, at least in part, above or below the other."""
        return self.x0 < other.x1 and other.x0 < self.x1


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """One label that applies to a figure, and the nearest place that states it.

    ``source`` is one of ``cell``, ``column``, ``row``, ``group``, ``unit_line``, ``title``, ``document``. ``era`` is the
    era that the surroundings state for a year printed without one (22 … 26 under a title in 平成).
    """

    text: str
    source: str
    era: str = ""


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """One printed value cell with every label that applies to it, as printed (radicals folded, nothing converted).

    ``raw_text`` keeps the line breaks of the cell; where it is a whole sentence or box, ``amount`` is the part of it
    that states the figure (blank: ``raw_text`` itself). ``period`` and ``unit`` are absent where no place states them.
    ``indicator`` may name several indicators (①… ②…); pairing them with the figures of the cell is judgement.
    """

    page: int
    box: Box
    raw_text: str
    kind: ValueKind
    indicator: str
    field: str = ""
    measure_no: str = ""
    measure: str = ""
    kind_label: str = ""
    period: PrintedLabel | None = None
    unit: PrintedLabel | None = None
    department: str = ""
    rating: str = ""
    note: str = ""
    confidence: float = 1.0
    rules: tuple[str, ...] = ()
    amount: str = ""


@dataclass(frozen=True, slots=True)
class PrintedMeasure:
    """One measure (施策) as one place of the document prints it: a card, a page of its own or the list of measures.

    ``measure`` is its name without the mark of its ``category``, ``audience`` the cell with its marks (■ 市民向け
    □ 庁内向け), ``indicator`` the text beside 指標 (``None`` where the place has no such label).
    """

    page: int
    measure_no: str
    measure: str
    field: str = ""
    category: str = ""
    department: str = ""
    audience: str = ""
    listed_page: str = ""
    indicator: str | None = None
    overview: str = ""
    background: str = ""
    situation: str = ""
    issue: str = ""
    approach: str = ""
    effect: str = ""
    place: Literal["card", "page", "list"] = "card"
    confidence: float = 1.0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PrintedProject:
    """One project (事業) of a plan as one place of the document prints it; ``place`` names that kind of place."""

    page: int
    project_no: str
    name: str
    category: str = ""
    department: str = ""
    description: str = ""
    pillar: str = ""
    policy: str = ""
    sub_policy: str = ""
    place: Literal["card", "list", "table"] = "card"
    confidence: float = 1.0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PrintedPhase:
    """One bar of a year plan: its label and the labels of the first and the last year column that it covers."""

    page: int
    project_no: str
    project: str
    label: str
    first_label: str
    last_label: str
    confidence: float = 1.0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PrintedStatus:
    """One row of a status table: an initiative, when it started and how it is followed up, all as printed."""

    page: int
    field: str
    measure: str
    initiative: str
    started_label: str
    mark: str
    confidence: float = 1.0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class PrintedSurvey:
    """One row of a survey overview (調査対象, 件数, 有効数), as printed."""

    page: int
    survey: str
    year_label: str
    target: str
    method: str
    sent: str
    valid: str
    confidence: float = 1.0
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """Something that a person must look at: an unread region, an unreadable cell, a disagreement."""

    page: int
    box: Box | None
    reason: str
    text: str


@dataclass(slots=True)
class Reading:
    """All that was read from one document, in the order of the pages; ``plan_period`` is 計画期間 as the text states it."""

    document: str
    pages: int
    plan_period: str = ""
    figures: list[PrintedFigure] = field(default_factory=list)
    measures: list[PrintedMeasure] = field(default_factory=list)
    projects: list[PrintedProject] = field(default_factory=list)
    phases: list[PrintedPhase] = field(default_factory=list)
    statuses: list[PrintedStatus] = field(default_factory=list)
    surveys: list[PrintedSurvey] = field(default_factory=list)
    review: list[ReviewNote] = field(default_factory=list)

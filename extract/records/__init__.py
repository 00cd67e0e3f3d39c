"""Readers of records other than indicators in tables: statuses, projects, year plans, surveys, figures in prose.

Belongs here: recognition of these records on laid-out pages, as printed. Does not belong here: how a page becomes
grids and lines, conversion of years and numbers, merging of several places into one record.
"""

from __future__ import annotations

from extract.model import Box, PrintedFigure, Reading, ReviewNote
from extract.records.cards import read_cards
from extract.records.leaf import Leaf
from extract.records.panels import read_panels
from extract.records.planned import read_planned
from extract.records.projects import read_project_tables
from extract.records.prose import read_prose
from extract.records.statuses import read_statuses
from extract.records.surveys import read_surveys
from extract.sheet import Sheet


def read_records(sheets: list[Sheet], reading: Reading) -> None:
    """Append every record of a document to ``reading``; ``sheets`` are its pages in order."""
    leaves = [Leaf(sheet) for sheet in sheets]
    read_cards(leaves, reading)
    read_project_tables(leaves, reading)
    reading.statuses.extend([*read_statuses(leaves), *read_planned(leaves)])
    reading.surveys.extend(read_surveys(leaves))
    figures = [*read_panels(leaves, reading.figures), *read_prose(leaves)]
    reading.figures.extend(sorted(figures, key=lambda figure: (figure.page, figure.box.top, figure.box.x0)))
    reading.review[:] = [note for note in reading.review if not _was_read(note, figures)]


def _was_read(note: ReviewNote, figures: list[PrintedFigure]) -> bool:
    """Whether a region that no table reader understood holds figures that were read after all."""
    if note.reason != "unread_region" or note.box is None:
        return False
    region = note.box
    return any(figure.page == note.page and _meet(region, figure.box) for figure in figures)


def _meet(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom

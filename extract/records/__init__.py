"""Readers of records other than indicators in tables: measures, statuses, projects, year plans, surveys, prose.

Belongs here: recognition of these records on laid-out pages, as printed. Does not belong here: how a page becomes
grids and lines, conversion of years and numbers, merging of several places into one record.
"""

from __future__ import annotations

from extract.model import Reading
from extract.records.cards import read_cards
from extract.records.leaf import Leaf
from extract.records.measures import read_measures
from extract.records.panels import read_panels
from extract.records.planned import read_planned
from extract.records.projects import read_project_tables
from extract.records.prose import read_prose
from extract.records.reconcile import add_figures
from extract.records.statuses import read_statuses
from extract.records.surveys import read_surveys
from extract.sheet import Sheet


def read_records(sheets: list[Sheet], reading: Reading) -> None:
    """Append every record of a document to ``reading``; ``sheets`` are its pages in order."""
    leaves = [Leaf(sheet) for sheet in sheets]
    reading.measures.extend(read_measures(leaves))
    read_cards(leaves, reading)
    read_project_tables(leaves, reading)
    reading.statuses.extend([*read_statuses(leaves), *read_planned(leaves)])
    reading.surveys.extend(read_surveys(leaves))
    add_figures(reading, [*read_panels(leaves), *read_prose(leaves)])

"""Printed records other than figures, as typed frames: measures, projects, phases, statuses, surveys, review.

Belongs here: the composition of the rules per kind. Does not belong here: the rules (``transforms.records_*``).
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extract.model import Reading
from transforms.records_measures import measure_rows
from transforms.records_phases import phase_row
from transforms.records_projects import project_rows
from transforms.records_statuses import status_row
from transforms.records_surveys import survey_row
from transforms.schema import RECORDS, polars_schema

Row = dict[str, object]


def record_frames(reading: Reading) -> dict[str, pl.DataFrame]:
    """One frame per kind of record but observations, in the columns of ``transforms.schema``.

    ``review`` holds only what was found here (places of a measure or a project that disagree), not what reading noted.
    """
    measures, differing = measure_rows(reading.measures)
    projects, review = project_rows(reading.projects)
    rows: dict[str, list[Row]] = {
        "measures": measures,
        "projects": projects,
        "phases": [phase_row(phase) for phase in reading.phases],
        "statuses": [status_row(status) for status in reading.statuses],
        "surveys": [survey_row(survey) for survey in reading.surveys],
        "review": [*differing, *review],
    }
    return {kind: _frame(kind, reading.document, found) for kind, found in rows.items()}


def _frame(kind: str, document: str, rows: list[Row]) -> pl.DataFrame:
    if not rows:
        return _empty(kind).clone()
    return pl.DataFrame([{"document": document, **row} for row in rows], schema=polars_schema(RECORDS[kind]))


@cache
def _empty(kind: str) -> pl.DataFrame:
    """A frame without rows: most documents have none of most kinds, and making it column by column takes its time."""
    return pl.DataFrame(schema=polars_schema(RECORDS[kind]))

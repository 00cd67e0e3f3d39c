"""What was read on one page, drawn on the page: values with their settled confidence, records, and places to review.

Belongs here: which boxes a page has. Does not belong here: drawing (``extract.show``), reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import polars as pl

from extract.model import Box, PrintedMeasure, PrintedPhase, PrintedProject, PrintedStatus, PrintedSurvey, Reading
from extract.ocr import Engine
from extract.reading import read_pdf
from extract.show import Shown, draw
from transforms.documents import document_frames

_EDGES = ("x0", "top", "x1", "bottom")
_TO_REVIEW = 0.0

Record = PrintedMeasure | PrintedProject | PrintedPhase | PrintedStatus | PrintedSurvey


def show_page(path: Path, page: int, out: Path, engine: Engine | None = None) -> Path:
    """Read a document and save one page (counted from 1) as PNG with the boxes of what was read on it.

    ``engine`` reads the pictures of pages without text, where one is given.

    Raises ``UnreadableDocument`` for a file that is no PDF with text, ``extract.show.NoSuchPage`` for a page it lacks.
    """
    reading = read_pdf(path, engine)
    return draw(path, page, shown_on(reading, page), out)


def shown_on(reading: Reading, page: int) -> list[Shown]:
    """The boxes of a page: records below, then values, then what a person must look at."""
    frames = document_frames(reading).frames
    return [*_records(reading, page), *_values(frames["observations"], page), *_reviews(frames["review"], page)]


def _records(reading: Reading, page: int) -> Iterator[Shown]:
    kinds: dict[str, Iterable[Record]] = {
        "measure": reading.measures,
        "project": reading.projects,
        "phase": reading.phases,
        "status": reading.statuses,
        "survey": reading.surveys,
    }
    pairs = chain.from_iterable(((kind, record) for record in records) for kind, records in kinds.items())
    return (Shown(kind, r.box, r.confidence) for kind, r in pairs if r.page == page and r.box is not None)


def _values(observations: pl.DataFrame, page: int) -> Iterator[Shown]:
    """One box per cell with the least confidence of the values in it."""
    cells = observations.filter(pl.col("page") == page).group_by("value_kind", *_EDGES, maintain_order=True)
    for row in cells.agg(pl.col("confidence").min()).iter_rows(named=True):
        yield Shown(row["value_kind"], _box(row), row["confidence"])


def _reviews(review: pl.DataFrame, page: int) -> Iterator[Shown]:
    placed = review.filter(
        (pl.col("page") == page) & pl.col("x0").is_not_null() & (pl.col("reason") != "low_confidence")
    )
    return (Shown("review", _box(row), _TO_REVIEW) for row in placed.iter_rows(named=True))


def _box(row: dict[str, float]) -> Box:
    return Box(*(row[edge] for edge in _EDGES))

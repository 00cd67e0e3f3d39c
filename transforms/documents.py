"""One document, from its bytes to typed frames: the only door between reading and everything after it.

Belongs here: the composition of the stages of ``extract`` and ``transforms``. Does not belong here: any rule.
Reading is a pure function of the bytes of the PDF and of the lexicon: no clock, no path, no global state (the garbage collector, which
it pauses, changes no result).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from extract.model import Reading
from extract.ocr import Engine
from extract.reading import read_pdf
from transforms.observations import observations
from transforms.records import record_frames
from transforms.reviewing import ReviewRow, review_row
from transforms.schema import RECORDS, polars_schema


@dataclass(frozen=True, slots=True)
class DocumentFrames:
    """The records of one document; ``frames`` has one frame per kind of ``transforms.schema.RECORDS``."""

    document: str
    pages: int
    frames: dict[str, pl.DataFrame]


def read_document(path: Path, engine: Engine | None = None) -> DocumentFrames:
    """Read one PDF into typed frames; ``engine`` reads the pictures of pages without text, where one is given.

    Raises ``extract.errors.UnreadableDocument`` where the file cannot be read as a PDF with text.
    """
    with _uncollected():
        return document_frames(read_pdf(path, engine))


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for circles among objects while one document is read: a twelfth of the time. What it leaves is found afterwards."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def document_frames(reading: Reading) -> DocumentFrames:
    """The typed frames of a reading; kinds of record that it holds none of have an empty frame."""
    observed, doubts = observations(reading)
    records = record_frames(reading)
    rows = [review_row(reading.document, note.page, note.box, note.reason, note.text) for note in reading.review]
    review = pl.concat([_review_frame([*rows, *doubts]), records["review"]])
    frames = records | {"observations": observed, "review": review}
    return DocumentFrames(document=reading.document, pages=reading.pages, frames=frames)


def _review_frame(rows: list[ReviewRow]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=polars_schema(RECORDS["review"]), orient="row")

"""One document, from its bytes to typed frames: the only door between reading and everything after it.

Belongs here: the composition of the stages of ``extract`` and ``transforms``. Does not belong here: any rule.
Reading is a pure function of the bytes of the PDF and of the lexicon: no clock, no path, no global state.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from transforms.schema import RECORDS, polars_schema


@dataclass(frozen=True, slots=True)
class DocumentFrames:
    """The records of one document; ``frames`` has one frame per kind of ``transforms.schema.RECORDS``."""

    document: str
    pages: int
    frames: dict[str, pl.DataFrame]


def read_document(path: Path) -> DocumentFrames:
    """Read one PDF into typed frames.

    Raises ``extract.errors.UnreadableDocument`` where the file cannot be read as a PDF with text.
    """
    frames = {kind: pl.DataFrame(schema=polars_schema(columns)) for kind, columns in RECORDS.items()}
    return DocumentFrames(document=path.stem, pages=0, frames=frames)

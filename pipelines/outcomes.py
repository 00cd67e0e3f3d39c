"""What came of every attempt at every document: the vocabulary and the record of one attempt.

Belongs here: outcomes, their lines for people, their form on disk. Does not belong here: how an attempt is made.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from extract.collection import Disagreement
from extract.errors import Unreadable


class Outcome(StrEnum):
    """How an attempt at a document ended."""

    READ = "read"
    EMPTY = Unreadable.EMPTY.value
    NOT_PDF = Unreadable.NOT_PDF.value
    DAMAGED = Unreadable.DAMAGED.value
    ENCRYPTED = Unreadable.ENCRYPTED.value
    NO_TEXT = Unreadable.NO_TEXT.value
    NOT_IN_CATALOGUE = Disagreement.NOT_IN_CATALOGUE.value
    MISSING_FILE = Disagreement.MISSING_FILE.value
    HASH_DIFFERS = Disagreement.HASH_DIFFERS.value
    CRASHED = "crashed"
    TIMED_OUT = "timed_out"


DISAGREEMENTS = frozenset(Outcome(disagreement.value) for disagreement in Disagreement)
PASSING = frozenset({Outcome.CRASHED, Outcome.TIMED_OUT})
"""Outcomes that may differ at the next attempt, for they depend on the machine as well as on the bytes."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at one file: no clock, no path of a machine; the same bytes and code give the same record.

    ``frames`` names the SHA-256 of the Parquet file of each kind of record; ``pages`` is absent where the file could
    not be opened.
    """

    document: str
    file: str
    outcome: Outcome
    detail: str
    sha256: str
    fingerprint: str
    pages: int | None = None
    frames: dict[str, str] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """One line for people."""
        return f"{self.file}: {self.detail} [{self.outcome}]"

    def to_json(self) -> str:
        """The record as JSON, keys sorted."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def attempt_from_json(path: Path) -> Attempt | None:
    """The attempt recorded at ``path``; None where there is none or it is no such record (it is then made again)."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Attempt(**{**record, "outcome": Outcome(record["outcome"])})
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None

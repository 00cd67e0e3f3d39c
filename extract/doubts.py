"""Records of pages whose words a machine took a picture for: none reaches the confidence at which it is published unseen.

Belongs here: lowering the confidence of what was read. Does not belong here: which pages these are.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import TypeVar

from extract.model import PrintedMeasure, PrintedPhase, PrintedProject, PrintedStatus, PrintedSurvey, Reading
from extract.rules import confidence

Record = TypeVar("Record", PrintedMeasure, PrintedPhase, PrintedProject, PrintedStatus, PrintedSurvey)


def doubt(reading: Reading, pages: Container[int], rule: str) -> None:
    """Lower every record of ``pages`` to the confidence of ``rule`` (``lexicon/rules.yml``); figures carry its id."""
    most = confidence([rule])
    reading.figures[:] = [
        replace(f, confidence=min(f.confidence, most), rules=(*f.rules, rule)) if f.page in pages else f
        for f in reading.figures
    ]
    _lower(reading.measures, pages, most)
    _lower(reading.projects, pages, most)
    _lower(reading.phases, pages, most)
    _lower(reading.statuses, pages, most)
    _lower(reading.surveys, pages, most)


def _lower(records: list[Record], pages: Container[int], most: float) -> None:
    records[:] = [replace(r, confidence=min(r.confidence, most)) if r.page in pages else r for r in records]

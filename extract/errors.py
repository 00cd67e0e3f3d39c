"""Typed errors of reading: which file, which page, and what to do about it.

Belongs here: errors that reading can raise. Does not belong here: review items (one unreadable cell is no error).
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Unreadable(StrEnum):
    """Why a file cannot be read as a PDF with text."""

    EMPTY = "empty"
    NOT_PDF = "not_pdf"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"


class UnreadableDocument(Exception):
    """The file cannot be read as a PDF with text; the message is one line that names the file and the remedy."""

    def __init__(self, path: Path, reason: Unreadable, detail: str) -> None:
        self.path, self.reason, self.detail = path, reason, detail
        super().__init__(f"{path.name}: {detail}")

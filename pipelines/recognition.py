"""Whether the pictures of pages without text are read: a setting of the environment, which child processes inherit.

Belongs here: asking for it, and the engine that it means. Does not belong here: recognition (``extract.ocr``).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.ocr import Engine

OCR_VARIABLE = "SHIHYO_OCR"


def is_wanted() -> bool:
    """Whether the environment asks for it."""
    return os.environ.get(OCR_VARIABLE, "").lower() in {"1", "true", "yes", "on"}


def ask(wanted: bool) -> None:
    """Set what this process and its children do.

    Raises ``extract.ocr_tesseract.OcrMissing`` where it is wanted and something that it needs is not installed.
    """
    os.environ[OCR_VARIABLE] = "1" if wanted else ""
    engine()


def engine() -> Engine | None:
    """The engine, where it is wanted."""
    if not is_wanted():
        return None
    from extract.ocr_tesseract import Tesseract

    return Tesseract()


def fingerprint() -> str:
    """What a reading depends on beside the code: the version of the engine; nothing where it is not wanted."""
    if not is_wanted():
        return ""
    from extract.ocr_tesseract import version

    return f"tesseract=={version()}"

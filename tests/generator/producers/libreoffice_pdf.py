"""Documents through LibreOffice Writer and Calc, where it is installed."""

from __future__ import annotations

from pathlib import Path

from tests.generator.blocks import Document


def installed() -> bool:
    """Whether LibreOffice can be called here."""
    return False


def render_writer(document: Document, path: Path) -> None:
    """Write the document as a PDF by LibreOffice Writer."""
    raise NotImplementedError


def render_calc(document: Document, path: Path) -> None:
    """Write the document as a PDF by LibreOffice Calc."""
    raise NotImplementedError

"""Documents through WeasyPrint (HTML and CSS), where it is installed."""

from __future__ import annotations

from pathlib import Path

from tests.generator.blocks import Document


def installed() -> bool:
    """Whether WeasyPrint can be called here."""
    return False


def render(document: Document, path: Path) -> None:
    """Write the document as a PDF by WeasyPrint."""
    raise NotImplementedError

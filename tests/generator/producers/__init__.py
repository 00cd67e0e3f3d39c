"""The programs that draw a document, by name; those that are not installed are simply not available."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.generator.blocks import Document
from tests.generator.producers import libreoffice_pdf, reportlab_pdf, scan, typst_pdf, weasyprint_pdf

Producer = Callable[[Document, Path], None]

PRODUCERS: dict[str, Producer] = {
    "reportlab": reportlab_pdf.render,
    "scan": scan.render,
    "typst": typst_pdf.render,
    "weasyprint": weasyprint_pdf.render,
    "writer": libreoffice_pdf.render_writer,
    "calc": libreoffice_pdf.render_calc,
}
_INSTALLED: dict[str, Callable[[], bool]] = {
    "reportlab": lambda: True,
    "scan": lambda: True,
    "typst": lambda: True,
    "weasyprint": weasyprint_pdf.installed,
    "writer": libreoffice_pdf.installed,
    "calc": libreoffice_pdf.installed,
}


def available() -> tuple[str, ...]:
    """The names of the producers that can run here."""
    return tuple(name for name in PRODUCERS if _INSTALLED[name]())

"""Which pages can hold a table of indicators: one cheap look at the text of every page.

Belongs here: the choice of pages by pypdfium2's bare text. Does not belong here: reading of a page.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2


def pages_to_parse(path: Path) -> tuple[list[int], int]:
    """Numbers (from 1) of the pages worth parsing, and how many pages the document has."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        pages = len(pdf)
        return list(range(1, pages + 1)), pages
    finally:
        pdf.close()

"""Arguments that several commands share.

Belongs here: their types and their help. Does not belong here: commands.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipelines.recognition import OCR_VARIABLE
from pipelines.workspace import DATA_VARIABLE, RAW_DOCS_VARIABLE


class ResultName(StrEnum):
    """The formats of rows."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        envvar=DATA_VARIABLE,
        file_okay=False,
        help="Folder for everything produced (データの置き場所). Default: data/ in the project.",
    ),
]
RawDocs = Annotated[
    Path | None,
    typer.Option(
        "--raw-docs",
        envvar=RAW_DOCS_VARIABLE,
        file_okay=False,
        exists=True,
        help="Folder with the PDFs and catalogue.yml (PDFとカタログ). Default: raw_docs/ in the project.",
    ),
]
PdfFile = Annotated[
    Path, typer.Argument(metavar="FILE.pdf", exists=True, dir_okay=False, readable=True, help="The PDF to read.")
]
Ocr = Annotated[
    bool,
    typer.Option(
        "--ocr",
        envvar=OCR_VARIABLE,
        help="Read scanned pages with Tesseract, at a confidence that is never published unseen (画像ページの文字認識).",
    ),
]

"""``python -m tests.ocr``: Tesseract itself on pictures of documents whose figures are known; fails where it is not installed.

Prints the table of ``docs/ocr.md``. Ends with 1 where fewer figures than ``LEAST`` come back right, or one is trusted.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from extract.errors import UnreadableDocument
from extract.ocr_tesseract import OcrMissing, Tesseract, version
from tests.accuracy.documents import Known, known_documents, read_rows
from tests.accuracy.scoring import Comparison, Score, compare
from tests.ocr.scans import pictured
from transforms.documents import read_document

DOCUMENTS = ("01_", "02_", "06_", "08_", "12_", "17_", "27_", "34_", "examples/01_", "examples/02_")
DOTS = (150, 200, 300)
HEAD = "| document | dots per inch | figures | read | right | precision | recall | seconds |\n|---|---:|---:|---:|---:|---:|---:|---:|"
LEAST = 0.6  # of the figures of all documents, at 200 dots per inch


def measured(known: Known, dots: int, folder: Path) -> Comparison:
    """A document printed to pictures, read by Tesseract, beside its truth."""
    pages = sorted({int(row["page"]) for row in read_rows(known.gold)})
    scan = pictured(known.pdf, pages, folder / "scan.pdf", dots)
    try:
        frame = read_document(scan, Tesseract()).frames["observations"]
    except UnreadableDocument:
        return compare(read_rows(known.gold), [])
    rows = [{name: "" if value is None else str(value) for name, value in row.items()} for row in frame.to_dicts()]
    return compare(read_rows(known.gold), rows)


def row(name: str, dots: int, score: Score, seconds: float) -> str:
    """One row of the table."""
    shares = f"{score.precision:.3f} | {score.recall:.3f}"
    return f"| {name} | {dots} | {score.gold} | {score.predicted} | {score.right} | {shares} | {seconds:.0f} |"


def main() -> None:
    """Measure, print, judge."""
    try:
        Tesseract()
    except OcrMissing as error:
        sys.exit(f"error: {error}")
    print(f"Tesseract {version()}\n\n{HEAD}")
    totals = {dots: (Score(), 0.0) for dots in DOTS}
    with TemporaryDirectory() as folder:
        for known, dots in itertools.product(known_documents(DOCUMENTS), DOTS):
            begun = time.monotonic()
            score = measured(known, dots, Path(folder)).score
            seconds = time.monotonic() - begun
            totals[dots] = (totals[dots][0] + score, totals[dots][1] + seconds)
            print(row(known.name, dots, score, seconds), flush=True)
    for dots, (score, seconds) in totals.items():
        print(row("**all**", dots, score, seconds))
    sys.exit(totals[200][0].recall < LEAST or any(score.trusted for score, _ in totals.values()))


if __name__ == "__main__":
    main()

"""The documents whose figures are known, and what reading makes of them.

Belongs here: finding the documents, reading them in two processes. Does not belong here: scoring.
"""

from __future__ import annotations

import csv
import logging
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml

from tests.accuracy.scoring import Comparison, Row, compare

TESTS = Path(__file__).parents[1]
CORPUS = TESTS / "corpus"
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Known:
    """A PDF, its golden CSV, and the words of the index that describe its layout."""

    name: str
    pdf: Path
    gold: Path
    layouts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document that was read: its comparison with the truth, how long it took, and why it failed where it did."""

    known: Known
    comparison: Comparison
    seconds: float
    failure: str = ""


def known_documents(names: Iterable[str] = ()) -> list[Known]:
    """The corpus, the examples, the independent documents and the collection, or those of them whose name begins with one of ``names``."""
    every = [*_corpus(), *_others("examples", "example"), *_others("independent", "independent"), *_collection()]
    wanted = tuple(names)
    return [known for known in every if not wanted or known.name.startswith(wanted)]


def index() -> dict[str, Any]:
    """The index of the corpus: what each document is."""
    return dict(yaml.safe_load((CORPUS / "index.yml").read_text(encoding="utf-8")))


def _corpus() -> list[Known]:
    entries = index()
    return [
        Known(gold.stem, gold.with_suffix(".pdf"), gold, tuple(entries[gold.stem]["layout"]))
        for gold in sorted(CORPUS.glob("*.csv"))
    ]


def _others(folder: str, layout: str) -> list[Known]:
    """The documents of a folder of the corpus that no table of the generator stands behind."""
    golds = sorted((CORPUS / folder).glob("*.csv"))
    return [Known(f"{folder}/{gold.stem}", gold.with_suffix(".pdf"), gold, (layout,)) for gold in golds]


def _collection() -> list[Known]:
    """The documents of ``raw_docs`` whose figures were transcribed by hand."""
    pdfs = {pdf.stem: pdf for pdf in TESTS.parent.joinpath("raw_docs").rglob("*.pdf")}
    golds = {gold: gold.stem.removesuffix("_indicators") for gold in sorted((TESTS / "gold").glob("*.csv"))}
    return [Known(f"gold/{name}", pdfs[name], gold, ("collection",)) for gold, name in golds.items() if name in pdfs]


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def measure(known: Known) -> Outcome:
    """Read one document and compare it with its truth."""
    begun = time.perf_counter()
    rows, failure = _predicted(known.pdf)
    seconds = time.perf_counter() - begun
    return Outcome(known, compare(read_rows(known.gold), rows), seconds, failure)


def _predicted(pdf: Path) -> tuple[list[Row], str]:
    from extract.errors import UnreadableDocument
    from transforms.documents import read_document

    try:
        frame = read_document(pdf).frames["observations"]
    except UnreadableDocument as error:
        return [], str(error)
    return [{name: "" if value is None else str(value) for name, value in row.items()} for row in frame.to_dicts()], ""


def measure_all(documents: Sequence[Known]) -> list[Outcome]:
    """Read all documents, two at a time, in the given order; what the PDF library warns of is not printed."""
    quiet: dict[str, Any] = {"initializer": logging.disable, "initargs": (logging.WARNING,)}
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn"), **quiet) as pool:
        return list(pool.map(measure, documents))

"""The ways of going through documents that are compared, each in a process of its own.

Belongs here: the work that is timed. Does not belong here: starting these processes, tables.
Run as ``python -m tests.bench.ways WAY FILE …``: it prints the number of pages, the seconds on the clock and the seconds of
computing. Loading the libraries is not counted, in none of the ways.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2
from pdfplumber.utils.exceptions import PdfminerException

from transforms.documents import read_document


def bare_text(path: Path) -> int:
    """The text of every page as PDFium gives it: the least that any reading costs."""
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text_page = page.get_textpage()
            text_page.get_text_range()
            text_page.close()
            page.close()
        return len(pdf)


def bare_tables(path: Path) -> int:
    """pdfplumber's ``extract_tables`` on every page; one that it cannot parse counts as gone through."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            with suppress(PdfminerException):
                page.extract_tables()
            page.close()
        return len(pdf.pages)


def whole_reading(path: Path) -> int:
    """Shihyo's whole reading, from the bytes to typed observations."""
    return read_document(path).pages


class Way(NamedTuple):
    """How one document is gone through, and how many processes share the documents."""

    through: Callable[[Path], int]
    processes: int = 1


WAYS: dict[str, Way] = {
    "PDFium, bare text": Way(bare_text),
    "pdfplumber, extract_tables": Way(bare_tables),
    "Shihyo, one process": Way(whole_reading),
    "Shihyo, two processes": Way(whole_reading, 2),
}


class Taken(NamedTuple):
    """What documents took: pages, seconds on the clock, seconds of computing (of all processes together)."""

    pages: int
    clock: float
    computing: float


def go(way: Way, paths: Sequence[Path]) -> Taken:
    """Go through documents, the largest file first; the clock starts when every process stands ready."""
    work = [(way.through, path) for path in sorted(paths, key=lambda path: -path.stat().st_size)]
    if way.processes == 1:
        return _timed(lambda: [_one(*piece) for piece in work])
    with ProcessPoolExecutor(way.processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(time.sleep, [1] * way.processes))  # one for each, so that all have loaded this module
        return _timed(lambda: list(pool.map(_one, *zip(*work, strict=True))))


def _one(through: Callable[[Path], int], path: Path) -> tuple[int, float]:
    begun = time.process_time()
    return through(path), time.process_time() - begun


def _timed(work: Callable[[], list[tuple[int, float]]]) -> Taken:
    begun = time.perf_counter()
    done = work()
    clock = time.perf_counter() - begun
    return Taken(sum(pages for pages, _ in done), clock, sum(seconds for _, seconds in done))


def main(arguments: list[str]) -> None:
    """Do the work, print what it took."""
    logging.disable(logging.WARNING)
    print(*go(WAYS[arguments[0]], [Path(argument) for argument in arguments[1:]]))


if __name__ == "__main__":
    main(sys.argv[1:])

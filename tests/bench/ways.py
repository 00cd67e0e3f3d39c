"""The ways of going through documents that are compared, each in a process of its own.

Belongs here: the work that is timed. Does not belong here: starting processes, tables.
Run as ``python -m tests.bench.ways WAY FILE …``: it prints the seconds of the work and the number of pages. Loading the
libraries is not counted, in none of the ways.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pdfplumber
import pypdfium2

from transforms.documents import read_document


def bare_text(paths: Sequence[Path]) -> int:
    """The text of every page as PDFium gives it: the least that any reading costs."""
    return sum(map(_bare_text, paths))


def _bare_text(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text_page = page.get_textpage()
            text_page.get_text_range()
            text_page.close()
            page.close()
        return len(pdf)


def bare_tables(paths: Sequence[Path]) -> int:
    """pdfplumber's ``extract_tables`` on every page."""
    return sum(map(_bare_tables, paths))


def _bare_tables(path: Path) -> int:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def one_process(paths: Sequence[Path]) -> int:
    """Shihyo's whole reading, from the bytes to typed observations, one document after the other."""
    return sum(map(_read, paths))


def _read(path: Path) -> int:
    return read_document(path).pages


def two_processes(paths: Sequence[Path]) -> int:
    """The same reading by two processes that stand ready, the largest file first."""
    return sum(_POOL.map(_read, sorted(paths, key=lambda path: -path.stat().st_size)))


_POOL = ProcessPoolExecutor(2, mp_context=get_context("spawn"))
WAYS: dict[str, Callable[[Sequence[Path]], int]] = {
    "PDFium, bare text": bare_text,
    "pdfplumber, extract_tables": bare_tables,
    "Shihyo, one process": one_process,
    "Shihyo, two processes": two_processes,
}


def _warm_up(way: str) -> None:
    """Have both workers loaded before the clock runs."""
    if WAYS[way] is two_processes:
        list(_POOL.map(time.sleep, [0.5, 0.5]))


def main(arguments: list[str]) -> None:
    """Do the work, print what it took."""
    logging.disable(logging.WARNING)
    way, paths = arguments[0], [Path(argument) for argument in arguments[1:]]
    _warm_up(way)
    begun = time.perf_counter()
    pages = WAYS[way](paths)
    print(time.perf_counter() - begun, pages)


if __name__ == "__main__":
    main(sys.argv[1:])

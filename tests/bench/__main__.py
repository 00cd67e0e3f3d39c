"""``python -m tests.bench [ROUNDS]``: the tables of ``docs/speed.md``, over the corpus with its examples and independent documents, and the collection."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from tests.bench.runs import Run, rounds
from tests.bench.ways import WAYS

PROJECT = Path(__file__).parents[2]
FOLDERS = ("tests/corpus", "tests/corpus/examples", "tests/corpus/independent", "raw_docs")
YARDSTICK, READING = "pdfplumber, extract_tables", "Shihyo, one process"


def documents() -> list[Path]:
    """Every sound document that is part of the project."""
    return [path for folder in FOLDERS for path in sorted((PROJECT / folder).glob("*.pdf"))]


def page_count(path: Path) -> int:
    """The number of pages."""
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def repeated(path: Path, times: int, out: Path) -> Path:
    """A document several times over in one file."""
    with pypdfium2.PdfDocument(path) as source, pypdfium2.PdfDocument.new() as target:
        for _ in range(times):
            target.import_pages(source)
        target.save(out)
    return out


def table(runs: dict[str, Run], head: str) -> str:
    """Runs as a table; the last column compares the clock with bare pdfplumber's, or with the first run's."""
    yardstick = runs.get(YARDSTICK, next(iter(runs.values())))
    lines = [
        f"| {head} | pages | seconds | pages/s | computing | peak MiB | times |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, run in runs.items():
        pace, share = run.pages / run.clock, run.clock / yardstick.clock
        cells = f"{run.pages} | {run.clock:.2f} | {pace:.0f} | {run.computing:.2f} | {run.mebibytes:.0f} | {share:.2f}"
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines)


def growth(path: Path, folder: Path, times: int) -> dict[str, Run]:
    """The longest document once, twice and four times over."""
    files = {f"{path.stem} × {n}": repeated(path, n, folder / f"{n}.pdf") for n in (1, 2, 4)}
    return {name: rounds([READING], [file], times)[READING] for name, file in files.items()}


def main(arguments: Sequence[str]) -> None:
    """Run, print."""
    times = int(arguments[0]) if arguments else 3
    paths = documents()
    print(f"{len(paths)} documents, fastest of {times} rounds\n")
    print(table(rounds(list(WAYS), paths, times), "way"), flush=True)
    longest = max(paths, key=page_count)
    print("\n" + table(rounds(list(WAYS)[:3], [longest], times), longest.stem), flush=True)
    with TemporaryDirectory() as folder:
        print("\n" + table(growth(longest, Path(folder), times), READING))


if __name__ == "__main__":
    main(sys.argv[1:])

"""``python -m tests.accuracy.fresh [FIRST] [COUNT] [PRODUCER …]``: documents that nobody has seen, made and read.

Prints the accuracy table of the documents of the seeds FIRST … and names the rows that are wrong; ``--keep FOLDER``
keeps the PDF and the golden CSV of those that were not read right. Seeds give the same documents for ever.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.accuracy import table
from tests.accuracy.documents import Known, Outcome, measure_all
from tests.generator import defects, truth
from tests.generator.producers import PRODUCERS
from tests.generator.random_documents import random_document

PRODUCED_BY = ("reportlab", "typst")


def make(seed: int, folder: Path, producers: Sequence[str] = PRODUCED_BY, layout: str = "", rules: str = "") -> Known:
    """The document of a seed, with its truth, in a folder; of one layout and one style of rules where given."""
    document, chosen = random_document(seed, layout, rules)
    producer = producers[seed % len(producers)]
    pdf, gold = folder / f"{document.name}.pdf", folder / f"{document.name}.csv"
    PRODUCERS[producer](defects.before(document), pdf)
    truth.write(document, gold)
    words = chosen.split()
    return Known(
        f"{document.name} {producer} {words[0]} {words[1]}", pdf, gold, (words[0], f"{words[1]} rules", producer)
    )


def keep(outcomes: Sequence[Outcome], folder: Path) -> None:
    """Copy what was not read right."""
    folder.mkdir(parents=True, exist_ok=True)
    for outcome in outcomes:
        if outcome.comparison.score.f1 < 1:
            shutil.copy(outcome.known.pdf, folder)
            shutil.copy(outcome.known.gold, folder)


def main(arguments: list[str]) -> None:
    """Make, read, print."""
    kept = Path(arguments.pop(arguments.index("--keep") + 1)) if "--keep" in arguments else None
    words = [argument for argument in arguments if argument != "--keep"]
    first, count = (int(word) for word in (words[:2] or ["1", "40"]))
    with TemporaryDirectory() as folder:
        outcomes = measure_all(
            [make(seed, Path(folder), words[2:] or PRODUCED_BY) for seed in range(first, first + count)]
        )
        if kept:
            keep(outcomes, kept)
    for outcome in outcomes:
        if outcome.comparison.score.f1 < 1:
            print(f"\n# {outcome.known.name} {outcome.failure}")
            print("\n".join(outcome.comparison.problems()[:12]))
    print("\n" + table.by_document(outcomes) + "\n\n" + table.by_layout(outcomes))


if __name__ == "__main__":
    main(sys.argv[1:])

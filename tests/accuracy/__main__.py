"""``python -m tests.accuracy [--details] [--raise-floor] [--write-docs] [NAME …]``: how right documents with known figures are read.

Prints the accuracy table per document and per layout as Markdown; ``--details`` names every row that is wrong;
``--raise-floor`` keeps what was reached as the new floor; ``--write-docs`` writes the table per layout to ``docs/accuracy.md``.
"""

from __future__ import annotations

import sys

from tests.accuracy import table
from tests.accuracy.documents import known_documents, measure_all
from tests.accuracy.floor import raise_floor
from tests.accuracy.page import PAGE, page


def main(arguments: list[str]) -> None:
    """Print the table of the named documents (beginnings of names), or of all."""
    names = [argument for argument in arguments if not argument.startswith("--")]
    outcomes = measure_all(known_documents(names))
    if "--details" in arguments:
        for outcome in outcomes:
            print(f"\n# {outcome.known.name} {outcome.failure}")
            print("\n".join(outcome.comparison.problems()))
    if "--raise-floor" in arguments:
        raise_floor(outcomes)
    if "--write-docs" in arguments:
        PAGE.write_text(page(outcomes), encoding="utf-8")
    print("\n" + table.by_document(outcomes) + "\n\n" + table.by_layout(outcomes))


if __name__ == "__main__":
    main(sys.argv[1:])

"""The page of the docs that shows the accuracy per layout.

Belongs here: the page around the table. Does not belong here: measuring, the table itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.accuracy import table
from tests.accuracy.documents import TESTS, Outcome

PAGE = TESTS.parent / "docs" / "accuracy.md"
_HEAD = """# How right the documents with known figures are read

Written by `python -m tests.accuracy --write-docs`; a test holds it up to date. A row is right where value, unit, year, kind and
status all agree with the transcription. `to review` is the share of what was read that goes to a person (below 0.9),
`precision ≥ 0.9` how much of the rest, which is published unseen, is right. What the groups of documents are stands in
[tests/corpus/README.md](../tests/corpus/README.md), how documents that nobody has seen are read in [reading.md](reading.md).

"""


def page(outcomes: Sequence[Outcome]) -> str:
    """The page with the table of all documents."""
    return f"{_HEAD}{table.by_layout(outcomes)}\n"

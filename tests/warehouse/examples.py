"""Tables of worked examples in ``docs/``: read as data, so that the page cannot say what the code does not do."""

from __future__ import annotations

from tests.warehouse.builders import ROOT


def examples(name: str, page: str = "judgement.md") -> list[dict[str, str]]:
    """The rows of the table that follows ``<!-- examples: name -->``, by column."""
    after = (ROOT / "docs" / page).read_text(encoding="utf-8").split(f"<!-- examples: {name} -->")[1]
    lines = [line for line in after.split("\n\n")[0].splitlines() if line.startswith("|")]
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert rows
    return [dict(zip(head, row, strict=True)) for row in rows]

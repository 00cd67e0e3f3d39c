"""Cell texts as records print them: line breaks inside words removed, letter-spaced words closed up.

Belongs here: joining of printed lines. Does not belong here: folding of characters, meaning.
"""

from __future__ import annotations

from extract.tables.columns import join_lines

_OPENING = "（(【〔［["


def one_line(text: str) -> str:
    """A name or a sentence on one line: a break inside a word goes, 市 民 課 becomes 市民課."""
    return join_lines("\n".join(_closed_up(line) for line in text.split("\n")))


def label_line(text: str) -> str:
    """A label on one line: its lines are words of their own (R4 R6), but a bracket follows its word at once."""
    lines = [_closed_up(line) for line in text.split("\n") if line.strip()]
    return "".join(line if i == 0 or line[0] in _OPENING else f" {line}" for i, line in enumerate(lines))


def _closed_up(line: str) -> str:
    """A line whose every letter stands alone, closed up; any other line as it is."""
    parts = line.split()
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        return "".join(parts)
    return " ".join(parts)

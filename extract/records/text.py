"""Cell texts as records print them: line breaks inside words removed, letter-spaced words closed up.

Belongs here: joining of printed lines. Does not belong here: folding of characters, meaning.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.tables.columns import join_lines

_SHORT = 0.7  # share of the widest line from which a line ends a paragraph
_OPENING = "（(【〔［["
_MARK = re.compile(r"\s*(?:[①-⑳・･●○◯◎■□◆◇▪▶▷►➤•※]|[(（][0-9０-９]{1,2}[)）])")


def one_line(text: str) -> str:
    """A name or a sentence on one line: a break inside a word goes, 市 民 課 becomes 市民課."""
    return join_lines("\n".join(_closed_up(line) for line in text.split("\n")))


def paragraphs(text: str) -> str:
    """A text with its printed lines joined; a line with a mark (①, ▶, ・) or after one much shorter begins a new one."""
    lines = [line for line in text.split("\n") if line.strip()]
    full = max(map(_width, lines), default=0)
    parts: list[list[str]] = []
    for before, line in pairwise(["", *lines]):
        if not parts or _MARK.match(line) or _width(before) < _SHORT * full:
            parts.append([line])
        else:
            parts[-1].append(line)
    return "\n".join(one_line("\n".join(part)) for part in parts)


def _width(line: str) -> int:
    """How wide a line is, in half-width characters."""
    return sum(1 if character.isascii() else 2 for character in line)


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

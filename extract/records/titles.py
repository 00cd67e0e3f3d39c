"""The title of a page: the numbered heading under which everything on it stands.

Belongs here: number and name of the measure that a page is about. Does not belong here: headings of tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.lines import Run, block_text, run_of
from extract.records.headings import heading_style, is_sentence
from extract.records.leaf import Leaf
from extract.records.text import one_line

_NUMBER = re.compile(r"\s*([0-9０-９]{1,2}(?:[-－ー.][0-9０-９]{1,2})?)[.．、\s]*(.+)")
_LONGEST = 100  # characters: the title of a page may run over two lines
_APART = 0.5  # gap, in sizes of the number, from which a title stands apart from it
_LARGER = 1.3  # a title of a page is set this much larger than its text


@dataclass(frozen=True, slots=True)
class Title:
    """The number and the text of a page's title, blank where it has none."""

    number: str = ""
    text: str = ""


def title_of(leaf: Leaf) -> Title:
    """The first numbered heading that is set much larger than the text of the page."""
    for line in leaf.lines:
        if line.size < _LARGER * leaf.size or not heading_style(line.text):
            continue
        text = _beside_number(line)
        numbered = _NUMBER.match(text)
        if numbered and not is_sentence(text, _LONGEST):
            return Title(numbered[1], numbered[2])
    return Title()


def _beside_number(line: Run) -> str:
    """The text of a title on one line, though two smaller lines may stand beside a large number."""
    starts = [i for i, (left, right) in enumerate(pairwise(line.glyphs), 1) if right.x0 - left.x1 > _APART * left.size]
    if not starts or not run_of(list(line.glyphs[: starts[0]])).text.isdigit():
        return one_line(line.text)
    number, rest = line.glyphs[: starts[0]], line.glyphs[starts[0] :]
    return f"{run_of(list(number)).text} {one_line(block_text(list(rest)))}"

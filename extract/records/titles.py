"""The title of a page: the numbered heading under which everything on it stands.

Belongs here: number and name of the measure that a page is about. Does not belong here: headings of tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.records.headings import heading_style, is_sentence
from extract.records.leaf import Leaf
from extract.records.text import one_line

_NUMBER = re.compile(r"\s*([0-9０-９]{1,2}(?:[-－ー.][0-9０-９]{1,2})?)[.．、\s]*(.+)")
_LARGER = 1.3  # a title of a page is set this much larger than its text


@dataclass(frozen=True, slots=True)
class Title:
    """The number and the text of a page's title, blank where it has none."""

    number: str = ""
    text: str = ""


def title_of(leaf: Leaf) -> Title:
    """The first numbered heading that is set much larger than the text of the page."""
    for line in leaf.lines:
        numbered = _NUMBER.match(one_line(line.text))
        if numbered and line.size >= _LARGER * leaf.size and heading_style(line.text) and not is_sentence(line.text):
            return Title(numbered[1], numbered[2])
    return Title()

"""Lines of an open table that stand over its columns: a heading among its rows, with the periods of the rows below it.

Belongs here: their recognition. Does not belong here: what they say (``tables.record_row``), rows and columns.
"""

from __future__ import annotations

from extract.captions import is_marked_heading, stated_heads
from extract.labels import squeeze
from extract.text_lines import TextLine, is_value


def is_group_line(line: TextLine, left: float) -> bool:
    """True for a line of several words from the left edge ``left`` on that dates kinds, and is marked or dates in each of its words."""
    if len(line.runs) < 2 or line.runs[0].box.x0 - left > line.size:
        return False
    if all(":" in squeeze(run.text) and stated_heads(run.text) for run in line.runs):
        return True
    if any(is_value(run) and any(c.isdigit() for c in run.text) for run in line.runs[1:]):
        return False
    return bool(stated_heads(line.text)) and is_marked_heading(line.text)

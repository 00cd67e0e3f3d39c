"""Lines of an open table that stand over its columns: a heading among its rows, perhaps with the periods of the rows below it.

Belongs here: their recognition. Does not belong here: what they say (``tables.record_row``), rows and columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.captions import is_marked_heading
from extract.labels import label_of, squeeze
from extract.lines import Run
from extract.shapes import is_number_mark
from extract.stated_periods import stated_heads
from extract.text_lines import TextLine, is_value

_BEHIND_NUMBER = 2.0  # glyph sizes between the number of a heading and its words at most
_FEWEST_KINDS = 2
_CLEAR = 0.8  # glyph sizes that a numbered heading stands clear of the lines above and below it at least


def group_lines(lines: Sequence[TextLine], left: float) -> list[TextLine]:
    """The lines that are headings; a numbered one only where no row of the table begins with a number."""
    marked = [line for line in lines if is_number_mark(line.runs[0].text) and _begins_at(line, left)]
    numbered = marked if all(map(_is_numbered, marked)) else []
    return [
        line
        for i, line in enumerate(lines)
        if is_group_line(line, left) or (line in numbered and _stands_clear(lines, i))
    ]


def dates_heads(head: TextLine, line: TextLine) -> bool:
    """True for years below kinds of a header without years, nothing but words of a group before them (【目的１】 平成30年度 令和６年度)."""
    kinds = [run for run in head.runs if (label := label_of(run.text)).kind and not label.period]
    words = [run for run in line.runs if not label_of(run.text).period]
    years = [run for run in line.runs if run not in words]
    named = len(words) == 1 and words[0] is line.runs[0] and not label_of(words[0].text).speaks
    under = [any(a.box.shares_width(b.box) for b in years) for a in kinds]
    return len(years) == len(kinds) >= _FEWEST_KINDS and all(under) and (named or not words)


def fills_heads_of_years(header: Sequence[TextLine], line: TextLine) -> bool:
    """True for years each below a head that announces years (年度) and has none itself."""
    heads = [run for row in header for run in row.runs if _announces_years(run)]
    return bool(heads) and all(
        label_of(run.text).period and any(run.box.shares_width(head.box) for head in heads) for run in line.runs
    )


def _announces_years(run: Run) -> bool:
    label = label_of(run.text)
    return label.role == "period" and not label.period


def _begins_at(line: TextLine, left: float) -> bool:
    return line.runs[0].box.x0 - left <= line.size


def _is_numbered(line: TextLine) -> bool:
    """True for a line of a number and words close behind it (３　栄養・身体活動・休養)."""
    if len(line.runs) != 2:
        return False
    number, words = line.runs
    near = words.box.x0 - number.box.x1 <= _BEHIND_NUMBER * line.size
    return near and not is_value(words) and not label_of(words.text).speaks


def _stands_clear(lines: Sequence[TextLine], i: int) -> bool:
    line = lines[i]
    above = not i or line.top - lines[i - 1].bottom >= _CLEAR * line.size
    return above and i + 1 < len(lines) and lines[i + 1].top - line.bottom >= _CLEAR * line.size


def is_group_line(line: TextLine, left: float) -> bool:
    """True for a line of several words from the left edge ``left`` on that dates kinds, and is marked or dates in each of its words."""
    if len(line.runs) < 2 or not _begins_at(line, left):
        return False
    if all(":" in squeeze(run.text) and stated_heads(run.text) for run in line.runs):
        return True
    if any(is_value(run) and any(c.isdigit() for c in run.text) for run in line.runs[1:]):
        return False
    return bool(stated_heads(line.text)) and is_marked_heading(line.text)

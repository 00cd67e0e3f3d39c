"""Where the body of an open table ends: the lines that are no longer its own.

Belongs here: the extent of a body, line by line, and what hangs on its last row. Does not belong here: headers (``header_extent``),
columns and cells.
"""

from __future__ import annotations

from extract.captions import is_marked_heading
from extract.labels import label_of, squeeze
from extract.lines import Run
from extract.page import Glyph
from extract.ruling import Segment
from extract.shapes import in_brackets, is_figure, is_plain_number
from extract.text_lines import PROSE, TextLine, cut_line, is_prose_line, is_value

_FIRST_COLUMN = 3.0  # glyph sizes from the left edge of a table within which words of its first column begin
_FARTHEST, _LINES_OF_ROW, _SEVERAL = 6.0, 2, 2  # glyph sizes between rows set far apart, lines of one, values in it
_SMALL = 0.65  # of the size of values that the labels of a chart have at most
_FAR = 3.2  # a vertical gap of more than this many glyph sizes ends a table without rules
_RIGHT_BELOW = 0.6  # glyph sizes between a value and its year at most
_RUNS_OF_HEADING = 2
_COLUMNS = 4  # words of a line from which it is a row, though none of them is a figure


def dates_values(lines: list[TextLine], i: int) -> bool:
    """True for years below the values of a row, in brackets （H30年）（R4年） or right below them in letters no larger."""
    periods = [run for run in lines[i].runs if label_of(_closed(run.text)).period]
    values = [line for line in lines[max(0, i - 2) : i] if any(map(is_value, line.runs))]
    over = [(line, run) for line in values for run in line.runs if not label_of(run.text).speaks]
    dating = [run for run in periods if any(_dates(run, value, line) for line, value in over)]
    bracketed = [run for run in periods if in_brackets(_closed(run.text))]
    return bool(dating) and dating in (periods, bracketed)


def _closed(text: str) -> str:
    """A text in a bracket that goes on in the next line （平成30年 as if it ended here."""
    plain = squeeze(text)
    return f"{text}）" if plain.startswith("(") and ")" not in plain else text


def _dates(period: Run, value: Run, line: TextLine) -> bool:
    """True for a period below a value: in brackets, or so near that no other row begins with it; words that begin a line name a row."""
    names = value is line.runs[0] and not is_value(value)
    near = not names and period.box.top - value.box.bottom <= _RIGHT_BELOW * value.size and period.size <= value.size
    return (near or in_brackets(_closed(period.text))) and period.box.shares_width(value.box)


def body_end(lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> int:
    """The line after the last row of a body: a sentence, a wide gap or the next header ends it."""
    stop, last_figure = start, start
    left = min((line.runs[0].box.x0 for line in lines[start:end]), default=0.0)
    while stop < end and not is_prose_line(lines[stop]):
        if stop > start and (_ends_far(lines[start:end], stop - start, rules) or _opens_other(lines, start, stop)):
            break
        if holds_figure(lines[stop], left):
            last_figure = stop + 1
        stop += 1
    while start < last_figure < stop and (more := _lines_that_hang_on(lines[last_figure - 1], lines[last_figure:stop])):
        last_figure += more
    return last_figure


def _ends_far(lines: list[TextLine], i: int, rules: list[Segment]) -> bool:
    """True for a line of a body too far below the one before it, unless rows set far apart go on: values below what stands behind names."""
    if not is_far(lines[i - 1], lines[i], rules):
        return False
    far = lines[i].top - lines[i - 1].bottom > _FARTHEST * max(lines[i].size, 6.0)
    above = [run for line in lines[:i] for run in line.runs[1:]]
    below = [run for line in lines[i : i + _LINES_OF_ROW] for run in line.runs if is_value(run)]
    aligned = sum(any(a.box.shares_width(b.box) for a in above) for b in below)
    return far or aligned < _SEVERAL or aligned < len(below)


def _lines_that_hang_on(row: TextLine, below: list[TextLine]) -> int:
    """How many lines below the last row with a figure are rows too: one, also of the years below its values, a heading and a row of words,
    or none.
    """
    if _hangs_on(row, below[0]) or dates_values([row, below[0]], 1):
        return 1
    headed = len(below) > 1 and len(below[0].runs) <= _RUNS_OF_HEADING and _in_columns(row, below[1])
    return 2 if headed else 0


def _opens_other(lines: list[TextLine], start: int, i: int) -> bool:
    return _opens_section(lines, start, i) or _labels_chart(lines[start:i], lines[i])


def _labels_chart(above: list[TextLine], line: TextLine) -> bool:
    """True for bare numbers far smaller than the values above them: the labels of a chart's bars."""
    valued = [row.size for row in above if any(map(is_value, row.runs))]
    small = bool(valued) and line.size <= _SMALL * max(valued)
    return small and all(is_plain_number(run.text) for run in line.runs)


def _opens_section(lines: list[TextLine], start: int, i: int) -> bool:
    """True for a marked heading over a list of points: no heading of rows."""
    listed = i + 1 < len(lines) and lines[i + 1].text.startswith("・") and len(lines[i].runs) <= _RUNS_OF_HEADING
    return i > start and listed and is_marked_heading(lines[i].text)


def holds_figure(line: TextLine, left: float) -> bool:
    """True for a line of a table, ``left`` its left edge, with a figure beside other words, or that begins with a value to the right of
    the first column: its label stands above and below it.
    """
    first = line.runs[0]
    begins = is_value(first) and first.box.x0 - left > _FIRST_COLUMN * line.size
    return begins or any(is_figure(run.text) for run in line.runs[1:])


def body_extent(glyph_rows: list[list[Glyph]], rules: list[Segment]) -> int:
    """How many of these lines, from the first on, are the body of one table."""
    lines = [TextLine(tuple(cut_line(row))) for row in glyph_rows]
    return body_end(lines, 0, len(lines), rules)


def separators(rules: list[Segment], width: float, top: float, bottom: float) -> list[float]:
    """Heights of the rules that run across a body of this extent."""
    return sorted({rule.at for rule in rules if rule.length >= 0.6 * width and top - 3 < rule.at < bottom + 3})


def is_far(above: TextLine, line: TextLine, rules: list[Segment]) -> bool:
    """True where the gap between two lines is too wide for one table; a rule between them bridges a wider one."""
    gap = line.top - above.bottom
    ruled = any(above.bottom - 2 <= rule.at <= line.top + 2 for rule in rules)
    return gap > (8.0 if ruled else _FAR) * max(line.size, 6.0)


def _in_columns(row: TextLine, line: TextLine) -> bool:
    """True for a line of nearly as many words as a row."""
    return len(line.runs) >= _COLUMNS and len(line.runs) + 1 >= len(row.runs)


def _hangs_on(above: TextLine, line: TextLine) -> bool:
    return _in_columns(above, line) or (line.top - above.bottom <= 0.6 * line.size and len(squeeze(line.text)) <= PROSE)

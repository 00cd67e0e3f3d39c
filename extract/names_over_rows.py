"""Headers of names over rows of kinds or years: indicators stand as columns (年度 区分 | 参加者数 | 会員数).

Belongs here: telling such a header by the rows below it. Does not belong here: where a table starts and ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.labels import Label, label_of, squeeze
from extract.lines import Run
from extract.shapes import is_figure
from extract.text_lines import TextLine, is_value, stacked

_BARE_YEAR = re.compile(r"(?:元|\d{1,2})(?:年度?)?(?:\(.{2,6}\))?")  # 23, 22(基準)
_AXES = ("kind", "period", "indicator")
_MOST_AXES = 2  # columns that say what a row holds: its year and its kind
_SHORTEST_AXIS = 4  # characters up to which a word may be a part of such a label (年 over 度)
_MOST_LINES = 3  # of such a header: names may be wrapped, or their units stand below them
_LINES_BELOW = 7  # lines below such a header in which its first rows must begin
_FEWEST_NAMES, _FEWEST_ROWS = 2, 2


def heads_names(head: TextLine, below: Sequence[TextLine]) -> bool:
    """True for 区分, 年度 or both, and names, over lines that begin with a kind or a year and hold nothing but figures."""
    axes = _axes(head)
    dates = bool(axes) and label_of(head.runs[0].text).role == "period"
    rows = [line for line in below[:_LINES_BELOW] if _is_row(line, dates)]
    return bool(axes) and _are_names(head.runs[axes:], _FEWEST_NAMES) and len(rows) >= _FEWEST_ROWS


def lines_of_names(lines: Sequence[TextLine]) -> int:
    """How many of these lines, from the first on, are such a header right above its first row; 0 where they are none."""
    heads = range(1, min(_MOST_LINES, len(lines) - 1) + 1)
    rows = (n for n in heads if _is_row(lines[n], dates=True) and may_head(lines[:n]))
    return next((n for n in rows if heads_names(stacked(lines[:n]), lines[n:])), 0)


def may_head(lines: Sequence[TextLine]) -> bool:
    """True where the leftmost words of some lines may say what rows hold: asked first, for it costs least."""
    first = min((line.runs[0] for line in lines), key=lambda run: run.box.x0)
    return _is_axis(first) or len(squeeze(first.text)) <= _SHORTEST_AXIS


def heads_ruled_names(head: TextLine, below: Sequence[TextLine]) -> bool:
    """The same for a header that rules tell from its rows: one name is enough, and labels may stand above and below their values."""
    axes = _axes(head)
    if not axes or not _are_names(head.runs[axes:], 1):
        return False
    runs = [run for line in below[: _LINES_BELOW + 1] for run in line.runs]
    edge = min(head.runs[axes - 1].box.x1, head.runs[axes].box.x0)
    labels = takewhile(_speaks, (label_of(run.text) for run in runs if run.box.x0 < edge))
    rows = [label for label in labels if label.kind or label.role == "period"]
    return len(rows) >= _FEWEST_ROWS and sum(map(is_value, runs)) * 2 >= len(rows)


def _axes(head: TextLine) -> int:
    """How many columns at the start of a header say what a row holds."""
    return len(list(takewhile(_is_axis, head.runs[:_MOST_AXES])))


def _is_axis(run: Run) -> bool:
    return label_of(run.text).role in _AXES


def _are_names(runs: Sequence[Run], fewest: int) -> bool:
    return len(runs) >= fewest and not any(label_of(run.text).speaks or is_figure(run.text) for run in runs)


def _is_row(line: TextLine, dates: bool) -> bool:
    """True for one or two labels, kinds or years, and figures behind them; where ``dates`` is true, a bare year may come first."""
    bare = dates and bool(_BARE_YEAR.fullmatch(squeeze(line.runs[0].text)))
    said = [line.runs[0]] if bare else list(takewhile(_says_row, line.runs[:_MOST_AXES]))
    values = line.runs[len(said) :]
    return bool(said and values) and all(is_figure(run.text) for run in values)


def _says_row(run: Run) -> bool:
    label = label_of(run.text)
    return label.kind is not None or bool(label.role == "period" and label.period)


def _speaks(label: Label) -> bool:
    return label.speaks

"""Columns of a table as their headers state them: the path of labels above each column.

Belongs here: the header tree. Does not belong here: roles by content and by neighbours (``column_roles``), rows, cards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.grid import Cell, Grid
from extract.labels import Label, label_of, squeeze
from extract.lexicon import Role
from extract.model import ValueKind
from extract.shapes import is_bare_year, is_earlier_year, year_run
from extract.unit_words import unit_in_bracket

_FEWEST = 2  # bare years under kinds
_LINES_OF_KIND = 3  # lines that one kind is wrapped over at most
ColumnRole = Role | Literal["text", "figures", "blank"]

_YEAR_BEHIND = re.compile(r"(.+)\((元|\d{1,2})\)")  # 目標値（26）
_KIND_BEHIND = re.compile(r"(元|\d{1,2})(?:年度?)?\(([^()]{2,6})\)")  # 22（基準）


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its role, and for printed values kind, period and unit as the header states them.

    ``head`` is the header path in one line, ``topic`` a free text of the path that is no label (a field title), ``dated``
    the index of the column whose cells state the periods of this one (基準値 over 年度 and 数値), ``measured`` of the one whose
    cells state its units, where several do. ``open_header`` is true
    where no rule shows how far the upper words of the header reach. ``kind_rule`` and ``period_rule`` are the
    rules by which a kind and a period that the header does not state were concluded.
    """

    index: int
    role: ColumnRole
    kind: ValueKind | None
    period: str
    unit: str
    head: str
    topic: str
    kind_stated: bool = True
    kind_rule: str = ""
    period_rule: str = ""
    open_header: bool = False
    dated: int | None = None
    measured: int | None = None

    @property
    def tells_kind(self) -> bool:
        """True where the header itself states the kind."""
        return self.kind is not None and self.kind_stated


def header_labels(grid: Grid, row: int) -> dict[int, Label]:
    """The labels of a row by column of their cell; years that follow each other count as periods though bare."""
    cells = grid.row_cells(row)
    labels = {cell.col: _label(cell.text) for cell in cells}
    for run in _runs_of_years(cells):
        for cell in run if _may_be_header(cells, run, labels) else []:
            text = squeeze(cell.text)
            labels[cell.col] = Label(cell.text, "period", None, text, "")
    return labels | _kinds_over_years(grid, row, cells) | _years_under_kinds(grid, row, cells)


def _years_under_kinds(grid: Grid, row: int, cells: list[Cell]) -> dict[int, Label]:
    """Bare years each under its kind (26 28 30 under 基準値 実績値 目標値), where nothing else begins in their row and the names span it; or
    one of them beside kinds under their years (21 under 基準値, 目標 and 実績 under 22).
    """
    own = [cell for cell in cells if cell.row == row and cell.text.strip()] if row else []
    years = [cell for cell in own if is_bare_year(cell.text) and label_of(grid.at(row - 1, cell.col).text).kind]
    kinds = [cell for cell in own if label_of(cell.text).kind and _is_year(grid.at(row - 1, cell.col).text)]
    if not years or len(years) + len(kinds) < max(_FEWEST, len(own)) or len(own) == len(cells):
        return {}
    later = all(is_earlier_year(a.text, b.text) for a, b in pairwise(years))
    return {cell.col: Label(cell.text, "period", None, squeeze(cell.text), "") for cell in years} if later else {}


def _is_year(text: str) -> bool:
    return is_bare_year(text) or label_of(text).role == "period"


def _kinds_over_years(grid: Grid, row: int, cells: list[Cell]) -> dict[int, Label]:
    """The labels of cells that hold a kind over a bare year, behind one or before one in brackets (目標 / 26, 22（基準）, 目標値（26）),
    beside years that follow each other in one of their rows.
    """
    parted = [(cell, *cell.text.rpartition("\n")[::2]) for cell in cells if "\n" in cell.text]
    parted += [(cell, found[2], found[1]) for cell in cells if (found := _KIND_BEHIND.fullmatch(squeeze(cell.text)))]
    parted += [(cell, found[1], found[2]) for cell in cells if (found := _YEAR_BEHIND.fullmatch(squeeze(cell.text)))]
    over = [(cell, label_of(kind), year) for cell, kind, year in parted if is_bare_year(year) and label_of(kind).kind]
    beside = any(_runs_of_years(grid.row_cells(r)) for cell, _, _ in over for r in range(row, cell.last_row + 1))
    return {cell.col: replace(label, period=squeeze(year)) for cell, label, year in over} if beside else {}


def _label(text: str) -> Label:
    """What a header cell says; words of no label over one in the same cell are a title that was set in its column."""
    label, (title, _, rest) = label_of(text), text.partition("\n")
    titled = rest and not label.speaks and not label_of(title).speaks and label_of(rest).kind is not None
    return label_of(rest) if titled and not any(char.isdigit() for char in title) else label


def _may_be_header(cells: list[Cell], years: list[Cell], labels: dict[int, Label]) -> bool:
    """False for a row below the first that begins with a free text or a kind, and for one with a unit beside the numbers: figures can
    follow each other as years do (人 7, 8, 9).
    """
    others = [cell for cell in cells if cell not in years and cell.row == years[0].row and cell.text.strip()]
    free = [cell for cell in others if not labels[cell.col].speaks]
    alone_with_kind = len(others) == 1 and labels[others[0].col].kind is not None
    counted = any(unit_in_bracket(squeeze(cell.text)) for cell in free)
    return not counted if years[0].row == 0 else not free and not alone_with_kind


def _runs_of_years(cells: list[Cell]) -> list[list[Cell]]:
    """The longest stretches of three or more cells that hold years following each other."""
    runs: list[list[Cell]] = []
    years = [_year_before_kind(cell.text) for cell in cells]
    if sum(map(is_bare_year, years)) < 3:
        return runs
    start = 0
    while start < len(cells):
        ends = [end for end in range(start + 3, len(cells) + 1) if year_run(years[start:end])]
        runs.extend([_with_ends(cells, years, start, ends[-1])] if ends else [])
        start = ends[-1] if ends else start + 1
    return runs


def _year_before_kind(text: str) -> str:
    """The year of a head that names its kind behind it (26（見込）); any other text as it is."""
    found = _KIND_BEHIND.fullmatch(squeeze(text))
    return found[1] if found and label_of(found[2]).kind else text


def _with_ends(cells: list[Cell], years: list[str], start: int, end: int) -> list[Cell]:
    """A stretch of years with an earlier one before it and a later one behind it (26 before 28 29 30, for a baseline)."""
    first = start - 1 if start and is_earlier_year(years[start - 1], years[start]) else start
    last = end + 1 if end < len(cells) and _ends_years(years[end - 1], years[end]) else end
    return cells[first:last]


def _ends_years(last: str, end: str) -> bool:
    """True for the year of a target behind the years of a course: a later one, or the last one again."""
    return is_earlier_year(last, end) or (is_bare_year(end) and squeeze(last) == squeeze(end))


def side_by_side(columns: list[Column]) -> list[list[Column]]:
    """Columns cut where the header starts again from its first head."""
    heads = [squeeze(column.head) for column in columns]
    starts = [
        i for i, head in enumerate(heads) if head and head == heads[0] and columns[i].role not in ("value", "rate")
    ]
    starts = [i for n, i in enumerate(starts) if n == 0 or i > starts[n - 1] + 1]
    if len(starts) < 2:
        return [columns]
    return [columns[start:end] for start, end in pairwise([*starts, len(columns)])]


def join_lines(text: str) -> str:
    """A text without its line breaks: a blank stays only between two Latin words."""
    parts = [part.strip() for part in text.split("\n") if part.strip()]
    joined = parts[0] if parts else ""
    for part in parts[1:]:
        latin = joined[-1].isascii() and part[0].isascii() and joined[-1].isalpha() and part[0].isalpha()
        joined += (" " if latin else "") + part
    return joined


def stacked_labels(text: str) -> tuple[ValueKind, ...]:
    """The kinds that the lines of a cell name one below the other, a wrapped one on two lines; empty where a line names none."""
    lines, kinds, start = text.split("\n"), list[ValueKind](), 0
    while start < len(lines):
        ends = range(start + 1, min(start + _LINES_OF_KIND, len(lines)) + 1)
        found = next(((end, kind) for end in ends if (kind := label_of("".join(lines[start:end])).kind)), None)
        if found is None:
            return ()
        start = found[0]
        kinds.append(found[1])
    return tuple(kinds)

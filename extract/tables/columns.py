"""Columns of a table: the path of headers above each, and the role that path and content give it.

Belongs here: header tree and roles of columns. Does not belong here: rows, cards, figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.grid import Cell, Grid
from extract.labels import Label, label_of, squeeze
from extract.lexicon import Role
from extract.model import ValueKind
from extract.shapes import is_dash, is_department, is_figure, is_number_mark, looks_like_value, year_run

_CURRENT = ("現状", "現在", "現況", "現時点", "直近")
ColumnRole = Role | Literal["text", "figures", "blank"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its role, and for printed values kind, period and unit as the header states them.

    ``head`` is the header path in one line, ``topic`` a free text of the path that is no label (a field title), ``dated``
    the index of the column whose cells state the periods of this one (基準値 over 年度 and 数値). ``open_header`` is true
    where no rule shows how far the upper words of the header reach.
    """

    index: int
    role: ColumnRole
    kind: ValueKind | None
    period: str
    unit: str
    head: str
    topic: str
    kind_stated: bool = True
    open_header: bool = False
    dated: int | None = None


def header_labels(grid: Grid, row: int) -> dict[int, Label]:
    """The labels of a row by column of their cell; years that follow each other count as periods though bare."""
    cells = grid.row_cells(row)
    labels = {cell.col: label_of(cell.text) for cell in cells}
    for run in _runs_of_years(cells):
        for cell in run:
            text = squeeze(cell.text)
            labels[cell.col] = Label(cell.text, "period", None, text, "")
    return labels


def _runs_of_years(cells: list[Cell]) -> list[list[Cell]]:
    """The longest stretches of three or more cells that hold years following each other."""
    runs: list[list[Cell]] = []
    start = 0
    while start < len(cells):
        ends = [end for end in range(start + 3, len(cells) + 1) if year_run([c.text for c in cells[start:end]])]
        runs.extend([cells[start : ends[-1]]] if ends else [])
        start = ends[-1] if ends else start + 1
    return runs


def columns_of(grid: Grid, header: range, body: range) -> list[list[Column]]:
    """The columns under the header rows, roles by label first and by content where the header says nothing.

    One list of columns for each table that stands side by side under the header (指標|値|指標|値).
    """
    by_row = [header_labels(grid, row) for row in header]
    open_header = grid.way.startswith("gaps") and (len(header) > 1 or any("\n" in c.text for c in grid.row_cells(header.start)))
    columns = [replace(_column(grid, header, by_row, i), open_header=open_header) for i in range(grid.n_cols)]
    return [_roles(grid, body, part) for part in _side_by_side(columns)]


def _side_by_side(columns: list[Column]) -> list[list[Column]]:
    """Columns cut where the header starts again from its first head."""
    heads = [squeeze(column.head) for column in columns]
    starts = [i for i, head in enumerate(heads) if head and head == heads[0] and columns[i].role not in ("value", "rate")]
    starts = [i for n, i in enumerate(starts) if n == 0 or i > starts[n - 1] + 1]
    if len(starts) < 2:
        return [columns]
    return [columns[start:end] for start, end in pairwise([*starts, len(columns)])]


def _roles(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    worded = [_not_an_axis(grid, body, column) for column in columns]
    inferred = [_by_content(grid, body, column) if column.role == "text" else column for column in worded]
    return _settle(grid, body, inferred)


def _column(grid: Grid, header: range, by_row: list[dict[int, Label]], index: int) -> Column:
    path: list[tuple[Cell, Label]] = []
    for row, labels in zip(header, by_row, strict=True):
        cell = grid.at(row, index)
        if not path or path[-1][0] is not cell:
            path.append((cell, labels.get(cell.col, label_of(cell.text))))
    labels_down = [label for _, label in path]
    spoken = [label for label in labels_down if label.role not in (None, "period")]
    lead = spoken[-1] if spoken else None
    period = next((label.period for label in reversed(labels_down) if label.period), "")
    unit = next((label.unit for label in reversed(labels_down) if label.unit), "")
    topic = " ".join(join_lines(label.text) for label in labels_down if not label.speaks and label.text)
    head = " ".join(join_lines(label.text) for label in labels_down if label.text)
    role: ColumnRole = lead.role if lead and lead.role else ("value" if period else "text")
    kind = _kind([label.kind for label in labels_down if label.kind]) if role == "value" else None
    if role in ("value", "text") and labels_down[-1].role == "period" and not labels_down[-1].period:
        role = "period"
    return Column(index, role, kind, period, unit, head, topic)


def _kind(kinds: list[ValueKind]) -> ValueKind | None:
    """The kind that a header path names: the deepest, but 実績 under 計画策定時 is the baseline."""
    if not kinds:
        return None
    return "baseline" if kinds[-1] == "actual" and "baseline" in kinds else kinds[-1]


def join_lines(text: str) -> str:
    """A text without its line breaks: a blank stays only between two Latin words."""
    parts = [part.strip() for part in text.split("\n") if part.strip()]
    joined = parts[0] if parts else ""
    for part in parts[1:]:
        latin = joined[-1].isascii() and part[0].isascii() and joined[-1].isalpha() and part[0].isalpha()
        joined += (" " if latin else "") + part
    return joined


def _texts(grid: Grid, body: range, index: int) -> list[str]:
    cells = [grid.at(row, index) for row in body]
    return [c.text for i, c in enumerate(cells) if c.text.strip() and c.col_span < grid.n_cols and (i == 0 or c is not cells[i - 1])]


def _not_an_axis(grid: Grid, body: range, column: Column) -> Column:
    """区分 and 年度 over cells that name neither a kind nor a year head a column of names."""
    if column.role not in ("kind", "period") or column.period:
        return column
    texts = _texts(grid, body, column.index)
    spoken = sum(_is_axis(text) for text in texts)
    return replace(column, role="text") if texts and spoken * 2 < len(texts) else column


def _is_axis(text: str) -> bool:
    """True for a label, a period or a figure, and for labels on lines of their own (目標 over 実績)."""
    label = label_of(text)
    return label.speaks or bool(label.period) or is_figure(text) or len(stacked_labels(text)) > 1


def stacked_labels(text: str) -> tuple[ValueKind, ...]:
    """The kinds that the lines of a cell name, one a line; empty where a line names none."""
    kinds = [label_of(line).kind for line in text.split("\n")]
    return tuple(kind for kind in kinds if kind) if all(kinds) else ()


_CONTENT: tuple[tuple[ColumnRole, Callable[[str], bool]], ...] = (
    ("number", is_number_mark),
    ("department", is_department),
    ("figures", is_figure),
)


def _by_content(grid: Grid, body: range, column: Column) -> Column:
    """The role of a column without a telling header, by what most of its cells hold."""
    texts = _texts(grid, body, column.index)
    if not texts:
        return replace(column, role="blank")
    for role, test in _CONTENT:
        if sum(test(text) for text in texts) * 4 >= len(texts) * 3:
            return replace(column, role=role)
    return column


def _settle(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    """Roles that depend on their neighbours or on the cells: attainment, ambiguous targets, years between kinds."""
    settled = [_attainment(grid, body, column) for column in columns]
    settled = _one_indicator(grid, body, settled)
    return dated_columns(_kinds_of_years(_current_beside_baseline(settled)))


def _attainment(grid: Grid, body: range, column: Column) -> Column:
    """達成状況 and 進捗状況 hold actual values where their cells print figures, a rating where they do not."""
    if column.role != "attainment":
        return column
    texts = _texts(grid, body, column.index)
    valued = sum(looks_like_value(text) and not is_dash(text) for text in texts)
    if texts and valued * 2 >= len(texts):
        return replace(column, role="value", kind="actual")
    return replace(column, role="rating" if all(len(squeeze(text)) <= 6 for text in texts) else "note")


def _one_indicator(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    """Exactly one column names the indicator; 目標 over a column of words names it too."""
    worded = [_worded_target(grid, body, column) for column in columns]
    first_value = next((c.index for c in worded if c.role == "value"), len(worded))
    named = [c for c in worded if c.role == "indicator" and _is_worded(grid, body, c)]
    if len(named) > 1:
        keep = [c for c in named if c.index < first_value] or named
        worded = [replace(c, role="note") if c in named and c is not keep[-1] and c.index > first_value else c for c in worded]
        return [replace(c, role="measure") if c in keep[:-1] else c for c in worded]
    if named:
        return worded
    return _promote(grid, body, worded, first_value)


def _is_worded(grid: Grid, body: range, column: Column) -> bool:
    texts = _texts(grid, body, column.index)
    return not texts or sum(is_figure(text) for text in texts) * 2 <= len(texts)


def _worded_target(grid: Grid, body: range, column: Column) -> Column:
    texts = _texts(grid, body, column.index)
    worded = texts and sum(len(squeeze(t)) > 4 and not any(ch.isdigit() for ch in squeeze(t)) for t in texts) * 4 > len(texts) * 3
    if column.role == "value" and worded and not column.period and column.index == 0:
        return replace(column, role="indicator", kind=None)
    return column


def _promote(grid: Grid, body: range, columns: list[Column], first_value: int) -> list[Column]:
    """No column is headed 指標: the nearest column of words before the values names the indicator."""
    before = [c for c in columns if c.index < first_value and c.role in ("text", "measure", "field") and _texts(grid, body, c.index)]
    if not before:
        return columns
    chosen = before[-1]
    return [replace(c, role="indicator") if c is chosen else c for c in columns]


def _current_beside_baseline(columns: list[Column]) -> list[Column]:
    """現状値 and 現在 beside 策定時 or 基準値 are the latest actual values, not a second baseline."""
    baselines = [c for c in columns if c.kind == "baseline"]
    current = [c for c in baselines if squeeze(c.head).startswith(_CURRENT)]
    if not current or len(current) == len(baselines):
        return columns
    return [replace(c, kind="actual") if c in current else c for c in columns]


def _kinds_of_years(columns: list[Column]) -> list[Column]:
    """Columns headed by a bare year: actual values where other columns of the table name their kind."""
    stated = [c for c in columns if c.role == "value" and c.kind]
    if not stated:
        return columns
    return [
        replace(c, kind="actual", kind_stated=False) if c.role == "value" and c.kind is None else c for c in columns
    ]


def dated_columns(columns: list[Column]) -> list[Column]:
    """Value columns with the column beside them that states their periods (基準値|年度|目標値|年度), where there is one.

    A single column of periods before all values dates whole rows and is left to the rows.
    """
    periods = [c.index for c in columns if c.role == "period"]
    values = [c.index for c in columns if c.role == "value" and not c.period]
    if not periods or not values or (len(periods) == 1 and periods[0] < values[0] and len(values) > 1):
        return columns
    before = periods[0] < values[0]
    partners = {v: _partner(v, periods, values, before) for v in values}
    return [replace(c, dated=partners.get(c.index)) for c in columns]


def _partner(value: int, periods: list[int], values: list[int], before: bool) -> int | None:
    """The column of periods next to a value column, with no other value column between them."""
    if before:
        found = [p for p in periods if p < value and not any(p < v < value for v in values)]
        return found[-1] if found else None
    found = [p for p in periods if p > value and not any(value < v < p for v in values)]
    return found[0] if found else None

"""Roles of columns: by label first, then by what the cells hold and by the neighbours.

Belongs here: what a column is for. Does not belong here: the header tree (``columns``), kinds that other columns decide
(``kinds_beside``, ``kinds_of_years``), rows, figures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extract.arrows import CUT
from extract.grid import Grid
from extract.labels import is_period, label_of, says_values, squeeze
from extract.shapes import (
    is_circled,
    is_dash,
    is_department,
    is_ditto,
    is_figure,
    is_number_mark,
    is_unit,
    looks_like_value,
)
from extract.tables.columns import Column, ColumnRole, header_labels, side_by_side, stacked_labels
from extract.tables.dated_cells import dated_by_cells
from extract.tables.header_path import header_column
from extract.tables.kinds_beside import kinds_beside, sides_of_arrow, with_amounts
from extract.tables.kinds_of_years import kinds_of_years
from extract.tables.parts_of_heads import dated_columns, measured_columns, parts_of_heads
from extract.tables.total_columns import with_totals
from extract.titles import names_indicator

_SHORTEST_NAME = 4  # characters: a longer text may name an indicator
_BEFORE_NAMES = ("number", "measure", "field", "blank")  # roles of columns before one of names that is headed 目標
_NAMES_AND_PARTS = 2  # columns under one head 指標: names, and the parts of some of them


def columns_of(grid: Grid, header: range, body: range) -> list[list[Column]]:
    """The columns under the header rows, roles by label first and by content where the header says nothing.

    One list of columns for each table that stands side by side under the header (指標|値|指標|値).
    """
    by_row = [header_labels(grid, row) for row in header]
    open_header = grid.way.startswith("gaps") and (
        len(header) > 1 or any("\n" in c.text for c in grid.row_cells(header.start))
    )
    columns = [replace(header_column(grid, header, by_row, i), open_header=open_header) for i in range(grid.n_cols)]
    return [_roles(grid, body, part) for part in side_by_side(columns)]


def _roles(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    worded = [_not_an_axis(grid, body, column) for column in columns]
    inferred = [_by_content(grid, body, column) if column.role == "text" else column for column in worded]
    return _settle(grid, body, inferred)


def _texts(grid: Grid, body: range, index: int) -> list[str]:
    cells = [grid.at(row, index) for row in body]
    return [
        c.text
        for i, c in enumerate(cells)
        if c.text.strip() and c.col_span < grid.n_cols and (i == 0 or c is not cells[i - 1])
    ]


def _own_texts(grid: Grid, body: range, index: int) -> set[str]:
    """The texts of the cells that stand in one column alone."""
    return {cell.text for row in body if (cell := grid.at(row, index)).col_span == 1}


def _not_an_axis(grid: Grid, body: range, column: Column) -> Column:
    """区分 and 年度 over cells that name neither a kind nor a year head a column of names."""
    if column.role not in ("kind", "period") or column.period:
        return column
    own = _own_texts(grid, body, column.index)
    texts = [text for text in _texts(grid, body, column.index) if not is_ditto(text)]
    texts = [text for text in texts if text in own] or texts
    spoken = sum(_is_axis(text) for text in texts)
    return replace(column, role="text") if texts and spoken * 2 < len(texts) else column


def _is_axis(text: str) -> bool:
    """True for a label, a period or a figure, and for labels on lines of their own (目標 over 実績)."""
    label = label_of(text)
    return label.speaks or bool(label.period) or is_figure(text) or len(stacked_labels(text)) > 1


_CONTENT: tuple[tuple[ColumnRole, Callable[[str], bool]], ...] = (
    ("period", is_period),
    ("number", is_number_mark),
    ("unit", is_unit),
    ("department", is_department),
    ("figures", is_figure),
)


def _by_content(grid: Grid, body: range, column: Column) -> Column:
    """The role of a column without a telling header, by what most of its cells hold, those over several columns aside."""
    texts = _texts(grid, body, column.index)
    own = _own_texts(grid, body, column.index)
    texts = [text for text in texts if text in own] or texts
    if not texts:
        return replace(column, role="blank")
    for role, test in _CONTENT:
        if role == "number" and says_values(column.head):
            continue
        if sum(test(text) for text in texts) * 4 >= len(texts) * 3:
            return replace(column, role=role)
    return column


def _settle(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    """Roles that depend on their neighbours or on the cells: attainment, ambiguous targets, years between kinds."""
    settled = [_at_stage(grid, body, _attainment(grid, body, column)) for column in with_amounts(columns)]
    settled = parts_of_heads(settled, {column.index: _texts(grid, body, column.index) for column in settled})
    if any(column.kind for column in settled):
        settled = dated_by_cells(settled, [_texts(grid, body, column.index) for column in settled])
    settled = _one_indicator(grid, body, settled)
    settled = sides_of_arrow(settled) if grid.way.endswith(CUT) else settled
    settled = with_totals(kinds_of_years(kinds_beside(settled)))
    return measured_columns(dated_columns(settled))


def _attainment(grid: Grid, body: range, column: Column) -> Column:
    """達成状況 and 進捗状況 hold actual values where their cells print figures, a rating where they do not."""
    if column.role != "attainment":
        return column
    texts = _texts(grid, body, column.index)
    valued = sum(looks_like_value(text) and not is_dash(text) and not is_circled(text) for text in texts)
    if texts and valued * 2 >= len(texts):
        return replace(column, role="value", kind="actual")
    return replace(column, role="rating" if all(len(squeeze(text)) <= 6 for text in texts) else "note")


def _at_stage(grid: Grid, body: range, column: Column) -> Column:
    """中間評価（H30） over figures holds what was reached by then; over letters, words and points from 1 to 9 it rates."""
    texts = _texts(grid, body, column.index) if column.role == "rating" and column.period else []
    valued = [text for text in texts if any(map(is_figure, text.split("\n"))) and not is_dash(text)]
    if len(valued) * 2 < len(texts) or not any(len(squeeze(text)) > 1 for text in valued):
        return column
    return replace(column, role="value", kind="actual", kind_rule="kind-of-stage")


def _one_indicator(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    """Exactly one column names the indicator; 目標 over a column of words names it too."""
    behind = next((c.index for c in columns if c.role not in _BEFORE_NAMES), len(columns))
    worded = [_worded_target(grid, body, column) if column.index == behind else column for column in columns]
    first_value = next((c.index for c in worded if c.role == "value"), len(worded))
    worded = [replace(c, role="value") if c.period and c.role == "indicator" else c for c in worded]
    named = [c for c in worded if c.role == "indicator" and _is_worded(grid, body, c)]
    if len(named) == _NAMES_AND_PARTS and _holds_parts(grid, body, *named):
        return [replace(c, role="text") if c is named[1] else c for c in worded]
    if len(named) > 1:
        keep = [c for c in named if c.index < first_value] or named
        worded = [
            replace(c, role="note") if c in named and c is not keep[-1] and c.index > first_value else c for c in worded
        ]
        return [replace(c, role="measure") if c in keep[:-1] else c for c in worded]
    if named:
        return worded
    return _promote(grid, body, worded, first_value)


def _is_worded(grid: Grid, body: range, column: Column) -> bool:
    texts = _texts(grid, body, column.index)
    return not texts or sum(is_figure(text) for text in texts) * 2 <= len(texts)


def _worded_target(grid: Grid, body: range, column: Column) -> Column:
    texts = _texts(grid, body, column.index)
    worded = texts and sum(map(_is_name, texts)) * 4 > len(texts) * 3
    if column.role == "value" and worded and not column.period:
        return replace(column, role="indicator", kind=None)
    return column


def _is_name(text: str) -> bool:
    """True for words without a digit, or with one and an ending of names (20～39歳の社会増減数)."""
    plain = squeeze(text)
    if any(char.isdigit() for char in plain):
        return not is_figure(text) and names_indicator(text)
    return len(plain) > _SHORTEST_NAME or names_indicator(text)


def _promote(grid: Grid, body: range, columns: list[Column], first_value: int) -> list[Column]:
    """No column is headed 指標: the nearest column of words before the values names the indicator.

    Where there is none, what looks like departments and is not headed so (図書館, 公民館) does, or names behind a value.
    """
    left = [c for c in columns if c.index < first_value and _texts(grid, body, c.index)]
    before = [c for c in left if c.role in ("text", "measure", "field")] or [
        c for c in left if c.role == "department" and label_of(c.head).role != "department"
    ]
    if not before:
        behind = (c for c in columns if c.index > first_value and c.role == "text")
        before = [c for c in behind if _names_several(_texts(grid, body, c.index))][:1]
    if not before:
        return columns
    chosen = before[-2] if len(before) > 1 and _holds_parts(grid, body, *before[-2:]) else before[-1]
    return [replace(c, role="indicator") if c is chosen else c for c in columns]


def _names_several(texts: list[str]) -> bool:
    """True for words most of which end as names of indicators do."""
    return sum(map(names_indicator, texts)) * 2 > len(texts)


def _holds_parts(grid: Grid, body: range, names: Column, parts: Column) -> bool:
    """True where some names stand in both columns, and others in the first one over several parts in the second (排出量: 家庭 産業)."""
    cells = [grid.at(row, names.index) for row in body]
    over_both = any(cell.text.strip() and cell.last_col == parts.index for cell in cells)
    return over_both and any(cell.row_span > 1 and cell.col_span == 1 for cell in cells)

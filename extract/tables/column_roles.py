"""Roles of columns: by label first, then by what the cells hold and by the neighbours.

Belongs here: what a column is for. Does not belong here: the header tree (``columns``), rows, figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extract.arrows import CUT
from extract.grid import Grid
from extract.labels import is_current, is_expected, label_of, squeeze
from extract.model import ValueKind
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
from extract.tables.kinds_of_years import kinds_of_years
from extract.tables.parts_of_heads import dated_columns, measured_columns, parts_of_heads
from extract.tables.total_columns import with_totals
from extract.titles import names_indicator

_SHORTEST_NAME = 4  # characters: a longer text may name an indicator
_NAMES_AND_PARTS = 2  # columns under one head 指標: names, and the parts of some of them
_OF_BUDGET = re.compile(r"予算|決算")
_PLANNED_AMOUNT, _REACHED_AMOUNT = re.compile(r"計画額$"), re.compile(r"実績(?:見込み?)?額$")
_PLANNED, _CLOSED = re.compile(r"計画値?\)?$"), re.compile(r"決算値?\)?$")
_OF_STAGE = re.compile(r"(?:中間|最終)(?:(?P<value>値)|$|\()(?!.*(?:目標|見込))")


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
    texts = [text for text in _texts(grid, body, column.index) if not is_ditto(text)]
    spoken = sum(_is_axis(text) for text in texts)
    return replace(column, role="text") if texts and spoken * 2 < len(texts) else column


def _is_axis(text: str) -> bool:
    """True for a label, a period or a figure, and for labels on lines of their own (目標 over 実績)."""
    label = label_of(text)
    return label.speaks or bool(label.period) or is_figure(text) or len(stacked_labels(text)) > 1


_CONTENT: tuple[tuple[ColumnRole, Callable[[str], bool]], ...] = (
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
        if sum(test(text) for text in texts) * 4 >= len(texts) * 3:
            return replace(column, role=role)
    return column


def _settle(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    """Roles that depend on their neighbours or on the cells: attainment, ambiguous targets, years between kinds."""
    settled = [
        _at_stage(grid, body, _attainment(grid, body, column)) for column in _accounts(_planned_amounts(columns))
    ]
    settled = parts_of_heads(settled, {column.index: _texts(grid, body, column.index) for column in settled})
    if any(column.kind for column in settled):
        settled = dated_by_cells(settled, [_texts(grid, body, column.index) for column in settled])
    settled = _one_indicator(grid, body, settled)
    settled = _sides_of_arrow(settled) if grid.way.endswith(CUT) else settled
    settled = with_totals(kinds_of_years(_in_between(_expected(_current_beside_baseline(settled)))))
    return measured_columns(dated_columns(settled))


def _planned_amounts(columns: list[Column]) -> list[Column]:
    """計画額 beside 実績額 is what an effort is to bring in or save, a target; alone or beside 予算額 it is money to spend."""
    reached = any(c.kind == "actual" and _REACHED_AMOUNT.search(squeeze(c.head)) for c in columns)
    planned = [c for c in columns if c.role == "rate" and _PLANNED_AMOUNT.search(squeeze(c.head))] if reached else []
    return [replace(c, role="value", kind="target") if c in planned else c for c in columns]


def _accounts(columns: list[Column]) -> list[Column]:
    """決算 of a year beside the 計画 of later ones is what was reached (経営戦略の投資・財政計画); beside 予算 it is money spent."""
    planned = any(c.kind == "target" and _PLANNED.search(squeeze(c.head)) for c in columns)
    closed = [c for c in columns if c.role == "rate" and c.period and _CLOSED.search(squeeze(c.head))]
    if not planned or any("予算" in c.head for c in columns):
        return columns
    return [
        replace(c, role="value", kind="actual", kind_rule="accounts-beside-plan") if c in closed else c for c in columns
    ]


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
    valued = [text for text in texts if is_figure(text) and not is_dash(text)]
    if len(valued) * 2 < len(texts) or not any(len(squeeze(text)) > 1 for text in valued):
        return column
    return replace(column, role="value", kind="actual", kind_rule="kind-of-stage")


def _one_indicator(grid: Grid, body: range, columns: list[Column]) -> list[Column]:
    """Exactly one column names the indicator; 目標 over a column of words names it too."""
    worded = [_worded_target(grid, body, column) for column in columns]
    first_value = next((c.index for c in worded if c.role == "value"), len(worded))
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
    if column.role == "value" and worded and not column.period and column.index == 0:
        return replace(column, role="indicator", kind=None)
    return column


def _is_name(text: str) -> bool:
    """True for words without a digit, or with one and an ending of names (20～39歳の社会増減数)."""
    plain = squeeze(text)
    return len(plain) > _SHORTEST_NAME and (
        not any(char.isdigit() for char in plain) or (not is_figure(text) and names_indicator(text))
    )


def _promote(grid: Grid, body: range, columns: list[Column], first_value: int) -> list[Column]:
    """No column is headed 指標: the nearest column of words before the values names the indicator.

    Where there is none, what looks like departments and is not headed so (図書館, 公民館) does.
    """
    left = [c for c in columns if c.index < first_value and _texts(grid, body, c.index)]
    before = [c for c in left if c.role in ("text", "measure", "field")] or [
        c for c in left if c.role == "department" and label_of(c.head).role != "department"
    ]
    if not before:
        return columns
    chosen = before[-2] if len(before) > 1 and _holds_parts(grid, body, *before[-2:]) else before[-1]
    return [replace(c, role="indicator") if c is chosen else c for c in columns]


def _holds_parts(grid: Grid, body: range, names: Column, parts: Column) -> bool:
    """True where some names stand in both columns, and others in the first one over several parts in the second (排出量: 家庭 産業)."""
    cells = [grid.at(row, names.index) for row in body]
    over_both = any(cell.text.strip() and cell.last_col == parts.index for cell in cells)
    return over_both and any(cell.row_span > 1 and cell.col_span == 1 for cell in cells)


def _current_beside_baseline(columns: list[Column]) -> list[Column]:
    """現状値 and 現在 beside 策定時 or 基準値 are the latest actual values, not a second baseline."""
    baselines = [c for c in columns if c.kind == "baseline"]
    current = [c for c in baselines if is_current(c.head)]
    if not current or len(current) == len(baselines):
        return columns
    return [replace(c, kind="actual") if c in current else c for c in columns]


def _expected(columns: list[Column]) -> list[Column]:
    """見込 beside a target is what the year is expected to bring: an actual value to come, no second target; right before the only target
    it is what the plan starts from; beside 予算 and 決算 it is neither.

    量の見込み is what a plan counts on (子ども・子育て支援事業計画): as much a target as 確保の内容 beside it.
    """
    expected = [c for c in columns if c.kind == "target" and is_expected(c.head)]
    if expected and any(_OF_BUDGET.search(c.head) for c in columns):
        return [replace(c, kind=None) if c in expected else c for c in columns]
    if not expected or len(expected) == sum(c.kind == "target" for c in columns):
        return columns
    values = [c for c in columns if c.role == "value"]
    starts = expected == values[:1] and [c.kind for c in values] == ["target", "target"]
    kind: ValueKind = "baseline" if starts else "actual"
    return [replace(c, kind=kind, kind_rule="expected-value") if c in expected else c for c in columns]


def _sides_of_arrow(columns: list[Column]) -> list[Column]:
    """Two columns of years with an arrow between them, and no kind named: from what was to what is aimed at."""
    values = [c for c in columns if c.role == "value"]
    if len(values) != 2 or any(c.kind for c in values):
        return columns
    kinds: dict[int, ValueKind] = {values[0].index: "baseline", values[1].index: "target"}
    return [replace(c, kind=kinds[c.index], kind_rule="sides-of-an-arrow") if c in values else c for c in columns]


def _in_between(columns: list[Column]) -> list[Column]:
    """中間値 and 最終値 beside a column headed 目標 are what was reached by then, not what was aimed at; so is 最終（令和2年度） behind
    one, but 中間 before it is a target on the way.
    """
    aimed = [c.index for c in columns if c.kind == "target" and "目標" in squeeze(c.head)]
    stages = {c.index: found for c in columns if c.kind == "target" and (found := _OF_STAGE.match(squeeze(c.head)))}
    reached = [index for index, found in stages.items() if aimed and (found["value"] or index > min(aimed))]
    return [replace(c, kind="actual", kind_rule="kind-of-middle") if c.index in reached else c for c in columns]

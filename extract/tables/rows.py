"""Rows of a table: header, group, label-and-value pairs, or body.

Belongs here: what kind of row a row is. Does not belong here: columns and figures.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from extract.grid import Cell, Grid
from extract.labels import Label, label_of, says_values, squeeze
from extract.lexicon import phrase
from extract.shapes import is_dash, is_figure, looks_like_value
from extract.tables.columns import header_labels
from extract.unit_words import unit_in_bracket

RowKind = Literal["blank", "header", "group", "pairs", "body"]

_SEVERAL = 2  # heads that reach down beside a row: it is a header's, be there digits in it (10a当たり収量)
_LONGEST_VALUE = 14
_BLOCK = 3  # rows that a head beside all rows of a block spans at least
_ONLY_MARK = re.compile(r"[IVXivx]{1,4}|\d{1,2}|[A-Z]|[①-⑳]")
_ORDINAL = phrase("plan_ordinal")
_GROUP_MARK = re.compile(
    r"^(?:[【■◆●○◎▼▽□◇★☆《<〈]|第[\d一二三四五六七八九十]+[章節編期]|\(?\d{1,2}\)[^\d\s]|(?:基本|重点)?(?:目標|施策|政策|方針|柱)[\dⅠ-Ⅹ一二三四五])"
)


def row_kind(grid: Grid, row: int) -> RowKind:
    """What kind of row this is, by its own cells alone."""
    cells = [cell for cell in grid.row_cells(row) if cell.text.strip()]
    if not cells:
        return "blank"
    labels = header_labels(grid, row)
    if _is_group(grid, row, cells):
        return "group"
    if _is_header(cells, labels):
        return "header"
    return "pairs" if _has_pair(grid, row, labels) else "body"


def group_cell(cells: list[Cell]) -> Cell:
    """The cell of a group row that says what it is: the widest with words, though a merged cell of rows around it stand beside it."""
    return max((cell for cell in cells if cell.text.strip()), key=lambda cell: (cell.col_span, len(cell.text)))


def _is_group(grid: Grid, row: int, cells: list[Cell]) -> bool:
    only = group_cell(cells)
    if grid.way.startswith("gaps") and only.row == row and _stands_in_middle(cells):
        return True
    across = only.col_span >= max(2, round(0.8 * grid.n_cols))
    beside = [cell for cell in cells if cell is not only and not (across and cell.row_span > only.row_span)]
    if beside or only.row != row or grid.n_cols < 2:
        return False
    return across or (
        only.col == 0 and (bool(_GROUP_MARK.match(squeeze(only.text))) or label_of(only.text).role == "period")
    )


def _stands_in_middle(cells: list[Cell]) -> bool:
    """True for a heading set to the middle of a table without column rules, alone or behind its number (Ⅱ　がんの早期発見)."""
    *marks, words = cells
    alone = all(_ONLY_MARK.fullmatch(squeeze(cell.text)) for cell in marks) and cells[0].col > 0
    return alone and not looks_like_value(words.text) and not label_of(words.text).speaks


def _is_header(cells: list[Cell], labels: dict[int, Label]) -> bool:
    spoken = [cell for cell in cells if labels[cell.col].speaks]
    names = cells[:1] if len(cells) > _SEVERAL and all(labels[cell.col].period for cell in cells[1:]) else []
    values = [c for c in cells if c not in names and not labels[c.col].speaks and _may_be_value(c.text)]
    return (
        len(spoken) >= 2
        and not values
        and len(spoken) * 2 >= len(cells)
        and not _alternates(cells, labels)
        and not _dates_words(cells, labels)
        and not _says_unit(cells, labels)
    )


def _may_be_value(text: str) -> bool:
    """True for a short text with a digit that marks no group (目標1 子どもの育ち) and counts no plans (第3次計画)."""
    plain = squeeze(text)
    marks = _GROUP_MARK.match(plain) or _ORDINAL.match(plain)
    return looks_like_value(text) and len(plain) < _LONGEST_VALUE and not marks and not says_values(text)


def _says_unit(cells: list[Cell], labels: dict[int, Label]) -> bool:
    """The label 単位 with a unit beside it: a form, not a header; two things that may be counted (路線・地区) are a head."""
    return any(
        labels[a.col].role == "unit" and "・" not in b.text and bool(unit_in_bracket(squeeze(b.text)))
        for a, b in pairwise(cells)
    )


def _dates_words(cells: list[Cell], labels: dict[int, Label]) -> bool:
    """True for a kind, a year and words that are no label (実績値 | 令和4年度 | 集計中): a row of values, not a header."""
    kind, year, *rest = [labels[cell.col] for cell in cells]
    dated = kind.kind is not None and not kind.period and year.role == "period" and bool(year.period)
    return dated and bool(rest) and not any(label.speaks for label in rest)


def _alternates(cells: list[Cell], labels: dict[int, Label]) -> bool:
    """Label, value, label, value: a form, not a header (a dash counts as a value)."""
    if len(cells) < 4 or len(cells) % 2:
        return False
    return all(labels[cell.col].speaks == (i % 2 == 0) for i, cell in enumerate(cells))


def _has_pair(grid: Grid, row: int, labels: dict[int, Label]) -> bool:
    cells = grid.row_cells(row)
    return any(
        labels[left.col].speaks and labels[left.col].role != "period" and not labels[right.col].speaks
        for left, right in pairwise(cells)
    )


def header_extent(grid: Grid, first: int) -> range:
    """The header rows from ``first`` on: rows that go on naming columns and hold no value."""
    labels = header_labels(grid, first)
    spoken = [c for c in grid.row_cells(first) if labels[c.col].speaks and c.col_span < grid.n_cols]
    last = max([first, *(c.last_row for c in spoken if not _names_block(c, spoken))])
    row = first + 1
    while row < grid.n_rows and _goes_on(grid, row, last):
        last = max(last, *(c.last_row for c in grid.row_cells(row) if header_labels(grid, row)[c.col].speaks), row)
        row += 1
    return range(first, row)


def _names_block(cell: Cell, others: list[Cell]) -> bool:
    """True for a head on the left that reaches down, alone, far below the others: it stands beside the rows as well (成果指標 in a form)."""
    return cell.col == 0 and cell.row_span >= _BLOCK and all(c.row_span == 1 for c in others if c is not cell)


def _goes_on(grid: Grid, row: int, last: int) -> bool:
    cells = [cell for cell in grid.row_cells(row) if cell.text.strip()]
    starting = [cell for cell in cells if cell.row == row]
    labels = header_labels(grid, row)
    is_value = is_figure if sum(cell.row < row for cell in cells) >= _SEVERAL else looks_like_value
    if any(is_dash(cell.text) or (is_value(cell.text) and not labels[cell.col].speaks) for cell in starting):
        return False
    if row <= last:
        return True
    spoken = [cell for cell in starting if labels[cell.col].speaks]
    return len(spoken) >= 2 and len(spoken) * 2 > len(starting)

"""Kinds that a legend gives: to the lines of a cell, to the cells above each other beside one name, to figures in brackets.

Belongs here: which figure of a table such a legend speaks of. Does not belong here: what a legend says (``legends``).
"""

from __future__ import annotations

import re

from extract.grid import Cell
from extract.labels import label_of
from extract.model import ValueKind
from extract.tables.columns import Column
from extract.tables.record_row import RecordRow

_BESIDE_BRACKET = re.compile(
    r"(?P<before>[^()（）]*?)\s*[（(]\s*(?P<inside>[^()（）]+?)\s*[）)]\s*(?P<after>[^()（）]*)"
)
_LEVEL = 0.25  # of the way between two lines: what stands within it is level with a line
_IN_BRACKETS = re.compile(r"[（(]\s*([^()（）]+?)\s*[）)]")

Told = list[tuple[str, ValueKind]]


def told_by_legend(text: str, column: Column, cell: Cell, record: RecordRow) -> Told:
    """The texts of a value cell, each with the kind that a legend gives it; nothing where none speaks of the cell."""
    if column.role != "value":
        return []
    if column.kind is not None and column.tells_kind:
        return _beside_bracket(text, column.kind, record.context.bracketed)
    lines = text.split("\n")
    if len(lines) == len(record.stacked) > 1:
        return [(_bracketed(line) or line, kind) for line, kind in zip(lines, record.stacked, strict=True)]
    return _by_bracket(text, column, record) or _by_place(text, column, cell, record) or _by_height(text, cell, record)


def _by_bracket(text: str, column: Column, record: RecordRow) -> Told:
    """A figure in brackets, alone or beside another, and a figure without brackets above or below such a one."""
    bracketed = record.context.bracketed
    if bracketed is None:
        return []
    outside: ValueKind = "actual" if bracketed == "target" else "target"
    inside = _bracketed(text)
    if inside:
        return [(inside, bracketed)]
    alone = [(text, outside)] if any(_bracketed(other.text) for other in _of_one_name(record, column)) else []
    return _beside_bracket(text, outside, bracketed) or alone


def _beside_bracket(text: str, outside: ValueKind, bracketed: ValueKind | None) -> Told:
    """A figure and one in brackets before or behind it, of another kind."""
    found = _BESIDE_BRACKET.fullmatch(text.strip())
    if found is None or bracketed in (None, outside) or bool(found["before"]) == bool(found["after"]):
        return []
    both = (found["before"] or found["after"], found["inside"])
    return list(zip(both, (outside, bracketed), strict=True)) if not any(label_of(part).speaks for part in both) else []


def _bracketed(text: str) -> str:
    """The figure that is all of a text but for the brackets around it, or nothing."""
    found = _IN_BRACKETS.fullmatch(text.strip())
    return found[1] if found and label_of(found[1]).role is None else ""


def _by_place(text: str, column: Column, cell: Cell, record: RecordRow) -> Told:
    """A cell above another beside one name (上段, 下段), where there are as many as the legend has kinds."""
    cells = _of_one_name(record, column)
    kinds = record.context.stacked
    return [(text, kinds[cells.index(cell)])] if len(cells) == len(kinds) > 1 else []


def _by_height(text: str, cell: Cell, record: RecordRow) -> Told:
    """The lines of a cell that has fewer than the legend has kinds, each by the line of its row that it is level with."""
    lines = text.split("\n")
    full = next((other.heights for other in _values(record) if len(other.heights) == len(record.stacked)), ())
    if not full or len(cell.heights) != len(lines) or cell.row_span > 1:
        return []
    reach = _LEVEL * (full[-1] - full[0]) / (len(full) - 1)
    level = [[kind for at, kind in zip(full, record.stacked, strict=True) if abs(at - y) < reach] for y in cell.heights]
    told = zip(lines, level, strict=True)
    return [(_bracketed(line) or line, kinds[0]) for line, kinds in told] if all(level) else []


def _values(record: RecordRow) -> list[Cell]:
    """The cells of a row whose kinds no header states."""
    untold = (c.index for c in record.columns if c.role == "value" and not c.tells_kind)
    return [record.grid.at(record.row, index) for index in untold]


def _of_one_name(record: RecordRow, column: Column) -> list[Cell]:
    """The cells of a column in the rows of the name that this row belongs to."""
    names = [record.grid.at(record.row, c.index) for c in record.columns if c.role in ("indicator", "measure")]
    rows = range(names[-1].row, names[-1].last_row + 1) if names else range(record.row, record.row + 1)
    return list(dict.fromkeys(record.grid.at(row, column.index) for row in rows))

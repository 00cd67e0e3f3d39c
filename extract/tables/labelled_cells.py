"""Cells that label their figures themselves, line by line (目標：120人（R6） / 実績：98人（R4）), beside the name of the indicator.

Belongs here: such cells, the arrow between the start of a target and the target. Does not belong here: labels and figures in
cells of their own (``pairs``), lines outside tables (``labelled_lines``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.arrows import arrow_kinds, arrow_parts
from extract.grid import Cell, Grid
from extract.labels import Label, is_current, label_of, period_in, squeeze
from extract.model import PrintedFigure, PrintedLabel, ValueKind
from extract.shapes import is_figure, is_number_mark, is_prose, looks_like_value
from extract.tables.columns import join_lines
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.titles import indicator_title, title_rule

_LETTER_SPACED = re.compile(r"(?<=[一-龠])[ 　](?=[一-龠](?:[ 　（(:：]|$))")
_LABEL = re.compile(r"(?:^|(?<=[\s、,/／]))([^\s:：、。/／]{1,28}?)\s*[:：]\s*")
_DATED_KIND = re.compile(r"([^\s]+[)）])[\s:：]+([▲△約]?[\d０-９]\S*|[-－―ー–—])")
_LONGEST_WORDS = 16  # characters of a value that is words
_RULE = "label-beside-value"

Part = tuple[Label, str]


def labelled_parts(text: str) -> tuple[Part, ...]:
    """The labels of a cell, each with its text; none where the cell does not begin with a label and name a kind of value."""
    parts: list[Part] = []
    for line in text.split("\n"):
        found = _parts_of_line(_LETTER_SPACED.sub("", line.strip()))
        if found:
            parts.extend(found)
        elif parts:
            parts[-1] = (parts[-1][0], parts[-1][1] + line.strip())
        else:
            return ()
    return tuple(parts) if any(_is_value(part) for part in parts) else ()


def _parts_of_line(line: str) -> list[Part]:
    """The parts of a line that begins with a label; a colon behind any other word parts nothing."""
    starts = [
        (match, label)
        for match in _LABEL.finditer(line)
        if (label := label_of(match.group(1))).role or arrow_kinds(match.group(1))
    ]
    if not starts or starts[0][0].start() > 0:
        return []
    ends = [*(match.start() for match, _ in starts[1:]), len(line)]
    return [
        (label, line[match.end() : end].strip(" 　、,/／")) for (match, label), end in zip(starts, ends, strict=True)
    ]


def _is_value(part: Part) -> bool:
    label, text = part
    return bool(label.kind or arrow_kinds(label.text)) and (
        looks_like_value(text) or 0 < len(squeeze(text)) <= _LONGEST_WORDS
    )


def labelled_figures(
    page: int, cell: Cell, parts: Sequence[Part], names: Names, context: Context
) -> Iterator[PrintedFigure]:
    """The figures of a cell that labels them itself."""
    for label, text in filter(_is_value, parts):
        period = PrintedLabel(label.period, "cell") if label.period else None
        unit = PrintedLabel(label.unit, "cell") if label.unit else None
        judged = ("kind-after-current",) if label.role == "period" else ()
        for kind, value, rules in _by_arrow(label, text):
            yield figure(
                page, cell.box, value, names, Stated(kind, label.text, period, unit, (*rules, *judged)), context
            )


def _by_arrow(label: Label, text: str) -> list[tuple[ValueKind, str, tuple[str, ...]]]:
    """The values of one label; an arrow leads from the start of a target to the target, or from the first kind named to the next."""
    values, kinds = arrow_parts(text), arrow_kinds(label.text)
    if kinds and len(kinds) == len(values):
        return [(kind, value, (_RULE,)) for kind, value in zip(kinds, values, strict=True)]
    if kinds or label.kind is None:
        return []
    if len(values) == 1:
        return [(label.kind, text, (_RULE,))]
    if len(values) != 2 or not all(looks_like_value(value) for value in values):
        return []
    last = (label.kind, values[1], (_RULE,))
    if label.kind == "target":
        return [("baseline", values[0], (_RULE, "baseline-before-arrow")), last]
    return [(label.kind, values[0], (_RULE,)), last] if all(period_in(squeeze(value)) for value in values) else [last]


def read_labelled_row(grid: Grid, row: int, context: Context) -> Iterator[PrintedFigure]:
    """The figures of a row without a header: cells that label their figures themselves, named before them or in the row above."""
    cells = [cell for cell in grid.row_cells(row) if cell.text.strip()]
    titles = _titles(grid, row)
    own = [cell for cell in cells if cell.row == row]
    for cell, parts in zip(own, _parts_of_row(own), strict=True):
        before = [name for name in cells if _is_name(name) and name.col < cell.col] or [
            title for title in titles if title.col <= cell.col
        ]
        if parts and before:
            names = Names(indicator=_name_in(before[-1]), department=_department(grid, row, before[-1].row))
            yield from labelled_figures(grid.page, cell, parts, names, context)


def _parts_of_row(cells: Sequence[Cell]) -> list[tuple[Part, ...]]:
    """The labels of the cells of a row, each with its text; a year alone behind what is so today (現在（2022年度）：…) is still to come."""
    parts = [_parts_of(cell.text) for cell in cells]
    current = [bool(part) and part[0][0].kind == "baseline" and is_current(part[0][0].text) for part in parts]
    return [
        part or (_to_come(cell.text) if any(current[:i]) else ())
        for i, (cell, part) in enumerate(zip(cells, parts, strict=True))
    ]


def _to_come(text: str) -> tuple[Part, ...]:
    """The year that begins a cell and the value behind it or below it (2030年：120億円), as those of a target."""
    head, _, value = text.partition("\n")
    parts = _parts_of_line(_LETTER_SPACED.sub("", head.strip()))
    if len(parts) != 1 or parts[0][0].role != "period":
        return ()
    part = (replace(parts[0][0], kind="target"), (parts[0][1] + value).strip())
    return (part,) if _is_value(part) else ()


def _name_in(cell: Cell) -> str:
    """The indicator that a cell names, alone or behind that word (指標：会員数)."""
    text = join_lines(cell.text)
    said = _indicator_said(text)
    return indicator_title(said or text)


def _indicator_said(text: str) -> str:
    parts = _parts_of_line(text)
    return parts[0][1] if len(parts) == 1 and parts[0][0].role == "indicator" else ""


def read_labelled_line(page: int, cell: Cell, context: Context) -> Iterator[PrintedFigure]:
    """The figures that lines of a cell over a whole table state behind a dated kind (策定時（H26）　3万4120人), named by its title."""
    found = (_DATED_KIND.fullmatch(_LETTER_SPACED.sub("", line.strip())) for line in cell.text.split("\n"))
    for match in filter(None, found):
        label = label_of(match[1])
        if label.kind and label.period and context.title:
            rules = (_RULE, title_rule(context.title))
            stated = Stated(label.kind, label.text, PrintedLabel(label.period, "cell"), None, rules)
            yield figure(page, cell.box, match[2], Names(indicator=context.title), stated, context)


def _titles(grid: Grid, row: int) -> list[Cell]:
    """The cells that name what stands in a row below them; none where that row has a name of its own, or no row is above."""
    own = [cell for cell in grid.row_cells(row) if cell.text.strip() and cell.row == row]
    if row == 0 or not all(_parts_of_row(own)):
        return []
    above = [cell for cell in grid.row_cells(row - 1) if cell.text.strip() and cell.last_row < row]
    return [cell for cell in above if _is_name(cell) or _indicator_said(join_lines(cell.text))]


def _department(grid: Grid, row: int, named: int) -> str:
    """The department that a cell of the row that names the figures says beside its label (担当部署：観光課)."""
    if named == row:
        return ""
    parts = (part for cell in grid.row_cells(named) for part in _parts_of_line(squeeze(cell.text)))
    return next((text for label, text in parts if label.role == "department"), "")


def _parts_of(text: str) -> tuple[Part, ...]:
    """The labels of a cell, each with its text: on one line, or the label on the lines over its value."""
    return labelled_parts(text) or _label_over_value(text)


def _label_over_value(text: str) -> tuple[Part, ...]:
    head, _, value = text.partition("\n")
    label = label_of(head)
    stated = bool(label.kind and value.strip()) and not label_of(value).speaks and "\n" not in value.strip()
    return ((label, value.strip()),) if stated else ()


def _is_name(cell: Cell) -> bool:
    text = cell.text
    return not (
        is_number_mark(text)
        or is_prose(text)
        or is_figure(indicator_title(text))
        or label_of(text).speaks
        or _parts_of(text)
        or _parts_of_line(squeeze(text))
    )

"""Heads that name an era over bare years (令和 over ３年度 ４年度, 年度（平成） over 22 26 27): the years get their era.

Belongs here: which cells such a head speaks of. Does not belong here: bare years without such a head (``captions``), what a
year means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze

_ERA_HEAD = re.compile(r"(?:年度?)?\(?(明治|大正|昭和|平成|令和)\)?(?:\(?年度?\)?)?")
_BARE = re.compile(r"(元|\d{1,2})(?:年度?末?)?(?:\(.*\))?")
_BEFORE_KIND = re.compile(r"(元|\d{1,2})年度?末?(?=\D)")
_YEAR = re.compile(r"(明治|大正|昭和|平成|令和|[SHR])\.?(元|\d{1,2})(?:年度?末?)?")
_LONGEST = 12  # years between two heads of one table at most
_IN_BRACKET = re.compile(r"([（(]\s*)((?:元|[\d０-９]{1,2})\s*年度?)")
_FEWEST = 2
_TURNS = {"30": ("平成", "令和"), "31": ("平成", "令和"), "63": ("昭和", "平成"), "64": ("昭和", "平成")}
"""Last year of an era → this era and the next."""
_ROWS_BETWEEN = 2  # rows between such a head and its years (基準, 実績, 目標)


def with_eras(grid: Grid) -> Grid:
    """The grid with the era written before every bare year that a head of the grid gives one."""
    heads = [(cell, era) for cell in grid.cells if (era := era_head(cell.text))]
    eras = {(cell.row, cell.col): era for head, era in heads for cell in _years_of(grid, head)}
    rows = [grid.row_cells(row) for row in range(grid.n_rows)]
    columns = [grid.column_cells(col) for col in range(grid.n_cols)]
    in_rows = (found for row in rows for found in _after_years(row, lambda cell: _is_spanned(grid, cell)))
    in_columns = (found for column in columns for found in _after_years(column, lambda _: False))
    eras |= {(cell.row, cell.col): era for cell, era in (*in_rows, *in_columns)}
    eras |= {(cell.row, cell.col): era for line in (*rows, *columns) for cell, era in _over_a_turn(line)}
    cells = tuple(
        replace(cell, text=eras[cell.row, cell.col] + cell.text.lstrip())
        if (cell.row, cell.col) in eras
        else _in_kind(cell, heads)
        for cell in grid.cells
    )
    return replace(grid, cells=cells) if eras else grid


def era_head(text: str) -> str:
    """The era that a head names and nothing else (令和, 平成（年度）, 年度（令和）), or nothing."""
    found = _ERA_HEAD.fullmatch(squeeze(text))
    return found.group(1) if found else ""


def is_bare_year(text: str) -> bool:
    """True for a year without its era (28, 元, ３年度)."""
    return bool(_BARE.fullmatch(squeeze(text)))


def _is_spanned(grid: Grid, cell: Cell) -> bool:
    """True for a cell under a head over several columns."""
    return cell.row > 0 and grid.at(cell.row - 1, cell.col).col_span >= _FEWEST


def _after_years(line: list[Cell], is_headed: Callable[[Cell], bool]) -> Iterator[tuple[Cell, str]]:
    """Bare years behind or below one with its era are of that era: 平成25年度 26年度, and under heads that span them 令和元 2 3 4.

    年 may as well be a length of time: it counts where it goes on with the year before.
    """
    era, year = "", 0
    for cell in line:
        plain = squeeze(cell.text)
        of_kind = _year_of_kind(plain)
        stated, bare = _YEAR.fullmatch(plain), _BARE.fullmatch(plain) or of_kind
        number = _number(bare.group(1)) if bare else 0
        follows = plain.endswith("年") and number == year + 1
        told = plain.endswith("年度") or is_headed(cell) or follows or bool(of_kind)
        if stated:
            era, year = stated.group(1), _number(stated.group(2))
        elif era and told and year < number <= year + _LONGEST:
            yield cell, era
            year = number
        else:
            era, year = "", 0


def _year_of_kind(plain: str) -> re.Match[str] | None:
    """The bare year right before the name of a kind (７年目標)."""
    found = _BEFORE_KIND.match(plain)
    return found if found and label_of(plain[found.end() :]).kind else None


def _years_of(grid: Grid, head: Cell) -> list[Cell]:
    """The bare years under a head that spans columns; those below it, or beside it, where it heads one column."""
    if head.col_span > 1:
        rows = range(head.last_row + 1, min(head.last_row + 2 + _ROWS_BETWEEN, grid.n_rows))
        lines = [
            [c for c in grid.row_cells(row) if c.row == row and head.col <= c.col <= head.last_col] for row in rows
        ]
    else:
        lines = [
            [c for c in grid.column_cells(head.col) if c.row > head.last_row],
            [c for c in grid.row_cells(head.row) if c.col > head.col],
        ]
    return next((years for line in lines if (years := _bare_years(line))), [])


def _bare_years(cells: list[Cell]) -> list[Cell]:
    """The first cells of a line that are bare years, each later than the one before."""
    found: list[Cell] = []
    for cell in cells:
        if not is_bare_year(cell.text):
            break
        found.append(cell)
    years = [_number(match.group(1)) for cell in found if (match := _BARE.fullmatch(squeeze(cell.text)))]
    return found if len(found) >= _FEWEST and all(a < b for a, b in pairwise(years)) else []


def _over_a_turn(line: list[Cell]) -> list[tuple[Cell, str]]:
    """Bare years that pass from one era to the next, with their eras: 28 29 30 元 2, and 7年目標 behind them."""
    plain = [squeeze(cell.text) for cell in line]
    years = [found.group(1) if (found := _BARE.fullmatch(text) or _year_of_kind(text)) else "" for text in plain]
    for at, (last, first) in enumerate(pairwise(years)):
        turn = _TURNS.get(last) if first == "元" else None
        if turn:
            before = list(takewhile(lambda i: years[i], range(at, -1, -1)))
            after = list(takewhile(lambda i: years[i], range(at + 1, len(line))))
            return [*((line[i], turn[0]) for i in reversed(before)), *((line[i], turn[1]) for i in after)]
    return []


def _number(year: str) -> int:
    return 1 if year == "元" else int(year)


def _in_kind(cell: Cell, heads: list[tuple[Cell, str]]) -> Cell:
    """A head that names a kind and a bare year in brackets (最終目標（８年度）) beside heads that name eras: the nearest is its own."""
    beside = [(head, era) for head, era in heads if head.row <= cell.last_row and cell.row <= head.last_row + 1]
    label = label_of(cell.text)
    if not beside or label.kind is None or (label.period and not is_bare_year(label.period)):
        return cell
    _, era = min(beside, key=lambda part: max(part[0].col - cell.last_col, cell.col - part[0].last_col))
    return replace(cell, text=_IN_BRACKET.sub(rf"\g<1>{era}\g<2>", cell.text))

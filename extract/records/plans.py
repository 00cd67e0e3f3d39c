"""Year plans: a header of years and, under it, bars whose extent says from when to when a phase lasts.

Belongs here: bars by geometry (cells that span columns, coloured boxes laid over them) and their years as printed.
Does not belong here: which project a plan belongs to, what a year label means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.grid import Cell, Grid
from extract.labels import label_of
from extract.lines import block_text, runs
from extract.model import Box, PrintedPhase
from extract.records.headed import HeadedTable
from extract.records.leaf import around, holds
from extract.records.text import one_line
from extract.records.words import says
from extract.shapes import year_run
from extract.sheet import Sheet

_FEWEST_YEARS = 3  # a header of fewer years is no year plan
_COVERED = 0.5  # share of a year column that a bar must cover to last in that year
_UNSURE = 0.2  # a bar that ends this near to half a column may mean either year
_DOUBTFUL = 0.7  # trust in a bar without a label or with an edge in the middle of a column
_BACKGROUND = 2  # texts apart from which a coloured box is the ground of several bars, not a bar
_LINE = 2.5  # points: a coloured box as thin as this is a line
_EDGE = 2.0  # points by which a box may reach over the edge of its row
_PARTS = 2.0  # gap, in glyph sizes, from which two texts of a box are apart


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One column of a year plan: its label as printed and where it stands."""

    label: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label (blank where none is printed) and its box in reading coordinates."""

    label: str
    box: Box


def year_columns(grid: Grid, row: int) -> list[YearColumn]:
    """The year columns that a row heads: labels of years, 以前 and 以降 side by side, three or more."""
    cells = [cell for cell in grid.row_cells(row) if cell.text.strip()]
    bare = year_run(
        [cell.text for cell in cells if not says("open_start", cell.text) and not says("open_end", cell.text)]
    )
    found = [
        YearColumn(one_line(c.text), grid.xs[c.col], grid.xs[c.last_col + 1]) for c in cells if bare or is_year(c.text)
    ]
    return found if len(found) >= _FEWEST_YEARS else []


def is_year(text: str) -> bool:
    """Whether a text is the head of a year column."""
    label = label_of(text)
    return bool(label.role == "period" and label.period) or says("open_start", text) or says("open_end", text)


def bars(sheet: Sheet, grid: Grid, row: int, years: list[YearColumn]) -> list[Bar]:
    """The bars of one row under the years, from left to right; blank cells without colour are none."""
    band = Box(years[0].x0, grid.ys[row], years[-1].x1, grid.ys[row + 1])
    cells = [cell for cell in grid.row_cells(row) if _mid(_extent(grid, cell)) >= band.x0 and cell.row == row]
    fills = [box for box in _coloured(sheet) if _lies_in(box, band)]
    shapes = [box for box in fills if _crosses(box, grid, cells) and not _is_background(sheet, box)]
    drawn = [Bar(_text_in(sheet, box), box) for box in shapes]
    free = [cell for cell in cells if not any(_overlap(_extent(grid, cell), (box.x0, box.x1)) > 1 for box in shapes)]
    ruled = [Bar(c.text, _box(grid, c)) for c in free if c.text.strip() or _is_coloured(grid, c, fills)]
    return _joined(sorted([*drawn, *ruled], key=lambda bar: bar.box.x0))


def _joined(found: list[Bar]) -> list[Bar]:
    """Bars with their continuations (→, a coloured piece without a label that touches) made one."""
    joined: list[Bar] = []
    for bar in found:
        goes_on = not bar.label.strip() or says("continued", bar.label)
        if goes_on and joined and bar.box.x0 - joined[-1].box.x1 <= 3:
            joined[-1] = Bar(joined[-1].label, around([joined[-1].box, bar.box]))
        else:
            joined.append(bar)
    return joined


def phases(sheet: Sheet, project: tuple[str, str], found: list[Bar], years: list[YearColumn]) -> Iterator[PrintedPhase]:
    """The bars of a project (its number and its name) as phases: the first and the last year that each covers."""
    for bar in found:
        covered = [year for year in years if _share(bar, year) >= _COVERED]
        covered = covered or [max(years, key=lambda year: _share(bar, year))]
        sure = all(abs(_share(bar, year) - _COVERED) > _UNSURE for year in years) and bar.label.strip()
        yield PrintedPhase(
            sheet.number,
            *project,
            label=one_line(bar.label),
            first_label=covered[0].label,
            last_label=covered[-1].label,
            confidence=1.0 if sure else _DOUBTFUL,
            box=sheet.content.on_page(bar.box),
        )


def bars_of_rows(table: HeadedTable, row: int, number: str, project: str) -> Iterator[PrintedPhase]:
    """The phases of one row of a table of projects whose header names years; figures under the years are none."""
    years = year_columns(table.grid, table.header) if table.header is not None else []
    if years:
        named = [bar for bar in bars(table.leaf.sheet, table.grid, row, years) if says("phase", bar.label)]
        yield from phases(table.leaf.sheet, (number, project), named, years)


def _box(grid: Grid, cell: Cell) -> Box:
    """The box of a cell in reading coordinates."""
    return Box(grid.xs[cell.col], grid.ys[cell.row], grid.xs[cell.last_col + 1], grid.ys[cell.last_row + 1])


def _extent(grid: Grid, cell: Cell) -> tuple[float, float]:
    return grid.xs[cell.col], grid.xs[cell.last_col + 1]


def _mid(extent: tuple[float, float]) -> float:
    return (extent[0] + extent[1]) / 2


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def _share(bar: Bar, year: YearColumn) -> float:
    return max(0.0, _overlap((bar.box.x0, bar.box.x1), (year.x0, year.x1))) / (year.x1 - year.x0)


def _coloured(sheet: Sheet) -> list[Box]:
    """The coloured boxes of a page, framed or not, each once though it be painted twice; thin ones are lines."""
    boxes = [Box(mark.x0, mark.top, mark.x1, mark.bottom) for mark in sheet.content.marks if mark.filled]
    thick = [box for box in boxes if min(box.x1 - box.x0, box.bottom - box.top) > _LINE]
    return list({tuple(map(round, (box.x0, box.top, box.x1, box.bottom))): box for box in thick}.values())


def _lies_in(box: Box, band: Box) -> bool:
    """Whether a box lies within the height of a row and under its years."""
    inside = band.top - _EDGE <= box.top and box.bottom <= band.bottom + _EDGE
    return inside and _overlap((box.x0, box.x1), (band.x0, band.x1)) > _EDGE


def _crosses(box: Box, grid: Grid, cells: list[Cell]) -> bool:
    """Whether a coloured box is a shape of its own: it ends inside a cell, or spans cells that rules part."""
    touched = [cell for cell in cells if _overlap(_extent(grid, cell), (box.x0, box.x1)) > 3]
    return len(touched) > 1


def _is_background(sheet: Sheet, box: Box) -> bool:
    texts = runs([g for g in sheet.content.glyphs if holds(box, g)], _PARTS)
    return len(texts) >= _BACKGROUND and len({round(text.y_mid) for text in texts}) == 1


def _text_in(sheet: Sheet, box: Box) -> str:
    return block_text([g for g in sheet.content.glyphs if holds(box, g)])


def _is_coloured(grid: Grid, cell: Cell, fills: list[Box]) -> bool:
    """Whether colour covers most of a cell."""
    x0, x1 = _extent(grid, cell)
    return any(_overlap((x0, x1), (box.x0, box.x1)) >= 0.8 * (x1 - x0) for box in fills)

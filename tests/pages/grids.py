"""Grids for tests, written as rows of texts: ``^`` belongs to the cell above, ``<`` to the cell on the left."""

from __future__ import annotations

from extract.grid import Cell, Grid
from extract.model import Box
from extract.tables.context import Context
from extract.tables.read import read_table

NOWHERE = Box(0.0, 0.0, 1.0, 1.0)


def grid_of(rows: list[list[str]], way: str = "lattice") -> Grid:
    """A grid of these rows, one point wide and high each."""
    cells = [
        Cell(r, c, _span([row[c] for row in rows[r:]], "^"), _span(rows[r][c:], "<"), text, NOWHERE)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text not in ("^", "<")
    ]
    xs, ys = range(len(rows[0]) + 1), range(len(rows) + 1)
    return Grid(1, NOWHERE, tuple(map(float, xs)), tuple(map(float, ys)), tuple(cells), way)


def _span(texts: list[str], sign: str) -> int:
    return next((n for n in range(1, len(texts)) if texts[n] != sign), len(texts))


def said(rows: list[list[str]], context: Context | None = None) -> list[tuple[str, str, str, str]]:
    """What reading says of a grid: indicator, kind, period and text of each figure."""
    found = read_table(grid_of(rows), context or Context()).figures
    return [(f.indicator, f.kind, f.period.text if f.period else "", f.raw_text) for f in found]

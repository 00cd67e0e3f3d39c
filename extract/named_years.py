"""Years that a document gives a name of its own (令和3年度を「計画1年目」と表します), where its tables print the name alone.

Belongs here: these names, and the heads that they date. Does not belong here: years of kinds (``stated_periods``), eras (``era_heads``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze
from extract.lexicon import phrase

_NAMED = phrase("named_year")


def named_years(lines: Iterable[str]) -> Mapping[str, str]:
    """The year of each name that the lines of a document give to one, by the name without blanks."""
    text = squeeze("".join(lines))
    said = ((found["name"], found["period"]) for found in _NAMED.finditer(text))
    return {name: period for name, period in said if label_of(period).period and not label_of(name).speaks}


def with_named_years(grid: Grid, names: Mapping[str, str]) -> Grid:
    """The grid with the year in brackets behind each cell that prints such a name alone."""
    if not any(squeeze(cell.text) in names for cell in grid.cells):
        return grid
    return replace(grid, cells=tuple(_dated(cell, names) for cell in grid.cells))


def _dated(cell: Cell, names: Mapping[str, str]) -> Cell:
    name = squeeze(cell.text)
    return replace(cell, text=f"{cell.text}（{names[name]}）") if name in names else cell

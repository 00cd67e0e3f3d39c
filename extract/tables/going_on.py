"""Rows without a header of their own that go on with the table before: on the next page, or below it.

Belongs here: whether they do, and the columns of that table as the rows have them. Does not belong here: reading them (``read``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.grid import Grid
from extract.tables.columns import Column
from extract.tables.extents import opens_with_header
from extract.tables.table_reading import Carried

_SAME_EDGE = 8.0  # points by which the edges of a table may move from page to page
_COMMON_WIDTH = 0.6  # share of the narrower of two columns that they have in common if they are one column
_OF_NAME = ("indicator", "text", "target_group", "blank")  # roles of columns over which a name may be merged

Edges = Sequence[float]


def carried_to(grid: Grid, carried: Carried, xs: Edges, exact: bool) -> Carried | None:
    """What the table before hands on to the rows of a grid; None where they are another table.

    ``xs`` are the edges of its columns, which have to be ``exact`` where rules draw them. A name may stand in one column more or less:
    its parts (男性, 女性) have one of their own where there are any.
    """
    if not carried.columns or opens_with_header(grid):
        return None
    if len(grid.xs) == len(xs):
        return carried if _are_alike(grid.xs, xs, exact) else None
    if carried.cut or carried.width != len(xs) - 1 or not exact:
        return None
    return _with_parts(grid.xs, carried, xs) if len(grid.xs) > len(xs) else _without_parts(grid.xs, carried, xs)


def _are_alike(new: Edges, old: Edges, exact: bool) -> bool:
    edges = [(a - new[0] + old[0], b) for a, b in zip(new, old, strict=True)]
    if exact:
        return all(abs(a - b) <= _SAME_EDGE for a, b in edges)
    return all(_share_width(left, right) for left, right in pairwise(edges))


def _share_width(left: tuple[float, float], right: tuple[float, float]) -> bool:
    """True for the edges of two columns that are mostly one: an edge found between words stands anywhere in their gap."""
    common = min(right) - max(left)
    return common >= _COMMON_WIDTH * min(right[0] - left[0], right[1] - left[1])


def _places(few: Edges, many: Edges) -> list[int] | None:
    """The place of each edge of one table among those of another; None where one has none."""
    shift = many[0] - few[0]
    places = [next((i for i, x in enumerate(many) if abs(x - shift - edge) <= _SAME_EDGE), -1) for edge in few]
    whole = places[-1] == len(many) - 1 and all(a < b for a, b in pairwise(places))
    return places if whole and places[0] == 0 else None


def _with_parts(new: Edges, carried: Carried, old: Edges) -> Carried | None:
    """The columns where that of the names is parted in several: the further ones hold parts of the names."""
    places = _places(old, new)
    if places is None:
        return None
    wide = [i for i, (a, b) in enumerate(pairwise(places)) if b - a > 1]
    if any(c.index in wide and c.role != "indicator" for part in carried.columns for c in part):
        return None
    columns = tuple(tuple(c for one in part for c in _parted(one, places)) for part in carried.columns)
    return replace(carried, columns=columns, width=len(new) - 1)


def _parted(column: Column, places: list[int]) -> list[Column]:
    start, end = places[column.index], places[column.index + 1]
    parts = [Column(index, "text", None, "", "", "", "") for index in range(start + 1, end)]
    return [_moved(column, places), *parts]


def _without_parts(new: Edges, carried: Carried, old: Edges) -> Carried | None:
    """The columns where those of the names and of their parts are one."""
    places = _places(new, old)
    if places is None:
        return None
    at = {old_index: i for i, (a, b) in enumerate(pairwise(places)) for old_index in range(a, b)}
    merged = {i for i, (a, b) in enumerate(pairwise(places)) if b - a > 1}
    joined = [c for part in carried.columns for c in part if at[c.index] in merged]
    if any(c.role not in _OF_NAME for c in joined):
        return None
    kept = [[c for c in part if c not in joined or c.role == "indicator"] for part in carried.columns]
    columns = tuple(tuple(_moved(c, [at[i] for i in sorted(at)]) for c in part) for part in kept)
    return replace(carried, columns=columns, width=len(new) - 1)


def _moved(column: Column, places: Sequence[int]) -> Column:
    """A column with its place, and those of the columns that date and measure it, in another table."""
    dated, measured = (None if i is None else places[i] for i in (column.dated, column.measured))
    return replace(column, index=places[column.index], dated=dated, measured=measured)

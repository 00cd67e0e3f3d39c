"""One grid to printed figures: cut into headed blocks and forms, read either way up, the better reading kept.

Belongs here: the walk over the rows, and the choice between readings. Does not belong here: what a block holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from extract.arrows import arrow_columns, cut_at_arrows
from extract.captions import under_title
from extract.era_heads import with_eras
from extract.grid import Cell, Grid
from extract.indicator_cards import is_card
from extract.labels import label_of, squeeze
from extract.legends import with_own_legend, with_own_unit
from extract.model import PrintedFigure
from extract.shapes import is_dated_dash, looks_like_value
from extract.stated_periods import stated_heads
from extract.tables.cards import read_card
from extract.tables.column_roles import columns_of
from extract.tables.columnar import groups_of, read_body
from extract.tables.columns import Column
from extract.tables.context import Context
from extract.tables.dittos import last_texts, with_texts_above
from extract.tables.draft import Names
from extract.tables.groups import NO_GROUP, Group, only_dates_heads, period_of_head
from extract.tables.kinds_apart import with_kinds_apart
from extract.tables.labelled_cells import read_labelled_line, read_labelled_row
from extract.tables.names_apart import with_names_apart
from extract.tables.names_of_parts import with_whole_names
from extract.tables.namesakes import doubt_namesakes, doubt_run_together, under_heads
from extract.tables.pairs import Card, pairs_of, read_pairs
from extract.tables.rating_legends import explains_ratings
from extract.tables.rows import group_cell, header_extent, row_kind
from extract.tables.series import read_series
from extract.tables.tiles import read_tiles

Columns = tuple[tuple[Column, ...], ...]
"""The columns under a header, one tuple for each table that stands side by side under it."""


_ROWS_TO_HEADER = 4  # rows from the top in which a table's own header starts: titles and labels may stand above it
_TURNED = 1.25  # a table is read with its columns as records where that understands this many times as much


@dataclass(frozen=True, slots=True)
class Carried:
    """What a table hands on to rows of its own that stand elsewhere: the columns under its last header, how many it has in all
    once those in ``cut`` are cut at their arrows, the group in which its last row stands, and the ``last`` texts that 〃 may repeat. Where
    the header is printed again, ``heads``, the group goes on below it without ``columns``.
    """

    columns: Columns = ()
    heads: Columns = ()
    width: int = 0
    cut: tuple[int, ...] = ()
    group: Group = NO_GROUP
    last: tuple[str, ...] = ()


NOTHING_CARRIED = Carried()


@dataclass(frozen=True, slots=True)
class TableReading:
    """What one grid yields: its figures, and for a table that goes on downwards what its next rows need."""

    figures: tuple[PrintedFigure, ...]
    carried: Carried = NOTHING_CARRIED

    @property
    def score(self) -> float:
        """How much was understood: named figures count by what they look like, labels and words of no stated kind against."""
        return sum(_worth(figure) for figure in self.figures)


def _worth(figure: PrintedFigure) -> float:
    if (
        (label_of(figure.raw_text).speaks and not is_dated_dash(figure.raw_text))
        or label_of(figure.indicator).speaks
        or _says_label(figure.indicator)
    ):
        return -2.0
    if not figure.indicator:
        return 0.0
    if looks_like_value(figure.raw_text):
        return figure.confidence
    return -0.5 if "kind-from-title" in figure.rules else 0.3 * figure.confidence


def _says_label(text: str) -> bool:
    """True for a label with what it says (所管課：財政課), which names no indicator."""
    label, colon, said = squeeze(text).partition(":")
    return bool(colon and said) and label_of(label).speaks


def read_table(grid: Grid, context: Context, carried: Carried = NOTHING_CARRIED) -> TableReading:
    """The better of the two readings of a grid: rows as records, or columns as records.

    A card and a course of years have one reading only, a table of ratings has none. What is ``carried`` counts where the columns are as many.
    """
    if is_card(grid):
        return TableReading(doubt_namesakes(read_card(grid, context)))
    if explains_ratings(grid):
        return TableReading(())
    whole = with_eras(grid)
    cut = carried.cut if carried.columns else tuple(arrow_columns(whole))
    parted = with_kinds_apart(with_names_apart(cut_at_arrows(whole, cut)))
    own = carried if carried.width == parted.n_cols else NOTHING_CARRIED
    context = with_own_unit(with_own_legend(context, parted), parted)
    if alone := read_series(parted, context) or read_tiles(parted, context):
        return TableReading(alone)
    upright = _doubted(_read(parted, context, replace(own, width=parted.n_cols, cut=cut)), parted, context)
    turned = _doubted(_read(parted.transposed(), context, NOTHING_CARRIED), parted, context)
    return TableReading(under_heads(turned.figures, context)) if turned.score > _TURNED * upright.score else upright


def _doubted(reading: TableReading, grid: Grid, context: Context) -> TableReading:
    """A reading with whole names, and with the doubts that its figures raise against each other."""
    figures = with_whole_names(reading.figures, context)
    figures = doubt_run_together(figures) if grid.way != "lattice" else figures
    return TableReading(doubt_namesakes(figures), reading.carried)


def _read(grid: Grid, context: Context, carried: Carried) -> TableReading:
    figures: list[PrintedFigure] = []
    card = Card(Names())
    columns, group, row = carried.columns, carried.group, 0
    if columns:
        grid = with_texts_above(grid, carried.last)
        row = _body_end(grid, 0)
        figures.extend(_bodies(grid, range(row), columns, context, group))
        group = (groups_of(grid, range(row), group) or [group])[-1]
    while row < grid.n_rows:
        kind = row_kind(grid, row)
        if kind == "header":
            header = range(_header_start(grid, row), header_extent(grid, row).stop)
            body = range(header.stop, _body_end(grid, header.stop))
            columns = _dated(tuple(tuple(part) for part in columns_of(grid, header, body)), grid, body)
            group = group if _are_alike(columns, carried.heads) and not figures else NO_GROUP
            figures.extend(_bodies(grid, body, columns, _within_card(context, card), group))
            group = (groups_of(grid, body, group) or [group])[-1]
            row = body.stop
        else:
            if kind == "pairs":
                figures.extend(read_pairs(grid, row, card, context))
            if kind == "body":
                figures.extend(read_labelled_row(grid, row, context))
            if kind == "group":
                cell = group_cell(grid.row_cells(row))
                stated = list(read_labelled_line(grid.page, cell, context))
                figures.extend(stated)
                context = context if stated else under_title(context, cell.text)
            row += 1
    return TableReading(tuple(figures), replace(carried, columns=columns, heads=(), group=group, last=last_texts(grid)))


def _are_alike(columns: Columns, others: Columns) -> bool:
    """True for the columns of one header printed twice."""
    return [[column.head for column in part] for part in columns] == [
        [column.head for column in part] for part in others
    ]


def _dated(columns: Columns, grid: Grid, body: range) -> Columns:
    """The columns with the periods that a row right below the header gives their heads (当初値：H26　最終目標：R元)."""
    if not body or row_kind(grid, body.start) != "group":
        return columns
    text = group_cell(grid.row_cells(body.start)).text
    heads = stated_heads(text) if only_dates_heads(text) else []
    return tuple(tuple(replace(c, period=c.period or period_of_head(heads, c)) for c in part) for part in columns)


def _header_start(grid: Grid, row: int) -> int:
    """The row in which a header starts: its cells may reach up beside names that span the kinds below them."""
    return min(cell.row for cell in grid.row_cells(row))


def opens_with_header(grid: Grid) -> bool:
    """True where one of the first rows names the columns or opens a form, and no row before it holds a value."""
    for row in range(min(_ROWS_TO_HEADER, grid.n_rows)):
        kind = row_kind(grid, row)
        if kind == "header" or (kind == "pairs" and _opens_form(grid, row)):
            return True
        if row and kind != "group" and any(looks_like_value(cell.text) for cell in grid.row_cells(row)):
            return False
    return False


def _bodies(grid: Grid, body: range, columns: Columns, context: Context, group: Group) -> list[PrintedFigure]:
    return [figure for part in columns for figure in read_body(grid, body, list(part), context, group)]


def _body_end(grid: Grid, start: int) -> int:
    """The row after the last body row: the next header, or a row of a form."""
    for row in range(start, grid.n_rows):
        kind = row_kind(grid, row)
        if kind == "header" or (kind == "pairs" and _opens_form(grid, row)):
            return row
    return grid.n_rows


def _opens_form(grid: Grid, row: int) -> bool:
    """A row that starts with a label of a form (担当課, 施策名), not with a row label of a table (目標, a year), but for 単位 with a unit behind it.

    Values side by side, or behind no label, are a table's, though its first cell names a class of indicators (成果指標).
    """
    cells = grid.row_cells(row)
    first = cells[0]
    role = label_of(first.text).role
    if any(pair.label.role == "unit" for pair in pairs_of(grid, row)):
        return first.row == row
    values = [a for a, b in pairwise(cells) if looks_like_value(b.text) and not label_of(a.text).speaks]
    if len(values) > 1 or any(looks_like_value(a.text) for a in values) or _lists_values(cells):
        return False
    return first.row == row and role in (
        "measure",
        "indicator",
        "department",
        "note",
        "field",
        "number",
        "target_group",
    )


def _lists_values(cells: list[Cell]) -> bool:
    """True for a kind with several texts behind it (目標値 | 策定 | 運用開始 | 継続): a row of a table of years."""
    kinds = [i for i, cell in enumerate(cells) if label_of(cell.text).kind]
    behind = cells[kinds[0] + 1 :] if len(kinds) == 1 else []
    return len(behind) > 1 and all(cell.text.strip() and not label_of(cell.text).speaks for cell in behind[:2])


def _within_card(context: Context, card: Card) -> Context:
    names = card.names
    if names == Names():
        return context
    return replace(
        context,
        field=names.field or context.field,
        measure_no=names.measure_no or context.measure_no,
        measure=names.measure or context.measure,
        title=names.indicator or context.title,
        unit_line=card.unit or context.unit_line,
    )

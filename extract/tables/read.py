"""One grid to printed figures: cut into headed blocks and forms, read either way up, the better reading kept.

Belongs here: the walk over the rows, and the choice between readings. Does not belong here: what a block holds.
"""

from __future__ import annotations

from dataclasses import replace

from extract.arrows import arrow_columns, cut_at_arrows
from extract.captions import under_title
from extract.era_heads import with_eras
from extract.grid import Grid
from extract.indicator_cards import is_card
from extract.legends import with_own_legend, with_own_unit
from extract.model import PrintedFigure
from extract.stated_periods import stated_heads
from extract.tables.cards import read_card
from extract.tables.column_roles import columns_of
from extract.tables.columnar import groups_of, read_body
from extract.tables.columns import join_lines
from extract.tables.context import Context
from extract.tables.dated_groups import dated_by_group
from extract.tables.dittos import last_texts, with_texts_above
from extract.tables.draft import Names
from extract.tables.extents import body_end, header_start
from extract.tables.groups import NO_GROUP, Group, only_dates_heads, period_of_head
from extract.tables.kinds_apart import with_kinds_apart
from extract.tables.labelled_cells import read_labelled_line, read_labelled_row
from extract.tables.names_apart import with_names_apart
from extract.tables.names_of_parts import with_whole_names
from extract.tables.namesakes import doubt_namesakes, doubt_run_together, under_heads
from extract.tables.pairs import Card, read_pairs
from extract.tables.rating_legends import explains_ratings
from extract.tables.rows import group_cell, header_extent, row_kind
from extract.tables.series import read_series
from extract.tables.table_reading import NOTHING_CARRIED, Carried, Columns, TableReading
from extract.tables.tiles import read_tiles

_TURNED = 1.25  # a table is read with its columns as records where that understands this many times as much


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
        row = body_end(grid, 0)
        figures.extend(_bodies(grid, range(row), columns, context, group))
        group = (groups_of(grid, range(row), group) or [group])[-1]
    while row < grid.n_rows:
        kind = row_kind(grid, row)
        if kind == "header" and (dated := dated_by_group(grid, row, columns)):
            columns = dated
            group = Group(join_lines(grid.at(row, 0).text))
            body = range(row + 1, body_end(grid, row + 1))
            figures.extend(_bodies(grid, body, columns, _within_card(context, card), group))
            group = (groups_of(grid, body, group) or [group])[-1]
            row = body.stop
        elif kind == "header":
            header = range(header_start(grid, row), header_extent(grid, row).stop)
            body = range(header.stop, body_end(grid, header.stop))
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


def _bodies(grid: Grid, body: range, columns: Columns, context: Context, group: Group) -> list[PrintedFigure]:
    return [figure for part in columns for figure in read_body(grid, body, list(part), context, group)]


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

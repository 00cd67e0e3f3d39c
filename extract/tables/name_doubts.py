"""What makes the name of a value doubtful: it stands in one of several columns of words, goes on below, is that of others, is a title.

Belongs here: the rules that a name leaves with its figures. Does not belong here: the names themselves (``record_row``), figures that
claim to be the same (``namesakes``).
"""

from __future__ import annotations

from extract.labels import label_of, squeeze
from extract.lexicon import phrase
from extract.tables.columns import Column
from extract.tables.record_row import RecordRow, is_named_twice
from extract.titles import names_indicator, title_rule

_OF_OTHERS = phrase("of_others")
_WORDS = ("text", "measure", "field")


def name_rules(record: RecordRow, column: Column) -> tuple[str, ...]:
    """The rules by which the value of a row in a column has its name, as far as they are doubtful."""
    if any(map(_OF_OTHERS.fullmatch, map(squeeze, (record.part, column.topic)))):
        return ("value-of-others",)
    if is_named_twice(record, column):
        return ("name-of-row-and-head",)
    named = record.named(column).indicator
    doubt = "" if names_indicator(named) else _doubt_of_place(record)
    if doubt:
        return (doubt,)
    if not named or record.names.indicator or named in (column.topic, record.names.measure):
        return ()
    return (title_rule(named),)


def _doubt_of_place(record: RecordRow) -> str:
    """The doubt that the place of a name raises, where it does not end as names of indicators do."""
    return "name-cut-off" if _is_cut_off(record) else "name-by-place" if _is_named_by_place(record) else ""


def _is_cut_off(record: RecordRow) -> bool:
    """True in a table without rules for a row above one that holds nothing but words in the column of names: they may be its own."""
    named, grid = record.name_cell, record.grid
    if grid.way.startswith("lattice") or named is None or named.last_row + 1 >= grid.n_rows:
        return False
    below = [cell for cell in grid.row_cells(named.last_row + 1) if cell.text.strip()]
    return len(below) == 1 and (below[0].col, below[0].col_span) == (named.col, named.col_span)


def _is_named_by_place(record: RecordRow) -> bool:
    """True where no head says which of several columns of words names the indicator."""
    named = next((c for c in record.columns if c.role == "indicator"), None)
    if named is None or label_of(named.head).role == "indicator" or not record.own(named):
        return False
    return any(c.role in _WORDS and c.index < named.index and record.own(c) for c in record.columns)

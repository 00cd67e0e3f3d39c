"""Rows that share their names: 目標 and 実績 of one indicator on lines of their own, the name on one of them.

Belongs here: which row shares whose names. Does not belong here: what a row names.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.model import ValueKind
from extract.tables.record_row import RecordRow


def with_partners(records: list[RecordRow]) -> list[RecordRow]:
    """The rows, those without names with the row of their set that has them.

    The kind of the table's first row opens a set (目標, 実績 | 目標, 実績): a row never takes a name of another set. In a
    set of two the name may stand on either row; in a longer one on the first.
    """
    opening = _kind(records[0]) if records else None
    if opening is None:
        return records
    shared = list(records)
    for i, (above, record) in enumerate(pairwise(records), 1):
        if record.is_named or _kind(record) in (None, opening):
            continue
        named = shared[i - 1].partner or above
        shared[i] = replace(record, partner=named) if named.is_named and _kind(above) is not None else record
    for i, (record, below) in enumerate(pairwise(records)):
        if not record.is_named and _kind(record) == opening and below.is_named and _kind(below) not in (None, opening):
            shared[i] = replace(record, partner=below)
    return shared


def _kind(record: RecordRow) -> ValueKind | None:
    return record.axis.kind if record.axis else None

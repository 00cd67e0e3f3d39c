"""Group rows of a table: what a row over several others states for them.

Belongs here: names, kinds and periods that a group row gives. Does not belong here: which rows are group rows (``rows``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.grid import Cell
from extract.labels import as_printed, label_of, period_in, squeeze
from extract.lexicon import phrase
from extract.model import ValueKind
from extract.shapes import is_prose
from extract.stated_periods import stated_heads
from extract.tables.columns import Column, join_lines
from extract.tables.rows import group_cell
from extract.unit_lines import unit_line

_AIMED = phrase("group_aim")  # 令和7年度末までに達成する目標: the year of targets alone
_MARKS = re.compile(r"^[■◆●〇○◎▼▽□◇★☆▶▷▪◼・]+\s*")


@dataclass(frozen=True, slots=True)
class Group:
    """A group row and what it states for the rows below it; ``periods`` where it dates kinds apart (現状：R2 目標：R12)."""

    text: str = ""
    kind: ValueKind | None = None
    period: str = ""
    unit: str = ""
    periods: tuple[tuple[str, ValueKind, str], ...] = ()


NO_GROUP = Group()


def group_after(cells: list[Cell], previous: Group) -> Group:
    """The group that a group row opens; a row of only a kind or a period leaves the name of the group as it is."""
    text = group_cell(cells).text
    label = label_of(_MARKS.sub("", text))
    if label.role in ("period", "value"):
        return replace(previous, kind=label.kind, period=label.period, unit=label.unit or previous.unit)
    if is_prose(text):
        return previous
    periods = tuple(stated_heads(text))
    if periods and only_dates_heads(text):
        return replace(previous, periods=periods)
    period = "" if periods else as_printed(text, period_in(squeeze(text)))
    aimed = _AIMED.search(squeeze(text)) if period else None
    if aimed:
        periods, period = ((aimed[1], "target", period),), ""
    return Group(join_lines(text), None, period, label.unit or unit_line(text), periods or previous.periods)


def only_dates_heads(text: str) -> bool:
    """True for a group row that does nothing but date heads: it begins with one of them."""
    first = squeeze(text).partition(":")[0].partition("・")[0]
    return ":" in squeeze(text) and label_of(first).kind is not None


def period_of_head(heads: Sequence[tuple[str, ValueKind, str]], column: Column) -> str:
    """The period that dated heads give a column: by its own words, else by its kind where that has one period; or nothing."""
    named = [period for word, _, period in heads if squeeze(column.head).startswith(word)]
    of_kind = {period for _, kind, period in heads if kind == column.kind}
    return next(iter(named), of_kind.pop() if len(of_kind) == 1 else "")

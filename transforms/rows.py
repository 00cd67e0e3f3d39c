"""One row of a document: all printed figures of one indicator's cell, paired, measured, dated and judged.

Belongs here: the order of the judgements within a row. Does not belong here: the judgements, nor frames.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from extract.model import PrintedFigure, ValueKind
from transforms.cells import read_cell
from transforms.dating import Context, Dated, date, missing, settle_row
from transforms.directions import Judged, judge
from transforms.figures import Figure
from transforms.measuring import labelled_unit, measured, with_siblings, without_unit
from transforms.names import Name, split_names
from transforms.pairing import asked_for, pair
from transforms.rules import merged

_KINDS = ("baseline", "actual", "target")
_LATEST = 9999
RowKey = tuple[int, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Settled:
    """One observation to be: what is printed, whose figure it is, what it means, when it holds, which way is better."""

    printed: PrintedFigure
    name: Name
    figure: Figure
    dated: Dated
    judged: Judged

    @property
    def kind(self) -> ValueKind:
        """The kind of value: that of the column, or the one that the cell itself names beside another."""
        return _kind(self.printed, self.figure)


@dataclass(frozen=True, slots=True)
class _Paired:
    """A figure with its name, before its period is settled."""

    printed: PrintedFigure
    name: Name
    figure: Figure


def _kind(printed: PrintedFigure, figure: Figure) -> ValueKind:
    return figure.kind if figure.kind and "kind-in-cell" in figure.rules else printed.kind


def row_key(printed: PrintedFigure) -> RowKey:
    """What the figures of one row have in common."""
    return printed.page, printed.field, printed.measure_no, printed.measure, printed.indicator


def rows(figures: Iterable[PrintedFigure]) -> list[list[PrintedFigure]]:
    """The printed figures by row, rows in the order of their first figure."""
    by_key: dict[RowKey, list[PrintedFigure]] = {}
    for printed in figures:
        by_key.setdefault(row_key(printed), []).append(printed)
    return list(by_key.values())


def settle(row: list[PrintedFigure], context: Context) -> list[Settled]:
    """The observations of one row, in the order of its cells and of the figures in each."""
    cells = [
        read_cell(printed.amount or printed.raw_text, kind=printed.kind, indicator=printed.indicator) for printed in row
    ]
    names = split_names(row[0].indicator, [len(figures) for figures in cells])
    paired = [found for printed, figures in zip(row, cells, strict=True) for found in _pair(printed, figures, names)]
    paired = _by_name(paired)
    dated = settle_row([date(found.figure, found.printed, context) for found in paired], row[0].indicator)
    dated = [
        missing(when, _kind(found.printed, found.figure), context) for found, when in zip(paired, dated, strict=True)
    ]
    judged = {name: _judge(name, paired, dated) for name in {found.name.text for found in paired}}
    return [
        Settled(found.printed, found.name, found.figure, when, judged[found.name.text])
        for found, when in zip(paired, dated, strict=True)
    ]


def _pair(printed: PrintedFigure, figures: list[Figure], names: list[Name]) -> list[_Paired]:
    return [
        _Paired(printed, name, _measure(printed, name, figure, names))
        for name, figure in pair(names, figures, printed.indicator)
    ]


def _measure(printed: PrintedFigure, name: Name, figure: Figure, names: list[Name]) -> Figure:
    place = next((place for place, other in enumerate(names) if other.text == name.text), 0)
    if figure.kind not in (None, printed.kind) and "kind-in-cell" not in figure.rules:
        figure = replace(figure, rules=merged(figure.rules, ("kind-word-differs",)))
    return measured(figure, labelled_unit(printed, name, place, len(names)), name)


def _by_name(paired: list[_Paired]) -> list[_Paired]:
    """Units settled among the figures of one name; the order stays."""
    order = sorted(range(len(paired)), key=lambda place: (paired[place].name.text, place))
    settled: dict[int, _Paired] = {}
    for _, places in groupby(order, key=lambda place: paired[place].name.text):
        group = list(places)
        figures = with_siblings(_asked_for([paired[place] for place in group]))
        for place, figure in zip(group, figures, strict=True):
            settled[place] = replace(paired[place], figure=without_unit(figure, paired[place].name))
    return [settled[place] for place in range(len(paired))]


def _asked_for(group: list[_Paired]) -> list[Figure]:
    """The figures of one name, a second figure in a bracket put first where it is the one that is asked for."""
    figures = [found.figure for found in group]
    return [
        asked_for(
            group[0].name.text,
            figure,
            _aside(figure),
            {other.unit for other in figures if other is not figure and other.value is not None},
        )
        for figure in figures
    ]


def _aside(figure: Figure) -> Figure | None:
    inside = read_cell(figure.aside, kind="actual") if figure.aside else []
    return inside[0] if len(inside) == 1 else None


def _judge(name: str, paired: list[_Paired], dated: list[Dated]) -> Judged:
    own = [(found, when) for found, when in zip(paired, dated, strict=True) if found.name.text == name]
    by_year = sorted(own, key=lambda pair: pair[1].period.year or _LATEST)
    levels = {
        kind: [found.figure for found, _ in by_year if _kind(found.printed, found.figure) == kind] for kind in _KINDS
    }
    # An actual is no baseline: one that went past its target would turn the sign round.
    return judge(name, next(iter(levels["baseline"]), None), levels["target"])

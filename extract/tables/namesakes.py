"""Figures of one table that claim to be the same: one of them must be misread.

Belongs here: that one doubt. Does not belong here: figures of different tables and documents (``transforms``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from extract.labels import squeeze
from extract.model import PrintedFigure
from extract.rules import confidence

_RULE = "same-name-twice"


def doubt_namesakes(figures: Iterable[PrintedFigure]) -> tuple[PrintedFigure, ...]:
    """The figures, doubted where another cell of the table has the same names, kind and period and prints another text."""
    listed = tuple(figures)
    texts: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for figure in listed:
        texts[_claim(figure)].add(squeeze(figure.raw_text))
    return tuple(_doubted(figure) if len(texts[_claim(figure)]) > 1 else figure for figure in listed)


def _claim(figure: PrintedFigure) -> tuple[str, ...]:
    period = figure.period.text if figure.period else ""
    return figure.field, figure.measure_no, figure.measure, figure.indicator, figure.kind, period


def _doubted(figure: PrintedFigure) -> PrintedFigure:
    rules = (*figure.rules, _RULE)
    return replace(figure, rules=rules, confidence=min(figure.confidence, confidence(rules)))

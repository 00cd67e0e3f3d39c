"""Names that are short or alike: figures that claim to be the same, columns that ran into each other, names that need the head over them.

Belongs here: what the figures of one table show against each other. Does not belong here: figures of different tables and documents (``transforms``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from extract.labels import period_in, squeeze
from extract.model import PrintedFigure
from extract.rules import confidence
from extract.tables.context import Context

_TWICE, _TOGETHER = "same-name-twice", "columns-run-together"
_NAME_BEFORE = re.compile(r"[^\d()、。:]{7,}\d")
_UNIT_BEHIND = re.compile(r"[（(][^（）()]*[）)]\s*$")
_SHORTEST_NAME, _LONGEST_HEAD = 4, 12  # characters of a name that needs the head over it, and of such a head
_MOST_WORDY = 3  # figures behind a name from which on the columns, not the cells, are to blame


def doubt_namesakes(figures: Iterable[PrintedFigure]) -> tuple[PrintedFigure, ...]:
    """The figures, doubted where another cell of the table has the same names, kind and period and prints another text, or the same one
    before.
    """
    listed = tuple(figures)
    texts: dict[tuple[str, ...], set[str]] = defaultdict(set)
    again: set[int] = set()
    for i, figure in enumerate(listed):
        text, known = squeeze(figure.raw_text), texts[_claim(figure)]
        again.update({i} if text in known else ())
        known.add(text)
    doubtful = [len(texts[_claim(figure)]) > 1 or i in again for i, figure in enumerate(listed)]
    return tuple(_doubted(figure, _TWICE) if doubt else figure for figure, doubt in zip(listed, doubtful, strict=True))


def under_heads(figures: Iterable[PrintedFigure], context: Context) -> tuple[PrintedFigure, ...]:
    """The figures of a table whose columns are its indicators, short names with the head over them (人身事故 over 発生件数)."""
    return tuple(
        replace(figure, indicator=f"{figure.measure} {figure.indicator}") if _needs_head(figure, context) else figure
        for figure in figures
    )


def _needs_head(figure: PrintedFigure, context: Context) -> bool:
    short = len(squeeze(_UNIT_BEHIND.sub("", figure.indicator))) <= _SHORTEST_NAME
    return short and figure.measure != context.measure and 0 < len(squeeze(figure.measure)) <= _LONGEST_HEAD


def doubt_run_together(figures: Iterable[PrintedFigure]) -> tuple[PrintedFigure, ...]:
    """The figures of a table without column rules, all doubted where some of them stand behind the words of a name."""
    listed = tuple(figures)
    wordy = sum(bool(_NAME_BEFORE.match(squeeze(figure.raw_text))) for figure in listed)
    return tuple(_doubted(figure, _TOGETHER) for figure in listed) if wordy >= _MOST_WORDY else listed


def _claim(figure: PrintedFigure) -> tuple[str, ...]:
    """What a figure claims to be; the year that its cell prints is its own, whatever the column says."""
    period = period_in(squeeze(figure.raw_text)) or (figure.period.text if figure.period else "")
    return figure.field, figure.measure_no, figure.measure, figure.indicator, figure.kind, period


def _doubted(figure: PrintedFigure, rule: str) -> PrintedFigure:
    rules = (*figure.rules, rule)
    return replace(figure, rules=rules, confidence=min(figure.confidence, confidence(rules)))

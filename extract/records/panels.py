"""Figures in boxes: an indicator's name, a period in brackets and one large figure, set apart from the text.

Belongs here: such groups of lines, by shape and position. Does not belong here: sentences (``prose``), tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.labels import label_of, period_in, squeeze
from extract.lines import Run
from extract.model import Box, PrintedFigure, PrintedLabel
from extract.records.leaf import Leaf, around
from extract.records.present import names_present
from extract.records.prose import figure_pattern
from extract.records.titles import title_of
from extract.records.words import pattern
from extract.rules import confidence

_RULES = ("figure-in-box",)
_LARGE = 1.5  # the figure of a box is set this much larger than the text of the page
_REACH = 2.2  # heights of the figure within which its name and its period stand above it
_LABEL_REACH = 4.0  # the same for the label that calls it the present state


@dataclass(frozen=True, slots=True)
class Panel:
    """One box: the runs that hold the name, the period and the figure."""

    name: Run
    period: Run
    figure: Run

    @property
    def box(self) -> Box:
        """The box around the three."""
        return around([self.name.box, self.period.box, self.figure.box])


def read_panels(leaves: list[Leaf]) -> Iterator[PrintedFigure]:
    """The figures of the boxes of all pages."""
    for leaf in leaves:
        title = title_of(leaf)
        for panel in panels(leaf):
            yield PrintedFigure(
                page=leaf.number,
                box=leaf.sheet.content.on_page(panel.box),
                raw_text="\n".join(run.text for run in (panel.name, panel.period, panel.figure)),
                kind="actual",
                indicator=panel.name.text,
                measure_no=title.number,
                measure=title.text,
                period=PrintedLabel(_in_brackets(panel.period.text), "cell"),
                confidence=confidence(_RULES),
                rules=_RULES,
                amount=panel.figure.text,
            )


def panels(leaf: Leaf) -> Iterator[Panel]:
    """The boxes of a page that a label calls the present state."""
    if not any(g.size >= _LARGE * leaf.size and g.text.isdigit() for g in leaf.sheet.content.glyphs):
        return
    for figure in (run for run in leaf.runs if run.size >= _LARGE * leaf.size and _is_figure(run.text)):
        period = _above(figure, figure, [run for run in leaf.runs if _is_period(run.text)])
        name = _above(figure, period, [run for run in leaf.runs if _is_indicator(run.text)]) if period else None
        if period and name and _is_present(figure, leaf.runs):
            yield Panel(name, period, figure)


def _is_figure(text: str) -> bool:
    return bool(re.fullmatch(figure_pattern(), squeeze(text)))


def _is_period(text: str) -> bool:
    """Whether a text is a period in brackets and nothing else."""
    return label_of(text).role == "period" and squeeze(text)[:1] in "【[(《" and bool(period_in(squeeze(text)))


def _is_indicator(text: str) -> bool:
    return bool(pattern("prose", "indicator").fullmatch(squeeze(text)))


def _above(figure: Run, below: Run, candidates: list[Run]) -> Run | None:
    """The nearest candidate above ``below``, over the middle of the figure and within its reach."""
    height, middle = figure.box.bottom - figure.box.top, (figure.box.x0 + figure.box.x1) / 2
    found = [
        run
        for run in candidates
        if run.box.bottom <= below.box.top + 0.5 * run.size
        and figure.box.top - run.box.bottom <= _REACH * height
        and run.box.x0 <= middle <= run.box.x1
    ]
    return max(found, key=lambda run: run.box.bottom, default=None)


def _is_present(figure: Run, page: list[Run]) -> bool:
    """Whether a label of the present state stands beside or a little above the figure."""
    reach = _LABEL_REACH * (figure.box.bottom - figure.box.top)
    return any(figure.box.top - reach <= run.y_mid <= figure.box.bottom and names_present(run.text) for run in page)


def _in_brackets(text: str) -> str:
    """The period without the brackets around it."""
    return text.strip().strip("【】[]《》").strip()

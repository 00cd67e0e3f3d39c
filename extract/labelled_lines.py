"""Indicators printed without any table: lines of label, colon and value (指標名：… 基準値（R2）：… 目標値（R8）：…).

Belongs here: whose figures such lines state. Does not belong here: where labels and values lie in a line
(``labelled_values``), tables and forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.arrow_lines import arrow_figures
from extract.arrows import arrow_labels
from extract.labelled_values import (
    LabelledValue,
    labelled_values,
    line_before,
    states_value,
)
from extract.labels import Label, label_of, squeeze
from extract.lexicon import phrase
from extract.lines import Run
from extract.model import PrintedFigure
from extract.parts import is_part
from extract.shapes import looks_like_value
from extract.tables.context import Context
from extract.tables.draft import Names
from extract.tables.pairs import Card, card_figures
from extract.titles import indicator_title, is_generic
from extract.unit_words import unit_in_bracket

_EXPLAINS = phrase("explains")
_LAST_BRACKET = re.compile(r"[（(]([^()（）]+)[)）]\s*$")
_LONGEST_WORDS = 16  # characters of a value in words


class LabelledLines:
    """Reads lines in order; what names the figures (指標名, 担当課) holds until it is named anew."""

    def __init__(self) -> None:
        self._card = Card(Names())
        self._heads: list[Label] = []
        self._stated = False
        self._late = False
        self._whole = ""
        self._aimed = ""

    def read(self, page: int, line: Run, context: Context) -> Iterator[PrintedFigure]:
        """The figures of one line."""
        self._heads = [label_of(label) for label in arrow_labels(line.text)] or self._heads
        values = labelled_values(line)
        yield from arrow_figures(page, line, self._heads, context) if not any(map(states_value, values)) else ()
        self._name_before(line, values, context)
        for found in values:
            if found.label.role == "value" and not _states(found):
                continue
            self._open_block(found)
            text = _unit_said(found.text) if found.label.role == "unit" else found.text
            self._aimed = (
                context.title if found.label.kind == "target" and not self._card.names.indicator else self._aimed
            )
            yield from card_figures(page, found.label, text, found.box, self._card, context)

    def _name_before(self, line: Run, values: list[LabelledValue], context: Context) -> None:
        """What stands before the first label starts anew; right before a value it is the indicator's name, or a part of it."""
        lead = line_before(line, values[0]) if values else []
        if not lead:
            return
        above, text = self._whole or self._card.names.indicator or context.title, indicator_title(lead[0].text)
        self.forget()
        if not states_value(values[0]) or label_of(text).speaks or is_generic(text):
            return
        if is_part(text) and above:
            self._whole, text = above, f"{above}（{text}）"
        self._card = Card(Names(indicator=text))

    def _open_block(self, found: LabelledValue) -> None:
        """A department named between an indicator and its values is that indicator's alone: the next one ends it."""
        role = found.label.role
        if role == "indicator":
            self._card.names = replace(self._card.names, department="") if self._late else self._card.names
            self._stated = self._late = False
        elif role == "department":
            self._late = bool(self._card.names.indicator) and not self._stated
        elif role == "value":
            self._stated = True

    def named(self, context: Context) -> Context:
        """The surroundings of a table with what lines above it name (指標名：…, 担当課：…, 単位：…)."""
        names = self._card.names
        return replace(
            context,
            title=names.indicator or context.title,
            measure=names.measure or context.measure,
            measure_no=names.measure_no or context.measure_no,
            department=names.department or context.department,
            unit_line=self._card.unit or context.unit_line,
            is_aimed_at=bool(context.title) and context.title == self._aimed,
        )

    def forget(self) -> None:
        """Start anew: a heading or a table ends what was named."""
        self._card, self._stated, self._late, self._whole = Card(Names()), False, False, ""
        self._aimed = ""


def _unit_said(text: str) -> str:
    """The unit behind its label, without what stands beside it on the line (千円　４ 次期計画に向けて)."""
    first, _, rest = text.rstrip("）)】").partition(" ")
    return first if rest and unit_in_bracket(squeeze(first)) else text.rstrip("）)】")


def _states(found: LabelledValue) -> bool:
    """True for a value, not for a period, for prose behind a label, or for words that explain the label (令和４年度の値)."""
    if _EXPLAINS.search(squeeze(found.text)) or "。" in _LAST_BRACKET.sub("", found.text.rstrip())[:-1]:
        return False
    return states_value(found) and (looks_like_value(found.text) or len(squeeze(found.text)) <= _LONGEST_WORDS)

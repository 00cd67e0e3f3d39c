"""Indicators printed without any table: lines of label, colon and value (指標名：… 基準値（R2）：… 目標値（R8）：…).

Belongs here: whose figures such lines state. Does not belong here: where labels and values lie in a line
(``labelled_values``), tables and forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.arrows import arrow_kinds, arrow_parts
from extract.labelled_values import (
    LabelledValue,
    box_of_part,
    labelled_values,
    line_before,
    states_value,
    without_department,
)
from extract.labels import label_of, period_in, squeeze
from extract.lexicon import phrase
from extract.lines import Run
from extract.model import PrintedFigure, PrintedLabel, ValueKind
from extract.parts import is_part
from extract.shapes import is_dash, is_dated_dash, is_dated_word, looks_like_value
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.tables.pairs import Card, card_figures
from extract.titles import indicator_title, is_generic
from extract.unit_words import unit_in_bracket

_NAME_AND_FIGURE = re.compile(
    r"(.+?)[\s　:：]+((?:年間|月間|年平均|平均|累計|延べ|全国|県内|市内)?[▲△約]?[\d０-９].*|[-－―ー–—]\s*(?:[（(].*)?|[^\s\d（）()]{2,8}[（(][^（）()]*\d[^（）()]*[）)])$"
)
_EXPLAINS = phrase("explains")
_LAST_BRACKET = re.compile(r"[（(]([^()（）]+)[)）]\s*$")
_LONGEST_AIM = 8  # characters of an aim in words without a year
_LONGEST_WORDS = 16  # characters of a value in words


class LabelledLines:
    """Reads lines in order; what names the figures (指標名, 担当課) holds until it is named anew."""

    def __init__(self) -> None:
        self._card = Card(Names())
        self._kinds: list[ValueKind] = []
        self._stated = False
        self._late = False
        self._whole = ""
        self._aimed = ""

    def read(self, page: int, line: Run, context: Context) -> Iterator[PrintedFigure]:
        """The figures of one line."""
        self._kinds = arrow_kinds(line.text) or self._kinds
        values = labelled_values(line)
        yield from self._arrow_figures(page, line, context) if not any(map(states_value, values)) else ()
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

    def _arrow_figures(self, page: int, line: Run, context: Context) -> Iterator[PrintedFigure]:
        """The figures of a line such as ・整備率　66.7%（R3） → 70.0%（R8）, whose kinds each figure or a legend names."""
        parts = arrow_parts(without_department(line.text))
        named = _NAME_AND_FIGURE.match(parts[0])
        if len(parts) < 2 or named is None or not all(map(_is_side, parts[1:-1])) or not _is_last_side(*parts[-2:]):
            return
        texts = [named.group(2), *parts[1:]]
        kinds, rules = _own_kinds(texts), ("label-beside-value",)
        if not kinds:
            kinds, rules = (
                (self._kinds, ("kinds-from-legend",))
                if len(self._kinds) == len(texts)
                else (_sides(texts), ("sides-of-an-arrow",))
            )
        names = Names(indicator=indicator_title(named.group(1)))
        for kind, (period, text) in zip(kinds, map(_dated_word, texts), strict=False):
            at = line.text.index(text)
            box = box_of_part(line, at, at + len(text))
            dated = PrintedLabel(period, "cell") if period else None
            yield figure(page, box, text, names, Stated(kind, "", dated, None, rules), context)

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


def _is_side(text: str) -> bool:
    """True for what may stand behind an arrow: a value, a dash, or a short word with its year (増加（R6）)."""
    return looks_like_value(text) or is_dated_dash(text) or is_dated_word(text)


def _is_last_side(before: str, text: str) -> bool:
    """The same behind the last arrow, where a word needs no year beside a figure that has one (3.1％（平30） → 早期に解消)."""
    plain = squeeze(text)
    word = 0 < len(plain) <= _LONGEST_AIM and not any(c.isdigit() or c in "、。" for c in plain)
    return _is_side(text) or (word and bool(period_in(squeeze(before))) and not label_of(text).speaks)


def _dated_word(text: str) -> tuple[str, str]:
    """The year before a value in words and the words; no year, and the whole text, where it is something else."""
    date, _, words = text.partition(" ")
    dated = is_dated_word(text) and not looks_like_value(text) and label_of(date).role == "period"
    return (date, words.strip()) if dated else ("", text)


def _unit_said(text: str) -> str:
    """The unit behind its label, without what stands beside it on the line (千円　４ 次期計画に向けて)."""
    first, _, rest = text.rstrip("）)】").partition(" ")
    return first if rest and unit_in_bracket(squeeze(first)) else text.rstrip("）)】")


def _states(found: LabelledValue) -> bool:
    """True for a value, not for a period, for prose behind a label, or for words that explain the label (令和４年度の値)."""
    if _EXPLAINS.search(squeeze(found.text)) or "。" in _LAST_BRACKET.sub("", found.text.rstrip())[:-1]:
        return False
    return states_value(found) and (looks_like_value(found.text) or len(squeeze(found.text)) <= _LONGEST_WORDS)


def _own_kinds(texts: list[str]) -> list[ValueKind]:
    """The kinds that figures name in brackets behind them (66.7%（R3現状） → 70.0%（R8目標）); empty where one names none."""
    inside = [_LAST_BRACKET.search(text) for text in texts]
    kinds = [label_of(found.group(1)).kind if found else None for found in inside]
    return [kind for kind in kinds if kind] if all(kinds) else []


def _sides(texts: list[str]) -> list[ValueKind]:
    """The kinds of values beside arrows that nothing names, dated as far as they are figures: from what is to what is aimed at, of three
    figures by way of what is aimed at midway.
    """
    figures = [text for text in texts if looks_like_value(text) and not is_dash(text)]
    dated = all(period_in(squeeze(text)) for text in figures or texts)
    aims: list[ValueKind] = ["target"] * (len(texts) - 1)
    return ["baseline", *aims] if dated and (len(texts) == 2 or len(figures) == len(texts) == 3) else []

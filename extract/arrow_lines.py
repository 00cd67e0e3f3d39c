"""Lines that name an indicator and print its values with arrows between them (・整備率　66.7%（R3） → 70.0%（R8）).

Belongs here: the kinds and years of such values, by themselves, by the heading over the lines or by their sides. Does not belong here:
values behind labels (``labelled_lines``), columns with arrows (``arrows``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.arrows import arrow_parts
from extract.labelled_values import box_of_part, without_department
from extract.labels import Label, label_of, period_in, squeeze
from extract.lines import Run
from extract.model import PrintedFigure, PrintedLabel, ValueKind
from extract.shapes import is_dash, is_dated_dash, is_dated_word, looks_like_value
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.titles import indicator_title

_NAME_AND_FIGURE = re.compile(
    r"(.+?)[\s　:：]+((?:年間|月間|年平均|平均|累計|延べ|全国|県内|市内)?(?:[▲△]\s?|約)?[\d０-９].*|[-－―ー–—]\s*(?:[（(].*)?|[^\s\d（）()]{2,8}[（(][^（）()]*\d[^（）()]*[）)])$"
)
_LAST_BRACKET = re.compile(r"[（(]([^()（）]+)[)）]\s*$")
_LONGEST_AIM = 8  # characters of an aim in words without a year


def arrow_figures(page: int, line: Run, heads: Sequence[Label], context: Context) -> Iterator[PrintedFigure]:
    """The figures of one line; ``heads`` are the labels that a heading with arrows over it names in order."""
    parts = arrow_parts(without_department(line.text))
    named = _NAME_AND_FIGURE.match(parts[0])
    if len(parts) < 2 or named is None or not all(map(_is_side, parts[1:-1])) or not _is_last_side(*parts[-2:]):
        return
    texts = [named.group(2), *parts[1:]]
    over = heads if len(heads) == len(texts) else [label_of("")] * len(texts)
    kinds, rules = _kinds(texts, over)
    names = Names(indicator=indicator_title(named.group(1)))
    for kind, head, (period, text) in zip(kinds, over, map(_dated_word, texts), strict=False):
        at = line.text.index(text)
        dated = PrintedLabel(period, "cell") if period else PrintedLabel(head.period, "column") if head.period else None
        box = box_of_part(line, at, at + len(text))
        yield figure(page, box, text, names, Stated(kind, "", dated, None, rules), context)


def _kinds(texts: list[str], over: Sequence[Label]) -> tuple[list[ValueKind], tuple[str, ...]]:
    """The kinds of the figures and the rule that says so: their own, those of the heading, those of their sides."""
    own, said = _own_kinds(texts), [head.kind for head in over if head.kind]
    if own:
        return own, ("label-beside-value",)
    return (said, ("kinds-from-legend",)) if said else (_sides(texts), ("sides-of-an-arrow",))


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

"""Parts of a cell without a figure outside brackets: a status word, a rating, a named figure in brackets, a fact.

Belongs here: one small strategy per shape, tried in order. Does not belong here: the words (``statuses.yml``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from transforms.brackets import is_period
from transforms.figures import Figure, joined_notes
from transforms.folding import Aligned, fold_characters, join_lines
from transforms.groups import Group
from transforms.lexicon import load
from transforms.rules import merged
from transforms.statuses import is_announced, is_dash, status_of
from transforms.tokens import Token

_OF_MONTH = re.compile(r"月|\d[./]\d")


class Reader(Protocol):
    """``transforms.cells.read_cell``, handed in because a bracket may hold a cell of its own."""

    def __call__(self, raw: str, *, kind: str, indicator: str = ...) -> list[Figure]:
        """The figures of a cell."""
        ...


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a cell: the words outside brackets, the brackets, and how the figures in them are read."""

    aligned: Aligned
    outside: str
    brackets: tuple[Token, ...]
    start: int
    end: int
    kind: str
    indicator: str
    has_unread_digits: bool
    read: Reader

    def inner(self) -> list[Figure]:
        """The figures inside the last bracket that is no period."""
        tokens = [token for token in self.brackets if not is_period(token.value)]
        return self.read(tokens[-1].value, kind=self.kind, indicator=self.indicator) if tokens else []

    def single(self) -> Figure | None:
        """The figure of the last bracket, where it holds exactly one and that is a number."""
        inner = self.inner()
        return inner[0] if len(inner) == 1 and inner[0].status == "numeric" else None


def text_figures(aligned: Aligned, group: Group, kind: str, indicator: str, read: Reader) -> list[Figure]:
    """What a part without a figure outside brackets says."""
    whole = _part(aligned, group.tokens, kind, indicator, read)
    pieces = [_part(aligned, tokens, kind, indicator, read) for tokens in _pieces(group.tokens)]
    parts = pieces if all(piece.single() for piece in pieces) else [whole]
    return [figure for part in parts for figure in _read(part)]


def _read(part: _Part) -> list[Figure]:
    return next(found for strategy in _STRATEGIES if (found := strategy(part)) is not None)


def _part(aligned: Aligned, tokens: Sequence[Token], kind: str, indicator: str, read: Reader) -> _Part:
    below = [
        replace(token, kind="bracket", value=aligned.text[token.start : token.end])
        for token in _date_below(aligned, tokens)
    ]
    brackets = (*(token for token in tokens if token.kind == "bracket"), *below)
    words = [token for token in tokens if token.start not in {bracket.start for bracket in brackets}]
    outside = join_lines("".join(aligned.printed(token.start, token.end) for token in words))
    unread = any(
        character.isdigit() for token in words if token.kind in ("word", "phrase") for character in token.value
    )
    return _Part(aligned, outside, brackets, tokens[0].start, tokens[-1].end, kind, indicator, unread, read)


def _date_below(aligned: Aligned, tokens: Sequence[Token]) -> Sequence[Token]:
    """The period that stands alone on the last line of a part, below its words."""
    *words, last = tokens
    return [last] if words and last.kind == "period" and last.start in aligned.lines else []


def _pieces(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The tokens cut behind each bracket that words follow: 公開率(50%) 受講人数(0人/年)."""
    cuts = [
        place + 1
        for place, token in enumerate(tokens[:-1])
        if token.kind == "bracket" and tokens[place + 1].kind == "word"
    ]
    return [tokens[start:end] for start, end in zip([0, *cuts], [*cuts, len(tokens)], strict=True)]


def _all_in_brackets(part: _Part) -> list[Figure] | None:
    """(1,820人): the whole cell stands in brackets."""
    if part.outside or not part.brackets:
        return None
    inner = part.read(part.brackets[0].value, kind=part.kind, indicator=part.indicator)
    return [replace(figure, rules=merged(figure.rules, ("cell-in-brackets",))) for figure in inner] or None


def _rating(part: _Part) -> list[Figure] | None:
    """未達成 (1,820人): a rating, and the figure it rates in brackets."""
    figure = part.single()
    if fold_characters(part.outside) not in _ratings() or figure is None:
        return None
    rules = merged(figure.rules, ("rating-before-figure",))
    return [replace(figure, rating=part.outside, note=joined_notes(figure.note, "達成状況の括弧内"), rules=rules)]


def _ratings() -> frozenset[str]:
    return frozenset(fold_characters(str(word)) for word in load("numbers")["ratings"])


def _status(part: _Part) -> list[Figure] | None:
    """未整備, ―, リプレイス未実施（実績値取得不可）: no figure to be had."""
    for text in (part.outside, *(token.value for token in part.brackets)):
        status, rules = status_of(text, part.kind, part.indicator)
        if status != "text" and text:
            return [_with_period(part, Figure(text=_printed(part), status=status, note=_notes(part), rules=rules))]
    return None


def _dash_over_words(part: _Part) -> list[Figure] | None:
    """－ over 新たに設定した指標: a dash, and below it why there is no figure."""
    end = min(part.aligned.next_line(part.start), part.end)
    dash, words = part.aligned.printed(part.start, end), part.aligned.printed(end, part.end) if end < part.end else ""
    if not words or not is_dash(dash) or any(character.isdigit() for character in words):
        return None
    status, rules = status_of(dash, part.kind, part.indicator)
    return [Figure(text=dash, status=status, note=join_lines(words), rules=merged(rules, ("dash-over-words",)))]


def _notes(part: _Part) -> str:
    """What a word that says why there is no figure adds beyond a dash."""
    words = [part.outside, *(token.value for token in part.brackets if token not in _periods(part))]
    return joined_notes(*(word for word in words if not is_dash(word)))


def _named(part: _Part) -> list[Figure] | None:
    """公開率(50%): words that name something counted, and its figure in brackets."""
    figure = part.single()
    if figure is None or figure.name or any(character.isdigit() for character in part.outside):
        return None
    if part.outside.endswith(_aims()):
        return None
    ends = part.outside.endswith(tuple(load("numbers")["measure_endings"]))
    rules = merged(figure.rules, ("name-before-bracket",) if ends else ("fact-before-bracket",))
    return [replace(figure, name=part.outside, text=_printed(part), rules=rules)]


def _aims() -> tuple[str, ...]:
    """Endings of a fact in words that a figure in brackets only explains: 全国平均以上（75%）, 現状維持（12件）."""
    after = load("numbers")["after"]
    return (*after["comparator"], *after["change"], "維持", "以内")


def _fact(part: _Part) -> list[Figure] | None:
    """A fact in words, with the period in its bracket taken off."""
    unread = part.has_unread_digits or part.single() is not None or "ゼロ" in part.outside
    status, rules = status_of(part.outside, part.kind, part.indicator, has_unread_digits=unread)
    rating = part.outside if fold_characters(part.outside) in _ratings() else ""
    figure = Figure(text=_printed(part), status=status, rating=rating, rules=rules)
    return [_with_period(part, figure)]


def _periods(part: _Part) -> list[Token]:
    """The brackets that date the part; a month beside 公表予定 is that of its publication."""
    published = is_announced(part.outside)
    return [t for t in part.brackets if is_period(t.value) and not (published and _OF_MONTH.search(t.value))]


def _printed(part: _Part) -> str:
    """The part as printed, up to a bracket with its period."""
    periods = _periods(part)
    return part.aligned.printed(part.start, periods[0].start if periods and periods[0].start > part.start else part.end)


def _with_period(part: _Part, figure: Figure) -> Figure:
    periods = _periods(part)
    if not periods:
        return figure
    label = part.aligned.printed(periods[0].start, periods[0].end)
    return replace(figure, period_label=label, rules=merged(figure.rules, ("period-in-cell",)))


_Strategy = Callable[[_Part], list[Figure] | None]
_STRATEGIES: tuple[_Strategy, ...] = (_all_in_brackets, _rating, _status, _dash_over_words, _named, _fact)

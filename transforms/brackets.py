"""What a bracket behind a figure says: its period, the parts of a ratio, its unit, a second figure, or a note.

Belongs here: one small strategy per kind of content, tried in order. Does not belong here: brackets before a figure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from transforms.figures import Figure, joined_notes
from transforms.folding import align, join_lines
from transforms.periods import parse_period
from transforms.quantities import Quantity
from transforms.rules import merged
from transforms.tokens import Token, merge_words, tokenize
from transforms.units import canonical_unit, dimension, known_units, per_in_name

_Strategy = Callable[[Figure, str], Figure | None]
_SLACK = Decimal(1)


def apply_bracket(figure: Figure, inside: str, printed: str) -> Figure:
    """``figure`` with what the bracket says; ``inside`` is folded text, ``printed`` the bracket as printed."""
    for strategy in (_ratio, _unit, _per, _second_figure):
        if (changed := strategy(figure, inside)) is not None:
            return changed
    if is_period(inside):
        rules = merged(figure.rules, ("period-in-cell",))
        return replace(figure, period_label=figure.period_label or printed, rules=rules)
    rules = merged(figure.rules, ("bracket-note",))
    return replace(figure, note=joined_notes(figure.note, join_lines(printed).strip("()（）[]［］【】")), rules=rules)


def is_period(inside: str) -> bool:
    """Whether the text is nothing but a period: (2019年度), (H26), (令和3年末), (5年間), (2015~2019年累計)."""
    tokens = _tokens(inside)
    if any(token.kind == "figure" and token.quantity and token.quantity.unit not in _PERIOD_UNITS for token in tokens):
        return False
    return parse_period(inside) is not None and len(inside) <= 24


_PERIOD_UNITS = frozenset({"", "年", "年間", "月", "日", "か年", "末"})


def _tokens(inside: str) -> list[Token]:
    aligned = align(inside)
    return merge_words(aligned, tokenize(aligned))


def parts_of_ratio(inside: str) -> tuple[Quantity, Quantity] | None:
    """The two figures of 0件/5,433件, of 33/35, or of 35校中33校 (then the part comes second), else None."""
    tokens = [token for token in _tokens(inside) if token.kind != "separator"]
    figures = [token.quantity for token in tokens if token.kind == "figure" and token.quantity]
    between = [(token.kind, token.value) for token in tokens[1:2]]
    if len(tokens) != 3 or len(figures) != 2 or tokens[1].kind == "figure":
        return None
    if between[0][0] == "over":
        return figures[0], figures[1]
    return (figures[1], figures[0]) if between[0] in {("word", "中"), ("word", "のうち"), ("word", "中の")} else None


def _ratio(figure: Figure, inside: str) -> Figure | None:
    parts = parts_of_ratio(inside)
    if parts is None or figure.value is None:
        return None
    numerator, denominator = parts[0].value, parts[1].value
    rule = "ratio-parts"
    if dimension(figure.unit) == "share" and not ratio_agrees(figure.value, numerator, denominator):
        swapped = ratio_agrees(figure.value, denominator, numerator)
        numerator, denominator = (denominator, numerator) if swapped else (numerator, denominator)
        rule = "ratio-parts-swapped" if swapped else "ratio-parts-disagree"
    return replace(figure, numerator=numerator, denominator=denominator, rules=merged(figure.rules, (rule,)))


def ratio_agrees(share: Decimal, numerator: Decimal, denominator: Decimal) -> bool:
    """Whether a printed percentage is the ratio of its parts, within one point (printed figures are rounded)."""
    return denominator != 0 and abs(100 * numerator / denominator - share) <= _SLACK


def _unit(figure: Figure, inside: str) -> Figure | None:
    """1,234（人）: the bracket holds the unit alone."""
    if figure.unit or inside not in known_units():
        return None
    return replace(figure, unit=canonical_unit(inside), rules=merged(figure.rules, ("unit-in-bracket",)))


def _per(figure: Figure, inside: str) -> Figure | None:
    """16.3（人口10万対）: the bracket says what the figure is counted per."""
    per = per_in_name(inside)
    if figure.per or not per:
        return None
    return replace(figure, per=per, rules=merged(figure.rules, ("per-in-bracket",)))


def _second_figure(figure: Figure, inside: str) -> Figure | None:
    """①34人（85.0％）: one more figure, kept as a note and as the figure's aside."""
    tokens = _tokens(inside)
    if len(tokens) != 1 or tokens[0].quantity is None or not tokens[0].quantity.unit or is_period(inside):
        return None
    rules = merged(figure.rules, ("bracket-second-figure",))
    return replace(figure, note=joined_notes(figure.note, inside), aside=inside, rules=rules)

"""Figures that belong together: a range, a part over a whole, 1時間30分, 49校1分校, two amounts and their ratio.

Belongs here: two figures that mean one. Does not belong here: several figures of a cell (``transforms.pairing``).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from transforms.brackets import is_period, ratio_agrees
from transforms.figures import Figure, joined_notes
from transforms.folding import Aligned, align, join_lines
from transforms.groups import Group
from transforms.lexicon import load
from transforms.phrases import Phrase
from transforms.quantities import Quantity, read_quantity
from transforms.rules import merged
from transforms.tokens import Token
from transforms.units import dimension

_AGE = "歳"


def joined_count(first: Phrase, second: Phrase) -> bool:
    """49校1分校: the second count is of a kind of the first, and stands right behind it."""
    units = first.quantity.unit, second.quantity.unit
    return bool(units[0]) and units[0] != units[1] and units[1].endswith(units[0]) and not second.before


def age_of_people(first: Phrase, second: Phrase) -> bool:
    """268.4g over 20歳以上: an age from or up to which people are counted, behind a figure in another unit."""
    ages = (first.quantity.unit not in ("", _AGE), second.quantity.unit == _AGE)
    return all(ages) and bool(second.quantity.comparator) and not second.before


def is_composite(aligned: Aligned, found: list[Phrase]) -> bool:
    """1時間30分, 1人1台: a figure right behind another that is no percentage and no rank."""
    return any(
        second.figure.start == first.figure.end
        and second.figure.start not in aligned.gaps
        and not {dimension(first.quantity.unit), dimension(second.quantity.unit)} & {"share", "rank"}
        and not joined_count(first, second)
        for first, second in pairwise(found)
    )


def is_phrase(aligned: Aligned, found: list[Phrase]) -> bool:
    """3年に1回, 12校中10校: two figures that one phrase joins, its joint right behind the first."""
    joints = load("numbers")["phrase_joints"]
    between = [phrase.before[0] for phrase in found[1:] if len(phrase.before) == 1]
    return any(token.value in joints and token.start not in aligned.gaps for token in between)


def is_joined(aligned: Aligned, found: list[Phrase]) -> bool:
    """Whether the figures of a part make one value or one phrase together."""
    signs = {token.kind for phrase in found for token in phrase.before}
    return not signs.isdisjoint(("range", "over")) or is_composite(aligned, found) or is_phrase(aligned, found)


def joint_figure(aligned: Aligned, group: Group, found: list[Phrase]) -> Figure:
    """A range, a phrase or a part over a whole: a percentage beside the parts is the value, else it is text."""
    signs = {token.kind for phrase in found for token in phrase.before}
    share = _share_beside(found)
    if "over" in signs and share is not None:
        return _ratio(aligned, group, found, share)
    rules = {"over": "ratio-without-share", "range": "range-of-values"}
    rule = next((rules[sign] for sign in rules if sign in signs), "composite-figure")
    periods = [token for phrase in found for token in phrase.brackets if is_period(token.value)]
    end = periods[0].start if periods else group.end
    applied = (rule, "period-in-cell") if periods else (rule,)
    text = aligned.printed(group.tokens[0].start, end)
    return Figure(text=text, period_label=_label(aligned, periods), rules=applied)


def _share_beside(found: list[Phrase]) -> Quantity | None:
    """The percentage in a bracket behind 7/12, or as a figure of its own beside it."""
    inside = [read_quantity(align(token.value), 0) for phrase in found for token in phrase.brackets]
    beside = [phrase.quantity for phrase in found]
    return next((quantity for quantity in [*inside, *beside] if quantity and dimension(quantity.unit) == "share"), None)


def _parts(found: list[Phrase]) -> tuple[Phrase, Phrase]:
    over = next(place for place, phrase in enumerate(found) if any(token.kind == "over" for token in phrase.before))
    return found[over - 1], found[over]


def _ratio(aligned: Aligned, group: Group, found: list[Phrase], share: Quantity) -> Figure:
    part, whole = (phrase.quantity.value for phrase in _parts(found))
    rule = "ratio-parts" if ratio_agrees(share.value, part, whole) else "ratio-parts-disagree"
    periods = [token for phrase in found for token in phrase.brackets if is_period(token.value)]
    label = _label(aligned, periods)
    return Figure(
        text=aligned.printed(group.start, group.end),
        status="numeric",
        value=share.value,
        unit=share.unit,
        numerator=part,
        denominator=whole,
        comparator=share.comparator,
        note=share.note,
        period_label=label,
        rules=merged(share.rules, (rule,), ("period-in-cell",) if label else ()),
    )


def _label(aligned: Aligned, periods: list[Token]) -> str:
    return aligned.printed(periods[0].start, periods[0].end) if periods else ""


def merge_amounts(figures: list[Figure]) -> list[Figure]:
    """削減1,089万円 投資1,807万円（60.3％）: a percentage that is the ratio of the two figures before it is the value."""
    if len(figures) != 2 or figures[0].unit != figures[1].unit or not figures[1].aside:
        return figures
    share = read_quantity(align(figures[1].aside), 0)
    part, whole = figures[0].value, figures[1].value
    if share is None or part is None or whole is None or dimension(share.unit) != "share":
        return figures
    if not ratio_agrees(share.value, part, whole):
        return figures
    note = joined_notes(*(join_lines(figure.text) for figure in figures))
    rules = merged(figures[0].rules, figures[1].rules, ("ratio-of-amounts",))
    return [
        replace(
            figures[0],
            value=Decimal(share.value),
            unit=share.unit,
            name="",
            numerator=part,
            denominator=whole,
            note=note,
            is_scaled=False,
            rules=rules,
        )
    ]


def share_period(figures: list[Figure]) -> list[Figure]:
    """男性81.1年 女性85.2年（2020年）: one period behind the last figure holds for all of its cell."""
    last = figures[-1]
    if not last.period_label or any(figure.period_label for figure in figures[:-1]):
        return figures
    return [
        replace(figure, period_label=last.period_label, rules=merged(figure.rules, ("period-in-cell",)))
        for figure in figures
    ]

"""Reading one value cell: from its printed text to figures with value, unit, status and everything beside them.

Belongs here: composing the reading of a cell. Does not belong here: whose figures they are (``transforms.pairing``) and
when they hold (``transforms.dating``).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from transforms.brackets import apply_bracket
from transforms.figures import Figure, joined_notes
from transforms.folding import Aligned, align, join_lines
from transforms.groups import Group, groups
from transforms.joints import age_of_people, is_joined, joined_count, joint_figure, merge_amounts, share_period
from transforms.phrases import Phrase, front, phrases
from transforms.rules import merged
from transforms.statuses import is_dash, status_of
from transforms.texts import text_figures
from transforms.tokens import Token
from transforms.units import UnitSpec, dimension

_QUOTES = {"「": "」", "『": "』", "“": "”", '"': '"'}


def read_cell(raw: str, *, kind: str, unit: UnitSpec | None = None, indicator: str = "") -> list[Figure]:
    """The figures of a cell in the order of the print; a blank cell has none.

    ``kind`` is the kind of value (a dash means something else in a target), ``unit`` what a label near the cell says
    (a unit that the cell prints wins), ``indicator`` the indicator's cell.
    """
    aligned = align(_unquoted(raw.strip()))
    figures = [figure for group in groups(aligned) for figure in _read_group(aligned, group, kind, indicator)]
    if not figures and raw.strip():
        figures = [_note_alone(raw.strip(), kind, indicator)]
    return [with_unit(figure, unit) for figure in figures]


def _note_alone(text: str, kind: str, indicator: str) -> Figure:
    """A cell that holds a note or a mark and nothing else: ※ or ***."""
    status, rules = status_of(text, kind, indicator)
    return Figure(text, status, rules=rules if is_dash(text) else merged(rules, ("note-alone",)))


def _unquoted(raw: str) -> str:
    """「３年間で延べ60回」 without the quotation marks around the whole cell."""
    return raw[1:-1].strip() if len(raw) > 1 and _QUOTES.get(raw[0]) == raw[-1] else raw


def _read_group(aligned: Aligned, group: Group, kind: str, indicator: str) -> list[Figure]:
    if not group.tokens:
        return []
    found = phrases(group.tokens)
    if not found:
        figures = text_figures(aligned, group, kind, indicator, read_cell)
    elif is_joined(aligned, found):
        figures = [joint_figure(aligned, group, found)]
    else:
        figures = share_period(merge_amounts(_figures(aligned, found)))
    if len(figures) == 1:
        figures = [replace(figures[0], text=_text(aligned, group, figures[0]))]
    return [_with_group(figure, group) for figure in figures]


def _text(aligned: Aligned, group: Group, figure: Figure) -> str:
    """A single figure's text is its whole part of the cell; a fact in words stands without mark and period."""
    return figure.text if figure.status == "text" else aligned.printed(group.start, group.end)


def _with_group(figure: Figure, group: Group) -> Figure:
    rules = merged(figure.rules, ("marked-part",) if group.mark else (), ("note-mark",) if group.note else ())
    return replace(
        figure,
        mark=figure.mark or group.mark,
        heading=group.heading,
        note=joined_notes(figure.note, group.note),
        rules=rules,
    )


def _figures(aligned: Aligned, found: list[Phrase]) -> list[Figure]:
    figures: list[Figure] = []
    for place, phrase in enumerate(found):
        if place and (beside := _beside(aligned, found[place - 1], phrase)):
            note, rule = beside
            figures[-1] = replace(
                figures[-1], note=joined_notes(figures[-1].note, note), rules=merged(figures[-1].rules, (rule,))
            )
        else:
            ranks = _ranks(phrase)
            figure = _figure(aligned, phrase, apart=set(ranks))
            figures.extend([figure, *(replace(rank, period_label=figure.period_label) for rank in ranks.values())])
        if place and _run_together(aligned, found[place - 1], phrase):
            figures = [replace(figure, rules=merged(figure.rules, ("figures-run-together",))) for figure in figures]
    return figures


def _beside(aligned: Aligned, first: Phrase, second: Phrase) -> tuple[str, str] | None:
    """The note that a second figure is to the first and its rule; None where it is a figure of its own."""
    if joined_count(first, second):
        return f"{aligned.printed(second.start, second.figure.end)}を併記", "joined-count"
    if age_of_people(first, second):
        return aligned.printed(second.start, second.own_end), "age-of-people"
    return None


def _run_together(aligned: Aligned, first: Phrase, second: Phrase) -> bool:
    """3,542百万円112.5%: two figures with nothing between them, as the cells of two columns print them."""
    return (
        second.figure.start == first.figure.end
        and second.figure.start not in aligned.gaps
        and not joined_count(first, second)
    )


def _ranks(phrase: Phrase) -> dict[Token, Figure]:
    """The ranks in brackets behind a figure, each by its bracket: 41.2％（県内14位） prints two figures."""
    read = {token: read_cell(token.value, kind="actual") for token in phrase.brackets if token.kind == "bracket"}
    return {token: inner[0] for token, inner in read.items() if len(inner) == 1 and dimension(inner[0].unit) == "rank"}


def _figure(aligned: Aligned, phrase: Phrase, apart: Collection[Token] = ()) -> Figure:
    """One figure with what stands in front, in brackets and behind, the brackets ``apart`` left out."""
    quantity, before = phrase.quantity, front(aligned, phrase)
    figure = Figure(
        text=aligned.printed(phrase.start, phrase.own_end),
        status="numeric",
        value=quantity.value,
        name=before.name,
        kind=before.kind,
        unit=quantity.unit,
        per=quantity.per or before.per,
        comparator=quantity.comparator or before.comparator,
        note=joined_notes(before.note, quantity.note),
        period_label=before.period_label,
        is_scaled=quantity.is_scaled,
        rules=merged(quantity.rules, before.rules),
    )
    for token in (token for token in [*phrase.brackets, *phrase.after] if token not in apart):
        figure = _with_token(aligned, figure, token.kind, token.value, aligned.printed(token.start, token.end))
    return figure


def _with_token(aligned: Aligned, figure: Figure, kind: str, value: str, printed: str) -> Figure:
    if kind == "bracket":
        return apply_bracket(figure, value, printed)
    if kind == "period" and not figure.period_label:
        return replace(figure, period_label=printed, rules=merged(figure.rules, ("period-in-cell",)))
    note = joined_notes(figure.note, join_lines(printed))
    return replace(figure, note=note, rules=merged(figure.rules, ("trailing-words",)))


def with_unit(figure: Figure, unit: UnitSpec | None) -> Figure:
    """``figure`` in the unit of a label, where it prints none of its own."""
    if unit is not None and figure.status == "text":
        return replace(figure, unit=unit.unit)
    if unit is None or figure.value is None:
        return figure
    if figure.unit:
        conflict = unit.unit == figure.unit and unit.factor != 1 and not figure.is_scaled
        return replace(figure, rules=merged(figure.rules, ("unit-own-beside-scaled-label",) if conflict else ()))
    rules = merged(figure.rules, unit.rules, ("scale-twice",) if figure.is_scaled and unit.factor != 1 else ())
    factor = Decimal(1 if figure.is_scaled else unit.factor)
    return replace(
        figure,
        value=figure.value * factor,
        unit=unit.unit,
        per=figure.per or unit.per,
        note=joined_notes(figure.note, unit.note),
        rules=rules,
    )

"""When a figure holds: the period in its cell, that of its column, row or table, and how the row counts its years.

Belongs here: which of several labels wins. Does not belong here: reading a label (``transforms.periods``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.labels import is_period
from extract.model import PrintedFigure, PrintedLabel
from transforms.eras import years_in
from transforms.figures import Figure, joined_notes
from transforms.folding import fold_field, join_lines
from transforms.periods import Period, parse_period
from transforms.rules import merged

SOURCE_RULES = {
    "cell": "period-from-cell",
    "column": "period-from-column",
    "row": "period-from-row",
    "group": "period-from-group",
    "unit_line": "period-from-unit-line",
    "title": "period-from-title",
    "document": "period-from-document",
}

_SHARE = re.compile(r"(?:^|[;(（])\s*うち、?([^\s;]*?(?:年度?末?))")


@dataclass(frozen=True, slots=True)
class Dated:
    """The period of a figure and the label that states it, as printed."""

    period: Period
    label: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says of its years as a whole: the era of two-digit ones, and whether it prints any beside figures."""

    era: str | None = None
    prints_years: bool = False


def context_era(labels: Iterable[str]) -> str | None:
    """The one era in which labels write their years, for two-digit years without one; None where they differ."""
    eras = {year.era for label in labels for year in years_in(fold_field(label))} - {""}
    return eras.pop() if len(eras) == 1 else None


def date(figure: Figure, printed: PrintedFigure, context: Context) -> Dated:
    """The period of a figure: its cell's own wins over the label's, whose words then go to the note."""
    own = parse_period(figure.period_label, context.era) if figure.period_label else None
    labelled = _labelled(printed.period, context)
    if own is None:
        return labelled if labelled.label else _without_label(figure, printed, context)
    label = join_lines(figure.period_label)
    if own.year is None and _covers_whole(printed.period):
        return Dated(own, label)
    if own.year is None:
        period = replace(
            labelled.period,
            note=joined_notes(labelled.period.note, own.note),
            rules=merged(labelled.period.rules, own.rules),
        )
        return Dated(period, labelled.label or label)
    header = f"column header {labelled.label}" if labelled.period.year is not None else ""
    return Dated(
        replace(own, note=joined_notes(own.note, header), rules=merged(own.rules, (SOURCE_RULES["cell"],))), label
    )


def _without_label(figure: Figure, printed: PrintedFigure, context: Context) -> Dated:
    """The year of a figure that neither its cell nor a label states as such: beside its share, or above words (調査なし)."""
    if figure.period_label:
        return Dated(Period(rules=("period-unread",)), join_lines(figure.period_label))
    above, _, words = printed.raw_text.partition("\n")
    period = parse_period(above, context.era) if words and figure.value is None and is_period(above) else None
    if period is None or period.year is None:
        return _by_share(figure.note, context)
    return Dated(replace(period, rules=merged(period.rules, ("period-above-words",))), above.strip())


def _by_share(note: str, context: Context) -> Dated:
    """The year of a total that prints none: the one whose share stands beside it (31人（うち令和元年度8人）)."""
    share = _SHARE.search(note)
    period = parse_period(share[1], context.era) if share else None
    if share is None or period is None or period.year is None:
        return Dated(Period(), "")
    return Dated(replace(period, rules=merged(period.rules, ("period-from-share",))), share[1])


def _covers_whole(label: PrintedLabel | None) -> bool:
    """Whether a label stands so far from the cell that a length of time in the cell speaks against it."""
    return label is not None and label.source in ("title", "document", "unit_line")


def _labelled(label: PrintedLabel | None, context: Context) -> Dated:
    if label is None or not label.text.strip():
        return Dated(Period(), "")
    text = join_lines(label.text)
    period = parse_period(text, label.era or context.era)
    if period is None:
        names_a_year = any(character.isdigit() for character in text)
        return Dated(Period(rules=("period-unread",) if names_a_year else ()), text)
    return Dated(replace(period, rules=merged(period.rules, (SOURCE_RULES[label.source],))), text)


def missing(dated: Dated, kind: str, context: Context) -> Dated:
    """Mark a figure without a year in a document that prints years beside its other figures.

    A baseline often goes without (現状): its year may stand elsewhere, which is a rule of its own. Where no figure has a
    year, the document means it so.
    """
    period = dated.period
    counts_years = bool(period.note) and kind != "baseline"  # ５年間の累計 of a target is that of its plan
    if period.year is not None or counts_years or not context.prints_years:
        return dated
    rule = "baseline-without-year" if kind == "baseline" else "period-missing"
    return replace(dated, period=replace(period, rules=merged(period.rules, (rule,))))


def settle_row(row: list[Dated], indicator: str) -> list[Dated]:
    """The periods of one row, bare years counted as the row counts elsewhere (社会増減: 2017年 → 2018 is a 暦年)."""
    stated = {
        dated.period.calendar_year is not None
        for dated in row
        if dated.period.year is not None and not dated.period.is_bare
    }
    return [_settle(dated, stated == {True}, "暦年" in indicator) for dated in row]


def _settle(dated: Dated, row_is_calendar: bool, name_is_calendar: bool) -> Dated:
    period = dated.period
    if period.fiscal_year is None or not (row_is_calendar or name_is_calendar):
        return dated
    if period.is_bare:
        rule = "calendar-by-name" if name_is_calendar else "calendar-as-row"
        return replace(dated, period=period.as_calendar(rule))
    return replace(dated, period=period.as_calendar("calendar-against-label")) if name_is_calendar else dated

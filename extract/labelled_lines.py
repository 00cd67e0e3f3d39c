"""Indicators printed without any table: lines of label, colon and value (指標名：… 基準値（R2）：… 目標値（R8）：…).

Belongs here: lines in which known labels stand before their values. Does not belong here: tables and forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.arrows import arrow_kinds, arrow_parts
from extract.captions import indicator_title, unit_line
from extract.labels import Label, label_of, squeeze
from extract.lines import Run, bounds
from extract.model import Box, PrintedFigure, ValueKind
from extract.shapes import looks_like_value
from extract.tables.context import Context
from extract.tables.draft import Names, Stated, figure
from extract.tables.pairs import Card, card_figures

_COLON = re.compile(r"[:：]|(?<=[)）値標績状])\s+(?=[▲△約]?[\d０-９])")
_LABEL_BEFORE = re.compile(r"(?:^|[\s、。,/→⇒➡・●■○◆□【(（])((?:[^\s:：、。→⇒➡()（）]|[（(](?:[^()（）]|[（(][^()（）]*[)）])*[)）]){1,24}?)\s*$")
_LETTER_SPACED = re.compile(r"(?<=[一-龠])[ 　](?=[一-龠](?:[ 　（(:：]|$))")
_ARROWS = re.compile(r"[\s→⇒➡>、,/]+$")
_NAME_AND_FIGURE = re.compile(r"(.+?)[\s　]+([▲△約]?[\d０-９].*|[-－―ー–—]\s*(?:[（(].*)?)$")
_USED = ("value", "indicator", "measure", "unit", "department", "number", "field")


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """One label, the text behind it and the box of the line part that holds that text."""

    label: Label
    text: str
    box: Box
    start: int


def labelled_values(line: Run) -> list[LabelledValue]:
    """The labels of a line, each with the text up to the next label; nothing where the line is no such line."""
    if unit_line(line.text) and squeeze(line.text).strip("([（【<※").startswith("単位"):
        return []
    starts = [found for colon in _COLON.finditer(line.text) if (found := _label_at(line.text, colon)) is not None]
    ends = [*(start for start, _, _ in starts[1:]), len(line.text)][: len(starts)]
    return [
        LabelledValue(label, _ARROWS.sub("", line.text[value_start:end]).strip(), _part(line, value_start, end), start)
        for (start, label, value_start), end in zip(starts, ends, strict=True)
    ]


def unwrapped(lines: list[Run]) -> list[Run]:
    """Lines of labels and values, each with the line that it runs on into: it breaks off at a colon or inside a bracket."""
    whole: list[Run] = []
    for spaced in lines:
        line = Run(_LETTER_SPACED.sub("", spaced.text), spaced.glyphs, spaced.box)
        if whole and _breaks_off(whole[-1]):
            glyphs = (*whole[-1].glyphs, *line.glyphs)
            whole[-1] = Run(whole[-1].text + line.text, glyphs, bounds(glyphs))
        else:
            whole.append(line)
    return whole


def _breaks_off(line: Run) -> bool:
    plain = squeeze(line.text)
    return bool(labelled_values(line)) and (plain[-1] in ":(" or plain.count("(") > plain.count(")"))


def line_before(line: Run, value: LabelledValue) -> list[Run]:
    """What stands on a line before its first label (a caption: 【指標1】…（単位：件）　担当：…), as a line of its own."""
    lead = line.text[: value.start].rstrip("（(［[【 ").strip()
    count = sum(c != " " for c in lead)
    return [Run(lead, line.glyphs[:count], bounds(line.glyphs[:count]))] if count > 2 else []


def _label_at(text: str, colon: re.Match[str]) -> tuple[int, Label, int] | None:
    """Where the label before a colon starts, the label, and where its value starts."""
    before = _LABEL_BEFORE.search(text[: colon.start()])
    if before is None:
        return None
    label = label_of(before.group(1))
    return (before.start(1), label, colon.end()) if label.role in _USED else None


def _part(line: Run, start: int, end: int) -> Box:
    """The box of the characters ``start`` to ``end`` of a line's text (blanks have no glyph)."""
    blanks = [i for i, c in enumerate(line.text) if c == " "]
    first = start - sum(b < start for b in blanks)
    last = end - sum(b < end for b in blanks)
    glyphs = line.glyphs[first:last] or line.glyphs
    return Box(min(g.x0 for g in glyphs), min(g.top for g in glyphs), max(g.x1 for g in glyphs), max(g.bottom for g in glyphs))


class LabelledLines:
    """Reads lines in order; what names the figures (指標名, 担当課) holds until it is named anew."""

    def __init__(self) -> None:
        self._card = Card(Names())
        self._kinds: list[ValueKind] = []

    def read(self, page: int, line: Run, context: Context) -> Iterator[PrintedFigure]:
        """The figures of one line."""
        self._kinds = arrow_kinds(line.text) or self._kinds
        yield from self._arrow_figures(page, line, context)
        for found in labelled_values(line):
            if found.label.role == "value" and label_of(found.text).role == "period":
                continue
            if found.label.role == "value" and not looks_like_value(found.text) and len(squeeze(found.text)) > 16:
                continue
            text = found.text.rstrip("）)】") if found.label.role == "unit" else found.text
            yield from card_figures(page, found.label, text, found.box, self._card, context)

    def _arrow_figures(self, page: int, line: Run, context: Context) -> Iterator[PrintedFigure]:
        """The figures of a line such as ・整備率　66.7%（R3） → 70.0%（R8） under a legend that names the two kinds."""
        parts = arrow_parts(line.text)
        if len(parts) < 2 or len(parts) != len(self._kinds):
            return
        named = _NAME_AND_FIGURE.match(parts[0])
        if named is None or not all(looks_like_value(part) for part in parts[1:]):
            return
        names = Names(indicator=indicator_title(named.group(1)))
        for kind, text in zip(self._kinds, [named.group(2), *parts[1:]], strict=True):
            at = line.text.index(text)
            stated = Stated(kind, "", None, None, ("kinds-from-legend",))
            yield figure(page, _part(line, at, at + len(text)), text, names, stated, context)

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
        )

    def forget(self) -> None:
        """Start anew: a heading or a table ends what was named."""
        self._card = Card(Names())

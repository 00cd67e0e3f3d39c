"""Footnotes and what they say: of which time the figures that carry their mark are, or one kind of one indicator, and its unit.

Belongs here: footnotes as printed (※1　令和4年度の数値, ※住宅の耐震化率の策定時は、平成25年度の値です). Does not belong here: notes that date
a kind throughout a table (``captions``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.labels import label_of, period_in, squeeze
from extract.lexicon import phrase
from extract.lines import Run
from extract.model import ValueKind
from extract.unit_words import unit_in_bracket

_SAID_OF_VALUE = phrase("said_of_value")
_FOOTNOTE = phrase("footnote")
_OF_INDICATOR = phrase("of_indicator")
_UNIT_OF = re.compile(
    r"(?:^|(?<=[\s、。,/・※「:]))([^\s、。,/・※「」:]{3,24})」?の単位は、?「?([^\s、。,「」※]{1,10}?)」?(?:です|である|とする|とします|(?=[。、※]|$))"
)
_BRACKETS_BEHIND = re.compile(r"(?:\([^()]*\))+$")
_NOTE = phrase("note_mark")
_BEGINS_NOTE = re.compile(r"\(?([※*]\d{0,2})")
_MARK = re.compile(r"[※*]\d{0,2}$")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """What the footnotes of a page say: ``periods`` by mark, ``named`` by the name of an indicator and a kind, the marks whose notes
    speak of a period in another way (``unclear``), and the ``units`` that notes give to indicators, by the end of their names.
    ``marks`` are those that begin a note at all.
    """

    periods: dict[str, str] = field(default_factory=dict)
    named: dict[tuple[str, ValueKind], str] = field(default_factory=dict)
    unclear: frozenset[str] = frozenset()
    units: dict[str, str] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()

    def after(self, other: Footnotes) -> Footnotes:
        """These footnotes, and those of another place where these say nothing; a mark that begins a note here is none of another place."""
        periods = {mark: period for mark, period in other.periods.items() if mark not in self.marks}
        return Footnotes(
            {**periods, **self.periods},
            {**other.named, **self.named},
            self.unclear | (other.unclear - self.marks),
            {**other.units, **self.units},
            self.marks | other.marks,
        )

    def period_of(self, text: str, name: str, kind: ValueKind) -> str:
        """The period that a footnote gives a figure of an indicator, or nothing."""
        return self.named.get((_plain(name), kind), "") or self.periods.get(_mark_of(text), "")

    def unit_of(self, name: str) -> str:
        """The unit that a note gives an indicator whose name ends as the note says it (町公式SNSフォロワー数), or nothing.

        What a name adds in a bracket behind it, a note may leave out.
        """
        forms = (_plain(name), _BRACKETS_BEHIND.sub("", _plain(name)))
        return next((unit for ending, unit in self.units.items() if any(f.endswith(ending) for f in forms)), "")

    def doubts(self, text: str, name: str) -> bool:
        """True where the mark of a figure or of its name leads to a note on a period that is not understood."""
        return bool({_mark_of(text), _mark_of(name)} & self.unclear)


def unwrapped_notes(lines: Sequence[Run]) -> Iterator[str]:
    """The texts of lines; a note that breaks off before its full stop goes on in the line right below it."""
    joined = False
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        if joined:
            joined = False
            continue
        joined = below is not None and _runs_on(line, below)
        yield line.text + below.text if joined and below is not None else line.text


def _runs_on(line: Run, below: Run) -> bool:
    begins = bool(_NOTE.match(squeeze(line.text))) and not _NOTE.match(squeeze(below.text))
    near = below.box.top - line.box.bottom <= line.size and below.box.x0 >= line.box.x0 - 1
    return begins and near and not line.text.rstrip().endswith(("。", "）", ")"))


def footnotes_in(lines: Iterable[str]) -> Footnotes:
    """What the footnotes among some lines say; the first statement wins."""
    squeezed = [squeeze(line) for line in lines]
    periods: dict[str, str] = {}
    named: dict[tuple[str, ValueKind], str] = {}
    unclear: set[str] = set()
    for mark, note in (found.groups() for line in squeezed for found in _FOOTNOTE.finditer(line)):
        said = _SAID_OF_VALUE.sub("", note, count=1)
        period, of_one = period_in(said), _of_one(note)
        if of_one:
            named.setdefault(*of_one)
        elif period and said.startswith(period):
            periods.setdefault(mark, period)
        elif period:
            unclear.add(mark)
    marks = frozenset(found[1] for line in squeezed if (found := _BEGINS_NOTE.match(line)))
    return Footnotes(periods, named, frozenset(unclear - periods.keys()), _units_in(squeezed), marks)


def _units_in(squeezed: list[str]) -> dict[str, str]:
    """The units that notes give to indicators (SNSフォロワー数の単位は人です), by the names that they use."""
    said = (found.groups() for line in squeezed for found in _UNIT_OF.finditer(line))
    return {name: unit for name, unit in reversed(list(said)) if unit_in_bracket(unit)}


def _of_one(note: str) -> tuple[tuple[str, ValueKind], str] | None:
    """The indicator and the kind that a note dates, with the period that begins what it says of them."""
    found = _OF_INDICATOR.match(note)
    kind = label_of(found[2]).kind if found else None
    said = note[found.end() :] if found else ""
    period = period_in(said)
    return ((_plain(found[1]), kind), period) if found and kind and period and said.startswith(period) else None


def _plain(name: str) -> str:
    return _MARK.sub("", squeeze(name))


def _mark_of(text: str) -> str:
    found = _MARK.search(squeeze(text))
    return found.group() if found else ""

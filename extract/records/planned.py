"""Initiatives that begin later: a heading with a year from which they begin, and the list under it.

Belongs here: lists outside tables. Does not belong here: status tables (``statuses``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.labels import period_in, squeeze
from extract.lines import Run
from extract.model import PrintedStatus
from extract.records.headings import is_sentence
from extract.records.leaf import Leaf, around
from extract.records.text import one_line
from extract.records.words import pattern, says

_CONFIDENCE = 0.9
_AS_LARGE = 1.05  # sizes within this factor count as one
_IN_BRACKETS = re.compile(r"[（(〔]([^（）()〔〕]*)[）)〕]")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: the group heading above it and its lines."""

    group: str
    lines: list[Run]


def read_planned(leaves: list[Leaf]) -> Iterator[PrintedStatus]:
    """One status per item of every list of initiatives to come; ``started_label`` is the year of the heading."""
    for leaf in leaves:
        for position, line in enumerate(leaf.lines):
            label = starting_label(line.text)
            if label:
                yield from _statuses(leaf, one_line(line.text), label, listed(line, leaf.lines[position + 1 :]))


def _statuses(leaf: Leaf, heading: str, label: str, found: Iterable[Item]) -> Iterator[PrintedStatus]:
    for item in found:
        box = leaf.sheet.content.on_page(around([line.box for line in item.lines]))
        text = one_line("\n".join(line.text for line in item.lines))[1:].strip()
        yield PrintedStatus(leaf.number, heading, item.group, text, label, "", _CONFIDENCE, box)


def starting_label(heading: str) -> str:
    """The open period (令和7年度〜) of a heading that announces initiatives, blank where it announces none."""
    plain = squeeze(heading)
    period = period_in(plain)
    opens = pattern("planned", "open_period").match(plain, plain.find(period) + len(period)) if period else None
    if opens is None or not pattern("planned", "heading").fullmatch(plain.replace(period, "")) or plain.endswith("。"):
        return ""
    bracketed = (part for part in _IN_BRACKETS.findall(heading) if period in squeeze(part))
    return str(next(bracketed, period + opens.group()))


def listed(heading: Run, below: list[Run]) -> list[Item]:
    """The items of the list under a heading, each with the group heading above it; a heading as large ends the list."""
    found: list[Item] = []
    group = ""
    for line in below:
        if _is_bullet(line):
            found.append(Item(group, [line]))
        elif line.size >= heading.size:
            break
        elif found and found[-1].group == group and _goes_on(found[-1].lines[0], line):
            found[-1].lines.append(line)
        elif not says("aside", line.text) and not is_sentence(line.text):
            group = one_line(line.text)
    return found


def _is_bullet(line: Run) -> bool:
    return bool(pattern("planned", "bullet").match(line.text)) and len(squeeze(line.text)) > 1


def _goes_on(bullet: Run, line: Run) -> bool:
    """Whether a line continues an item: indented behind its bullet, in no larger size."""
    return line.box.x0 > bullet.box.x0 + 1 and line.size <= bullet.size * _AS_LARGE

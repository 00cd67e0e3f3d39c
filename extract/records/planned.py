"""Initiatives that begin later: a heading with a year from which they begin, and the list under it.

Belongs here: lists outside tables. Does not belong here: status tables (``statuses``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.labels import period_in, squeeze
from extract.lines import Run
from extract.model import PrintedStatus
from extract.records.headings import is_sentence
from extract.records.leaf import Leaf
from extract.records.text import one_line
from extract.records.words import pattern, says

_IN_BRACKETS = re.compile(r"[（(〔]([^（）()〔〕]*)[）)〕]")


def read_planned(leaves: list[Leaf]) -> Iterator[PrintedStatus]:
    """One status per item of every list of initiatives to come; ``started_label`` is the year of the heading."""
    for leaf in leaves:
        for position, line in enumerate(leaf.lines):
            label = starting_label(line.text)
            if label:
                yield from _listed(leaf.number, line, label, leaf.lines[position + 1 :])


def starting_label(heading: str) -> str:
    """The open period (令和7年度〜) of a heading that announces initiatives, blank where it announces none."""
    plain = squeeze(heading)
    period = period_in(plain)
    opens = pattern("planned", "open_period").match(plain, plain.find(period) + len(period)) if period else None
    if opens is None or not pattern("planned", "heading").fullmatch(plain.replace(period, "")) or plain.endswith("。"):
        return ""
    bracketed = (part for part in _IN_BRACKETS.findall(heading) if period in squeeze(part))
    return str(next(bracketed, period + opens.group()))


def _listed(page: int, heading: Run, label: str, below: list[Run]) -> Iterator[PrintedStatus]:
    group, item, bullet = "", "", None
    for line in below:
        if _is_bullet(line):
            yield from _status(page, heading, group, item, label)
            item, bullet = one_line(line.text)[1:].strip(), line
        elif line.size >= heading.size:
            break
        elif bullet is not None and item and line.box.x0 > bullet.box.x0 + 1 and line.size <= bullet.size * 1.05:
            item = one_line(f"{item}\n{line.text}")
        elif not says("aside", line.text) and not is_sentence(line.text):
            yield from _status(page, heading, group, item, label)
            group, item = one_line(line.text), ""
    yield from _status(page, heading, group, item, label)


def _is_bullet(line: Run) -> bool:
    return bool(pattern("planned", "bullet").match(line.text)) and len(squeeze(line.text)) > 1


def _status(page: int, heading: Run, group: str, item: str, label: str) -> Iterator[PrintedStatus]:
    if item:
        yield PrintedStatus(page, one_line(heading.text), group, item, label, "", 0.9)

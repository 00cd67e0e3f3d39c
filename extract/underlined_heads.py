"""Heads of an open table with a rule of their own below them (指標の推移 over 現状値 and 目標値): they reach as far as that rule.

Belongs here: making such heads as wide. Does not belong here: placing them (``gap_header``), headers between whole rules
(``ruled_headers``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.labels import label_of
from extract.lines import Run
from extract.ruling import Segment
from extract.text_lines import TextLine

_BELOW = 1.2  # glyph sizes below a head at most at which its rule runs
_EDGE = 2.0  # points by which a head may reach over its rule
_SEVERAL = 2


def as_wide_as_rules(header: Sequence[TextLine], rules: Sequence[Segment]) -> list[TextLine]:
    """The lines of a header, words that are no label made as wide as the rule of their own below them, where it runs over several words."""
    return [replace(line, runs=tuple(_widened(run, header, rules) for run in line.runs)) for line in header]


def _widened(run: Run, header: Sequence[TextLine], rules: Sequence[Segment]) -> Run:
    if label_of(run.text).speaks:
        return run
    rule = next((rule for rule in rules if _underlines(rule, run) and _heads_several(rule, header)), None)
    return run if rule is None else replace(run, box=replace(run.box, x0=rule.start + _EDGE, x1=rule.end - _EDGE))


def _underlines(rule: Segment, run: Run) -> bool:
    near = -_EDGE <= rule.at - run.box.bottom <= _BELOW * run.size
    return near and rule.start - _EDGE <= run.box.x0 and run.box.x1 <= rule.end + _EDGE


def _heads_several(rule: Segment, header: Sequence[TextLine]) -> bool:
    """True for a rule shorter than the header over several words of one of its lower lines."""
    outside = any(run.box.x1 < rule.start or run.box.x0 > rule.end for line in header for run in line.runs)
    lower = [line for line in header if line.top >= rule.at - _EDGE]
    within = (sum(rule.start <= (run.box.x0 + run.box.x1) / 2 <= rule.end for run in line.runs) for line in lower)
    return outside and any(count >= _SEVERAL for count in within)

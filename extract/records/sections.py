"""Labelled texts of a page: 現状, 課題, 取組 in a column with their texts to the right, ≪背景≫ with its text below.

Belongs here: which text belongs to which label, by position. Does not belong here: ruled cards (``measures``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.labels import squeeze
from extract.lines import Run
from extract.model import Box
from extract.records.leaf import Leaf, around
from extract.records.words import measure_labels

_NEXT_LINE = 1.2  # gap, in sizes of the text, up to which a line goes on with the block above it
_SAME_COLUMN = 1.0  # sizes by which the centres of labels in one column may differ
_TOUCH = 2.0  # points by which a label may reach over the edge of its text
_WRAPPED = re.compile(r"[≪《【<〈■◆●▼◎\[](.+?)[≫》】>〉\]]?")


@dataclass(frozen=True, slots=True)
class Section:
    """The text that a label names, with its box in reading coordinates."""

    text: str
    box: Box


@lru_cache(maxsize=20_000)
def measure_role(text: str) -> str | None:
    """The role of a label of a measure."""
    plain = squeeze(text)
    return next((role for role, words in measure_labels() if words.fullmatch(plain)), None)


def sections(leaf: Leaf) -> dict[str, Section]:
    """The labelled texts of a page by the role of their labels, the first where a label stands twice."""
    labels = _labels(leaf.runs)
    column = _column(labels)
    found: dict[str, Section] = {}
    blocks = _beside(leaf, [run for run, _ in column]) if len(column) > 1 else []
    for run, role in column:
        block = next((block for block in blocks if _is_level(run, block)), None)
        if block:
            found.setdefault(role, _section(block))
    for run, role in labels:
        below = _below(run, leaf, [label for label, _ in labels]) if role not in found else []
        if below:
            found.setdefault(role, _section(below))
    return found


def _labels(runs: Iterable[Run]) -> list[tuple[Run, str]]:
    """The runs that are labels, with their roles; a heading may stand in brackets or behind a mark."""
    named = ((run, measure_role(run.text) or measure_role(_unwrapped(run.text))) for run in runs)
    return [(run, role) for run, role in named if role]


def _unwrapped(text: str) -> str:
    found = _WRAPPED.fullmatch(squeeze(text))
    return found[1] if found else ""


def _column(labels: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """The labels that stand one below the other: the largest group with one centre."""
    groups = [
        [(run, role) for run, role in labels if abs(_mid(run) - _mid(other)) <= _SAME_COLUMN * other.size]
        for other, _ in labels
    ]
    return max(groups, key=len, default=[])


def _mid(run: Run) -> float:
    return (run.box.x0 + run.box.x1) / 2


def _beside(leaf: Leaf, column: list[Run]) -> list[list[Run]]:
    """The blocks of text to the right of a column of labels: one for each frame, else lines that follow each other."""
    edge = max(run.box.x1 for run in column)
    right = [run for run in leaf.runs if run.box.x0 >= edge]
    framed: list[list[Run]] = []
    for frame in _frames(leaf, edge):
        framed.append([run for run in right if _holds(frame, run)])
        right = [run for run in right if not _holds(frame, run)]
    blocks = [part for block in _following(right) for part in _cut(block, column)]
    return [block for block in (*framed, *blocks) if block]


def _frames(leaf: Leaf, edge: float) -> Iterator[Box]:
    """The cells of ruled tables that lie to the right of an edge."""
    for grid in leaf.sheet.grids:
        if grid.way.startswith("lattice"):
            for cell in grid.cells:
                if grid.xs[cell.col] >= edge:
                    yield Box(
                        grid.xs[cell.col], grid.ys[cell.row], grid.xs[cell.last_col + 1], grid.ys[cell.last_row + 1]
                    )


def _holds(frame: Box, run: Run) -> bool:
    return frame.x0 <= _mid(run) <= frame.x1 and frame.top <= run.y_mid <= frame.bottom


def _following(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs from top to bottom, parted where a gap is wider than between lines."""
    blocks: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.box.top):
        if blocks and run.box.top - max(other.box.bottom for other in blocks[-1]) <= _NEXT_LINE * run.size:
            blocks[-1].append(run)
        else:
            blocks.append([run])
    return blocks


def _cut(block: list[Run], column: list[Run]) -> list[list[Run]]:
    """A block beside several labels, cut at the top of each."""
    tops = [label.box.top for label in column if _is_level(label, block)][1:]
    parts: list[list[Run]] = [[] for _ in range(len(tops) + 1)]
    for run in block:
        parts[sum(run.box.bottom > top + _TOUCH for top in tops)].append(run)
    return parts


def _is_level(label: Run, block: list[Run]) -> bool:
    """Whether the middle of a label lies at the height of a block."""
    box = around([run.box for run in block])
    return box.top - _TOUCH <= label.y_mid <= box.bottom + _TOUCH


def _below(label: Run, leaf: Leaf, labels: list[Run]) -> list[Run]:
    """The lines that follow each other below a label, up to the next label."""
    ends = min(
        (other.box.top for other in labels if other.box.top > label.box.bottom), default=leaf.sheet.content.height
    )
    under = [run for run in leaf.runs if label.box.bottom <= run.box.top and run.box.bottom <= ends]
    beside = [run for run in under if run.box.x0 < label.box.x1 and run.box.x1 > label.box.x0]
    blocks = _following([label, *beside])
    return blocks[0][1:]


def _section(block: list[Run]) -> Section:
    """The text of a block; parts that stand side by side are read one after the other."""
    parts: list[list[Run]] = []
    for run in sorted(block, key=lambda run: run.box.x0):
        if parts and run.box.x0 < max(other.box.x1 for other in parts[-1]):
            parts[-1].append(run)
        else:
            parts.append([run])
    text = "\n".join(_text(part) for part in parts)
    return Section(text, around([run.box for run in block]))


def _text(runs: list[Run]) -> str:
    """The lines of runs, those of one height on one line."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.y_mid):
        if lines and abs(run.y_mid - lines[-1][0].y_mid) <= 0.5 * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return "\n".join(" ".join(run.text for run in sorted(line, key=lambda r: r.box.x0)) for line in lines)

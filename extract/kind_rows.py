"""Rows of an open table by a column of kinds or parts that stand in turn below each other (目標, 実績, … or 男性, 女性).

Belongs here: which line of kind, and which group of such lines, words stand beside. Does not belong here: the words of other
columns, tables with rules between their rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.labels import label_of, squeeze
from extract.lines import Run
from extract.model import ValueKind
from extract.parts import is_part

_FEWEST_TURNS = 2
_MOST_KINDS = 3
_BESIDE = 0.6  # of a glyph size: words whose middle is farther from a line of kind do not stand beside it
_OF_ROWS = ("value", "rate", "rating", "attainment")  # what the labels of rows of one indicator are
_LONGEST_KIND = 3  # pieces of a wrapped kind


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: ValueKind
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class KindRows:
    """The lines of kinds of a table from top to bottom, ``turn`` of them to each indicator; ``beside`` are the columns whose words
    stand each beside one kind, words of the others belong to all kinds of a turn.
    """

    middles: tuple[float, ...]
    turn: int
    beside: frozenset[int]

    def edges(self) -> list[float]:
        """The boundaries between rows."""
        return [(a + b) / 2 for a, b in pairwise(self.middles)]

    def place(self, col: int, height: float) -> tuple[int, int]:
        """First row and number of rows of words in a column at a height."""
        if col in self.beside:
            return min(range(len(self.middles)), key=lambda i: abs(self.middles[i] - height)), 1
        turns = range(0, len(self.middles), self.turn)
        return min(
            turns, key=lambda i: abs((self.middles[i] + self.middles[i + self.turn - 1]) / 2 - height)
        ), self.turn


def kind_rows(columns: Sequence[Sequence[Run]]) -> KindRows | None:
    """The rows by the first column of kinds in turn, where a table has one; ``columns`` are the words of each column downwards."""
    for at, runs in enumerate(columns):
        kinds = _kinds(runs) if at else []
        turn = _turn([k.kind for k in kinds])
        if turn:
            middles = tuple(k.middle for k in kinds)
            beside = frozenset(
                c for c, other in enumerate(columns) if c == at or (c > at and _stand_beside(other, middles))
            )
            return KindRows(middles, turn, beside) if len(beside) > 1 else None
    return None


def one_turn(columns: Sequence[Sequence[Run]]) -> KindRows | None:
    """The rows by a column of different labels, a kind among them (目標, 実績, 達成率), of one indicator."""
    for at, runs in enumerate(columns):
        labels = [label_of(run.text) for run in runs]
        texts = {label.text for label in labels}
        if (
            len(texts) == len(runs) >= _FEWEST_TURNS
            and all(label.role in _OF_ROWS for label in labels)
            and any(label.kind for label in labels)
        ):
            middles = tuple(run.y_mid for run in runs)
            beside = frozenset(
                c for c, other in enumerate(columns) if c == at or (c > at and _stand_beside(other, middles))
            )
            return KindRows(middles, len(runs), beside) if len(beside) > 1 else None
    return None


def parts_of_one(columns: Sequence[Sequence[Run]]) -> KindRows | None:
    """The rows by a column of different parts (男性, 女性) of one indicator; words to the right belong to the part nearest to them.

    None where words stand farther from every part than two parts from each other: they are of another indicator.
    """
    for at, runs in enumerate(columns):
        texts = {squeeze(run.text) for run in runs}
        if at and len(texts) == len(runs) >= _FEWEST_TURNS and all(map(is_part, texts)):
            middles = tuple(run.y_mid for run in runs)
            reach = max(b - a for a, b in pairwise(middles))
            others = [run for other in columns[at + 1 :] for run in other]
            near = all(min(abs(run.y_mid - middle) for middle in middles) < reach for run in others)
            return KindRows(middles, len(runs), frozenset(range(at, len(columns)))) if near else None
    return None


def _kinds(runs: Sequence[Run]) -> list[_Kind]:
    """The kinds that a column of words spells line by line, wrapped ones put together; empty where a word is none."""
    kinds: list[_Kind] = []
    start = 0
    while start < len(runs):
        ends = range(start + 1, min(start + _LONGEST_KIND, len(runs)) + 1)
        whole = [(end, kind) for end in ends if (kind := label_of("".join(run.text for run in runs[start:end])).kind)]
        if not whole:
            return []
        end, kind = whole[0]
        kinds.append(_Kind(kind, runs[start].box.top, runs[end - 1].box.bottom))
        start = end
    return kinds


def _turn(kinds: list[ValueKind]) -> int:
    """How many different kinds come again and again in the same order; 0 where they do not."""
    for turn in range(2, _MOST_KINDS + 1):
        again = len(kinds) // turn
        if again >= _FEWEST_TURNS and kinds == kinds[:turn] * again and len(set(kinds[:turn])) == turn:
            return turn
    return 0


def _stand_beside(runs: Sequence[Run], middles: Sequence[float]) -> bool:
    """True where every word of a column stands beside a line of kind, and not all beside the same of a turn."""
    return bool(runs) and all(min(abs(run.y_mid - middle) for middle in middles) <= _BESIDE * run.size for run in runs)

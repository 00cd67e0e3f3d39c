"""Legends: lines that say which kind of value stands above or below in a cell or a row, and which in brackets; the unit in a corner.

Belongs here: legends as printed (上段：目標値　下段：実績値, （　）内は目標値, ※上段（　）書きは目標値、下段は実績値).
Does not belong here: which figures they apply to (``tables.columnar``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.grid import Grid
from extract.labels import label_of, squeeze
from extract.model import ValueKind
from extract.tables.context import Context
from extract.unit_lines import is_unit_line, unit_line

_BRACKETS = r"(?:\(\)|括弧|カッコ|かっこ)"
_WITHIN = r"(?:内|書き?|付き?|の中)?の?(?:数値|数字|値|もの)?"
_PLACES = ("上", "中", "下")
_PLACE = "(?:段|欄|行|側)"
_SAYS = r"(?:は|が|:|=|/|に|…|・)*、?"
_KIND_WORD = r"([^\s、。,・/()【】「」]{2,14})"
_YEAR = re.compile(r"年[度次]?(?:$|で|を)")
_AFTER_KIND = re.compile(r"$|[^一-龠ァ-ヶA-Za-z\d]|[上中下]段")


@dataclass(frozen=True, slots=True)
class Legend:
    """The kinds of the lines from top to bottom, and the kind of the figures in brackets; absent where none is stated."""

    stacked: tuple[ValueKind, ...] = ()
    bracketed: ValueKind | None = None

    def after(self, other: Legend) -> Legend:
        """This legend, its blanks filled from another."""
        return Legend(self.stacked or other.stacked, self.bracketed or other.bracketed)


@lru_cache(maxsize=20_000)
def legend_of(text: str) -> Legend:
    """What one line states as a legend."""
    plain = squeeze(text)
    return Legend(_stacked(plain), _kind_in_brackets(plain))


def legend_in(texts: Iterable[str]) -> Legend:
    """The legend that lines state, the first statement of each."""
    found = Legend()
    for text in texts:
        found = found.after(legend_of(text))
    return found


def agreed_legend(texts: Iterable[str]) -> Legend:
    """The legend of a whole document: what its lines state, where none contradicts another."""
    every = [legend_of(text) for text in texts]
    stacked = {legend.stacked for legend in every if legend.stacked}
    bracketed = {legend.bracketed for legend in every if legend.bracketed}
    return Legend(stacked.pop() if len(stacked) == 1 else (), bracketed.pop() if len(bracketed) == 1 else None)


def with_legend(context: Context, legend: Legend) -> Context:
    """The surroundings of a table with a legend that stands farther from it than what they state."""
    whole = Legend(context.stacked, context.bracketed).after(legend)
    return replace(context, stacked=whole.stacked, bracketed=whole.bracketed)


def with_own_legend(context: Context, grid: Grid) -> Context:
    """The surroundings of a table with the legend that a cell of the table states (年度（上段：目標、下段：実績）)."""
    own = legend_in(cell.text for cell in grid.cells).after(Legend(context.stacked, context.bracketed))
    return replace(context, stacked=own.stacked, bracketed=own.bracketed)


def with_own_unit(context: Context, grid: Grid) -> Context:
    """The surroundings of a table with the unit that its first cell states and nothing else (（単位：人）)."""
    corner = grid.at(0, 0).text if grid.n_cols > 1 else ""
    return (
        replace(context, unit_line=unit_line(corner) or context.unit_line) if is_unit_line(squeeze(corner)) else context
    )


def _stacked(plain: str) -> tuple[ValueKind, ...]:
    """The kinds that are said to stand above, in the middle and below, where each place has one of its own."""
    named = [name for name in _PLACES if re.search(f"{name}{_PLACE}", plain)]
    before = [_kind_before(plain, f"[(【]{name}{_PLACE}") for name in named]
    told = before if all(before) else [_kind_of_place(plain, name) for name in named]
    kinds = tuple(kind for kind in told if kind)
    return kinds if len(kinds) > 1 and len(set(kinds)) == len(named) else ()


def _kind_of_place(plain: str, name: str) -> ValueKind | None:
    """The kind said of one place: 上段（　）書きは目標値, （上段）目標, 上段の数値は実績."""
    return _kind_after(plain, rf"{name}{_PLACE}[)】]?の?(?:{_BRACKETS}{_WITHIN})?(?:数値|数字|値)?")


def _kind_in_brackets(plain: str) -> ValueKind | None:
    """The kind that is said to stand in brackets: （　）内は目標値, カッコ書きは実績, 目標値は（　）書き."""
    after = _kind_after(plain, f"{_BRACKETS}{_WITHIN}")
    return after or _kind_before(plain, rf"[はを:]、?(?:{_BRACKETS}(?:内|書)|括弧|カッコ)")


def _kind_after(plain: str, name: str) -> ValueKind | None:
    found = re.search(rf"{name}{_SAYS}{_KIND_WORD}", plain)
    return _leading_kind(found.group(1)) if found else None


def _leading_kind(word: str) -> ValueKind | None:
    """The kind that the longest label at the start of a word names (目標値です, but not 目標達成率, nor 基準とした年度)."""
    if _YEAR.search(word):
        return None
    for end in range(len(word), 1, -1):
        label = label_of(word[:end])
        if label.speaks and _AFTER_KIND.match(word[end:]):
            return label.kind
    return None


def _kind_before(plain: str, name: str) -> ValueKind | None:
    found = re.search(rf"(?:^|[^一-龠ァ-ヶー])([一-龠ァ-ヶー]{{2,8}}){name}", plain)
    return label_of(found.group(1)).kind if found else None

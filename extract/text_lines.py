"""Lines of text cut into runs, and what such a line is: names of columns, a piece of a header, a sentence.

Belongs here: single lines of open text. Does not belong here: where a table starts and ends (``header_extent``, ``body_extent``), columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from extract.arrows import arrow_kinds
from extract.labels import label_of, squeeze
from extract.lexicon import phrase
from extract.lines import Run, block_text, bounds, glyph_lines, run_of
from extract.page import Glyph
from extract.shapes import in_brackets, is_figure, looks_like_value, year_run
from extract.spaced_words import letters_joined

_LEADERS, _FEWEST_LEADERS = ".．…‥･・·⋯", 4  # dots that lead on, and how many of them at least
_APART = 0.75  # gap, in glyph sizes, between two runs of one line
_BEGINS_WITH_YEAR = re.compile(r"(?:(?:19|20)\d\d|明治|大正|昭和|平成|令和)[\d元(年]")
_NOTE = phrase("note_begins")
_RAISED_MARK = re.compile(r"[※*]\d{0,2}")  # a mark set above the words that it belongs to
_HEADS_ROWS = ("indicator", "kind")  # what heads the rows beside years that have no era
_RUNS_OF_PROSE = 3  # a line of more runs is a row, though a sentence stands in it
PROSE = 34  # characters: a longer line that ends a sentence is prose


@dataclass(frozen=True)
class TextLine:
    """One line of text, cut into runs at its gaps."""

    runs: tuple[Run, ...]

    @cached_property
    def top(self) -> float:
        """Upper edge."""
        return min(run.box.top for run in self.runs)

    @cached_property
    def bottom(self) -> float:
        """Lower edge."""
        return max(run.box.bottom for run in self.runs)

    @cached_property
    def size(self) -> float:
        """The greatest glyph size."""
        return max(run.size for run in self.runs)

    @cached_property
    def text(self) -> str:
        """The whole line."""
        return " ".join(run.text for run in self.runs)


def text_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Glyphs as lines of runs, from top to bottom."""
    return [TextLine(tuple(cut_line(line))) for line in glyph_lines(glyphs)]


def cut_line(line: list[Glyph]) -> list[Run]:
    """One line of glyphs as runs: cut at wide gaps, letter-spaced words joined, labels that nearly touch parted."""
    parts = [part for stretch in _without_leaders(line) for part in _apart(stretch)]
    return [
        piece for run in _head_joined(letters_joined([run_of(part) for part in parts])) for piece in _labels_apart(run)
    ]


def _head_joined(runs: list[Run]) -> list[Run]:
    """The runs of a bracket that heads two values with an arrow between them as one (（令和5年度の現状値 → 令和10年度の目標値）)."""
    opened = next((i for i, run in enumerate(runs) if run.text[:1] in "（(" and not in_brackets(run.text)), None)
    if opened is None or not runs[-1].text.endswith(("）", ")")):
        return runs
    head = run_of([glyph for run in runs[opened:] for glyph in run.glyphs])
    return [*runs[:opened], head] if arrow_kinds(head.text) else runs


def _apart(line: list[Glyph]) -> list[list[Glyph]]:
    parts = [[line[0]]]
    for left, right in pairwise(line):
        if right.x0 - left.x1 > _APART * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    return parts


def _without_leaders(line: list[Glyph]) -> list[list[Glyph]]:
    """The stretches of a line between dots that lead from a name to its value (の割合………56.2％); the whole line where there are none."""
    stretches = [(dots, list(part)) for dots, part in groupby(line, lambda glyph: glyph.text in _LEADERS)]
    leads = [dots and len(part) >= _FEWEST_LEADERS for dots, part in stretches]
    if not any(leads) or all(leads):
        return [line]
    cut = groupby(zip(stretches, leads, strict=True), lambda pair: pair[1])
    return [[glyph for (_, part), _ in group for glyph in part] for leading, group in cut if not leading]


def _labels_apart(run: Run) -> list[Run]:
    """A run of labels that nearly touch (令和元年度 令和5年度), or of a figure and a year, as one run each."""
    words = run.text.split(" ")
    whole = label_of(run.text).speaks and not _periods_in_turn(words)
    labels = all(label_of(word).speaks for word in words) and not whole
    if len(words) < 2 or not (labels or _figure_and_year(words)):
        return [run]
    ends = [sum(len(word) for word in words[: i + 1]) for i in range(len(words))]
    return [run_of(list(run.glyphs[start:end])) for start, end in pairwise([0, *ends])]


def _figure_and_year(words: list[str]) -> bool:
    """True for a figure of one column and the year of the next (63,211 2026(令和8)年)."""
    return (
        len(words) == 2
        and is_figure(words[0])
        and not label_of(words[0]).speaks
        and bool(_BEGINS_WITH_YEAR.match(squeeze(words[1])))
    )


def _periods_in_turn(words: list[str]) -> bool:
    """True for periods that differ in nothing but their year: （令和4年度） （令和5年度）, not 令和4年度 (2022年度)."""
    shapes = {re.sub(r"\d+", "0", squeeze(word)) for word in words}
    return len(shapes) == 1 and all(label_of(word).period for word in words) and len(set(words)) == len(words)


def names_columns(line: TextLine) -> bool:
    """True for a line of labels that can head the columns of a table of indicators."""
    labels = [label_of(run.text) for run in line.runs]
    spoken = [label for label in labels if label.speaks]
    figures = [r for r, label in zip(line.runs, labels, strict=True) if not label.speaks and looks_like_value(r.text)]
    years = year_run([r.text for r in figures]) if figures else False
    by_arrow = sum(len(arrow_kinds(run.text)) for run in line.runs)
    if len(line.runs) < 2 or (figures and not years) or (len(spoken) + bool(by_arrow)) * 2 < len(labels) - len(figures):
        return False
    kinds = sum(label.kind is not None for label in spoken) + by_arrow
    periods = sum(label.role == "period" for label in spoken) + (len(figures) if years else 0)
    heads_years = bool(years) and kinds == 0 and any(label.role in _HEADS_ROWS for label in spoken)
    return kinds >= 2 or (kinds >= 1 and len(spoken) >= 2) or (periods >= 2 and len(spoken) >= 3) or heads_years


def stacked(lines: Iterable[TextLine]) -> TextLine:
    """The words of some lines as one line, those below each other as one run."""
    parts: list[list[Run]] = []
    for run in sorted((run for line in lines for run in line.runs), key=lambda run: run.box.x0):
        if parts and run.box.x0 < max(other.box.x1 for other in parts[-1]):
            parts[-1].append(run)
        else:
            parts.append([run])
    return TextLine(tuple(_block([glyph for run in part for glyph in run.glyphs]) for part in parts))


def _block(glyphs: list[Glyph]) -> Run:
    return Run(block_text(glyphs), tuple(glyphs), bounds(glyphs))


def is_fragment(line: TextLine) -> bool:
    """A line that may be part of a header of several lines: only labels, brackets and short words."""
    return all(
        label_of(run.text).speaks or is_broken(run.text) or (len(squeeze(run.text)) <= 7 and not is_figure(run.text))
        for run in line.runs
    )


def is_broken(text: str) -> bool:
    """True for a piece of a wrapped label: a bracket opens or closes in it, and its partner stands on another line."""
    plain = squeeze(text)
    return len(plain) <= 12 and plain.count("(") != plain.count(")")


def is_prose_line(line: TextLine) -> bool:
    """True for a sentence or a note: no row of a table."""
    plain = squeeze(line.text)
    sentence = len(plain) >= PROSE and "。" in plain and len(line.runs) <= _RUNS_OF_PROSE
    first, *others = line.runs
    raised = bool(others) and all(map(is_value, others)) and bool(_RAISED_MARK.fullmatch(squeeze(first.text)))
    note = bool(_NOTE.match(plain)) and not raised and not _RAISED_MARK.fullmatch(plain)
    return sentence or note


def is_value(run: Run) -> bool:
    """True for words that are a figure of their own, not a label and not a piece of a wrapped one."""
    return is_figure(run.text) and not label_of(run.text).speaks and not is_broken(run.text)

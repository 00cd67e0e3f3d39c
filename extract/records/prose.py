"""Figures in sentences: 2023(令和5)年度末時点で９業務へ導入しました。

Belongs here: sentences that state one figure of the present state as of a stated time. Does not belong here: boxes
(``panels``), tables. Precision comes first: a sentence counts only where the page calls it the present state, where it
says as of when, and where it has the form of such a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.labels import squeeze
from extract.model import PrintedFigure, PrintedLabel
from extract.records.leaf import Leaf
from extract.records.present import Block, present_blocks
from extract.records.text import one_line
from extract.records.titles import Title, title_of
from extract.records.words import pattern, sentence_patterns
from extract.rules import confidence

_RULES = ("figure-in-prose",)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text as it is compared, with the place in the printed text of each of its characters."""

    printed: str
    plain: str
    origin: tuple[int, ...]

    def part(self, span: tuple[int, int]) -> str:
        """The printed text of a span of the compared text."""
        return self.printed[self.origin[span[0]] : self.origin[span[1] - 1] + 1]


def aligned(printed: str) -> Aligned:
    """A printed text with its form for comparison."""
    folded = [(place, plain) for place, character in enumerate(printed) for plain in squeeze(character)]
    return Aligned(printed, "".join(plain for _, plain in folded), tuple(place for place, _ in folded))


def read_prose(leaves: list[Leaf]) -> Iterator[PrintedFigure]:
    """The figures that sentences on the present state give."""
    for leaf in leaves:
        title = title_of(leaf)
        for block in present_blocks(leaf):
            for sentence in _sentences(block.text):
                yield from _figures(leaf.number, block, sentence, title)


def _sentences(text: str) -> list[str]:
    return [f"{part}。" for part in one_line(text).split("。") if part.strip()]


def figure_pattern() -> str:
    """The pattern of a figure with its unit, in text as it is compared."""
    return r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?:万|千|億)?" + pattern("prose", "unit").pattern


def _figures(page: int, block: Block, sentence: str, title: Title) -> Iterator[PrintedFigure]:
    text = aligned(sentence)
    for words in sentence_patterns(pattern("prose", "period").pattern, figure_pattern()):
        found = words.fullmatch(text.plain)
        if found is not None and len(re.findall(figure_pattern(), text.plain)) == 1:
            yield replace(_figure(page, block, text, found), measure_no=title.number, measure=title.text)
            return


def _figure(page: int, block: Block, text: Aligned, found: re.Match[str]) -> PrintedFigure:
    return PrintedFigure(
        page=page,
        box=block.box,
        raw_text=text.printed,
        kind="actual",
        indicator=_name(text, found),
        period=PrintedLabel(text.part(found.span("period")), "cell"),
        confidence=confidence(_RULES),
        rules=_RULES,
        amount=text.part(found.span("figure")),
    )


def _name(text: Aligned, found: re.Match[str]) -> str:
    """The indicator that the sentence names, else what was done to what, counted in its unit (…の導入業務数)."""
    groups = found.groupdict()
    if groups.get("name"):
        return text.part(found.span("name"))
    unit = re.sub(r"[\d,.万千億]", "", groups["figure"])
    return f"{text.part(found.span('topic'))}の{groups['act']}{unit}数"

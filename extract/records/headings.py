"""Headings around tables: the nearest one above, and the outline of numbered headings in force at a place.

Belongs here: which loose lines are headings and how they nest. Does not belong here: what they head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.grid import Grid
from extract.labels import squeeze
from extract.lexicon import phrase
from extract.lines import Run
from extract.model import Box
from extract.records.leaf import Leaf
from extract.records.text import one_line
from extract.records.words import heading_styles, says

_GOES_ON = phrase("goes_on")
_LONGEST = 48  # characters: a longer line is a sentence
LARGER = 1.06  # a heading without a clear numbering is set larger than the text by this factor
_MARGIN = 0.1  # share of the page height at either end where running heads stand
_RUNNING = 3  # pages on which a line stands at the edge of the page to count as a running head

Style = str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed on one line; ``style`` names its numbering, blank for none."""

    text: str
    style: Style
    size: float
    top: float


@dataclass(frozen=True, slots=True)
class Outline:
    """The numbered headings in force, from the outermost: a heading ends those of its own numbering and below."""

    stack: tuple[Heading, ...] = ()

    def after(self, heading: Heading) -> Outline:
        """The outline once a heading has come."""
        above = []
        for held in self.stack:
            if held.style == heading.style:
                break
            above.append(held)
        return Outline((*above, heading))

    def policies(self) -> tuple[str, str, str]:
        """基本方針, 施策の柱 and 施策: the innermost three headings that name no chapter and no mere section."""
        names = [h.text for h in self.stack if h.style != "chapter" and not says("section", h.text)][-3:]
        first, second, third = (*names, "", "", "")[:3]
        return first, second, third


def heading_style(text: str) -> Style:
    """The numbering of a heading, blank where there is none or nothing follows it."""
    plain = squeeze(text)
    for style, words in heading_styles():
        found = words.match(plain)
        if found and len(plain) > found.end():
            return style
    return ""


def is_sentence(text: str, longest: int = _LONGEST) -> bool:
    """Whether a line is prose: it ends a sentence, goes on, or is too long for a heading."""
    plain = squeeze(text)
    return len(plain) > longest or bool(_GOES_ON.search(plain))


def heading_above(leaf: Leaf, box: Box) -> str:
    """The nearest heading between a table (its ``box``) and the one above it on the page, blank where there is none."""
    above = max((g.place.bottom for g in leaf.sheet.grids if g.place.bottom <= box.top + 1), default=0.0)
    between = [
        line
        for line in leaf.lines
        if above - 1 <= line.box.top
        and line.box.bottom <= box.top + 2
        and line.box.x0 < box.x1
        and line.box.x1 > box.x0
    ]
    found = [line for line in between if _is_title(line, leaf.size)]
    return one_line(found[-1].text) if found else ""


def _is_title(line: Run, size: float) -> bool:
    if is_sentence(line.text) or says("aside", line.text):
        return False
    return line.size >= LARGER * size or bool(heading_style(line.text))


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a page, in reading order: a numbered heading or a grid."""

    kind: Literal["heading", "grid"]
    top: float
    heading: Heading | None = None
    grid: Grid | None = None


def items(leaf: Leaf, furniture: frozenset[str]) -> Iterator[Item]:
    """Numbered headings and grids of a page from top to bottom; running heads (``furniture``) left out."""
    found = [Item("grid", grid.ys[0], grid=grid) for grid in leaf.sheet.grids]
    headings = [h for grid in leaf.sheet.grids if (h := _boxed_heading(grid)) is not None]
    headings += [h for line in leaf.lines if (h := _numbered(line, leaf.size)) is not None and h.text not in furniture]
    found += [Item("heading", h.top, heading=h) for h in headings]
    yield from sorted(found, key=lambda item: item.top)


def _boxed_heading(grid: Grid) -> Heading | None:
    """A ruled box of one row that holds a number and a title."""
    cells = grid.row_cells(0)
    if grid.n_rows != 1 or len(cells) > 2:
        return None
    text = " ".join(one_line(cell.text) for cell in cells if cell.text.strip())
    style = heading_style(text)
    return Heading(text, style, 0.0, grid.ys[0]) if style and not is_sentence(text) else None


def _numbered(line: Run, size: float) -> Heading | None:
    style = heading_style(line.text)
    if not style or is_sentence(line.text):
        return None
    needed = LARGER if style == "number" else 0.95
    return Heading(one_line(line.text), style, line.size, line.box.top) if line.size >= needed * size else None


def running_heads(leaves: list[Leaf]) -> frozenset[str]:
    """Lines that stand near the upper or lower edge of three pages or more."""
    counts = Counter(
        text for leaf in leaves for text in {one_line(line.text) for line in leaf.lines if _at_edge(leaf, line)}
    )
    return frozenset(text for text, count in counts.items() if count >= _RUNNING)


def _at_edge(leaf: Leaf, line: Run) -> bool:
    height = leaf.sheet.content.height
    return line.box.top < _MARGIN * height or line.box.bottom > (1 - _MARGIN) * height

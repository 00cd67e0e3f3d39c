"""Cards: coloured or framed boxes that each hold one indicator, side by side or one below the other.

Belongs here: which boxes of a page are cards, and their ``Grid``. Does not belong here: which words of a card say what
(``card_text``, ``card_arrows``), tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from extract.arrows import arrow_labels, is_arrow
from extract.box_cards import box_cards
from extract.card_arrows import card_by_arrow, card_by_legend
from extract.card_runs import CardText, NoCard, Statement
from extract.card_text import cards_in
from extract.covering import covered, uncovered
from extract.frames import TOUCH, inside
from extract.grid import Cell, Grid
from extract.labelled_values import labelled_values, states_value
from extract.labels import label_of
from extract.lines import Run, glyph_lines, run_of
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.text_lines import TextLine, cut_line, text_lines

_LEAST_WIDTH, _LEAST_HEIGHT = 60.0, 30.0
_MOST_OF_PAGE = 0.9
_ONE_WORD = 0.2  # gap, in sizes, between letters of one word at most
_LEAST_STRIP, _MOST_STRIP = 8.0, 45.0  # points: a strip with the name over a card
_SAME_LINE = 0.4  # of a large figure with a small label close above it, in sizes of the figure
_BLANK = re.compile(r"[\s:：（(】]")  # stands between a label and its value
_APART = 1.5  # gap, in sizes, between cards side by side in one box


def is_card(grid: Grid) -> bool:
    """True for a grid that is a card: its first row is the name, each other row part, label, value and period."""
    return grid.way.startswith("card")


def card_grids(page: PageContent, ruled: Sequence[Grid]) -> list[Grid]:
    """The cards of a page, looked for from the smallest box to the largest; cells of ``ruled`` tables may be cards too."""
    every = {*_drawn(page), *_cells(ruled)}
    lines = text_lines(page.glyphs) if every else []
    whole_words = (box for box in every if not any(_cuts(box, run) for line in lines for run in line.runs))
    boxes = sorted(whole_words, key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top))
    legends = [(line.bottom, words) for line in lines if (words := arrow_labels(line.text))]
    labels = _labels(lines)
    arrows = [Box(g.x0, g.top, g.x1, g.bottom) for g in page.glyphs if is_arrow(g.text)] if boxes else []
    found: list[Grid] = []
    for box in boxes:
        legend = next((kinds for bottom, kinds in reversed(legends) if bottom <= box.top + TOUCH), [])
        if legend or sum(inside(label, box) for label in labels) > 1 or any(inside(arrow, box) for arrow in arrows):
            free = uncovered(page.glyphs, [grid.place for grid in found])
            cards = _cards(box, covered(free, box), legend)
            whole = next((b for b in boxes if cards and _is_headed(box, b)), box)
            headed = _cards(whole, covered(free, whole), legend) if whole is not box else []
            found.extend(_grid(page, part, card) for part, card in (headed if len(headed) == len(cards) else cards))
    free = uncovered(page.glyphs, [grid.place for grid in found])
    return [*found, *(_grid(page, part, card) for part, card in box_cards(boxes, free))]


def _is_headed(box: Box, whole: Box) -> bool:
    """True for the box that holds another one and a strip for its name above it, and nothing else."""
    sides = max(abs(box.x0 - whole.x0), abs(box.x1 - whole.x1), abs(box.bottom - whole.bottom))
    return sides <= TOUCH and _LEAST_STRIP <= box.top - whole.top <= _MOST_STRIP


def _cuts(box: Box, run: Run) -> bool:
    """True for a box with a side that runs through a word: what it would leave out belongs to what it holds."""
    if not box.top < run.y_mid < box.bottom or run.box.x1 <= box.x0 or run.box.x0 >= box.x1:
        return False
    near = ((a, b) for a, b in pairwise(run.glyphs) if b.x0 - a.x1 < _ONE_WORD * a.size)
    return any((a.x_mid < x) != (b.x_mid < x) for a, b in near for x in (box.x0, box.x1))


def without_cards(page: PageContent, cards: Sequence[Grid]) -> PageContent:
    """The page with nothing where the cards stand."""
    boxes = [card.place for card in cards]
    glyphs = tuple(uncovered(page.glyphs, boxes))
    marks = tuple(m for m in page.marks if not any(inside(Box(m.x0, m.top, m.x1, m.bottom), box) for box in boxes))
    return replace(page, glyphs=glyphs, marks=marks)


def _drawn(page: PageContent) -> Iterator[Box]:
    """Coloured and framed boxes, and white boxes, of the size of a card."""
    for mark in (*page.marks, *page.plates):
        width, height = mark.x1 - mark.x0, mark.bottom - mark.top
        if (
            width >= _LEAST_WIDTH
            and height >= _LEAST_HEIGHT
            and width * height < _MOST_OF_PAGE * page.width * page.height
        ):
            yield Box(mark.x0, mark.top, mark.x1, mark.bottom)


def _cells(grids: Sequence[Grid]) -> Iterator[Box]:
    """The cells of ruled tables that hold several lines."""
    for grid in grids:
        for cell in grid.cells:
            if cell.text.count("\n") > 1:
                yield Box(grid.xs[cell.col], grid.ys[cell.row], grid.xs[cell.last_col + 1], grid.ys[cell.last_row + 1])


def _labels(lines: list[TextLine]) -> list[Box]:
    """Where lines name kinds: labels alone, and labels with their values."""
    runs = [run for line in lines for run in line.runs]
    stating = [run for run in runs if _BLANK.search(run.text) and any(c.isdigit() for c in run.text)]
    return [
        *(run.box for run in runs if label_of(run.text).kind),
        *(value.box for run in stating for value in labelled_values(run) if value.label.kind),
    ]


def _cards(box: Box, glyphs: list[Glyph], legend: Sequence[str]) -> list[tuple[Box, CardText]]:
    """The cards that the text of a box makes, each with its part of the box; none where the text is something else."""
    return _stacked(box, glyphs, legend) or _side_by_side(box, glyphs, legend)


def _stacked(box: Box, glyphs: list[Glyph], legend: Sequence[str]) -> list[tuple[Box, CardText]]:
    """One card, or several below each other."""
    try:
        found = _read(_runs(glyphs), legend, any(is_arrow(glyph.text) for glyph in glyphs))
    except NoCard:
        return []
    tops = [box.top, *(card.top - 1.0 for card in found[1:]), box.bottom]
    return [(Box(box.x0, top, box.x1, bottom), card) for (top, bottom), card in zip(pairwise(tops), found, strict=True)]


def _side_by_side(box: Box, glyphs: list[Glyph], legend: Sequence[str]) -> list[tuple[Box, CardText]]:
    """The cards of a box that holds them side by side; none where some part of it is no card."""
    for left, first, right, second in _halves(box, glyphs):
        if cards := _stacked(left, first, legend):
            others = _cards(right, second, legend)
            return [*cards, *others] if others else []
    return []


def _read(runs: list[Run], legend: Sequence[str], arrow: bool) -> list[CardText]:
    """The cards of a box by the labels in it, else by the legend above it, else by the arrow between two dated values."""
    if any(label_of(run.text).kind or labelled_values(run) for run in runs):
        return cards_in(runs)
    return [card_by_legend(runs, legend) if legend else card_by_arrow(runs, arrow)]


def _runs(glyphs: list[Glyph]) -> list[Run]:
    """The text of a box as runs from top to bottom, cut at its arrows, which are left out but between labelled values."""
    return [
        piece for line in glyph_lines(glyphs, _SAME_LINE) for run in cut_line(line) for piece in _without_arrows(run)
    ]


def _without_arrows(run: Run) -> list[Run]:
    if sum(map(states_value, labelled_values(run))) > 1:
        return [run]
    parts = [list(part) for arrow, part in groupby(run.glyphs, lambda glyph: is_arrow(glyph.text)) if not arrow]
    return [run_of(part) for part in parts]


def _halves(box: Box, glyphs: list[Glyph]) -> Iterator[tuple[Box, list[Glyph], Box, list[Glyph]]]:
    """A box cut in two at each upright gap that no word crosses, from left to right."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.x0)
    reach = list(accumulate((glyph.x1 for glyph in ordered), max))
    for i, (edge, right) in enumerate(zip(reach, ordered[1:], strict=False), 1):
        if right.x0 - edge > _APART * right.size:
            at = (edge + right.x0) / 2
            yield Box(box.x0, box.top, at, box.bottom), ordered[:i], Box(at, box.top, box.x1, box.bottom), ordered[i:]


def _grid(page: PageContent, box: Box, card: CardText) -> Grid:
    """A card as a grid: its name over the whole width, then part, label, value and period of each of its texts."""
    rows = [*card.others, *card.statements]
    xs = tuple(box.x0 + (box.x1 - box.x0) * i / 4 for i in range(5))
    ys = tuple(box.top + (box.bottom - box.top) * i / (len(rows) + 1) for i in range(len(rows) + 2))
    whole = page.on_page(box)
    cells = [Cell(0, 0, 1, 4, card.name, whole)]
    for row, statement in enumerate(rows, 1):
        texts = (statement.part, statement.label, statement.text, statement.period)
        cells.extend(Cell(row, col, 1, 1, text, page.on_page(_around(statement))) for col, text in enumerate(texts))
    return Grid(page.number, whole, xs, ys, tuple(cells), card.way)


def _around(statement: Statement) -> Box:
    """The box around a value."""
    boxes = [run.box for run in statement.value]
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )

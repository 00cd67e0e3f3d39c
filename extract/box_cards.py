"""Rows of boxes that make one indicator each: its name in the first, and in each of the others a kind with its year over a value.

Belongs here: telling such rows, and their text as cards. Does not belong here: cards in one box (``indicator_cards``), boxes of tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.card_runs import CardText, Statement, may_be_value
from extract.covering import covered
from extract.labels import label_of, squeeze
from extract.lines import Run, run_of
from extract.model import Box
from extract.page import Glyph
from extract.shapes import looks_like_value
from extract.text_lines import text_lines

_LEVEL = 3.0  # points by which the edges of boxes of one row may differ
_FEWEST_BOXES, _FEWEST_ROWS = 3, 2
_MOST_LINES = 4  # in one box
_SHORTEST_NAME = 3  # characters


def box_cards(boxes: Iterable[Box], glyphs: Sequence[Glyph]) -> list[tuple[Box, CardText]]:
    """The rows of a page that make cards, each with the box around it; none where there are not two of them."""
    held = [(box, lines) for box in boxes if (lines := _lines(box, glyphs))]
    found = [card for row in _rows(held) if (card := _card(row)) is not None]
    return found if len(found) >= _FEWEST_ROWS else []


_Held = tuple[Box, list[Run]]


def _lines(box: Box, glyphs: Sequence[Glyph]) -> list[Run]:
    """The lines of a box; none where it holds more than a label and its value."""
    inside = covered(glyphs, box)
    lines = (
        [run_of([glyph for run in line.runs for glyph in run.glyphs]) for line in text_lines(inside)] if inside else []
    )
    return lines if len(lines) <= _MOST_LINES else []


def _rows(held: Iterable[_Held]) -> Iterator[list[_Held]]:
    """Boxes of one level beside each other, each once though it is drawn twice."""
    rows: list[list[_Held]] = []
    for box, lines in sorted(held, key=lambda h: (round(h[0].top / _LEVEL), h[0].x0, h[0].x1)):
        last = rows[-1][-1][0] if rows else None
        if last is None or abs(last.top - box.top) > _LEVEL or abs(last.bottom - box.bottom) > _LEVEL:
            rows.append([(box, lines)])
        elif box.x0 >= last.x1 - _LEVEL:
            rows[-1].append((box, lines))
    return (row for row in rows if len(row) >= _FEWEST_BOXES)


def _card(row: Sequence[_Held]) -> tuple[Box, CardText] | None:
    (first, named), *others = row
    name = "".join(line.text for line in named)
    statements = [statement for _, lines in others if (statement := _statement(lines)) is not None]
    is_name = not any(label_of(line.text).speaks or looks_like_value(line.text) for line in named)
    if not is_name or len(squeeze(name)) < _SHORTEST_NAME or len(statements) < len(others):
        return None
    last = others[-1][0]
    return Box(first.x0, first.top, last.x1, last.bottom), CardText(name, tuple(statements), top=first.top)


def _statement(lines: Sequence[Run]) -> Statement | None:
    """A kind, with or without its year, over one value."""
    *labels, value = lines
    label = " ".join(line.text for line in labels)
    return Statement(label, (value,)) if labels and label_of(label).kind and may_be_value(value) else None

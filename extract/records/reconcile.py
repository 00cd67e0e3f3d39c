"""Figures of boxes and sentences beside what the tables gave: no figure twice, the better-named reading kept.

Belongs here: the choice where two readers read the same place. Does not belong here: reading.
"""

from __future__ import annotations

from extract.model import Box, PrintedFigure, Reading

_BORROWED_NAME = (
    "indicator-from-title",
    "title-for-name",
)  # of a table's figure whose indicator is only the title above it


def add_figures(reading: Reading, found: list[PrintedFigure]) -> None:
    """Append figures of boxes and sentences to a reading, in the order of the page.

    Where a table gave the same figure under a name of its own, that one stays; where it had to borrow the title for a
    name, the box or the sentence, which names it, takes its place. A region noted as unread is noted no longer.
    """
    reading.figures[:] = [
        f for f in reading.figures if not set(_BORROWED_NAME) & set(f.rules) or not _is_read_by(f, found)
    ]
    new = [figure for figure in found if not _is_read_by(figure, reading.figures)]
    reading.figures.extend(sorted(new, key=lambda figure: (figure.page, figure.box.top, figure.box.x0)))
    reading.review[:] = [
        note
        for note in reading.review
        if note.reason != "unread_region" or not any(f.page == note.page and _meet(note.box, f.box) for f in new)
    ]


def _is_read_by(figure: PrintedFigure, others: list[PrintedFigure]) -> bool:
    return any(other.page == figure.page and _meet(other.box, figure.box) for other in others)


def _meet(one: Box | None, other: Box) -> bool:
    """Whether the middle of either box lies in the other; no box at all means the whole page, which meets nothing."""
    return one is not None and (_holds(one, other) or _holds(other, one))


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom

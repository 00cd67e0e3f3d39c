"""Which glyphs lie in a box: asked of every glyph of a page, for every table on it.

Belongs here: glyphs and boxes in reading coordinates. Does not belong here: which boxes there are, boxes in boxes (``frames``).
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Box
from extract.page import Glyph


def covered(glyphs: Iterable[Glyph], box: Box) -> list[Glyph]:
    """The glyphs whose middle lies in a box."""
    x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
    return [g for g in glyphs if x0 <= g.x_mid <= x1 and top <= g.y_mid <= bottom]


def uncovered(glyphs: Iterable[Glyph], boxes: Iterable[Box]) -> list[Glyph]:
    """The glyphs whose middle lies in none of the boxes."""
    left = list(glyphs)
    for box in boxes:
        x0, top, x1, bottom = box.x0, box.top, box.x1, box.bottom
        left = [g for g in left if not (x0 <= g.x_mid <= x1 and top <= g.y_mid <= bottom)]
    return left

"""Words written downwards among lines of text: a field's name beside the rows of its indicators.

Belongs here: telling such words from the lines that they cross. Does not belong here: cells, vertical writing within one
cell (``lines.block_text``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.lines import Run, bounds, glyph_lines
from extract.page import Glyph
from extract.ruling import Segment

_ALONE = 0.75  # gap, in glyph sizes, to the next glyph on the line from which a glyph stands alone
_BELOW = 0.25  # glyph sizes by which the middles of glyphs below each other may differ
_PITCH = 1.5  # glyph sizes from one glyph of a word to the next at most
_ON_LINE = 0.12  # glyph sizes: nearer middles are on one line of text
_TIGHT = 1.25  # the same for a word of two glyphs: rows of a table stand farther apart
_JOINTS = "ー-―‐・、（）()～~"


def without_vertical(glyphs: Iterable[Glyph], rules: Sequence[Segment]) -> tuple[list[Glyph], list[Run]]:
    """The glyphs that are written in lines, and the words that are written downwards; a rule ends such a word."""
    every = list(glyphs)
    alone = [glyph for line in glyph_lines(every) for glyph in _standing_alone(line)]
    words = [word for chain in _chains(alone, rules) if _is_word(chain, every) for word in [_run(chain)]]
    taken = {id(glyph) for word in words for glyph in word.glyphs}
    return [glyph for glyph in every if id(glyph) not in taken], words


def _run(chain: list[Glyph]) -> Run:
    return Run("".join(glyph.text for glyph in chain), tuple(chain), bounds(chain))


def _standing_alone(line: list[Glyph]) -> list[Glyph]:
    """Glyphs with a gap to both sides."""
    parted = [True, *(right.x0 - left.x1 > _ALONE * left.size for left, right in pairwise(line)), True]
    return [glyph for glyph, before, after in zip(line, parted, parted[1:], strict=False) if before and after]


def _chains(glyphs: list[Glyph], rules: Sequence[Segment]) -> list[list[Glyph]]:
    """Glyphs below each other at the pitch of writing, no rule between them."""
    chains: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.y_mid):
        above = next((chain for chain in chains if _goes_on(chain[-1], glyph, rules)), None)
        if above is None:
            chains.append([glyph])
        else:
            above.append(glyph)
    return chains


def _goes_on(above: Glyph, glyph: Glyph, rules: Sequence[Segment]) -> bool:
    if abs(above.x_mid - glyph.x_mid) > _BELOW * glyph.size or not 0 < glyph.y_mid - above.y_mid <= _PITCH * glyph.size:
        return False
    return not any(above.y_mid < rule.at < glyph.y_mid and rule.start < glyph.x_mid < rule.end for rule in rules)


def _is_word(chain: list[Glyph], every: list[Glyph]) -> bool:
    """Letters of Japanese, and not each of them on a line with other words, as the marks of rows are."""
    if len(chain) < 2 or not all(map(_is_letter, chain)):
        return False
    if len(chain) == 2 and chain[1].y_mid - chain[0].y_mid > _TIGHT * chain[0].size:
        return False
    own = {id(glyph) for glyph in chain}
    return not all(
        any(abs(g.y_mid - glyph.y_mid) <= _ON_LINE * glyph.size and id(g) not in own for g in every) for glyph in chain
    )


def _is_letter(glyph: Glyph) -> bool:
    return glyph.text in _JOINTS or unicodedata.category(glyph.text[0]) == "Lo"

"""Columns of words brought together with the words of their header, which may stand beside them.

Belongs here: pairing by position of the stretches that words of a body fill with the words above them. Does not belong here: which
header words name columns (``gap_columns``), rows.
"""

from __future__ import annotations

from itertools import pairwise

from extract.lines import Run
from extract.parts import is_part
from extract.text_lines import TextLine

_HEAD_REACH = 30.0  # points between a header word and the figures of its column that do not reach below it
_FEWEST_PAIRS = 2  # of a unit and the figures below it, beside each other under one head
_TOUCH = 1.5  # points between stretches that are one

Span = tuple[float, float]


def united(spans: list[Span]) -> list[Span]:
    """Stretches that touch as one each, from left to right."""
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1] + _TOUCH:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def meet(one: Span, other: Span) -> bool:
    """True where two stretches share some width."""
    return one[0] < other[1] and other[0] < one[1]


def under_one_head(spans: list[Span], leaves: list[Run], body: list[TextLine]) -> list[Span]:
    """Neighbouring spans that stand under one header word and never share a line are one column (a unit over its figures)."""
    joined = spans[:1]
    for span in spans[1:]:
        last = joined[-1]
        shared = any(
            meet((leaf.box.x0, leaf.box.x1), last) and meet((leaf.box.x0, leaf.box.x1), span) for leaf in leaves
        )
        apart = any(_fills(line, last) and _fills(line, span) for line in body) or _holds_parts(span, body)
        if shared and not apart:
            joined[-1] = (last[0], span[1])
        else:
            joined.append(span)
    return joined


def with_heads(spans: list[Span], heads: list[Span]) -> tuple[list[Span], bool]:
    """Columns of words with the header words beside them: a header over no words joins the nearest unheaded column."""
    bare = [head for head in heads if not any(meet(span, head) for span in spans)]
    free = [span for span in spans if not any(meet(span, head) for head in heads)]
    corner = len(free) == len(bare) + 1 and min(free) == min(spans) < min(bare, default=free[0])
    listed = sorted(free)[1:] if corner else free  # without the labels of rows under an empty corner
    joined = _in_turn(listed, bare, [*spans, *heads]) or _nearest(free, bare)
    left = [s for s in free if s not in joined], [h for h in bare if h not in joined.values()]
    joined |= _in_turn(*left, [*spans, *heads])
    alone = [head for head in bare if head not in joined.values()]
    widened = [(min(s[0], h[0]), max(s[1], h[1])) if (h := joined.get(s)) else s for s in spans]
    return [*widened, *alone], bool(joined) and (
        len(listed) != len(bare) or any(_distance(s, h) > _HEAD_REACH for s, h in joined.items())
    )


def complementary(spans: list[Span], heads: list[Span], body: list[TextLine], others: int) -> tuple[list[Span], bool]:
    """Columns joined with the one to their right where both are under one head and never hold words on the same line.

    So stand units under heads set in the middle, and figures set to the right below them; one such pair may be chance
    (``others`` are those found already).
    """
    order = sorted(spans)
    lines = {
        span: {i for i, line in enumerate(body) for run in line.runs if meet(span, (run.box.x0, run.box.x1))}
        for span in order
    }
    homes = [_home(head, spans) for head in heads] if spans else []
    pairs: dict[Span, Span] = {}
    for left, right in pairwise(order):
        one_head = homes.count(left) + homes.count(right) == 1 and not _holds_parts(right, body)
        if one_head and lines[left] and lines[right] and not lines[left] & lines[right] and left not in pairs:
            pairs[right] = left
    if not pairs or len(pairs) + others < _FEWEST_PAIRS:
        return spans, False
    kept = [span for span in order if span not in pairs and span not in pairs.values()]
    return [*kept, *((left[0], right[1]) for right, left in pairs.items())], True


def widened(under: list[tuple[Span, list[Run]]]) -> list[tuple[Span, list[Run]]]:
    """The spans of columns with their heads, made as wide as their heads where they stay apart from each other."""
    wide = [(min([s[0], *(h.box.x0 for h in heads)]), max([s[1], *(h.box.x1 for h in heads)])) for s, heads in under]
    if any(left[1] > right[0] for left, right in pairwise(wide)):
        return under
    return [(span, heads) for span, (_, heads) in zip(wide, under, strict=True)]


def leaf_home(leaf: Run, leaves: list[Run], spans: list[Span]) -> Span:
    """The span of a header word; one that stands over none of them (a unit below a wide name) goes with the words it stands below."""
    own = (leaf.box.x0, leaf.box.x1)
    if any(meet(own, span) for span in spans):
        return _home(own, spans)
    heads = united([(other.box.x0, other.box.x1) for other in leaves])
    return _home(next(head for head in heads if meet(head, own)), spans)


def _fills(line: TextLine, span: Span) -> bool:
    return any(meet((run.box.x0, run.box.x1), span) for run in line.runs)


def _holds_parts(span: Span, body: list[TextLine]) -> bool:
    """True for a stretch of nothing but parts of indicators (男性, 女性): a column of its own, though names end before it."""
    return all(is_part(run.text) for line in body for run in line.runs if meet((run.box.x0, run.box.x1), span))


def _nearest(spans: list[Span], heads: list[Span]) -> dict[Span, Span]:
    """Columns with the head nearest to them within reach."""
    joined: dict[Span, Span] = {}
    for span, head in sorted(((s, h) for s in spans for h in heads), key=lambda pair: _distance(*pair)):
        if _distance(span, head) <= _HEAD_REACH and span not in joined and head not in joined.values():
            joined[span] = head
    return joined


def _in_turn(spans: list[Span], heads: list[Span], others: list[Span]) -> dict[Span, Span]:
    """Figures set to the left under words set in the middle, or to the right: as many of both, nothing between the two of a pair."""
    pairs = list(zip(sorted(spans), sorted(heads), strict=False))
    if len(spans) != len(heads) or any(_between(span, head, other) for span, head in pairs for other in others):
        return {}
    return dict(pairs)


def _between(one: Span, other: Span, third: Span) -> bool:
    """True where a third span stands between two."""
    return third not in (one, other) and min(one[1], other[1]) < (third[0] + third[1]) / 2 < max(one[0], other[0])


def _distance(one: Span, other: Span) -> float:
    return max(one[0] - other[1], other[0] - one[1], 0.0)


def _home(head: Span, spans: list[Span]) -> Span:
    """The span that a header word shares most of its width with."""
    return max(spans, key=lambda span: min(span[1], head[1]) - max(span[0], head[0]))

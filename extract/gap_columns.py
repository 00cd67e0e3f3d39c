"""Columns of a table without column rules: the gaps that its words leave, refined by the words of its header.

Belongs here: the edges of columns. Does not belong here: which words belong to the table (``gap_extent``), rows.
"""

from __future__ import annotations

from itertools import pairwise

from extract.gap_header import shared_heads
from extract.labels import label_of
from extract.lines import Run
from extract.text_lines import TextLine

_HEAD_REACH = 30.0  # points between a header word and the figures of its column that do not reach below it

Span = tuple[float, float]


def column_edges(header: list[TextLine], body: list[TextLine]) -> tuple[list[float], bool]:
    """Boundaries of columns: gaps that the words of the body leave, refined by the words of the header.

    Also whether a header word and the figures of its column were only brought together because they are near.
    """
    everything = [run for line in [*header, *body] for run in line.runs]
    left, right = min(r.box.x0 for r in everything), max(r.box.x1 for r in everything)
    wide = 0.55 * (right - left)
    inside = [run for line in body for run in line.runs if len(line.runs) > 1 or run.box.x1 - run.box.x0 < wide]
    over_several = [run for run, part in shared_heads([list(line.runs) for line in header]) or [] if len(part) > 1]
    leaves = [run for run in _leaves(header) if run not in over_several and not _is_title(run, header, over_several)]
    spans = _under_one_head(_united([(r.box.x0, r.box.x1) for r in inside]), leaves, body)
    spans, by_nearness = _with_heads(spans, _united([(leaf.box.x0, leaf.box.x1) for leaf in leaves if not _spans_words(leaf, header)]))
    cut = [piece for span in sorted(spans) for piece in _cut_by_leaves(span, [leaf for leaf in leaves if _home(leaf, spans) == span], inside)]
    return [left - 1.0, *((a[1] + b[0]) / 2 for a, b in pairwise(cut)), right + 1.0], by_nearness


def _under_one_head(spans: list[Span], leaves: list[Run], body: list[TextLine]) -> list[Span]:
    """Neighbouring spans that stand under one header word and never share a line are one column (a unit over its figures)."""
    joined = spans[:1]
    for span in spans[1:]:
        last = joined[-1]
        shared = any(_meet((leaf.box.x0, leaf.box.x1), last) and _meet((leaf.box.x0, leaf.box.x1), span) for leaf in leaves)
        if shared and not any(_fills(line, last) and _fills(line, span) for line in body):
            joined[-1] = (last[0], span[1])
        else:
            joined.append(span)
    return joined


def _fills(line: TextLine, span: Span) -> bool:
    return any(_meet((run.box.x0, run.box.x1), span) for run in line.runs)


def _is_title(run: Run, header: list[TextLine], over_several: list[Run]) -> bool:
    """True for words of a header that name no column (指標の推移 over all years): alone on their line, or over words that span."""
    over = any(_overlaps(run, lower) and run.box.bottom <= lower.box.top + 2 for lower in over_several)
    alone = len(header) > 1 and header[0].runs == (run,) and header[1].top >= run.box.bottom - 1
    return not label_of(run.text).speaks and (over or alone)


def _spans_words(run: Run, header: list[TextLine]) -> bool:
    """True for words over a line of more words (策定時 over 年度 and 数値): they name columns, they make none."""
    lower = [line for line in header if line.top > run.box.bottom - 2]
    same = next(line for line in header if run in line.runs)
    return any(len(line.runs) > len(same.runs) for line in lower)


def _with_heads(
    spans: list[Span], heads: list[Span]
) -> tuple[list[Span], bool]:
    """Columns of words with the header words beside them: a header over no words joins the nearest unheaded column."""
    bare = [head for head in heads if not any(_meet(span, head) for span in spans)]
    free = [span for span in spans if not any(_meet(span, head) for head in heads)]
    joined: dict[Span, Span] = {}
    for span, head in sorted(((s, h) for s in free for h in bare), key=lambda pair: _distance(*pair)):
        if _distance(span, head) <= _HEAD_REACH and span not in joined and head not in joined.values():
            joined[span] = head
    left = [s for s in free if s not in joined], [h for h in bare if h not in joined.values()]
    joined |= _in_turn(*left, [*spans, *heads])
    alone = [head for head in bare if head not in joined.values()]
    widened = [(min(s[0], h[0]), max(s[1], h[1])) if (h := joined.get(s)) else s for s in spans]
    return [*widened, *alone], bool(joined) and (len(spans) < len(heads) or any(_distance(s, h) > _HEAD_REACH for s, h in joined.items()))


def _in_turn(spans: list[Span], heads: list[Span], others: list[Span]) -> dict[Span, Span]:
    """Figures set to the left under words set in the middle, or to the right: as many of both, nothing between the two of a pair."""
    pairs = list(zip(sorted(spans), sorted(heads), strict=False))
    if len(spans) != len(heads) or any(_between(span, head, other) for span, head in pairs for other in others):
        return {}
    return dict(pairs)


def _between(one: Span, other: Span, third: Span) -> bool:
    """True where a third span stands between two."""
    return third not in (one, other) and min(one[1], other[1]) < (third[0] + third[1]) / 2 < max(one[0], other[0])


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _distance(one: Span, other: Span) -> float:
    return max(one[0] - other[1], other[0] - one[1], 0.0)


def _leaves(header: list[TextLine]) -> list[Run]:
    """Header runs with no other header run below them that is narrower and inside."""
    runs = [run for line in header for run in line.runs]
    return [
        run
        for run in runs
        if sum(other.box.top > run.box.top + 2 and _overlaps(run, other) for other in runs) < 2 or not _wider(run, runs)
    ]


def _wider(run: Run, runs: list[Run]) -> bool:
    below = [other for other in runs if other.box.top > run.box.top + 2 and _overlaps(run, other)]
    rows = {round(other.y_mid) for other in below}
    return any(sum(round(other.y_mid) == row for other in below) >= 2 for row in rows)


def _overlaps(a: Run, b: Run) -> bool:
    return a.box.x0 < b.box.x1 and b.box.x0 < a.box.x1


def _united(spans: list[Span]) -> list[Span]:
    united: list[Span] = []
    for low, high in sorted(spans):
        if united and low <= united[-1][1] + 1.5:
            united[-1] = (united[-1][0], max(united[-1][1], high))
        else:
            united.append((low, high))
    return united


def _home(leaf: Run, spans: list[Span]) -> Span:
    """The span that a header word shares most of its width with."""
    return max(spans, key=lambda span: min(span[1], leaf.box.x1) - max(span[0], leaf.box.x0))


def _cut_by_leaves(span: Span, leaves: list[Run], runs: list[Run]) -> list[Span]:
    """A span under two header words is two columns whose words run into each other: cut where fewest words cross."""
    heads = _united([(leaf.box.x0, leaf.box.x1) for leaf in leaves])
    pieces, low = [], span[0]
    for left, right in pairwise(heads):
        candidates = [left[1] + (right[0] - left[1]) * step / 8 for step in range(9)]
        at = min(candidates, key=lambda x: (sum(r.box.x0 < x < r.box.x1 for r in runs), abs(x - (left[1] + right[0]) / 2)))
        pieces.append((low, at))
        low = at
    return [*pieces, (low, span[1])]

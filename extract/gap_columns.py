"""Columns of a table without column rules: the gaps that its words leave, refined by the words of its header.

Belongs here: the edges of columns. Does not belong here: which words belong to the table (``header_extent``, ``body_extent``), rows.
"""

from __future__ import annotations

from itertools import pairwise

from extract.column_heads import Span, complementary, leaf_home, under_one_head, united, widened, with_heads
from extract.gap_header import shared_heads
from extract.labels import label_of
from extract.lines import Run
from extract.text_lines import TextLine


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
    spans, by_nearness = _columns(inside, leaves, header, body)
    homes = [leaf_home(leaf, leaves, spans) for leaf in leaves] if spans else []
    under = [
        (span, [leaf for leaf, home in zip(leaves, homes, strict=False) if home == span]) for span in sorted(spans)
    ]
    cut = [piece for span, heads in widened(under) for piece in _cut_by_leaves(span, heads, inside)]
    return [left - 1.0, *((a[1] + b[0]) / 2 for a, b in pairwise(cut)), right + 1.0], by_nearness


def _columns(
    inside: list[Run], leaves: list[Run], header: list[TextLine], body: list[TextLine]
) -> tuple[list[Span], bool]:
    """The stretches that the words of each column fill, and whether heads were only brought to them because they are near."""
    apart = united([(run.box.x0, run.box.x1) for run in inside])
    spans = under_one_head(apart, leaves, body)
    pairs = len(apart) - len(spans)
    spans, by_nearness = with_heads(
        spans, united([(leaf.box.x0, leaf.box.x1) for leaf in leaves if not _spans_words(leaf, header)])
    )
    spans, in_turn = complementary(spans, united([(leaf.box.x0, leaf.box.x1) for leaf in leaves]), body, pairs)
    return spans, by_nearness or in_turn


def _is_title(run: Run, header: list[TextLine], over_several: list[Run]) -> bool:
    """True for words of a header that name no column (指標の推移 over all years): alone on their line, or over words that span."""
    over = any(run.box.shares_width(lower.box) and run.box.bottom <= lower.box.top + 2 for lower in over_several)
    alone = len(header) > 1 and header[0].runs == (run,) and header[1].top >= run.box.bottom - 1
    return not label_of(run.text).speaks and (over or alone)


def _spans_words(run: Run, header: list[TextLine]) -> bool:
    """True for words over a line of more words (策定時 over 年度 and 数値): they name columns, they make none."""
    lower = [line for line in header if line.top > run.box.bottom - 2]
    same = next(line for line in header if run in line.runs)
    return any(len(line.runs) > len(same.runs) for line in lower)


def _leaves(header: list[TextLine]) -> list[Run]:
    """Header runs with no other header run below them that is narrower and inside."""
    runs = [run for line in header for run in line.runs]
    return [
        run
        for run in runs
        if sum(other.box.top > run.box.top + 2 and run.box.shares_width(other.box) for other in runs) < 2
        or not _wider(run, runs)
    ]


def _wider(run: Run, runs: list[Run]) -> bool:
    below = [other for other in runs if other.box.top > run.box.top + 2 and run.box.shares_width(other.box)]
    rows = {round(other.y_mid) for other in below}
    return any(sum(round(other.y_mid) == row for other in below) >= 2 for row in rows)


def _cut_by_leaves(span: Span, leaves: list[Run], runs: list[Run]) -> list[Span]:
    """A span under two header words is two columns whose words run into each other: cut where fewest words cross."""
    heads = united([(leaf.box.x0, leaf.box.x1) for leaf in leaves])
    pieces, low = [], span[0]
    for left, right in pairwise(heads):
        candidates = [left[1] + (right[0] - left[1]) * step / 8 for step in range(9)]
        at = min(
            candidates, key=lambda x: (sum(r.box.x0 < x < r.box.x1 for r in runs), abs(x - (left[1] + right[0]) / 2))
        )
        pieces.append((low, at))
        low = at
    return [*pieces, (low, span[1])]

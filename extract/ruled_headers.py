"""Headers between two rules that run across a table: all that stands between them is the header.

Belongs here: headers told by rules, and the parts of a page that rules of their own set beside each other. Does not belong
here: headers told by their words alone (``header_extent``), columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.captions import is_marked_heading
from extract.era_lines import with_dated_years
from extract.model import Box
from extract.names_over_rows import heads_ruled_names
from extract.page import Glyph
from extract.ruling import Segment
from extract.text_lines import TextLine, is_fragment, names_columns, stacked
from extract.titles import names_indicator

_SAME_END = 4.0  # points by which the ends of the rules of one table may differ
_FEWEST_RULES = 3
_APART = 6.5  # points between tables side by side, more than between coloured boxes of one table
_MOST_LINES = 6
_MARGIN = 3.0

_NUMBER_AND_NAME = 2  # words of a numbered title over a table
_WORDS_OF_ROW = 4
_SAME_PITCH = 1.1
_CLEAR = 0.9  # glyph sizes below the last rule of a table from which a line is no row of it


@dataclass(frozen=True, slots=True)
class RuledHeader:
    """A header by the indexes of its first line, the line after it, and the line before which its table ends; ``body`` is what the rules
    below it enclose.
    """

    start: int
    below: int
    limit: int
    body: Box


def ruled_headers(lines: Sequence[TextLine], rules: Sequence[Segment]) -> list[RuledHeader]:
    """The headers that stand between two rules of their width, from top to bottom."""
    found: list[RuledHeader] = []
    for block in _blocks(rules):
        bands = [
            (above, below, span) for above, below in pairwise(block) if (span := _header_between(lines, above, below))
        ]
        tops = [*(above.at for above, _, _ in bands[1:]), float("inf")]
        for (_, below, (start, end)), until in zip(bands, tops[: len(bands)], strict=True):
            last = max(rule.at for rule in block if below.at <= rule.at < until or rule is below)
            limit = _limit(lines, end, last) if last > below.at else len(lines)
            found.append(RuledHeader(start, end, limit, Box(below.start, below.at, below.end, last)))
    outer = {head.start: head for head in found if not any(_is_part(head, other) for other in found)}
    return _joined([outer[start] for start in sorted(outer)])


def _is_part(head: RuledHeader, other: RuledHeader) -> bool:
    """True for some lines of a header between rules of their own (the lower heads below a spanning one)."""
    return (
        other.start <= head.start and head.below <= other.below and head.below - head.start < other.below - other.start
    )


def _header_between(lines: Sequence[TextLine], above: Segment, below: Segment) -> tuple[int, int] | None:
    """First line of a header between two rules and the line after it; None where what stands there is none."""
    inside = [i for i, line in enumerate(lines) if _in_band(line, above, below)]
    if not 0 < len(inside) <= _MOST_LINES or inside[-1] - inside[0] >= len(inside):
        return None
    end = inside[-1] + 1
    start = next((i for i in inside if not _is_title(lines[i])), end)
    return (start, end) if _is_header(list(lines[start:end]), list(lines[end:])) else None


def _is_title(line: TextLine) -> bool:
    """True for a numbered or marked heading that names an indicator over a header (指標2 居住誘導区域内の人口密度（人/ha）)."""
    apart = len(line.runs) == _NUMBER_AND_NAME and is_marked_heading(line.text)
    return apart and names_indicator(line.runs[-1].text) and not names_columns(line)


def _limit(lines: Sequence[TextLine], start: int, last: float) -> int:
    """The first line that stands clear below the last rule of a table; a plain row as wide as the one above it goes on below stripes."""
    clear = next((i for i in range(start, len(lines)) if lines[i].top - last > _CLEAR * lines[i].size), len(lines))
    return clear + 1 if start + 1 < clear < len(lines) and _is_like(lines[clear - 2 : clear], lines[clear]) else clear


def _is_like(above: Sequence[TextLine], line: TextLine) -> bool:
    """True for a line of as many words as the one above it, no farther from it than that one from its own."""
    pitch = above[1].top - above[0].top
    return len(line.runs) == len(above[1].runs) >= _WORDS_OF_ROW and line.top - above[1].top <= _SAME_PITCH * pitch


def _joined(headers: list[RuledHeader]) -> list[RuledHeader]:
    """Headers that follow each other without a line between them as one: a header of two ruled rows."""
    joined: list[RuledHeader] = []
    for header in headers:
        if joined and joined[-1].below == header.start:
            joined[-1] = replace(header, start=joined[-1].start)
        else:
            joined.append(header)
    return joined


def _blocks(rules: Sequence[Segment]) -> list[list[Segment]]:
    """Rules that begin and end below each other."""
    blocks: list[list[Segment]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        block = next((b for b in blocks if _same_ends(b[-1], rule)), None)
        if block is None:
            blocks.append([rule])
        else:
            block.append(rule)
    return blocks


def _same_ends(one: Segment, other: Segment) -> bool:
    return abs(one.start - other.start) <= _SAME_END and abs(one.end - other.end) <= _SAME_END


def _in_band(line: TextLine, above: Segment, below: Segment) -> bool:
    middle = (line.top + line.bottom) / 2
    left, right = line.runs[0].box.x0, line.runs[-1].box.x1
    return above.at < middle < below.at and above.start - _MARGIN <= left and right <= above.end + _MARGIN


def _is_header(header: list[TextLine], body: list[TextLine]) -> bool:
    """True for words that name columns, or names over rows of kinds or years; a sentence is neither."""
    whole = stacked(with_dated_years(header))
    by_line = any(map(names_columns, header)) and all(names_columns(line) or is_fragment(line) for line in header)
    return bool(whole.runs) and (names_columns(whole) or by_line or heads_ruled_names(whole, body))


def side_by_side(glyphs: Iterable[Glyph], rules: Sequence[Segment]) -> list[list[Glyph]]:
    """The glyphs, those between the rules of tables that stand side by side as parts of their own; the first part is the rest."""
    rest = list(glyphs)
    blocks = [block for block in _blocks(rules) if len(block) >= _FEWEST_RULES]
    parts: list[list[Glyph]] = []
    for block in blocks:
        if any(_beside(block, other, rules) for other in blocks):
            part = [glyph for glyph in rest if _inside(glyph, block)]
            rest = [glyph for glyph in rest if not _inside(glyph, block)]
            parts.append(part)
    return [rest, *(part for part in parts if part)]


def _beside(one: list[Segment], other: list[Segment], rules: Sequence[Segment]) -> bool:
    """True for rules beside each other, none of which goes on across both: those would be columns of one table."""
    left, right = sorted((one, other), key=lambda block: block[0].start)
    top, bottom = max(one[0].at, other[0].at), min(one[-1].at, other[-1].at)
    across = [r for r in rules if r.start < left[0].end - _SAME_END and r.end > right[0].start + _SAME_END]
    return (
        left[0].end + _APART < right[0].start
        and top < bottom
        and not any(top - _SAME_END <= r.at <= bottom + _SAME_END for r in across)
    )


def _inside(glyph: Glyph, block: list[Segment]) -> bool:
    across = block[0].start - _MARGIN <= glyph.x_mid <= block[0].end + _MARGIN
    return across and block[0].at - _MARGIN <= glyph.y_mid <= block[-1].at + _MARGIN

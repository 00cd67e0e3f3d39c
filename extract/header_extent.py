"""Where the header of an open table starts and ends.

Belongs here: the lines of a header, told by their words and the rules below it. Does not belong here: headers between rules
(``ruled_headers``), bodies (``body_extent``), columns and cells.
"""

from __future__ import annotations

from extract.body_extent import dates_values
from extract.captions import is_marked_heading
from extract.era_lines import is_line_of_years
from extract.gap_header import names_over_kinds
from extract.group_lines import dates_heads, fills_heads_of_years
from extract.labels import is_period, label_of, says_values
from extract.names_over_rows import heads_names, lines_of_names, may_head
from extract.ruling import Segment
from extract.text_lines import TextLine, is_fragment, is_value, names_columns, stacked

_LINES_OF_HEADER = 1.5  # glyph sizes between two lines of one header at most
_EVEN = 1.1  # times the gap below a line of a header is as wide as the gap above it at most, if both are the header's
_BESIDE = 0.15  # of a glyph size that two lines share in height if they stand beside each other
_FEWEST_PARTS = 3
_LINES_OF_NAMES = 3
_HEADER_OVER_YEARS = 3  # lines of a header in which heads announce the years of its columns
_MOST_HEADER_LINES = 6


def header_starts(lines: list[TextLine]) -> list[int]:
    """Indexes of lines at which the header of a table starts."""
    starts: list[int] = []
    for i, line in enumerate(lines):
        if (
            (names_columns(line) or _heads_names(lines, i))
            and not (starts and _same_header(lines, starts[-1], i))
            and not dates_values(lines, i)
            and not (starts and _dates(lines, starts[-1], i))
            and not _is_pair(lines, i)
        ):
            starts.append(i)
    return [_with_lines_above(lines, start) for start in starts]


def _dates(lines: list[TextLine], start: int, i: int) -> bool:
    """True for years that belong to the heads of the header before, which have none of their own."""
    header = lines[start : min(start + _HEADER_OVER_YEARS, i)]
    return dates_heads(lines[start], lines[i]) or fills_heads_of_years(header, lines[i])


def _is_pair(lines: list[TextLine], i: int) -> bool:
    """True for a kind and its value in words (現状値 未調査 〔令和5年度〕), right above or below a line that begins with a kind too."""
    first, *others = lines[i].runs[:2]
    if not others or label_of(first.text).kind is None or label_of(others[0].text).speaks:
        return False
    near = [line.runs[0] for line in (*lines[max(0, i - 1) : i], *lines[i + 1 : i + 2])]
    return any(label_of(run.text).kind and abs(run.box.x0 - first.box.x0) < first.size for run in near)


def _heads_names(lines: list[TextLine], i: int) -> bool:
    """A line such as 区分 and names, over lines that begin with a kind or a year: indicators stand as columns.

    The names may be wrapped, or their units stand below them.
    """
    heads = (n for n in range(1, _LINES_OF_NAMES + 1) if may_head(lines[i : i + n]))
    return any(heads_names(stacked(lines[i : i + n]), lines[i + n :]) for n in heads)


def _same_header(lines: list[TextLine], start: int, i: int) -> bool:
    return all(names_columns(line) or is_fragment(line) for line in lines[start:i]) and i - start <= 4


def _with_lines_above(lines: list[TextLine], start: int) -> int:
    """The header may begin a few lines higher: a spanning label, the upper lines of wrapped ones."""
    top = start
    for i in range(start - 1, max(-1, start - _MOST_HEADER_LINES), -1):
        above, line = lines[i], lines[i + 1]
        if _beside(above, line) or any(names_over_kinds([above.runs, b.runs]) for b in lines[i + 1 : start + 1]):
            top = i
            continue
        if (
            line.top - above.bottom > _header_gap(lines, i + 1)
            or not is_fragment(above)
            or is_marked_heading(above.text)
        ):
            break
        top = i if any(label_of(run.text).speaks for run in above.runs) else top
    return top


def _header_gap(lines: list[TextLine], i: int) -> float:
    """The widest gap above a line of a header: a few sizes, or as wide as the gap below it, where that line is the header's too."""
    below = lines[i + 1] if i + 1 < len(lines) and names_columns(lines[i + 1]) else None
    even = _EVEN * (below.top - lines[i].bottom) if below is not None else 0.0
    return max(_LINES_OF_HEADER * lines[i].size, even)


def _beside(above: TextLine, line: TextLine) -> bool:
    """True for two lines of words that stand beside each other rather than below: names wrapped in cells set to the middle."""
    shared = above.bottom - line.top > _BESIDE * min(above.size, line.size)
    return shared and not any(is_value(run) for run in (*above.runs, *line.runs))


def header_end(lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> int:
    """The line after the header that starts at ``start``."""
    ruled = _ruled_off(lines, start, end, rules)
    if ruled:
        return ruled
    stop = start + max(1, lines_of_names(lines[start:end]))
    while stop < end and (
        names_columns(lines[stop])
        or _continues_header(lines, stop, rules)
        or is_line_of_years(lines[stop], lines[start:stop])
    ):
        stop += 1
    return stop


def _ruled_off(lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> int:
    """The line after the last rule below a header's start above which all lines can be the header's; 0 without one."""
    width = max(r.box.x1 for r in lines[start].runs) - min(r.box.x0 for r in lines[start].runs)
    wide = [rule for rule in rules if rule.length >= 0.8 * width]
    found = 0
    for i in range(start + 1, min(end, start + _MOST_HEADER_LINES + 1)):
        if not (names_columns(lines[i - 1]) or is_fragment(lines[i - 1])) or _opens_group(lines, i - 1):
            break
        found = i if any(_under(rule, lines[i - 1], lines[i]) for rule in wide) else found
    return found


def _under(rule: Segment, above: TextLine, line: TextLine) -> bool:
    return above.bottom - 3 <= rule.at <= line.top + 3


def _continues_header(lines: list[TextLine], i: int, rules: list[Segment]) -> bool:
    above, line = lines[i - 1], lines[i]
    if _beside(above, line):
        return True
    if _opens_group(lines, i) or any(above.bottom - 2 <= rule.at <= line.top + 2 for rule in rules):
        return False
    near = line.top - above.bottom
    return (near <= 0.7 * line.size and is_fragment(line)) or (
        near <= _LINES_OF_HEADER * line.size and _names_parts(line)
    )


def _names_parts(line: TextLine) -> bool:
    """True for a line of the words under kinds (年度, 数値, 年度, 数値)."""
    return len(line.runs) >= _FEWEST_PARTS and all(
        says_values(run.text) or (label_of(run.text).role == "period" and not label_of(run.text).period)
        for run in line.runs
    )


def _opens_group(lines: list[TextLine], i: int) -> bool:
    """True for a period alone on its line below a header, if it stands under no word of it or others stand so farther below."""
    if not i or not _is_lone_period(lines[i]):
        return False
    run = lines[i].runs[0]
    under = any(a.box.shares_width(run.box) for a in lines[i - 1].runs)
    return not under or any(
        _is_lone_period(b) and abs(b.runs[0].box.x0 - run.box.x0) < run.size for b in lines[i + 2 :]
    )


def _is_lone_period(line: TextLine) -> bool:
    return len(line.runs) == 1 and is_period(line.text)

"""Tables without a full lattice: columns by the gaps between words, rows by horizontal rules or by spacing.

Belongs here: from loose glyphs (and rules that run across) to ``Grid``. Does not belong here: ruled lattices, meaning
beyond the question whether a line is a table's header.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.gap_header import Placed, column_of, placed_header
from extract.grid import Cell, Grid
from extract.labels import label_of, squeeze
from extract.lines import Run, blank_near, block_text, glyph_lines, run_of
from extract.model import Box
from extract.page import Glyph, PageContent
from extract.rows_by_spacing import BodyLine, row_groups
from extract.ruling import Segment
from extract.shapes import is_figure, looks_like_value, year_run

_APART = 0.75  # gap, in glyph sizes, between two runs of one line
_FAR = 3.2  # a vertical gap of more than this many glyph sizes ends a table without rules
_FARTHEST_SHIFT = 60.0  # points by which a table may stand elsewhere on the next page
_HEAD_REACH = 30.0  # points between a header word and the figures of its column that do not reach below it
_MOST_HEADER_LINES = 6
_PROSE = 34  # characters: a longer line that ends a sentence is prose


_Place = tuple[int, int, int, int]  # first row, rows, first column, columns


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, cut into runs at its gaps."""

    runs: tuple[Run, ...]

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(run.box.top for run in self.runs)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(run.box.bottom for run in self.runs)

    @property
    def size(self) -> float:
        """The greatest glyph size."""
        return max(run.size for run in self.runs)

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(run.text for run in self.runs)


def gap_grids(page: PageContent, glyphs: Iterable[Glyph], rules: list[Segment]) -> list[Grid]:
    """All tables among loose glyphs that are headed by labels; ``rules`` are horizontal lines outside lattices."""
    lines = text_lines(glyphs)
    heads = _header_starts(lines)
    found = [_grid(page, lines, start, end, rules) for start, end in pairwise([*heads, len(lines)])]
    return [grid for grid in found if grid is not None]


def text_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Glyphs as lines of runs, from top to bottom."""
    return [TextLine(tuple(_cut(line))) for line in glyph_lines(glyphs)]


def _cut(line: list[Glyph]) -> list[Run]:
    parts = [[line[0]]]
    for left, right in pairwise(line):
        if right.x0 - left.x1 > _APART * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    return [piece for run in _letters_joined([run_of(part) for part in parts]) for piece in _labels_apart(run)]


def _labels_apart(run: Run) -> list[Run]:
    """A run of labels that nearly touch (令和元年度 令和5年度) as one run each."""
    words = run.text.split(" ")
    if len(words) < 2 or label_of(run.text).speaks or not all(label_of(word).speaks for word in words):
        return [run]
    ends = [sum(len(word) for word in words[: i + 1]) for i in range(len(words))]
    return [run_of(list(run.glyphs[start:end])) for start, end in pairwise([0, *ends])]


def _letters_joined(runs: list[Run]) -> list[Run]:
    """Runs of one character each at even distances are one letter-spaced word (項　目), not columns."""
    joined: list[Run] = []
    for run in runs:
        if joined and _spaced_word(joined[-1], run):
            joined[-1] = run_of([*joined[-1].glyphs, *run.glyphs])
        else:
            joined.append(run)
    return joined


def _spaced_word(left: Run, right: Run) -> bool:
    if len(right.glyphs) != 1 or right.text.isascii() or len(squeeze(left.text)) > 5:
        return False
    if right.box.x0 - left.box.x1 > 2.6 * left.size:
        return False
    return label_of(left.text + right.text).speaks and not (label_of(left.text).speaks and label_of(right.text).speaks)


def _header_starts(lines: list[TextLine]) -> list[int]:
    """Indexes of lines at which the header of a table starts."""
    starts: list[int] = []
    for i, line in enumerate(lines):
        if names_columns(line) and not (starts and _same_header(lines, starts[-1], i)):
            starts.append(i)
    return [_with_lines_above(lines, start) for start in starts]


def names_columns(line: TextLine) -> bool:
    """True for a line of labels that can head the columns of a table of indicators."""
    labels = [label_of(run.text) for run in line.runs]
    spoken = [label for label in labels if label.speaks]
    figures = [r for r, label in zip(line.runs, labels, strict=True) if not label.speaks and looks_like_value(r.text)]
    years = year_run([r.text for r in figures]) if figures else False
    if len(line.runs) < 2 or (figures and not years) or len(spoken) * 2 < len(labels) - len(figures):
        return False
    kinds = sum(label.kind is not None for label in spoken)
    periods = sum(label.role == "period" for label in spoken) + (len(figures) if years else 0)
    return kinds >= 2 or (kinds >= 1 and len(spoken) >= 2) or (periods >= 2 and len(spoken) >= 3)


def _same_header(lines: list[TextLine], start: int, i: int) -> bool:
    return all(names_columns(line) or is_fragment(line) for line in lines[start:i]) and i - start <= 4


def is_fragment(line: TextLine) -> bool:
    """A line that may be part of a header of several lines: only labels, brackets and short words."""
    return all(
        label_of(run.text).speaks or _is_broken(run.text) or (len(squeeze(run.text)) <= 7 and not is_figure(run.text))
        for run in line.runs
    )


def _is_broken(text: str) -> bool:
    """True for a piece of a wrapped label: a bracket opens or closes in it, and its partner stands on another line."""
    plain = squeeze(text)
    return len(plain) <= 12 and plain.count("(") != plain.count(")")


def _with_lines_above(lines: list[TextLine], start: int) -> int:
    """The header may begin a line or two higher (a spanning label, the upper line of a wrapped one)."""
    while start > 0:
        above, line = lines[start - 1], lines[start]
        near = line.top - above.bottom <= 0.9 * line.size
        if not near or not all(label_of(run.text).speaks for run in above.runs):
            break
        start -= 1
    return start


def _grid(page: PageContent, lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> Grid | None:
    header_end = _header_end(lines, start, end, rules)
    body_end = _body_end(lines, header_end, end, rules)
    header, body = lines[start:header_end], lines[header_end:body_end]
    if not body or not any(is_figure(run.text) for line in body for run in line.runs[1:]):
        return None
    xs, by_nearness = _column_edges(header, body)
    if len(xs) < 3:
        return None
    groups = row_groups(_body_lines(body), _separators(rules, body))
    placed = placed_header([list(line.runs) for line in header], xs)
    ys = [*_header_tops(header, placed), *_breaks([header, *([body[i] for i in g] for g in groups)]), body[-1].bottom + 1.0]
    grid = _filled(page, placed, body, xs, ys)
    return replace(grid, way="gaps-by-nearness") if by_nearness else grid


def _header_tops(header: list[TextLine], placed: list[Placed]) -> list[float]:
    """The upper edge of each header row."""
    top = header[0].top - 1.0
    return [top, (top + header[-1].bottom) / 2] if any(part.row or part.rows > 1 for part in placed) else [top]


def _header_end(lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> int:
    ruled = _ruled_off(lines, start, end, rules)
    if ruled:
        return ruled
    stop = start + 1
    while stop < end and (names_columns(lines[stop]) or _continues_header(lines, stop, rules)):
        stop += 1
    return stop


def _ruled_off(lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> int:
    """The line after the last rule below a header's start above which all lines can be the header's; 0 without one."""
    width = max(r.box.x1 for r in lines[start].runs) - min(r.box.x0 for r in lines[start].runs)
    wide = [rule for rule in rules if rule.length >= 0.8 * width]
    found = 0
    for i in range(start + 1, min(end, start + _MOST_HEADER_LINES + 1)):
        if not (names_columns(lines[i - 1]) or is_fragment(lines[i - 1])):
            break
        found = i if any(_under(rule, lines[i - 1], lines[i]) for rule in wide) else found
    return found


def _under(rule: Segment, above: TextLine, line: TextLine) -> bool:
    return above.bottom - 3 <= rule.at <= line.top + 3


def _continues_header(lines: list[TextLine], i: int, rules: list[Segment]) -> bool:
    above, line = lines[i - 1], lines[i]
    if any(above.bottom - 2 <= rule.at <= line.top + 2 for rule in rules):
        return False
    return line.top - above.bottom <= 0.7 * line.size and is_fragment(line)


def _body_end(lines: list[TextLine], start: int, end: int, rules: list[Segment]) -> int:
    stop, last_figure = start, start
    while stop < end and not _is_prose(lines[stop]):
        if stop > start and _is_far(lines[stop - 1], lines[stop], rules):
            break
        if any(is_figure(run.text) for run in lines[stop].runs[1:]):
            last_figure = stop + 1
        stop += 1
    while last_figure < stop and _hangs_on(lines[last_figure - 1], lines[last_figure]):
        last_figure += 1
    return last_figure


def body_extent(glyph_rows: list[list[Glyph]], rules: list[Segment]) -> int:
    """How many of these lines, from the first on, are the body of one table."""
    lines = [TextLine(tuple(_cut(row))) for row in glyph_rows]
    return _body_end(lines, 0, len(lines), rules)


def separators(rules: list[Segment], width: float, top: float, bottom: float) -> list[float]:
    """Heights of the rules that run across a body of this extent."""
    return sorted({rule.at for rule in rules if rule.length >= 0.6 * width and top - 3 < rule.at < bottom + 3})


def _is_prose(line: TextLine) -> bool:
    plain = squeeze(line.text)
    return (len(plain) >= _PROSE and "。" in plain) or plain.startswith(("※", "注", "(注", "*", "資料:", "出典"))


def _is_far(above: TextLine, line: TextLine, rules: list[Segment]) -> bool:
    gap = line.top - above.bottom
    ruled = any(above.bottom - 2 <= rule.at <= line.top + 2 for rule in rules)
    return gap > (8.0 if ruled else _FAR) * max(line.size, 6.0)


def _hangs_on(above: TextLine, line: TextLine) -> bool:
    return line.top - above.bottom <= 0.6 * line.size and len(squeeze(line.text)) <= _PROSE


def _body_lines(body: list[TextLine]) -> list[BodyLine]:
    """The lines as rows are found from: a year in brackets below a value is no value of its own."""
    left = min(line.runs[0].box.x0 for line in body)
    firsts = [line.runs[0] for line in body if line.runs[0].box.x0 - left < 3 * line.size]
    edge = max(run.box.x1 for run in firsts)
    return [
        BodyLine(
            line.top,
            line.bottom,
            any(_is_value(run) for run in line.runs[1:]),
            line.runs[0] in firsts,
            line.runs[0] in firsts and edge - line.runs[0].box.x1 < 1.3 * line.size,
        )
        for line in body
    ]


def _is_value(run: Run) -> bool:
    return is_figure(run.text) and not label_of(run.text).speaks and not _is_broken(run.text)


def _separators(rules: list[Segment], body: list[TextLine]) -> list[float]:
    width = max(run.box.x1 for line in body for run in line.runs) - min(run.box.x0 for line in body for run in line.runs)
    return separators(rules, width, body[0].top, body[-1].bottom)


def _column_edges(header: list[TextLine], body: list[TextLine]) -> tuple[list[float], bool]:
    """Boundaries of columns: gaps that the words of the body leave, refined by the words of the header.

    Also whether a header word and the figures of its column were only brought together because they are near.
    """
    everything = [run for line in [*header, *body] for run in line.runs]
    left, right = min(r.box.x0 for r in everything), max(r.box.x1 for r in everything)
    wide = 0.55 * (right - left)
    inside = [run for line in body for run in line.runs if len(line.runs) > 1 or run.box.x1 - run.box.x0 < wide]
    leaves = _leaves(header)
    spans = _united([(r.box.x0, r.box.x1) for r in inside])
    spans, by_nearness = _with_heads(spans, _united([(leaf.box.x0, leaf.box.x1) for leaf in leaves if not _spans_words(leaf, header)]))
    cut = [piece for span in sorted(spans) for piece in _cut_by_leaves(span, leaves, inside)]
    return [left - 1.0, *((a[1] + b[0]) / 2 for a, b in pairwise(cut)), right + 1.0], by_nearness


def _spans_words(run: Run, header: list[TextLine]) -> bool:
    """True for words over a line of more words (策定時 over 年度 and 数値): they name columns, they make none."""
    lower = [line for line in header if line.top > run.box.bottom - 2]
    same = next(line for line in header if run in line.runs)
    return any(len(line.runs) > len(same.runs) for line in lower)


def _with_heads(
    spans: list[tuple[float, float]], heads: list[tuple[float, float]]
) -> tuple[list[tuple[float, float]], bool]:
    """Columns of words with the header words beside them: a header over no words joins the nearest unheaded column."""
    bare = [head for head in heads if not any(_meet(span, head) for span in spans)]
    free = [span for span in spans if not any(_meet(span, head) for head in heads)]
    joined: dict[tuple[float, float], tuple[float, float]] = {}
    for span, head in sorted(((s, h) for s in free for h in bare), key=lambda pair: _distance(*pair)):
        if _distance(span, head) <= _HEAD_REACH and span not in joined and head not in joined.values():
            joined[span] = head
    alone = [head for head in bare if head not in joined.values()]
    widened = [(min(s[0], h[0]), max(s[1], h[1])) if (h := joined.get(s)) else s for s in spans]
    return [*widened, *alone], bool(joined) and len(spans) < len(heads)


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
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


def _united(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if united and low <= united[-1][1] + 1.5:
            united[-1] = (united[-1][0], max(united[-1][1], high))
        else:
            united.append((low, high))
    return united


def _cut_by_leaves(span: tuple[float, float], leaves: list[Run], runs: list[Run]) -> list[tuple[float, float]]:
    """A span under two header words is two columns whose words run into each other: cut where fewest words cross."""
    heads = _united([(leaf.box.x0, leaf.box.x1) for leaf in leaves if span[0] < (leaf.box.x0 + leaf.box.x1) / 2 < span[1]])
    pieces, low = [], span[0]
    for left, right in pairwise(heads):
        candidates = [left[1] + (right[0] - left[1]) * step / 8 for step in range(9)]
        at = min(candidates, key=lambda x: (sum(r.box.x0 < x < r.box.x1 for r in runs), abs(x - (left[1] + right[0]) / 2)))
        pieces.append((low, at))
        low = at
    return [*pieces, (low, span[1])]


def _breaks(groups: list[list[TextLine]]) -> list[float]:
    return [(max(line.bottom for line in above) + min(line.top for line in below)) / 2 for above, below in pairwise(groups)]


def continued_grid(page: PageContent, glyphs: Iterable[Glyph], rules: list[Segment], xs: tuple[float, ...]) -> Grid | None:
    """The rows at the top of a page that go on with a table of the page before, in that table's columns ``xs``."""
    lines = text_lines(glyphs)
    first = next((i for i, line in enumerate(lines) if any(_is_value(run) for run in line.runs[1:])), len(lines))
    start = first - 1 if first and not _is_far(lines[first - 1], lines[min(first, len(lines) - 1)], rules) else first
    body = lines[start : _body_end(lines, start, len(lines), rules)]
    if not body:
        return None
    shift = min(line.runs[0].box.x0 for line in body) - xs[0] - 1.0
    edges = [x + shift for x in xs]
    if abs(shift) > _FARTHEST_SHIFT or not all(_in_columns(line, edges) for line in body):
        return None
    groups = row_groups(_body_lines(body), _separators(rules, body))
    ys = [body[0].top - 1.0, *_breaks([[body[i] for i in g] for g in groups]), body[-1].bottom + 1.0]
    return _filled(page, [], body, edges, ys)


def _in_columns(line: TextLine, xs: list[float]) -> bool:
    """True where no words of a line cross the boundary of two columns by more than a little."""
    places = [column_of(run, xs) for run in line.runs]
    crossing = any(run.box.x1 > xs[col + 1] + run.size for run, col in zip(line.runs, places, strict=True))
    return not crossing and len(set(places)) == len(places)


def _filled(page: PageContent, header: list[Placed], body: list[TextLine], xs: list[float], ys: list[float]) -> Grid:
    """Words to cells: header words where they are placed, words of the body by height and column."""
    content: dict[_Place, list[Glyph]] = {}
    for part in header:
        content.setdefault((part.row, part.rows, part.col, part.span), []).extend(part.glyphs)
    for run in (piece for line in body for whole in line.runs for piece in _at_edges(whole, xs)):
        row = min(max(bisect_right(ys, run.y_mid) - 1, 0), len(ys) - 2)
        content.setdefault((row, 1, column_of(run, xs), 1), []).extend(run.glyphs)
    cells = [_cell(page, place, glyphs, xs, ys) for place, glyphs in content.items()]
    taken = {(row, col) for cell in cells for row in range(cell.row, cell.last_row + 1) for col in range(cell.col, cell.last_col + 1)}
    blanks = [(row, col) for row in range(len(ys) - 1) for col in range(len(xs) - 1) if (row, col) not in taken]
    cells.extend(_cell(page, (row, 1, col, 1), [], xs, ys) for row, col in blanks)
    box = page.on_page(Box(xs[0], ys[0], xs[-1], ys[-1]))
    return Grid(page.number, box, tuple(xs), tuple(ys), tuple(sorted(cells, key=lambda c: (c.row, c.col))), "gaps")


def _at_edges(run: Run, xs: list[float]) -> list[Run]:
    """A run that reaches over the edge of a column, cut at the blank nearest to that edge, if there is one."""
    for x in xs[1:-1]:
        at = blank_near(run.glyphs, x) if run.box.x0 + run.size < x < run.box.x1 - run.size else 0
        if at:
            return [run_of(list(run.glyphs[:at])), *_at_edges(run_of(list(run.glyphs[at:])), xs)]
    return [run]


def _cell(page: PageContent, place: _Place, glyphs: list[Glyph], xs: list[float], ys: list[float]) -> Cell:
    row, rows, col, span = place
    box = Box(xs[col], ys[row], xs[col + span], ys[row + rows])
    return Cell(row, col, rows, span, block_text(glyphs), page.on_page(box))

"""The parts of a cell: what stands behind each mark (①, ②), under which heading, and its notes.

Belongs here: cutting tokens at marks. Does not belong here: reading a part (``transforms.phrases``).
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.folding import MARKS, Aligned, join_lines
from transforms.tokens import Token, merge_words, tokenize


@dataclass(frozen=True, slots=True)
class Group:
    """One part of a cell: its mark (blank: none), the heading above it, its tokens, its notes (※…), its place."""

    mark: str
    heading: str
    tokens: tuple[Token, ...]
    note: str
    start: int
    end: int


def groups(aligned: Aligned) -> list[Group]:
    """The parts of a cell in order: one for each mark, or the whole cell where there is none."""
    tokens = merge_words(aligned, tokenize(aligned))
    cuts = [place for place, token in enumerate(tokens) if token.kind == "mark"]
    if not cuts:
        return [_group(aligned, tokens, "")]
    heading, parts = _heading(aligned, tokens[: cuts[0]]), []
    for cut, following in zip(cuts, [*cuts[1:], len(tokens)], strict=True):
        part = tokens[cut:following]
        restarts = following < len(tokens) and _number(part[0]) >= _number(tokens[following])
        tail = _heading_length(aligned, part) if restarts else 0
        parts.append(_group(aligned, part[: len(part) - tail], heading))
        heading = _heading(aligned, part[len(part) - tail :]) if tail else heading
    return parts


def _group(aligned: Aligned, tokens: list[Token], heading: str) -> Group:
    mark = tokens[0].value if tokens and tokens[0].kind == "mark" else ""
    notes = [join_lines(aligned.printed(token.start, token.end)) for token in tokens if token.kind == "note"]
    body = tuple(token for token in tokens if token.kind not in ("mark", "note"))
    start, end = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
    return Group(mark, heading, body, " ".join(notes), start, end)


def _number(mark: Token) -> int:
    """The number that a mark shows: ② and (2) are both 2."""
    sign = mark.value[0]
    if sign in MARKS:
        return MARKS.index(sign)
    return int("".join(filter(str.isdigit, mark.value))) - 1


def _heading_length(aligned: Aligned, part: list[Token]) -> int:
    """How many tokens at the end of a part are words on a line of their own: the heading of the part that follows."""
    for length, token in enumerate(reversed(part[2:]), start=1):
        if token.kind != "word":
            return 0
        if token.start in aligned.lines:
            return length
    return 0


def _heading(aligned: Aligned, tokens: list[Token]) -> str:
    """The printed words of a heading; notes and figures are none."""
    words = [token for token in tokens if token.kind == "word"]
    return join_lines(aligned.printed(words[0].start, words[-1].end)) if words else ""

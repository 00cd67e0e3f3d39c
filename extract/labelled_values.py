"""Labels in a line of open text, each with the value behind it: 基準値（R2）：…, 現状（R4年度） 31.4％ → 目標（R14年度） 32％.

Belongs here: where labels and values lie in one line. Does not belong here: which lines belong together
(``labelled_blocks``), whose figures they are (``labelled_lines``), tables, forms and cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.labels import Label, is_current, label_of, period_in, squeeze
from extract.lexicon import phrase
from extract.lines import Run, bounds
from extract.model import Box
from extract.shapes import is_dash, is_dated_dash, is_department, is_figure, looks_like_value
from extract.unit_lines import unit_line

_COLON = re.compile(r"[:：]|(?<=[)）値標績状])\s+(?=[▲△約]?[\d０-９])|(?<=[値標績状])[】〕](?=.*[\d０-９])")
_LABEL_BEFORE = re.compile(
    r"(?:^|[\s、。,/→⇒➡・●■○◆□【「\[［(（])((?:[^\s:：、。→⇒➡()（）]|[（(](?:[^()（）]|[（(][^()（）]*[)）])*[)）]){1,24}?)\s*$"
)
_AFTER = re.compile(r"[\s→⇒➡➔►▶⇨▼>、,/／|｜;；【「（(［\[]+$")
_CLOSED_BEFORE = re.compile(r"[）)］\]】」]+$")
_RUNS_ON = re.compile(r"\d[^\d（(]*[ぁ-ん]{2,}")
_AIMS = phrase("aim_in_words")
_BEHIND = re.compile(r"\s+[〔【\[（(]([^〔〕【】\[\]（）()]{2,16})[〕】\]）)]$")
_BROKEN_BEHIND = re.compile(r"\s+[〔【\[][^〔〕【】\[\]（）()\d]{1,12}$")
_START = re.compile(r"(?:^|(?<=[\s、。,/／|｜→⇒➡➔►▶⇨【「（(［\[:：]))(?=[^\W_])(?!ー)")
_END = re.compile(r"(?<=[)）])|(?=[\s:：】」])|(?<=[^\d\s.,])(?=[▲△約]?\d)")
_BEFORE_VALUE = re.compile(r"[\s:：】」]*")
_USED = ("value", "indicator", "measure", "unit", "department", "number", "field")
_LAST_BRACKETS = re.compile(r"(?:\s*[（(][^()（）]*[)）])+$")
_LAST_PERIOD = re.compile(r"\([^()]*[\d元][^()]*\)$")
_BRACKETS = (("（(", "）)"), ("［[", "］]"), ("【", "】"), ("「", "」"))
_LONGEST_NAME = 60  # characters of a name beside its label
_LONGEST_VALUE, _LONGEST_WORD = (
    24,
    10,
)  # characters of a value beside a label without a colon: a figure, a word (現状維持)

_Found = tuple[int, Label, int]  # where a label starts, the label, where its value starts


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """One label, the text behind it and the box of the line part that holds that text."""

    label: Label
    text: str
    box: Box
    start: int


def labelled_values(line: Run) -> list[LabelledValue]:
    """The labels of a line, each with the text up to the next label; nothing where the line is no such line."""
    if unit_line(line.text) and squeeze(line.text).strip("([【<※").startswith("単位"):
        return []
    colons = [found for colon in _COLON.finditer(line.text) if (found := _label_at(line.text, colon)) is not None]
    starts = _current_beside_baseline(_together(colons, _stating(line.text)) or _headed(line))
    return [
        LabelledValue(label, text, box_of_part(line, value_start, value_start + len(text)), start)
        for (start, label, value_start), text in zip(starts, _texts(line.text, starts), strict=True)
    ]


def states_value(value: LabelledValue) -> bool:
    """True for a label of a kind of value with something behind it that is no period (現状値：令和2年度 dates, and states none)."""
    dated = label_of(value.text).role == "period" and not is_dated_dash(value.text)
    return value.label.role == "value" and bool(value.text) and not dated


def _together(colons: Sequence[_Found], stating: Sequence[_Found]) -> list[_Found]:
    """Both ways to find labels as one: of two that lie in each other the one without a colon, which knows its whole words."""
    alone = [found for found in colons if not any(found[0] < end and start < found[2] for start, _, end in stating)]
    return sorted([*alone, *stating], key=lambda found: found[0])


def _current_beside_baseline(found: list[_Found]) -> list[_Found]:
    """現状 behind 策定時 on one line is what was reached by now, not a second baseline."""
    first = next((label for _, label, _ in found if label.kind == "baseline"), None)
    if first is None or is_current(first.text):
        return found
    return [
        (start, replace(label, kind="actual") if label.kind == "baseline" and is_current(label.text) else label, at)
        for start, label, at in found
    ]


def _texts(text: str, starts: Sequence[_Found]) -> list[str]:
    """What stands behind each label, up to the next one: no arrows, and no bracket that opened before the label."""
    ends = [*(start for start, _, _ in starts[1:]), len(text)][: len(starts)]
    parts = (_within(_AFTER.sub("", text[start:end]).strip()) for (_, _, start), end in zip(starts, ends, strict=True))
    return [without_department(part) for part in parts]


def without_department(text: str) -> str:
    """A value without the department in brackets behind it (14校　〔教育総務課〕), or what the end of the line leaves of it (〔教育総)."""
    behind = _BEHIND.search(text)
    if behind and is_department(behind[1]):
        return text[: behind.start()]
    return _BROKEN_BEHIND.sub("", text)


def _within(text: str) -> str:
    """A text without the closing brackets at its end that it does not open."""
    while (closed := _CLOSED_BEFORE.search(text)) and not _is_balanced(text):
        text = text[: max(closed.end() - 1, 0)].rstrip()
    return text


def _is_balanced(text: str) -> bool:
    return all(
        sum(text.count(c) for c in opening) == sum(text.count(c) for c in closing) for opening, closing in _BRACKETS
    )


def _headed(line: Run) -> list[_Found]:
    """The one label at the start of a line with a wide gap behind it (指標名　　…, 現状値　　…) instead of a colon."""
    first, _, rest = line.text.partition(" ")
    if not rest or len(line.glyphs) <= len(first) or len(squeeze(rest)) > _LONGEST_NAME:
        return []
    gap = line.glyphs[len(first)].x0 - line.glyphs[len(first) - 1].x1
    label = label_of(first)
    return [(0, label, len(first) + 1)] if gap >= line.size and _heads(label, squeeze(first), rest) else []


def _heads(label: Label, first: str, rest: str) -> bool:
    """True for a label that says by itself, or by what stands behind it, that it is one and no heading (目標　明るいまち)."""
    dash = is_dated_dash(rest)
    if label.role not in _USED or (label_of(rest).speaks and not dash):
        return False
    if label.role == "value":
        return dash or is_figure(rest) or first.endswith("値") or bool(period_in(squeeze(rest)))
    return first.endswith(("名", "課", "単位"))


@lru_cache(maxsize=20_000)
def _stating(text: str) -> Sequence[_Found]:
    """Labels of kinds with their values behind them, no colon between; at least two of them, one with a figure or all dated."""
    if "。" in text:
        return ()
    found = tuple(_kinds_in(text))
    values = _texts(text, found)
    told = {(label.kind, label.period) for _, label, _ in found}
    certain = any(is_figure(value) for value in values) or all(label.period for _, label, _ in found)
    return found if len(told) > 1 and certain and all(map(_may_be_value, values)) else ()


def _kinds_in(text: str) -> Iterator[_Found]:
    """The labels of kinds in a line from left to right, each as long as it reads as one label."""
    done = 0
    for start in (match.start() for match in _START.finditer(text)):
        ends = [match.start() for match in _END.finditer(text, start + 1)] if start >= done else []
        for end in sorted((end for end in ends if end - start <= _LONGEST_VALUE), reverse=True):
            if (label := label_of(text[start:end])).kind and _is_whole(text[start:end]):
                after = _BEFORE_VALUE.match(text, end)
                done = after.end() if after else end
                yield start, label, done
                break


def _is_whole(text: str) -> bool:
    """True where every bracket of a text is closed, and before the last one stands a letter (no dash, which is a value)."""
    words = _LAST_BRACKETS.sub("", text).split()
    return _is_balanced(text) and bool(words) and words[-1][-1].isalnum() and not is_dash(words[-1])


def _may_be_value(text: str) -> bool:
    """True for a dash, a figure no sentence runs on behind, or a short word."""
    plain = squeeze(text)
    if _RUNS_ON.search(_AIMS.sub("", plain)):
        return False
    if is_dated_dash(text) or (looks_like_value(text) and len(plain) <= _LONGEST_VALUE):
        return True
    words = _LAST_PERIOD.sub("", plain) if period_in(plain) else plain
    return 0 < len(words) <= _LONGEST_WORD and not label_of(words).speaks


def line_before(line: Run, value: LabelledValue) -> list[Run]:
    """What stands on a line before its first label (a caption: 【指標1】…（単位：件）　担当：…), as a line of its own."""
    lead = line.text[: value.start].rstrip("（(［[【「：:／/ ").strip()
    count = sum(c != " " for c in lead)
    return [Run(lead, line.glyphs[:count], bounds(line.glyphs[:count]))] if count > 2 else []


def _label_at(text: str, colon: re.Match[str]) -> _Found | None:
    """Where the label before a colon starts, the label, and where its value starts."""
    before = _LABEL_BEFORE.search(text[: colon.start()])
    if before is None or (colon[0] in "】〕" and (before.start() or not looks_like_value(text[colon.end() :]))):
        return None
    label = label_of(before.group(1))
    return (before.start(1), label, colon.end()) if label.role in _USED else None


def box_of_part(line: Run, start: int, end: int) -> Box:
    """The box of the characters ``start`` to ``end`` of a line's text (blanks have no glyph)."""
    blanks = [i for i, c in enumerate(line.text) if c == " "]
    first = start - sum(b < start for b in blanks)
    last = end - sum(b < end for b in blanks)
    return bounds(line.glyphs[first:last] or line.glyphs)

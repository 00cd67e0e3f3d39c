"""Lines of labels and values that belong together: a line that runs on into the next, names below the values they hold for.

Belongs here: joining and ordering such lines. Does not belong here: what a line says (``labelled_values``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.arrows import arrow_parts, ends_open
from extract.labelled_values import LabelledValue, labelled_values, line_before, states_value
from extract.labels import is_period, label_of, period_in, squeeze
from extract.lines import Run, bounds
from extract.page import Glyph
from extract.shapes import is_dated_word, is_figure, looks_like_value
from extract.unit_lines import unit_line
from extract.unit_words import unit_in_bracket

_LETTER_SPACED = re.compile(r"(?<![^ 　）)])[一-龠](?:[ 　][一-龠])+(?=[ 　（(:：]|$)")
_MARKED = re.compile(r"[・●○〇◎■□◆◇▪◼•‣★☆▶▷]\s*")
_BEGINS_WITH_FIGURE = re.compile(r"[▲△約]?[\d０-９]")
_LEADERS = re.compile(r"[.．…‥･・·⋯]{4,}")
_PAGE = re.compile(r"[-(]?[Pp]?\.?\d{1,3}[-)頁]?")
_DATE = re.compile(r"[（(][^（）()]*[）)]")
_NAMES_BLOCK = ("department", "unit", "field")


def unwrapped(lines: list[Run]) -> list[Run]:
    """Lines of labels and values, each with the line that it runs on into: it breaks off at a colon, an arrow or inside a
    bracket, or in the middle of a marked name.
    """
    whole: list[Run] = []
    for line in (_closed_up(_without_leaders(line)) for line in lines):
        if whole and any(
            runs_on(whole[-1], line)
            for runs_on in (_breaks_off, _is_cut_label, _is_cut_figure, _names_on, _names_arrow, _states_on)
        ):
            glyphs = (*whole[-1].glyphs, *line.glyphs)
            blank = " " if _names_arrow(whole[-1], line) else ""
            whole[-1] = Run(whole[-1].text + blank + line.text, glyphs, bounds(glyphs))
        else:
            whole.append(line)
    return whole


def _closed_up(line: Run) -> Run:
    """A line with the letters of its spaced words side by side (直　近)."""
    return Run(_LETTER_SPACED.sub(lambda word: "".join(word[0].split()), line.text), line.glyphs, line.box)


def _without_leaders(line: Run) -> Run:
    """A line with a colon for the dots that lead to its values, behind kinds (現状値（令和５年度）……82.4％) or with an arrow between them;
    other lines as they are.
    """
    if not _LEADERS.search(line.text):
        return line
    text = _LEADERS.sub(lambda dots: "：" + " " * (len(dots[0]) - 1), line.text)
    spots = [i for i, char in enumerate(text) if char != " "]
    plain = Run(" ".join(text.split()), _at(line, spots), line.box)
    led = any(map(_is_led_to, labelled_values(_closed_up(plain)))) or len(arrow_parts(plain.text)) > 1
    return plain if led else line


def _is_led_to(value: LabelledValue) -> bool:
    """True for a value behind dots; a bare number behind words without a date is the page of a contents list."""
    return states_value(value) and (bool(value.label.period) or not _PAGE.fullmatch(squeeze(value.text)))


def _at(line: Run, spots: list[int]) -> tuple[Glyph, ...]:
    """The glyphs of some places of a line's text."""
    return tuple(line.glyphs[i - line.text.count(" ", 0, i)] for i in spots)


def with_dates_below(lines: list[Run]) -> list[Run]:
    """The lines, periods in brackets that stand alone below the values of a line brought behind them, one behind each."""
    whole: list[Run] = []
    for line in lines:
        dates = _DATE.findall(line.text)
        values = [value for value in labelled_values(whole[-1]) if _lacks_date(value)] if whole and dates else []
        if values and len(values) == len(dates) and _are_dates(line, dates):
            whole[-1] = _dated(whole[-1], values, line, dates)
        else:
            whole.append(line)
    return whole


def _lacks_date(value: LabelledValue) -> bool:
    return states_value(value) and not value.label.period and not period_in(squeeze(value.text))


def _are_dates(line: Run, dates: list[str]) -> bool:
    return squeeze("".join(dates)) == squeeze(line.text) and all(is_period(date[1:-1]) for date in dates)


def _dated(above: Run, values: list[LabelledValue], below: Run, dates: list[str]) -> Run:
    """A line with each of the dates below it behind its value."""
    text, glyphs, left = "", [], list(below.glyphs)
    ends = [above.text.index(value.text, value.start) + len(value.text) for value in values]
    for start, end, date in zip([0, *ends], ends, dates, strict=False):
        count = len(date) - date.count(" ")
        text += above.text[start:end] + date
        glyphs += [*_glyphs_of(above, start, end), *left[:count]]
        left = left[count:]
    rest = _glyphs_of(above, ends[-1], len(above.text))
    return Run(text + above.text[ends[-1] :], (*glyphs, *rest), bounds((*glyphs, *rest)))


def _glyphs_of(line: Run, start: int, end: int) -> Sequence[Glyph]:
    """The glyphs of a part of a line's text (blanks have none)."""
    first = start - line.text.count(" ", 0, start)
    return line.glyphs[first : first + end - start - line.text.count(" ", start, end)]


def _breaks_off(line: Run, _below: Run) -> bool:
    plain = squeeze(line.text)
    if ends_open(line.text):
        return any(c.isdigit() for c in plain)
    return bool(labelled_values(line)) and (plain[-1] in ":(" or plain.count("(") > plain.count(")"))


def _is_cut_label(above: Run, line: Run) -> bool:
    """True where the last word of a line of labels is a label itself and its bracket or colon starts the next line."""
    last = above.text.split()[-1]
    return line.text[0] in "（(:：" and label_of(last).kind is not None and bool(labelled_values(above))


def _is_cut_figure(above: Run, line: Run) -> bool:
    """True where a line of labels ends in digits and the next begins with more of them, or is their unit and nothing else."""
    values = labelled_values(above)
    if not values or not above.text[-1].isdigit() or not is_figure(values[-1].text):
        return False
    goes_on = line.text[0].isdigit() or line.text[0] in ",，.．"
    return (goes_on and bool(labelled_values(line) or is_figure(line.text))) or bool(
        unit_in_bracket(squeeze(line.text))
    )


def _names_on(above: Run, line: Run) -> bool:
    """True where a name that starts behind a mark goes on, below its first letter, before the labels of the next line."""
    mark = _MARKED.match(above.text)
    values = labelled_values(line)
    if mark is None or not values or not states_value(values[0]) or labelled_values(above):
        return False
    lead = line.text[: values[0].start].strip()
    first = above.glyphs[min(1, len(above.glyphs) - 1)]
    under = abs(line.box.x0 - first.x0) <= above.size and line.box.top - above.box.bottom <= above.size
    return bool(lead) and under and not _MARKED.match(lead) and abs(above.size - line.glyphs[0].size) < 1.0


def _names_arrow(above: Run, line: Run) -> bool:
    """True where a marked name without a figure stands above two sides of an arrow that no name stands before."""
    parts = arrow_parts(line.text)
    named = _MARKED.match(above.text) and not labelled_values(above) and len(arrow_parts(above.text)) == 1
    near = line.box.top - above.box.bottom <= 1.5 * above.size
    return (
        bool(named)
        and near
        and len(parts) == 2
        and (bool(_BEGINS_WITH_FIGURE.match(parts[0])) or is_dated_word(parts[0]))
        and (looks_like_value(parts[1]) or (looks_like_value(parts[0]) and is_dated_word(parts[1])))
    )


def _states_on(above: Run, line: Run) -> bool:
    """True where a marked line names an indicator and states its first value, and only with the line right below it the second one."""
    hangs = _MARKED.match(above.text) and not _MARKED.match(line.text)
    near = line.box.top - above.box.bottom <= above.size and abs(above.size - line.size) < 1.0
    if not hangs or not near or _count_stated(above):
        return False
    glyphs = (*above.glyphs, *line.glyphs)
    return _count_stated(Run(above.text + line.text, glyphs, bounds(glyphs))) > max(1, _count_stated(line))


def _count_stated(line: Run) -> int:
    return sum(map(states_value, labelled_values(line)))


def names_first(lines: list[Run]) -> list[Run]:
    """The lines, what names a block (担当課：…, 単位：…) moved before the values above it, where blocks start with 指標名：…."""
    roles = [_first_role(line) for line in lines]
    named = [role for role in roles if role in ("indicator", *_NAMES_BLOCK)]
    if not named or named[0] != "indicator":
        return lines
    ordered: list[Run] = []
    block = 0
    for line, role in zip(lines, roles, strict=True):
        if role in _NAMES_BLOCK and block:
            ordered.insert(block, line)
            continue
        ordered.append(line)
        block = len(ordered) if role == "indicator" else block if role else 0
    return ordered


def _first_role(line: Run) -> str:
    """What the first label of a line names; blank for a line without labels or with a value beside such a name."""
    values = labelled_values(line)
    if unit_line(line.text):
        return "value"
    if not values or line_before(line, values[0]):
        return ""
    mixed = values[0].label.role in _NAMES_BLOCK and any(value.label.role not in _NAMES_BLOCK for value in values)
    return "" if mixed else str(values[0].label.role)

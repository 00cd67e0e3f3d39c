"""What stands around tables: headings, unit lines, notes on periods, the era of bare years.

Belongs here: the text outside tables as far as it says something of a table. Does not belong here: cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from statistics import median
from typing import cast

from extract.labels import label_of, period_in, squeeze, unit_in_bracket
from extract.legends import legend_in
from extract.lexicon import load
from extract.lines import Run, glyph_lines, run_of
from extract.model import ValueKind
from extract.page import Glyph
from extract.tables.columns import join_lines
from extract.tables.context import Context

_NO_LEVELS = ("generic", "indicator_endings")
_LARGER = 1.3  # a title of a page is set this much larger than its text
_LONGEST_HEADING = 60  # characters without blanks
_SENTENCE = 24  # characters: a longer line with a comma is a line of prose, though it ends without a full stop
_UNIT_LINE = re.compile(r"[(\[【<※]*単位[:：は/]?([^)\]】>]+)[)\]】>]?")
_UNIT_INSIDE = re.compile(r"[(\[【<]単位[:：は/]?([^()\[\]【】<>]+)[)\]】>]")
_FIRST_OF_LINE = re.compile(r"単位\s*[:：]\s*([^\s()（）、,]+)[ 　]+(\S.*)$")  # 単位：千円　４ 次期計画に向けて
_NEXT_KEY = re.compile(r"\s+(?=[^\s:：]{1,8}[:：])")  # 単位：人 評価：Ａ
_FOLIO = re.compile(r"[-－―–~〜・]*\d{1,3}[-－―–~〜・]*|[ivx]{1,5}")
_ONLY_NUMBER = re.compile(r"\d{1,2}[-－‐.]\d{1,2}(?:[-.]\d{1,2})?")
_WORD = r"[^\s、。,・※()\[\]【】「」:=は/\-]{2,10}"
_STATES_PERIOD = re.compile(
    rf"({_WORD}(?:[・と]{_WORD})*?)」?(?:の?(?:年度|時点|基準年|基準年度))?(?:は|:|=|とは|…|\()[、,]?"
)
_OF_PERIOD = re.compile(r"([^。]{0,24}?(?:年度|年)(?:末)?)(?:時点)?の(?:数?値|もの|目標値?|実績値?)")
_OTHER_KINDS = ("目標", "実績", "現状", "基準")
_DEPARTMENT_BEHIND = re.compile(
    r"\s+[【\[（(〔]([^【】\[\]（）()〔〕]{2,6})[:：】\]）)〕]\s*([^\s】\])）]+)[】\]）)]?$"
)
_ERA_YEAR = re.compile(r"(明治|大正|昭和|平成|令和)(?:元|\d{1,2})?")
_NOTE = re.compile(r"[※*注]|\(注|\(※")


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings that hold at one place of a document, as printed."""

    field: str = ""
    section: str = ""
    item: str = ""
    measure_no: str = ""


def text_lines(glyphs: Iterable[Glyph]) -> list[Run]:
    """The lines of text outside tables from top to bottom, page numbers left out."""
    lines = [run_of(line) for line in glyph_lines(glyphs)]
    return [line for line in lines if not _FOLIO.fullmatch(squeeze(line.text))]


@cache
def _levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = cast("dict[str, list[str]]", load("headings.yml"))
    return tuple(
        (level, re.compile("|".join(f"(?:{w})" for w in patterns)))
        for level, patterns in words.items()
        if level not in _NO_LEVELS
    )


@cache
def _generic() -> re.Pattern[str]:
    words = cast("dict[str, list[str]]", load("headings.yml"))["generic"]
    return re.compile("|".join(f"(?:{word})" for word in words))


def is_generic(text: str) -> bool:
    """True for a title that says nothing of what a table is about (指標の推移)."""
    return bool(_generic().fullmatch(squeeze(text)))


def names_indicator(title: str) -> bool:
    """True for a title that ends as the names of indicators do (…件数, …の割合)."""
    return bool(_indicator_endings().fullmatch(re.sub(r"\([^()]*\)", "", squeeze(title))))


def title_rule(title: str) -> str:
    """The rule by which a title names the indicator of the figures below it."""
    return "indicator-from-title" if names_indicator(title) else "title-for-name"


@cache
def _indicator_endings() -> re.Pattern[str]:
    return re.compile(cast("dict[str, str]", load("headings.yml"))["indicator_endings"])


def _said_department(title: str) -> str:
    """The department that stands behind a name with its label (…の割合　【担当】人事課), or nothing."""
    found = _DEPARTMENT_BEHIND.search(title)
    return found[2] if found and label_of(found[1]).role == "department" else ""


@lru_cache(maxsize=20_000)
def heading_level(text: str) -> str:
    """``chapter``, ``field``, ``section``, ``item``, ``plain`` for a short line without a mark, blank for prose."""
    plain = squeeze(text)
    if (
        not plain
        or len(plain) > _LONGEST_HEADING
        or plain[-1] in "。、,;"
        or _NOTE.match(plain)
        or _UNIT_LINE.fullmatch(plain)
    ):
        return ""
    level = next((level for level, pattern in _levels() if pattern.fullmatch(plain)), "plain")
    return "" if level == "plain" and len(plain) > _SENTENCE and any(mark in plain for mark in "、。") else level


def is_marked_heading(text: str) -> bool:
    """True for a heading that says so by its number or mark (第２章, Ⅲ, ■)."""
    return heading_level(text) not in ("", "plain")


def page_title(lines: list[Run], glyphs: Iterable[Glyph]) -> str:
    """The first line of a page, where it is set much larger than the text and is no numbered or marked heading."""
    first = next(iter(lines), None)
    if first is None or first.size < _LARGER * median(glyph.size for glyph in glyphs):
        return ""
    return squeeze(first.text) if heading_level(first.text) == "plain" else ""


def after_line(headings: Headings, line: Run) -> Headings:
    """The headings after one more line; a wider heading ends the narrower ones."""
    text, plain = line.text.strip(), squeeze(line.text)
    if _ONLY_NUMBER.fullmatch(plain):
        return replace(headings, measure_no=text, item="")
    match heading_level(text):
        case "chapter":
            return Headings()
        case "field":
            return Headings(field=_unwrapped(text))
        case "section":
            return replace(headings, section=text, item="", measure_no="")
        case "item":
            return replace(headings, item=text, measure_no="")
        case _:
            return headings


def _unwrapped(text: str) -> str:
    """A heading without the brackets that enclose the whole of it."""
    inner = re.fullmatch(r"【([^【】]+)】", text)
    return inner.group(1).strip() if inner else text


def context_of(above: list[Run], headings: Headings, era: str, periods: dict[ValueKind, str]) -> Context:
    """The surroundings of a table from the lines between it and what stands before it on the page."""
    title = next(
        (line.text.strip() for line in reversed(above) if heading_level(line.text) and not is_generic(line.text)), ""
    )
    plain = squeeze(title)
    unit = next((u for line in reversed(above[-4:]) if (u := unit_line(line.text))), "")
    legend = legend_in(line.text for line in reversed(above))
    return Context(
        field=headings.field or headings.section,
        measure_no=headings.measure_no,
        measure=headings.item or (headings.section if headings.field else ""),
        title=indicator_title(title),
        title_kind=_kind_in(plain),
        title_period=period_in(plain),
        unit_line=unit or _title_unit(plain),
        department=_said_department(title),
        era=_era_in(reversed([line.text for line in above])) or era,
        stacked=legend.stacked,
        bracketed=legend.bracketed,
        kind_periods=periods,
    )


def under_title(context: Context, text: str) -> Context:
    """The surroundings under a row that spans a whole table: its title, or its unit line."""
    unit = unit_line(text)
    if unit:
        return replace(context, unit_line=unit)
    plain = squeeze(text)
    title = join_lines(text)
    if is_generic(title):
        return replace(context, title_kind=_kind_in(plain) or context.title_kind)
    return replace(
        context,
        field=context.field or title,
        measure=context.measure if not context.field else title,
        title=indicator_title(title),
        title_kind=_kind_in(plain) or context.title_kind,
        title_period=period_in(plain) or context.title_period,
        unit_line=_title_unit(plain) or context.unit_line,
    )


def indicator_title(title: str) -> str:
    """A heading without its mark and without its unit bracket: the name it gives."""
    name = re.sub(r"^[■◆●○〇◎▼▽□◇★☆▶▷▪◼・【《<〈]+\s*", "", join_lines(title)).rstrip("】》>〉")
    name = _DEPARTMENT_BEHIND.sub("", name) if _said_department(name) else name
    name = re.sub(r"^(?:成果|評価|達成)?(?:指標|KPI|ＫＰＩ)\s*[\d０-９①-⑳A-Z]*\s*[】:：．.・、]?\s*", "", name)
    return re.sub(r"\s*[（(［\[]\s*単位\s*[:：][^）)］\]]*[）)］\]].*$", "", name).strip()


@lru_cache(maxsize=20_000)
def unit_line(text: str) -> str:
    """The unit that a line such as （単位：千円） states, or nothing."""
    first = _FIRST_OF_LINE.search(text)
    if (
        first
        and unit_in_bracket(squeeze(first.group(1)))
        and not unit_in_bracket(squeeze(first.group(2)).strip("、・,"))
    ):
        return squeeze(first.group(1))
    parts = [squeeze(part) for part in _NEXT_KEY.split(text)]
    found = next((f for plain in parts if (f := _UNIT_LINE.fullmatch(plain) or _UNIT_INSIDE.search(plain))), None)
    return found.group(1) if found and len(found.group(1)) <= 16 else ""


def up_to_next_key(text: str) -> str:
    """What a line says of a key, without the keys behind it (kW 評価：Ａ)."""
    return _NEXT_KEY.split(text)[0]


def _title_unit(plain: str) -> str:
    found = re.search(r"\(([^()]+)\)$", plain)
    return unit_in_bracket(found.group(1)) if found else ""


def _kind_in(plain: str) -> ValueKind | None:
    """The one kind of value that a title names (実績の推移, 指標の推移); none where it names two or none."""
    kinds: set[ValueKind] = set()
    for word, kind in (("目標", "target"), ("実績", "actual"), ("現状", "baseline"), ("基準", "baseline")):
        if word in plain:
            kinds.add(cast("ValueKind", kind))
    if not kinds and "指標" in plain and "推移" in plain:
        return "actual"
    return kinds.pop() if len(kinds) == 1 else None


def stated_periods(lines: Iterable[str]) -> dict[ValueKind, str]:
    """Periods that notes state for a kind of value (※現状値は令和2年度、目標値は令和8年度); first statement wins."""
    found: dict[ValueKind, str] = {}
    for line in lines:
        for _, kind, period in stated_heads(line):
            found.setdefault(kind, period)
    return found


def stated_heads(line: str) -> list[tuple[str, ValueKind, str]]:
    """The heads that a line dates, each as written, with its kind and its period (最終目標・最終実績：令和元年度)."""
    words = line.split()
    pieces = words if sum(":" in squeeze(word) for word in words) > 1 else [line]
    plains = [squeeze(piece) for piece in pieces]
    said = [
        (match.group(1), _period_said(plain[match.end() :]))
        for plain in plains
        for match in _STATES_PERIOD.finditer(plain)
    ]
    heads = [
        (word, label_of(word).kind, period) for joined, period in said if period for word in re.split("[・と]", joined)
    ]
    return [(word, kind, period) for word, kind, period in heads if kind]


def _period_said(said: str) -> str:
    """The period that begins what is said of a kind, or that it ends with (…は、いずれも最終年度である令和17年度の値)."""
    period = period_in(said[:24])
    if period and said.startswith(period):
        return period
    later = _OF_PERIOD.match(said)
    return period_in(later.group(1)) if later and not any(word in later.group(1) for word in _OTHER_KINDS) else ""


def _era_in(texts: Iterable[str]) -> str:
    return next((m.group(1) for text in texts if (m := _ERA_YEAR.search(squeeze(text)))), "")


def document_era(texts: Iterable[str]) -> str:
    """The era that a document names most often."""
    eras = Counter(era for text in texts for era in re.findall(r"明治|大正|昭和|平成|令和", text))
    return eras.most_common(1)[0][0] if eras else ""

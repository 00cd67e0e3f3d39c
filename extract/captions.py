"""What stands around tables: the headings that hold at a place, and the surroundings of a table put together.

Belongs here: lines of text by their order and level. Does not belong here: what one line says (``titles``, ``unit_lines``,
``stated_periods``), cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from statistics import median
from typing import cast

from extract.labels import squeeze
from extract.legends import legend_in
from extract.lexicon import load
from extract.lines import Run, glyph_lines, run_of
from extract.page import Glyph
from extract.page_columns import lines_in_order
from extract.shapes import is_unit_in_brackets
from extract.stated_periods import StatedPeriods, era_in
from extract.tables.columns import join_lines
from extract.tables.context import Context
from extract.titles import (
    indicator_title,
    is_generic,
    kind_in_lead,
    kind_in_title,
    said_by_labels,
    said_department,
    title_period,
)
from extract.unit_lines import is_unit_line, title_unit, unit_line

_NO_LEVELS = ("generic", "indicator_endings", "measure_endings")
_LINES_OF_LEAD = 4  # lines above a table that may say what it holds
_LARGER = 1.3  # a title of a page is set this much larger than its text
_LONGEST_HEADING = 60  # characters without blanks
_SENTENCE = 24  # characters: a longer line with a comma is a line of prose, though it ends without a full stop
_CAPTION = re.compile(r"(?:図表|表)\s*[\d０-９][\d０-９\-－‐.．]*\s*[:：.．]?\s*(?=\S)")
_QUOTED = re.compile(r"「[^」]*」|\([^()]*\)")
_NAME_AND_UNIT = re.compile(r"([^\s(（【\[].*?)[\s　(（【\[]+単位\s*[:：].*")
_FOLIO = re.compile(r"[-－―–~〜・]*\d{1,3}[-－―–~〜・]*|[ivx]{1,5}")
_ONLY_NUMBER = re.compile(r"\d{1,2}[-－‐.]\d{1,2}(?:[-.]\d{1,2})?")
_NOTE = re.compile(r"[※*注]|\(注|\(※")


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings that hold at one place of a document, as printed."""

    field: str = ""
    section: str = ""
    item: str = ""
    measure_no: str = ""


def text_lines(glyphs: Iterable[Glyph], *, in_columns: bool = False) -> list[Run]:
    """The lines of text outside tables from top to bottom, page numbers left out; column by column where the page has two."""
    lines = lines_in_order(glyphs) if in_columns else [run_of(line) for line in glyph_lines(glyphs)]
    return [line for line in lines if not _FOLIO.fullmatch(squeeze(line.text))]


@cache
def _levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = cast("dict[str, list[str]]", load("headings.yml"))
    return tuple(
        (level, re.compile("|".join(f"(?:{w})" for w in patterns)))
        for level, patterns in words.items()
        if level not in _NO_LEVELS
    )


@lru_cache(maxsize=20_000)
def heading_level(text: str) -> str:
    """``chapter``, ``field``, ``section``, ``item``, ``plain`` for a short line without a mark, blank for prose."""
    plain = squeeze(text)
    if not plain or len(plain) > _LONGEST_HEADING or plain[-1] in "。、,;" or _NOTE.match(plain):
        return ""
    if is_unit_line(plain) or is_unit_in_brackets(plain):
        return ""
    level = next((level for level, pattern in _levels() if pattern.fullmatch(plain)), "plain")
    return (
        ""
        if level == "plain" and len(plain) > _SENTENCE and any(mark in _own_words(plain) for mark in "、。")
        else level
    )


def _own_words(plain: str) -> str:
    """A line without what it quotes or adds in brackets; nothing where a mark in brackets opens it: 【指標1】 opens no sentence."""
    return "" if plain.startswith("【") else _QUOTED.sub("", plain)


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


def context_of(above: list[Run], headings: Headings, era: str, periods: StatedPeriods) -> Context:
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
        title_kind=kind_in_title(plain) or kind_in_lead(line.text for line in above[-_LINES_OF_LEAD:]),
        title_period=title_period(plain),
        unit_line=unit or title_unit(plain),
        department=said_department(title),
        era=era_in(reversed([line.text for line in above])) or era,
        stacked=legend.stacked,
        bracketed=legend.bracketed,
        stated=periods,
    )


def with_caption_below(context: Context, above: list[Run], below: list[Run]) -> Context:
    """The surroundings of a table whose caption stands below it (表1 医療費の推移), where none stands above it."""
    caption = _CAPTION.match(below[0].text) if below else None
    if caption is None or any(_CAPTION.match(line.text) for line in above[-_LINES_OF_LEAD:]):
        return context
    title = below[0].text[caption.end() :]
    plain = squeeze(title)
    return replace(
        context, title=indicator_title(title), title_kind=kind_in_title(plain), title_period=title_period(plain)
    )


def under_title(context: Context, text: str) -> Context:
    """The surroundings under a row that spans a whole table: its title, its unit line, or both (指標名：… 単位：…, KPI① 会員数　単位：人)."""
    said = said_by_labels(text)
    if "indicator" in said:
        return replace(
            context,
            title=indicator_title(said["indicator"]),
            unit_line=said.get("unit", context.unit_line),
            department=said.get("department", context.department),
        )
    unit = unit_line(text)
    named = _NAME_AND_UNIT.fullmatch(join_lines(text))
    if unit and named is None:
        return replace(context, unit_line=unit)
    if unit and named:
        return replace(context, title=indicator_title(named[1]), unit_line=unit)
    plain = squeeze(text)
    title = join_lines(text)
    if is_generic(title):
        return replace(context, title_kind=kind_in_title(plain) or context.title_kind)
    return replace(
        context,
        field=context.field or title,
        measure=context.measure if not context.field else title,
        title=indicator_title(title),
        title_kind=kind_in_title(plain) or context.title_kind,
        title_period=title_period(plain) or context.title_period,
        unit_line=title_unit(plain) or context.unit_line,
    )

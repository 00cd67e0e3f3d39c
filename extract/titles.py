"""Titles of tables and rows: whether they name an indicator, and what else stands in them.

Belongs here: one title by itself. Does not belong here: which title holds for a table (``captions``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import cast

from extract.labels import label_of, period_in, squeeze
from extract.lexicon import load, phrase
from extract.model import ValueKind
from extract.tables.columns import join_lines
from extract.unit_lines import by_keys

_ANNOUNCES = phrase("announces")
_COURSE = phrase("course")
_NAMES_NO_KIND = phrase("names_no_kind")
_COURSE_OF_INDICATOR = phrase("course_of_indicator")
_TITLE_KINDS: Sequence[tuple[ValueKind, re.Pattern[str]]] = (
    ("target", phrase("title_target")),
    ("actual", phrase("title_actual")),
    ("baseline", phrase("title_baseline")),
)
_DEPARTMENT_BEHIND = re.compile(
    r"\s+[【\[（(〔]([^【】\[\]（）()〔〕]{2,6})[:：】\]）)〕]\s*([^\s】\])）]+)[】\]）)]?$"
)


@cache
def _generic() -> re.Pattern[str]:
    words = cast("dict[str, list[str]]", load("headings.yml"))["generic"]
    return re.compile("|".join(f"(?:{word})" for word in words))


_QUOTED_NAME = re.compile(r"(?:[（(]?[\d０-９①-⑳]{1,2}[）).．]?)?\s*「([^「」]+)」\s*(?:※.*)?")
"""A heading that is a quoted name, with its number before it and a remark behind it: （１）「空き店舗率」※…."""


def is_generic(text: str) -> bool:
    """True for a title that says nothing of what a table is about (指標の推移)."""
    return bool(_generic().fullmatch(squeeze(text)))


def names_indicator(title: str) -> bool:
    """True for a title that ends as the names of indicators do (…件数, …の割合)."""
    return bool(_indicator_endings().fullmatch(re.sub(r"\([^()]*\)", "", squeeze(title))))


def names_measure(name: str) -> bool:
    """True for words that end as what is measured (延床面積, 年間利用者数), not as a thing or a place."""
    ending = cast("dict[str, str]", load("headings.yml"))["measure_endings"]
    return bool(re.fullmatch(ending, re.sub(r"\([^()]*\)", "", squeeze(name))))


def title_rule(title: str) -> str:
    """The rule by which a title names the indicator of the figures below it."""
    return "indicator-from-title" if names_indicator(title) else "title-for-name"


@cache
def _indicator_endings() -> re.Pattern[str]:
    return re.compile(cast("dict[str, str]", load("headings.yml"))["indicator_endings"])


def said_department(title: str) -> str:
    """The department that stands behind a name with its label (…の割合　【担当】人事課), or nothing."""
    found = _DEPARTMENT_BEHIND.search(title)
    return found[2] if found and label_of(found[1]).role == "department" else ""


def said_by_labels(text: str) -> dict[str, str]:
    """What the labels of a line say, by role (指標名：… 単位：人 → indicator, unit); words without a label are left out."""
    parts = [re.split("[:：]", part, maxsplit=1) for part in by_keys(join_lines(text))]
    said = {label_of(part[0]).role or "": part[1].strip() for part in parts if len(part) > 1}
    return {role: words for role, words in said.items() if role and words}


def indicator_title(title: str) -> str:
    """A heading without its mark and without its unit bracket: the name it gives."""
    name = re.sub(r"^[■◆●○〇◎▼▽□◇★☆▶▷▪◼・【《<〈]+\s*", "", join_lines(title)).rstrip("】》>〉")
    name = _DEPARTMENT_BEHIND.sub("", name) if said_department(name) else name
    quoted = _QUOTED_NAME.fullmatch(name)
    name = quoted[1] if quoted else name
    name = re.sub(r"^(?:成果|評価|達成)?(?:指標|KPI|ＫＰＩ)\s*[\d０-９①-⑳A-Z]*\s*[】:：．.・、]?\s*", "", name)
    return re.sub(r"\s*[（(［\[]\s*単位\s*[:：][^）)］\]]*[）)］\]].*$", "", name).strip()


def title_period(plain: str) -> str:
    """The period that a squeezed title gives the values of its table; the years that a course runs through (…の推移) date none."""
    return "" if _COURSE.search(plain) else period_in(plain)


def kind_in_lead(lines: Iterable[str]) -> ValueKind | None:
    """Targets, where a sentence over a table announces them (…の年次目標は次のとおりです) and nothing else.

    What was reached is announced of accounts and counts as well, which are no indicators.
    """
    found = _ANNOUNCES.search(squeeze("".join(lines)))
    return "target" if found and kind_in_title(found[1]) == "target" else None


def kind_in_title(plain: str) -> ValueKind | None:
    """The one kind of value that a title names (実績の推移, 指標の推移); none where it names two or none."""
    plain = _NAMES_NO_KIND.sub("", plain)
    kinds = [kind for kind, words in _TITLE_KINDS if words.search(plain)]
    if not kinds and _COURSE_OF_INDICATOR.search(plain):
        return "actual"
    return kinds[0] if len(kinds) == 1 else None

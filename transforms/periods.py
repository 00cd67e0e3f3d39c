"""The period that a label states: 令和4年度末 → fiscal year 2022, 令和3年末 → calendar year 2021.

Belongs here: one label. Does not belong here: which label applies to a figure (``transforms.dating``).
Rules: 年度 and a bare year are fiscal years (1 April to 31 March), 年, 年末 and 暦年 calendar years; a month or a day
is the fiscal year that contains it; a range counts as its last year and leaves a note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from transforms.eras import western, western_bare, year_of, year_pattern, years_in
from transforms.folding import fold_field
from transforms.lexicon import load
from transforms.rules import merged

_BARE_RANGE = re.compile(r"(?:元|[0-9]{1,2})(?:年度?)?[~-][0-9]{1,2}(?:年度|(?:年度)?の?(?:累計|合計|平均))")
BARE = frozenset({"bare-era-year", "bare-western-year", "bare-year-in-context"})


_MONTH_RULES = ("month-to-fiscal-year", "month-to-year-before")


@dataclass(frozen=True, slots=True)
class Period:
    """What a label states: at most one of the two years, a note (累計, 期間平均, 5年間), the rules applied."""

    fiscal_year: int | None = None
    calendar_year: int | None = None
    note: str = ""
    rules: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The Western year, however it is counted."""
        return self.fiscal_year if self.fiscal_year is not None else self.calendar_year

    @property
    def is_bare(self) -> bool:
        """Whether the label leaves open how the year is counted (2018, H30): a fiscal year unless the row says else."""
        return not BARE.isdisjoint(self.rules)

    def as_calendar(self, rule: str) -> Period:
        """The same year, counted by calendar."""
        return Period(None, self.year, self.note, merged(self.rules, (rule,)))


@dataclass(frozen=True, slots=True)
class _Point:
    """One year of a label in canonical text: how it is counted (blank: not said) and where it stands."""

    year: int
    counted: str
    rule: str
    start: int
    end: int


@cache
def _suffix_pattern() -> str:
    suffixes = load("periods")["suffixes"]
    return "|".join(suffixes["fiscal"] + suffixes["calendar"])


@cache
def _point_pattern() -> re.Pattern[str]:
    month = r"(?:年|[./])(?P<month>1[0-2]|0?[1-9])(?:月(?:[0-9]{1,2}日)?|[./][0-9]{1,2}日?|(?=[^0-9月./年]|$))末?"
    return re.compile(rf"(?P<fy>FY)?(?P<year>[0-9]{{4}})(?:{month}|(?P<suffix>{_suffix_pattern()})末?)?")


@cache
def _dual_pattern() -> re.Pattern[str]:
    first, second = (re.sub(r"\?P<(\w+)>", rf"?P<\1{side}>", year_pattern()) for side in "ab")
    return re.compile(rf"{first}(?P<sa>年度|年)?[(\[〔【]{second}(?P<sb>年度|年)?[)\]〕】]")


@cache
def _range_pattern() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in load("periods")["range_signs"])
    return re.compile(rf"{year_pattern()}(?P<counted>年度?)?(?P<sign>{signs})(?P<last>[0-9]{{1,2}})(?![0-9])")


@lru_cache(maxsize=20_000)
def parse_period(label: str, context_era: str | None = None) -> Period | None:
    """The period that ``label`` states, or None where it states none or contradicts itself.

    ``context_era`` (令和, 平成 …, 西暦) is the era of two-digit years without one; without it such a year is no period.
    """
    text = fold_field(label)
    if any(word in text for word in load("periods")["not_a_value_period"]) or _is_comparison(text):
        return None
    canonical, rules = _canonical(text, context_era)
    points = _points(canonical)
    note, note_rules = _note(canonical, points)
    rules = merged(rules, note_rules)
    if not points:
        return Period(None, None, note, rules) if note and _has_duration(canonical) else None
    return _period(canonical, points, note, rules)


def _is_comparison(text: str) -> bool:
    """Whether the only year of a label is what a figure is compared with: 平成25年度比."""
    return len(years_in(text)) == 1 and re.search(load("periods")["comparison"], text) is not None


def _canonical(text: str, context_era: str | None) -> tuple[str, tuple[str, ...]]:
    """``text`` with every year written as four Western digits, and the rules that this took."""
    text = _range_pattern().sub(_complete_range, text)
    text = _dual_pattern().sub(_merge_dual, text)
    found = years_in(text)
    for year in reversed(found):
        text = f"{text[: year.start]}{year.year}{text[year.end :]}"
    if found or context_era is None:
        return text, tuple(year.rule for year in found)
    return _with_context(text, context_era)


def _with_context(text: str, context_era: str) -> tuple[str, tuple[str, ...]]:
    """A two-digit year without an era, or a range of such years (22~26累計), in the era that the document writes elsewhere."""
    if _BARE_RANGE.match(text):
        canonical, _ = _canonical(context_era + text, None)
        return canonical, ("bare-year-in-context",)
    bare = re.search(rf"(?:^|(?<=[(年値]))['’]?(元|[0-9]{{1,2}})(?=(?:{_suffix_pattern()})(?![間目後前])|\)?$)", text)
    if bare is None:
        return text, ()
    return text[: bare.start()] + str(western_bare(context_era, 1 if bare[1] == "元" else int(bare[1]))) + text[
        bare.end() :
    ], ("bare-year-in-context",)


def _complete_range(match: re.Match[str]) -> str:
    """令和3~7年度 → 2021~2025年度, 2021~26 → 2021~2026."""
    first = year_of(match)
    last = int(match["last"])
    year = western(first.era, last) if first.era else first.year // 100 * 100 + last
    return f"{first.year}{match['counted'] or ''}{match['sign']}{year}"


def _merge_dual(match: re.Match[str]) -> str:
    """2020(令和2) → 2020; two years that differ stay, and the label then contradicts itself."""
    years = years_in(match[0])
    if len({year.year for year in years}) != 1:
        return match[0]
    return f"{years[0].year}{match['sa'] or match['sb'] or ''}"


def _points(text: str) -> list[_Point]:
    return [_point(match) for match in _point_pattern().finditer(text)]


def _point(match: re.Match[str]) -> _Point:
    year, suffix = int(match["year"]), match["suffix"] or ""
    if match["month"]:
        is_before = int(match["month"]) < int(load("periods")["fiscal_first_month"])
        return _Point(
            year - is_before, "fiscal", "month-to-year-before" if is_before else "month-to-fiscal-year", *match.span()
        )
    if match["fy"]:
        return _Point(year, "fiscal", "fiscal-year", *match.span())
    if not suffix:
        return _Point(year, "", "", *match.span())
    counted = "fiscal" if suffix in load("periods")["suffixes"]["fiscal"] else "calendar"
    return _Point(year, counted, f"{counted}-year", *match.span())


def _note(text: str, points: list[_Point]) -> tuple[str, tuple[str, ...]]:
    """The note that the words beside the years leave."""
    duration = _duration().search(text)
    found = [entry for entry in load("periods")["notes"] if any(word in text for word in entry["words"])]
    notes = ([duration[0]] if duration else []) + [entry["note"] for entry in found]
    rules = (["period-duration"] if duration else []) + [entry["rule"] for entry in found]
    if not found and len({point.year for point in points}) > 1:
        notes, rules = [*notes, text[points[0].start : points[-1].end]], [*rules, "period-range"]
    return "".join(dict.fromkeys(notes)), tuple(rules)


@cache
def _duration() -> re.Pattern[str]:
    return re.compile(load("periods")["duration"])


def _has_duration(text: str) -> bool:
    return _duration().search(text) is not None


def _period(text: str, points: list[_Point], note: str, rules: tuple[str, ...]) -> Period | None:
    """One period from the points of a label: the same year told twice, or the last year of a range."""
    last = points[-1]
    if len({point.year for point in points}) > 1 and not _is_range(text, points):
        return None
    counted = {point.counted for point in points if point.counted}
    if "暦年" in text:
        counted = {"calendar"}
    if len(counted) > 1:
        counted = {last.counted or "fiscal"} if _is_range(text, points) else {"fiscal"}
    rules = merged(
        rules,
        (point.rule for point in points if point.rule in {f"{kind}-year" for kind in counted}),
        (point.rule for point in points if point.rule in _MONTH_RULES),
    )
    if not counted:
        bare = "bare-era-year" if "era-to-western" in rules else "bare-western-year"
        return Period(last.year, None, note, merged(rules, () if "bare-year-in-context" in rules else (bare,)))
    if counted == {"calendar"}:
        return Period(None, last.year, note, rules)
    return Period(last.year, None, note, rules)


def _is_range(text: str, points: list[_Point]) -> bool:
    """Whether the only two different years stand on both sides of a range sign."""
    signs = load("periods")["range_signs"]
    return len(points) == 2 and any(text[points[0].end : points[1].start].strip("()") == sign for sign in signs)

"""What a short text says of the cells beside it: its role, its kind of value, its period and its unit.

Belongs here: recognition of single labels by the lexicon and by shape. Does not belong here: position in a table,
conversion of eras or units (a period or a unit is handed on as printed).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.folding import fold_printed
from extract.lexicon import Role, label_entry, phrase
from extract.model import ValueKind
from extract.unit_words import unit_in_bracket

_UNDER_KIND = phrase("under_kind")
_EXPECTED, _NEED = phrase("expected"), phrase("need")
_LONGEST_LABEL = 28  # characters without blanks: a longer text is prose or a name

_ERA = r"(?:明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿]|(?<![一-龠])[昭平令](?=\d|元)|(?<![A-Za-z])[MTSHR]\.?(?=\d|元))"
_YEAR_END = r"(?:年度末|年度|年末|年|末)?"
_POINT_DATE = r"(?:[./]\d{1,2}(?:[./]\d{1,2})?(?:末|時点|現在)?)?"
_MONTH = r"(?:\d{1,2}月(?:\d{1,2}日|末日?)?(?:現在|時点)?)?"
_BY_ERA = rf"{_ERA}(?:元|\d{{1,2}}){_POINT_DATE}(?:\((?:19|20)\d\d年?度?\))?{_YEAR_END}{_MONTH}(?:\((?:(?:19|20)\d\d|{_ERA}(?:元|\d{{1,2}})){_YEAR_END}\))?(?:[/・]{_ERA}(?:元|\d{{1,2}}){_YEAR_END})?"
_WESTERN = rf"(?:19|20)\d\d(?:\({_ERA}(?:元|\d{{1,2}}){_YEAR_END}\))?{_YEAR_END}{_MONTH}(?:\({_ERA}(?:元|\d{{1,2}}){_YEAR_END}\))?"
_ONE = rf"(?:{_BY_ERA}|{_WESTERN})"
_SHORT_END = rf"(?:\d{{1,2}}{_YEAR_END})"
_SPAN = rf"{_ONE}(?:[~\-→]|から|及び)(?:{_ONE}|{_SHORT_END})"
_LENGTH = r"(?:計画期間(?:中|内)?|\d{1,2}[かヶケカ]?年間?(?:の?累計|の?合計|平均)|\d{1,2}[かヶケカ]?年間)"
_PERIOD = re.compile(rf"(?:{_SPAN}|{_ONE}|{_LENGTH})(?:時点|現在|調査時?)?(?:の?(?:累計|平均|合計))?")
_OF_PERIOD = re.compile(r"\d|元|計画期間")
"""What every period holds: most texts hold none of it, and need no longer look."""
_BARE_YEAR = re.compile(r"(?:元|\d{1,2})年度(?:末)?|(?:元|\d{1,2})年?度?[~-]\d{1,2}(?:年度)?の?(?:累計|合計|平均)")
_BESIDE_KIND = re.compile(r"^(?:元|\d{1,2})年度(?:末)?|(?<=[^\W\d年~-])(?:元|\d{1,2})年度(?:末)?$")
_MARKS = re.compile(r"[①-⑳⓪㊀-㊉]|[※*†‡](?:\d{1,2}|[①-⑳])?|注\d{1,2}|\(注\d*\)|\(※\d*\)")
_BRACKET = re.compile(r"\(([^()]*)\)")
_OF_YEAR = re.compile(r"^[の年度末時点現在は]*(?:(?:水準|数?値)(?:\(案\))?)?$")
_CURRENT = phrase("current")
_DASH = "[-ー─━―‐－—–−]{1,3}"
_OF_DASH = re.compile(rf"\S\s*\n\s*{_DASH}\s*$|^\s*{_DASH}\s*[（(]")
_EDGE = "・:;,、。-~_|/()[]【】<>《》「」=→"


@dataclass(frozen=True, slots=True)
class Label:
    """What a text says as a label: any of role, kind, period (as printed) and unit (as printed) may be absent."""

    text: str
    role: Role | None
    kind: ValueKind | None
    period: str
    unit: str

    @property
    def speaks(self) -> bool:
        """True where the text is a label at all: it has a role or is nothing but a period."""
        return self.role is not None


_SAME_SIGN = str.maketrans(
    {
        "〜": "~",
        "～": "~",
        "∼": "~",
        "−": "-",
        "–": "-",
        "—": "-",
        "―": "-",
        "‐": "-",
        "ー": "ー",
        "〔": "(",
        "〕": ")",
        "［": "(",
        "］": ")",
        "[": "(",
        "]": ")",
        "〈": "(",
        "〉": ")",
    }
)
"""One kind of wave, dash and bracket."""


@lru_cache(maxsize=20_000)
def squeeze(text: str) -> str:
    """A text as labels are compared: radicals folded, NFKC, no blanks, one kind of wave and bracket."""
    return "".join(map(_squeezed, text))


@cache
def _squeezed(char: str) -> str:
    """One character, folded as itself: NFKC of a whole text would join a letter and the mark behind it."""
    folded = char if "①" <= char <= "⑳" else unicodedata.normalize("NFKC", fold_printed(char))
    return "".join(folded.split()).translate(_SAME_SIGN)


@lru_cache(maxsize=20_000)
def label_of(text: str) -> Label:
    """Read one text as a label; a text that is none has no role, nor has one over a dash or beside one: that is its value."""
    if _OF_DASH.search(text):
        return Label(text, None, None, "", "")
    plain = _MARKS.sub("", squeeze(text))
    period = period_in(plain) or _bare_year(plain) or _year_beside_kind(plain)
    rest = plain.replace(period, "", 1) if period else plain
    period = as_printed(text, period)
    unit, core = _unit_and_core(rest)
    if len(core) > _LONGEST_LABEL:
        return Label(text, None, None, "", "")
    for candidate in _candidates(rest, core):
        entry = label_entry(candidate, dated=bool(period))
        if entry is not None:
            return Label(text, entry.role, entry.kind, period, unit)
    if period and not _OF_YEAR.sub("", core):
        return Label(text, "period", None, period, unit)
    return Label(text, None, None, "", unit)


def _bare_year(plain: str) -> str:
    """A year without its era that says so by its end, alone or alone in a bracket (26年度, 目標値（26年度）), or nothing."""
    whole = _BARE_YEAR.fullmatch(plain.strip("()"))
    inside = [inner for inner in _BRACKET.findall(plain) if _BARE_YEAR.fullmatch(inner)]
    return whole.group(0) if whole else inside[0] if len(inside) == 1 else ""


def _year_beside_kind(plain: str) -> str:
    """A year without its era right beside the name of a kind (基準値22年度, 26年度実績), or nothing."""
    found = _BESIDE_KIND.search(plain)
    rest = _trim(plain[: found.start()] + plain[found.end() :]) if found else ""
    entry = label_entry(rest, dated=True) if rest else None
    return found.group(0) if found and entry is not None and entry.kind else ""


def as_printed(text: str, part: str) -> str:
    """The stretch of ``text`` that squeezes to ``part``, line breaks removed; ``part`` itself where marks interrupt it."""
    if not part:
        return ""
    pieces = [_squeezed(char) for char in text]
    origin = [i for i, piece in enumerate(pieces) for _ in piece]
    at = "".join(pieces).find(part)
    if at < 0:
        return part
    return text[origin[at] : origin[at + len(part) - 1] + 1].replace("\n", "")


@lru_cache(maxsize=20_000)
def period_in(plain: str) -> str:
    """The first period printed in a squeezed text, as printed, or nothing."""
    found = _PERIOD.search(plain) if _OF_PERIOD.search(plain) else None
    return found.group(0) if found else ""


def is_period(text: str) -> bool:
    """True for a text that is a period and nothing else (brackets aside)."""
    return label_of(text).role == "period" and bool(label_of(text).period)


def _unit_and_core(rest: str) -> tuple[str, str]:
    """The unit in a bracket of a label, and the label without its brackets."""
    unit = next((u for inner in _BRACKET.findall(rest) if (u := unit_in_bracket(inner))), "")
    return unit, _trim(_BRACKET.sub("", rest))


def says_values(text: str) -> bool:
    """True for words under a kind that say what its columns hold beside years, also with their unit: 数値, 値（ha）."""
    return bool(_UNDER_KIND.fullmatch(_trim(_BRACKET.sub("", squeeze(text)))))


def is_current(text: str) -> bool:
    """True for the label of a value of today (現状値), whatever kind it is of."""
    return bool(_CURRENT.match(squeeze(text)))


def is_expected(text: str) -> bool:
    """True for the label of what a year is expected to bring (見込), other than the need that a plan counts on (量の見込み)."""
    plain = squeeze(text)
    return bool(_EXPECTED.search(plain)) and not _NEED.search(plain)


def is_aim(text: str) -> bool:
    """True for the label of a target in its own word (目標値, 最終目標)."""
    return label_of(text).kind == "target" and "目標" in squeeze(text)


def _trim(text: str) -> str:
    return text.strip(_EDGE).removeprefix("の").removesuffix("の").strip(_EDGE)


def _candidates(rest: str, core: str) -> list[str]:
    whole = _trim(rest) if not rest.endswith(")") else rest.strip("・:;,、。-~_|/")
    inner = [_trim(part) for part in _BRACKET.findall(rest)]
    ordered = [whole, core, *([] if core else inner)]
    return [c for i, c in enumerate(ordered) if c and c not in ordered[:i]]

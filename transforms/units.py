"""Units: the known ones with their dimensions, the unit of a label, what a unit is counted per.

Belongs here: units and their labels. Does not belong here: numbers, and which label applies to a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from extract.unit_words import unit_table
from transforms.folding import fold_characters
from transforms.numbers import scales
from transforms.rules import merged

_RULED_OUT = ("share", "money")  # dimensions that a name tells: one that does not end so has none of them
_BRACKETED = re.compile(r"[(\[〔【<]([^()\[\]〔〕【】<>]*)[)\]〕】>]")


@dataclass(frozen=True, slots=True)
class UnitSpec:
    """The unit that a label gives: a printed figure times ``factor`` is in ``unit``, counted per ``per``."""

    unit: str
    factor: int = 1
    per: str = ""
    note: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """One row of the table of units: how many of the dimension's base unit it is."""

    unit: str
    dimension: str
    base_unit: str
    factor: float


@cache
def known_units() -> dict[str, KnownUnit]:
    """Every unit of the lexicon by its spelling, as ``dim_unit`` holds them."""
    table = unit_table()
    measured = {
        unit: KnownUnit(unit, dimension, next(iter(units)), float(factor))
        for dimension, units in table["dimensions"].items()
        for unit, factor in units.items()
    }
    counted = {unit: KnownUnit(unit, "count", unit, 1.0) for unit in map(str, (*table["counters"], *table["counted"]))}
    return counted | measured


@cache
def unit_pattern() -> str:
    """The pattern of one known unit, the longest first; one in Latin letters ends where the letters end."""
    spellings = sorted({fold_characters(unit) for unit in known_units()}, key=lambda unit: (-len(unit), unit))
    return "|".join(
        re.escape(unit) + ("(?![A-Za-z])" if unit[-1].isascii() and unit[-1].isalpha() else "") for unit in spellings
    )


@cache
def per_pattern() -> str:
    """The pattern of what follows 「/」: 年, 年度, 人, 校 … and their compounds (人・日)."""
    words = "|".join(sorted((re.escape(str(word)) for word in unit_table()["per"]), key=len, reverse=True))
    one = rf"(?:人口)?(?:{words}|1?(?:{unit_pattern()}))"
    return rf"{one}(?:[・/]{one})?(?![0-9])"


def canonical_unit(unit: str) -> str:
    """The unit as handed on: as printed, except where only the sign differs (パーセント → %, m2 → ㎡)."""
    return str(unit_table()["canonical"].get(unit, unit))


def dimension(unit: str) -> str:
    """The dimension of a unit, blank for an unknown one."""
    known = known_units().get(unit)
    return known.dimension if known else ""


@cache
def _label_pattern() -> re.Pattern[str]:
    scale = "".join(scales())
    return re.compile(rf"(?P<scale>[{scale}]*)(?P<unit>{unit_pattern()}|[^/0-9{scale}][^/]{{0,9}}?)(?:/(?P<per>.+))?")


def parse_unit_label(label: str, indicator: str = "") -> UnitSpec | None:
    """The unit that a label states (人, ％, 千円, 千円/人, 件／年, 人（累計）); None where it is blank.

    A dash says that there is none. Where the label lists several (千円、％), the indicator's name decides.
    """
    folded = "".join(fold_characters(label).split())
    folded += ")" * (folded.count("(") - folded.count(")"))
    whole = _BRACKETED.fullmatch(folded)
    text = re.sub(r"^単位[::=]?", "", whole[1] if whole else folded)
    if not text:
        return None
    if text in unit_table()["no_unit"]:
        return UnitSpec("", rules=("unit-none-stated",))
    if text in known_units():
        return _one_label(text)
    asides = unit_table()["asides"]
    parts = [part for part in re.split(r"[、,・]|又は|または", text) if part and part not in asides]
    if len(parts) > 1 and "/" not in text:
        return _chosen([_one_label(part) for part in parts], indicator)
    return _one_label(parts[0] if len(parts) == 1 else text)


def _one_label(text: str) -> UnitSpec:
    """One unit with its scale, what it is per, and the note in brackets behind it."""
    note = "、".join(_BRACKETED.findall(text))
    match = _label_pattern().fullmatch(_BRACKETED.sub("", text))
    if match is None:
        return UnitSpec(_BRACKETED.sub("", text), note=note, rules=("unit-unknown",))
    factor, rules = 1, tuple[str, ...]()
    for word in match["scale"]:
        factor, rules = factor * scales()[word][0], merged(rules, (scales()[word][1],))
    rules = merged(rules, () if match["unit"] in known_units() else ("unit-unknown",))
    return UnitSpec(canonical_unit(match["unit"]), factor, match["per"] or "", note, rules)


def _chosen(specs: list[UnitSpec], indicator: str) -> UnitSpec:
    """Of several listed units the one that the indicator's name asks for, or the only one it does not rule out; none where that stays open."""
    name = _BRACKETED.sub("", "".join(fold_characters(indicator).split()))
    asked = dimension_of_name(name)
    specs = [spec for spec in specs if spec.unit != _POINTS or _DIFFERENCE.search(name)] or specs
    if len(specs) == 1:
        return replace(specs[0], rules=merged(specs[0].rules, ("unit-chosen-by-name",)))
    fitting = [spec for spec in specs if name.endswith(f"{spec.unit}数")]
    fitting = fitting or [spec for spec in specs if asked and dimension(spec.unit) == asked]
    fitting = fitting or [spec for spec in specs if dimension(spec.unit) not in _RULED_OUT]
    if len(fitting) != 1:
        return UnitSpec("", rules=("unit-ambiguous",))
    return replace(fitting[0], rules=merged(fitting[0].rules, ("unit-chosen-by-name",)))


_POINTS = "ポイント"
_DIFFERENCE = re.compile(r"差|増減|変化|伸び")
"""In the name of what is counted in points (ポイント) beside shares (％、ポイント)."""


_CHANGE = re.compile(r"の[^の]*(?:から|比)?の?(?:増減|増加|減少)(?:数|量|額)?$")
"""How a name says that it is the change of what stands before it (職員数の前年度からの増減), in the same unit."""


def dimension_of_name(indicator: str) -> str:
    """The dimension that the end of a name tells, brackets aside, by the longest ending known; blank where none is."""
    name = _CHANGE.sub("", _BRACKETED.sub("", "".join(fold_characters(indicator).split())))
    endings = ((str(end), str(kind)) for kind, ends in unit_table()["name_endings"].items() for end in ends)
    return max(((len(end), kind) for end, kind in endings if name.endswith(end)), default=(0, ""))[1]


def unit_in_name(indicator: str) -> UnitSpec | None:
    """The unit in brackets at the end of an indicator's name: …率（％）, …人数（人/年）; None where there is none."""
    found = _BRACKETED.findall("".join(fold_characters(indicator).split()))
    asides = unit_table()["asides"]
    for text in reversed([_without(bracket, asides) for bracket in found]):
        match = _label_pattern().fullmatch(re.sub(r"^単位[::=]?", "", text))
        if match and match["unit"] in known_units() and not match["unit"].isdigit():
            return _one_label(re.sub(r"^単位[::=]?", "", text))
    return None


def _without(label: str, asides: list[str]) -> str:
    """A list in a bracket without what is no unit: 累計、手続 → 手続, 件・累計 → 件; a bracket of asides alone stays."""
    listed = ["・".join(word for word in part.split("・") if word not in asides) for part in re.split("[、,]", label)]
    parts = [part for part in listed if part]
    units = [part for part in parts if part in known_units()]
    return units[0] if len(units) == 1 else "、".join(parts) or label


@cache
def _per_in_name() -> re.Pattern[str]:
    return re.compile(str(unit_table()["per_in_name"]))


def per_in_name(indicator: str) -> str:
    """What an indicator's name says that it is counted per: （人口10万人当たり） → 人口10万人, 1人1日当たり… → 人・日."""
    match = _per_in_name().search("".join(fold_characters(indicator).split()))
    return per_of(match["per"]) if match else ""


def per_of(words: str) -> str:
    """The words before 当たり without the ones in them: 1校 → 校, 1人1日 → 人・日, 人口10万人 as it is."""
    return words if words.startswith("人口") else re.sub(r"(?<=\D)[1一](?=\D)", "・", words).lstrip("1一")

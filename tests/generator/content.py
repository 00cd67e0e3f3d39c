"""From the handwritten YAML to indicators with truth.

Belongs here: how a value, a column and an indicator are written in ``documents/*.yml``. Does not belong here: layouts.

A value is a number as printed, a dash, a word (a fact that is no number), or a mapping ``{raw, value, unit, …}`` that
says what a person reads; ``{text, parts: […]}`` is a cell that holds several figures; null is a blank cell.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from tests.generator.model import DASH_STATUS, Column, Entry, Figure, Indicator, Kind, Period, Unit

_FOLDER = Path(__file__).parent
_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
_DASHES = {"-", "－", "―", "—", "─", "ー", "–"}
_FIGURE_WORDS = {"text", *(slot for slot in Figure.__slots__)}
_INDICATOR_WORDS = ("field", "measure_no", "measure", "department", "rating")
_KNOWN_WORDS = {"name", "unit", "values", "extra", "printed", *_INDICATOR_WORDS}


@cache
def _units() -> dict[str, Any]:
    return cast(dict[str, Any], yaml.safe_load((_FOLDER / "units.yml").read_text(encoding="utf-8")))


def unit(printed: str) -> Unit:
    """What a printed unit means."""
    known = _units()["units"].get(printed, {"base": printed})
    return Unit(printed, known["base"], Decimal(known.get("factor", 1)), known.get("per", ""))


def period(word: Any) -> Period:
    """A period: ``2020`` (fiscal), ``cy2020`` (calendar), ``-`` or null (none), or ``{year, calendar, label}``."""
    if isinstance(word, dict):
        return Period(word.get("year"), word.get("calendar", False), word.get("label"))
    text = str(word or "-")
    if text == "-":
        return Period()
    calendar = text.startswith("cy")
    return Period(int(text.removeprefix("cy")), calendar)


def column(word: Any) -> Column:
    """A column: ``target 2025``, or ``{kind, period, head}``."""
    if isinstance(word, dict):
        head = word.get("head")
        heads = (head,) if isinstance(head, str) else tuple(head) if head else None
        return Column(word["kind"], period(word.get("period")), heads)
    kind, year = word.split()
    return Column(cast(Kind, kind), period(year))


def entry(word: Any, kind: Kind, of: Unit) -> Entry | None:
    """What one value cell prints, with the figures that are read in it."""
    if word is None:
        return None
    if isinstance(word, dict) and "parts" in word:
        return Entry(word["text"], tuple(_explicit(part, of) for part in word["parts"]), plain=True)
    if isinstance(word, dict):
        return Entry(str(word.get("text", word["raw"])), (_explicit(word, of),), plain=True)
    if isinstance(word, bool):
        raise ValueError("write words that YAML takes for truth values in quotes")
    return _simple(f"{word:,}" if isinstance(word, int) else str(word), kind, of)


def _simple(text: str, kind: Kind, of: Unit) -> Entry:
    narrow = unicodedata.normalize("NFKC", text)
    if _NUMBER.fullmatch(narrow):
        value = Decimal(narrow.replace(",", "")) * of.factor
        return Entry(text, (Figure(text, "numeric", value, of.base, of.per),))
    if text in _DASHES:
        return Entry(text, (Figure(text, DASH_STATUS[kind]),), plain=True)
    status = "not_available" if text in _units()["not_available"] else "text"
    return Entry(text, (Figure(text, cast(Any, status)),), plain=True)


def _explicit(word: dict[str, Any], of: Unit) -> Figure:
    if set(word) - _FIGURE_WORDS or not isinstance(word["raw"], str):
        raise ValueError(f"not a figure: {word}")
    value = _decimal(word.get("value"))
    return Figure(
        raw=word["raw"],
        status=word.get("status", "numeric"),
        value=value,
        unit=word.get("unit", of.base if value is not None else ""),
        per=word.get("per", of.per if value is not None else ""),
        comparator=word.get("comparator", ""),
        note=word.get("note", ""),
        numerator=_decimal(word.get("numerator")),
        denominator=_decimal(word.get("denominator")),
        period=period(word["period"]) if "period" in word else None,
        kind=word.get("kind"),
        name=word.get("name", ""),
    )


def _decimal(word: Any) -> Decimal | None:
    return None if word is None else Decimal(str(word))


def indicators(words: list[dict[str, Any]], columns: tuple[Column, ...], inherited: dict[str, str]) -> list[Indicator]:
    """Indicators, with what their groups (``{measure: …, indicators: […]}``) say inherited."""
    found: list[Indicator] = []
    for word in words:
        if "indicators" in word:
            own = {key: value for key, value in word.items() if key != "indicators"}
            found += indicators(word["indicators"], columns, inherited | own)
        else:
            found.append(_indicator(inherited | word, columns))
    return found


def _indicator(word: dict[str, Any], columns: tuple[Column, ...]) -> Indicator:
    extra = word.get("extra", {})
    if set(word) - _KNOWN_WORDS or not all(isinstance(value, str) for value in extra.values()):
        raise ValueError(f"not an indicator (a comma outside quotes?): {word}")
    of = unit(str(word.get("unit", "")))
    if len(word["values"]) != len(columns):
        raise ValueError(f"{word['name']}: {len(word['values'])} values for {len(columns)} columns")
    entries = tuple(entry(value, col.kind, of) for value, col in zip(word["values"], columns, strict=True))
    places = {name: str(word.get(name, "")) for name in _INDICATOR_WORDS}
    return Indicator(str(word["name"]), of, entries, extra=extra, printed=word.get("printed", {}), **places)

"""A decision of a person, from the words on the command line to the file beside the document.

Belongs here: what the words mean, and the refusal of what cannot be decided. Does not belong here: arguments, the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from extract.model import ValueKind
from pipelines.review_items import OPEN, Item
from transforms.decisions_model import Correction, Decision, Stated, Verdict, comparators, reasons
from transforms.decisions_writing import rounded
from transforms.figures import Status
from transforms.periods import parse_period
from transforms.units import parse_unit_label

_NO_NUMBER = {"value": None, "unit": "", "per": "", "comparator": ""}
_PERIOD_ID = re.compile("(FY|CY)[0-9]{4}")


class CannotDecide(ValueError):
    """What was asked for is no decision on this item; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of an item; ``given`` holds what a correction changes, in words: names of ``CHANGES``."""

    verdict: Verdict
    given: Mapping[str, str]
    who: str
    why: str
    on: date


def decision_on(item: Item, said: Said) -> Decision:
    """The decision that was said on an item.

    Raises ``CannotDecide`` where the item is decided already, or where what is said does not fit it or itself.
    """
    _require_open(item)
    _require_fit(item, said.verdict, said.given)
    return Decision(
        document=item.document,
        verdict=said.verdict,
        where=replace(item.where, box=item.where.box and rounded(item.where.box)),
        reason=item.reason,
        raw_text=item.raw_text,
        why=said.why,
        who=said.who,
        decided_on=said.on,
        read=item.read,
        should_be=_correction(item, said.given) if said.verdict == "correct" else None,
    )


def _require_open(item: Item) -> None:
    if item.state != OPEN:
        by = f"{item.item} was {item.state} by {item.decided_by} on {item.decided_on}"
        raise CannotDecide(f"{by}; to decide anew, take that decision out of the file beside the PDF first")


def _require_fit(item: Item, verdict: Verdict, given: Mapping[str, str]) -> None:
    if item.reason not in reasons():
        raise CannotDecide(f"{item.item}: the reason {item.reason} is not declared in transforms/lexicon/review.yml")
    if verdict == "correct" and item.read is None:
        raise CannotDecide(f"{item.item} ({item.reason}) is about no figure that was read: accept or ignore it")
    if verdict == "correct" and not given:
        raise CannotDecide(f"what should it be? correct needs at least one of {_options(CHANGES)}")
    if verdict != "correct" and given:
        raise CannotDecide(f"{_options(given)}: only with correct")


def _options(names: Mapping[str, object]) -> str:
    return ", ".join(f"--{name}" for name in names)


def _correction(item: Item, given: Mapping[str, str]) -> Correction:
    """What was read, with what is given in its place."""
    changes = {name: CHANGES[name](words) for name, words in given.items()}
    names = {"indicator": item.where.indicator, "kind": item.where.kind} | _only(changes, "indicator", "kind")
    stated = replace(item.read or Stated("numeric"), **_stated(changes))
    if (stated.status == "numeric") != (stated.value is not None):
        raise CannotDecide(
            f"the status {stated.status} does not go with the value {stated.value}; give --value or --status"
        )
    return Correction(**names, stated=stated)


def _stated(changes: Mapping[str, Any]) -> dict[str, Any]:
    """A value makes the figure a number; a status that is no number takes what belongs to a number away."""
    figure = _only(changes, "value", "unit", "per", "comparator", "status", "year")
    if "value" in figure:
        return {"status": "numeric", **figure}
    return figure if figure.get("status", "numeric") == "numeric" else {**_NO_NUMBER, **figure}


def _only(changes: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: changes[name] for name in names if name in changes}


def _value(words: str) -> float:
    try:
        return float(Decimal(words.replace(",", "")))
    except (InvalidOperation, OverflowError):
        raise CannotDecide(f"--value {words}: must be a number in the base unit, such as 783000 or 12.5") from None


def _year(words: str) -> str:
    """FY2024 and CY2024 as they are, other words as a document would print them: 令和6年度, R6, 2024年."""
    if _PERIOD_ID.fullmatch(words):
        return words
    period = parse_period(words)
    if period is None:
        raise CannotDecide(f"--year {words}: must be a year such as FY2024, 令和6年度, CY2024 or 令和6年")
    return f"CY{period.calendar_year}" if period.fiscal_year is None else f"FY{period.fiscal_year}"


def _unit(words: str) -> str:
    """A base unit alone; 千円 or 件／年 would leave open what the value means."""
    spec = parse_unit_label(words)
    if spec is not None and (spec.factor != 1 or spec.per):
        raise CannotDecide(
            f"--unit {words}: must be a base unit alone, such as {spec.unit}, with --value in it and --per apart"
        )
    return "" if spec is None else spec.unit


def _one_of(option: str, names: tuple[str, ...]) -> Callable[[str], str]:
    def checked(words: str) -> str:
        if words not in names:
            raise CannotDecide(f"--{option} {words}: must be one of {', '.join(filter(None, names))}")
        return words

    return checked


CHANGES: dict[str, Callable[[str], Any]] = {
    "value": _value,
    "unit": _unit,
    "per": str,
    "comparator": _one_of("comparator", ("", *comparators())),
    "status": _one_of("status", get_args(Status)),
    "kind": _one_of("kind", get_args(ValueKind)),
    "year": _year,
    "indicator": str,
}
"""What a correction can change, and how the words of the option are read."""

"""Decisions as people write them in ``<document>.corrections.yml``: a list of records, read strictly.

Belongs here: reading the form of the file. Does not belong here: writing it (``transforms.decisions_writing``), where
it lies, what a decision does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, get_args

import yaml

from extract.model import Box, ValueKind
from extract.strict import Check, StrictLoader, either, matching, problems_of
from transforms.decisions_model import STATES, Correction, Decision, Stated, Where, comparators, reasons
from transforms.figures import Status

Record = Mapping[str, Any]


class DecisionFileError(Exception):
    """A file of decisions cannot be used; the message is one line that names the file, the decision and the fault."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        self.file, self.entry, self.problem = file, entry, problem
        super().__init__(f"{file}: {entry}: {problem}")


def _page(value: object) -> str:
    return "" if type(value) is int and value >= 1 else "must be a page, counted from 1"


def _is_number(value: object) -> bool:
    return type(value) is int or (isinstance(value, float) and math.isfinite(value))


def _number(value: object) -> str:
    return "" if _is_number(value) else "must be a number"


def _box(value: object) -> str:
    fits = isinstance(value, list) and len(value) == 4 and all(map(_is_number, value))
    return "" if fits else "must be four numbers: left, top, right, bottom"


def _day(value: object) -> str:
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return "" if is_day else "must be a day such as 2025-04-01, without quotes"


def _mapping(value: object) -> str:
    return "" if isinstance(value, dict) else "must be a mapping of keys to values"


def _reason(value: object) -> str:
    return "" if value in reasons() else f"must be one of {', '.join(reasons())}"


def _one_of(*names: str) -> Check:
    return matching("|".join(names), " or ".join(names))


_TEXT = matching(r"[\s\S]*", "text, in quotes where it looks like a number")
_WORDS = matching(r"[\s\S]*\S[\s\S]*", "text that is not blank")
_KIND = _one_of(*get_args(ValueKind))
_DECISION: dict[str, Check] = {
    "decision": _one_of(*STATES),
    "where": _mapping,
    "reason": _reason,
    "raw_text": _TEXT,
    "why": _WORDS,
    "who": _WORDS,
    "decided_on": _day,
}
_OF_FIGURE: dict[str, Check] = {"read": _mapping, "should_be": _mapping}
_PLACE: dict[str, Check] = {"page": either(_page), "box": either(_box)}
_FIGURE_PLACE: dict[str, Check] = {**_PLACE, "indicator": _TEXT, "kind": _KIND, "period": _TEXT}
_STATED: dict[str, Check] = {"status": _one_of(*get_args(Status))}
_CORRECTION: dict[str, Check] = {"indicator": _WORDS, "kind": _KIND, **_STATED}
_DETAILS: dict[str, Check] = {
    "value": _number,
    "unit": _TEXT,
    "per": _TEXT,
    "comparator": _one_of(*comparators()),
    "year": matching("(FY|CY)[0-9]{4}", "FY2024 (年度) or CY2024 (年)"),
}


def parse_decisions(text: str, file: str, document: str) -> list[Decision]:
    """The decisions of a file on ``document``, in its order; an empty file holds none.

    Raises ``DecisionFileError``, which names ``file``, on anything unknown, missing, contradictory or twice there.
    """
    decisions = [_decision(entry, file, number, document) for number, entry in enumerate(_entries(text, file), start=1)]
    _no_duplicates(decisions, file)
    return decisions


def _entries(text: str, file: str) -> list[Any]:
    try:
        root = yaml.load(text, Loader=StrictLoader)
    except yaml.YAMLError as error:
        raise DecisionFileError(file, "the file", "no YAML: " + " ".join(str(error).split())) from error
    if root is not None and not isinstance(root, list):
        raise DecisionFileError(file, "the file", "must be a list of decisions")
    return root or []


def _decision(entry: Any, file: str, number: int, document: str) -> Decision:
    problems = problems_of(entry, _DECISION, _OF_FIGURE) or [*_contradictions(entry), *_faulty_parts(entry)]
    if problems:
        raise DecisionFileError(file, f"decision {number}", "; ".join(problems))
    return Decision(
        document=document,
        verdict=entry["decision"],
        where=_where(entry["where"]),
        reason=entry["reason"],
        raw_text=entry["raw_text"],
        why=entry["why"],
        who=entry["who"],
        decided_on=entry["decided_on"],
        read=_stated(entry["read"]) if "read" in entry else None,
        should_be=_correction(entry["should_be"]) if "should_be" in entry else None,
    )


def _contradictions(entry: Record) -> list[str]:
    """What does not fit together among keys that are right by themselves."""
    corrects, is_figure = entry["decision"] == "correct", _is_figure(entry)
    found = {
        "missing key read": is_figure and "read" not in entry,
        f"unknown key read: {entry['reason']} is about no figure": not is_figure and "read" in entry,
        f"{entry['reason']} is about no figure: accept or ignore it": corrects and not is_figure,
        "missing key should_be": corrects and "should_be" not in entry,
        "should_be stands only where the decision is correct": not corrects and "should_be" in entry,
    }
    return [problem for problem, is_so in found.items() if is_so]


def _faulty_parts(entry: Record) -> Iterator[str]:
    """What is wrong inside ``where``, ``read`` and ``should_be``."""
    place = _FIGURE_PLACE if _is_figure(entry) else _PLACE
    yield from (f"where: {problem}" for problem in problems_of(entry["where"], place, {}))
    for key, required in (("read", _STATED), ("should_be", _CORRECTION)):
        if key in entry:
            yield from (f"{key}: {problem}" for problem in _faulty_figure(entry[key], required))


def _faulty_figure(record: Record, required: Mapping[str, Check]) -> list[str]:
    problems = problems_of(record, required, _DETAILS)
    unfit = (record.get("status") == "numeric") != ("value" in record)
    return problems or ["a value belongs to the status numeric, and to no other"] * unfit


def _is_figure(entry: Record) -> bool:
    return reasons()[entry["reason"]].about == "figure"


def _where(record: Record) -> Where:
    return Where(**{**record, "box": None if record["box"] is None else Box(*record["box"])})


def _stated(record: Record) -> Stated:
    return Stated(**record)


def _correction(record: Record) -> Correction:
    stated = {key: value for key, value in record.items() if key not in {"indicator", "kind"}}
    return Correction(record["indicator"], record["kind"], _stated(stated))


def _no_duplicates(decisions: list[Decision], file: str) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for number, decision in enumerate(decisions, start=1):
        first = seen.setdefault(_item(decision), number)
        if first != number:
            raise DecisionFileError(file, f"decision {number}", f"is about the same item as decision {first}; keep one")


def _item(decision: Decision) -> tuple[object, ...]:
    """What a decision is about; whatever a figure was open for, there is one decision on it."""
    return decision.where, "" if decision.read else decision.reason, decision.raw_text

"""The words of reading, as data.

Belongs here: typed loading of the YAML files beside this module. Does not belong here: rules that use the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast, get_args

from extract.model import ValueKind
from extract.yaml_file import read_yaml

Role = Literal[
    "rate",
    "rating",
    "attainment",
    "number",
    "page",
    "unit",
    "department",
    "period",
    "kind",
    "value",
    "indicator",
    "measure",
    "field",
    "target_group",
    "note",
]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of ``labels.yml``: a role, the kind of value where the role is ``value``, its words, and whether it counts
    only beside a period."""

    role: Role
    kind: ValueKind | None
    words: re.Pattern[str]
    dated: bool = False


def load(name: str) -> object:
    """The content of one YAML file of the lexicon."""
    return read_yaml((resources.files(__package__) / name).read_text(encoding="utf-8"))


def phrase(name: str) -> re.Pattern[str]:
    """One expression of ``phrases.yml`` by its name; an unknown name is a ``KeyError``."""
    return re.compile(_phrases()[name])


@cache
def _phrases() -> dict[str, str]:
    return cast("dict[str, str]", load("phrases.yml"))


@cache
def label_entries() -> tuple[Entry, ...]:
    """The entries of ``labels.yml`` in their order; an unknown role, kind or key is an error."""
    rows = cast("list[dict[str, object]]", load("labels.yml"))
    return tuple(_entry(row) for row in rows)


def label_entry(text: str, dated: bool) -> Entry | None:
    """The first entry of ``labels.yml`` that describes the whole of a text; entries that need a period count only beside one."""
    found = _any_entry(dated).fullmatch(text)
    return label_entries()[int((found.lastgroup or "")[1:])] if found else None


@cache
def _any_entry(dated: bool) -> re.Pattern[str]:
    """All entries as one expression, in which a group is named by the place of its entry: one search instead of one each."""
    entries = [(i, entry) for i, entry in enumerate(label_entries()) if dated or not entry.dated]
    return re.compile("|".join(f"(?P<e{i}>{entry.words.pattern})" for i, entry in entries))


def _entry(row: dict[str, object]) -> Entry:
    if not {"role", "words"} <= set(row) <= {"role", "kind", "words", "dated"} or row.get("dated", True) is not True:
        raise ValueError(
            f"labels.yml: an entry has role, words and maybe kind and dated: true, this one has {sorted(row)}"
        )
    role, kind = row["role"], row.get("kind")
    if (
        role not in get_args(Role)
        or kind not in (None, *get_args(ValueKind))
        or (role == "value") != (kind is not None)
    ):
        raise ValueError(f"labels.yml: role {role!r} with kind {kind!r} is not known")
    words = "|".join(f"(?:{word})" for word in cast("list[str]", row["words"]))
    return Entry(cast("Role", role), cast("ValueKind | None", kind), re.compile(words), "dated" in row)

"""The departments that one printed cell names.

Belongs here: taking 「人事課、行政管理課」 apart. Does not belong here: who succeeded whom (the warehouse derives it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.themes import load_yaml

# 市民課税務課: two names that lost the line break between them; 課税課 is one.
_LOST_BREAK = re.compile(r"(?<=[^、\s]{2}課)(?=[^、\s]{2,}(?:課|室|局|所|館|センター)$)")


@dataclass(frozen=True, slots=True)
class Departments:
    """The departments of one cell in the printed order; ``and_others`` where the cell ends in ほか."""

    names: tuple[str, ...]
    and_others: bool


def split_departments(cell: str) -> Departments:
    """Take the names in a cell apart, each once."""
    parts = [part.strip() for part in _separators().split(cell)]
    trimmed = [_others().sub("", part).strip() for part in parts]
    names = [name for part in trimmed for name in _LOST_BREAK.split(part) if name]
    return Departments(tuple(dict.fromkeys(names)), and_others=parts != trimmed)


@cache
def _separators() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in load_yaml("linking.yml")["department_separators"]))


@cache
def _others() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load_yaml("linking.yml")["department_others"])
    return re.compile(f"(?:{words})$")

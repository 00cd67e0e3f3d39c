"""Records that people write in YAML, read strictly: nothing unknown, nothing missing, nothing twice.

Belongs here: the loader and the checks that every such file shares. Does not belong here: the keys of any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping

import yaml

Check = Callable[[object], str]
"""What is wrong with a value, in words that follow its key; blank where nothing is."""


class StrictLoader(yaml.SafeLoader):
    """Safe YAML in which a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        """Build a mapping; raise where a key stands twice."""
        mapping = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            raise yaml.MarkedYAMLError(problem="a key stands twice", problem_mark=node.start_mark)
        return mapping


def matching(pattern: str, meaning: str) -> Check:
    """A check that a value is text of this pattern."""
    return lambda value: "" if isinstance(value, str) and re.fullmatch(pattern, value) else f"must be {meaning}"


def either(check: Check) -> Check:
    """The check, or null."""
    return lambda value: "" if value is None else check(value)


def problems_of(value: object, required: Mapping[str, Check], optional: Mapping[str, Check]) -> list[str]:
    """All that is wrong with a record: unknown and missing keys, values that fail their check."""
    if not isinstance(value, dict):
        return ["must be a mapping of keys to values"]
    checks = {**required, **optional}
    unknown = [f"unknown key {key}" for key in value if key not in checks]
    missing = [f"missing key {key}" for key in required if key not in value]
    found = ((key, checks[key](value[key])) for key in checks if key in value)
    return [*unknown, *missing, *(f"{key} {problem}" for key, problem in found if problem)]

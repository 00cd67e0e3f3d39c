"""YAML files of words, read fast: every process that reads documents reads them first.

Belongs here: the parser. Does not belong here: what the files say.
"""

from __future__ import annotations

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the parser of libyaml, where PyYAML was built with it


def read_yaml(text: str) -> Any:
    """The content of a YAML text; plain data only."""
    return yaml.load(text, Loader=_LOADER)

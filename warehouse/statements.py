"""The plain ``.sql`` files of the warehouse, and the order in which they run.

Belongs here: finding, splitting and ordering SQL files. Does not belong here: SQL, connections.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

SQL = Path(__file__).parent / "sql"
_MART = re.compile(r"\bmarts\.(\w+)")
_COMMENT = re.compile(r"--[^\n]*")


@dataclass(frozen=True, slots=True)
class Mart:
    """One mart: its name and the SELECT that fills it."""

    name: str
    select: str

    @property
    def sources(self) -> frozenset[str]:
        """The marts that this one reads."""
        return frozenset(_MART.findall(_COMMENT.sub("", self.select)))


def scripts(stage: str) -> list[tuple[str, str]]:
    """The SQL files of a stage (``ddl``, ``load``, ``quality``) in the order of their names: name and text."""
    return [(f"{stage}/{path.name}", path.read_text(encoding="utf-8")) for path in sorted((SQL / stage).glob("*.sql"))]


def marts() -> list[Mart]:
    """Every mart after those that it reads, otherwise by name."""
    found = {
        path.stem: Mart(path.stem, path.read_text(encoding="utf-8")) for path in sorted((SQL / "marts").glob("*.sql"))
    }
    order = TopologicalSorter({name: sorted(mart.sources) for name, mart in found.items()}).static_order()
    return [found[name] for name in order]

"""Which rows of a status table stand for the same initiative (再掲), so that none is counted twice.

Belongs here: finding the row that 【再掲…】 means. Does not belong here: reading the mark, counting (the marts).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from transforms.likeness import likeness

_ALIKE = 0.60
# A row at the very place that the mark names may be less alike: the cell says what is repeated.
_ALIKE_IN_PLACE = 0.40
_MARK = re.compile(r"【[^】]*】|[(（](?:新|再掲)[^)）]*[)）]|〜|~|●")
_NUMBER = re.compile(r"[0-9]+")


def with_originals(statuses: pl.DataFrame) -> pl.DataFrame:
    """``statuses`` with ``repeats_position``: the position of the row that each repeats, ``None`` where it is counted.

    ``statuses`` has the columns of ``transforms.schema.STATUS`` and ``position`` (within the document). Two rows that
    name each other are one initiative: the first is counted. A mark that fits no row repeats nothing that is there.
    """
    rows = statuses.select("document", "position", "field", "measure", "initiative", "repeats").to_dicts()
    found = [_original(row, [other for other in rows if other["document"] == row["document"]]) for row in rows]
    targets = {(row["document"], row["position"]): target for row, target in zip(rows, found, strict=True)}
    resolved = [_settled(row["document"], row["position"], targets) for row in rows]
    return statuses.with_columns(pl.Series("repeats_position", resolved, dtype=pl.Int64()))


def _original(row: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> int | None:
    """The row that ``row`` says it repeats: the most alike of those that are alike enough."""
    if not (row["repeats"] or "").strip():
        return None
    scored = [(_score(row, other), -other["position"]) for other in others if other["position"] != row["position"]]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] > 0 else None


def _score(row: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """How alike the two initiatives are, 1 more at the place that the mark names; 0 where they are not one."""
    in_place = _numbers(row["repeats"]) == _numbers(f"{other['field'] or ''} {other['measure'] or ''}")
    alike = likeness(_bare(row["initiative"]), _bare(other["initiative"]))
    if alike < (_ALIKE_IN_PLACE if in_place else _ALIKE):
        return 0.0
    return alike + in_place


def _settled(document: str, position: int, targets: Mapping[tuple[str, int], int | None]) -> int | None:
    """Follow the marks to the row that is counted; in a ring of rows the first one is."""
    seen = [position]
    while (target := targets[document, seen[-1]]) is not None and target not in seen:
        seen.append(target)
    end = seen[-1] if target is None else min(seen[seen.index(target) :])
    return None if end == position else end


def _bare(initiative: str) -> str:
    return _MARK.sub("", unicodedata.normalize("NFKC", initiative))


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(unicodedata.normalize("NFKC", text))

"""Parts of one indicator (男性 and 女性, or a share and the count behind it): each is counted as an indicator of its own.

Belongs here: which part a figure is about, so that no two figures of one indicator, kind and period are mixed. Does not
belong here: finding the parts in a cell (``transforms.pairing``), links between documents.
"""

from __future__ import annotations

import re

import polars as pl

from transforms.measures import PLACE
from transforms.units import dimension, known_units

_PART = re.compile(r"(?:^|; )内訳: ([^;]+)")
_COMPOUND = "compound-cell"
_ROW = ["document", *PLACE, "indicator"]


def with_parts(observations: pl.DataFrame) -> pl.DataFrame:
    """``observations`` with ``part``, ``read_as`` (the name as it was) and the part in ``indicator``: 健康寿命（男性）.

    A figure is about a part where its note says so (内訳: 男性), and where its cell prints several units of one
    indicator (44.2% 34市町村) and its own is not the first. ``part`` is blank for all others. The direction of a part
    that is a rank (全国2位) is open: the better way of the figure is not that of its rank. The order stays.
    """
    first_units = _first_units(observations)
    parts = [part_of(row, first_units) for row in observations.select(*_ROW, "unit", "note", "rules").to_dicts()]
    named = observations.with_columns(pl.Series("part", parts, dtype=pl.String()), pl.col("indicator").alias("read_as"))
    named = named.with_columns(
        pl.when(_is_rank()).then(pl.lit("none")).otherwise(pl.col("direction")).alias("direction")
    )
    with_part = pl.concat_str([pl.col("indicator").fill_null(""), pl.lit("（"), pl.col("part"), pl.lit("）")])
    return named.with_columns(
        pl.when(pl.col("part") != "").then(with_part).otherwise(pl.col("indicator")).alias("indicator")
    )


def part_of(row: dict[str, str | None], first_units: dict[tuple[str | None, ...], str]) -> str:
    """The part that one observation is about, blank for the whole; ``first_units`` are those of compound cells."""
    told = _PART.search(row["note"] or "")
    if told:
        return told[1].strip()
    unit = row["unit"] or ""
    is_other = _is_compound(row["rules"]) and unit != first_units.get(tuple(row[name] for name in _ROW), unit)
    return unit if is_other else ""


def _is_rank() -> pl.Expr:
    ranks = [unit for unit in known_units() if dimension(unit) == "rank"]
    return (pl.col("part") != "") & pl.col("unit").is_in(ranks)


def _first_units(observations: pl.DataFrame) -> dict[tuple[str | None, ...], str]:
    """The unit of the first figure in the compound cells of each indicator."""
    found: dict[tuple[str | None, ...], str] = {}
    for *row, unit, rules in observations.select(*_ROW, "unit", "rules").rows():
        if _is_compound(rules):
            found.setdefault(tuple(row), unit or "")
    return found


def _is_compound(rules: str | None) -> bool:
    return _COMPOUND in (rules or "").split()

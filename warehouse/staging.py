"""Frames as the load statements want them: inputs plus links, themes and natural keys, under names that begin ``in_``.

Belongs here: the composition of the judgement of ``transforms`` into staged frames. Does not belong here: SQL, files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from transforms.as_of import fill_as_of
from transforms.decisions_model import reason_frame
from transforms.departments import split_departments
from transforms.likeness import fold_name
from transforms.linking import link_indicators
from transforms.measures import PLACE, Place, link_measures
from transforms.parts import with_parts
from transforms.repeats import with_originals
from transforms.schema import RECORDS
from transforms.themes import comparable_frame, comparable_of, theme_frame, theme_of, unit_frame
from warehouse.errors import InputError
from warehouse.inputs import WarehouseInput

_PRINTED = ["document", *PLACE, "indicator"]
_FIRST = [f"first_{name}" for name in _PRINTED]
_AS_GIVEN = ("municipalities", "plans", "documents", "outcomes", "decisions")

# Where a theme is looked for, the nearest name first.
_PROJECT_NAMES = ("name", "sub_policy", "policy", "description", "pillar")
_STATUS_NAMES = ("initiative", "measure", "field")

_DESCRIBED = ("overview", "approach", "effect", "issue")
_MEASURE_PLACE = ("plan_id", "measure_key", "document", "page", "position")

_DEPARTMENT = pl.Schema(
    {
        "plan_id": pl.String(),
        "document": pl.String(),
        "measure_key": pl.String(),
        "department": pl.String(),
        "position": pl.Int64(),
        "and_others": pl.Boolean(),
    }
)


def stage(inputs: WarehouseInput) -> dict[str, pl.DataFrame]:
    """Every frame that ``warehouse/sql/load`` reads, by name.

    Raises ``InputError`` where an input is not as declared or a record belongs to a document without catalogue entry.
    """
    frames = inputs.frames()
    _require_documents(frames)
    observations = with_parts(fill_as_of(frames["observations"], frames["documents"]))
    printed = [observations, frames["measures"], frames["statuses"]]
    measures = _measures(printed, frames["documents"])
    numbered = [_numbered(frame) for frame in printed]
    linked = link_indicators(observations, frames["documents"])
    indicators = _indicators(linked.links, measures)
    return {f"in_{name}": frames[name] for name in _AS_GIVEN} | {
        "in_observations": _numbered(_as_read(_with_first_department(_with_keys(observations, indicators)))),
        "in_measures": _with_measure_theme(measures, frames["measures"]),
        "in_measure_places": pl.concat([_with_measure(frame, measures).select(_MEASURE_PLACE) for frame in numbered]),
        "in_described_measures": _numbered(_with_measure(frames["measures"], measures)),
        "in_indicators": _with_subjects(indicators, observations),
        "in_departments": _departments(printed[:2], measures),
        "in_projects": _numbered(_with_first_department(_with_name_key(_themed(frames["projects"], _PROJECT_NAMES)))),
        "in_phases": _numbered(_with_name_key(frames["phases"].rename({"project": "name"}))),
        "in_statuses": with_originals(_numbered(_themed(_with_measure(frames["statuses"], measures), _STATUS_NAMES))),
        "in_surveys": _numbered(frames["surveys"]),
        "in_review": pl.concat([frames["review"], linked.review]),
        "in_reasons": reason_frame(),
        "in_themes": theme_frame(),
        "in_comparables": comparable_frame(),
        "in_units": unit_frame(observations.get_column("unit").drop_nulls().unique().to_list()),
    }


def _require_documents(frames: Mapping[str, pl.DataFrame]) -> None:
    known = frames["documents"].get_column("document_id").implode()
    for kind in RECORDS:
        strangers = frames[kind].filter(~pl.col("document").is_in(known)).get_column("document").unique().sort()
        if len(strangers):
            raise InputError(f"{kind} of {', '.join(strangers)}: no entry in the catalogue")


def _measures(frames: Sequence[pl.DataFrame], documents: pl.DataFrame) -> pl.DataFrame:
    """Every printed place of a measure with the key of the measure (``measure_key``)."""
    links = link_measures(pl.concat([_placed(frame).select("document", *PLACE) for frame in frames]), documents)
    keys = ["|".join(Place(*row).key) for row in links.select(f"first_{name}" for name in PLACE).iter_rows()]
    return links.with_columns(pl.Series("measure_key", keys, dtype=pl.String()))


def _with_measure_theme(links: pl.DataFrame, described: pl.DataFrame) -> pl.DataFrame:
    """The links with ``theme``: by the name of the measure, its field, or else by what the document says of it."""
    text = pl.concat_str([pl.col(_DESCRIBED).fill_null("")], separator=" ").alias("text")
    said = _placed(described).group_by("document", *PLACE).agg(text.sort().last())
    joined = links.join(said, on=["document", *PLACE], how="left", maintain_order="left")
    own = joined.group_by("plan_id", "measure_key").agg(pl.col("text").drop_nulls().sort().last())
    names = links.join(own, on=["plan_id", "measure_key"], how="left", maintain_order="left")
    found = [theme_of(row) for row in names.select("first_measure", "first_field", "text").iter_rows()]
    return links.with_columns(pl.Series("theme", found, dtype=pl.String()))


def _placed(frame: pl.DataFrame) -> pl.DataFrame:
    """``frame`` with all columns of a place, blank where the record has none or prints none."""
    absent = [pl.lit("").alias(name) for name in PLACE if name not in frame.columns]
    return frame.with_columns(absent).with_columns(pl.col(PLACE).fill_null(""))


def _with_measure(frame: pl.DataFrame, measures: pl.DataFrame) -> pl.DataFrame:
    keys = measures.select("document", *PLACE, "plan_id", "measure_key")
    return _placed(frame).join(keys, on=["document", *PLACE], how="left", maintain_order="left")


def _indicators(links: pl.DataFrame, measures: pl.DataFrame) -> pl.DataFrame:
    """Every printed indicator with the keys of its first printing (``measure_key``, ``indicator_key``)."""
    first_place = measures.select(
        pl.col("document").alias("first_document"),
        *(pl.col(name).alias(f"first_{name}") for name in PLACE),
        "measure_key",
    )
    joined = links.join(first_place, on=_FIRST[:-1], how="left", maintain_order="left")
    names = [fold_name(name) for name in joined.get_column("first_indicator")]
    return joined.with_columns(pl.Series("indicator_key", names, dtype=pl.String()))


def _with_keys(observations: pl.DataFrame, indicators: pl.DataFrame) -> pl.DataFrame:
    keys = indicators.select(*_PRINTED, "plan_id", "measure_key", "indicator_key", "has_indicator")
    filled = observations.with_columns(pl.col(_PRINTED).fill_null(""))
    return filled.join(keys, on=_PRINTED, how="left", maintain_order="left")


def _as_read(observations: pl.DataFrame) -> pl.DataFrame:
    """Observations under the names that reading gave their indicators: by these a person's decision finds them."""
    return observations.with_columns(pl.col("read_as").fill_null("").alias("indicator"))


def _with_subjects(indicators: pl.DataFrame, observations: pl.DataFrame) -> pl.DataFrame:
    """The indicators with ``unit``, ``name_key``, ``theme`` and ``comparable_key``, by their first printed names."""
    filled = observations.with_columns(pl.col(_PRINTED).fill_null(""), pl.col("unit").replace("", None))
    unit = pl.col("unit").sort_by("page", "value_kind").drop_nulls().first()
    stated = filled.group_by(_PRINTED).agg(unit, pl.col("part").max())
    joined = indicators.join(stated, on=_PRINTED, how="left", maintain_order="left")
    subjects = [_subject(row) for row in joined.iter_rows(named=True)]
    return joined.with_columns(
        pl.Series("name_key", [fold_name(name) for name in joined.get_column("indicator")], dtype=pl.String()),
        pl.Series("theme", [theme for theme, _ in subjects], dtype=pl.String()),
        pl.Series("comparable_key", [key for _, key in subjects], dtype=pl.String()),
    )


def _subject(row: Mapping[str, Any]) -> tuple[str | None, str | None]:
    if not row["has_indicator"]:
        return None, None
    name, above = row["first_indicator"], (row["first_measure"], row["first_field"])
    # A part (男性) means something else than the whole that other municipalities print.
    return theme_of((name, *above)), None if row["part"] else comparable_of(name, above, row["unit"])


def _themed(frame: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    found = [theme_of(row) for row in frame.select(names).iter_rows()]
    return frame.with_columns(pl.Series("theme", found, dtype=pl.String()))


def _departments(frames: Sequence[pl.DataFrame], measures: pl.DataFrame) -> pl.DataFrame:
    """One row per document, measure and department named for it, in the columns of ``_DEPARTMENT``."""
    columns = ["plan_id", "document", "measure_key", "department"]
    cells = pl.concat([_with_measure(frame, measures).select(columns) for frame in frames])
    rows = [
        (plan_id, document, key, name, position, split.and_others)
        for plan_id, document, key, cell in cells.filter(pl.col("department").fill_null("") != "").rows()
        for split in (split_departments(cell),)
        for position, name in enumerate(split.names, start=1)
    ]
    keys = list(_DEPARTMENT)[:4]
    frame = pl.DataFrame(rows, schema=_DEPARTMENT, orient="row")
    return frame.group_by(keys).agg(pl.col("position").min(), pl.col("and_others").any()).sort(keys)


def _with_name_key(frame: pl.DataFrame) -> pl.DataFrame:
    folded = [fold_name(name or "") for name in frame.get_column("name")]
    return frame.with_columns(pl.Series("name_key", folded, dtype=pl.String()))


def _with_first_department(frame: pl.DataFrame) -> pl.DataFrame:
    first = [next(iter(split_departments(cell or "").names), None) for cell in frame.get_column("department")]
    return frame.with_columns(pl.Series("first_department", first, dtype=pl.String()))


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    """``frame`` with ``position``: the place of the row among those of its document, from 1."""
    return frame.with_columns(pl.int_range(1, pl.len() + 1).over("document").alias("position"))

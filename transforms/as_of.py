"""The year of actuals that a document prints without one, as its catalogue entry states it.

Belongs here: the one rule that reads a year from the catalogue. Does not belong here: years that the document prints.
"""

from __future__ import annotations

import polars as pl

RULE = "period-from-catalogue"

_AS_OF = "as_of_fiscal_year"


def fill_as_of(observations: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """``observations`` with ``fiscal_year`` filled from the catalogue, in the same order and with the same columns.

    Only an actual for which the document states no period at all is filled (no label, no year); the rule's id is
    added to ``rules``. A label that is printed but was not understood is left alone: the catalogue must not overrule
    the page. ``documents`` needs ``document_id`` and ``as_of_fiscal_year``.
    """
    as_of = documents.select(pl.col("document_id").alias("document"), _AS_OF)
    joined = observations.join(as_of, on="document", how="left", maintain_order="left")
    silent = (
        (pl.col("value_kind") == "actual")
        & pl.col("fiscal_year").is_null()
        & pl.col("calendar_year").is_null()
        & (pl.col("period_label").fill_null("").str.strip_chars() == "")
        & pl.col(_AS_OF).is_not_null()
    )
    with_rule = pl.concat_str([pl.col("rules"), pl.lit(RULE)], separator=" ", ignore_nulls=True).str.strip_chars()
    return joined.with_columns(
        pl.when(silent).then(pl.col(_AS_OF)).otherwise(pl.col("fiscal_year")).alias("fiscal_year"),
        pl.when(silent).then(with_rule).otherwise(pl.col("rules")).alias("rules"),
    ).drop(_AS_OF)

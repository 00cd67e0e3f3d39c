"""Parquet files that are the same bytes for the same rows.

Belongs here: the one way in which Parquet is written. Does not belong here: which rows.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipelines.atomic import replacing


def write_frame(frame: pl.DataFrame, path: Path) -> None:
    """Write ``frame`` to ``path``, whole or not at all; every choice that shapes the bytes is fixed here."""
    with replacing(path) as scratch:
        frame.write_parquet(scratch, compression="zstd", compression_level=3, statistics=True, row_group_size=100_000)

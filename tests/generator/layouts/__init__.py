"""The layouts by name: each turns a sheet of indicators into blocks, by the one interface ``Layout``."""

from __future__ import annotations

from tests.generator.layouts import cards, kind_rows, lines, mini, repeated, wide, year_rows
from tests.generator.layouts.sheet import Layout

LAYOUTS: dict[str, Layout] = {
    "wide": wide.lay_out,
    "kind_rows": kind_rows.lay_out,
    "year_rows": year_rows.lay_out,
    "indicator_columns": year_rows.lay_out_columns,
    "cards": cards.lay_out,
    "mini": mini.lay_out,
    "lines": lines.lay_out,
    "repeated": repeated.lay_out,
}

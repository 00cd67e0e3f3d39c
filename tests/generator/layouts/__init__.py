"""The layouts by name: each turns a sheet of indicators into blocks, by the one interface ``Layout``."""

from __future__ import annotations

from tests.generator.layouts import (
    arrows,
    cards,
    forms,
    kind_rows,
    lines,
    mini,
    period_columns,
    repeated,
    wide,
    year_groups,
    year_rows,
)
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
    "forms": forms.lay_out,
    "year_groups": year_groups.lay_out,
    "period_columns": period_columns.lay_out,
    "arrows": arrows.lay_out,
}

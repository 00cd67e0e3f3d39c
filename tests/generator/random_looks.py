"""Random choices of words, places and styles for random documents.

Belongs here: choices that a person could still read without doubt. Does not belong here: layouts, figures.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any, cast

import yaml

from tests.generator.blocks import Style
from tests.generator.content import column
from tests.generator.look import Look
from tests.generator.model import Column, Kind

_PERIODS = (
    "{era}{n}年度", "{era}{wide}年度", "{letter}{n}", "{letter}{n}年度", "{west}年度", "{west}", "{era}{n}({west})年度",
    "{west}({era}{n})年度", "{era}{n}年度末",
)  # fmt: skip
_CALENDAR = {"{west}": "{west}年", "{letter}{n}": "{letter}{n}年"}
_HEADS = (
    ("{word}\n（{period}）",), ("{word}({period})",), ("{period}\n{word}",), ("{word}", "{period}"),
    ("{period}", "{word}"),
    ("指標の推移", "{word}", "{period}"), ("{period}{word}",),
)  # fmt: skip
_RULES = (
    "ruled", "ruled", "ruled", "ruled", "horizontal", "horizontal", "booktabs", "none", "dotted", "horizontal_dotted",
    "open_sides", "frame", "vertical", "header_only",
)  # fmt: skip
_GROUPING_RULES = {"ruled", "dotted", "open_sides"}
_COLOURS = ("#dbe9f6", "#e2efda", "#fff2cc", "#f2f2f2", "#fbe5d6", "#d9e1f2", "")
_SETS = (
    ("baseline 2019", "target 2024"),
    ("baseline 2021", "target 2026"),
    ("baseline 2020", "actual 2022", "target 2025"),
    ("baseline 2018", "actual 2020", "actual 2021", "target 2023"),
    ("baseline 2014", "actual 2015", "actual 2016", "actual 2017", "target 2019"),
    ("baseline 2022", "target 2023", "target 2024", "target 2025"),
    ("baseline 2023", "target 2026", "target 2030"),
)
_PAIRS = (
    ("target 2020", "actual 2020", "target 2021", "actual 2021", "target 2022", "actual 2022"),
    ("target 2022", "actual 2022", "target 2023", "actual 2023"),
    ("target 2016", "actual 2016", "target 2017", "actual 2017", "target 2018", "actual 2018"),
)


@cache
def wording() -> dict[str, Any]:
    """The synonyms of ``wording.yml``."""
    return cast(dict[str, Any], yaml.safe_load((Path(__file__).parent / "wording.yml").read_text(encoding="utf-8")))


def columns(rng: Random, paired: bool) -> tuple[Column, ...]:
    """The value columns of a table: a baseline with actuals and targets, or targets and actuals year by year."""
    return tuple(column(word) for word in rng.choice(_PAIRS if paired else _SETS))


def style(rng: Random, rules: str) -> Style:
    """Rules (random where blank), colours, sizes and alignments."""
    rules = rules or rng.choice(_RULES)
    colour = rng.choice(_COLOURS)
    boxes = rules == "none" and rng.random() < 0.4
    fills = {"head": colour, "group": rng.choice(_COLOURS)} | (
        {"name": "#f3f3f3", "figure": "#f3f3f3"} if boxes else {}
    )
    return Style(
        rules=rules,
        colour=rng.choice(["#000000", "#000000", "#555555", "#1f4e79"]),
        width=rng.choice([0.3, 0.5, 0.8]),
        fills=fills,
        zebra=rng.choice(["", "", "#f5f5ee"]),
        gutter=2.5 if boxes else 0.0,
        padding=rng.choice([2.0, 3.0, 4.0, 5.0]),
        size=rng.choice([7.5, 8.0, 8.5, 9.0, 9.5]),
        bold=rng.random() < 0.4,
        aligns={"figure": rng.choice(["right", "right", "right", "center", "left"])},
        valign=rng.choice(["middle", "middle", "top"]),
    )


def look(rng: Random, paired: bool, rules: str = "") -> Look:
    """Words and places of a table; departments merge only where rules show how far."""
    period = rng.choice(_PERIODS)
    own = style(rng, rules)
    order = _order(rng)
    return Look(
        period=period,
        calendar=_CALENDAR.get(period, "{era}{n}年"),
        kinds=_kinds(rng),
        head=("{period}", "{word}") if paired else rng.choice(_HEADS),
        heads={name: rng.choice(words) for name, words in wording()["heads"].items()},
        order=order,
        unit_place="column" if "unit" in order else rng.choice(["cell", "cell", "name"]),
        merge=("field", "measure", "department") if own.rules in _GROUPING_RULES else (),
        widths={"name": rng.choice([2.4, 3.2, 4.2])},
        value_width=rng.choice([1.3, 1.5, 1.8]),
        style=own,
    )


def _kinds(rng: Random) -> dict[Kind, str]:
    words = wording()["kinds"]
    return {
        "baseline": rng.choice(words["baseline"]),
        "actual": rng.choice(words["actual"]),
        "target": rng.choice(words["target"]),
    }


def _order(rng: Random) -> tuple[str, ...]:
    """Columns before, around and after the values."""
    before = ["measure"] if rng.random() < 0.3 else []
    unit = ["unit"] if rng.random() < 0.6 else []
    after = [word for word in ("rating", "department", rng.choice(list(wording()["remarks"]))) if rng.random() < 0.3]
    if rng.random() < 0.15:
        return (*before, "name", *after, *unit, "values")
    return (*before, "name", *unit, "values", *after)

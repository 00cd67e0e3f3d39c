"""Random documents: a random table in a random layout, among prose and tables that hold no indicators.

Belongs here: putting random parts together. A seed gives the same document for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from tests.generator.blocks import Block, Cell, Document, Page, Style, Table, Text
from tests.generator.layouts import LAYOUTS
from tests.generator.layouts.sheet import Sheet
from tests.generator.look import Look
from tests.generator.model import Column, Indicator
from tests.generator.random_looks import columns, look, wording
from tests.generator.random_tables import draw

_PAIRED = {"kind_rows", "year_rows", "year_groups", "paired"}
_FEW = {"indicator_columns", "kind_rows", "lines", "year_groups", "cards", "forms", "mini", "year_rows"}
_STACKED = {"cards", "forms", "mini", "year_rows"}
_WEIGHTED = (
    "wide", "wide", "wide", "wide", "paired", "paired", "grouped", "grouped", "year_below", "year_below", "one_unit",
    "head_each", "kind_rows", "kind_rows", "year_groups", "year_rows", "indicator_columns", "period_columns", "cards",
    "forms", "mini", "lines", "arrows", "repeated",
)  # fmt: skip
_WIDE = {"paired", "grouped", "head_each", "year_below", "one_unit"}
_CONTINUED = {"wide", "paired", "year_below"}
CHOICES = tuple(dict.fromkeys(_WEIGHTED))


def random_document(seed: int, layout: str = "", rules: str = "") -> tuple[Document, str]:
    """The document of a seed (of one of ``CHOICES`` and one style of rules where given), and what was chosen."""
    rng = Random(seed)
    chosen = layout or rng.choice(_WEIGHTED)
    sheet = _SHEETS.get(chosen, _as_it_is)(rng, _sheet(rng, chosen, rules))
    landscape = chosen not in _STACKED and (len(sheet.columns) > 4 or rng.random() < 0.15)
    sideways = landscape and rng.random() < 0.1
    parts = _parts(rng, sheet, chosen)
    blocks = [laid_out(part, chosen) for part in parts]
    blocks[0], blocks[-1] = (*_before(rng), *blocks[0]), (*blocks[-1], *_after(rng))
    first = rng.randint(1, 60)
    pages = tuple(
        Page(page, landscape, sideways=sideways, footer=str(first + number)) for number, page in enumerate(blocks)
    )
    defects = frozenset({"fake_bold"} if rng.random() < 0.05 else set())
    own = sheet.look
    return Document(f"random-{seed}", pages, defects=defects), f"{chosen} {own.style.rules}"


def laid_out(sheet: Sheet, chosen: str) -> tuple[Block, ...]:
    """The blocks of a sheet by the layout that a choice stands for."""
    return LAYOUTS["wide" if chosen in _WIDE else chosen](sheet)


def _parts(rng: Random, sheet: Sheet, chosen: str) -> list[Sheet]:
    """The sheet, or its two halves where the table goes on over a page, with or without its header again."""
    if chosen not in _CONTINUED or len(sheet.indicators) < 6 or rng.random() > 0.25:
        return [sheet]
    half = len(sheet.indicators) // 2
    rest = {**sheet.options, "head": rng.random() < 0.5}
    return [
        replace(sheet, indicators=sheet.indicators[:half]),
        replace(sheet, indicators=sheet.indicators[half:], options=rest),
    ]


def _sheet(rng: Random, layout: str, rules: str) -> Sheet:
    paired = layout in _PAIRED
    own = look(rng, paired, rules)
    values = columns(rng, paired)
    count = rng.randint(3, 4) if layout in _FEW else rng.randint(4, 11)
    unit = rng.choice(["%", "人", "件"]) if layout == "one_unit" else ""
    indicators = draw(
        rng, values, count, unit=unit, gaps=rng.choice([0.0, 0.0, 0.08]), odd=rng.choice([0.0, 0.0, 0.15])
    )
    return Sheet(values, tuple(_printed(rng, own, indicator) for indicator in indicators), own)


def _printed(rng: Random, own: Look, indicator: Indicator) -> Indicator:
    """The indicator with remarks, and without the places that are not printed."""
    remarks = {word: rng.choice(texts) for word, texts in wording()["remarks"].items() if word in own.order}
    measure = indicator.measure if "measure" in own.order else ""
    return replace(indicator, field="", measure=measure, extra=remarks)


def _as_it_is(rng: Random, sheet: Sheet) -> Sheet:
    return sheet


def _without(sheet: Sheet, **changes: Any) -> Sheet:
    """The sheet with columns reduced to name, unit and values, and further changes of the look."""
    kept = {"name", "values"} if changes.get("unit_place") == "cell" else {"name", "unit", "values"}
    order = tuple(word for word in sheet.look.order if word in kept)
    return replace(sheet, look=replace(sheet.look, order=order, **changes))


def _grouped(rng: Random, sheet: Sheet) -> Sheet:
    plain = _without(sheet)
    names = iter(
        rng.sample(
            [
                "基本目標１　しごとをつくる",
                "基本目標２　人の流れをつくる",
                "基本目標３　安心な暮らしを守る",
                "Ⅳ 行財政",
            ],
            4,
        )
    )
    third = max(2, -(-len(sheet.indicators) // 3))
    fields = [next(names) for _ in range(-(-len(sheet.indicators) // third))]
    placed = tuple(
        replace(indicator, field=fields[n // third], measure="") for n, indicator in enumerate(sheet.indicators)
    )
    return replace(plain, indicators=placed, options={"group_by": "field"})


def _head_each(rng: Random, sheet: Sheet) -> Sheet:
    grouped = _grouped(rng, sheet)
    return replace(grouped, options={**grouped.options, "head_each": True})


def _in_cells(rng: Random, sheet: Sheet) -> Sheet:
    """Lines and captions have no column for the unit."""
    return _without(sheet, unit_place="cell", head=("{word}（{period}）",))


def _one_unit(rng: Random, sheet: Sheet) -> Sheet:
    """The unit of all figures stands in a line above the table."""
    unit = sheet.indicators[0].unit.printed
    line = rng.choice(["（単位：{}）", "単位：{}", "（単位 {}）", "[単位：{}]"]).format(unit)
    return replace(_without_unit(sheet, unit_place="line"), options={"unit_line": line})


def _without_unit(sheet: Sheet, **changes: Any) -> Sheet:
    order = tuple(word for word in sheet.look.order if word != "unit")
    return replace(sheet, look=replace(sheet.look, order=order, **changes))


def _year_below(rng: Random, sheet: Sheet) -> Sheet:
    """The year stands in brackets with each figure; the header names the kind alone."""
    below = rng.choice(["\n（{period}）", "\n({period})", "（{period}）"])
    full = tuple(indicator for indicator in sheet.indicators if all(indicator.entries))
    single = tuple(c for n, c in enumerate(sheet.columns) if n in {0, len(sheet.columns) - 1})
    cut = tuple(replace(i, entries=(i.entries[0], i.entries[-1])) for i in full)
    changed = _without_unit(sheet, unit_place="cell", period_place="cell", cell_period=below, head=("{word}",))
    return replace(changed, columns=single, indicators=cut)


def _captioned(rng: Random, sheet: Sheet) -> Sheet:
    return replace(_without(sheet, unit_place="column"), options={"width": rng.choice([0.6, 0.8])})


def _two_heads(rng: Random, sheet: Sheet) -> Sheet:
    return _without(sheet, head=("{word}",))


def _cards(rng: Random, sheet: Sheet) -> Sheet:
    plain = _without(
        sheet,
        unit_place="cell",
        head=("{word}（{period}）",),
        style=replace(sheet.look.style, rules="ruled", gutter=0.0),
    )
    placed = tuple(
        replace(i, measure=f"{m}の推進", measure_no="")
        for i, m in zip(sheet.indicators, ("防災", "福祉", "観光", "教育", "環境"), strict=False)
    )
    labels = [["施策名", "measure"], ["取組", "取組"]]
    texts = tuple(replace(i, extra={"取組": rng.choice(wording()["paragraphs"])}) for i in placed)
    return replace(plain, indicators=texts, options={"labels": labels})


def _forms(rng: Random, sheet: Sheet) -> Sheet:
    plain = _without(
        sheet,
        unit_place="column",
        head=("{word}（{period}）",),
        style=replace(sheet.look.style, rules="ruled", gutter=0.0),
    )
    rows: list[list[Any]] = [["name"], ["unit", 0], *([number] for number in range(1, len(sheet.columns)))]
    return replace(plain, options={"rows": rows})


def _arrows(rng: Random, sheet: Sheet) -> Sheet:
    pair: tuple[Column, ...] = tuple(column for column in sheet.columns if column.kind != "actual")[:2]
    kept = [sheet.columns.index(column) for column in pair]
    cut = tuple(replace(i, entries=tuple(i.entries[n] for n in kept)) for i in sheet.indicators)
    full = tuple(i for i in cut if all(i.entries))
    legend = " → ".join(sheet.look.kinds[column.kind] for column in pair)
    return replace(
        _without(sheet, unit_place="cell"), columns=pair, indicators=full, options={"legend": f"【{legend}】"}
    )


def _repeated(rng: Random, sheet: Sheet) -> Sheet:
    """Two groups of columns side by side leave room for two values each."""
    pair = (sheet.columns[0], sheet.columns[-1])
    cut = tuple(replace(i, entries=(i.entries[0], i.entries[-1])) for i in sheet.indicators)
    return replace(_without(sheet, unit_place="cell", head=("{word}\n（{period}）",)), columns=pair, indicators=cut)


_SHEETS: dict[str, Callable[[Random, Sheet], Sheet]] = {
    "grouped": _grouped, "head_each": _head_each, "lines": _in_cells, "mini": _captioned, "year_rows": _captioned,
    "period_columns": _two_heads, "cards": _cards, "forms": _forms, "arrows": _arrows, "repeated": _repeated,
    "one_unit": _one_unit, "year_below": _year_below,
}  # fmt: skip


def _before(rng: Random) -> tuple[Block, ...]:
    """A title, prose, and now and then a table that holds no indicators."""
    words = wording()
    blocks: list[Block] = [Text(rng.choice(words["titles"]), "title")] if rng.random() < 0.5 else []
    if rng.random() < 0.5:
        blocks += [Text(rng.choice(words["paragraphs"]))]
    if rng.random() < 0.2:
        blocks += _decoy(rng)
    return *blocks, Text(rng.choice(words["headings"]), "heading")


def _after(rng: Random) -> tuple[Block, ...]:
    blocks: list[Block] = [Text(rng.choice(wording()["notes"]), "note")] if rng.random() < 0.4 else []
    return tuple(blocks + (_decoy(rng) if rng.random() < 0.2 else []))


def _decoy(rng: Random) -> list[Block]:
    words = rng.choice(list(wording()["decoys"].values()))
    head = tuple(Cell(text, "head") for text in words["head"])
    rows = [tuple(Cell(text, "text" if n == 0 else "figure") for n, text in enumerate(row)) for row in words["rows"]]
    return [Text(words["heading"], "subheading"), Table((head, *rows), (2.5, *([1.0] * (len(head) - 1))), 1, Style())]

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
_WEIGHTED = (
    "wide", "wide", "wide", "wide", "paired", "paired", "grouped", "grouped", "head_each", "kind_rows", "kind_rows", "year_groups",
    "year_rows", "indicator_columns", "period_columns", "cards", "forms", "mini", "lines", "arrows", "repeated",
)  # fmt: skip
_BASE_LAYOUT = {"paired": "wide", "grouped": "wide", "head_each": "wide"}


def random_document(seed: int, layout: str = "") -> tuple[Document, str]:
    """The document of a seed, and one line that says what was chosen."""
    rng = Random(seed)
    chosen = layout or rng.choice(_WEIGHTED)
    sheet = _SHEETS.get(chosen, _as_it_is)(rng, _sheet(rng, chosen))
    landscape = len(sheet.columns) > 4 or rng.random() < 0.15
    blocks = (*_before(rng), *LAYOUTS[_BASE_LAYOUT.get(chosen, chosen)](sheet), *_after(rng))
    page = Page(blocks, landscape=landscape, sideways=landscape and rng.random() < 0.1, footer=str(rng.randint(1, 60)))
    defects = frozenset({"fake_bold"} if rng.random() < 0.05 else set())
    document = Document(f"random-{seed}", (page,), defects=defects)
    own = sheet.look
    return document, f"{chosen} {own.style.rules} unit={own.unit_place} head={own.head} period={own.period} order={own.order}"


def _sheet(rng: Random, layout: str) -> Sheet:
    paired = layout in _PAIRED
    own = look(rng, paired)
    values = columns(rng, paired)
    count = rng.randint(3, 5) if layout in {"kind_rows", "year_groups", "cards", "forms", "mini", "year_rows"} else rng.randint(4, 11)
    indicators = draw(rng, values, count, gaps=rng.choice([0.0, 0.0, 0.08]), odd=rng.choice([0.0, 0.0, 0.15]))
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
    order = tuple(word for word in sheet.look.order if word in {"name", "unit", "values"})
    return replace(sheet, look=replace(sheet.look, order=order, **changes))


def _grouped(rng: Random, sheet: Sheet) -> Sheet:
    plain = _without(sheet)
    names = iter(rng.sample(["基本目標１　しごとをつくる", "基本目標２　人の流れをつくる", "基本目標３　安心な暮らしを守る", "Ⅳ 行財政"], 4))
    third = max(2, -(-len(sheet.indicators) // 3))
    fields = [next(names) for _ in range(-(-len(sheet.indicators) // third))]
    placed = tuple(replace(indicator, field=fields[n // third], measure="") for n, indicator in enumerate(sheet.indicators))
    return replace(plain, indicators=placed, options={"group_by": "field"})


def _head_each(rng: Random, sheet: Sheet) -> Sheet:
    grouped = _grouped(rng, sheet)
    return replace(grouped, options={**grouped.options, "head_each": True})


def _in_cells(rng: Random, sheet: Sheet) -> Sheet:
    """Lines and captions have no column for the unit."""
    return _without(sheet, unit_place="cell", head=("{word}（{period}）",))


def _captioned(rng: Random, sheet: Sheet) -> Sheet:
    return replace(_without(sheet, unit_place="column"), options={"width": rng.choice([0.6, 0.8])})


def _two_heads(rng: Random, sheet: Sheet) -> Sheet:
    return _without(sheet, head=("{word}",))


def _cards(rng: Random, sheet: Sheet) -> Sheet:
    plain = _without(sheet, unit_place="cell", head=("{word}（{period}）",), style=replace(sheet.look.style, rules="ruled", gutter=0.0))
    placed = tuple(replace(i, measure=f"{m}の推進", measure_no="") for i, m in zip(sheet.indicators, "防災 福祉 観光 教育 環境".split(), strict=False))
    labels = [["施策名", "measure"], ["取組", "取組"]]
    texts = tuple(replace(i, extra={"取組": rng.choice(wording()["paragraphs"])}) for i in placed)
    return replace(plain, indicators=texts, options={"labels": labels})


def _forms(rng: Random, sheet: Sheet) -> Sheet:
    plain = _without(sheet, unit_place="column", head=("{word}（{period}）",), style=replace(sheet.look.style, rules="ruled", gutter=0.0))
    rows: list[list[Any]] = [["name"], ["unit", 0], *([number] for number in range(1, len(sheet.columns)))]
    return replace(plain, options={"rows": rows})


def _arrows(rng: Random, sheet: Sheet) -> Sheet:
    pair: tuple[Column, ...] = tuple(column for column in sheet.columns if column.kind != "actual")[:2]
    kept = [sheet.columns.index(column) for column in pair]
    cut = tuple(replace(i, entries=tuple(i.entries[n] for n in kept)) for i in sheet.indicators)
    full = tuple(i for i in cut if all(i.entries))
    return replace(_without(sheet, unit_place="cell"), columns=pair, indicators=full)


def _repeated(rng: Random, sheet: Sheet) -> Sheet:
    """Two groups of columns side by side leave room for two values each."""
    pair = (sheet.columns[0], sheet.columns[-1])
    cut = tuple(replace(i, entries=(i.entries[0], i.entries[-1])) for i in sheet.indicators)
    return replace(_without(sheet, unit_place="cell", head=("{word}\n（{period}）",)), columns=pair, indicators=cut)


_SHEETS: dict[str, Callable[[Random, Sheet], Sheet]] = {
    "grouped": _grouped, "head_each": _head_each, "lines": _in_cells, "mini": _captioned, "year_rows": _captioned,
    "period_columns": _two_heads, "cards": _cards, "forms": _forms, "arrows": _arrows, "repeated": _repeated,
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

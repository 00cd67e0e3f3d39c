"""From a handwritten YAML file to a document: pages, blocks, tables laid out.

Belongs here: how ``documents/*.yml`` is written. Does not belong here: layouts, producers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.generator.blocks import Block, Cell, Columns, Document, Page, Space, Style, Table, Text
from tests.generator.content import column, indicators
from tests.generator.layouts import LAYOUTS
from tests.generator.layouts.sheet import Sheet
from tests.generator.look import Look, look
from tests.generator.model import Column, Indicator
from tests.generator.random_tables import draw

FOLDER = Path(__file__).parent / "documents"
_TEXTS = ("title", "heading", "subheading", "paragraph", "note", "unit_line", "centre")


@dataclass(frozen=True, slots=True)
class Recipe:
    """One document of the corpus: what it is made of, who makes it, and the words of the index."""

    document: Document
    producer: str
    layouts: tuple[str, ...]
    traps: tuple[str, ...]


def recipes() -> list[Recipe]:
    """Every handwritten document, in the order of the file names."""
    return [recipe(path) for path in sorted(FOLDER.glob("*.yml"))]


def recipe(path: Path) -> Recipe:
    """The document that one YAML file describes."""
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    base = look(words.get("look", {}))
    pages = tuple(_page(page, base) for page in words["pages"])
    document = Document(
        path.stem,
        pages,
        words.get("font", "gothic"),
        words.get("paper", "a4"),
        words.get("margin", 50.0),
        frozenset(words.get("defects", ())),
    )
    return Recipe(document, words["producer"], tuple(words["layout"]), tuple(words.get("traps", ())))


def _page(words: dict[str, Any], base: Look) -> Page:
    blocks = tuple(chain.from_iterable(_blocks(word, base) for word in words["blocks"]))
    settings = {key: value for key, value in words.items() if key != "blocks"}
    return Page(blocks, **settings)


def _blocks(word: dict[str, Any], base: Look) -> tuple[Block, ...]:
    ((kind, content),) = word.items()
    if kind in _TEXTS:
        return (Text(str(content), kind),)  # type: ignore[arg-type]
    return _MAKERS[kind](content, base)


def _table(words: dict[str, Any], base: Look) -> tuple[Block, ...]:
    columns = tuple(column(word) for word in words["columns"])
    written = indicators(words.get("indicators", []), columns, words.get("common", {}))
    own, options = look(words.get("look", {}), base), words.get("options", {})
    drawn = _drawn(words.get("draw"), columns, {*own.order, options.get("group_by")})
    sheet = Sheet(columns, (*written, *drawn), own, options)
    return LAYOUTS[words.get("layout", "wide")](sheet)


def _drawn(words: dict[str, Any] | None, columns: tuple[Column, ...], printed: set[str]) -> tuple[Indicator, ...]:
    """Indicators drawn from the vocabulary, ``{seed, count, field, gaps}``; places not printed are not true."""
    if words is None:
        return ()
    settings = {key: value for key, value in words.items() if key != "seed"}
    return tuple(_as_printed(indicator, printed) for indicator in draw(Random(words["seed"]), columns, **settings))


def _as_printed(indicator: Indicator, printed: set[str]) -> Indicator:
    field = indicator.field if "field" in printed else ""
    return replace(indicator, field=field, measure=indicator.measure if "measure" in printed else "")


def _free(words: dict[str, Any], base: Look) -> tuple[Block, ...]:
    """A table that holds no indicators: literal cells."""
    heads = words.get("head_rows", 1)
    rows = tuple(tuple(_free_cell(cell, number < heads) for cell in row) for number, row in enumerate(words["rows"]))
    style: Style = look({"style": words.get("style", {})}, base).style
    return (Table(rows, tuple(float(width) for width in words["widths"]), heads, style, words.get("width", 1.0)),)


def _free_cell(cell: Any, head: bool) -> Cell:
    if isinstance(cell, dict):
        words: dict[str, Any] = {"role": "head" if head else "text"} | cell
        return Cell(**words)
    return Cell("" if cell is None else str(cell), "head" if head else "text")


def _columns(words: dict[str, Any], base: Look) -> tuple[Block, ...]:
    parts = [tuple(chain.from_iterable(_blocks(word, base) for word in column)) for column in words["parts"]]
    return (Columns(tuple(parts), words.get("gap", 14.0)),)


def _space(height: Any, base: Look) -> tuple[Block, ...]:
    return (Space(float(height)),)


_MAKERS: dict[str, Callable[[Any, Look], tuple[Block, ...]]] = {
    "table": _table,
    "free": _free,
    "columns": _columns,
    "space": _space,
}

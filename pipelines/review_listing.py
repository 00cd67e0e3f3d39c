"""Review items as tables: short for a terminal, in full for programs.

Belongs here: columns and words. Does not belong here: which items.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from pipelines.querying import ResultFormat, Rows, show
from pipelines.review_items import Item
from pipelines.tabular import plain


def _edge(name: str) -> Callable[[Item], object]:
    return lambda item: item.where.box and getattr(item.where.box, name)


def _read_as(name: str) -> Callable[[Item], object]:
    return lambda item: item.read and getattr(item.read, name)


_COLUMNS: dict[str, Callable[[Item], object]] = {
    "item": attrgetter("item"),
    "document": attrgetter("document"),
    "page": attrgetter("where.page"),
    **{name: _edge(name) for name in ("x0", "top", "x1", "bottom")},
    "reason": attrgetter("reason"),
    "why_open": attrgetter("why_open"),
    "state": attrgetter("state"),
    "indicator": attrgetter("where.indicator"),
    "value_kind": attrgetter("where.kind"),
    "period_label": attrgetter("where.period"),
    "raw_text": attrgetter("raw_text"),
    **{name: _read_as(name) for name in ("value", "unit", "per", "comparator", "status", "year")},
    "confidence": attrgetter("confidence"),
    "rules": attrgetter("rules"),
    "detail": attrgetter("detail"),
    "decided_by": attrgetter("decided_by"),
    "decided_on": attrgetter("decided_on"),
    "why": attrgetter("why"),
}
"""The columns of the CSV and the JSON, before ``picture``."""


def show_items(items: Sequence[Item], pictures: Mapping[str, Path], result_format: ResultFormat) -> None:
    """Print the items to stdout: what people need as a table, everything as CSV or JSON."""
    if result_format == "table":
        _show_table(items)
        return
    rows = [(*(of(item) for of in _COLUMNS.values()), _picture(pictures.get(item.item))) for item in items]
    show(Rows([*_COLUMNS, "picture"], rows), result_format)


def _show_table(items: Sequence[Item]) -> None:
    """The pictures are named after document, page and item, so that the table can do without their paths."""
    names = ["item", "where", "what was read", "state", "why it is open"]
    rows: list[tuple[object, ...]] = [
        (item.item, _place(item), _read(item), _state(item), item.why_open) for item in items
    ]
    show(Rows(names, rows), "table")


def _place(item: Item) -> str:
    return item.document if item.where.page is None else f"{item.document} p.{item.where.page}"


def _read(item: Item) -> str:
    """The figure as printed and what it was taken for, or the words of the item."""
    if item.read is None:
        return item.detail
    named = " ".join(part for part in (f"「{item.where.indicator}」", item.where.kind, item.where.period) if part)
    read = item.read
    amount = plain(read.value) if read.value is not None else read.status
    taken_for = " ".join(part for part in (amount, read.unit, read.comparator, read.year) if part)
    return f"{named}: {item.raw_text} → {taken_for}".replace("\n", " ")


def _state(item: Item) -> str:
    return f"{item.state} by {item.decided_by} on {item.decided_on}: {item.why}" if item.decided_by else item.state


def _picture(path: Path | None) -> str:
    return "" if path is None else str(path)

"""The Excel workbook: a first sheet that explains, then every mart as a sheet with Japanese heads.

Belongs here: layout of sheets. Does not belong here: words (``warehouse/lexicon``), queries beyond a mart as it is.
The same warehouse gives the same bytes: the workbook carries no time of its making.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from warehouse.errors import WarehouseError
from warehouse.guard import is_risky
from warehouse.lexicon import Head, Sheet, head, load, number_format, sheets, words

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_PLAIN_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_LONGEST_CELL = 32767
_MOST_ROWS = 1_048_575
_NARROWEST, _WIDEST = 8, 46
_MEASURED_ROWS = 200
_WIDEST_FROZEN = 45


@dataclass
class _Book:
    """A workbook and its formats, each made once."""

    file: xlsxwriter.Workbook
    formats: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def format(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.file.add_format({"valign": "top", **properties})
        return self.formats[key]


def write_workbook(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write the workbook of the warehouse behind ``connection`` to ``path``.

    Raises ``OSError`` where the disk refuses, ``WarehouseError`` where a mart has more rows than a sheet.
    """
    with xlsxwriter.Workbook(str(path), _PLAIN_TEXT) as file:
        file.set_properties({"title": "Shihyo（指標）", "created": _MADE})
        book = _Book(file)
        _explain(book, connection)
        for sheet in sheets():
            _write_mart(book, sheet, connection)


def _write_mart(book: _Book, sheet: Sheet, connection: duckdb.DuckDBPyConnection) -> None:
    cursor = connection.execute(f"SELECT * FROM marts.{sheet.mart} ORDER BY rowid")
    names = [column[0] for column in cursor.description or ()]
    rows = cursor.fetchall()
    heads = [head(name) for name in names]
    if len(rows) > _MOST_ROWS:
        raise WarehouseError(f"marts.{sheet.mart} has {len(rows)} rows, more than a sheet holds; use its Parquet file")
    page = book.file.add_worksheet(sheet.title)
    for column, one in enumerate(heads):
        page.write_string(0, column, one.label, book.format(bold=True, bg_color="#DDE7F0", text_wrap=True, bottom=1))
    unit_at = names.index("unit") if "unit" in names else None
    for number, row in enumerate(rows, start=1):
        unit = row[unit_at] if unit_at is not None else None
        for column, value in enumerate(row):
            _write_cell(book, page, (number, column), value, names[column], heads[column], unit)
    widths = [
        _width(one.label, (_shown(row[column], names[column]) for row in rows[:_MEASURED_ROWS]))
        for column, one in enumerate(heads)
    ]
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    page.autofilter(0, 0, max(len(rows), 1), len(names) - 1)
    page.freeze_panes(1, _frozen(widths))
    page.repeat_rows(0)
    page.set_landscape()


def _write_cell(
    book: _Book, page: Worksheet, place: tuple[int, int], value: Any, name: str, one: Head, unit: str | None
) -> None:
    """Write one value: text as text, whatever it begins with, numbers as numbers, nothing for NULL."""
    if value is None:
        return
    if isinstance(value, bool):
        page.write_string(*place, "○" if value else "", book.format())
    elif isinstance(value, int | float):
        shown = number_format(one.format, unit, is_whole=float(value).is_integer())
        page.write_number(*place, value, book.format(num_format=shown))
    else:
        _write_text(book, page, place, _shown(value, name))


def _write_text(book: _Book, page: Worksheet, place: tuple[int, int], text: str, **properties: Any) -> None:
    if is_risky(text):
        properties["quote_prefix"] = True
    clipped = text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
    page.write_string(*place, clipped, book.format(**properties))


def _shown(value: Any, name: str) -> str:
    """What a cell shows for a value: the word for a code, else the value itself."""
    if value is None:
        return ""
    known = words(name)
    return known[str(value)].word if str(value) in known else str(value)


def _frozen(widths: Sequence[float]) -> int:
    """How many columns stay in view: as many as leave most of a screen to the others."""
    return max(1, sum(total <= _WIDEST_FROZEN for total in accumulate(widths)))


def _width(label: str, texts: Iterable[str]) -> float:
    """A width that shows most values in one line; a full-width character is two wide."""
    lengths = [_columns(line) for text in texts for line in text.split("\n")[:1]]
    return float(max(_NARROWEST, min(_WIDEST, max([_columns(label) * 0.7, *lengths]) + 2)))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def _explain(book: _Book, connection: duckdb.DuckDBPyConnection) -> None:
    """The first sheet: what this is, where it comes from, which sheets there are, what the words mean."""
    text = load("first_sheet.yml")
    page = book.file.add_worksheet("はじめに")
    page.set_column(0, 0, 34)
    page.set_column(1, 5, 30)
    _write_text(book, page, (0, 0), text["title"], bold=True, font_size=16)
    row = 2
    for line in text["about"]:
        _write_text(book, page, (row, 0), line)
        row += 1
    blocks = (
        (text["sources_title"], text["sources"]),
        (text["documents_title"], _documents(connection)),
        (text["sheets_title"], [[sheet.title, sheet.about] for sheet in sheets()]),
        (text["words_title"], _glossary()),
    )
    for title, lines in blocks:
        row = _write_block(book, page, row + 1, title, lines)
    page.hide_gridlines(2)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write_block(book: _Book, page: Worksheet, first: int, title: str, lines: Sequence[Sequence[str]]) -> int:
    """Write a titled block of lines from row ``first`` on; returns the first free row after it."""
    _write_text(book, page, (first, 0), title, bold=True, font_size=13)
    for row, line in enumerate(lines, start=first + 1):
        for column, text in enumerate(line):
            _write_text(book, page, (row, column), text)
    return first + 1 + len(lines)


def _documents(connection: duckdb.DuckDBPyConnection) -> list[list[str]]:
    rows = connection.execute(
        "SELECT c.name, d.title, d.document_id, d.kind, d.edition, d.origin, d.licence, d.source_url "
        "FROM dim_document AS d JOIN dim_municipality AS c USING (municipality_code) ORDER BY d.document_id"
    ).fetchall()
    heads = ["自治体", "文書", "ファイル", "種類", "発行年", "由来", "ライセンス", "掲載ページ"]
    names = ["municipality", "title", "document_id", "kind", "edition", "origin", "licence", "source_url"]
    return [heads, *([_shown(value, name) for value, name in zip(row, names, strict=True)] for row in rows)]


def _glossary() -> list[list[str]]:
    return [
        [head(column).label, word.word, code, word.meaning]
        for column, entry in load("words.yml").items()
        if not isinstance(entry, str)
        for code, word in words(column).items()
    ]

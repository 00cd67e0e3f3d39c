"""Exports: text never becomes a formula, numbers stay numbers, the same warehouse gives the same bytes."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.outcomes import Outcome
from tests.warehouse.builders import document, figure, inputs, observation
from tests.warehouse.conftest import Ask, ask
from warehouse import export as export_module
from warehouse import workbook as workbook_module
from warehouse.build import build
from warehouse.declared import declared_tables
from warehouse.errors import ExportError, WarehouseError
from warehouse.export import WORKBOOK, export_all
from warehouse.guard import guarded, is_risky
from warehouse.lexicon import FORMATS, head, load, number_format, sheets, words

RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", " =1", "　=1", "−1"]


@pytest.fixture(scope="module")
def exported(gold_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports") / "out"
    export_all(gold_path, folder)
    return folder


@pytest.fixture(scope="module")
def book(exported: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(exported / WORKBOOK)


def test_every_mart_is_exported_in_each_form(exported: Path) -> None:
    names = {table.name for table in declared_tables() if table.schema == "marts"}
    assert {sheet.mart for sheet in sheets()} == names
    assert {path.name for path in exported.iterdir()} == {f"{n}.{e}" for n in names for e in ("csv", "parquet")} | {
        WORKBOOK
    }


def test_the_same_warehouse_gives_the_same_bytes(gold_path: Path, exported: Path, tmp_path: Path) -> None:
    again = export_all(gold_path, tmp_path)
    assert {path.name: path.read_bytes() for path in again} == {
        path.name: path.read_bytes() for path in exported.iterdir()
    }


@pytest.mark.parametrize("mart", [sheet.mart for sheet in sheets()])
def test_parquet_and_csv_hold_the_mart(exported: Path, gold: Ask, mart: str) -> None:
    rows = gold(f"SELECT * FROM marts.{mart} ORDER BY rowid")
    assert pl.read_parquet(exported / f"{mart}.parquet").to_dicts() == rows
    raw = (exported / f"{mart}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader((exported / f"{mart}.csv").open(encoding="utf-8-sig", newline="")))
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert {name: as_text(value) for name, value in row.items()} == line


def as_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@pytest.mark.parametrize("text", RISKY)
def test_risky_text_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text(max_size=30))
def test_guarded_text_never_begins_a_formula(text: str) -> None:
    shown = guarded(text)
    assert not shown.lstrip(" \u3000").startswith(tuple("=+-@\t\r＝＋－＠"))
    assert shown in (text, f"'{text}")


@pytest.mark.parametrize("text", RISKY)
def test_no_text_becomes_a_formula_in_any_form(tmp_path: Path, text: str) -> None:
    path = tmp_path / "warehouse.duckdb"
    rows = [observation(indicator=text, raw_text=text, note=text, value=-5.0, fiscal_year=2022, measure=text)]
    build(inputs(rows, [document(title=text)]), path)
    export_all(path, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / WORKBOOK)["指標の推移"]
    heads = [cell.value for cell in sheet[1]]
    cells = {heads[cell.column - 1]: cell for cell in sheet[2]}
    assert all(
        cell.data_type != "f" for page in openpyxl.load_workbook(tmp_path / WORKBOOK) for row in page for cell in row
    )
    assert cells["指標"].quotePrefix
    assert (cells["値"].value, cells["値"].data_type) == (-5, "n")
    with (tmp_path / "indicator_series.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert line["indicator"] == f"'{text}"
    assert line["value"] == "-5"


def test_the_first_sheet_explains(book: openpyxl.Workbook) -> None:
    first = book.worksheets[0]
    text = "\n".join(str(cell.value) for row in first for cell in row if cell.value is not None)
    for needed in (
        "code4fukui/localgovjp",
        "CC0 1.0",
        "e-Stat",
        "総務省統計局",
        "復元",
        "須賀川市",
        "達成",
        "not_measurable",
    ):
        assert needed in text


def test_sheets_have_japanese_heads_filters_and_a_frozen_head(book: openpyxl.Workbook) -> None:
    assert [page.title for page in book.worksheets[1:]] == [sheet.title for sheet in sheets()]
    for page in book.worksheets[1:]:
        assert page.auto_filter.ref
        assert str(page.freeze_panes).endswith("2")
        assert all(any(ord(letter) > 0x2FFF or letter in "n(pt)" for letter in str(cell.value)) for cell in page[1])
        assert all(8 <= dimension.width <= 50 for dimension in page.column_dimensions.values())


@pytest.mark.parametrize(
    ("indicator", "column", "value", "shown"),
    [
        ("年間のオンライン申請件数", "最新の実績値", 21115, '#,##0"件"'),
        ("入札総件数に対する電子入札の割合", "最新の実績値", 86.5, '#,##0.0##"%"'),
        ("年間のオンライン申請件数", "基準年", 2020, "0"),
        ("年間のオンライン申請件数", "判定", "達成", "General"),
        ("年間のオンライン申請件数", "テーマ", "行政手続のオンライン化", "General"),
        ("年間のオンライン申請件数", "自治体コード", "072079", "General"),
        ("アプリのダウンロード数", "達成率（目標比）", 1049 / 600, "0.0%"),
    ],
)
def test_cells(book: openpyxl.Workbook, indicator: str, column: str, value: object, shown: str) -> None:
    page = book["指標の進捗"]
    heads = [cell.value for cell in page[1]]
    (row,) = [row for row in page.iter_rows(min_row=2) if row[heads.index("指標")].value == indicator]
    cell = row[heads.index(column)]
    assert cell.value == (pytest.approx(value) if isinstance(value, float) else value)
    assert cell.number_format == shown


def test_every_column_of_every_mart_has_a_label_and_a_known_format() -> None:
    columns = {column.name for table in declared_tables() if table.schema == "marts" for column in table.columns}
    assert columns == set(load("columns.yml"))
    assert {head(column).format for column in columns} <= set(FORMATS)


def test_every_code_has_a_word(gold: Ask) -> None:
    for sheet in sheets():
        for column in [row["column_name"] for row in gold(f"DESCRIBE marts.{sheet.mart}")]:
            if words(column):
                codes = gold(f"SELECT DISTINCT {column} AS code FROM marts.{sheet.mart} WHERE {column} IS NOT NULL")
                assert {row["code"] for row in codes} <= set(words(column)), (sheet.mart, column)


def test_every_outcome_has_a_word() -> None:
    assert {outcome.value for outcome in Outcome} <= set(words("outcome"))


def test_every_verdict_reason_that_sql_can_give_has_a_word() -> None:
    from warehouse.statements import marts

    (mart,) = [mart for mart in marts() if mart.name == "indicator_judgement"]
    for column in ("verdict", "verdict_reason", "achievement_ratio_reason", "progress_ratio_reason"):
        assert all(f"'{code}'" in mart.select for code in words(column))


@pytest.mark.parametrize(
    ("kind", "unit", "whole", "shown"),
    [("unit", "教室", True, '#,##0"教室"'), ("unit", None, True, "#,##0"), ("number", "件", False, "#,##0.0###"),
     ("unit", 'a"b', True, '#,##0"ab"'), ("ratio", "件", True, "0.0%")],
)  # fmt: skip
def test_number_formats(kind: str, unit: str | None, whole: bool, shown: str) -> None:
    assert number_format(kind, unit, is_whole=whole) == shown


def test_a_text_longer_than_a_cell_is_cut_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    build(inputs([figure("actual", 1, 2022, note="長" * 40000)]), path)
    export_all(path, tmp_path)
    page = openpyxl.load_workbook(tmp_path / WORKBOOK)["指標の推移"]
    notes = [cell.value for row in page.iter_rows(min_row=2) for cell in row if str(cell.value).startswith("長")]
    assert [len(str(note)) for note in notes] == [32767]
    assert str(notes[0]).endswith("…")


def test_rows_that_do_not_fit_a_sheet_are_not_dropped(
    gold_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_module, "_MOST_ROWS", 10)
    with pytest.raises(WarehouseError, match=r"indicator_progress has 54 rows, more than a sheet holds"):
        export_all(gold_path, tmp_path)


def test_a_refusal_of_the_disk_leaves_no_half_file(
    gold_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export_module, "write_workbook", refuse)
    with pytest.raises(ExportError, match="no space left"):
        export_all(gold_path, tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.suffix not in (".csv", ".parquet")]


def test_a_folder_that_cannot_be_made_says_so(gold_path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError):
        export_all(gold_path, tmp_path / "file" / "out")


def test_no_export_reads_untrusted_values(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    build(inputs([figure("actual", 5, 2022, confidence=0.5)]), path)
    assert ask(path, "SELECT count(*) AS n FROM marts.indicator_series") == [{"n": 0}]


def test_is_risky_looks_past_invisible_characters() -> None:
    assert is_risky("\ufeff=1")
    assert not is_risky("1-1")
    assert not is_risky("")

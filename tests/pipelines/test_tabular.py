from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.tabular import csv_text, plain, plain_decimal, records_bytes
from transforms.schema import OBSERVATION, polars_schema


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (2024, "2024"),
        (1049.0, "1049"),
        (86.5, "86.5"),
        (0.1, "0.1"),
        (-0.3, "-0.3"),
        (1e-05, "0.00001"),
        (654000000.0, "654000000"),
        (1e22, "10000000000000000000000"),
        (100.0, "100"),
        (Decimal("1.50"), "1.5"),
        ("208件", "208件"),
        ("災害時優先電話 10台\nIP無線機 10台", "災害時優先電話 10台\\nIP無線機 10台"),
        ("a\r\nb\rc", "a\\nb\\nc"),
    ],
)
def test_a_value_as_text(value: object, text: str) -> None:
    assert plain(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_plain_decimal_is_the_same_number(number: float) -> None:
    text = plain_decimal(number)
    assert "e" not in text.lower()
    assert not (text.endswith("0") and "." in text)
    assert float(text) == number


@given(st.lists(st.lists(st.text(alphabet="a,\"\n;'件 ", max_size=6), min_size=2, max_size=2)))
def test_csv_can_be_read_back(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(["a", "b"], rows))))
    assert read == [["a", "b"], *[[value.replace("\n", "\\n") for value in row] for row in rows]]


def observation(**values: object) -> pl.DataFrame:
    row = {column.name: values.get(column.name) for column in OBSERVATION}
    return pl.DataFrame([row], schema=polars_schema(OBSERVATION), orient="row")


CONTRACT = (
    "document,page,field,measure_no,measure,indicator,value_kind,period_label,fiscal_year,calendar_year,raw_text,value,"
    "unit,per,status,comparator,numerator,denominator,note,direction,department,rating,confidence,x0,top,x1,bottom"
)


def test_csv_has_the_columns_of_the_contract_in_their_order() -> None:
    lines = records_bytes(observation(document="a", page=3, value=1049.0, rules="x"), OBSERVATION, "csv").decode()
    assert lines == f"{CONTRACT}\na,3,,,,,,,,,,1049,,,,,,,,,,,,,,,\n"


def test_json_and_parquet_hold_every_column() -> None:
    frame = observation(document="a", page=3, rules="era unit")
    assert json.loads(records_bytes(frame, OBSERVATION, "json")) == frame.to_dicts()
    assert pl.read_parquet(io.BytesIO(records_bytes(frame, OBSERVATION, "parquet"))).equals(frame)


def test_json_without_rows_is_an_empty_list() -> None:
    assert json.loads(records_bytes(observation().clear(), OBSERVATION, "json")) == []

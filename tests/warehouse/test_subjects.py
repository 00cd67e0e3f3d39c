"""Themes, comparable kinds, departments, repeated initiatives, years from the catalogue."""

from __future__ import annotations

import polars as pl
import pytest

from tests.warehouse.builders import document, figure, frame
from transforms.as_of import RULE, fill_as_of
from transforms.departments import split_departments
from transforms.repeats import with_originals
from transforms.themes import (
    comparable_of,
    comparables,
    dimension_of,
    load_yaml,
    theme_frame,
    theme_of,
    themes,
    unit_frame,
    units,
)


@pytest.mark.parametrize(
    ("names", "theme"),
    [
        (("年間のオンライン申請件数", "公共施設予約システムの充実"), "online_procedures"),
        (("マイナンバーカード保有率",), "my_number_card"),
        (("RPAを活用した業務数",), "ai_rpa"),
        (("ＲＰＡ を活用した業務数",), "ai_rpa"),
        (("友だち登録者数", "市公式LINEの利活用推進"), "public_relations"),
        (("アプリのダウンロード数", "子育て支援アプリ"), "child_rearing"),
        (("利用者数", None, "防災"), "disaster"),
        (("保育所入所管理システムの運用",), "child_rearing"),
        (("物品管理システムの運用", "教育"), "bpr"),
        (("観光情報提供の充実",), "industry_tourism"),
        (("利用者数",), None),
        ((None, ""), None),
    ],
)
def test_theme(names: tuple[str | None, ...], theme: str | None) -> None:
    assert theme_of(names) == theme


def test_themes_are_distinct_and_their_words_mean_one_theme_each() -> None:
    words = [word for theme in themes() for word in (*theme.words, *theme.general)]
    assert sorted(words) == sorted(set(words))
    assert theme_frame().get_column("theme").is_unique().all()


@pytest.mark.parametrize(
    ("indicator", "context", "unit", "key"),
    [
        ("マイナンバーカード保有率", (), "%", "my_number_card_holding_rate"),
        ("マイナンバーカード交付率", (), "%", "my_number_card_issue_rate"),
        ("電子決裁率", ("内部情報系システム",), "%", "electronic_approval_rate"),
        ("電子決裁率", (), "件", None),
        ("電子申請の件数", ("行政手続",), "件", "online_applications"),
        ("電子申請の件数", ("国民健康保険各種申請手続",), "件", None),
        ("友だち登録者数", ("市公式LINEの利活用推進",), "人", "line_friends"),
        ("友だち登録者数", ("アプリの推進",), "人", None),
        ("市内の人身事故発生件数（暦年）", (), "件", "injury_accidents"),
        ("電子決裁率", (), None, None),
    ],
)
def test_comparable(indicator: str, context: tuple[str, ...], unit: str | None, key: str | None) -> None:
    assert comparable_of(indicator, context, unit) == key


def test_comparable_kinds_use_known_dimensions() -> None:
    known = set(load_yaml("dimensions.yml"))
    assert {kind.dimension for kind in comparables()} <= known
    assert {kind.scale for kind in comparables()} <= {"population", "none"}
    assert {kind.direction for kind in comparables()} <= {"up", "down"}


def test_units() -> None:
    assert dimension_of("人") == "people"
    assert dimension_of("教室") == "unit:教室"
    assert units()["千円"] == ("money", "円", 1000.0)
    assert unit_frame(["教室"]).filter(pl.col("unit") == "教室").rows() == [("教室", "unit:教室", "教室", 1.0)]


@pytest.mark.parametrize(
    ("cell", "names", "and_others"),
    [
        ("行政管理課", ("行政管理課",), False),
        ("人事課、行政管理課", ("人事課", "行政管理課"), False),
        ("道路河川課\n都市計画課\n下水道施設課", ("道路河川課", "都市計画課", "下水道施設課"), False),
        ("行政管理課及び基幹系システム利用課", ("行政管理課", "基幹系システム利用課"), False),
        ("行政管理課ほか", ("行政管理課",), True),
        ("人事課情報政策課", ("人事課", "情報政策課"), False),
        ("課税課", ("課税課",), False),
        ("子ども・子育て課", ("子ども・子育て課",), False),
        ("人事課、人事課", ("人事課",), False),
        ("", (), False),
    ],
)
def test_departments(cell: str, names: tuple[str, ...], and_others: bool) -> None:
    found = split_departments(cell)
    assert (found.names, found.and_others) == (names, and_others)


STATUSES: list[tuple[str, list[tuple[str, str, str, str]], list[int | None]]] = [
    ("nothing is repeated", [("1", "(1)", "予防接種", ""), ("1", "(2)", "健診", "")], [None, None]),
    ("a row repeats an earlier one", [("1", "(1)", "見守り事業", ""), ("2", "(1)", "見守り事業【再掲1-(1)】", "1-(1)")], [None, 1]),
    ("a row repeats a later one", [("1", "(1)", "見守り事業【再掲2-(1)】", "2-(1)"), ("2", "(1)", "見守り事業", "")], [2, None]),
    ("two rows name each other", [("1", "(4)", "予約のオンライン化【再掲1-(8)】", "1-(8)"),
                                  ("1", "(8)", "オンライン予約化【再掲1-(4)】", "1-(4)")], [None, 1]),
    ("the place decides between equals", [("1", "(1)", "教室", ""), ("2", "(2)", "教室", ""),
                                          ("3", "(1)", "教室【再掲2-(2)】", "2-(2)")], [None, None, 2]),
    ("what is repeated is not there", [("1", "(1)", "見守り", ""), ("2", "(1)", "道路【再掲9-(9)】", "9-(9)")], [None, None]),
    ("a row that names itself", [("1", "(6)", "学びの提供【再掲1-(6)】", "1-(6)"), ("1", "(7)", "道路", "")], [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in STATUSES], ids=[case[0] for case in STATUSES])
def test_repeats(rows: list[tuple[str, str, str, str]], expected: list[int | None]) -> None:
    statuses = pl.DataFrame(rows, schema=["field", "measure", "initiative", "repeats"], orient="row")
    placed = statuses.with_columns(document=pl.lit("d"), position=pl.int_range(1, pl.len() + 1))
    assert with_originals(placed).get_column("repeats_position").to_list() == expected


@pytest.mark.parametrize(
    ("given", "year", "has_rule"),
    [
        (figure("actual", 7, None), 2024, True),
        (figure("actual", 7, None, period_label="調査時"), None, False),
        (figure("actual", 7, 2020), 2020, False),
        (figure("actual", 7, None, calendar_year=2021), None, False),
        (figure("target", 7, None), None, False),
        (figure("actual", 7, None, document="other"), None, False),
    ],
    ids=[
        "no period at all",
        "a label not understood",
        "a year of its own",
        "a calendar year",
        "a target",
        "no year in the catalogue",
    ],
)
def test_as_of(given: dict[str, object], year: int | None, has_rule: bool) -> None:
    documents = frame("documents", [document("plan", as_of_fiscal_year=2024), document("other")])
    (row,) = fill_as_of(frame("observations", [given]), documents).to_dicts()
    assert row["fiscal_year"] == year
    assert (RULE in row["rules"].split()) is has_rule

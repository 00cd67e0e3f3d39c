"""Whose figure is whose: names of an indicator's cell and figures of its value cells."""

from __future__ import annotations

import pytest

from transforms.cells import read_cell
from transforms.names import Name, split_names
from transforms.pairing import pair


def _pairs(indicator: str, cell: str, kind: str = "actual") -> list[tuple[str, str, str]]:
    figures = read_cell(cell, kind=kind, indicator=indicator)
    paired = pair(split_names(indicator, [len(figures)]), figures, indicator)
    return [(name.text, figure.text.replace("\n", ""), figure.note) for name, figure in paired]


@pytest.mark.parametrize(
    ("indicator", "counts", "names"),
    [
        ("① 申込件数\n② 講座メニュー数", [1], ["申込件数", "講座メニュー数"]),
        ("登録企業数、ウェブサイト閲覧数", [2, 2], ["登録企業数", "ウェブサイト閲覧数"]),
        ("登録企業数、ウェブサイト閲覧数", [1, 1], ["登録企業数、ウェブサイト閲覧数"]),
        ("緊急通報貸与件数\nGPS 貸与件数", [2], ["緊急通報貸与件数", "GPS 貸与件数"]),
        ("市税、国保税の徴収率", [2], ["市税、国保税の徴収率"]),
        ("講座（基礎、応用）の参加者数", [2], ["講座（基礎、応用）の参加者数"]),
        ("記入を省いた手\n続数", [2], ["記入を省いた手続数"]),
    ],
)
def test_names_of_a_cell(indicator: str, counts: list[int], names: list[str]) -> None:
    assert [name.text for name in split_names(indicator, counts)] == names


def test_a_name_keeps_its_notes_apart() -> None:
    cell = "①アプリ活用率\n②学習時間が1時間以上の割合（全国比）\n※実質割合"
    assert split_names(cell, [2]) == [
        Name("アプリ活用率", "①"),
        Name("学習時間が1時間以上の割合（全国比）", "②", "※実質割合"),
    ]
    assert split_names("事故件数（暦年）", [1]) == [Name("事故件数（暦年）", note="暦年")]


def test_headings_go_with_the_marks_below_them() -> None:
    cell = "※継続中\n環境整備\n①フロア割合\n②満足度\n\nペーパーレス化\n①削減効果額\n②会議"
    assert [name.text for name in split_names(cell, [4])] == [
        "環境整備 フロア割合",
        "環境整備 満足度",
        "ペーパーレス化 削減効果額",
        "ペーパーレス化 会議",
    ]


def test_marks_pair_with_marks() -> None:
    assert _pairs("①参加者数 ②満足度", "①34人（85.0%）②100%") == [
        ("参加者数", "①34人（85.0%）", "85.0%"),
        ("満足度", "②100%", ""),
    ]


def test_a_mark_without_a_figure_leaves_its_name_alone() -> None:
    assert _pairs("①参加者数 ②満足度", "②100%") == [("満足度", "②100%", "")]


def test_names_pair_in_order_and_a_heading_that_differs_is_noted() -> None:
    assert _pairs("オープンデータ化率、研修受講者数", "公開率(50%)\n受講人数(0人/年)") == [
        ("オープンデータ化率", "公開率(50%)", "値の見出し: 公開率"),
        ("研修受講者数", "受講人数(0人/年)", "値の見出し: 受講人数"),
    ]


def test_figures_that_name_the_other_indicator_pair_by_name() -> None:
    assert [
        name for name, *_ in _pairs("登録企業数、ウェブサイト閲覧数", "ウェブサイト閲覧数 5件\n登録企業数 3件")
    ] == ["ウェブサイト閲覧数", "登録企業数"]


def test_one_word_stands_for_all_names() -> None:
    assert [(name, text) for name, text, _ in _pairs("①件数 ②人数", "未整備")] == [
        ("件数", "未整備"),
        ("人数", "未整備"),
    ]


def test_what_cannot_be_paired_keeps_the_whole_name_for_a_person() -> None:
    figures = read_cell("5件 10件 20件", kind="actual")
    (_, first), *rest = pair([Name("件数", "①"), Name("人数", "②")], figures, "①件数 ②人数")
    assert first.confidence == 0.3
    assert {name.text for name, _ in rest} == {"①件数 ②人数"}


@pytest.mark.parametrize(
    ("indicator", "cell", "names", "notes"),
    [
        (
            "健康寿命",
            "男性 81.1 年 全国 2 位\n女性 85.2 年 全国 1 位",
            {"健康寿命"},
            ["内訳: 男性", "内訳: 男性 順位; 全国", "内訳: 女性", "内訳: 女性 順位; 全国"],
        ),
        (
            "橋梁・トンネルの完了率",
            "橋梁 23.0% トンネル 75.0%",
            {"橋梁・トンネルの完了率"},
            ["内訳: 橋梁", "内訳: トンネル"],
        ),
        (
            "計画を作成した市町村の割合",
            "44.2% 34 市町村 全国 41 位",
            {"計画を作成した市町村の割合"},
            ["compound cell", "compound cell", "compound cell; 全国"],
        ),
        ("導入台数", "優先電話 10台 無線機 15台", {"導入台数（優先電話）", "導入台数（無線機）"}, ["", ""]),
        ("受診率", "男性 45%", {"受診率"}, ["内訳: 男性"]),
        ("受診率", "後期分 45%", {"受診率"}, ["値の見出し: 後期分"]),
        ("登録企業数", "登録企業数 100 件", {"登録企業数"}, [""]),
    ],
)
def test_one_indicator_with_several_figures(indicator: str, cell: str, names: set[str], notes: list[str]) -> None:
    paired = _pairs(indicator, cell)
    assert ({name for name, *_ in paired}, [note for *_, note in paired]) == (names, notes)


def test_several_figures_that_nothing_tells_apart_are_not_trusted() -> None:
    paired = pair([Name("件数")], read_cell("100人\n200人", kind="actual"), "件数")
    assert [figure.confidence for _, figure in paired] == [0.5, 0.5]


def test_a_note_in_the_brackets_of_a_name_is_no_part_of_it() -> None:
    (name,) = split_names("利用者満足度\n（※市民調査より）", [1])
    assert (name.text, name.note) == ("利用者満足度", "※市民調査より")

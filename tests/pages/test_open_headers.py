"""Headers of tables without column rules: words that span columns, and what they say of the columns below them."""

from __future__ import annotations

import pytest

from tests.pages.drawn import Rule, Words, page_of, row_at, said_on

XS = (60, 200, 260, 300, 340, 380, 420, 470)
RULES: list[Rule] = [(at, 50, 545) for at in (96, 141, 162, 184)]
FIGURES = ("1,905", "3,884", "4,271", "4,539", "4,766", "4,801", "5,000")
PERIODS = ("平成25年度", "平成28", "平成29", "平成30", "令和元", "令和２", "令和３年度")
KINDS = ("baseline", *["actual"] * 5, "target")


def of_eras() -> list[Words]:
    """A row under 平成 over 28 29 30 and 令和 over 元 ２; the years of baseline and target stand in brackets below them."""
    return [
        *row_at(107, XS, ("", "基準値", "", "", "", "", "", "目標値")),
        *row_at(112, XS, ("指　標", "", "", "", "", "", "", "")),
        *row_at(126, XS, ("", "（25年度）", "28", "29", "30", "元", "２", "（令和３年度）")),
        *row_at(146, XS, ("検定の受検者数（人）", *FIGURES)),
        *row_at(168, XS, ("観察会の参加者数（人）", *FIGURES)),
    ]


@pytest.mark.parametrize("rules", [RULES, [rule for rule in RULES if rule[0] != 96]])
def test_eras_spaced_by_letters_date_the_years_below_them(rules: list[Rule]) -> None:
    words = [*of_eras(), (290.0, 107.0, "平　成"), (390.0, 107.0, "令　和")]
    said = [part[1:] for part in said_on(page_of(words, rules)) if "検定" in part[0]]
    assert said == list(zip(KINDS, PERIODS, FIGURES, strict=True))


def test_a_kind_over_eras_over_years() -> None:
    words = [*of_eras(), (290.0, 112.0, "平成"), (390.0, 112.0, "令和"), (330.0, 98.0, "実績値")]
    said = [part[1:] for part in said_on(page_of(words, RULES)) if "検定" in part[0]]
    assert said == list(zip(KINDS, PERIODS, FIGURES, strict=True))


def test_words_alone_over_the_middle_of_columns_are_of_all_of_them() -> None:
    xs = (60, 260, 330, 420)
    words = [
        (290.0, 100.0, "指標の推移"),
        *row_at(112, xs, ("活動指標", "現状値", "最終目標", "主管課")),
        *row_at(126, (60, 267, 345, 420), ("", "R元", "R6", "")),
        *row_at(146, xs, ("子育て講座の参加者数", "160人", "155人", "福祉課")),
        *row_at(168, xs, ("健康教室の参加者数", "96人", "99人", "保健課")),
    ]
    rules = [(at, 50, 470) for at in (96, 141, 162, 184)]
    assert [part[1:] for part in said_on(page_of(words, rules)) if "子育て" in part[0]] == [
        ("baseline", "R元", "160人"),
        ("target", "R6", "155人"),
    ]

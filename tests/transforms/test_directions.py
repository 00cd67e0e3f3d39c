"""Which way is better: words, targets, signs, and where they disagree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from transforms.directions import judge
from transforms.figures import Figure


def _level(value: int, unit: str = "件", **more: str) -> Figure:
    return Figure(text=f"{value}{unit}", status="numeric", value=Decimal(value), unit=unit, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("indicator", "direction"),
    [
        ("情報漏えい事件、事故の発生件数", "down"),
        ("市内の人身事故発生件数（暦年）", "down"),
        ("待機児童数", "down"),
        ("滞納繰越額", "down"),
        ("実質公債費比率", "down"),
        ("ごみ総排出量", "down"),
        ("交通事故死者数", "down"),
        ("自殺死亡率(人口10万人当たり)", "down"),
        ("刑法犯認知件数", "down"),
        ("転出超過数", "down"),
        ("不登校児童生徒の割合", "down"),
        ("喫煙率", "down"),
        ("空き家の数", "down"),
        ("ごみの資源化率", "up"),
        ("生ごみ処理機の普及率", "up"),
        ("空き家の活用件数", "up"),
        ("事故防止教室の参加者数", "up"),
        ("防犯カメラの設置台数", "up"),
        ("温室効果ガス削減量", "up"),
        ("ウェブサイト閲覧数", "up"),
        ("窓口アンケートの満足度", "up"),
        ("市税徴収率", "up"),
    ],
)
def test_words_decide_first(indicator: str, direction: str) -> None:
    judged = judge(indicator, None, [])
    assert (judged.direction, judged.rule, judged.disagrees) == (direction, "direction-by-word", False)


def test_the_sign_decides_where_words_do_not() -> None:
    assert judge("入力作業の時間数", _level(875, "時間"), [_level(400, "時間")]).direction == "down"
    assert judge("自治会の数", _level(332), [_level(300)]).rule == "direction-by-sign"


def test_words_win_over_the_sign_and_say_that_they_disagree() -> None:
    judged = judge("ウェブサイト閲覧数", _level(135_392), [_level(100_000)])
    assert (judged.direction, judged.disagrees) == ("up", True)


@pytest.mark.parametrize(
    ("target", "direction"),
    [
        (_level(45, comparator="以下"), "down"),
        (_level(45, comparator="以上"), "up"),
        (Figure("社会増"), "up"),
        (
            Figure("10%減少", status="numeric", value=Decimal(10), unit="%", note="減少", rules=("change-not-level",)),
            "down",
        ),
    ],
)
def test_the_words_of_a_target_decide_before_the_sign(target: Figure, direction: str) -> None:
    judged = judge("社会の状態", _level(50), [target])
    assert (judged.direction, judged.rule) == (direction, "direction-by-target-word")


def test_a_held_zero_and_figures_in_other_units_have_no_sign() -> None:
    assert judge("ほげ", _level(0), [_level(0)]).direction == "none"
    assert judge("ほげ", _level(5), [_level(80, "%")]).rule == "direction-unknown"


def test_a_general_word_is_the_last_resort() -> None:
    assert judge("ほげの割合", None, []).direction == "up"


def test_no_indicator_has_no_direction() -> None:
    assert judge("指標の設定はありません", None, []).rule == "direction-no-indicator"

"""Words that say that something is not there: a state of what is not counted, no figure of what is."""

from __future__ import annotations

import pytest

from transforms.statuses import status_of

CASES = [
    ("立地適正化計画の策定", "未策定", "text"),
    ("ヘイトスピーチに関する相談体制", "未整備", "text"),
    ("パークＰＦＩの導入", "なし", "text"),
    ("申込件数", "未整備", "not_available"),
    ("受講者数（オンライン）", "未開設", "not_available"),
    ("満足度", "なし", "not_available"),
    ("", "未整備", "not_available"),
    ("相談体制", "集計中", "not_available"),
]


@pytest.mark.parametrize(("indicator", "word", "status"), CASES)
def test_a_word_is_a_state_only_of_what_is_not_counted(indicator: str, word: str, status: str) -> None:
    assert status_of(word, "baseline", indicator)[0] == status


@pytest.mark.parametrize(
    ("text", "rule"),
    [("増加", "text-fact"), ("全小学校", "text-fact"), ("効率性", "text-untold"), ("Ｂ", "text-untold")],
)
def test_words_that_say_nothing_of_a_state_are_doubted(text: str, rule: str) -> None:
    assert status_of(text, "actual", "相談体制") == ("text", (rule,))

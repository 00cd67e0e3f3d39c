"""Which pages are worth parsing, told from their bare text alone, and which carry on the table of the page before."""

from __future__ import annotations

import pytest

from extract.layers import Layers
from extract.triage import verdict_on

PROSE = "本市では、令和2年度から市民の皆さまとともに歩むまちづくりを進めてきたところであり、目標の達成に向けて進捗を確かめながら、"
ROW = "図書の貸出冊数 冊 1,200 1,500\r\n講座の受講者数 人 345 400\r\n施設の利用者数 人 9,640 10,500\r\n"

PAGES: dict[str, tuple[str, str]] = {
    "a header of known words": ("指標名 単位 基準値 目標値\r\n" + ROW, "read"),
    "a known word in prose": (PROSE + "成果指標を定めました。" + PROSE * 3, "read"),
    "known words, no digit": ("指標名 単位 基準値 目標値", "skip"),
    "words of prose in prose": (PROSE * 4, "skip"),
    "words of prose heading columns amid prose": (PROSE * 4 + "\r\n項目 現状 目標\r\n" + ROW, "read"),
    "words of prose with a period heading columns": (PROSE * 4 + "\r\n項目 現状（R2） 目標（R6）\r\n" + ROW, "read"),
    "a word of prose as a heading": (PROSE * 4 + "\r\n現状\r\n" + PROSE, "read"),
    "short pieces with a word of prose": ("市民の声 45% 目標達成 50%\r\n" * 4, "read"),
    "a word split over lines": ("事業\r\n 目\r\n標\r\n値\r\n 120件\r\n", "read"),
    "figures without any word": (ROW, "skip"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_worth_parsing_for_its_words(name: str) -> None:
    text, verdict = PAGES[name]
    assert verdict_on(layers(text), carries=False) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (ROW, "read"),
        ("延べ宿泊者数 37,222人（2022(令和4)年度） 42,535人（2025(令和7)年度）\r\n" * 4, "read"),
        ("図書 1,200\r\n", "skip"),
        (PROSE.replace("目標", "") * 9, "skip"),
        (ROW + "終わり。" * 13, "skip"),
    ],
)
def test_a_page_of_figures_carries_on_the_table_before(text: str, verdict: str) -> None:
    assert verdict_on(layers(text), carries=True) == verdict


def layers(text: str) -> Layers:
    """A page with nothing on it but visible text in fonts with a character map."""
    return Layers(text, covered=0.0, drawn=20, unseen=0.0, unmapped=0.0)

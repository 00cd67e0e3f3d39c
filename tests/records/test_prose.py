"""Figures in sentences and boxes: few, and only where the page says that they are the present state."""

from __future__ import annotations

import pytest

from extract.model import Box, PrintedFigure, Reading, ReviewNote
from extract.records.reconcile import add_figures
from tests.records.paper import At, Paper, read

TEXT = 440


def present(paper: Paper, sentence: str, label: str = "現状") -> list[PrintedFigure]:
    """The figures of a page whose only text stands beside a label."""
    broken = "\n".join(sentence[i : i + 40] for i in range(0, len(sentence), 40))
    cells = [At(0, 0, label), At(0, 1, broken)]
    cells += [At(1, 0, "課題"), At(1, 1, "人材の育成が必要です。")]
    return read(paper.table(50, 80, (60, TEXT), (70, 30), cells)).figures


@pytest.mark.parametrize(
    ("sentence", "indicator", "amount", "period"),
    [
        (
            "本市では、2020(令和2)年度からRPAとAI-OCRの活用検討を開始し、2023(令和5)年度末時点で９業務へ導入しました。",
            "RPAとAI-OCRの導入業務数",
            "９業務",
            "2023(令和5)年度末時点",
        ),
        (
            "マイナンバーカードの保有率は、令和６年３月末時点で、72.5％となっています。",
            "マイナンバーカードの保有率",
            "72.5％",
            "令和６年３月末時点",
        ),
        ("令和5年度末現在の電子申請の利用件数は約1,200件です。", "電子申請の利用件数", "1,200件", "令和5年度末現在"),
    ],
)
def test_a_sentence_that_states_the_present(
    paper: Paper, sentence: str, indicator: str, amount: str, period: str
) -> None:
    (figure,) = present(paper, sentence)
    assert (figure.indicator, figure.amount, figure.raw_text) == (indicator, amount, sentence)
    assert figure.period is not None
    assert (figure.period.text, figure.kind) == (period, "actual")
    assert figure.confidence < 0.9


@pytest.mark.parametrize(
    "sentence",
    [
        "2021(令和3)年度にテレワークの運用を開始しましたが、十分に活用されていません。",
        "2021(令和3)年5月に成立した法律に基づき、標準化対象の20業務について移行を進めます。",
        "外部有識者による監査を年1回実施します。",
        "令和元年10月に発生した台風により、平成27年度時点で整備した設備が被災しました。",
        "スマートフォンの所有割合(74.3％)がパソコンの所有割合(64.0％)を上回りました。",
        "人口は1998年の361,934人をピークに減少に転じています。",
        "利用率は、令和5年度末時点で、30％、令和6年度末時点で、40％となっています。",
        "保有率を令和7年度末時点で90％にすることを目指します。",
        "〒962-8601 福島県須賀川市八幡町135番地、電話0248-75-1111（令和5年3月末現在）。",
        "第3条第2項の規定は、令和5年4月1日現在の条例によります。",
    ],
)
def test_other_prose_is_no_figure(paper: Paper, sentence: str) -> None:
    assert present(paper, sentence) == []


def test_a_sentence_counts_only_as_the_present_state(paper: Paper) -> None:
    assert present(paper, "カードの保有率は、令和6年3月末時点で、72％となっています。", label="目標") == []


def test_a_paragraph_under_its_heading(paper: Paper) -> None:
    paper.text(50, 60, "３ 電子申請の推進", size=18).text(50, 100, "現状", size=13)
    paper.text(50, 125, "電子申請の利用件数は、令和5年度末時点で、1,200件となって").text(
        50, 139, "います。今後も増える見込みです。"
    )
    paper.text(50, 170, "課題", size=13).text(50, 195, "利用率は、令和5年度末時点で、5％となっています。")
    (figure,) = read(paper).figures
    assert (figure.indicator, figure.amount, figure.measure_no, figure.measure) == (
        "電子申請の利用件数",
        "1,200件",
        "３",
        "電子申請の推進",
    )


def boxed(paper: Paper, *, label: str, name: str, period: str, figure: str) -> list[PrintedFigure]:
    filler = "この施策は、市民の暮らしを便利にするために、市が進めているものです。"
    for line in range(6):
        paper.text(50, 400 + 16 * line, filler)
    paper.text(50, 100, label, size=12).text(120, 130, name).text(125, 145, period).text(150, 160, figure, size=24)
    return read(paper).figures


def test_a_large_figure_under_its_name_and_period(paper: Paper) -> None:
    (figure,) = boxed(
        paper, label="本市の状況", name="カード保有率の割合", period="【令和6年3月末時点】", figure="72％"
    )
    assert (figure.indicator, figure.amount, figure.raw_text) == (
        "カード保有率の割合",
        "72％",
        "カード保有率の割合\n【令和6年3月末時点】\n72％",
    )
    assert figure.period is not None
    assert figure.period.text == "令和6年3月末時点"


@pytest.mark.parametrize(
    "change",
    [
        {"label": "将来の姿"},
        {"name": "カードのご案内"},
        {"period": "令和6年3月末時点"},
        {"period": "【市内全域】"},
        {"figure": "72"},
    ],
)
def test_a_box_lacking_one_of_its_parts_is_none(paper: Paper, change: dict[str, str]) -> None:
    whole = {"label": "本市の状況", "name": "カード保有率", "period": "【令和6年3月末時点】", "figure": "72％"}
    assert boxed(paper, **(whole | change)) == []


def printed(box: Box, *rules: str) -> PrintedFigure:
    return PrintedFigure(1, box, "72％", "actual", "保有率", rules=rules)


TABLE, PANEL, ELSEWHERE = Box(150, 160, 220, 190), Box(120, 130, 240, 190), Box(400, 400, 500, 420)


@pytest.mark.parametrize(
    ("known", "kept"),
    [
        (printed(TABLE), ["known"]),
        (printed(TABLE, "indicator-from-title"), ["found"]),
        (printed(ELSEWHERE), ["known", "found"]),
        (printed(ELSEWHERE, "indicator-from-title"), ["known", "found"]),
    ],
)
def test_no_figure_is_read_twice(known: PrintedFigure, kept: list[str]) -> None:
    reading, found = Reading("x", 1, figures=[known]), printed(PANEL, "figure-in-box")
    add_figures(reading, [found])
    assert reading.figures == [{"known": known, "found": found}[name] for name in kept]


@pytest.mark.parametrize(
    ("note", "stays"),
    [
        (ReviewNote(1, TABLE, "unread_region", ""), False),
        (ReviewNote(1, ELSEWHERE, "unread_region", ""), True),
        (ReviewNote(2, TABLE, "unread_region", ""), True),
        (ReviewNote(1, None, "unread_region", ""), True),
        (ReviewNote(1, TABLE, "bar_without_label", ""), True),
    ],
)
def test_a_region_that_was_read_after_all_is_noted_no_longer(note: ReviewNote, stays: bool) -> None:
    reading = Reading("x", 1, review=[note])
    add_figures(reading, [printed(PANEL)])
    assert (reading.review == [note]) is stays

"""Indicators in lines of open text: whose figure a line states, of which kind, and where the name stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.reading import read_pdf
from tests.records.paper import Paper

LINES: dict[str, tuple[tuple[str, ...], list[tuple[str, str, str]]]] = {
    "name, labels, values and an arrow on each line": (
        (
            "● 緑被率　　現状（2022年） 31.4％ → 目標（2032年） 32.0％以上",
            "● 公園の面積　　現状（2022年） 8.4㎡ → 目標（2032年） 現状維持",
        ),
        [
            ("緑被率", "baseline", "31.4％"),
            ("緑被率", "target", "32.0％以上"),
            ("公園の面積", "baseline", "8.4㎡"),
            ("公園の面積", "target", "現状維持"),
        ],
    ),
    "dots before values with an arrow, dated by the heading": (
        (
            "（平成23年度の現状値　→　平成28年度の実績値）",
            "・人口の社会増減 ············ ▲ 412人　→　▲ 7人",
            "・観光消費額 ················ 200億円　→　282億円",
        ),
        [
            ("人口の社会増減", "baseline", "▲ 412人"),
            ("人口の社会増減", "actual", "▲ 7人"),
            ("観光消費額", "baseline", "200億円"),
            ("観光消費額", "actual", "282億円"),
        ],
    ),
    "a dash before the arrow": (
        ("・診断の回数　現状 ― ⇒ 目標（R8） 60回",),
        [("診断の回数", "baseline", "―"), ("診断の回数", "target", "60回")],
    ),
    "labels without colon or arrow": (
        ("・ごみの排出量　当初（R2）845g　実績（R5）812g　目標（R9）780g",),
        [("ごみの排出量", "baseline", "845g"), ("ごみの排出量", "actual", "812g"), ("ごみの排出量", "target", "780g")],
    ),
    "a name with a colon before the first label, cut inside a bracket": (
        ("・事業拡大件数：現状値37件（令和５年", "　度）、目標値40件（令和11年度）"),
        [("事業拡大件数", "baseline", "37件（令和５年度）"), ("事業拡大件数", "target", "40件（令和11年度）")],
    ),
    "a label cut in two": (
        ("・待機児童数：現状値０人（令和５年度）、目標", "　値０人（令和11年度）"),
        [("待機児童数", "baseline", "０人（令和５年度）"), ("待機児童数", "target", "０人（令和11年度）")],
    ),
    "three lines, the last a date": (
        ("・航路の利用者数：現状値8万", "　2,345人（令和５年度）、目標値8万5千人", "　（令和11年度）"),
        [
            ("航路の利用者数", "baseline", "8万2,345人（令和５年度）"),
            ("航路の利用者数", "target", "8万5千人（令和11年度）"),
        ],
    ),
    "all values of a line in one bracket": (
        ("・ごみの排出量（現状値（R4）：845g、目標値（R9）：減少）",),
        [("ごみの排出量", "baseline", "845g"), ("ごみの排出量", "target", "減少")],
    ),
    "labels in brackets under the name": (
        ("ごみの排出量", "【現状】845g（R4） ▶ 【目標】780g（R9）"),
        [("ごみの排出量", "baseline", "845g（R4）"), ("ごみの排出量", "target", "780g（R9）")],
    ),
    "a name over two lines": (
        ("●市民が主体となって取り組む環境美化活動の延べ", "　参加者数　現状（R4）1,845人 → 目標（R9）2,780人"),
        [
            ("市民が主体となって取り組む環境美化活動の延べ参加者数", kind, text)
            for kind, text in (("baseline", "1,845人"), ("target", "2,780人"))
        ],
    ),
    "an arrow at the end of a line": (
        ("■ごみの排出量", "　現状値（R4） 845g →", "　目標値（R9） 780g"),
        [("ごみの排出量", "baseline", "845g"), ("ごみの排出量", "target", "780g")],
    ),
    "kinds in brackets behind the figures": (
        ("・ごみの排出量　845g（R4年度現状）→ 780g（R9年度目標）",),
        [("ごみの排出量", "baseline", "845g（R4年度現状）"), ("ごみの排出量", "target", "780g（R9年度目標）")],
    ),
    "kinds in the bracket of a heading": (
        ("成果指標（現状 → 目標）", "・ごみの排出量：845g（R4） → 780g（R9）"),
        [("ごみの排出量", "baseline", "845g（R4）"), ("ごみの排出量", "target", "780g（R9）")],
    ),
    "dots that lead to values without dates": (
        ("ごみの排出量", "策定時・・・・・・845g", "直　近・・・・・・集計中", "目　標・・・・・・780g"),
        [
            ("ごみの排出量", "baseline", "845g"),
            ("ごみの排出量", "actual", "集計中"),
            ("ごみの排出量", "target", "780g"),
        ],
    ),
    "a label in brackets before its value": (
        ("（１）ごみの排出量", "〔目標〕令和７年度までに 780g以下（生ごみに限る。）"),
        [("（１）ごみの排出量", "target", "令和７年度までに 780g以下（生ごみに限る。）")],
    ),
    "labels with wide gaps instead of colons": (
        ("指標名　　ごみの排出量", "現状値　　845g（R4）", "目標値　　減少"),
        [("ごみの排出量", "baseline", "845g（R4）"), ("ごみの排出量", "target", "減少")],
    ),
}
"""What the lines are → the lines, and the figures that they state: indicator, kind, text."""


@pytest.mark.parametrize("name", LINES)
def test_each_figure_belongs_to_the_name_of_its_line(name: str, tmp_path: Path) -> None:
    lines, stated = LINES[name]
    figures = read_pdf(written(tmp_path, lines)).figures
    assert [(f.indicator, f.kind, f.raw_text) for f in figures] == stated
    assert all(figure.confidence >= 0.9 for figure in figures)


def test_a_department_below_the_values_is_that_of_the_block_above_it(tmp_path: Path) -> None:
    blocks = [
        ("指標名：緑被率", "現状値（R4）：31％", "目標値（R9）：32％", "担当課：環境課"),
        ("指標名：公園の数", "現状値（R4）：18か所", "目標値（R9）：20か所", "担当課：公園課"),
        ("指標名：樹木の数", "現状値（R4）：128本", "目標値（R9）：130本"),
    ]
    figures = read_pdf(written(tmp_path, [line for block in blocks for line in block])).figures
    assert [(f.indicator, f.department) for f in figures[::2]] == [
        ("緑被率", "環境課"),
        ("公園の数", "公園課"),
        ("樹木の数", ""),
    ]


def test_a_label_with_its_own_value_dates_no_other_value(tmp_path: Path) -> None:
    lines = ("● 緑被率　現状（2022年） 31.4％ → 目標（2032年） 32％", "● 公園の面積　現状 8.4㎡ → 目標（2032年） 9㎡")
    dated = [figure.period.text if figure.period else "" for figure in read_pdf(written(tmp_path, lines)).figures]
    assert dated == ["2022年", "2032年", "", "2032年"]


def test_two_dated_figures_beside_a_bare_arrow_go_to_a_person(tmp_path: Path) -> None:
    figures = read_pdf(written(tmp_path, ["目標", "・ごみの排出量：845g（R4） → 780g（R9）"])).figures
    assert [(f.kind, f.rules, f.confidence) for f in figures] == [
        (kind, ("sides-of-an-arrow",), 0.6) for kind in ("baseline", "target")
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("・ごみの排出量　845g（平30） → 780g（令12）", ["845g（平30）", "780g（令12）"]),
        ("・未満率　3.1％（平30） → 早期に解消", ["3.1％（平30）", "早期に解消"]),
        ("・管理組合の割合　― → 75％（令12）", ["―", "75％（令12）"]),
        ("・マップの改訂　改訂済（Ｒ２） → 適宜見直し（Ｒ７）", ["改訂済（Ｒ２）", "適宜見直し（Ｒ７）"]),
        ("・離着陸場の確保　一部確保（R2） → 全集落で確保（R7）　〔防災対", ["一部確保（R2）", "全集落で確保（R7）"]),
        ("・合格者数　年間21人（令２） → 年間30人（令12）", ["年間21人（令２）", "年間30人（令12）"]),
    ],
)
def test_values_in_words_stand_beside_an_arrow_too(line: str, said: list[str], tmp_path: Path) -> None:
    figures = read_pdf(written(tmp_path, [line])).figures
    assert [(f.kind, f.raw_text) for f in figures] == list(zip(("baseline", "target"), said, strict=True))


def test_a_point_that_dates_a_figure_of_no_stated_kind_goes_to_a_person(tmp_path: Path) -> None:
    lines = ["・空き家バンクの成約件数　183件（令２）", "・既存住宅流通シェア　11.5％（平30）"]
    reading = read_pdf(written(tmp_path, lines))
    assert not reading.figures
    assert ["空き家バンク" in note.text for note in reading.review if note.reason == "unread_region"] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "第３章　目標・・・・・・・・・・・・ 14",
        "目標・・・・・・・・・・・・- 14 -",
        "排出量は、現状（R4）845gであり、目標（R9）780gに向けて取り組みます。",
        "現状　課題　目標　方針　指標の3つ",
        "成果指標　現状値（R4）　目標値（R9）",
    ],
)
def test_prose_and_labels_alone_state_nothing(line: str, tmp_path: Path) -> None:
    assert not read_pdf(written(tmp_path, [line])).figures


def written(folder: Path, lines: list[str] | tuple[str, ...]) -> Path:
    """A page of a heading and these lines."""
    paper = Paper(folder / "a.pdf").text(60, 40, "第３章　目標値のまとめ", 14)
    for number, line in enumerate(lines):
        indent = 10 * (len(line) - len(line.lstrip("　")))
        paper.text(60 + indent, 80 + 18 * number, line.lstrip("　"))
    return paper.save()

"""Years of a header that lean on what stands around them: an era over them, an era before them, 中間 and 最終."""

from __future__ import annotations

import pytest

from tests.pages.grids import said

Rows = list[list[str]]
Said = list[tuple[str, str, str]]
"""Kind, period and text of each figure, in the order of the print."""

CASES: dict[str, tuple[Rows, Said]] = {
    "an era over bare years": (
        [
            ["指標名", "令和", "<", "<", "最終目標（８年度）"],
            ["^", "３年度", "４年度", "５年度", "^"],
            ["受診率", "40.1", "41.2", "43.0", "50.0"],
        ],
        [
            ("actual", "令和３年度", "40.1"),
            ("actual", "令和４年度", "41.2"),
            ("actual", "令和５年度", "43.0"),
            ("target", "令和８年度", "50.0"),
        ],
    ),
    "an era over kinds over bare years": (
        [
            ["指標", "平成（年度）", "<", "<", "<", "<"],
            ["^", "基準", "実績", "<", "<", "目標"],
            ["^", "22", "26", "27", "28", "32"],
            ["最終処分量", "3,204", "2,615", "2,540", "2,488", "2,400"],
        ],
        [
            ("baseline", "平成22", "3,204"),
            ("actual", "平成26", "2,615"),
            ("actual", "平成27", "2,540"),
            ("actual", "平成28", "2,488"),
            ("target", "平成32", "2,400"),
        ],
    ),
    "an era before bare years": (
        [
            ["指標", "実績（年度）", "<", "<", "目標（年度）", "<"],
            ["^", "平成30", "令和元", "2", "令和9", "14"],
            ["有収率", "87.6", "88.1", "87.9", "90.5", "92.0"],
        ],
        [
            ("actual", "平成30", "87.6"),
            ("actual", "令和元", "88.1"),
            ("actual", "令和2", "87.9"),
            ("target", "令和9", "90.5"),
            ("target", "令和14", "92.0"),
        ],
    ),
    "bare years as rows": (
        [
            ["年度（令和）", "実績（％）", "目標（％）"],
            ["元（基準）", "94.8", ""],
            ["２", "93.1", "95.0"],
            ["３", "89.4", "94.5"],
        ],
        [
            ("baseline", "令和元", "94.8"),
            ("actual", "令和２", "93.1"),
            ("target", "令和２", "95.0"),
            ("actual", "令和３", "89.4"),
            ("target", "令和３", "94.5"),
        ],
    ),
    "中間 and 最終 under 目標値": (
        [
            ["指標", "基準値", "目標値", "<"],
            ["^", "令和4年度", "中間\n令和9年度", "最終\n令和14年度"],
            ["受診率", "40", "45", "50"],
        ],
        [("baseline", "令和4年度", "40"), ("target", "令和9年度", "45"), ("target", "令和14年度", "50")],
    ),
    "values of the periods of a plan": (
        [
            ["指標", "計画策定時\n平成27年度", "第１期実績値\n平成29年度", "第２期目標値\n令和3年度"],
            ["耐震化率", "89.3%", "92.8%", "95%"],
        ],
        [("baseline", "平成27年度", "89.3%"), ("actual", "平成29年度", "92.8%"), ("target", "令和3年度", "95%")],
    ),
    "a row of heads and their years": (
        [
            ["指標", "当初値", "最終目標", "前年度実績", "最終実績"],
            ["当初値：平成26年度　最終目標・最終実績：令和元年度　前年度実績：平成30年度", "<", "<", "<", "<"],
            ["基本目標１　仕事をつくる", "<", "<", "<", "<"],
            ["出荷額", "412億円", "430億円", "426億円", "428億円"],
        ],
        [
            ("baseline", "平成26年度", "412億円"),
            ("target", "令和元年度", "430億円"),
            ("actual", "平成30年度", "426億円"),
            ("actual", "令和元年度", "428億円"),
        ],
    ),
    "中間値 and 最終値 beside 目標": (
        [
            ["指標", "策定時\n平成25年度", "中間値\n平成30年度", "最終値\n令和5年度", "目標\n令和6年度"],
            ["受診率", "23.4", "29.8", "31.5", "40.0"],
        ],
        [
            ("baseline", "平成25年度", "23.4"),
            ("actual", "平成30年度", "29.8"),
            ("actual", "令和5年度", "31.5"),
            ("target", "令和6年度", "40.0"),
        ],
    ),
    "a year without its era in every head": (
        [
            ["指標", "最終目標", "基準値", "実績", "<", "<"],
            ["^", "26年度", "21", "22", "23", "24"],
            ["収納率", "98.5", "96.8", "97.1", "97.4", "97.9"],
        ],
        [
            ("target", "26年度", "98.5"),
            ("baseline", "21", "96.8"),
            ("actual", "22", "97.1"),
            ("actual", "23", "97.4"),
            ("actual", "24", "97.9"),
        ],
    ),
    "figures that follow each other are no years": (
        [["指標", "単位", "R4", "R5", "目標値（R7）"], ["創業の件数", "件", "20", "21", "22"]],
        [("actual", "R4", "20"), ("actual", "R5", "21"), ("target", "R7", "22")],
    ),
    "figures of a kind of row are no years": (
        [["指標", "区分", "R2", "R3", "R4"], ["死者数", "目標", "9", "9", "10"], ["^", "実績", "9", "10", "11"]],
        [
            ("target", "R2", "9"),
            ("target", "R3", "9"),
            ("target", "R4", "10"),
            ("actual", "R2", "9"),
            ("actual", "R3", "10"),
            ("actual", "R4", "11"),
        ],
    ),
    "a year as a row and its figures": (
        [["年度", "目標値", "実績値"], ["令和4", "5", "8"], ["令和5", "6", "9"]],
        [("target", "令和4", "5"), ("actual", "令和4", "8"), ("target", "令和5", "6"), ("actual", "令和5", "9")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_the_years_of_a_header_say(name: str) -> None:
    rows, expected = CASES[name]
    assert [(kind, period, text) for _, kind, period, text in said(rows)] == expected

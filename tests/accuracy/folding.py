"""When two printed texts count as the same: the scorer's own folding, independent of the one that is measured."""

from __future__ import annotations

import unicodedata

RADICALS = str.maketrans(
    {
        "⺠": "民", "⻑": "長", "⻄": "西", "⻘": "青", "⻝": "食", "⻩": "黄", "⻨": "麦", "⻭": "歯",
        "⻲": "亀", "⻤": "鬼", "⻫": "斉", "⻯": "竜", "⺟": "母", "⺩": "王", "⻁": "虎", "⻳": "亀",
        "⻣": "骨", "⻆": "角", "⻌": "辶", "⻔": "門", "⻢": "馬", "⻥": "魚", "⻦": "鳥", "⻬": "斉",
    }
)  # fmt: skip
DASHES = str.maketrans(dict.fromkeys("ー―—‐", "-"))
SAME_UNITS = {
    "パーセント": "%", "か所": "箇所", "ヵ所": "箇所", "カ所": "箇所", "ケ所": "箇所", "ヶ所": "箇所",
    "ヵ国語": "か国語", "ヶ国語": "か国語", "カ国語": "か国語", "pt": "ポイント", "名": "人", "回数": "回",
}  # fmt: skip


def fold(text: str) -> str:
    """The text without differences of width, radicals, blanks, dashes and case."""
    plain = unicodedata.normalize("NFKC", text.replace("\\n", "")).translate(RADICALS)
    return "".join(plain.split()).translate(DASHES).lower()


def fold_unit(text: str) -> str:
    """The unit, with spellings of the same unit made one."""
    folded = fold(text)
    return SAME_UNITS.get(folded, folded)

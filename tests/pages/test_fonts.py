"""Character maps of fonts say what pdfminer reads in them; what is no plain map is left to it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pdfminer.cmapdb import CMapParser, FileUnicodeMap

from extract.fonts import character_map

HEAD = b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@pytest.mark.parametrize(
    ("sections", "count"),
    [
        (b"", 0),
        (b"3 beginbfchar\n<01> <8A08>\n<02><753B>\n<0003> <D842DFB7>\nendbfchar\n", 3),
        (b"2 beginbfchar <20> <0020> <20> <00A0> endbfchar\n", 1),
        (b"1 beginbfchar\n<01> <00660069>\nendbfchar\n1 beginbfchar\n<01> <8A08>\nendbfchar\n", 1),
        (b"2 beginbfrange\n<0010> <0013> <0041>\n<20> <20> <30FF>\nendbfrange\n", 5),
        (b"1 beginbfrange\n<10> <0013> <0041>\nendbfrange\n", 0),
        (b"2 beginbfchar\n<01> <22b4f>\n<02> <753B>\nendbfchar\n1 beginbfrange\n<10> <12> <041>\nendbfrange\n", 5),
    ],
)
def test_a_plain_map_is_read(sections: bytes, count: int) -> None:
    told = character_map(HEAD + sections + TAIL)
    assert told is not None
    assert len(told.cid2unichr) == count
    assert told.cid2unichr == _by_pdfminer(HEAD + sections + TAIL)


@pytest.mark.parametrize(
    "sections",
    [
        b"1 beginbfrange\n<0010> <0011> [<0041> <0042>]\nendbfrange\n",
        b"1 beginbfchar\n<01> /A\nendbfchar\n",
        b"1 beginbfchar\n<1> <0041>\nendbfchar\n",
        b"1 beginbfchar % <01> <0041>\n<02> <0042>\nendbfchar\n",
        b"/Adobe-Japan1-UCS2 usecmap\n",
        b"1 begincidchar\n<01> 5\nendcidchar\n",
    ],
)
def test_any_other_map_is_left_to_pdfminer(sections: bytes) -> None:
    assert character_map(HEAD + sections + TAIL) is None


def _by_pdfminer(data: bytes) -> dict[int, str]:
    read = FileUnicodeMap()
    CMapParser(read, BytesIO(data)).run()
    return read.cid2unichr

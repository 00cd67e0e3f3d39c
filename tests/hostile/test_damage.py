"""Downloads that broke off and bytes that were changed on the way: told as damage, or read without a made-up figure."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from extract.errors import Unreadable, UnreadableDocument
from extract.reading import read_pdf
from tests.hostile.paper import file_of, table

CORPUS = Path(__file__).parents[1] / "corpus"
DOCUMENTS = ("01_typst_unit-column", "12_calc_excel-grid", "23_reportlab_fake-bold", "44_weasyprint_indicator-cards")
SHARES = (0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999)
BROKEN = {Unreadable.DAMAGED, Unreadable.NO_TEXT, Unreadable.NOT_PDF, Unreadable.ENCRYPTED}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_part_is_never_read_as_the_whole(document: str, tmp_path: Path) -> None:
    whole, path = (CORPUS / f"{document}.pdf").read_bytes().rstrip(), tmp_path / "a.pdf"
    for share in SHARES:
        path.write_bytes(whole[: int(share * len(whole))])
        with pytest.raises(UnreadableDocument) as caught:
            read_pdf(path)
        assert caught.value.reason is Unreadable.DAMAGED, share


@pytest.mark.parametrize("seed", range(60))
def test_changed_bytes_end_in_a_reading_or_in_a_reason(seed: int, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(damaged(file_of([table(), table()]), random.Random(seed)))
    assert outcome(tmp_path / "a.pdf") in BROKEN | {"read"}


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The file with bytes changed, lost and repeated."""
    harmed = bytearray(data)
    for _ in range(dice.choice([1, 3, 10, 40])):
        at, length = dice.randrange(len(harmed)), dice.randrange(1, 40)
        change = dice.choice(["other", "lost", "twice"])
        if change == "other":
            harmed[at] = dice.randrange(256)
        elif change == "lost":
            del harmed[at : at + length]
        else:
            harmed[at:at] = harmed[at : at + length]
    return bytes(harmed)


def outcome(path: Path) -> str:
    """Any other error than the one that is meant for broken files ends the test."""
    try:
        read_pdf(path)
    except UnreadableDocument as error:
        return error.reason
    return "read"

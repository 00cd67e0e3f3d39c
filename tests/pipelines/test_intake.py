from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import UnreadableDocument
from extract.intake import open_checks
from tests.pipelines.hostile import READABLE, UNREADABLE, text_pdf


@pytest.mark.parametrize("name", UNREADABLE)
def test_says_why_a_file_cannot_be_read(name: str, tmp_path: Path) -> None:
    expected, make = UNREADABLE[name]
    path = tmp_path / "report.pdf"
    path.write_bytes(make())
    with pytest.raises(UnreadableDocument) as caught:
        open_checks(path)
    assert caught.value.reason == expected
    assert str(caught.value).startswith("report.pdf: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", READABLE)
def test_opens_what_can_be_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(READABLE[name]())
    assert open_checks(path) >= 1


def test_every_cut_of_a_file_is_damaged(tmp_path: Path) -> None:
    """However a download breaks off, a part is never read as the whole."""
    whole = text_pdf(pages=12)
    path = tmp_path / "report.pdf"
    for length in range(1100, len(whole) - 10, 97):
        path.write_bytes(whole[:length])
        with pytest.raises(UnreadableDocument, match="damaged"):
            open_checks(path)


def test_the_collection_opens(raw_docs: Path) -> None:
    assert [open_checks(path) for path in sorted(raw_docs.glob("*.pdf"))]

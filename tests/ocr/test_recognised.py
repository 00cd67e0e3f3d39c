"""Pages read from their pictures, by an engine that stands in for Tesseract: the same tables, in doubt to the last figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import Unreadable, UnreadableDocument
from extract.ocr import page_text, recognised_pages
from extract.reading import read_pdf
from tests.ocr.scans import CELL_HEIGHT, CELL_WIDTH, LEFT, ROWS, TOP, Fake, drawn_table, scanned
from transforms.documents import read_document

CELLS = [text for row in ROWS for text in row]
HEADING = "第１章 図書館"


def test_a_scanned_table_is_read_and_never_published_unseen(tmp_path: Path) -> None:
    frames = read_document(scanned(tmp_path, drawn_table()), Fake([*CELLS, HEADING])).frames
    rows = frames["observations"].select("indicator", "value_kind", "fiscal_year", "value", "unit", "confidence").rows()
    assert rows == [
        ("図書の貸出冊数", "baseline", 2020, 1200.0, "冊", 0.7),
        ("図書の貸出冊数", "target", 2024, 1500.0, "冊", 0.7),
        ("講座の受講者数", "baseline", 2020, 345.0, "人", 0.7),
        ("講座の受講者数", "target", 2024, 400.0, "人", 0.7),
    ]
    assert all("read-by-ocr" in rules.split() for rules in frames["observations"]["rules"])


def test_the_page_is_named_for_review_with_what_was_recognised(tmp_path: Path) -> None:
    reading = read_pdf(scanned(tmp_path, drawn_table(), text="text"), Fake([*CELLS, HEADING]))
    (note,) = reading.review
    assert (note.page, note.reason) == (1, "page_read_by_ocr")
    assert note.text.startswith("指標\n単位\n基準値（R2年度）\n目標値（R6年度）\n図書の貸出冊数\n")


def test_the_boxes_are_those_of_the_cells(tmp_path: Path) -> None:
    reading = read_pdf(scanned(tmp_path, drawn_table()), Fake([*CELLS, HEADING]))
    box = reading.figures[0].box
    expected = (LEFT + 2 * CELL_WIDTH, TOP + CELL_HEIGHT, LEFT + 3 * CELL_WIDTH, TOP + 2 * CELL_HEIGHT)
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx(expected, abs=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("子育て支援", "子育て支援"),
        ("ICT", "ICT"),
        ("⽤⺠", "用民"),
        ("率(%)", "率(%)"),
        ("Wi-Fi access", "Wi-Fi access"),
    ],
)
def test_words_that_follow_closely_are_one_run(text: str, expected: str, tmp_path: Path) -> None:
    (content,) = recognised_pages(scanned(tmp_path, drawn_table(rows=1, columns=2)), [1], Fake([text, "", ""]))
    assert page_text(content) == expected


def test_a_page_without_indicators_is_noted_and_not_laid_out(tmp_path: Path) -> None:
    reading = read_pdf(scanned(tmp_path, drawn_table()), Fake(["写真"] * 13))
    assert [note.reason for note in reading.review] == ["page_read_by_ocr"]
    assert not reading.figures


def test_a_picture_without_words_stays_a_page_without_text(tmp_path: Path) -> None:
    reading = read_pdf(scanned(tmp_path, drawn_table(), text="text"), Fake([""] * 13))
    assert [note.reason for note in reading.review] == ["page_without_text"]


def test_a_document_of_pictures_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(scanned(tmp_path, drawn_table()), Fake([""] * 13))
    assert caught.value.reason is Unreadable.NO_TEXT


def test_an_engine_is_not_asked_about_pages_with_text(tmp_path: Path) -> None:
    engine = Fake([*CELLS, HEADING])
    read_pdf(scanned(tmp_path, drawn_table(), text="text"), engine)
    assert len(engine.seen) == len(CELLS) + 1
    engine.seen.clear()
    read_pdf(scanned(tmp_path, text="text"), engine)
    assert engine.seen == []

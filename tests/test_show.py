"""The picture of a page with the boxes of what was read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from extract.errors import UnreadableDocument
from extract.model import Box, Reading, ReviewNote
from extract.show import NoSuchPage, Shown, draw
from tests.records.paper import Paper
from transforms.showing import show_page, shown_on

STATUS_SLIDES = Path(__file__).resolve().parents[1] / "raw_docs" / "ena_2nd_ict_plan_status_r4-r6.pdf"
BOX = Box(100, 200, 300, 260)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return Paper(tmp_path / "page.pdf").text(50, 40, "本文").save()


def edge_colour(picture: Path, box: Box) -> tuple[int, ...]:
    """The colour in the middle of the lower edge (a dot inside it) of a box of a page 595 points wide."""
    with Image.open(picture) as image:
        scale = image.width / 595
        colour = image.convert("RGB").getpixel((int((box.x0 + box.x1) / 2 * scale), int(box.bottom * scale) - 1))
        assert isinstance(colour, tuple)
        return colour


@pytest.mark.parametrize(
    ("kind", "confidence", "is_red"),
    [("actual", 0.95, False), ("actual", 0.5, True), ("review", 0.0, True), ("phase", 1.0, False)],
)
def test_a_doubtful_box_is_red(page: Path, tmp_path: Path, kind: str, confidence: float, is_red: bool) -> None:
    picture = draw(page, 1, [Shown(kind, BOX, confidence)], tmp_path / "out" / "page.png")
    red, green, blue = edge_colour(picture, BOX)
    assert (red > 150 and green < 100 and blue < 100) is is_red


def test_a_page_without_boxes_is_the_page(page: Path, tmp_path: Path) -> None:
    assert edge_colour(draw(page, 1, [], tmp_path / "page.png"), BOX) == (255, 255, 255)


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there(page: Path, tmp_path: Path, number: int) -> None:
    with pytest.raises(NoSuchPage, match=f"no page {number}, the pages are 1 to 1"):
        draw(page, number, [], tmp_path / "page.png")


def test_a_file_that_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_text("<html>")
    with pytest.raises(UnreadableDocument):
        draw(tmp_path / "page.pdf", 1, [], tmp_path / "page.png")


def test_every_kind_of_record_is_shown(tmp_path: Path) -> None:
    picture = show_page(STATUS_SLIDES, 1, tmp_path / "slide.png")
    with Image.open(picture) as image:
        assert image.format == "PNG"
        assert image.width > 1000


def test_regions_to_review_are_shown_on_their_page() -> None:
    reading = Reading(
        "x", 2, review=[ReviewNote(1, BOX, "unread_region", ""), ReviewNote(2, None, "page_without_text", "")]
    )
    assert shown_on(reading, 1) == [Shown("review", BOX, 0.0)]
    assert shown_on(reading, 2) == []

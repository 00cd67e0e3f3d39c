"""Pictures of places on a page: what is on them, and when they are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from extract.model import Box
from extract.show import NoSuchPage, Shown, draw_crops
from tests.review.builders import draw_report

UPPER, LOWER = Box(100, 100, 200, 130), Box(100, 700, 200, 730)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return draw_report(tmp_path / "report.pdf", ["60.0"])


def reds(path: Path) -> set[int]:
    """The rows of a picture on which there is red."""
    image = Image.open(path).convert("RGB")
    size, pixels = image.size, image.load()
    assert pixels is not None
    return {y for y in range(size[1]) for x in range(0, size[0], 3) if pixels[x, y] == (220, 0, 0)}


def test_each_place_has_its_own_picture_as_wide_as_the_page(report: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "deep" / name for name in ("upper.png", "lower.png", "page.png")]
    draw_crops(
        report, 1, dict(zip(paths, [Shown("review", UPPER, 0.0), Shown("target", LOWER, 0.8), None], strict=True))
    )
    upper, lower, page = (Image.open(path) for path in paths)
    assert upper.width == lower.width == page.width
    assert upper.height == pytest.approx(lower.height, abs=2)
    assert upper.height == pytest.approx(page.width / 595 * 150, abs=2)
    assert page.height == pytest.approx(page.width / 595 * 842, abs=2)


def test_on_each_picture_is_its_own_box_alone(report: Path, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("upper.png", "near.png", "page.png")]
    near = Box(100, 150, 200, 160)
    draw_crops(
        report, 1, dict(zip(paths, [Shown("review", UPPER, 0.0), Shown("review", near, 0.0), None], strict=True))
    )
    scale = Image.open(paths[0]).width / 595
    assert max(reds(paths[0])) == pytest.approx(90 * scale, abs=3)
    assert min(reds(paths[1])) == pytest.approx(60 * scale, abs=3)
    assert not reds(paths[2])


def test_a_place_at_the_edge_of_the_page_is_cut_there(report: Path, tmp_path: Path) -> None:
    draw_crops(report, 1, {tmp_path / "top.png": Shown("review", Box(10, 5, 50, 20), 0.0)})
    picture = Image.open(tmp_path / "top.png")
    assert picture.height == pytest.approx(picture.width / 595 * 80, abs=2)


def test_a_page_that_is_not_there(report: Path, tmp_path: Path) -> None:
    with pytest.raises(NoSuchPage):
        draw_crops(report, 3, {tmp_path / "none.png": None})

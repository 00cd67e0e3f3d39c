"""The picture of a page: its rules are found, letters are not, and every cell becomes a piece of its own."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from extract.lattice import lattice_grids
from extract.ocr_picture import pieces, rules, straight_picture
from extract.page import PageContent
from tests.ocr.scans import CELL_HEIGHT, CELL_WIDTH, HEIGHT, LEFT, TOP, WIDTH, drawn_table, scanned

SCALE = 200 / 72


def content(picture: Image.Image) -> PageContent:
    """The rules of a picture as a page without words."""
    return PageContent(1, WIDTH, HEIGHT, "none", (), tuple(rules(picture, SCALE)))


def test_the_rules_of_a_table_make_its_grid() -> None:
    (grid,) = lattice_grids(content(drawn_table(rows=5, columns=3)))
    assert (grid.n_rows, grid.n_cols, len(grid.cells)) == (5, 3, 15)
    assert grid.xs == pytest.approx([LEFT + i * CELL_WIDTH for i in range(4)], abs=1)
    assert grid.ys == pytest.approx([TOP + i * CELL_HEIGHT for i in range(6)], abs=1)


def test_letters_and_areas_are_no_rules() -> None:
    picture = Image.new("L", (800, 400), 255)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 20, 60, 60), 0)  # a letter
    pen.rectangle((100, 20, 700, 80), 0)  # a dark field
    pen.line((20, 200, 65, 200), 0, 3)  # a dash
    assert rules(picture, SCALE) == []


@pytest.mark.parametrize("askew", [-1.5, -0.4, 0.0, 0.8])
def test_a_page_is_turned_straight(askew: float, tmp_path: Path) -> None:
    path = scanned(tmp_path, drawn_table(rows=12, columns=4, askew=askew))
    with pypdfium2.PdfDocument(path) as pdf:
        straight = straight_picture(pdf[0])
        picture, scale = straight.picture, straight.scale
    grids = lattice_grids(PageContent(1, WIDTH, HEIGHT, "none", (), tuple(rules(picture, scale))))
    assert [(grid.n_rows, grid.n_cols) for grid in grids] == [(12, 4)]


def test_a_huge_page_is_looked_at_less_closely(tmp_path: Path) -> None:
    path = scanned(tmp_path, Image.new("L", (100, 100), 255))
    with pypdfium2.PdfDocument(path) as pdf:
        pdf[0].set_mediabox(0, 0, 14400, 14400)
        straight = straight_picture(pdf[0])
        picture, scale = straight.picture, straight.scale
    assert picture.width * picture.height <= 41_000_000
    assert picture.width == pytest.approx(14400 * scale, abs=1)


def test_each_cell_with_ink_is_a_piece_and_the_rest_another() -> None:
    picture = drawn_table(rows=2, columns=2)
    (grid,) = lattice_grids(content(picture))
    parts = pieces(picture, SCALE, [cell.box for cell in grid.cells])
    assert len(parts) == 4 + 1
    assert all(part.picture.crop((0, 20, part.picture.width, 21)).getextrema() == (255, 255) for part in parts[:4])
    assert parts[-1].picture.size == (picture.width + 40, picture.height + 40)
    assert rules(parts[-1].picture, SCALE) == []


def test_a_blank_page_has_no_piece() -> None:
    assert pieces(Image.new("L", (500, 500), 255), SCALE, []) == []

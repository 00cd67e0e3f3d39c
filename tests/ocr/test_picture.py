"""The picture of a page: its rules are found, letters are not, and every cell becomes a piece of its own."""

from __future__ import annotations

from math import cos, radians, sin
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from extract.lattice import lattice_grids
from extract.ocr_picture import pieces, rules, straight_picture
from extract.page import PageContent, glyph_at
from extract.scanned import with_pictured_rules
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


@pytest.mark.parametrize("askew", [0.0, 0.8])
@pytest.mark.parametrize("with_picture", [True, False])
def test_a_scan_with_a_hidden_text_has_the_rules_of_its_picture(
    askew: float, with_picture: bool, tmp_path: Path
) -> None:
    """The characters lie on the picture as it was scanned, or as it stood before: both are set straight."""
    path = scanned(tmp_path, drawn_table(rows=6, columns=3, askew=askew))
    middle = [(LEFT + 26 + col * CELL_WIDTH, TOP + 12 + row * CELL_HEIGHT) for row in range(6) for col in range(3)]
    spots = [_turned_back(x, y, askew) for x, y in middle] if with_picture else middle
    glyphs = tuple(glyph_at(str(i % 10), x - 5, y - 4, x + 5, y + 4, 8) for i, (x, y) in enumerate(spots))
    (page,) = with_pictured_rules(path, [PageContent(1, WIDTH, HEIGHT, "none", glyphs, ())])
    (grid,) = lattice_grids(page)
    assert (grid.n_rows, grid.n_cols) == (6, 3)
    assert [cell.text for cell in grid.cells] == [str(i % 10) for i in range(18)]


def _turned_back(x: float, y: float, degrees: float) -> tuple[float, float]:
    """Where a point of the straight page lies on a page turned by so much."""
    along, across = cos(radians(degrees)), sin(radians(degrees))
    dx, dy = x - WIDTH / 2, y - HEIGHT / 2
    return WIDTH / 2 + dx * along + dy * across, HEIGHT / 2 + dy * along - dx * across

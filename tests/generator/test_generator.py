"""The generator holds together: golden files are what it says, layouts carry every figure, files are small."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.accuracy.documents import CORPUS, index, read_rows
from tests.generator import truth
from tests.generator.blocks import Cell, Document, Page, Style, Table, place
from tests.generator.content import column
from tests.generator.documents import Recipe, recipes
from tests.generator.layouts import LAYOUTS
from tests.generator.layouts.sheet import Sheet
from tests.generator.look import Look
from tests.generator.producers import PRODUCERS, available
from tests.generator.random_tables import draw
from tests.generator.vocabulary import terms

RECIPES = recipes()
COLUMNS = tuple(column(word) for word in ("baseline 2020", "actual 2021", "actual 2022", "target 2025"))


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.document.name)
def test_golden_file_is_what_the_handwritten_table_says(recipe: Recipe) -> None:
    assert read_rows(CORPUS / f"{recipe.document.name}.csv") == list(truth.rows(recipe.document))


def test_every_document_of_the_corpus_has_its_files_and_its_entry() -> None:
    names = [recipe.document.name for recipe in RECIPES]
    assert sorted(index()) == names
    assert sorted(path.stem for path in CORPUS.glob("*.pdf")) == names
    assert sorted(path.stem for path in CORPUS.glob("*.csv")) == names


def test_documents_stay_small() -> None:
    assert [path.name for path in CORPUS.glob("*.pdf") if path.stat().st_size > 150_000] == []


def test_golden_rows_are_consistent() -> None:
    rows = [row for path in CORPUS.glob("*.csv") for row in read_rows(path)]
    assert rows
    for row in rows:
        assert (row["status"] == "numeric") == (row["value"] != ""), row
        assert not (row["fiscal_year"] and row["calendar_year"]), row
        assert row["indicator"], row
        assert row["raw_text"], row


@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"forms", "year_groups"}))
def test_every_layout_prints_every_figure(layout: str) -> None:
    indicators = draw(Random(4), COLUMNS, 5)
    blocks = LAYOUTS[layout](Sheet(COLUMNS, indicators, Look()))
    rows = list(truth.rows(Document("any", (Page(blocks),))))
    assert len(rows) == 20
    assert {row["indicator"] for row in rows} == {indicator.name for indicator in indicators}


@pytest.mark.parametrize("producer", ["reportlab", "typst", "scan"])
def test_producers_of_the_lock_file_draw_a_page(producer: str, tmp_path: Path) -> None:
    blocks = LAYOUTS["wide"](Sheet(COLUMNS, draw(Random(1), COLUMNS, 4), Look()))
    PRODUCERS[producer](Document("any", (Page(blocks, footer="1"),)), tmp_path / "any.pdf")
    assert (tmp_path / "any.pdf").read_bytes().startswith(b"%PDF-")
    assert producer in available()


def test_cells_are_placed_with_their_spans() -> None:
    table = Table(((Cell("a", rows=2), Cell("b", cols=2)), (Cell("c"), Cell("d"))), (1, 1, 1), 1, Style())
    assert [(placed.cell.text, placed.row, placed.col) for placed in place(table)] == [
        ("a", 0, 0), ("b", 0, 1), ("c", 1, 1), ("d", 1, 2),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="ragged"):
        place(Table(((Cell("a"),),), (1, 1), 1, Style()))


def test_vocabulary_is_large_and_has_no_name_twice() -> None:
    names = [term.name for term in terms()]
    assert len(names) >= 150
    assert len(set(names)) == len(names)
    assert all(term.least < term.most for term in terms())

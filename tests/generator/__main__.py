"""``python -m tests.generator [NAME …]``: make the documents of the corpus, their truth, and the index."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from tests.generator import defects, truth
from tests.generator.documents import Recipe, recipes
from tests.generator.producers import PRODUCERS, available

CORPUS = Path(__file__).parents[1] / "corpus"


def main(names: tuple[str, ...]) -> None:
    """Make the documents whose names begin so and whose producer can run here; write the index of all."""
    every = recipes()
    for recipe in every:
        if recipe.document.name.startswith(names):
            make(recipe, CORPUS)
    write_index(every)


def make(recipe: Recipe, folder: Path) -> None:
    """Write one document and its golden CSV, where its producer is installed."""
    name = recipe.document.name
    if recipe.producer not in available():
        print(f"{name}: {recipe.producer} is not installed, left as it is")
        return
    PRODUCERS[recipe.producer](defects.before(recipe.document), folder / f"{name}.pdf")
    defects.after(recipe.document, folder / f"{name}.pdf")
    truth.write(recipe.document, folder / f"{name}.csv")
    print(f"{name}: {len(recipe.document.pages)} pages, {len(list(truth.rows(recipe.document)))} observations")


def write_index(every: list[Recipe]) -> None:
    """Write the index of the corpus: layout words, traps and producer of each document."""
    entries = {
        recipe.document.name: {
            "producer": recipe.producer,
            "pages": len(recipe.document.pages),
            "observations": len(list(truth.rows(recipe.document))),
            "layout": list(recipe.layouts),
            "traps": list(recipe.traps),
            "readable": True,
        }
        for recipe in every
    }
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=120)
    (CORPUS / "index.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or ("",))

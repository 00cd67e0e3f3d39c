"""Parsing gives what pdfplumber and pdfminer themselves give, and stops where a page costs too much."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTLine, LTRect

from extract import parsing
from extract.chars import Char
from extract.parsing import PageNotParsed, pages_of, parse
from extract.paths import Form, Shape
from extract.triage import is_untold
from tests.hostile.paper import FREE, file_of, form, table, words

PROJECT = Path(__file__).parents[2]
DOCUMENTS = [*sorted((PROJECT / "tests/corpus").glob("*.pdf")), *sorted((PROJECT / "raw_docs").glob("*_dx_*.pdf"))]
PAGES = 3  # of each document
FORMS: dict[type[LTCurve], Form] = {LTLine: "line", LTRect: "rectangle", LTCurve: "curve"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_characters_and_shapes_are_those_of_pdfminer(path: Path) -> None:
    with pdfplumber.open(path, pages=list(range(1, PAGES + 1))) as pdf:
        layouts = [flattened(page.layout._objs) for page in pdf.pages]
    for page, expected in zip(pages_of(path, range(1, PAGES + 1)), layouts, strict=True):
        parsed = parse(page)
        chars = [placed(t) for t in expected if isinstance(t, LTChar)]
        told = [
            own._replace(text=their.text) if is_untold(their.text) else own
            for own, their in zip(parsed.chars, chars, strict=True)
        ]
        assert told == chars  # a letter that pdfminer does not tell may be known by its outline
        assert parsed.shapes == [drawn(t) for t in expected if isinstance(t, LTCurve)]


def flattened(things: list[LTComponent]) -> list[LTComponent]:
    """The leaves of a layout, in order."""
    return [leaf for t in things for leaf in (flattened(t._objs) if isinstance(t, LTContainer) else [t])]


def placed(char: LTChar) -> Char:
    """What reading uses of a character."""
    return Char(char.get_text(), *char.bbox, char.size, char.matrix)


def drawn(shape: LTCurve) -> Shape:
    """What reading uses of a shape."""
    form = FORMS[type(shape)]
    return Shape(form, *shape.bbox, shape.stroke, shape.fill, shape.stroking_color, shape.non_stroking_color)


@pytest.mark.parametrize(
    ("bound", "value", "reason"),
    [
        ("MOST_BYTES", 1000, "page_too_crowded"),
        ("MOST_DRAWN", 55, "page_too_crowded"),
        ("_FORM", 2**40, "page_too_crowded"),
    ],
)
def test_a_page_beyond_a_bound_is_not_parsed(
    bound: str, value: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, table() + b"/X Do")
    assert characters(path) == 52 + 1
    monkeypatch.setattr(parsing, bound, value)
    with pytest.raises(PageNotParsed) as caught:
        characters(path)
    assert caught.value.reason == reason


@pytest.mark.parametrize("place", [b"9" * 7, b"9" * 30, b"9" * 400])
def test_what_lies_on_no_paper_is_left_out(place: bytes, tmp_path: Path) -> None:
    assert characters(written(tmp_path, b"/X Do BT /F 10 Tf " + place + b" 10 Td <5e95> Tj ET")) == 1


def test_a_page_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(file_of([table(), b"", table()]))
    assert [page.page_number for page in pages_of(path, {1, 3, 7})] == [1, 3]


def written(folder: Path, content: bytes) -> Path:
    """A file of one page that may draw a form with one character."""
    (folder / "a.pdf").write_bytes(file_of([content], {FREE: form(words("底", 10, 10))}))
    return folder / "a.pdf"


def characters(path: Path) -> int:
    """The number of characters parsed on the first page."""
    return sum(len(parse(page).chars) for page in pages_of(path, {1}))

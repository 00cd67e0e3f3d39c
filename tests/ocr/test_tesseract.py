"""The adapter to Tesseract without Tesseract: what it calls, what it makes of the answer, what it says when parts are missing.

The engine itself is run by ``make ocr``, which fails where it is not installed: no green check here stands for it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from extract import ocr_tesseract
from extract.ocr import Word
from extract.ocr_tesseract import OcrMissing, Tesseract, version, words_of
from pipelines import recognition
from pipelines.fingerprint import reading_fingerprint

HEAD = [
    "level",
    "page_num",
    "block_num",
    "par_num",
    "line_num",
    "word_num",
    "left",
    "top",
    "width",
    "height",
    "conf",
    "text",
]


def table(*lines: list[str]) -> str:
    """A table as Tesseract writes it."""
    return "\n".join("\t".join(line) for line in [HEAD, *lines])


FIRST = table(
    ["1", "1", "0", "0", "0", "0", "0", "0", "300", "90", "-1", ""],
    ["4", "1", "1", "1", "1", "0", "20", "30", "200", "40", "-1", ""],
    ["5", "1", "1", "1", "1", "1", "20", "35", "90", "30", "96.1", "図書"],
    ["5", "1", "1", "1", "1", "2", "120", "48", "10", "12", "88.0", "・"],
    ["5", "1", "1", "1", "1", "3", "140", "35", "10", "12", "10.0", " |"],
    ["1", "3", "0", "0", "0", "0", "0", "0", "300", "90", "-1", ""],
    ["4", "3", "1", "1", "1", "0", "20", "10", "200", "20", "-1", ""],
    ["5", "3", "1", "1", "1", "1", "20", "10", "60", "20", "96.1", "1.200"],
)
AGAIN = table(
    ["4", "1", "1", "1", "1", "0", "20", "10", "200", "20", "-1", ""],
    ["5", "1", "1", "1", "1", "1", "20", "10", "60", "20", "96.1", "1,200|"],
)
BOOK = [Word("図書", 20, 30, 110, 70), Word("・", 120, 30, 130, 70)]


class FakeTesseract(ModuleType):
    """pytesseract as far as it is used; ``asked`` keeps the language and the sizes of the pictures of each call."""

    class TesseractNotFoundError(OSError):
        """The program is not there."""

    def __init__(self, languages: list[str] | None) -> None:
        super().__init__("pytesseract")
        self.languages: list[str] | None = languages
        self.asked: list[tuple[str, list[tuple[int, int]]]] = []

    def get_languages(self) -> list[str]:
        if self.languages is None:
            raise self.TesseractNotFoundError
        return self.languages

    def image_to_data(self, listing: str, lang: str, config: str) -> str:
        names = Path(listing).read_text(encoding="utf-8").split()
        self.asked.append((f"{lang} {config}", [Image.open(name).size for name in names]))
        return AGAIN if "+" in lang else FIRST

    def get_tesseract_version(self) -> str:
        return "5.3.0"


@pytest.fixture
def installed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> FakeTesseract:
    """pytesseract with the languages that a test asks for."""
    fake = FakeTesseract(getattr(request, "param", ["eng", "jpn"]))
    monkeypatch.setitem(sys.modules, "pytesseract", fake)
    monkeypatch.setattr(ocr_tesseract, "find_spec", lambda name: fake)
    monkeypatch.setenv(recognition.OCR_VARIABLE, "")
    return fake


def pictures() -> list[Image.Image]:
    """Three pictures that can be told apart by their width."""
    return [Image.new("L", (10 + i, 20), 255) for i in range(3)]


def test_words_stand_as_high_as_their_line() -> None:
    assert words_of(FIRST, 3) == [BOOK, [], [Word("1.200", 20, 10, 80, 30)]]


def test_all_pictures_are_one_call_and_doubtful_figures_another(installed: FakeTesseract) -> None:
    assert Tesseract().read(pictures()) == [BOOK, [], [Word("1,200", 20, 10, 80, 30)]]
    assert installed.asked == [("jpn --psm 6", [(10, 20), (11, 20), (12, 20)]), ("jpn+eng --psm 6", [(12, 20)])]


def test_no_picture_is_no_call(installed: FakeTesseract) -> None:
    assert Tesseract().read([]) == []
    assert installed.asked == []


@pytest.mark.parametrize("installed", [["jpn", "osd"]], indirect=True)
def test_japanese_alone_will_do(installed: FakeTesseract) -> None:
    assert Tesseract().read(pictures())[2] == [Word("1.200", 20, 10, 80, 30)]
    assert [language for language, _ in installed.asked] == ["jpn --psm 6"]


@pytest.mark.parametrize(
    ("installed", "words"),
    [(None, "apt install tesseract-ocr "), (["eng"], "tesseract-ocr-jpn")],
    indirect=["installed"],
)
def test_what_is_missing_is_said_with_its_remedy(installed: FakeTesseract, words: str) -> None:
    with pytest.raises(OcrMissing, match=words):
        recognition.ask(wanted=True)


def test_a_missing_extra_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_tesseract, "find_spec", lambda name: None)
    with pytest.raises(OcrMissing, match="pip install pytesseract"):
        Tesseract()


def test_nothing_is_recognised_unless_it_is_asked_for(installed: FakeTesseract) -> None:
    recognition.ask(wanted=False)
    assert recognition.engine() is None
    assert recognition.fingerprint() == ""


def test_asking_for_it_has_every_document_read_anew(installed: FakeTesseract) -> None:
    before = reading_fingerprint()
    recognition.ask(wanted=True)
    assert isinstance(recognition.engine(), Tesseract)
    assert recognition.fingerprint() == f"tesseract=={version()}"
    assert reading_fingerprint() != before

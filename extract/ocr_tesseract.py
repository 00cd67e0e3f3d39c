"""Tesseract, by way of pytesseract: the optional extra ``ocr`` and the system's packages for Japanese.

Belongs here: calling Tesseract and taking its table of words. Does not belong here: what is done with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extract.ocr import Word

if TYPE_CHECKING:
    from PIL.Image import Image

_LANGUAGE, _BESIDE = "jpn", "eng"
_GROUPED = re.compile(r"\d[.,、。]\d")
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LAYOUT = "--psm 6"  # one block of text, which a cell is
_NO_LETTER = " |｜"  # what remains of a rule is taken for a letter
_LINE, _WORD = 4, 5  # levels of Tesseract's table


class OcrMissing(Exception):
    """What reading pictures needs is not there; the message is one line that says how to get it."""


class Tesseract:
    """An engine (``extract.ocr.Engine``).

    Raises ``OcrMissing`` where pytesseract, Tesseract or its Japanese data are not installed.
    """

    def __init__(self) -> None:
        self._tells_signs = _BESIDE in _languages()

    def read(self, pictures: Sequence[Image]) -> list[list[Word]]:
        """The words of each picture; figures with a comma or a point and what is no Japanese are read once more."""
        words = _read(pictures, _LANGUAGE)
        again = [i for i, found in enumerate(words) if self._tells_signs and _is_to_read_again(_text(found))]
        for i, found in zip(again, _read([pictures[i] for i in again], f"{_LANGUAGE}+{_BESIDE}"), strict=True):
            words[i] = found
        return words


def _is_to_read_again(text: str) -> bool:
    """Japanese data alone take 1,000 for 1.000 and % for 9; English data beside them take 人 for A."""
    return bool(text) and (_GROUPED.search(text) is not None or _JAPANESE.search(text) is None)


def _text(words: Sequence[Word]) -> str:
    return "".join(word.text for word in words)


def _read(pictures: Sequence[Image], language: str) -> list[list[Word]]:
    """One call of Tesseract for all pictures."""
    import pytesseract

    if not pictures:
        return []
    with TemporaryDirectory(prefix="shihyo-ocr-") as folder:
        names = [Path(folder, f"{i}.png") for i in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            picture.save(name)
        listing = Path(folder, "pictures.txt")
        listing.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
        return words_of(pytesseract.image_to_data(str(listing), lang=language, config=_LAYOUT), len(pictures))


def version() -> str:
    """The version of Tesseract, for what must change when it does."""
    import pytesseract

    return str(pytesseract.get_tesseract_version())


def words_of(table: str, pictures: int) -> list[list[Word]]:
    """The words of Tesseract's table (TSV), by picture; each stands as high as the line it is in."""
    words: list[list[Word]] = [[] for _ in range(pictures)]
    top = bottom = 0
    for line in table.splitlines()[1:]:
        level, page, _, _, _, _, left, above, width, height, _, text = line.split("\t", 11)
        if int(level) == _LINE:
            top, bottom = int(above), int(above) + int(height)
        elif int(level) == _WORD and (printed := text.strip(_NO_LETTER)):
            words[int(page) - 1].append(Word(printed, int(left), top, int(left) + int(width), bottom))
    return words


def _languages() -> list[str]:
    if find_spec("pytesseract") is None:
        raise OcrMissing(
            "reading scans needs pytesseract, the extra ocr: pip install pytesseract (OCRの追加機能がありません)"
        )
    import pytesseract

    try:
        languages = [str(language) for language in pytesseract.get_languages()]
    except pytesseract.TesseractNotFoundError as error:
        raise OcrMissing("reading scans needs Tesseract: apt install tesseract-ocr tesseract-ocr-jpn") from error
    if _LANGUAGE not in languages:
        raise OcrMissing("Tesseract has no Japanese: apt install tesseract-ocr-jpn (日本語データがありません)")
    return languages

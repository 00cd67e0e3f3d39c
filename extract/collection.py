"""The folder of published documents beside its catalogue: which file is which entry, and where the two disagree.

Belongs here: listing, hashing and comparing. Does not belong here: opening a PDF (``extract.intake``).
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from extract.catalogue import Catalogue, CatalogueDocument

CATALOGUE_FILE = "catalogue.yml"
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\:]|\.{3,}")


class Disagreement(StrEnum):
    """How folder and catalogue can disagree about one file."""

    NOT_IN_CATALOGUE = "not_in_catalogue"
    MISSING_FILE = "missing_file"
    HASH_DIFFERS = "hash_differs"


MESSAGES: dict[Disagreement, str] = {
    Disagreement.NOT_IN_CATALOGUE: (
        "has no entry in the catalogue; add one, see raw_docs/README.md (カタログに記載がありません)"
    ),
    Disagreement.MISSING_FILE: "is in the catalogue, but there is no such file (カタログにありますがファイルがありません)",
    Disagreement.HASH_DIFFERS: (
        "is not the file that the catalogue describes: its SHA-256 differs (カタログとファイルのハッシュ値が一致しません)"
    ),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of the folder, of the catalogue or of both; ``sha256`` is empty where there is no file."""

    file: str
    path: Path
    sha256: str
    entry: CatalogueDocument | None
    disagreement: Disagreement | None

    @property
    def document(self) -> str:
        """The document's id: its file name without ``.pdf``."""
        return Path(self.file).stem

    @property
    def key(self) -> str:
        """A name of its own among all files, fit for a folder: the document's id where there is an entry."""
        return self.document if self.entry is not None else _UNFIT.sub("_", self.file)


def list_collection(folder: Path, catalogue: Catalogue) -> list[Listed]:
    """Every PDF below ``folder`` and every entry of the catalogue, by file name."""
    entries = {entry.file: entry for entry in catalogue.documents}
    files = {_relative(path, folder): path for path in _pdfs(folder)}
    return [_listed(name, files.get(name), entries.get(name), folder) for name in sorted({*entries, *files})]


def municipality_codes(reference: Path) -> frozenset[str]:
    """The six-digit codes (column ``code``) of the reference list of municipalities."""
    with reference.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["code"] for row in csv.DictReader(lines))


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _pdfs(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix.lower() == ".pdf" and path.is_file()]


def _relative(path: Path, folder: Path) -> str:
    """The path below the folder, composed (NFC): some file systems hand out が as か + ゛.

    Bytes that are no UTF-8 (a Shift_JIS name out of an archive) are written out: ``\\x8e``.
    """
    name = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", name)


def _listed(name: str, path: Path | None, entry: CatalogueDocument | None, folder: Path) -> Listed:
    if path is None:
        return Listed(name, folder / name, "", entry, Disagreement.MISSING_FILE)
    sha256 = file_sha256(path)
    return Listed(name, path, sha256, entry, _disagreement(sha256, entry))


def _disagreement(sha256: str, entry: CatalogueDocument | None) -> Disagreement | None:
    if entry is None:
        return Disagreement.NOT_IN_CATALOGUE
    return None if entry.sha256 == sha256 else Disagreement.HASH_DIFFERS

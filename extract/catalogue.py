"""The catalogue of published documents: what is known of a PDF apart from its pages.

Belongs here: the strict reading of ``raw_docs/catalogue.yml``. Does not belong here: comparing it with the folder
(``extract.collection``), the pages of a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import yaml

from extract.strict import Check, StrictLoader, either, matching, problems_of

DocumentKind = Literal["plan", "progress_report"]
Origin = Literal["reconstruction", "original"]


class CatalogueError(Exception):
    """The catalogue cannot be used; the message is one line that names the file, the entry and what is wrong."""

    def __init__(self, path: Path, entry: str, problem: str) -> None:
        self.path, self.entry, self.problem = path, entry, problem
        super().__init__(f"{path.name}: {entry}: {problem}")


@dataclass(frozen=True, slots=True)
class CatalogueDocument:
    """One published file. ``None`` means that the fact is not known.

    ``edition`` is the year of publication, ``published`` its date as far as known (``2022``, ``2022-03``,
    ``2022-03-31``). ``as_of_fiscal_year`` is the year of figures beside which the document prints none;
    ``supersedes`` names the file that this one replaces.
    """

    file: str
    kind: DocumentKind
    title: str
    edition: int
    published: str | None
    source_url: str | None
    licence: str | None
    origin: Origin
    sha256: str
    as_of_fiscal_year: int | None = None
    supersedes: str | None = None

    @property
    def document(self) -> str:
        """The document's id: its file name without ``.pdf``."""
        return Path(self.file).stem


@dataclass(frozen=True, slots=True)
class CataloguePlan:
    """One plan of one municipality with its first and last fiscal year and its documents."""

    plan: str
    municipality_code: str
    title: str
    first_fiscal_year: int
    last_fiscal_year: int
    documents: tuple[CatalogueDocument, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every plan in the order of the file."""

    plans: tuple[CataloguePlan, ...]

    @property
    def documents(self) -> tuple[CatalogueDocument, ...]:
        """Every document of every plan."""
        return tuple(document for plan in self.plans for document in plan.documents)


def _year(value: object) -> str:
    return "" if type(value) is int and 1868 <= value <= 2200 else "must be a Western year such as 2024"


def _plans(value: object) -> str:
    return "" if isinstance(value, list) and value else "must be a list with at least one entry"


_TEXT = matching(r"\S(.*\S)?", "text without blanks around it")
_FILE = matching(r"(?!.*\.\.)[^\x00-\x1f\\:]+\.pdf", "the path of a .pdf file below the folder of the catalogue")
_URL = matching(r"https?://\S+", "an address that begins with https://, or null")

_DOCUMENT: dict[str, Check] = {
    "file": _FILE,
    "kind": matching("plan|progress_report", "plan or progress_report"),
    "title": _TEXT,
    "edition": _year,
    "published": either(matching(r"\d{4}(-\d{2}(-\d{2})?)?", 'a quoted date such as "2022-03", or null')),
    "source_url": either(_URL),
    "licence": either(_TEXT),
    "origin": matching("reconstruction|original", "reconstruction or original"),
    "sha256": matching("[0-9a-f]{64}", "64 hexadecimal digits in small letters"),
}
_DOCUMENT_OPTIONAL: dict[str, Check] = {"as_of_fiscal_year": _year, "supersedes": _FILE}
_PLAN: dict[str, Check] = {
    "plan": matching("[a-z0-9_]+", "an id of a-z, 0-9 and _"),
    "municipality_code": matching(r"\d{6}", "a quoted code of six digits"),
    "title": _TEXT,
    "first_fiscal_year": _year,
    "last_fiscal_year": _year,
    "documents": _plans,
}


def load_catalogue(path: Path, municipality_codes: frozenset[str]) -> Catalogue:
    """Read the catalogue; ``municipality_codes`` are the codes that exist.

    Raises ``CatalogueError`` on anything that is unknown, missing, twice there or of the wrong type.
    """
    root = _record(path, "the catalogue", _parse(path), {"plans": _plans}, {})
    catalogue = Catalogue(tuple(_plan(path, entry) for entry in cast(list[object], root["plans"])))
    _no_duplicates(path, "plan", [plan.plan for plan in catalogue.plans])
    _no_duplicates(path, "document", [document.document for document in catalogue.documents])
    for plan in catalogue.plans:
        _check_plan(path, plan, municipality_codes)
    _check_supersedes(path, catalogue)
    return catalogue


def _parse(path: Path) -> object:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=StrictLoader)
    except FileNotFoundError:
        raise CatalogueError(path, str(path.parent), "no such file (カタログがありません)") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CatalogueError(path, "the catalogue", "no YAML: " + " ".join(str(error).split())) from error


def _record(
    path: Path, name: str, value: object, required: Mapping[str, Check], optional: Mapping[str, Check]
) -> dict[str, object]:
    """The mapping ``value`` once every key is known, none is missing and each value passes its check."""
    problems = problems_of(value, required, optional)
    if problems:
        raise CatalogueError(path, name, "; ".join(problems))
    return cast(dict[str, object], value)


def _name(value: object, key: str, otherwise: str) -> str:
    return str(value[key]) if isinstance(value, dict) and key in value else otherwise


def _plan(path: Path, value: object) -> CataloguePlan:
    record = _record(path, f"plan {_name(value, 'plan', '?')}", value, _PLAN, {})
    documents = tuple(_document(path, entry) for entry in cast(list[object], record["documents"]))
    return CataloguePlan(**{**record, "documents": documents})  # type: ignore[arg-type]  # checked key by key above


def _document(path: Path, value: object) -> CatalogueDocument:
    record = _record(path, _name(value, "file", "a document without file"), value, _DOCUMENT, _DOCUMENT_OPTIONAL)
    return CatalogueDocument(**record)  # type: ignore[arg-type]  # checked key by key above


def _no_duplicates(path: Path, what: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise CatalogueError(path, name, f"this {what} stands twice (重複しています)")


def _check_plan(path: Path, plan: CataloguePlan, municipality_codes: frozenset[str]) -> None:
    if plan.municipality_code not in municipality_codes:
        problem = f"municipality_code {plan.municipality_code} is not in the reference list (団体コードがありません)"
        raise CatalogueError(path, f"plan {plan.plan}", problem)
    if plan.last_fiscal_year < plan.first_fiscal_year:
        raise CatalogueError(path, f"plan {plan.plan}", "last_fiscal_year lies before first_fiscal_year")


def _check_supersedes(path: Path, catalogue: Catalogue) -> None:
    files = {document.file for document in catalogue.documents}
    for document in catalogue.documents:
        if document.supersedes is not None and document.supersedes not in files - {document.file}:
            raise CatalogueError(path, document.file, f"supersedes {document.supersedes}, which has no entry")

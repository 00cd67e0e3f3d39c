"""The catalogue: what is accepted, what is refused and in which words, and how it is compared with the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from extract.catalogue import CatalogueError, load_catalogue
from extract.collection import MESSAGES, Disagreement, file_sha256, list_collection, municipality_codes

RAW_DOCS = Path(__file__).resolve().parents[1] / "raw_docs"
CODES = frozenset({"072079"})
Change = Callable[[dict[str, object], dict[str, object]], object]


def entry(file: str = "report.pdf", **changes: object) -> dict[str, object]:
    """A document's entry that is right, with changes."""
    known: dict[str, object] = {"file": file, "kind": "plan", "title": "計画", "edition": 2022, "published": "2022-03"}
    facts = {"source_url": None, "licence": None, "origin": "original", "sha256": "0" * 64}
    return {**known, **facts, **changes}


def plan(*documents: dict[str, object], **changes: object) -> dict[str, object]:
    """A plan that is right, with changes."""
    facts = {"plan": "ict", "municipality_code": "072079", "title": "計画"}
    years = {"first_fiscal_year": 2022, "last_fiscal_year": 2024}
    return {**facts, **years, "documents": list(documents or [entry()]), **changes}


def written(folder: Path, *plans: object) -> Path:
    """A catalogue file of these plans."""
    path = folder / "catalogue.yml"
    path.write_text(yaml.safe_dump({"plans": list(plans)}, allow_unicode=True), encoding="utf-8")
    return path


def without(record: dict[str, object], key: str) -> dict[str, object]:
    return {name: value for name, value in record.items() if name != key}


def test_reads_the_catalogue_of_the_project() -> None:
    catalogue = load_catalogue(
        RAW_DOCS / "catalogue.yml", municipality_codes(RAW_DOCS / "reference" / "municipalities.csv")
    )
    assert [len(plan.documents) for plan in catalogue.plans] == [2, 1, 1, 1]
    assert {document.origin for document in catalogue.documents} == {"reconstruction"}
    assert {document.source_url for document in catalogue.documents} == {None}


def test_the_folder_of_the_project_agrees_with_its_catalogue() -> None:
    catalogue = load_catalogue(
        RAW_DOCS / "catalogue.yml", municipality_codes(RAW_DOCS / "reference" / "municipalities.csv")
    )
    listed = list_collection(RAW_DOCS, catalogue)
    assert [one.disagreement for one in listed] == [None] * 5


def test_the_reference_list_is_whole() -> None:
    codes = municipality_codes(RAW_DOCS / "reference" / "municipalities.csv")
    assert len(codes) == 1963
    assert all(len(code) == 6 and code.isdigit() for code in codes)


@pytest.mark.parametrize(
    ("plans", "names", "problem"),
    [
        ([plan(entry(colour="red"))], "report.pdf", "unknown key colour"),
        ([plan(without(entry(), "licence"))], "report.pdf", "missing key licence"),
        ([plan(without(entry(), "file"))], "a document without file", "missing key file"),
        ([plan(entry(kind="leaflet"))], "report.pdf", "kind must be plan or progress_report"),
        ([plan(entry(edition="2022"))], "report.pdf", "edition must be a Western year"),
        ([plan(entry(edition=True))], "report.pdf", "edition must be a Western year"),
        ([plan(entry(edition=4))], "report.pdf", "edition must be a Western year"),
        ([plan(entry(published="令和4年3月"))], "report.pdf", "published must be a quoted date"),
        ([plan(entry(title="  "))], "report.pdf", "title must be text"),
        ([plan(entry(title=None))], "report.pdf", "title must be text"),
        ([plan(entry(source_url="city.example"))], "report.pdf", "source_url must be an address"),
        ([plan(entry(origin="copy"))], "report.pdf", "origin must be reconstruction or original"),
        ([plan(entry(sha256="abc"))], "report.pdf", "sha256 must be 64 hexadecimal digits"),
        ([plan(entry("../report.pdf"))], "../report.pdf", "file must be the path of a .pdf file"),
        ([plan(entry("report.docx"))], "report.docx", "file must be the path of a .pdf file"),
        ([plan(entry(supersedes="older.pdf"))], "report.pdf", "supersedes older.pdf, which has no entry"),
        ([plan(entry(supersedes="report.pdf"))], "report.pdf", "supersedes report.pdf, which has no entry"),
        ([plan(entry(), entry())], "report", "this document stands twice"),
        ([plan(entry(), entry("b/report.pdf"))], "report", "this document stands twice"),
        ([plan(), plan(entry("other.pdf"))], "ict", "this plan stands twice"),
        ([plan(municipality_code=72079)], "plan ict", "municipality_code must be a quoted code of six digits"),
        ([plan(municipality_code="999999")], "plan ict", "municipality_code 999999 is not in the reference list"),
        ([plan(first_fiscal_year=2025)], "plan ict", "last_fiscal_year lies before first_fiscal_year"),
        ([plan(plan="第5次")], "plan 第5次", "plan must be an id"),
        ([plan(documents=[])], "plan ict", "documents must be a list with at least one entry"),
        ([plan(documents=["report.pdf"])], "a document without file", "must be a mapping"),
        (["ict"], "plan ?", "must be a mapping"),
        ([], "the catalogue", "plans must be a list with at least one entry"),
    ],
)
def test_refuses_and_names_file_entry_and_problem(
    plans: list[object], names: str, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(written(tmp_path, *plans), CODES)
    assert str(caught.value).startswith(f"catalogue.yml: {names}: ")
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("plans: [", "no YAML"),
        ("plans: []\nplans: []\n", "a key stands twice"),
        ("plans:\n  - plan: a\n    plan: b\n", "a key stands twice"),
        ("", "must be a mapping"),
        ("- a\n", "must be a mapping"),
        ("plans: []\nversion: 2\n", "unknown key version"),
    ],
)
def test_refuses_what_is_no_catalogue(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match=problem) as caught:
        load_catalogue(path, CODES)
    assert "\n" not in str(caught.value)


def test_says_that_there_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="no such file"):
        load_catalogue(tmp_path / "catalogue.yml", CODES)


def test_an_edition_can_supersede_another(tmp_path: Path) -> None:
    path = written(tmp_path, plan(entry("new.pdf", supersedes="old.pdf"), entry("old.pdf")))
    assert load_catalogue(path, CODES).documents[0].supersedes == "old.pdf"


def test_finds_every_way_in_which_folder_and_catalogue_disagree(tmp_path: Path) -> None:
    for name, content in {"same.pdf": b"1", "changed.pdf": b"2", "b/stray.PDF": b"3", "note.txt": b"4"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    same = entry("same.pdf", sha256=file_sha256(tmp_path / "same.pdf"))
    catalogue = load_catalogue(written(tmp_path, plan(same, entry("changed.pdf"), entry("gone.pdf"))), CODES)
    listed = list_collection(tmp_path, catalogue)
    assert {one.file: one.disagreement for one in listed} == {
        "b/stray.PDF": Disagreement.NOT_IN_CATALOGUE,
        "changed.pdf": Disagreement.HASH_DIFFERS,
        "gone.pdf": Disagreement.MISSING_FILE,
        "same.pdf": None,
    }
    assert [one.key for one in listed] == ["b_stray.PDF", "changed", "gone", "same"]
    assert [one.document for one in listed] == ["stray", "changed", "gone", "same"]


def test_a_name_is_the_same_however_the_file_system_composes_it(tmp_path: Path) -> None:
    (tmp_path / "\u304b\u3099.pdf").write_bytes(b"1")  # か and the mark for voiced sounds, as macOS hands it out
    one = entry("\u304c.pdf", sha256=file_sha256(tmp_path / "\u304b\u3099.pdf"))
    catalogue = load_catalogue(written(tmp_path, plan(one)), CODES)
    assert [listed.disagreement for listed in list_collection(tmp_path, catalogue)] == [None]


def test_every_disagreement_has_words_in_both_languages() -> None:
    assert set(MESSAGES) == set(Disagreement)
    assert all(message.isascii() is False and message[:3].isascii() for message in MESSAGES.values())

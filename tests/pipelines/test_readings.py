"""The cache by content: what is read again and what is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.catalogue import Catalogue, CatalogueDocument, CataloguePlan
from extract.collection import Listed, file_sha256, list_collection
from pipelines.outcomes import Attempt, Outcome
from pipelines.readings import READING_FILE, attempt_all
from pipelines.workspace import Workspace
from tests.pipelines.hostile import UNREADABLE, text_pdf

Made = list[tuple[str, Outcome, bool]]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two empty folders."""
    workspace = Workspace(raw_docs=tmp_path / "raw_docs", data=tmp_path / "data")
    workspace.raw_docs.mkdir()
    workspace.scratch.mkdir(parents=True)
    return workspace


def put(workspace: Workspace, name: str, content: bytes) -> CatalogueDocument:
    """Put a file into the folder; its entry is returned."""
    path = workspace.raw_docs / name
    path.write_bytes(content)
    return CatalogueDocument(name, "plan", "計画", 2022, None, None, None, "original", file_sha256(path))


def listed(workspace: Workspace, *entries: CatalogueDocument) -> list[Listed]:
    plan = CataloguePlan("p", "072079", "計画", 2022, 2024, entries)
    return list_collection(workspace.raw_docs, Catalogue((plan,)))


def attempt(workspace: Workspace, *entries: CatalogueDocument, fingerprint: str = "1") -> Made:
    """Attempt everything; name, outcome and whether the attempt was made anew."""
    made: Made = []

    def note(done: Attempt, made_anew: bool) -> None:
        made.append((done.file, done.outcome, made_anew))

    attempt_all(workspace, listed(workspace, *entries), fingerprint, note)
    return sorted(made)


def folder(workspace: Workspace, name: str = "a") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (workspace.documents / name).iterdir()}


def test_a_document_is_read_once(workspace: Workspace) -> None:
    entry = put(workspace, "a.pdf", text_pdf())
    assert attempt(workspace, entry) == [("a.pdf", Outcome.READ, True)]
    first = folder(workspace)
    assert attempt(workspace, entry) == [("a.pdf", Outcome.READ, False)]
    assert folder(workspace) == first
    assert list(workspace.scratch.iterdir()) == []


def test_reading_again_writes_the_same_bytes(workspace: Workspace) -> None:
    entry = put(workspace, "a.pdf", text_pdf())
    attempt(workspace, entry)
    first = folder(workspace)
    (workspace.documents / "a" / READING_FILE).unlink()
    assert attempt(workspace, entry) == [("a.pdf", Outcome.READ, True)]
    assert folder(workspace) == first


def _change_code(workspace: Workspace) -> None:
    record = workspace.documents / "a" / READING_FILE
    record.write_text(record.read_text(encoding="utf-8").replace('"fingerprint": "1"', '"fingerprint": "0"'), "utf-8")


def _damage_record(workspace: Workspace) -> None:
    (workspace.documents / "a" / READING_FILE).write_bytes(b'{"document": "a", "outc')


def _damage_parquet(workspace: Workspace) -> None:
    (workspace.documents / "a" / "observations.parquet").write_bytes(b"PAR1")


def _lose_parquet(workspace: Workspace) -> None:
    (workspace.documents / "a" / "review.parquet").unlink()


@pytest.mark.parametrize("happen", [_change_code, _damage_record, _damage_parquet, _lose_parquet])
def test_a_document_is_read_again_when_its_record_is_not_to_be_trusted(
    happen: Callable[[Workspace], None], workspace: Workspace
) -> None:
    entry = put(workspace, "a.pdf", text_pdf())
    attempt(workspace, entry)
    whole = folder(workspace)
    happen(workspace)
    assert attempt(workspace, entry) == [("a.pdf", Outcome.READ, True)]
    assert folder(workspace) == whole


def test_new_bytes_are_read(workspace: Workspace) -> None:
    attempt(workspace, put(workspace, "a.pdf", text_pdf()))
    entry = put(workspace, "a.pdf", text_pdf("other"))
    assert attempt(workspace, entry) == [("a.pdf", Outcome.READ, True)]


def test_every_attempt_has_its_outcome(workspace: Workspace) -> None:
    good, changed, gone = (put(workspace, f"{name}.pdf", text_pdf(name)) for name in ("good", "changed", "gone"))
    put(workspace, "changed.pdf", text_pdf("new"))
    put(workspace, "stray.pdf", text_pdf("stray"))
    put(workspace, "broken.pdf", b"%PDF-1.4")
    (workspace.raw_docs / "gone.pdf").unlink()
    expected = [
        ("broken.pdf", Outcome.DAMAGED),
        ("changed.pdf", Outcome.HASH_DIFFERS),
        ("gone.pdf", Outcome.MISSING_FILE),
        ("good.pdf", Outcome.READ),
        ("stray.pdf", Outcome.NOT_IN_CATALOGUE),
    ]
    assert attempt(workspace, good, changed, gone) == [(file, outcome, True) for file, outcome in expected]
    assert attempt(workspace, good, changed, gone) == [(file, outcome, False) for file, outcome in expected]


@pytest.mark.parametrize("name", UNREADABLE)
def test_why_a_file_cannot_be_read_counts_more_than_what_the_catalogue_says(name: str, workspace: Workspace) -> None:
    outcome, make = UNREADABLE[name]
    listed_one = put(workspace, "listed.pdf", make())
    put(workspace, "stray.pdf", make())
    assert [made[1] for made in attempt(workspace, listed_one)] == [outcome, outcome]


def test_an_entry_that_is_added_later_lets_the_document_be_read(workspace: Workspace) -> None:
    entry = put(workspace, "a.pdf", text_pdf())
    assert attempt(workspace) == [("a.pdf", Outcome.NOT_IN_CATALOGUE, True)]
    assert attempt(workspace, entry) == [("a.pdf", Outcome.READ, True)]


def test_an_entry_that_is_put_right_lets_the_document_be_read(workspace: Workspace) -> None:
    old = put(workspace, "a.pdf", text_pdf("old"))
    new = put(workspace, "a.pdf", text_pdf("new"))
    assert attempt(workspace, old) == [("a.pdf", Outcome.HASH_DIFFERS, True)]
    assert attempt(workspace, new) == [("a.pdf", Outcome.READ, True)]
    assert attempt(workspace, old) == [("a.pdf", Outcome.HASH_DIFFERS, True)]


@pytest.mark.parametrize(
    "name", ["two\nlines.pdf", "計画.pdf".encode("shift_jis"), "dots....pdf", "-o.pdf", ".pdf.pdf"]
)
def test_a_file_can_be_named_anything(name: str | bytes, workspace: Workspace) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(workspace.raw_docs), os.fsencode(name)))).write_bytes(text_pdf())
    (made,) = attempt(workspace)
    assert made[1:] == (Outcome.NOT_IN_CATALOGUE, True)
    (one,) = listed(workspace)
    assert (workspace.documents / one.key / READING_FILE).is_file()
    assert one.key.isprintable()
    one.key.encode()


def test_a_record_holds_neither_clock_nor_path(workspace: Workspace) -> None:
    attempt(workspace, put(workspace, "a.pdf", text_pdf()))
    record = (workspace.documents / "a" / READING_FILE).read_text(encoding="utf-8")
    assert str(workspace.data.parent) not in record

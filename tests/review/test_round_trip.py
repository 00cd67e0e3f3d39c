"""``shihyo review`` from the list to the published warehouse and through new files: for real, on a small report."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tests.pipelines.collections import Collection
from tests.review.builders import draw_report

TARGETS = ["1.9％増", "50～60", "40～45", "60.0"]
"""Three figures that are read with doubt, and one that is not."""
NAME, DECIDED = "report.pdf", "report.corrections.yml"
DECISIONS = {
    "1.9％増": ("accept",),
    "50～60": ("correct", "--value", "50", "--comparator", "以上"),
    "40～45": ("ignore",),
    "": ("ignore",),
}
SIGNED = ("--who", "山田", "--why", "紙面で確認", "--on", "2025-04-01")
FACTS = "SELECT value, comparator, is_trusted, rules LIKE '%corrected-by-review' FROM fact_indicator_value WHERE value_kind = 'target' ORDER BY top"


def publish(collection: Collection, targets: list[str] = TARGETS, left: float = 50) -> subprocess.CompletedProcess[str]:
    """Draw the report anew, describe it in the catalogue, run."""
    draw_report(collection.raw_docs / NAME, targets, left)
    collection.catalogue(NAME)
    return collection.shihyo("run")


def copied(collection: Collection, folder: Path) -> Collection:
    """The same collection elsewhere, to be changed."""
    shutil.copytree(collection.raw_docs, folder / "raw_docs")
    shutil.copytree(collection.data, folder / "data")
    return Collection(folder / "raw_docs", folder / "data")


def items(collection: Collection, *options: str) -> dict[str, dict[str, str]]:
    """The listed items by their raw text, from the CSV."""
    listed = collection.shihyo("review", "--format", "csv", *options)
    assert listed.returncode == 0, listed.stderr
    return {row["raw_text"]: row for row in csv.DictReader(io.StringIO(listed.stdout))}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """A report that was published; like those below it is looked at and left as it is."""
    folder = tmp_path_factory.mktemp("published")
    collection = Collection(folder / "raw_docs", folder / "data")
    collection.raw_docs.mkdir()
    ended = publish(collection)
    assert ended.returncode == 0, ended.stderr
    return collection


@pytest.fixture(scope="module")
def decided(published: Collection, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The same once every item was decided, and before the next run."""
    collection = copied(published, tmp_path_factory.mktemp("decided"))
    for raw_text, item in items(collection).items():
        ended = collection.shihyo("review", item["item"], *DECISIONS[raw_text], *SIGNED)
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout.strip() == str(collection.raw_docs / DECIDED)
    return collection


@pytest.fixture(scope="module")
def applied(decided: Collection, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The same after the next run."""
    collection = copied(decided, tmp_path_factory.mktemp("applied"))
    ended = collection.shihyo("run")
    assert ended.returncode == 0, ended.stderr
    assert "1 unchanged since the last run" in ended.stdout
    return collection


def test_every_open_item_is_listed_with_what_was_read_why_and_its_picture(published: Collection) -> None:
    listed = items(published)
    assert list(listed) == ["1.9％増", "50～60", "40～45", ""]
    figure = listed["1.9％増"]
    shown = ("document", "page", "reason", "state", "indicator", "value_kind", "value", "unit", "year", "confidence")
    assert [figure[name] for name in shown] == [
        "report", "1", "low_confidence", "open", "指標1の利用率", "target", "1.9", "%", "FY2024", "0.8",
    ]  # fmt: skip
    assert "change" in figure["why_open"]
    assert (listed[""]["reason"], listed[""]["page"]) == ("page_without_text", "2")
    sizes = {raw_text: Image.open(item["picture"]).size for raw_text, item in listed.items()}
    assert sizes["1.9％増"][0] > sizes["1.9％増"][1]
    assert sizes[""][0] < sizes[""][1]


def test_the_list_is_for_people_too(published: Collection, tmp_path: Path) -> None:
    table = published.shihyo("review", "--document", "report", "--crops", tmp_path)
    assert "「指標1の利用率」 target" in table.stdout
    assert "4 open" in table.stderr
    assert f"pictures: {tmp_path}" in table.stderr
    assert len(list(tmp_path.glob("report_p1_r_*.png"))) == 3


def test_an_item_can_be_shown_alone(published: Collection) -> None:
    item = items(published)["50～60"]["item"]
    (shown,) = json.loads(published.shihyo("review", item, "--format", "json").stdout)
    assert (shown["item"], shown["raw_text"]) == (item, "50～60")


def test_decisions_lie_beside_the_document_for_people_to_read(decided: Collection) -> None:
    text = (decided.raw_docs / DECIDED).read_text(encoding="utf-8")
    assert text.startswith("# What people decided")
    records = yaml.safe_load(text)
    assert [(one["decision"], one["raw_text"]) for one in records] == [(DECISIONS[raw][0], raw) for raw in DECISIONS]
    assert records[1]["should_be"] == {
        "indicator": "指標2の利用率", "kind": "target", "status": "numeric", "value": 50, "unit": "%", "comparator": "以上",
        "year": "FY2024",
    }  # fmt: skip


def test_what_was_decided_leaves_the_list_at_once(decided: Collection) -> None:
    assert items(decided) == {}
    assert [item["state"] for item in items(decided, "--all").values()] == [
        "accepted",
        "corrected",
        "ignored",
        "ignored",
    ]


def test_nobody_decides_twice(decided: Collection) -> None:
    item = items(decided, "--all")["1.9％増"]["item"]
    ended = decided.shihyo("review", item, "ignore", *SIGNED)
    assert ended.returncode == 2
    assert "was accepted by 山田 on 2025-04-01" in ended.stderr


def test_the_next_run_applies_them(applied: Collection) -> None:
    assert applied.rows(FACTS) == [
        (1.9, None, True, False), (50.0, "以上", True, True), (None, None, False, False), (60.0, None, True, False),
    ]  # fmt: skip
    assert applied.rows("SELECT state FROM quality.review_item ORDER BY page, top") == [
        ("accepted",), ("corrected",), ("ignored",), ("ignored",),
    ]  # fmt: skip
    assert {item["decided_by"] for item in items(applied, "--all").values()} == {"山田"}


def test_what_extract_writes_is_the_reading_alone(applied: Collection) -> None:
    extracted = applied.shihyo("extract", applied.raw_docs / NAME)
    (row,) = [row for row in csv.DictReader(io.StringIO(extracted.stdout)) if row["raw_text"] == "50～60"]
    assert (row["value"], row["status"]) == ("", "text")


def test_decisions_survive_a_new_file_in_which_everything_has_moved_by_a_point(
    applied: Collection, tmp_path: Path
) -> None:
    collection = copied(applied, tmp_path)
    ended = publish(collection, left=51)
    assert ended.returncode == 0, ended.stderr
    assert "0 unchanged since the last run" in ended.stdout
    assert collection.rows(FACTS) == applied.rows(FACTS)


def test_a_figure_that_changed_under_its_decision_stops_the_run(applied: Collection, tmp_path: Path) -> None:
    collection = copied(applied, tmp_path)
    ended = publish(collection, ["2.9％増", *TARGETS[1:]])
    assert (ended.returncode, ended.stdout) == (1, "")
    (line,) = [line for line in ended.stderr.splitlines() if line.startswith("failed: ")]
    assert line.startswith(
        "failed: report: page 1: the decision (accept by 山田 on 2025-04-01) saw 「指標1の利用率」 target"
    )
    assert "「1.9％増」 (1.9 % FY2024); the source now says 「指標1の利用率」 target" in line
    assert "「2.9％増」 (2.9 % FY2024)" in line
    assert "nothing was published" in ended.stderr
    assert collection.warehouse.read_bytes() == applied.warehouse.read_bytes()


def test_a_document_that_cannot_be_read_keeps_its_decisions_for_later(applied: Collection, tmp_path: Path) -> None:
    collection = copied(applied, tmp_path)
    draw_report(collection.raw_docs / "other.pdf", ["60.0"])
    (collection.raw_docs / NAME).write_bytes(b"no PDF")
    collection.catalogue(NAME, "other.pdf")
    ended = collection.shihyo("run")
    assert ended.returncode == 0, ended.stderr
    assert (collection.raw_docs / DECIDED).is_file()


@pytest.mark.parametrize("command", ["run", "review"])
def test_a_file_of_decisions_that_cannot_be_read_stops_before_any_work(
    decided: Collection, tmp_path: Path, command: str
) -> None:
    collection = copied(decided, tmp_path)
    path = collection.raw_docs / DECIDED
    path.write_text(path.read_text(encoding="utf-8").replace("decision: accept", "decision: maybe"), encoding="utf-8")
    ended = collection.shihyo(command)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert (
        ended.stderr.strip()
        == "error: report.corrections.yml: decision 1: decision must be accept or correct or ignore"
    )


def test_decisions_in_another_encoding_or_on_no_document_are_named(decided: Collection, tmp_path: Path) -> None:
    collection = copied(decided, tmp_path)
    path = collection.raw_docs / DECIDED
    path.write_bytes("- 判断: あ".encode("shift_jis"))
    assert collection.shihyo("run").stderr.startswith("error: report.corrections.yml: the file: is not in UTF-8")
    path.rename(collection.raw_docs / "raport.corrections.yml")
    ended = collection.shihyo("run")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("error: raport.corrections.yml: the file: belongs to no document of the catalogue")


REFUSED: dict[str, tuple[list[str], str]] = {
    "no such item": (["r_0", "ignore", *SIGNED], "r_0: there is no such item"),
    "no such document": (["--document", "raport"], "--document raport: there is no such document; known: report"),
    "nobody": (["r_0", "ignore", "--why", "見た"], "--who"),
    "no reason": (["r_0", "ignore", "--who", "山田", "--why", " "], "--why"),
    "no decision": (["r_0", "--value", "3"], "accept, correct or ignore"),
}


@pytest.mark.parametrize(("words", "problem"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_is_said(published: Collection, words: list[str], problem: str) -> None:
    ended = published.shihyo("review", *words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert problem in ended.stderr


def test_before_the_first_run_there_is_no_list(tmp_path: Path) -> None:
    ended = Collection(tmp_path, tmp_path / "data").shihyo("review")
    assert ended.returncode == 2
    assert "shihyo run" in ended.stderr


def test_a_file_that_is_not_the_one_that_was_read_has_no_pictures(published: Collection, tmp_path: Path) -> None:
    collection = copied(published, tmp_path)
    draw_report(collection.raw_docs / NAME, ["70.0"])
    listed = collection.shihyo("review", "--format", "csv", "--crops", tmp_path / "crops")
    assert {row["picture"] for row in csv.DictReader(io.StringIO(listed.stdout))} == {""}
    assert "report: no picture, the file is no longer the one that was read" in listed.stderr


def test_decisions_made_at_the_same_time_are_all_kept(published: Collection, tmp_path: Path) -> None:
    collection = copied(published, tmp_path)
    calls = [["review", item["item"], "ignore", *SIGNED] for item in items(collection).values()]
    for process in [collection.start(*call) for call in calls]:
        assert process.wait() == 0
    assert len(yaml.safe_load((collection.raw_docs / DECIDED).read_text(encoding="utf-8"))) == len(calls)

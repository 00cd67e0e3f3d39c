"""Every record of the collection's documents against figures transcribed from their pages."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from tests.records.conftest import RAW_DOCS
from transforms.documents import DocumentFrames, read_document

PROJECT = Path(__file__).resolve().parents[2]
GOLD = PROJECT / "tests" / "gold"
ENA, IWAKI, DX = "ena_2nd_ict_plan_status_r4-r6", "iwaki_ict_plan_r3-r7", "sukagawa_dx_plan_r7-r10"
PLAN = "sukagawa_5th_ict_plan"
KINDS = ("measures", "projects", "phases", "statuses", "surveys")
Collection = Callable[[str], DocumentFrames]
Row = dict[str, str]


def folded(value: object) -> str:
    """A value as it is compared: width of characters and blanks aside, 3000.0 as 3000, nothing as a blank."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}" if value % 1 else str(int(value))
    return "".join(unicodedata.normalize("NFKC", str(value).replace("\\n", "")).split())


def gold(name: str) -> list[Row]:
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def told(rows: Iterable[Mapping[str, object]], columns: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(folded(row[column]) for column in columns) for row in rows)


@pytest.mark.parametrize(
    ("document", "kind", "not_compared"),
    [
        (ENA, "statuses", set()),
        (IWAKI, "projects", {"description"}),
        (IWAKI, "phases", set()),
        (IWAKI, "surveys", set()),
        (DX, "measures", set()),
    ],
)
def test_records_are_those_printed_no_more_no_less(
    collection: Collection, document: str, kind: str, not_compared: set[str]
) -> None:
    rows = gold(f"{document}_{kind}")
    columns = [column for column in rows[0] if column not in not_compared]
    assert told(collection(document).frames[kind].to_dicts(), columns) == told(rows, columns)


MEASURES = {
    "measure_no": "measure_no", "field": "field", "measure": "measure", "category": "new_or_continuing",
    "department": "department", "for_citizens": "for_citizens", "for_office": "for_office",
    "listed_page": "listed_page",
    "page": "pdf_page", "has_indicator": "has_indicator",
}  # fmt: skip


def test_measures_of_list_and_cards_are_those_printed(collection: Collection) -> None:
    """Yes and no are 1 and 0 in the transcription."""
    rows = [{ours: row[theirs] for ours, theirs in MEASURES.items()} for row in gold(f"{PLAN}_measures")]
    read = [
        {name: int(v) if isinstance(v, bool) else v for name, v in row.items()}
        for row in collection(PLAN).frames["measures"].to_dicts()
    ]
    assert told(read, list(MEASURES)) == told(rows, list(MEASURES))


def test_list_and_cards_disagree_where_the_plan_does(collection: Collection) -> None:
    review = collection(PLAN).frames["review"].filter(reason="measures_disagree")
    (text,) = review["text"]
    assert text.startswith("No. 5-1, 5-2, 5-3, 5-4 field: list 都市基盤における")
    assert all(row["overview"] and row["effect"] for row in collection(PLAN).frames["measures"].to_dicts())


# 事務事業評価シート, 取組シート and lists of numbered projects, with what they hold besides indicators.
PROJECT_SHEETS = {
    "ag08_gyozaisei_forms": {"projects"},
    "aj06_tajimi_jimujigyo-forms": {"projects"},
    "ar04_hikone_hougan-forms-three-rows-one-box": {"projects", "phases"},
    "aw02_kasugai_project-evaluation-sheets": {"projects"},
    "ax02_tsuyama_gyokaku-sheets": {"projects", "phases"},
    "h10_mikazuki_jimujigyo-form": {"projects"},
    "m07_oginohara_gyokaku-forms": {"projects", "phases"},
    "n01_rengeji_jimujigyo-sheet": {"projects"},
    "n02_misahara_jisshi-keikaku-shinchoku": {"projects"},
    "n10_torinoumi_gyokaku-kokagaku": {"projects"},
    "s09_koyodai_gyokaku-jisshi": {"projects"},
    "t09_ayaseno_jimujigyo-sheet": {"projects"},
}
CORPUS = sorted(path for path in (PROJECT / "tests" / "corpus").rglob("*.pdf") if path.with_suffix(".csv").exists())
COMPARED = [
    "page",
    "value_kind",
    "fiscal_year",
    "calendar_year",
    "value",
    "unit",
    "per",
    "status",
    "numerator",
    "denominator",
]


@pytest.mark.parametrize("document", [ENA, DX])
def test_figures_are_those_printed_no_more_no_less(collection: Collection, document: str) -> None:
    rows = gold(f"{document}_indicators")
    columns = [column for column in COMPARED if column in rows[0]]
    assert told(collection(document).frames["observations"].to_dicts(), columns) == told(rows, columns)


def test_descriptions_are_whole(collection: Collection) -> None:
    printed = {folded(row["project_no"]): folded(row["description"]) for row in gold(f"{IWAKI}_projects")}
    read = {
        folded(row["project_no"]): folded(row["description"]) for row in collection(IWAKI).frames["projects"].to_dicts()
    }
    assert {number: read[number] for number, text in printed.items() if text} == {n: t for n, t in printed.items() if t}
    assert all(read.values())


def test_places_of_a_project_agree(collection: Collection) -> None:
    assert collection(IWAKI).frames["review"].height == 0


def test_figures_in_prose_wait_for_a_person_with_their_sentence(collection: Collection) -> None:
    observations = collection(DX).frames["observations"]
    assert set(observations["confidence"]) == {0.6}
    sentence = next(row for row in observations.to_dicts() if row["page"] == 19)
    assert sentence["raw_text"].endswith("2023(令和5)年度末時点で９業務へ導入しました。")
    assert (sentence["measure"], folded(sentence["measure_no"])) == ("ＡＩ・ＲＰＡの利用促進", "3")
    assert {row["indicator"] for row in observations.to_dicts()} == {
        row["indicator"] for row in gold(f"{DX}_indicators")
    }


def test_repeated_initiatives_name_the_place_they_repeat(collection: Collection) -> None:
    statuses = collection(ENA).frames["statuses"].to_dicts()
    assert sum(bool(row["repeats"]) for row in statuses) == 8
    assert sum(row["is_new"] for row in statuses) == 6


@pytest.mark.parametrize(
    ("document", "kinds"),
    [(PLAN, {"measures"}), ("sukagawa_5th_ict_plan_progress_r4", set()), (DX, {"measures"}), (ENA, {"statuses"})],
)
def test_documents_without_such_records_yield_none(collection: Collection, document: str, kinds: set[str]) -> None:
    assert {kind for kind in KINDS if collection(document).frames[kind].height} == kinds


def test_no_other_document_has_measures(collection: Collection) -> None:
    assert collection(IWAKI).frames["measures"].height == 0


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_indicator_tables_are_no_other_records(path: Path) -> None:
    """A card of a measure may hold the table of its indicators; it is no project for that, but a project's sheet is one."""
    frames = read_document(path).frames
    assert {kind for kind in KINDS if frames[kind].height} <= {"measures"} | PROJECT_SHEETS.get(path.stem, set())
    assert not any("figure-in-" in rules for rules in frames["observations"]["rules"])


def test_prose_of_the_collection_is_no_indicator(collection: Collection) -> None:
    prose = {
        path.stem: sum("figure-in-" in rules for rules in collection(path.stem).frames["observations"]["rules"])
        for path in RAW_DOCS.glob("*.pdf")
    }
    assert prose == {path.stem: 3 if path.stem == DX else 0 for path in RAW_DOCS.glob("*.pdf")}

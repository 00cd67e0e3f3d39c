"""What a build is made from: frames and their declared columns, checked at the door.

Belongs here: the declaration of every input frame and the strict check of it. Does not belong here: reading Parquet
or the catalogue (the caller does that), any rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from transforms.decisions_model import DECIDED
from transforms.schema import INT, RECORDS, TEXT, Column, polars_schema
from warehouse.errors import InputError

MUNICIPALITY: tuple[Column, ...] = (
    Column("code", TEXT, "6-digit code of the local government, the sixth being the check digit"),
    Column("prefecture", TEXT, "prefecture"),
    Column("name", TEXT, "name"),
    Column("kana", TEXT, "reading of the name"),
    Column("kind", TEXT, "都道府県, 市, 区, 町 or 村"),
    Column("population_2020", INT, "2020 census, preliminary count; blank where not counted", "人"),
)

PLAN: tuple[Column, ...] = (
    Column("plan_id", TEXT, "id of the plan in the catalogue"),
    Column("municipality_code", TEXT, "whose plan it is"),
    Column("title", TEXT, "title of the plan"),
    Column("first_fiscal_year", INT, "first fiscal year of the plan", "year"),
    Column("last_fiscal_year", INT, "last fiscal year of the plan", "year"),
)

DOCUMENT: tuple[Column, ...] = (
    Column("document_id", TEXT, "file name without .pdf"),
    Column("plan_id", TEXT, "plan to which the document belongs"),
    Column("municipality_code", TEXT, "who published it"),
    Column("kind", TEXT, "plan or progress_report"),
    Column("title", TEXT, "title of the document"),
    Column("edition", INT, "year of publication", "year"),
    Column("published_on", TEXT, "date or month of publication as far as known (2022-03, 2023-05-31)"),
    Column("sha256", TEXT, "SHA-256 of the bytes"),
    Column("pages", INT, "number of pages; blank where the document could not be opened"),
    Column("source_url", TEXT, "address of the document; blank where not known"),
    Column("licence", TEXT, "licence as stated"),
    Column("origin", TEXT, "reconstruction or original"),
    Column("supersedes", TEXT, "document_id of the edition that this one replaces"),
    Column("as_of_fiscal_year", INT, "fiscal year of actuals that print no year", "year"),
)

OUTCOME: tuple[Column, ...] = (
    Column("document", TEXT, "file name without .pdf"),
    Column("outcome", TEXT, "read, nothing_found, or why it could not be read: damaged, encrypted, no_text …"),
    Column("detail", TEXT, "one line for people"),
    Column("sha256", TEXT, "SHA-256 of the bytes of this attempt"),
)

DECLARED: dict[str, tuple[Column, ...]] = {
    "municipalities": MUNICIPALITY,
    "plans": PLAN,
    "documents": DOCUMENT,
    "outcomes": OUTCOME,
    "decisions": DECIDED,
    **RECORDS,
}


def empty_frame(name: str) -> pl.DataFrame:
    """A frame without rows of the declared input ``name``."""
    return pl.DataFrame(schema=polars_schema(DECLARED[name]))


@dataclass(frozen=True, slots=True)
class WarehouseInput:
    """Everything a build is made from; ``records`` has one frame per kind of ``transforms.schema.RECORDS``.

    ``outcomes`` has one row per attempt at a document, failed ones included; ``decisions`` may be empty.
    """

    municipalities: pl.DataFrame
    plans: pl.DataFrame
    documents: pl.DataFrame
    outcomes: pl.DataFrame
    records: Mapping[str, pl.DataFrame]
    decisions: pl.DataFrame = field(default_factory=lambda: empty_frame("decisions"))

    def frames(self) -> dict[str, pl.DataFrame]:
        """All frames by their declared name, with exactly the declared columns in the declared order.

        Raises ``InputError`` where a frame or a column is missing or cannot hold the declared type.
        """
        given = {
            name: getattr(self, name) for name in ("municipalities", "plans", "documents", "outcomes", "decisions")
        }
        absent = [kind for kind in RECORDS if kind not in self.records]
        if absent:
            raise InputError(f"input records: no frame of {', '.join(absent)}")
        given |= {kind: self.records[kind] for kind in RECORDS}
        return {name: conform(name, frame) for name, frame in given.items()}


def conform(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """``frame`` with exactly the columns declared for ``name``; columns beyond them are left out.

    Raises ``InputError`` where a column is missing or cannot hold the declared type.
    """
    declared = DECLARED[name]
    missing = [column.name for column in declared if column.name not in frame.columns]
    if missing:
        raise InputError(f"input {name}: missing column {', '.join(missing)}")
    try:
        return frame.select(pl.col(column.name).cast(column.dtype, strict=True) for column in declared)
    except pl.exceptions.PolarsError as error:
        raise InputError(f"input {name}: {' '.join(str(error).split())}") from error

"""Small collections of documents, and the command line run on them.

Belongs here: making folders, calling ``shihyo``, looking at what it published. Does not belong here: assertions.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import yaml

from extract.collection import file_sha256

PROJECT = Path(__file__).resolve().parents[2]
SHIHYO = Path(sys.executable).parent / "shihyo"
REPORT = "sukagawa_5th_ict_plan_progress_r4.pdf"
"""A real document of five pages that holds indicators."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of documents with its catalogue, and a data folder."""

    raw_docs: Path
    data: Path

    @property
    def warehouse(self) -> Path:
        """The published warehouse."""
        return self.data / "warehouse.duckdb"

    def put(self, name: str, content: bytes) -> None:
        """Put a file into the folder, not into the catalogue."""
        (self.raw_docs / name).write_bytes(content)

    def catalogue(self, *names: str) -> None:
        """Write a catalogue of these files, all of one plan."""
        documents = [_entry(self.raw_docs / name) for name in names]
        years = {"first_fiscal_year": 2022, "last_fiscal_year": 2024}
        plan = {"plan": "ict", "municipality_code": "072079", "title": "計画", **years, "documents": documents}
        text = yaml.safe_dump({"plans": [plan]}, allow_unicode=True)
        (self.raw_docs / "catalogue.yml").write_text(text, encoding="utf-8")

    def shihyo(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Call the command line on these folders."""
        return subprocess.run(
            [SHIHYO, *arguments], env=self.environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the command line and leave it running."""
        return subprocess.Popen(
            [SHIHYO, *arguments], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    @property
    def environment(self) -> dict[str, str]:
        """The environment that names the two folders."""
        return {**os.environ, "SHIHYO_DATA": str(self.data), "SHIHYO_RAW_DOCS": str(self.raw_docs)}

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What the published warehouse answers."""
        with duckdb.connect(self.warehouse, read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def row_hashes(self) -> dict[str, str]:
        """A hash over the rows of every published table, in the order in which they are stored."""
        tables = self.rows("SELECT schema_name || '.' || table_name FROM duckdb_tables() ORDER BY ALL")
        return {str(name): _digest(self.rows(f"SELECT * FROM {name}")) for (name,) in tables}

    def files(self, pattern: str) -> dict[str, str]:
        """The hashes of the produced files that match."""
        found = sorted(self.data.rglob(pattern))
        return {str(path.relative_to(self.data)): file_sha256(path) for path in found}


def small_collection(folder: Path) -> Collection:
    """A collection of one real document."""
    collection = Collection(folder / "raw_docs", folder / "data")
    collection.raw_docs.mkdir()
    shutil.copyfile(PROJECT / "raw_docs" / REPORT, collection.raw_docs / REPORT)
    collection.catalogue(REPORT)
    return collection


def _entry(path: Path) -> dict[str, object]:
    facts = {"kind": "progress_report", "title": path.stem, "edition": 2023, "published": None, "origin": "original"}
    return {"file": path.name, **facts, "source_url": None, "licence": None, "sha256": file_sha256(path)}


def _digest(rows: list[tuple[object, ...]]) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()

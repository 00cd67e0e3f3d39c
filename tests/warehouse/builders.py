"""Small inputs for builds: the two documents transcribed by hand, and records made of a few words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from transforms.schema import OBSERVATION, RECORDS, polars_schema
from warehouse.inputs import DECLARED, WarehouseInput, empty_frame

ROOT = Path(__file__).parent.parent.parent
PLAN_DOCUMENT, REPORT_DOCUMENT = "sukagawa_5th_ict_plan", "sukagawa_5th_ict_plan_progress_r4"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def municipalities() -> pl.DataFrame:
    return pl.read_csv(ROOT / "raw_docs/reference/municipalities.csv", schema_overrides={"code": pl.String})


def gold_observations() -> pl.DataFrame:
    """The observations of the plan and of its report as transcribed by hand, in the columns of the contract."""
    return pl.concat([_gold(document) for document in (PLAN_DOCUMENT, REPORT_DOCUMENT)])


def _gold(document: str) -> pl.DataFrame:
    schema = polars_schema(OBSERVATION)
    printed = pl.read_csv(ROOT / "tests/gold" / f"{document}.csv", infer_schema=False)
    breaks = printed.with_columns(pl.col("raw_text", "department").str.replace_all("\\n", "\n", literal=True))
    given = breaks.with_columns(document=pl.lit(document), confidence=pl.lit("1.0"), rules=pl.lit("by-hand"))
    absent = [pl.lit(None, dtype=pl.String).alias(name) for name in schema if name not in given.columns]
    return given.with_columns(absent).select(pl.col(name).cast(dtype) for name, dtype in schema.items())


def observation(**given: Any) -> dict[str, Any]:
    """One observation: a trusted number of one indicator unless told otherwise."""
    row: dict[str, Any] = {
        "document": "plan", "page": 1, "field": "", "measure_no": "1-1", "measure": "施策", "indicator": "指標",
        "value_kind": "actual", "period_label": "", "fiscal_year": None, "calendar_year": None, "raw_text": "1件",
        "value": 1.0, "unit": "件", "per": "", "status": "numeric", "comparator": "", "numerator": None,
        "denominator": None, "note": "", "direction": "up", "department": "", "rating": "", "confidence": 1.0,
        "x0": 10.0, "top": 20.0, "x1": 30.0, "bottom": 40.0, "rules": "",
    }  # fmt: skip
    assert row.keys() >= given.keys(), given.keys() - row.keys()
    return row | given


def figure(kind: str, value: float | None, year: int | None, **given: Any) -> dict[str, Any]:
    """One observation of a number in a year; ``None`` for one that is not available."""
    status = {} if value is not None else {"status": "not_available", "raw_text": "未整備", "unit": ""}
    shown = {"raw_text": f"{value}件"} if value is not None else {}
    return observation(value_kind=kind, value=value, fiscal_year=year, **{**shown, **status, **given})


def plan(plan_id: str = "p", municipality_code: str = "072079", **given: Any) -> dict[str, Any]:
    row = {
        "plan_id": plan_id, "municipality_code": municipality_code, "title": f"計画{plan_id}",
        "first_fiscal_year": 2022, "last_fiscal_year": 2024,
    }  # fmt: skip
    return row | given


def document(document_id: str = "plan", plan_id: str = "p", **given: Any) -> dict[str, Any]:
    row = {
        "document_id": document_id, "plan_id": plan_id, "municipality_code": "072079", "kind": "plan",
        "title": f"文書{document_id}", "edition": 2022, "published_on": "2022-03", "sha256": sha(document_id), "pages": 99,
        "source_url": None, "licence": None, "origin": "reconstruction", "supersedes": None, "as_of_fiscal_year": None,
    }  # fmt: skip
    return row | given


def report(document_id: str = "report", **given: Any) -> dict[str, Any]:
    return document(document_id, **{"kind": "progress_report", "edition": 2023, **given})


def outcome(document_id: str, **given: Any) -> dict[str, Any]:
    return {"document": document_id, "outcome": "read", "detail": "read", "sha256": sha(document_id)} | given


def frame(name: str, rows: Sequence[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=polars_schema(DECLARED[name]), orient="row")


def inputs(
    observations: Sequence[dict[str, Any]] | pl.DataFrame = (),
    documents: Sequence[dict[str, Any]] = (document(),),
    plans: Sequence[dict[str, Any]] = (plan(),),
    outcomes: Sequence[dict[str, Any]] | None = None,
    decisions: Sequence[dict[str, Any]] = (),
    **records: Sequence[dict[str, Any]],
) -> WarehouseInput:
    """A whole input from a few rows; every document was read unless ``outcomes`` says otherwise."""
    frames = {kind: frame(kind, records[kind]) if kind in records else empty_frame(kind) for kind in RECORDS}
    frames["observations"] = (
        observations if isinstance(observations, pl.DataFrame) else frame("observations", observations)
    )
    told = outcomes if outcomes is not None else [outcome(one["document_id"]) for one in documents]
    return WarehouseInput(
        municipalities=municipalities(),
        plans=frame("plans", plans),
        documents=frame("documents", documents),
        outcomes=frame("outcomes", told),
        records=frames,
        decisions=frame("decisions", decisions),
    )


def gold_inputs() -> WarehouseInput:
    """The two documents of 須賀川市 as transcribed by hand."""
    title = "第5次須賀川市地域情報化計画"
    documents = [
        document(PLAN_DOCUMENT, "sukagawa-5th", title=title, pages=62),
        report(REPORT_DOCUMENT, plan_id="sukagawa-5th", title=f"{title} 実施計画", pages=5, published_on="2023-05"),
    ]
    return inputs(gold_observations(), documents, [plan("sukagawa-5th", title=title)])

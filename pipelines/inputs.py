"""From the catalogue and the recorded readings to what a warehouse is built from.

Belongs here: handing over, column by column. Does not belong here: any rule about the figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from extract.catalogue import Catalogue, CatalogueDocument, CataloguePlan
from pipelines.outcomes import Attempt, Outcome
from pipelines.workspace import Workspace
from transforms.as_of import fill_as_of
from transforms.decisions import apply_decisions
from transforms.decisions_model import Decision
from transforms.schema import RECORDS, polars_schema
from warehouse.inputs import DECLARED, WarehouseInput


def warehouse_input(
    workspace: Workspace, catalogue: Catalogue, attempts: Sequence[Attempt], decisions: Sequence[Decision] = ()
) -> WarehouseInput:
    """Everything a build is made from; the records are those of the documents that were read, in their order.

    The decisions on these documents are applied. Raises ``StaleDecisions`` where one of them no longer fits its document.
    """
    documents = _documents(catalogue, attempts)
    records = {kind: _records(workspace.documents, kind, attempts) for kind in RECORDS}
    observations = fill_as_of(records["observations"], documents)
    reviewed = apply_decisions(observations, records["review"], _on_read(decisions, attempts))
    return WarehouseInput(
        municipalities=pl.read_csv(workspace.reference, schema_overrides={"code": pl.String}),
        plans=_frame("plans", [_plan_row(plan) for plan in catalogue.plans]),
        documents=documents,
        outcomes=_frame("outcomes", [_outcome_row(attempt) for attempt in attempts]),
        records=records | {"observations": reviewed.observations},
        decisions=reviewed.decided,
    )


def _on_read(decisions: Sequence[Decision], attempts: Sequence[Attempt]) -> list[Decision]:
    """The decisions on documents that could be read; the others wait until theirs can be."""
    read = {attempt.document for attempt in attempts if attempt.outcome is Outcome.READ}
    return [decision for decision in decisions if decision.document in read]


def _documents(catalogue: Catalogue, attempts: Sequence[Attempt]) -> pl.DataFrame:
    listed = {attempt.file: attempt for attempt in attempts}
    pairs = ((plan, document) for plan in catalogue.plans for document in plan.documents)
    return _frame("documents", [_document_row(plan, document, listed[document.file]) for plan, document in pairs])


def _frame(name: str, rows: list[dict[str, object]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=polars_schema(DECLARED[name]), orient="row")


def _plan_row(plan: CataloguePlan) -> dict[str, object]:
    return {
        "plan_id": plan.plan,
        "municipality_code": plan.municipality_code,
        "title": plan.title,
        "first_fiscal_year": plan.first_fiscal_year,
        "last_fiscal_year": plan.last_fiscal_year,
    }


def _document_row(plan: CataloguePlan, document: CatalogueDocument, attempt: Attempt) -> dict[str, object]:
    """Hash and pages are those of the file as it lies there, the rest is what the catalogue says."""
    return {
        "document_id": document.document,
        "plan_id": plan.plan,
        "municipality_code": plan.municipality_code,
        "kind": document.kind,
        "title": document.title,
        "edition": document.edition,
        "published_on": document.published,
        "sha256": attempt.sha256 or None,
        "pages": attempt.pages,
        "source_url": document.source_url,
        "licence": document.licence,
        "origin": document.origin,
        "supersedes": None if document.supersedes is None else Path(document.supersedes).stem,
        "as_of_fiscal_year": document.as_of_fiscal_year,
    }


def _outcome_row(attempt: Attempt) -> dict[str, object]:
    return {
        "document": attempt.document,
        "file": attempt.file,
        "outcome": attempt.outcome.value,
        "detail": attempt.detail,
        "sha256": attempt.sha256,
    }


def _records(documents: Path, kind: str, attempts: Sequence[Attempt]) -> pl.DataFrame:
    read = [attempt.document for attempt in attempts if attempt.outcome is Outcome.READ]
    empty = pl.DataFrame(schema=polars_schema(RECORDS[kind]))
    return pl.concat([empty, *(pl.read_parquet(documents / document / f"{kind}.parquet") for document in read)])

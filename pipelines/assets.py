"""The assets: published document → observations → warehouse → marts → published warehouse → exports.

Belongs here: which asset is made from which, and the one call that makes it. Does not belong here: how it is made.
"""

# No `from __future__ import annotations` here: Dagster looks at the annotations of `context` themselves.
import warnings

import dagster as dg

from extract.catalogue import Catalogue, load_catalogue
from extract.collection import Listed, list_collection, municipality_codes
from pipelines.fingerprint import reading_fingerprint
from pipelines.inputs import warehouse_input
from pipelines.outcomes import Attempt, attempt_from_json
from pipelines.readings import READING_FILE, attempt_all
from pipelines.resources import Reporter
from pipelines.review_files import load_decisions
from pipelines.workspace import Workspace
from warehouse.build import build_core, build_marts
from warehouse.export import export_all
from warehouse.publish import publish

# The single run over all documents is marked beta in the pinned release; a test holds what it does for us.
warnings.filterwarnings("ignore", category=dg.BetaWarning, message=".*backfill_policy")

Folders = dg.ResourceParam[Workspace]
Told = dg.ResourceParam[Reporter]

documents = dg.DynamicPartitionsDefinition(name="documents")
published_document = dg.AssetSpec(
    "published_document",
    partitions_def=documents,
    description="One file of raw_docs/ or one entry of its catalogue: the bytes as published.",
)


@dg.asset(
    partitions_def=documents,
    deps=[published_document],
    backfill_policy=dg.BackfillPolicy.single_run(),
)
def observations(context: dg.AssetExecutionContext, workspace: Folders, reporter: Told) -> dg.MaterializeResult[None]:
    """What each document prints, as Parquet: observations, projects, phases, statuses, surveys and review notes."""
    reporter.stage("reading")
    wanted = set(context.partition_keys)
    listed = [one for one in collection(workspace)[1] if one.key in wanted]
    attempts = attempt_all(workspace, listed, reading_fingerprint(), reporter.attempted)
    return dg.MaterializeResult(metadata={attempt.file: attempt.outcome.value for attempt in attempts})


@dg.asset(deps=[dg.AssetDep(observations, partition_mapping=dg.AllPartitionMapping())])
def staged_warehouse(workspace: Folders, reporter: Told) -> dg.MaterializeResult[None]:
    """The star schema of all documents that were read, staged beside the published warehouse."""
    reporter.stage("building")
    catalogue, listed = collection(workspace)
    attempts = recorded_attempts(workspace, listed)
    decisions = load_decisions(workspace.raw_docs, listed)
    build_core(warehouse_input(workspace, catalogue, attempts, decisions), workspace.staged)
    return dg.MaterializeResult(metadata={"documents": len(attempts)})


@dg.asset(deps=[staged_warehouse])
def marts(workspace: Folders, reporter: Told) -> None:
    """The views for analysts, in the staged warehouse; made only when the blocking checks have passed."""
    reporter.stage("marts")
    build_marts(workspace.staged)


@dg.asset(deps=[marts])
def published_warehouse(workspace: Folders, reporter: Told) -> None:
    """The staged warehouse in the place of the published one, as a whole."""
    reporter.stage("publishing")
    publish(workspace.staged, workspace.warehouse)


@dg.asset(deps=[published_warehouse])
def exports(workspace: Folders, reporter: Told) -> None:
    """CSV, Parquet and the Excel workbook of the published marts."""
    reporter.stage("exporting")
    export_all(workspace.warehouse, workspace.exports)


ASSETS = (published_document, observations, staged_warehouse, marts, published_warehouse, exports)


def collection(folders: Workspace) -> tuple[Catalogue, list[Listed]]:
    """The catalogue and the folder beside it; raises ``extract.catalogue.CatalogueError``."""
    catalogue = load_catalogue(folders.catalogue, municipality_codes(folders.reference))
    return catalogue, list_collection(folders.raw_docs, catalogue)


def recorded_attempts(folders: Workspace, listed: list[Listed]) -> list[Attempt]:
    """The recorded attempt at every listed file; raises ``dagster.Failure`` where one is missing."""
    found = [(one, attempt_from_json(folders.documents / one.key / READING_FILE)) for one in listed]
    missing = [one.file for one, attempt in found if attempt is None or attempt.sha256 != one.sha256]
    if missing:
        raise dg.Failure(f"not read yet: {', '.join(missing)}; materialise observations first")
    return [attempt for _, attempt in found if attempt is not None]

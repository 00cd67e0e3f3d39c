"""What must hold before anything is published, as blocking asset checks.

Belongs here: handing the suites' report to Dagster. Does not belong here: an expectation.
"""

# No `from __future__ import annotations` here: see `pipelines.assets`.
import dagster as dg
from pydantic import Field

from expectations.suites import check
from pipelines.assets import Folders, Told, staged_warehouse


class CheckConfig(dg.Config):
    """What an operator accepts this time: documents (ids) that may hold fewer records than are published."""

    accept_shrink: list[str] = Field(default_factory=list)


@dg.asset_check(asset=staged_warehouse, blocking=True)
def expectations(config: CheckConfig, workspace: Folders, reporter: Told) -> dg.AssetCheckResult:
    """Every suite holds on the staged warehouse: schema, keys, ranges, vocabularies, coverage."""
    reporter.stage("checking")
    published = workspace.warehouse if workspace.warehouse.exists() else None
    report = check(workspace.staged, published, workspace.data_docs, accept_shrink=config.accept_shrink)
    reporter.checked(report)
    metadata = {"failures": "\n".join(report.lines()), "data_docs": str(report.docs)}
    return dg.AssetCheckResult(passed=report.success, metadata=metadata)


CHECKS = (expectations,)

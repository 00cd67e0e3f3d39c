"""What must hold before anything is published, as blocking asset checks.

Belongs here: handing the suites' report to Dagster. Does not belong here: an expectation.
"""

# No `from __future__ import annotations` here: see `pipelines.assets`.
import dagster as dg

from pipelines.assets import Folders, Told, staged_warehouse


@dg.asset_check(asset=staged_warehouse, blocking=True)
def expectations(workspace: Folders, reporter: Told) -> dg.AssetCheckResult:
    """Every suite holds on the staged warehouse: schema, keys, ranges, vocabularies, coverage."""
    # Loading Great Expectations takes seconds: here, where it is needed, and nowhere else.
    from expectations.suites import check

    reporter.stage("checking")
    published = workspace.warehouse if workspace.warehouse.exists() else None
    report = check(workspace.staged, published, workspace.data_docs)
    reporter.checked(report)
    return dg.AssetCheckResult(passed=report.passed, metadata={"data_docs": str(workspace.data_docs)})


CHECKS = (expectations,)

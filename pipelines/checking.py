"""``shihyo check``: the suites once more, on what is published.

Belongs here: checking a copy, for the published file is never written to. Does not belong here: an expectation.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from expectations.suites import check as run_suites
from pipelines.exit_codes import ExitCode
from pipelines.messages import published_or_say, say, working
from pipelines.workspace import Workspace
from warehouse.errors import WarehouseError


def check(folders: Workspace) -> ExitCode:
    """Check the published warehouse; failures to stderr, where the pages are to stdout."""
    if not published_or_say(folders.warehouse):
        return ExitCode.UNUSABLE_ARGUMENTS
    try:
        with working("checking (検査)"), tempfile.TemporaryDirectory(prefix="shihyo-") as scratch:
            copy = Path(shutil.copyfile(folders.warehouse, Path(scratch) / folders.warehouse.name))
            report = run_suites(copy, None, folders.data_docs)
    except (WarehouseError, OSError) as error:
        say(f"error: {error}")
        return ExitCode.BROKE_OFF
    for line in report.lines():
        say(f"failed: {line}")
    print(f"{len(report.results) - len(report.failures())} of {len(report.results)} expectations hold: {report.docs}")
    return ExitCode.OK if report.success else ExitCode.CHECKS_FAILED

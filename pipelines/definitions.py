"""The one definition of the work, for `dagster dev` and for `shihyo run` alike.

Belongs here: putting together. Does not belong here: anything else.
"""

from __future__ import annotations

import dagster as dg

from pipelines.assets import ASSETS
from pipelines.checks import CHECKS
from pipelines.jobs import JOBS, SCHEDULES
from pipelines.resources import reporter, workspace

defs = dg.Definitions(
    assets=ASSETS,
    asset_checks=CHECKS,
    jobs=JOBS,
    schedules=SCHEDULES,
    resources={"workspace": workspace, "reporter": reporter},
)

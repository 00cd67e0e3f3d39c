"""The jobs and the schedule: when the assets are made.

Belongs here: selections, partitions of a run, cron. Does not belong here: assets.
"""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg
from dagster._core.storage.tags import ASSET_PARTITION_RANGE_END_TAG, ASSET_PARTITION_RANGE_START_TAG

from pipelines.assets import collection, documents
from pipelines.workspace import Workspace

# One process for the whole run: it holds the lock of the data folder from the first step to the last.
refresh = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all(),
    partitions_def=documents,
    executor_def=dg.in_process_executor,
    description="Read what is new, build, check, publish, export: what `shihyo run` does.",
)
JOBS = (refresh,)


def sync_documents(instance: dg.DagsterInstance, keys: Sequence[str]) -> dict[str, str]:
    """Make the partitions those of the collection; return the tags of a run over all of them."""
    known = instance.get_dynamic_partitions(documents.name or "")
    for gone in sorted(set(known) - set(keys)):
        instance.delete_dynamic_partition(documents.name or "", gone)
    instance.add_dynamic_partitions(documents.name or "", sorted(set(keys) - set(known)))
    order = instance.get_dynamic_partitions(documents.name or "")
    return {ASSET_PARTITION_RANGE_START_TAG: order[0], ASSET_PARTITION_RANGE_END_TAG: order[-1]}


@dg.schedule(job=refresh, cron_schedule="0 5 * * *", execution_timezone="Asia/Tokyo")
def daily_refresh(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Every morning at five, Japanese time: a document that was added since is read and published."""
    _, listed = collection(Workspace.default())
    return dg.RunRequest(tags=sync_documents(context.instance, [one.key for one in listed]))


SCHEDULES = (daily_refresh,)

"""``shihyo run``: the assets, made in this process.

Belongs here: the in-process run and how it ends. Does not belong here: the assets, their order.
"""

from __future__ import annotations

import dagster as dg
from dagster._core.errors import DagsterAssetCheckFailedError, DagsterExecutionInterruptedError

from extract.catalogue import CatalogueError
from pipelines.assets import collection
from pipelines.checks import expectations
from pipelines.console import ConsoleReporter
from pipelines.definitions import defs
from pipelines.exit_codes import ExitCode
from pipelines.jobs import refresh, sync_documents
from pipelines.messages import say
from pipelines.outcomes import DISAGREEMENTS
from pipelines.resources import workspace_of
from pipelines.review_files import load_decisions
from pipelines.workspace import Workspace
from transforms.decisions import StaleDecisions
from transforms.decisions_yaml import DecisionFileError
from warehouse.errors import WarehouseError

_CHECK = expectations.op.name
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def run(folders: Workspace, accept_shrink: list[str]) -> ExitCode:
    """Read what is new, build, check, publish and export; say on stderr what happened and on stdout where things are."""
    try:
        _, listed = collection(folders)
        load_decisions(folders.raw_docs, listed)  # before any work: a file that cannot be used stops the run
        keys = [one.key for one in listed]
        with ConsoleReporter() as reporter:
            _materialise(folders, keys, reporter, accept_shrink)
    except (CatalogueError, DecisionFileError) as error:
        say(f"error: {error}")
        return ExitCode.UNUSABLE_ARGUMENTS
    except StaleDecisions as error:
        _say_stale(error)
        return ExitCode.CHECKS_FAILED
    except DagsterAssetCheckFailedError:
        say(f"nothing was published; the checks in full: {folders.data_docs / 'index.html'}")
        return ExitCode.CHECKS_FAILED
    except (WarehouseError, OSError, dg.Failure) as error:
        say(f"error: {error}")
        return ExitCode.BROKE_OFF
    except DagsterExecutionInterruptedError:
        say("stopped (中断しました)")
        return ExitCode.STOPPED
    reporter.summary(folders)
    disagree = any(attempt.outcome in DISAGREEMENTS for attempt in reporter.attempts)
    return ExitCode.CATALOGUE_DISAGREES if disagree else ExitCode.OK


def _say_stale(error: StaleDecisions) -> None:
    for stale in error.stale:
        say(f"failed: {stale.line}")
    say("nothing was published; look at these places again, see docs/review.md (確認済みの箇所の内容が変わっています)")


def _materialise(folders: Workspace, keys: list[str], reporter: ConsoleReporter, accept_shrink: list[str]) -> None:
    """Run the same job as the schedule, on an instance that is forgotten afterwards: what lasts is in the data folder."""
    with dg.DagsterInstance.ephemeral(settings={"telemetry": {"enabled": False}}) as instance:
        defs.resolve_job_def(refresh.name).execute_in_process(
            instance=instance,
            tags=sync_documents(instance, keys),
            resources={"workspace": workspace_of(folders), "reporter": reporter},
            run_config={**_QUIET, "ops": {_CHECK: {"config": {"accept_shrink": accept_shrink}}}},
        )

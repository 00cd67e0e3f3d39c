"""What the assets are handed by Dagster: the locked workspace and the voice of the run.

Belongs here: Dagster resources. Does not belong here: paths (``pipelines.workspace``), words of the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from logging import Logger
from typing import Protocol

import dagster as dg

from expectations.model import CheckReport
from pipelines.outcomes import Attempt
from pipelines.workspace import Workspace


class Reporter(Protocol):
    """Whom the assets tell how far they are."""

    def stage(self, name: str) -> None:
        """A stage of the work begins."""

    def attempted(self, attempt: Attempt, made_anew: bool) -> None:
        """One document is done; ``made_anew`` is false where an earlier reading was kept."""

    def checked(self, report: CheckReport) -> None:
        """The suites have run."""

    def waiting(self, line: str) -> None:
        """The run waits for another one."""


class LogReporter:
    """Tells the log of Dagster."""

    def __init__(self, log: Logger) -> None:
        self._log = log

    def stage(self, name: str) -> None:
        """A stage of the work begins."""
        self._log.info(name)

    def attempted(self, attempt: Attempt, made_anew: bool) -> None:
        """One document is done."""
        self._log.info(f"{attempt.line} {'read now' if made_anew else 'kept'}")

    def checked(self, report: CheckReport) -> None:
        """The suites have run: one line for each failure."""
        for line in report.lines():
            self._log.error(line)

    def waiting(self, line: str) -> None:
        """The run waits for another one."""
        self._log.warning(line)


@dg.resource
def reporter(context: dg.InitResourceContext) -> Reporter:
    """The reporter of a run that Dagster itself started."""
    return LogReporter(context.log or dg.get_dagster_logger())


@dg.resource(required_resource_keys={"reporter"})
def workspace(context: dg.InitResourceContext) -> Iterator[Workspace]:
    """The folders of the environment, locked from the first step of a run to its last."""
    yield from _locked(Workspace.default(), context.resources.reporter)


def workspace_of(folders: Workspace) -> dg.ResourceDefinition:
    """The same for given folders."""

    @dg.resource(required_resource_keys={"reporter"})
    def given(context: dg.InitResourceContext) -> Iterator[Workspace]:
        yield from _locked(folders, context.resources.reporter)

    return given


def _locked(folders: Workspace, told: Reporter) -> Iterator[Workspace]:
    with folders.lock(told.waiting):
        yield folders

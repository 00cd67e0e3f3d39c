"""What a run says on the terminal: stages and troubles to stderr, where things are to stdout.

Belongs here: words and progress. Does not belong here: decisions.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from expectations.model import CheckReport
from pipelines.messages import console, say
from pipelines.outcomes import Attempt, Outcome
from pipelines.workspace import Workspace
from warehouse.export import WORKBOOK

STAGES: dict[str, str] = {
    "reading": "reading the documents (読み取り)",
    "building": "building the warehouse (構築)",
    "checking": "checking (検査)",
    "marts": "building the marts (集計)",
    "publishing": "publishing (公開)",
    "exporting": "exporting (出力)",
}


class ConsoleReporter:
    """Tells a person at a terminal how far a run is, and keeps what it was told for the summary."""

    def __init__(self) -> None:
        self.attempts: list[Attempt] = []
        self._kept: list[str] = []
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._progress.add_task("starting")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def stage(self, name: str) -> None:
        """A stage of the work begins."""
        self._progress.update(self._task, description=STAGES[name])
        say(f"{STAGES[name]} …")

    def attempted(self, attempt: Attempt, made_anew: bool) -> None:
        """One document is done; only what could not be read is worth a line."""
        self.attempts.append(attempt)
        self._kept += [] if made_anew else [attempt.file]
        self._progress.update(self._task, description=f"{STAGES['reading']} {len(self.attempts)}: {attempt.file}")
        if attempt.outcome is not Outcome.READ:
            say(attempt.line)

    def checked(self, report: CheckReport) -> None:
        """The suites have run: one line for each failure."""
        for line in report.lines():
            say(f"failed: {line}")

    def waiting(self, line: str) -> None:
        """The run waits for another one."""
        say(line)

    def summary(self, folders: Workspace) -> None:
        """Print to stdout what was read and where things are."""
        read = sum(attempt.outcome is Outcome.READ for attempt in self.attempts)
        print(f"documents    {read} of {len(self.attempts)} read ({len(self._kept)} unchanged since the last run)")
        print(f"warehouse    {folders.warehouse}")
        print(f"spreadsheet  {folders.exports / WORKBOOK}; CSV and Parquet beside it")
        print(f"checks       {folders.data_docs / 'index.html'}")

"""How the commands of ``shihyo`` end.

Belongs here: the exit codes and their meaning. Does not belong here: when each command uses which.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of ``shihyo``; ``MEANINGS`` says them in words."""

    OK = 0
    CHECKS_FAILED = 1
    UNUSABLE_ARGUMENTS = 2
    UNREADABLE = 3
    CATALOGUE_DISAGREES = 4
    BROKE_OFF = 5
    STOPPED = 130


MEANINGS: dict[ExitCode, str] = {
    ExitCode.OK: "done",
    ExitCode.CHECKS_FAILED: "checks failed: nothing was published, the published warehouse is untouched",
    ExitCode.UNUSABLE_ARGUMENTS: "unusable arguments, SQL, catalogue or corrections: nothing was done",
    ExitCode.UNREADABLE: "the file cannot be read as a PDF with text: nothing was written",
    ExitCode.CATALOGUE_DISAGREES: "published, but the catalogue and the folder disagree",
    ExitCode.BROKE_OFF: "broke off: the disk refused or something failed; the published warehouse is whole, old or new",
    ExitCode.STOPPED: "stopped from the keyboard (Ctrl-C): the next run goes on from there",
}

"""``shihyo export``: the published marts for spreadsheets and other programs.

Belongs here: the call and its exit codes. Does not belong here: any format (``warehouse.export``).
"""

from __future__ import annotations

from pathlib import Path

from pipelines.exit_codes import ExitCode
from pipelines.messages import published_or_say, say, working
from pipelines.workspace import Workspace
from warehouse.errors import WarehouseError
from warehouse.export import export_all


def export(folders: Workspace, out: Path | None) -> ExitCode:
    """Write every mart to ``out``, by default to the exports of the data folder; say on stdout where they are."""
    if not published_or_say(folders.warehouse):
        return ExitCode.UNUSABLE_ARGUMENTS
    target = out or folders.exports
    try:
        with working("exporting (出力)"):
            export_all(folders.warehouse, target)
    except (WarehouseError, OSError) as error:
        say(f"error: {error}")
        return ExitCode.BROKE_OFF
    print(target)
    return ExitCode.OK

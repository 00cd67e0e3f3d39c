"""Attempts at documents: reading those that are new, keeping those that were read already.

Belongs here: the cache by content, the processes side by side. Does not belong here: reading, storing in a warehouse.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from extract.collection import MESSAGES, Disagreement, Listed, file_sha256
from pipelines.atomic import replacing
from pipelines.child import Result
from pipelines.isolation import open_isolated
from pipelines.outcomes import PASSING, Attempt, Outcome, attempt_from_json
from pipelines.workspace import Workspace
from transforms.schema import RECORDS

READING_FILE = "reading.json"
Report = Callable[[Attempt, bool], None]
"""Called with each attempt and whether it was made anew."""


def attempt_all(workspace: Workspace, listed: Iterable[Listed], fingerprint: str, report: Report) -> list[Attempt]:
    """Attempt every listed file, as many at once as there are cores; the order of ``listed`` is kept."""
    with ThreadPoolExecutor(max_workers=_cores()) as pool:
        return list(pool.map(lambda one: attempt(workspace, one, fingerprint, report), listed))


def attempt(workspace: Workspace, listed: Listed, fingerprint: str, report: Report) -> Attempt:
    """The attempt at one file: the recorded one where file, catalogue and reading code are still the same."""
    folder = workspace.documents / listed.key
    recorded = recorded_attempt(folder, listed, fingerprint)
    made = recorded or _make(workspace, listed, fingerprint, folder)
    report(made, recorded is None)
    return made


def recorded_attempt(folder: Path, listed: Listed, fingerprint: str) -> Attempt | None:
    """The recorded attempt, where it is one at these bytes by this code and its Parquet files are whole."""
    found = attempt_from_json(folder / READING_FILE)
    if found is None or found.outcome in PASSING or (found.sha256, found.fingerprint) != (listed.sha256, fingerprint):
        return None
    whole = all(_hash(folder / f"{kind}.parquet") == sha256 for kind, sha256 in found.frames.items())
    return found if whole and _still_agrees(found, listed) else None


def _still_agrees(found: Attempt, listed: Listed) -> bool:
    """Whether the record says of the catalogue what is true today; a file that cannot be read says nothing of it."""
    told = {Outcome.READ: None} | {Outcome(one.value): one for one in Disagreement}
    return found.outcome not in told or told[found.outcome] is listed.disagreement


def _make(workspace: Workspace, listed: Listed, fingerprint: str, folder: Path) -> Attempt:
    scratch = Path(tempfile.mkdtemp(dir=workspace.scratch))
    result = _open(listed, scratch)
    kinds = RECORDS if result.outcome == Outcome.READ else ()
    frames = {kind: file_sha256(scratch / f"{kind}.parquet") for kind in kinds}
    made = Attempt(
        document=listed.document,
        file=listed.file,
        outcome=Outcome(result.outcome),
        detail=result.detail,
        sha256=listed.sha256,
        fingerprint=fingerprint,
        pages=result.pages,
        frames=frames,
    )
    _keep(made, scratch, folder)
    return made


def _open(listed: Listed, scratch: Path) -> Result:
    """Read what the catalogue describes; of any other file only learn whether it could be read."""
    if listed.disagreement is Disagreement.MISSING_FILE:
        return Result(listed.disagreement.value, MESSAGES[listed.disagreement])
    if listed.disagreement is None:
        return open_isolated(listed.path, scratch, "read")
    looked = open_isolated(listed.path, scratch, "look")
    if looked.outcome != Outcome.READ:
        return looked
    return Result(listed.disagreement.value, MESSAGES[listed.disagreement], looked.pages)


def _keep(made: Attempt, scratch: Path, folder: Path) -> None:
    """Move the Parquet files to their place; the record comes last, for it says that they are whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in made.frames:
        (scratch / f"{kind}.parquet").replace(folder / f"{kind}.parquet")
    with replacing(folder / READING_FILE) as record:
        record.write_text(made.to_json(), encoding="utf-8")
    shutil.rmtree(scratch)


def _hash(path: Path) -> str:
    return file_sha256(path) if path.is_file() else ""


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1

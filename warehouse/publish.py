"""The one moment in which a new warehouse takes the place of the old: atomic, durable, seen whole or not at all.

Belongs here: replacing the published file. Does not belong here: deciding whether it may be (``expectations``).
A reader that holds the old file open keeps it until it closes; a run that dies before the replacement changes nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

from warehouse.connect import reading
from warehouse.errors import PublishError, WarehouseError


def publish(staged: Path, published: Path) -> None:
    """Put the staged warehouse in the place of the published one.

    Both must lie on one file system. Raises ``PublishError`` where the disk refuses and ``WarehouseError`` where
    ``staged`` is no finished warehouse; the published file is then untouched.
    """
    _require_finished(staged)
    try:
        published.parent.mkdir(parents=True, exist_ok=True)
        _flush(staged)
        os.replace(staged, published)
        _flush(published.parent)
    except OSError as error:
        raise PublishError(published, error) from error


def _require_finished(staged: Path) -> None:
    """A log beside the file means that its writer did not close it: part of the data is not in the file."""
    if staged.with_name(staged.name + ".wal").exists():
        raise WarehouseError(f"{staged}: was not closed by its writer; build it again")
    with reading(staged) as connection:
        row = connection.execute("SELECT count(*) FROM marts.document_coverage").fetchone()
    if not row or not row[0]:
        raise WarehouseError(f"{staged}: its marts are empty; build them before publishing")


def _flush(path: Path) -> None:
    """Make the file, or the entries of the folder, outlast a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

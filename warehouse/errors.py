"""Typed errors of building, publishing and exporting: what failed, on which file, and what to do about it.

Belongs here: errors that the warehouse can raise. Does not belong here: failed checks (a report, not an error).
"""

from __future__ import annotations

import errno
from pathlib import Path


class WarehouseError(Exception):
    """Anything that stops a build; the message is one line that names the file or table and the remedy."""


class InputError(WarehouseError):
    """A frame handed to a build is not the declared one: a column is missing or has another type."""


class BuildError(WarehouseError):
    """A statement of the build failed; the message names the SQL file."""


class StorageError(WarehouseError):
    """The disk refused: full, read-only, or not permitted."""

    def __init__(self, path: Path, cause: BaseException) -> None:
        self.path = path
        super().__init__(f"{path}: {_remedy(cause)}")


class PublishError(StorageError):
    """The staged warehouse could not take the place of the published one, which is untouched."""


class ExportError(StorageError):
    """An export could not be written."""


_REMEDIES = {
    errno.ENOSPC: "no space left on the disk; free some and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EACCES: "not permitted to write here; check the owner and the mode of the folder",
    errno.EPERM: "not permitted to write here; check the owner and the mode of the folder",
    errno.EROFS: "the file system is read-only; choose another data folder",
    errno.ENOENT: "no such file or folder",
}


def _remedy(cause: BaseException) -> str:
    number = cause.errno if isinstance(cause, OSError) else None
    return _REMEDIES.get(number, " ".join(str(cause).split())) if number else " ".join(str(cause).split())

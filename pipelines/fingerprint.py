"""The fingerprint of the reading code: when it changes, every document is read again.

Belongs here: which files and packages a reading depends on. Does not belong here: the documents themselves.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version

from pipelines import recognition
from pipelines.workspace import PROJECT

CODE = ("extract", "transforms")
SUFFIXES = (".py", ".yml")
PACKAGES = ("pdfplumber", "pdfminer.six", "pypdfium2", "polars")


def reading_fingerprint() -> str:
    """SHA-256 over every code and word file of ``extract`` and ``transforms`` and the versions of what reads PDFs.

    Whether and by what pictures are read counts as well: with another setting every document is read again.
    """
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package}=={version(package)}\0".encode())
    digest.update(recognition.fingerprint().encode())
    for folder in CODE:
        for path in sorted(path for path in (PROJECT / folder).rglob("*") if path.suffix in SUFFIXES):
            digest.update(f"{path.relative_to(PROJECT).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

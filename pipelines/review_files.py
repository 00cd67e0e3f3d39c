"""The files of decisions: ``<document>.corrections.yml`` beside the PDF of the document.

Belongs here: finding, reading and adding to these files. Does not belong here: what is in them (``transforms.decisions``).
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extract.collection import Listed
from pipelines.atomic import replacing
from transforms.decisions_model import Decision
from transforms.decisions_writing import append_decision
from transforms.decisions_yaml import DecisionFileError, parse_decisions

SUFFIX = ".corrections.yml"


def decisions_path(pdf: Path) -> Path:
    """Where the decisions on a document lie: beside its PDF, in whichever folder that is."""
    return pdf.with_suffix(SUFFIX)


def load_decisions(raw_docs: Path, listed: Sequence[Listed]) -> list[Decision]:
    """The decisions on every document of the catalogue, document by document, each in the order of its file.

    Raises ``DecisionFileError`` where a file cannot be used or belongs to no document of the catalogue.
    """
    files = {decisions_path(one.path): one.document for one in listed if one.entry is not None}
    for stray in sorted(set(raw_docs.rglob(f"*{SUFFIX}")) - set(files)):
        problem = "belongs to no document of the catalogue; it must have the name of its PDF (対応する資料がありません)"
        raise DecisionFileError(_name(stray, raw_docs), "the file", problem)
    found = ((path, document) for path, document in files.items() if path.is_file())
    return [decision for path, document in found for decision in _read(path, raw_docs, document)]


def add_decision(pdf: Path, raw_docs: Path, decision: Decision) -> Path:
    """Add a decision at the end of the document's file, whole or not at all; return the path of the file.

    Raises ``DecisionFileError`` where the file cannot be used or already holds a decision on the item.
    """
    path = decisions_path(pdf)
    with _holding(path.parent):
        text = _text(path, raw_docs) if path.is_file() else ""
        longer = append_decision(text, decision, _name(path, raw_docs))
        with replacing(path) as scratch:
            scratch.write_text(longer, encoding="utf-8")
    return path


def _read(path: Path, raw_docs: Path, document: str) -> list[Decision]:
    return parse_decisions(_text(path, raw_docs), _name(path, raw_docs), document)


def _text(path: Path, raw_docs: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DecisionFileError(_name(path, raw_docs), "the file", f"is not in UTF-8: {error.reason}") from error


def _name(path: Path, raw_docs: Path) -> str:
    return path.relative_to(raw_docs).as_posix()


@contextmanager
def _holding(folder: Path) -> Iterator[None]:
    """Hold a folder, so that of two people who decide at the same time neither overwrites the other."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)

"""Documents through LibreOffice Writer and Calc, where it is installed.

Belongs here: calling LibreOffice. Does not belong here: the sources it converts (``fodt``, ``xlsx``).
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.generator.blocks import Document
from tests.generator.producers import fodt, xlsx


def installed() -> bool:
    """Whether the command ``soffice`` is on the path."""
    return shutil.which("soffice") is not None


def render_writer(document: Document, path: Path) -> None:
    """Write the document as a PDF by LibreOffice Writer."""
    with TemporaryDirectory() as folder:
        source = Path(folder, f"{path.stem}.fodt")
        source.write_text(fodt.source(document), encoding="utf-8")
        _convert(source, path)


def render_calc(document: Document, path: Path) -> None:
    """Write the document as a PDF by LibreOffice Calc: one sheet per page, cells merged over a fine grid."""
    with TemporaryDirectory() as folder:
        source = Path(folder, f"{path.stem}.xlsx")
        xlsx.save(document, source)
        _convert(source, path)


def _convert(source: Path, path: Path) -> None:
    profile = f"-env:UserInstallation={source.parent.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.copyfile(source.with_suffix(".pdf"), path)

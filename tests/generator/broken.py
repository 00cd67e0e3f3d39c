"""Files that cannot be read as a PDF with text, and the reason that reading must give for each.

Belongs here: damaging. Does not belong here: what reading makes of it. ``python -m tests.generator.broken`` makes them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.generator.documents import FOLDER, recipe
from tests.generator.producers import PRODUCERS
from tests.generator.producers.reportlab_pdf import draw, registered_font

BROKEN = Path(__file__).parents[1] / "corpus" / "broken"
_SAMPLE = FOLDER / "23_reportlab_fake-bold.yml"
_HTML = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>404 ページが見つかりません</title></head>
<body><h1>お探しのページは見つかりません</h1><p>総合計画の目標値 120 件は、移動したか削除されました。</p></body></html>
"""


def _sound(path: Path) -> bytes:
    document = replace(recipe(_SAMPLE).document, defects=frozenset())
    PRODUCERS["reportlab"](document, path)
    data = path.read_bytes()
    path.unlink()
    return data


def truncated(path: Path) -> None:
    """The first third of a sound file: no cross-reference table, no trailer, half a font."""
    data = _sound(path)
    path.write_bytes(data[: len(data) // 3])


def zeroed(path: Path) -> None:
    """The header and trailer of a sound file with nothing but zeros between, as broken downloads leave behind."""
    data = _sound(path)
    path.write_bytes(data[:20] + bytes(len(data) - 520) + data[-500:])


def encrypted(path: Path) -> None:
    """A file that opens only with a password."""
    document = replace(recipe(_SAMPLE).document, defects=frozenset())
    canvas = Canvas(str(path), invariant=True, encrypt=StandardEncryption("geheim", "owner", strength=128))
    for page in document.pages:
        draw(canvas, document, page, registered_font(document.font))
        canvas.showPage()
    canvas.save()


def html(path: Path) -> None:
    """A page of a web server under the name of a PDF."""
    path.write_text(_HTML, encoding="utf-8")


def empty(path: Path) -> None:
    """No byte at all."""
    path.write_bytes(b"")


def pictures_only(path: Path) -> None:
    """A scan without any words."""
    document = recipe(FOLDER / "32_scan_invisible-text.yml").document
    PRODUCERS["scan"](replace(document, defects=frozenset({"no_words"})), path)


def without_maps(path: Path) -> None:
    """Text whose fonts have neither a character map nor outlines to know them by: what can be taken out is not what a person reads."""
    document = recipe(FOLDER / "37_typst_heading-without-map.yml").document
    PRODUCERS["typst"](document, path)
    path.write_bytes(path.read_bytes().replace(b"/ToUnicode", b"/XoUnicode").replace(b"/FontFile", b"/XontFile"))


FILES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "truncated": ("damaged", truncated),
    "zeroed": ("damaged", zeroed),
    "encrypted": ("encrypted", encrypted),
    "html": ("not_pdf", html),
    "empty": ("empty", empty),
    "pictures-only": ("no_text", pictures_only),
    "without-maps": ("no_text", without_maps),
}


def main() -> None:
    """Write every broken file, and the reasons as ``index.yml`` beside them."""
    BROKEN.mkdir(parents=True, exist_ok=True)
    for name, (_, make) in FILES.items():
        make(BROKEN / f"{name}.pdf")
    words = {name: {"reason": reason, "about": (make.__doc__ or "").strip()} for name, (reason, make) in FILES.items()}
    (BROKEN / "index.yml").write_text(
        yaml.safe_dump(words, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8"
    )


if __name__ == "__main__":
    main()

"""Japanese fonts: the embedded IPAex Gothic always, others where the system has them."""

from __future__ import annotations

from pathlib import Path

import matplotlib_fontja

GOTHIC = Path(matplotlib_fontja.__file__).parent / "fonts" / "ipaexg.ttf"
FAMILIES = {
    "gothic": "IPAexGothic",
    "mincho": "IPAexMincho",
    "noto": "Noto Sans CJK JP",
    "serif": "Noto Serif CJK JP",
}
SIZES = {
    "title": 15.0,
    "heading": 12.0,
    "subheading": 10.5,
    "paragraph": 9.5,
    "note": 8.0,
    "unit_line": 8.0,
    "centre": 9.5,
}
BOLD = {"title", "heading", "subheading"}


def family(font: str) -> str:
    """The family name of a font word of ``Document.font``."""
    return FAMILIES[font]

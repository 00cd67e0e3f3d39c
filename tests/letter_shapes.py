"""Writes ``extract/lexicon/letter_shapes.txt`` from fonts: ``python -m tests.letter_shapes ipaexg.ttf NotoSansCJK-Regular.ttc:0 …``.

Belongs here: which letters are known, and their order. Does not belong here: the fingerprint (``extract.letter_shapes``).
Letters: those that Windows writes Japanese with (code page 932), then the signs and units of Unicode (㎥, ⇨); of two that look alike the common
one stands first, and it is the one that is read.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

from extract.letter_shapes import fingerprint

FILE = Path(__file__).parent.parent / "extract" / "lexicon" / "letter_shapes.txt"
_COMMON = (range(0x80), range(0x3000, 0xA000), range(0xFF00, 0xFFF0))
_SIGNS = (
    range(0x2010, 0x2040),
    range(0x2080, 0x2090),
    range(0x2190, 0x2200),
    range(0x2460, 0x27C0),
    range(0x3200, 0x3400),
)
_HEAD = """# Fingerprints of the letters of open fonts: a letter, then the fingerprint of its outline in each font, each shape once.
# Written by `python -m tests.letter_shapes FONT…` from: {fonts}.
"""


def letters() -> list[str]:
    """The letters, the common before those that look like them."""
    every = {chr(code) for code in range(0x21, 0x10000) if _is_written(chr(code))}
    return sorted(every, key=lambda c: (not _encodes(c, "cp932"), _rank(ord(c)), c))


def _rank(code: int) -> int:
    """Latin, then Japanese, then wide forms, then signs; Greek and Cyrillic letters look like those before them."""
    return next((rank for rank, block in enumerate(_COMMON) if code in block), 5 if code in range(0x370, 0x530) else 4)


def _is_written(char: str) -> bool:
    is_sign = any(ord(char) in block for block in _SIGNS)
    return not char.isspace() and (is_sign or _encodes(char, "cp932"))


def _encodes(char: str, encoding: str) -> bool:
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False


def shapes_of(path: str) -> dict[str, str]:
    """Fingerprint by letter of one font; ``file.ttc:1`` is the second font of a collection."""
    name, _, number = path.partition(":")
    font = TTFont(name, fontNumber=int(number or 0), lazy=True)
    table, glyphs = font.getBestCmap(), font.getGlyphSet()
    found = ((char, fingerprint(glyphs[table[ord(char)]])) for char in letters() if ord(char) in table)
    return {char: shape for char, shape in found if shape}


def main(paths: list[str]) -> None:
    """Write the file from these fonts."""
    shapes: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        for char, shape in shapes_of(path).items():
            shapes[char].append(shape)
    names = ", ".join(Path(path.partition(":")[0]).name for path in paths)
    lines = [f"{char}\t{' '.join(dict.fromkeys(shapes[char]))}" for char in letters() if char in shapes]
    FILE.write_text(_HEAD.format(fonts=names) + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

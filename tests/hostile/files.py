"""The hostile files by name, made when they are needed, and what must become of each.

Belongs here: one small maker per kind of harm. Does not belong here: how a PDF is written (``paper``), the tests.
"""

from __future__ import annotations

import io
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.generator.producers.reportlab_pdf import registered_font
from tests.hostile.paper import (
    CATALOGUE,
    CID_FONT,
    FONT,
    FREE,
    ROWS,
    TREE,
    assembled,
    file_of,
    form,
    stream,
    table,
    words,
)  # fmt: skip

WHOLE = 4  # figures of ``paper.table()``
MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Hostile:
    """How to make a file, the outcome that is right for it, and how many figures it yields where it is read.

    ``note`` is the reason of the review item that must say what was left unread.
    """

    make: Callable[[], bytes]
    outcome: str = "read"
    figures: int = 0
    note: str = ""


def rectangles(count: int) -> bytes:
    """A page full of tiny rectangles, as a map drawn by a geographic information system."""
    dice = random.Random(1)
    drawn = b"".join(b"%d %d 2 2 re f\n" % (dice.randrange(590), dice.randrange(840)) for _ in range(count))
    return file_of([table() + drawn])


def crossing_lines(count: int, over: bytes | None = None) -> bytes:
    """A page of long lines that all cross each other, over a table or something else."""
    across = b"".join(b"10 %g m 580 %g l S\n" % (y, y) for y in (10 + 820 * i / count for i in range(count)))
    down = b"".join(b"%g 10 m %g 830 l S\n" % (x, x) for x in (10 + 570 * i / count for i in range(count)))
    return file_of([(table() if over is None else over) + across + down])


def letters(count: int) -> bytes:
    """A page with far more characters than anyone can read."""
    line = words("指標の目標値123", 10, 10)
    return file_of([table() + line * (count // 9)])


def nested_forms(depth: int) -> bytes:
    """Forms that draw forms, one inside the other, with a table beside them."""
    forms = {FREE + i: form(b"q /X Do Q", FREE + i + 1) for i in range(depth)}
    return file_of([table() + b"/X Do\n"], {**forms, FREE + depth: form(words("底", 10, 10))})


def form_in_itself() -> bytes:
    """A form that draws itself."""
    return file_of([table() + b"/X Do\n"], {FREE: form(words("輪", 10, 10) + b"/X Do", FREE)})


def thousand_laughs(depth: int) -> bytes:
    """Forms that each draw the next one ten times."""
    forms = {FREE + i: form(b"/X Do " * 10, FREE + i + 1) for i in range(depth)}
    return file_of([table() + b"/X Do\n"], {**forms, FREE + depth: form(words("笑", 10, 10))})


def page_tree_in_a_circle() -> bytes:
    """A page tree whose branches hold each other."""
    more = {
        TREE: b"<</Type/Pages/Count 2/Kids[%d 0 R]>>" % FREE,
        FREE: b"<</Type/Pages/Count 2/Parent 2 0 R/Kids[%d 0 R %d 0 R]>>" % (TREE, FREE),
    }
    return file_of([table()], more)


def many_pages_claimed() -> bytes:
    """A page tree that claims two thousand million pages and holds one."""
    return file_of([table()]).replace(b"/Count 1/", b"/Count 2000000000/")


def deep_arrays(depth: int) -> bytes:
    """An array inside an array inside an array, where the content expects a number."""
    return file_of([table() + b"[" * depth + b"]" * depth + b" TJ\n"])


def bomb(size: int) -> bytes:
    """A page of blanks that unpacks to ``size`` bytes, a table before them."""
    return file_of([table() + b" " * size])


def operators(count: int) -> bytes:
    """A page of operators that draw nothing."""
    return file_of([table() + b"q Q\n" * count])


def wrong_length() -> bytes:
    """A stream whose stated length is far beyond the end of the file."""
    return file_of([table()]).replace(b"/Length ", b"/Length 99999", 1)


def font_in_a_circle() -> bytes:
    """A font that is its own descendant."""
    return file_of(
        [table()], {CID_FONT: b"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[%d 0 R]>>" % CID_FONT}
    )


def no_font() -> bytes:
    """Text in a font that the file does not hold."""
    return file_of([table()], {FONT: b"null"})


def map_that_never_ends() -> bytes:
    """A character map that refers to itself and states a range of two thousand million characters."""
    cmap = b"1 beginbfrange <0000> <7FFFFFFF> <0020> endbfrange /X usecmap"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (
        CID_FONT,
        FREE,
    )
    return file_of([table()], {FONT: font, FREE: stream(cmap)})


def broken_second_page() -> bytes:
    """A sound page before one whose content is no content."""
    return file_of([table(), b"\xff\x00(((( <</A [ BT 1 0 0 Tm )" + bytes(range(256)) * 40])


def no_pages() -> bytes:
    """A catalogue without pages."""
    return assembled({CATALOGUE: b"<</Type/Catalog>>", TREE: b"null"})


def user_password() -> bytes:
    """A file that opens with a password only."""
    return _locked("secret")


def owner_password() -> bytes:
    """A file that anyone may open, and only its owner may change."""
    return _locked("")


def _locked(password: str) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=True, encrypt=StandardEncryption(password, ownerPassword="owner", strength=128))
    canvas.setFont(registered_font("IPAexGothic"), 10)
    for column, row in itertools.product(range(len(ROWS[0])), range(len(ROWS))):
        canvas.rect(60 + 115 * column, 736 - 24 * row, 115, 24)
        canvas.drawString(64 + 115 * column, 744 - 24 * row, ROWS[row][column])
    canvas.save()
    return target.getvalue()


def on_paper(media: str, attributes: bytes = b"") -> Callable[[], bytes]:
    """A table on paper of an odd size or turn."""
    return lambda: file_of([table()], media=media, attributes=attributes)


FILES: dict[str, Hostile] = {
    "100,000 rectangles": Hostile(lambda: rectangles(100_000), note="page_too_crowded"),
    "20,000 rectangles beside a table": Hostile(lambda: rectangles(20_000), figures=WHOLE),
    "1,500 lines that cross": Hostile(lambda: crossing_lines(1_500), figures=WHOLE),
    "1,500 lines over words": Hostile(
        lambda: crossing_lines(1_500, words("指標の目標値と実績値を示し、達成率123により評価する。" * 2, 10, 10)),
        note="page_too_crowded",
    ),
    "400,000 letters": Hostile(lambda: letters(400_000), note="page_too_crowded"),
    "5,000 nested forms": Hostile(lambda: nested_forms(5_000), note="page_broken"),
    "a form that draws itself": Hostile(form_in_itself, figures=WHOLE),
    "10,000 arrays in each other": Hostile(lambda: deep_arrays(10_000), note="page_broken"),
    "a stream of 200 MiB": Hostile(lambda: bomb(200 * MEBIBYTE), note="page_too_crowded"),
    "three million operators": Hostile(lambda: operators(3_000_000), note="page_too_crowded"),
    "two thousand million pages claimed": Hostile(many_pages_claimed, figures=WHOLE),
    "a page tree in a circle": Hostile(page_tree_in_a_circle, "damaged"),
    "no pages": Hostile(no_pages, "damaged"),
    "a stream longer than the file": Hostile(wrong_length, figures=WHOLE),
    "a second page of rubbish": Hostile(broken_second_page, figures=WHOLE),
    "a font in a circle": Hostile(font_in_a_circle, note="page_broken"),
    "no font": Hostile(no_font),
    "a character map without end": Hostile(map_that_never_ends, "no_text"),
    "paper of 14,400 points": Hostile(on_paper("0 0 14400 14400"), figures=WHOLE),
    "paper of no size": Hostile(on_paper("0 0 0 0"), figures=WHOLE),
    "paper given backwards": Hostile(on_paper("595 842 0 0"), figures=WHOLE),
    "paper that is no number": Hostile(on_paper("/a /b /c /d"), "damaged"),
    "paper turned by 45": Hostile(on_paper("0 0 595 842", b"/Rotate 45"), figures=WHOLE),
    "paper turned by a word": Hostile(on_paper("0 0 595 842", b"/Rotate/Left"), figures=WHOLE),
    "a password for the owner alone": Hostile(owner_password, figures=WHOLE),
    "a password": Hostile(user_password, "encrypted"),
}
"""Name → file. Read in the process of the test, and by the command line."""

DEADLY: dict[str, Hostile] = {
    "a thousand laughs": Hostile(lambda: thousand_laughs(12), "crashed"),
}
"""Files that only a process of its own survives: by the command line alone."""

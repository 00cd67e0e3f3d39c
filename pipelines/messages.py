"""What ``shihyo`` says while it works: to stderr, so that stdout holds results alone.

Belongs here: lines and the sign of work under way. Does not belong here: results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
console = Console(stderr=True, highlight=False, soft_wrap=True)


def say(line: str) -> None:
    """One line on stderr; what would break it or steer a terminal (a file may be named anything) is shown as code."""
    shown = _CONTROL.sub(lambda found: repr(found.group())[1:-1], line)
    console.print(shown.encode("utf-8", "backslashreplace").decode(), markup=False)


def published_or_say(warehouse: Path) -> bool:
    """Whether something has been published; where not, one line says how to."""
    if not warehouse.is_file():
        say(f"{warehouse}: nothing has been published yet; run: shihyo run (まだ公開されたデータがありません)")
    return warehouse.is_file()


@contextmanager
def working(words: str) -> Iterator[None]:
    """Show that work is under way, on a terminal."""
    with console.status(words):
        yield

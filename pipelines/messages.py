"""What ``shihyo`` says while it works: to stderr, so that stdout holds results alone.

Belongs here: lines and the sign of work under way. Does not belong here: results.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

console = Console(stderr=True, highlight=False, soft_wrap=True)


def say(line: str) -> None:
    """One line on stderr, printed as it is."""
    console.print(line, markup=False)


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

"""Text that a spreadsheet could take for a formula, and how it is kept text.

Belongs here: the one rule for every export. Does not belong here: numbers (a negative number is no text).
"""

from __future__ import annotations

# What Excel, LibreOffice and Google Sheets read as the beginning of a formula, full-width variants included.
_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "−", "﹣", "﹢", "﹦", "﹫")


def is_risky(text: str) -> bool:
    """Whether a cell that holds ``text`` could become a formula; spaces before it do not help."""
    return text.lstrip(" \u3000\ufeff\u200b").startswith(_BEGINNINGS)


def guarded(text: str) -> str:
    """``text`` as a CSV cell that no spreadsheet takes for a formula."""
    return f"'{text}" if is_risky(text) else text

"""Review items as rows: what a person must look at, and where.

Belongs here: the shape of an item. Does not belong here: the rules that ask for one.
"""

from __future__ import annotations

from extract.folding import fold_printed
from extract.model import Box

ReviewRow = dict[str, object]


def review_row(document: str, page: int, box: Box | None, reason: str, text: str) -> ReviewRow:
    """One row in the columns of ``transforms.schema.REVIEW``; without a box the whole page is meant."""
    edges = (
        dict.fromkeys(("x0", "top", "x1", "bottom"))
        if box is None
        else {"x0": box.x0, "top": box.top, "x1": box.x1, "bottom": box.bottom}
    )
    return {"document": document, "page": page, "reason": reason, "text": fold_printed(text), **edges}

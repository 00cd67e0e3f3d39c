"""The picture of each item: the part of the page on which it is printed, with its box.

Belongs here: which picture belongs to which item, and where it lies. Does not belong here: drawing (``extract.show``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from extract.errors import UnreadableDocument
from extract.show import NoSuchPage, Shown, draw_crops
from pipelines.messages import say, working
from pipelines.review_items import Item


def draw_pictures(items: Sequence[Item], pdfs: Mapping[str, Path], folder: Path) -> dict[str, Path]:
    """The picture of each item that has a page, by the id of the item, as PNG under ``folder``; made where it is missing.

    ``pdfs`` are the files that still are what the warehouse was built from, by the id of their document; an item of any
    other has no picture, which one line on stderr says.
    """
    wanted = {item.item: _path(item, folder) for item in items if item.where.page is not None}
    missing = [item for item in items if item.item in wanted and not wanted[item.item].is_file()]
    with working("drawing the pages (ページの画像を作成しています)"):
        for (document, page), group in groupby(missing, key=lambda item: (item.document, item.where.page or 0)):
            _draw(document, pdfs.get(document), page, {_path(item, folder): _shown(item) for item in group})
    return {item: path for item, path in wanted.items() if path.is_file()}


def _path(item: Item, folder: Path) -> Path:
    """The name holds the bytes of the document too: an item of a new file gets a new picture."""
    return folder / f"{item.document}_p{item.where.page}_{item.item}_{item.sha256[:8]}.png"


def _shown(item: Item) -> Shown | None:
    if item.where.box is None:
        return None
    return Shown(item.where.kind or "review", item.where.box, item.confidence or 0.0)


def _draw(document: str, pdf: Path | None, page: int, crops: Mapping[Path, Shown | None]) -> None:
    if pdf is None:
        say(f"{document}: no picture, the file is no longer the one that was read; run: shihyo run")
        return
    try:
        draw_crops(pdf, page, crops)
    except (UnreadableDocument, NoSuchPage) as error:
        say(f"{document}: no picture: {error}")

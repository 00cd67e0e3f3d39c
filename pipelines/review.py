"""``shihyo review`` and ``shihyo show``: the order of the steps and their exit codes.

Belongs here: listing items, writing a decision, drawing a page. Does not belong here: the arguments
(``pipelines.review_commands``), what an item or a decision is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from extract.catalogue import CatalogueError, load_catalogue
from extract.collection import Listed, list_collection, municipality_codes
from extract.errors import UnreadableDocument
from extract.show import NoSuchPage
from pipelines.exit_codes import ExitCode
from pipelines.messages import published_or_say, say, working
from pipelines.querying import ResultFormat
from pipelines.recognition import engine
from pipelines.review_deciding import CannotDecide, Said, decision_on
from pipelines.review_files import add_decision, load_decisions
from pipelines.review_items import OPEN, Item, review_items
from pipelines.review_listing import show_items
from pipelines.review_pictures import draw_pictures
from pipelines.workspace import Workspace
from transforms.decisions_yaml import DecisionFileError
from transforms.showing import show_page
from warehouse.errors import WarehouseError


class Wanted(NamedTuple):
    """Which items to list: one of them, those of one document, the decided ones too."""

    item: str | None
    document: str | None
    decided_too: bool


class _List(NamedTuple):
    """The items of the collection and the files of its documents."""

    items: list[Item]
    listed: list[Listed]


def list_items(folders: Workspace, wanted: Wanted, result_format: ResultFormat, pictures: Path | None) -> ExitCode:
    """Print the items that wait for a person, each with the picture of its place, by default in the data folder."""
    return _on_the_list(folders, lambda found: _list(folders, found, wanted, result_format, pictures))


def decide(folders: Workspace, item: str, said: Said) -> ExitCode:
    """Write the decision on one item beside the PDF; the next run applies it."""
    return _on_the_list(folders, lambda found: _decide(folders, found, item, said))


def show(file: Path, page: int, out: Path | None) -> ExitCode:
    """Draw a page with the boxes of what is read on it; print where the picture is."""
    try:
        with working(f"reading {file.name}"):
            picture = show_page(file, page, out or Path(f"{file.stem}-p{page}.png"), engine())
    except UnreadableDocument as error:
        say(f"{error} [{error.reason}]")
        return ExitCode.UNREADABLE
    except NoSuchPage as error:
        say(str(error))
        return ExitCode.UNUSABLE_ARGUMENTS
    print(picture)
    return ExitCode.OK


def _on_the_list(folders: Workspace, act: Callable[[_List], ExitCode]) -> ExitCode:
    """Act on the items of the published warehouse; what cannot be used or decided is one line and exit code 2."""
    if not published_or_say(folders.warehouse):
        return ExitCode.UNUSABLE_ARGUMENTS
    try:
        catalogue = load_catalogue(folders.catalogue, municipality_codes(folders.reference))
        listed = list_collection(folders.raw_docs, catalogue)
        return act(_List(review_items(folders.warehouse, load_decisions(folders.raw_docs, listed)), listed))
    except (CatalogueError, DecisionFileError, CannotDecide) as error:
        say(f"error: {error}")
        return ExitCode.UNUSABLE_ARGUMENTS
    except (WarehouseError, OSError) as error:
        say(f"error: {error}")
        return ExitCode.BROKE_OFF


def _list(
    folders: Workspace, found: _List, wanted: Wanted, result_format: ResultFormat, pictures: Path | None
) -> ExitCode:
    chosen = _chosen(found, wanted)
    still_read = {one.document: one for one in found.listed if one.entry is not None}
    pdfs = {item.document: still_read[item.document].path for item in chosen if _is_as_read(item, still_read)}
    drawn = draw_pictures(chosen, pdfs, pictures or folders.pictures)
    show_items(chosen, drawn, result_format)
    if drawn:
        say(f"pictures: {pictures or folders.pictures} (画像)")
    waiting = sum(item.state == OPEN for item in chosen)
    say(
        f"{waiting} open; decide with: shihyo review ITEM accept|correct|ignore --who NAME --why TEXT (要確認 {waiting} 件)"
    )
    return ExitCode.OK


def _is_as_read(item: Item, files: Mapping[str, Listed]) -> bool:
    """Whether the file still has the bytes of which the item speaks."""
    return item.document in files and files[item.document].sha256 == item.sha256


def _chosen(found: _List, wanted: Wanted) -> list[Item]:
    if wanted.item is not None:
        return [_one(found, wanted.item)]
    known = {one.document for one in found.listed}
    if wanted.document is not None and wanted.document not in known:
        raise CannotDecide(
            f"--document {wanted.document}: there is no such document; known: {', '.join(sorted(known))}"
        )
    own = [item for item in found.items if wanted.document in (None, item.document)]
    return [item for item in own if wanted.decided_too or item.state == OPEN]


def _one(found: _List, wanted: str) -> Item:
    item = next((item for item in found.items if item.item == wanted), None)
    if item is None:
        raise CannotDecide(
            f"{wanted}: there is no such item; shihyo review --all lists them (該当する項目がありません)"
        )
    return item


def _decide(folders: Workspace, found: _List, wanted: str, said: Said) -> ExitCode:
    item = _one(found, wanted)
    decision = decision_on(item, said)
    pdf = next(one.path for one in found.listed if one.entry is not None and one.document == item.document)
    print(add_decision(pdf, folders.raw_docs, decision))
    say("the decision takes effect with the next run: shihyo run (次回の実行から反映されます)")
    return ExitCode.OK

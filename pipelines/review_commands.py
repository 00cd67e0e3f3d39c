"""``shihyo review`` and ``shihyo show``: their arguments and their help.

Belongs here: what a user types and reads. Does not belong here: the work (``pipelines.review``, loaded late).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipelines.options import DataDir, PdfFile, RawDocs, ResultName
from pipelines.workspace import Workspace


class VerdictName(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    CORRECT = "correct"
    IGNORE = "ignore"


ItemId = Annotated[
    str | None, typer.Argument(metavar="[ITEM]", help="One item, by its id; without a decision it is shown.")
]
Decided = Annotated[
    VerdictName | None,
    typer.Argument(
        metavar="[accept|correct|ignore]",
        help="accept: what was read is what is printed (承認). correct: it should be what the options say (訂正). "
        "ignore: not to be published, or nothing to be read there (対象外).",
    ),
]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides (判断者).")]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="Why: what the page shows (理由).")]
On = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Day of the decision (判断日). Default: today."),
]
Value = Annotated[
    str | None, typer.Option(metavar="NUMBER", help="Corrected value in the base unit: 783000, not 783千.")
]
Unit = Annotated[str | None, typer.Option(help="Corrected base unit: 件, 人, % …")]
Per = Annotated[str | None, typer.Option(help="Corrected per: 年, 校 …")]
Comparator = Annotated[str | None, typer.Option(help="Corrected comparator: 以上, 以下, 未満, 超, 約.")]
Status = Annotated[str | None, typer.Option(help="Corrected status: numeric, text, not_set, not_available.")]
Kind = Annotated[str | None, typer.Option(help="Corrected kind: baseline, actual, target.")]
Year = Annotated[str | None, typer.Option(help="Corrected year: FY2024, 令和6年度, CY2024, 令和6年.")]
Indicator = Annotated[str | None, typer.Option(metavar="NAME", help="Corrected name of the indicator.")]


Document = Annotated[str | None, typer.Option(metavar="ID", help="Only the items of this document (資料ID).")]
DecidedToo = Annotated[bool, typer.Option("--all", help="The items that were decided as well (判断済みも表示).")]
ListFormat = Annotated[ResultName, typer.Option("--format", help="Format of the list.")]
Crops = Annotated[
    Path | None,
    typer.Option(metavar="DIR", file_okay=False, help="Folder for the pictures. Default: review/ in the data folder."),
]
Page = Annotated[int, typer.Option(min=1, metavar="N", help="Page, counted from 1 (ページ).")]
Picture = Annotated[
    Path | None,
    typer.Option(
        "-o", "--out", metavar="OUT.png", dir_okay=False, help="Picture to write. Default: FILE-pN.png, here."
    ),
]


def review(
    item: ItemId = None,
    decision: Decided = None,
    who: Who = None,
    why: Why = None,
    on: On = None,
    value: Value = None,
    unit: Unit = None,
    per: Per = None,
    comparator: Comparator = None,
    status: Status = None,
    kind: Kind = None,
    year: Year = None,
    indicator: Indicator = None,
    document: Document = None,
    decided_too: DecidedToo = False,
    list_format: ListFormat = ResultName.TABLE,
    crops: Crops = None,
    data_dir: DataDir = None,
    raw_docs: RawDocs = None,
) -> None:
    """List what a person must look at, each with the picture of its place, or decide on one item (要確認の一覧と判断).

    A decision is written beside the PDF, as DOCUMENT.corrections.yml, and takes effect with the next run. Ends with 0, 2 when
    there is no such item or it cannot be decided so.
    """
    names = {"unit": unit, "per": per, "comparator": comparator, "status": status, "kind": kind, "indicator": indicator}
    corrected = {"value": value, "year": year, **names}
    given = {name: words for name, words in corrected.items() if words is not None}
    folders = Workspace.default(data_dir, raw_docs)
    if item is not None and decision is not None:
        raise typer.Exit(_decide(folders, item, decision, given, who, why, on))
    _refuse_idle(who, why, on, *given.values())
    raise typer.Exit(_list(folders, item, document, decided_too, list_format, crops))


def show(file: PdfFile, page: Page, out: Picture = None) -> None:
    """Draw one page of a PDF with the boxes of what is read on it, as PNG (読み取り結果の確認).

    Each kind of value has its colour, a thick red frame means that a person must look. Ends with 0, 2 when there is no such
    page, 3 when the file cannot be read as a PDF with text.
    """
    from pipelines.review import show as show_page

    raise typer.Exit(show_page(file, page, out))


def _list(
    folders: Workspace,
    item: str | None,
    document: str | None,
    decided_too: bool,
    list_format: ResultName,
    crops: Path | None,
) -> int:
    from pipelines.review import Wanted, list_items

    return list_items(folders, Wanted(item, document, decided_too), list_format.value, crops)


def _decide(
    folders: Workspace,
    item: str,
    decision: VerdictName,
    given: dict[str, str],
    who: str | None,
    why: str | None,
    on: datetime | None,
) -> int:
    from pipelines.review import decide
    from pipelines.review_deciding import Said

    day = date.today() if on is None else on.date()
    return decide(folders, item, Said(decision.value, given, _required(who, "--who"), _required(why, "--why"), day))


def _required(words: str | None, option: str) -> str:
    if words is None or not words.strip():
        raise typer.BadParameter("a decision says who decided and why", param_hint=option)
    return words.strip()


def _refuse_idle(*given: object) -> None:
    """Words of a decision without a decision: nothing may be dropped silently."""
    if any(one is not None for one in given):
        raise typer.BadParameter("give ITEM and accept, correct or ignore as well", param_hint="ITEM")

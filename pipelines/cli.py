"""The command line ``shihyo``: arguments, help, exit codes.

Belongs here: what a user types and reads. Does not belong here: the work (each command loads its own module, late, so
that help is quick and ``extract`` waits for neither Dagster nor Great Expectations).
"""

from __future__ import annotations

import os
import sys
import traceback
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipelines import recognition
from pipelines.exit_codes import ExitCode
from pipelines.options import DataDir, Ocr, PdfFile, RawDocs, ResultName
from pipelines.review_commands import review, show
from pipelines.workspace import Workspace

app = typer.Typer(
    name="shihyo",
    help="Shihyo (指標): the indicator tables of municipalities' PDFs as data that can be trusted.\n\n"
    "Read every PDF of the collection with [bold]shihyo run[/bold], a single one with "
    "[bold]shihyo extract[/bold], ask with [bold]shihyo sql[/bold].",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class What(StrEnum):
    """The kinds of record that ``extract`` writes."""

    OBSERVATIONS = "observations"
    MEASURES = "measures"
    PROJECTS = "projects"
    PHASES = "phases"
    STATUSES = "statuses"
    SURVEYS = "surveys"
    REVIEW = "review"


class TableName(StrEnum):
    """The formats of ``extract``."""

    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


AcceptShrink = Annotated[
    list[str] | None,
    typer.Option(
        "--accept-shrink",
        metavar="DOCUMENT",
        help="Publish although this document now yields fewer records than are published (件数の減少を認める); repeatable.",
    ),
]
Municipality = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Six-digit code of the municipality (団体コード); must be on the list."),
]
OutFile = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="OUT", dir_okay=False, help="File to write. Default: standard output."),
]
OutFolder = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="DIR", file_okay=False, help="Default: exports/ in the data folder."),
]
Query = Annotated[
    str, typer.Argument(metavar="QUERY", help='One query, such as "SELECT * FROM marts.indicator_progress".')
]


@app.command()
def run(
    data_dir: DataDir = None, raw_docs: RawDocs = None, accept_shrink: AcceptShrink = None, ocr: Ocr = False
) -> None:
    """Read every PDF of the collection, build, check and publish the warehouse (一括処理).

    Documents that were read before are not read again. Ends with 0, 1 when checks failed (nothing is published), 4 when
    the catalogue and the folder disagree.
    """
    from pipelines.running import run as run_all

    _ask_for_ocr(ocr)
    raise typer.Exit(run_all(Workspace.default(data_dir, raw_docs), accept_shrink or []))


@app.command()
def extract(
    file: PdfFile,
    municipality: Municipality = None,
    what: Annotated[What, typer.Option(help="Kind of record to write (抽出する種類).")] = What.OBSERVATIONS,
    table_format: Annotated[TableName, typer.Option("--format", help="Format of the table.")] = TableName.CSV,
    out: OutFile = None,
    ocr: Ocr = False,
) -> None:
    """Read one PDF and write what it prints as a table, without touching the warehouse (1件の抽出).

    Ends with 0 (also when nothing was found), 2 for unusable arguments, 3 when the file cannot be read as a PDF with text.
    """
    from pipelines.extracting import extract as extract_one

    _check_municipality(municipality)
    _check_out(out, table_format)
    _ask_for_ocr(ocr)
    raise typer.Exit(extract_one(file, what.value, table_format.value, out))


@app.command()
def check(data_dir: DataDir = None) -> None:
    """Check the published warehouse again and write the readable Data Docs (検査).

    Ends with 0 when every expectation holds, 1 when one does not.
    """
    from pipelines.checking import check as check_published

    raise typer.Exit(check_published(Workspace.default(data_dir)))


@app.command()
def export(
    data_dir: DataDir = None,
    out: OutFolder = None,
) -> None:
    """Write every mart of the published warehouse as CSV, Parquet and one Excel workbook (表計算ソフト用の出力)."""
    from pipelines.exporting import export as export_published

    raise typer.Exit(export_published(Workspace.default(data_dir), out))


@app.command()
def sql(
    query: Query,
    data_dir: DataDir = None,
    result_format: Annotated[ResultName, typer.Option("--format", help="Format of the rows.")] = ResultName.TABLE,
) -> None:
    """Ask the published warehouse one question in SQL, read-only (SQLで問い合わせ).

    Ends with 0, or 2 and one line when the query cannot be run.
    """
    from pipelines.querying import query as run_query

    raise typer.Exit(run_query(Workspace.default(data_dir).warehouse, query, result_format.value))


@app.command()
def version() -> None:
    """Print the version of Shihyo (バージョン)."""
    from importlib.metadata import version as version_of

    typer.echo(f"shihyo {version_of('shihyo')}")


app.command()(review)
app.command()(show)


def _check_municipality(code: str | None) -> None:
    from extract.collection import municipality_codes

    if code is not None and code not in municipality_codes(Workspace.default().reference):
        problem = f"{code} is not in the list of municipalities (団体コードがありません)"
        raise typer.BadParameter(problem, param_hint="--municipality")


def _ask_for_ocr(wanted: bool) -> None:
    """Before any work: what reading pictures needs must be there."""
    from extract.ocr_tesseract import OcrMissing

    try:
        recognition.ask(wanted)
    except OcrMissing as error:
        raise typer.BadParameter(str(error), param_hint="--ocr") from error


def _check_out(out: Path | None, table_format: TableName) -> None:
    """Before any work: a place to write to, and no bytes of Parquet onto a terminal."""
    if out is None and table_format is TableName.PARQUET and sys.stdout.isatty():
        raise typer.BadParameter("parquet is no text; name a file with -o", param_hint="--format")
    if out is not None and not os.access(out.resolve().parent, os.W_OK):
        raise typer.BadParameter(f"cannot write to the folder {out.resolve().parent}", param_hint="--out")


def main() -> None:
    """Run the command line; what stops it becomes one line and a documented exit code."""
    try:
        app()
    except BrokenPipeError:
        # The reader of our output has seen enough (… | head): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.OK)
    except Exception:
        # A fault of ours: where it arose is what whoever mends it must know; 1 would say that checks had failed.
        traceback.print_exc()
        sys.exit(ExitCode.BROKE_OFF)

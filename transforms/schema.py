"""Every column of every record, declared once: name, Polars type, meaning and unit.

Belongs here: the declaration that CSV, Parquet, DDL comments and docs are made from. Does not belong here: rules.
The first columns of each record, in this order, are the contract of ``shihyo extract``.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``in_csv`` says whether ``shihyo extract --format csv`` prints it."""

    name: str
    dtype: pl.DataType
    meaning: str
    unit: str = ""
    in_csv: bool = True


TEXT, INT, FLOAT, BOOL = pl.String(), pl.Int64(), pl.Float64(), pl.Boolean()

_WHERE = (
    Column("document", TEXT, "document id: the file name without .pdf"),
    Column("page", INT, "page of the PDF, counted from 1"),
)
_CONFIDENCE = Column("confidence", FLOAT, "0 to 1; 0.9 and above is published unseen, below goes to review")

OBSERVATION: tuple[Column, ...] = (
    *_WHERE,
    Column("field", TEXT, "施策分野 as printed"),
    Column("measure_no", TEXT, "number of the measure (施策) as printed, e.g. 2-3"),
    Column("measure", TEXT, "name of the measure (施策) as printed"),
    Column("indicator", TEXT, "name of the indicator (指標) as printed"),
    Column("value_kind", TEXT, "baseline (基準値), actual (実績値) or target (目標値)"),
    Column("period_label", TEXT, "the period as printed"),
    Column("fiscal_year", INT, "fiscal year (1 April to 31 March), Western year in which it starts", "year"),
    Column("calendar_year", INT, "calendar year, Western; filled where the document counts by 年, not 年度", "year"),
    Column("raw_text", TEXT, "the figure as printed, line breaks kept"),
    Column("value", FLOAT, "the figure in the base unit; a percentage keeps its printed figure", "see unit"),
    Column("unit", TEXT, "base unit alone: 件, 人, %, 円 …"),
    Column("per", TEXT, "what the unit is counted per: 年, 校, 人 …"),
    Column("status", TEXT, "numeric, text, not_set or not_available"),
    Column("comparator", TEXT, "以上, 以下, 未満, 超, 約, or blank"),
    Column("numerator", FLOAT, "numerator of a ratio whose parts are printed"),
    Column("denominator", FLOAT, "denominator of a ratio whose parts are printed"),
    Column("note", TEXT, "qualifiers printed with the figure"),
    Column("direction", TEXT, "which way is better: up, down or none"),
    Column("department", TEXT, "department in charge (担当課) as printed"),
    Column("rating", TEXT, "printed rating (評価): A, ◎ …"),
    _CONFIDENCE,
    Column("x0", FLOAT, "left edge of the cell", "pt"),
    Column("top", FLOAT, "upper edge of the cell, from the top of the page", "pt"),
    Column("x1", FLOAT, "right edge of the cell", "pt"),
    Column("bottom", FLOAT, "lower edge of the cell, from the top of the page", "pt"),
    Column("rules", TEXT, "ids of the rules applied, separated by blanks", in_csv=False),
)

MEASURE: tuple[Column, ...] = (
    *_WHERE,
    Column("field", TEXT, "施策分野 as printed"),
    Column("measure_no", TEXT, "number of the measure (施策) as printed, e.g. 2-3"),
    Column("measure", TEXT, "name of the measure, without the mark of its category"),
    Column("category", TEXT, "新規 or 継続 as printed"),
    Column("is_new", BOOL, "the category means a new measure; blank where none is printed"),
    Column("department", TEXT, "department in charge (担当課)"),
    Column("audience", TEXT, "対象: the audiences that are marked (■ 市民向け)"),
    Column("for_citizens", BOOL, "citizens are among the audiences; blank where none is printed"),
    Column("for_office", BOOL, "the offices themselves are among the audiences; blank where none is printed"),
    Column("listed_page", INT, "掲載ページ: the printed page that the list of measures names"),
    Column("has_indicator", BOOL, "the measure sets an indicator; blank where nothing is said of one"),
    Column("overview", TEXT, "概要"),
    Column("background", TEXT, "背景"),
    Column("situation", TEXT, "現状"),
    Column("issue", TEXT, "課題"),
    Column("approach", TEXT, "取組"),
    Column("effect", TEXT, "(期待される)効果"),
    Column("place", TEXT, "where the measure is described in full: card, page or list"),
    _CONFIDENCE,
)

PROJECT: tuple[Column, ...] = (
    *_WHERE,
    Column("project_no", TEXT, "number of the project as printed"),
    Column("name", TEXT, "name of the project (事業名)"),
    Column("category", TEXT, "新規, 変更 or 継続 as printed"),
    Column("department", TEXT, "department in charge (担当課)"),
    Column("description", TEXT, "事業内容"),
    Column("pillar", TEXT, "基本方針"),
    Column("policy", TEXT, "施策の柱"),
    Column("sub_policy", TEXT, "施策"),
    _CONFIDENCE,
)

PHASE: tuple[Column, ...] = (
    *_WHERE,
    Column("project_no", TEXT, "number of the project as printed"),
    Column("project", TEXT, "name of the project"),
    Column("label", TEXT, "label of the bar: 検討, 構築, 運用 …"),
    Column("first_fiscal_year", INT, "first fiscal year of the bar; blank where it begins under 以前", "year"),
    Column("last_fiscal_year", INT, "last fiscal year of the bar; blank where it ends under 以降", "year"),
    Column("open_start", BOOL, "the bar begins under 以前"),
    Column("open_end", BOOL, "the bar ends under 以降"),
    _CONFIDENCE,
)

STATUS: tuple[Column, ...] = (
    *_WHERE,
    Column("field", TEXT, "heading under which the table stands"),
    Column("measure", TEXT, "施策 as printed"),
    Column("initiative", TEXT, "the whole cell as printed, 再掲 and （新） included"),
    Column("started_label", TEXT, "開始時期 as printed"),
    Column("started_fiscal_year", INT, "fiscal year in which it started, where one is printed", "year"),
    Column("mark", TEXT, "進捗管理 as printed"),
    Column("status", TEXT, "planned, running, partly_running, under_study, ended or not_stated"),
    Column("is_new", BOOL, "the initiative is marked （新）"),
    Column("repeats", TEXT, "the place that 【再掲…】 names"),
    _CONFIDENCE,
)

SURVEY: tuple[Column, ...] = (
    *_WHERE,
    Column("survey", TEXT, "name of the survey as printed"),
    Column("fiscal_year", INT, "fiscal year of the survey", "year"),
    Column("target", TEXT, "調査対象 as printed"),
    Column("method", TEXT, "抽出方法 as printed"),
    Column("sent", FLOAT, "number of questionnaires or places asked", "sent_unit"),
    Column("sent_unit", TEXT, "unit of sent: 件, 校 …"),
    Column("valid", FLOAT, "number of valid answers", "件"),
    _CONFIDENCE,
)

REVIEW: tuple[Column, ...] = (
    *_WHERE,
    Column("reason", TEXT, "why a person must look: unread_region, low_confidence, disagreement …"),
    Column("text", TEXT, "what was read there"),
    Column("x0", FLOAT, "left edge of the region", "pt"),
    Column("top", FLOAT, "upper edge of the region", "pt"),
    Column("x1", FLOAT, "right edge of the region", "pt"),
    Column("bottom", FLOAT, "lower edge of the region", "pt"),
)

RECORDS: dict[str, tuple[Column, ...]] = {
    "observations": OBSERVATION,
    "measures": MEASURE,
    "projects": PROJECT,
    "phases": PHASE,
    "statuses": STATUS,
    "surveys": SURVEY,
    "review": REVIEW,
}


def polars_schema(columns: tuple[Column, ...]) -> pl.Schema:
    """The Polars schema (name to type, in order) of a declared record."""
    return pl.Schema({column.name: column.dtype for column in columns})

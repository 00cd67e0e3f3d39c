"""What the heads above one column say together, from the top row of a header down to its last.

Belongs here: role, kind, period and unit of one column by its path. Does not belong here: rows of labels (``columns``), what the
cells below add (``column_roles``).
"""

from __future__ import annotations

from dataclasses import replace

from extract.era_heads import era_head
from extract.grid import Cell, Grid
from extract.labels import Label, label_of, says_values, squeeze
from extract.lexicon import phrase
from extract.model import ValueKind
from extract.tables.columns import Column, ColumnRole, join_lines
from extract.unit_lines import unit_line, without_unit_behind
from extract.unit_words import unit_in_bracket

_LEANS = phrase("leaning")
_ACCOUNTS = phrase("accounts_of_year")
_PLACE = phrase("place_in_cell")
_STAGE = phrase("stage_of_evaluation")


def header_column(grid: Grid, header: range, by_row: list[dict[int, Label]], index: int) -> Column:
    """One column as its header path states it; a path without a telling label leaves the role to the content."""
    path = _kinds_of_years(_labels_down(grid, header, by_row, index))
    period = next((label.period for label in reversed(path) if label.period), "")
    role = _role(path, period)
    kind = _kind(_kinds_named(path)) if role == "value" else None
    head = " ".join(join_lines(label.text) for label in path if label.text)
    rule = "words-under-kind" if kind and _says_nothing(path[-1]) else ""
    announces = role in ("value", "text") and _lacks_year(path[-1])
    return Column(
        index, "period" if announces else role, kind, period, _unit(path, period), head, _topic(path), kind_rule=rule
    )


def _labels_down(grid: Grid, header: range, by_row: list[dict[int, Label]], index: int) -> list[Label]:
    """The labels of the cells above a column, each once; what stands where in a cell (上段：中間) names no column."""
    path: list[tuple[Cell, Label]] = []
    for row, labels in zip(header, by_row, strict=True):
        cell = grid.at(row, index)
        if (not path or path[-1][0] is not cell) and not _PLACE.fullmatch(squeeze(cell.text)):
            path.append((cell, labels.get(cell.col, label_of(cell.text))))
    return [label for _, label in path] or [label_of("")]


def _role(path: list[Label], period: str) -> ColumnRole:
    """The role that the lowest telling label gives; a column of a year alone holds values."""
    spoken = [label.role for label in path if label.role and label.role != "period"]
    if spoken:
        return spoken[-1]
    return "value" if period else "text"


def _unit(path: list[Label], period: str) -> str:
    """The unit that the lowest label with one states."""
    units = (label.unit or unit_line(label.text) for label in reversed(path) if not (period and _heads_years(label)))
    return next((unit for unit in units if unit), "")


def _topic(path: list[Label]) -> str:
    """The words of the path that are no label: what is counted or measured."""
    free = [label.text for label in path if label.text and not label.speaks]
    return " ".join(_without_unit(join_lines(text)) for text in free if not era_head(text) and not says_values(text))


def _kinds_of_years(path: list[Label]) -> list[Label]:
    """The labels of a path with 基準年 over its year as what they are with that year beside them: a baseline."""
    period = next((label.period for label in reversed(path) if label.period), "")
    dated = [label_of(f"{label.text}（{period}）") if _lacks_year(label) else label for label in path]
    kinds = [d if d.kind else label for d, label in zip(dated, path, strict=True)] if period else path
    under_kind = any(label.kind for label in kinds)
    return [replace(k, role="period") if under_kind and (_is_of_accounts(k) or _is_stage(k)) else k for k in kinds]


def _is_of_accounts(label: Label) -> bool:
    """True for the accounts of a year (令和2年度決算), which date the figures of a kind; alone they are sums of money spent."""
    return label.role == "rate" and bool(label.period) and bool(_ACCOUNTS.search(squeeze(label.text)))


def _is_stage(label: Label) -> bool:
    """True for the year of an evaluation (2026年度 中間評価) under a kind: it says when, and rates nothing."""
    return label.role == "rating" and bool(label.period) and bool(_STAGE.search(squeeze(label.text)))


def _lacks_year(label: Label) -> bool:
    return label.role == "period" and not label.period


def _heads_years(label: Label) -> bool:
    """True for a kind with 年 in brackets over its years (実績（年）): not the unit of its values."""
    return label.unit in ("年", "年度") and not label.period


def _says_nothing(label: Label) -> bool:
    """True for words that are no known label, nor say what a column holds beside years (数値)."""
    return label.role is None and bool(label.text.strip()) and not says_values(label.text)


def _without_unit(text: str) -> str:
    """A free text of a header without the unit behind it, in brackets or by its label (単位：％), which the column keeps by itself."""
    text = without_unit_behind(text)
    name, bracket, unit = text.rstrip("）)").rpartition("（" if "（" in text else "(")
    return name.rstrip() if bracket and name and unit_in_bracket(squeeze(unit)) else text


def _kinds_named(path: list[Label]) -> list[ValueKind]:
    """The kinds that the labels of a path name; a total (累計（R3～R7）) and an estimate (R6見込) are of the kind that stands over them, if
    one does.
    """
    named = [(label.kind, bool(_LEANS.search(squeeze(label.text)))) for label in path if label.kind]
    return [kind for kind, leans in named if not leans] or [kind for kind, _ in named]


def _kind(kinds: list[ValueKind]) -> ValueKind | None:
    """The kind that a header path names: the deepest, but 実績 under 計画策定時 is the baseline."""
    if not kinds:
        return None
    return "baseline" if kinds[-1] == "actual" and "baseline" in kinds else kinds[-1]

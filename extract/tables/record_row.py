"""One body row of a headed table: what its cells name, and what the row itself states of its values.

Belongs here: names, and the row's own label. Does not belong here: kind, period and unit of a value (``stated_of_row``), the walk over
rows (``columnar``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, reduce

from extract.grid import Cell, Grid
from extract.labels import Label, label_of, says_values, squeeze
from extract.lexicon import phrase
from extract.model import ValueKind
from extract.shapes import is_ditto
from extract.tables.columns import Column, stacked_labels
from extract.tables.context import Context
from extract.tables.draft import Names
from extract.tables.groups import Group
from extract.tables.kind_in_name import KindInName, kind_in_name
from extract.tables.parts_beside import part_beside
from extract.titles import indicator_title, names_measure
from extract.unit_lines import unit_line, without_unit_behind

_DIFFERENCE = phrase("difference")
_LONGEST_AXIS = 16  # characters of a row label; a longer text that ends like a label is a name
_AXIS = ("value", "period", "kind", "rate", "rating", "attainment")
_AXIS_COLUMNS = ("kind", "period", "text", "blank", "indicator", "measure", "note", "field", "unit")
_UNTOLD = ("text", "blank")
_TOPIC_COLUMNS = ("number", "measure", "text", "indicator", "field")


@dataclass(frozen=True)
class RecordRow:
    """One body row with its columns, the group it stands in, the surroundings of its table, and the row whose
    names it shares where it names nothing but another kind of value (目標 over 実績).
    """

    grid: Grid
    row: int
    columns: list[Column]
    group: Group
    context: Context
    partner: RecordRow | None = None

    def text(self, column: int) -> str:
        """The text of a cell; 〃 repeats the nearest printed cell above it."""
        above = (self.grid.at(row, column).text for row in range(self.row, -1, -1))
        return next((text for text in above if not is_ditto(text)), self.grid.at(self.row, column).text)

    @cached_property
    def axis(self) -> Label | None:
        """What the row itself states of its values (目標, 実績, a year), from its label columns."""
        return reduce(_merged, self._spoken.values()) if self._spoken else None

    @cached_property
    def is_dated_unclearly(self) -> bool:
        """True where several label columns of the row name a period each, or one does that stands untold behind the first value: it may be
        that of one value alone.
        """
        dating = {index: squeeze(label.period) for index, label in self._spoken.items() if label.period}
        untold = any(c.index in dating and c.role in _UNTOLD and c.index > self._first_value for c in self.columns)
        return untold or len(set(dating.values())) > 1

    @cached_property
    def _first_value(self) -> int:
        return next((c.index for c in self.columns if c.role == "value"), self.grid.n_cols)

    @cached_property
    def _spoken(self) -> dict[int, Label]:
        """The labels of the row by column."""
        dating = {column.dated for column in self.columns}
        # 出典：事業実績 behind the values labels no row
        columns = [c for c in self.columns if c.role != "note" or c.index < self._first_value]
        places = [c.index for c in columns if c.index not in dating and c.role in _AXIS_COLUMNS]
        cells = {index: cell for index in places if not self._is_group(cell := self.grid.at(self.row, index))}
        labels = {
            i: label_of(cell.text) for i, cell in cells.items() if not (cell is self.name_cell and self._is_difference)
        }
        return {i: at for i, at in labels.items() if at.role in _AXIS and len(squeeze(at.text)) <= _LONGEST_AXIS}

    @cached_property
    def _is_difference(self) -> bool:
        """True for a name of the difference of others, in a unit of its own (差（ポイント）), in a column of names, not of kinds."""
        named = self.name_cell
        if named is None or not _DIFFERENCE.fullmatch(squeeze(named.text)):
            return False
        return not any(label_of(cell.text).kind for cell in self.grid.column_cells(named.col))

    @cached_property
    def unit_of_values(self) -> str:
        """The unit in a cell that says what the row holds beside rows of years (数値（ha）), or behind its name (客室稼働率　単位：％)."""
        texts = [self.text(c.index) for c in self.columns if c.role in _AXIS_COLUMNS]
        said = (label_of(text).unit if says_values(text) else "" for text in texts)
        return next((unit for unit in said if unit), unit_line(self.name_cell.text) if self.name_cell else "")

    def _is_group(self, cell: Cell) -> bool:
        """True for a cell beside several indicators whose columns tell their kinds: a class of them (事業実績), no label of the row; 評価 is
        none.
        """
        named = self.name_cell
        rows = range(cell.row, cell.last_row + 1)
        if (
            label_of(cell.text).role == "rating"
            or named is None
            or named is cell
            or not any(c.role == "value" and c.tells_kind for c in self.columns)
        ):
            return False
        return len({id(self.grid.at(row, named.col)) for row in rows}) > 1 or self._is_class(cell)

    def _is_class(self, cell: Cell) -> bool:
        """True for a cell among classes of indicators (数値目標 beside its name, KPI beside several below it)."""
        others = [
            other for other in self.grid.column_cells(cell.col) if other.row > cell.row or other.last_row < cell.row
        ]
        return any(other.row_span > 1 and label_of(other.text).role == "indicator" for other in others)

    @cached_property
    def names(self) -> Names:
        """What the cells of the row name; the group or the header's free text is the field where no cell is."""
        topic = next((c.topic for c in self.columns if c.topic and c.role in _TOPIC_COLUMNS), "")
        indicator = self._of("indicator")
        if self.partner is not None:
            return self.partner.names
        return Names(
            field=self._of("field") or self.group.text or topic,
            measure_no=self._of("number"),
            measure=self._of("measure") or self._words_before_indicator(),
            indicator=""
            if label_of(indicator).role in _AXIS and not self._is_difference
            else self._with_part(self.told_by_name.name if self.told_by_name else indicator),
            department=self._of("department"),
            rating=self._of("rating"),
        )

    @cached_property
    def told_by_name(self) -> KindInName | None:
        """The kind and the year that the name states (【目標】令和8年度末の入所者数)."""
        named = [column.index for column in self.columns if column.role == "indicator"]
        beside = (cell.text for index in named for cell in self.grid.column_cells(index))
        told = kind_in_name(self._of("indicator"), beside)
        dated = any(column.period or column.dated is not None for column in self.columns if column.role == "value")
        return None if told is not None and told.kind is None and dated else told

    @cached_property
    def stacked(self) -> tuple[ValueKind, ...]:
        """The kinds of the lines of each value cell, where a cell of the row names them one below the other."""
        named = (stacked_labels(self.text(c.index)) for c in self.columns if c.role in ("kind", "text"))
        return next((kinds for kinds in named if len(kinds) > 1), self.context.stacked)

    @cached_property
    def is_named(self) -> bool:
        """True where a cell of the row names its measure, its indicator or its unit."""
        return any(self.own(c) for c in self.columns if c.role in ("indicator", "measure", "number", "unit"))

    def named(self, column: Column) -> Names:
        """Names with the indicator that the row, else the column, else the title gives; twin columns add their own."""
        names = self.names
        if is_named_twice(self, column):
            return replace(names, indicator=_both(names.indicator, column.topic))
        if names.indicator:
            return names
        unnamed = not any(c.role == "indicator" for c in self.columns)
        if column.topic and (column.role in ("figures", "text") or unnamed):
            return replace(names, indicator=column.topic)
        if unnamed and self.group.text:
            return replace(names, indicator=indicator_title(self.group.text))
        return replace(names, indicator=names.measure or self.context.title)

    def _of(self, role: str) -> str:
        parts = [self.own(column) for column in self.columns if column.role == role]
        return "\n".join(dict.fromkeys(part for part in parts if part))

    def own(self, column: Column) -> str:
        """The text of a cell as far as it names something: no label of the row, no unit behind it, no definition in smaller type."""
        cell = self.grid.at(self.row, column.index)
        text = (cell.main_text if column.role == "indicator" and cell.small else self.text(column.index)).strip()
        is_axis = label_of(text).role in ("value", "period", "rate") and column.role not in ("indicator", "measure")
        return "" if is_axis or says_values(text) else without_unit_behind(text)

    def _with_part(self, name: str) -> str:
        """The name with the part of it that this row is about, where it is merged over rows of parts (男性, 女性); a part beside a blank
        cell is the name (うち飼料用米).
        """
        return f"{name}（{self.part}）" if name and self.part else name or self.part

    @cached_property
    def part(self) -> str:
        """The part of a merged indicator that this row is about, or nothing."""
        named = self.name_cell
        if named is None:
            return ""
        columns = [c for c in self.columns if named.col < c.index < self._first_value]
        return part_beside(self.grid, self.row, columns, named)

    def name_covers(self, cell: Cell) -> bool:
        """True where the name of this row is merged over all rows of a cell."""
        named = self.name_cell
        return named is not None and named.row <= cell.row and cell.last_row <= named.last_row

    @cached_property
    def name_cell(self) -> Cell | None:
        """The cell that names the indicator of this row."""
        at = next((c.index for c in self.columns if c.role == "indicator"), None)
        return None if at is None else self.grid.at(self.row, at)

    def _words_before_indicator(self) -> str:
        indicator = next((c.index for c in self.columns if c.role == "indicator"), -1)
        words = [self.own(c) for c in self.columns if c.role == "text" and c.index < indicator]
        return " ".join(word for word in words if word)


def is_named_twice(row: RecordRow, column: Column) -> bool:
    """True where the row names an indicator and the head of the column what of it is counted, beside other such columns."""
    twins = sum(c.role == "value" and (c.kind, c.period) == (column.kind, column.period) for c in row.columns)
    return bool(row.names.indicator and column.topic) and twins > 1


def _both(name: str, topic: str) -> str:
    """The name of a row and that of its column as one: what is measured first (延床面積（図書館）, 受講者数（男性）)."""
    return f"{topic}（{name}）" if names_measure(topic) and not names_measure(name) else f"{name}（{topic}）"


def _merged(first: Label, second: Label) -> Label:
    """Two labels of one row as one; what is computed from values of a kind (計画, 過不足) is no value of that kind."""
    return Label(
        first.text,
        second.role if first.role in ("period", "kind") or second.role == "rate" else first.role,
        first.kind or second.kind,
        first.period or second.period,
        first.unit or second.unit,
    )

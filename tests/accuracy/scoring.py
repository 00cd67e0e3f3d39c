"""Observations against truth: which rows belong together, which are right, and the figures drawn from that.

Rows are paired one to one within the same kind of value by the likeness of the indicators' names, the same year first.
A pair is right where year, status, value and (for numbers) unit agree; for texts the printed text must agree.
A row is a mapping of column name to text; a column that is missing counts as blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from tests.accuracy.folding import fold, fold_unit

Row = Mapping[str, str]
LEAST_LIKENESS = 0.6
CONTAINED_LIKENESS = 0.85
MEASURE_WEIGHT, YEAR_BONUS, VALUE_BONUS = 0.3, 0.5, 0.2
TRUSTED = 0.9


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one document or of several; all shares are drawn from them."""

    gold: int = 0
    predicted: int = 0
    right: int = 0
    trusted: int = 0
    trusted_right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.gold + other.gold, self.predicted + other.predicted, self.right + other.right,
            self.trusted + other.trusted, self.trusted_right + other.trusted_right,
        )  # fmt: skip

    @property
    def precision(self) -> float:
        """Right rows among those predicted; 1 where nothing was predicted of nothing."""
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Right rows among those of the truth; 1 where the truth is empty."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def review_share(self) -> float:
        """Share of the predicted rows that go to review (confidence below ``TRUSTED``)."""
        return 1 - self.trusted / self.predicted if self.predicted else 0.0

    @property
    def trusted_precision(self) -> float:
        """Right rows among those published unseen; 1 where none is."""
        return self.trusted_right / self.trusted if self.trusted else 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows of a document beside its truth; ``pairs`` holds positions in ``gold`` and ``predicted``."""

    gold: tuple[Row, ...]
    predicted: tuple[Row, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def score(self) -> Score:
        """The counts of this comparison."""
        right = {j for i, j in self.pairs if is_right(self.gold[i], self.predicted[j])}
        trusted = {j for j, row in enumerate(self.predicted) if _confidence(row) >= TRUSTED}
        return Score(len(self.gold), len(self.predicted), len(right), len(trusted), len(right & trusted))

    def problems(self) -> list[str]:
        """One line for every wrong pair, missed row and spurious row."""
        return [*self._wrong(), *self._missed(), *self._spurious()]

    def _wrong(self) -> list[str]:
        pairs = [(self.gold[i], self.predicted[j]) for i, j in self.pairs]
        return [
            f"WRONG {'/'.join(wrong)}: {_line(g)} | read {_line(p)}" for g, p in pairs if (wrong := disagreements(g, p))
        ]

    def _missed(self) -> list[str]:
        paired = {i for i, _ in self.pairs}
        return [f"MISSED {_line(row)}" for i, row in enumerate(self.gold) if i not in paired]

    def _spurious(self) -> list[str]:
        paired = {j for _, j in self.pairs}
        return [f"SPURIOUS {_line(row)}" for j, row in enumerate(self.predicted) if j not in paired]


def compare(gold: Sequence[Row], predicted: Sequence[Row]) -> Comparison:
    """Pair the predicted rows of a document with its truth; rows without an indicator are left out."""
    kept_gold = tuple(row for row in gold if _text(row, "indicator").strip())
    kept_predicted = tuple(row for row in predicted if _text(row, "indicator").strip())
    return Comparison(kept_gold, kept_predicted, tuple(_pairs(kept_gold, kept_predicted)))


def _pairs(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """The likeliest pairs first, each row used once."""
    candidates = [
        (score, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (score := _affinity(g, p)) is not None
    ]
    candidates.sort(key=lambda candidate: -candidate[0])
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in candidates:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def _affinity(gold: Row, predicted: Row) -> float | None:
    """How well two rows fit each other, or ``None`` where they cannot be a pair."""
    if _text(gold, "value_kind") != _text(predicted, "value_kind"):
        return None
    name = _name_likeness(fold(_text(gold, "indicator")), fold(_text(predicted, "indicator")))
    if name < LEAST_LIKENESS:
        return None
    measure = _likeness(fold(_text(gold, "measure")), fold(_text(predicted, "measure")))
    year = YEAR_BONUS if year_of(gold) == year_of(predicted) else 0.0
    value = VALUE_BONUS if same_value(gold, predicted) else 0.0
    return name + MEASURE_WEIGHT * measure + year + value


def _name_likeness(gold: str, predicted: str) -> float:
    contained = bool(gold and predicted) and (gold in predicted or predicted in gold)
    return max(_likeness(gold, predicted), CONTAINED_LIKENESS if contained else 0.0)


@lru_cache(maxsize=100_000)
def _likeness(gold: str, predicted: str) -> float:
    return SequenceMatcher(None, gold, predicted, autojunk=False).ratio()


def is_right(gold: Row, predicted: Row) -> bool:
    """Whether a paired row says what the truth says."""
    return not disagreements(gold, predicted)


def disagreements(gold: Row, predicted: Row) -> list[str]:
    """In which of year, status, value and unit a pair disagrees."""
    numeric = _status(gold) == "numeric"
    agree = {
        "year": year_of(gold) == year_of(predicted),
        "status": _status(gold) == _text(predicted, "status"),
        "value": same_value(gold, predicted),
        "unit": not numeric or fold_unit(_text(gold, "unit")) == fold_unit(_text(predicted, "unit")),
    }
    return [name for name, same in agree.items() if not same]


def year_of(row: Row) -> str:
    """The fiscal year or else the calendar year, blank where neither is given."""
    text = _text(row, "fiscal_year").strip() or _text(row, "calendar_year").strip()
    return str(int(float(text))) if text else ""


def same_value(gold: Row, predicted: Row) -> bool:
    """Whether the numbers agree, or for what is no number, the printed texts."""
    wanted, read = _number(_text(gold, "value")), _number(_text(predicted, "value"))
    if wanted is None and read is None:
        unset = _text(gold, "status") in {"not_set", "not_available"}
        return unset or fold(_text(gold, "raw_text")) == fold(_text(predicted, "raw_text"))
    if wanted is None or read is None:
        return False
    return abs(wanted - read) <= 1e-9 * max(1.0, abs(wanted))


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def _status(row: Row) -> str:
    return _text(row, "status") or "numeric"


def _confidence(row: Row) -> float:
    return _number(_text(row, "confidence")) or 0.0


def _text(row: Row, column: str) -> str:
    return row.get(column) or ""


def _line(row: Row) -> str:
    shown = ("page", "indicator", "value_kind", "raw_text", "value", "unit", "status", "confidence")
    return " ".join(filter(None, (_text(row, column).strip() for column in shown))) + f" [{year_of(row)}]"

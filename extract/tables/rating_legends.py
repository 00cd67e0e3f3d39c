"""Tables that explain or count ratings (評価｜基準｜項目数 over ◎ ○ △): they hold figures and the words of an indicator table, but
no indicator.

Belongs here: telling such tables. Does not belong here: ratings beside indicators (``record_row``).
"""

from __future__ import annotations

import re

from extract.grid import Grid
from extract.labels import label_of, squeeze
from extract.lexicon import phrase
from extract.shapes import is_dash, looks_like_value

_SIGN = r"(?:[◎○〇●△▲▽▼×✕✖☆★◇◆□■↑↗→↘↓⤴⤵]{1,3}|[A-ES][+\-]?)"
_MARK = re.compile(rf"(?:評価|ランク|判定|区分)?[「『]?{_SIGN}[」』]?(?:評価|ランク|判定)?(?:[:(].{{1,14}})?")
_TOTAL = phrase("total_of_ratings")
_LONGEST_WORD = 12  # characters of a rating that is a word (概ね順調)
_FEWEST = 2


def explains_ratings(grid: Grid) -> bool:
    """True for a table that lists the ratings themselves, one a row or one a column."""
    return _lists_ratings(grid) or _lists_ratings(grid.transposed())


def _lists_ratings(grid: Grid) -> bool:
    """Below the head of the first column every row begins with another rating, and no head speaks of indicators."""
    first = [cell for cell in grid.column_cells(0) if cell.text.strip()]
    if len(first) <= _FEWEST or first[0].row > 0:
        return False
    rated = label_of(first[0].text).role in ("rating", "attainment")
    if not _heads_no_indicators(grid, rated):
        return False
    texts = [
        squeeze(cell.text) for cell in first[1:] if not _TOTAL.fullmatch(squeeze(cell.text)) and not is_dash(cell.text)
    ]
    return len(texts) >= _FEWEST and len(set(texts)) == len(texts) and all(_is_rating(text, rated) for text in texts)


def _is_rating(text: str, rated: bool) -> bool:
    """True for a sign of rating; under a head that says so, for any short words."""
    words = rated and len(text) <= _LONGEST_WORD and not looks_like_value(text) and not label_of(text).speaks
    return words or bool(_MARK.fullmatch(text))


def _heads_no_indicators(grid: Grid, rated: bool) -> bool:
    """At most one head names a kind or a period; under a head of ratings several may, if none names indicators."""
    heads = [label_of(cell.text) for cell in grid.row_cells(0)[1:]]
    named = any(label.role in ("indicator", "measure") for label in heads)
    return (rated and not named) or sum(label.kind is not None or bool(label.period) for label in heads) < _FEWEST

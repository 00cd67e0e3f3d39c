"""Words set with blanks between their letters (項　目), and figures with their year behind them: runs of a line that are one.

Belongs here: joining such runs. Does not belong here: cutting a line into runs, what a line is (``text_lines``).
"""

from __future__ import annotations

from itertools import pairwise

from extract.era_heads import era_head
from extract.labels import is_period, label_of, squeeze
from extract.lines import Run, run_of
from extract.shapes import in_brackets, is_dash, is_figure

_SPACED_BY = 9  # glyph sizes between the letters of a letter-spaced word at most
_FEWEST_LETTERS, _BETWEEN_LETTERS = 3, 2.0  # letters of a word that is no label, and glyph sizes between them at most
_FIRST_LETTER = 2.5  # glyph sizes behind the first letter of such a word, where the other letters touch
_BEHIND_FIGURE = 1.6  # glyph sizes between a figure and its year in brackets at most


def letters_joined(runs: list[Run]) -> list[Run]:
    """Runs of one character each at even distances are one letter-spaced word (項　目), not columns; so are a figure and its year."""
    joined: list[Run] = []
    for run in _even_letters(runs):
        if joined and (_spaced_word(joined[-1], run) or _dates(joined[-1], run)):
            joined[-1] = run_of([*joined[-1].glyphs, *run.glyphs])
        else:
            joined.append(run)
    return joined


def _even_letters(runs: list[Run]) -> list[Run]:
    """Runs, three or more ideographs that stand alone at even and short distances (入　込　客　数) as one."""
    joined: list[Run] = []
    start = 0
    while start < len(runs):
        end = start + 1
        while end < len(runs) and _goes_on_evenly(runs[start : end + 1]):
            end += 1
        word = runs[start:end] if end - start >= _FEWEST_LETTERS else runs[start : start + 1]
        joined.append(run_of([glyph for run in word for glyph in run.glyphs]) if len(word) > 1 else word[0])
        start += len(word)
    return joined


def _goes_on_evenly(letters: list[Run]) -> bool:
    gaps = [right.box.x0 - left.box.x1 for left, right in pairwise(letters)]
    alone = all(len(letter.glyphs) == 1 and ("一" <= letter.text <= "龠" or letter.text == "の") for letter in letters)
    return alone and max(gaps) <= _BETWEEN_LETTERS * letters[0].size and max(gaps) - min(gaps) <= letters[0].size / 4


def _spaced_word(left: Run, right: Run) -> bool:
    if _begins_word(left, right):
        return True
    if len(right.glyphs) != 1 or right.text.isascii() or is_dash(right.text) or len(squeeze(left.text)) > 5:
        return False
    if right.box.x0 - left.box.x1 > _SPACED_BY * left.size:
        return False
    if era_head(left.text + right.text):
        return True
    return label_of(left.text + right.text).speaks and not (label_of(left.text).speaks and label_of(right.text).speaks)


def _dates(left: Run, right: Run) -> bool:
    """True for a year in brackets close behind a figure (54.1％　（H25）)."""
    if not in_brackets(right.text) or right.box.x0 - left.box.x1 > _BEHIND_FIGURE * left.size:
        return False
    return is_period(right.text) and is_figure(left.text) and not label_of(left.text).speaks


def _begins_word(left: Run, right: Run) -> bool:
    """True for the first letter of a spaced label whose last letter touches its bracket (現　状（令和元年度）)."""
    if len(left.glyphs) != 1 or right.box.x0 - left.box.x1 > _FIRST_LETTER * left.size:
        return False
    return label_of(left.text + right.text).speaks and not label_of(right.text).speaks

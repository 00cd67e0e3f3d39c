"""Lines of an open header in which words that name an era stand over bare years (平成 over 28 29 30, 令和 over 元 2).

Belongs here: which words of a line are such eras and years. Does not belong here: the same in a grid (``era_heads``), columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.era_heads import era_head, is_bare_year
from extract.labels import label_of
from extract.lines import Run
from extract.shapes import in_brackets, is_course
from extract.text_lines import TextLine

_FIRST_COLUMN = 3.0  # glyph sizes from the left edge of a table within which words of its first column begin


def names_era(run: Run) -> bool:
    """True for words that name an era and nothing else."""
    return bool(era_head(run.text))


def names_bare_year(run: Run) -> bool:
    """True for a year without its era."""
    return is_bare_year(run.text)


def is_line_of_years(line: TextLine, above: Sequence[TextLine]) -> bool:
    """True for a line of bare years, labels and words in brackets below a line that names an era; for bare years of a course
    with nothing in the first column below labels too.
    """
    left = min(run.box.x0 for upper in above for run in upper.runs)
    indented = line.runs[0].box.x0 - left > _FIRST_COLUMN * line.size
    if indented and is_course([run.text for run in line.runs]):
        return True
    eras = any(names_era(run) for upper in above for run in upper.runs)
    told = all(names_bare_year(run) or in_brackets(run.text) or label_of(run.text).speaks for run in line.runs)
    return eras and told and any(names_bare_year(run) for run in line.runs)


def with_dated_years(header: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a header, every bare year below eras written with the nearest of them, the eras left out."""
    lines: list[TextLine] = []
    for i, line in enumerate(header):
        eras = [run for upper in header[:i] for run in upper.runs if names_era(run)]
        dated = [_dated(run, eras) if eras and names_bare_year(run) else run for run in line.runs]
        lines.append(TextLine(tuple(dated)))
    kept = [tuple(run for run in line.runs if not names_era(run)) for line in lines]
    return [TextLine(runs) for runs in kept if runs]


def _dated(run: Run, eras: Sequence[Run]) -> Run:
    nearest = min(eras, key=lambda era: abs(era.box.x0 + era.box.x1 - run.box.x0 - run.box.x1))
    return replace(run, text=f"{era_head(nearest.text)}{run.text.strip()}年度")

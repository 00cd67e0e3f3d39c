"""What stands above and below the tables of a page: bands of tables, notes that date values, units and legends.

Belongs here: which lines belong to which table. Does not belong here: what a line says (``captions``, ``legends``), the reading of tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.captions import heading_level
from extract.footnotes import unwrapped_notes
from extract.grid import Grid
from extract.labelled_values import labelled_values, states_value
from extract.legends import Legend, agreed_legend, legend_in
from extract.lines import Run
from extract.stated_periods import StatedPeriods, stated_periods
from extract.unit_lines import unit_line


def unit_of_page(above: list[Run]) -> str:
    """The unit stated above the first heading of the first table of a page: it holds for all tables that state none."""
    units = [unit_line(line.text) for line in above]
    return next((unit for i, unit in enumerate(units) if unit and any(map(is_heading, above[i + 1 :]))), "")


def periods_near(above: list[Run], below: list[Run]) -> StatedPeriods:
    """Periods stated between the last heading and the table, or between the table and the next heading."""
    headed = max((i for i, line in enumerate(above) if is_heading(line)), default=-1)
    ends = next((i for i, line in enumerate(below) if is_heading(line)), len(below))
    return stated_periods(notes_in(above[headed + 1 :])).over(stated_periods(notes_in(below[:ends])))


def notes_in(lines: list[Run]) -> Iterator[str]:
    """The lines that may be notes, each with the line that it runs on into: a label with its own value dates no other value."""
    plain = [line for line in lines if not any(states_value(value) for value in labelled_values(line))]
    return unwrapped_notes(plain)


def legend_near(below: list[Run], lines: list[Run], of_document: Legend) -> Legend:
    """The legend stated between a table and the next heading, else the one of its page, else the one of the document."""
    ends = next((i for i, line in enumerate(below) if is_heading(line)), len(below))
    own = legend_in(line.text for line in below[:ends])
    return own.after(agreed_legend(line.text for line in lines)).after(of_document)


def is_heading(line: Run) -> bool:
    """True for a line that heads what stands below it, by its number or mark."""
    return heading_level(line.text) in ("chapter", "field", "section", "item")


def bands_of(grids: Sequence[Grid], lines: list[Run]) -> Iterator[tuple[list[Run], list[Grid]]]:
    """Tables side by side, with the lines between them and the tables before; last the lines below all tables."""
    bands: list[list[Grid]] = []
    for grid in grids:
        if bands and grid.ys[0] < bands[-1][0].ys[-1] - 3:
            bands[-1].append(grid)
        else:
            bands.append([grid])
    done = 0
    for band in bands:
        end = done
        while end < len(lines) and lines[end].y_mid < band[0].ys[0]:
            end += 1
        yield lines[done:end], band
        done = end
    yield lines[done:], []

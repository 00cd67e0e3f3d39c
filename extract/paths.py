"""Painted paths as lines, rectangles and curves with the box around each.

Belongs here: what ``pdfminer.layout.LTLine``, ``LTRect`` and ``LTCurve`` work out of a path, as far as reading needs it. Does not
belong here: which paths rings consist of (``rings``), what a colour shows (``page``).
Source: ISO 32000-1, 8.5.2; which path is a line and which a rectangle is pdfminer's judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from pdfminer.utils import Matrix, Point

from extract.rings import PathSegment

Form = Literal["line", "rectangle", "curve"]
_LINES, _RECTANGLES = ("ml", "mlh"), ("mlllh", "mllll")


class Shape(NamedTuple):
    """One painted shape on a page; origin bottom left."""

    form: Form
    x0: float
    y0: float
    x1: float
    y1: float
    stroke: bool
    fill: bool
    stroking_color: object
    non_stroking_color: object


def outlines(path: Sequence[PathSegment], matrix: Matrix) -> Iterator[tuple[Form, list[Point]]]:
    """The parts of a path, each with points whose box is its own; what begins with no point paints nothing."""
    if path and path[0][0] == "m":
        starts = [i for i, segment in enumerate(path) if segment[0] == "m"]
        parts = [path[start:end] for start, end in pairwise([*starts, len(path)])]
        yield from (_outline(part, matrix) for part in parts if len(part) > 1 or len(parts) == 1)


def _outline(part: Sequence[PathSegment], matrix: Matrix) -> tuple[Form, list[Point]]:
    """One part: its form, and its corners (of a rectangle two, of a curve where its pieces end)."""
    a, b, c, d, e, f = matrix
    ends = [segment[-2:] if segment[0] != "h" else part[0][-2:] for segment in part]
    points = [(a * x + c * y + e, b * x + d * y + f) for x, y in ends]
    operators = "".join(segment[0] for segment in part)
    if len(operators) > 3 and operators.endswith("lh") and points[-2] == points[0]:
        operators, points = operators[:-2] + "h", points[:-1]
    if operators in _LINES:
        return "line", points[:2]
    if operators in _RECTANGLES and _is_upright(points):
        return "rectangle", [points[0], points[2]]
    return "curve", points


def _is_upright(points: list[Point]) -> bool:
    """True for five points that go round an upright rectangle."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3), end = points
    sides = (x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0) or (y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0)
    return end == points[0] and sides

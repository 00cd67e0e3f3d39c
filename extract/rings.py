"""Rectangles within rectangles, filled by the even-odd rule: only what lies between the two is painted.

Belongs here: the bars that such a ring consists of (how a producer draws the borders of a box, a bar left of a heading among
them). Does not belong here: other paths, what the bars mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

PathSegment = tuple[Any, ...]
"""An operator of a path and its operands, as pdfminer hands them on."""
Rect = tuple[float, float, float, float]

_TOUCH = 0.01  # units by which numbers of one edge differ in a file
_OF_RECT = "mlllh"  # what pdfminer makes of the operator re


def ring_bars(path: Sequence[PathSegment]) -> list[list[PathSegment]] | None:
    """The bars between two rectangles, each as a path; None where a path is not a rectangle within a rectangle."""
    if "".join(part[0] for part in path) != _OF_RECT * 2:
        return None
    one, other = (_rect(list(part)) for part in (path[:5], path[5:]))
    if one is None or other is None:
        return None
    outer, inner = (one, other) if _within(other, one) else (other, one)
    return [_path(bar) for bar in _between(outer, inner)] if _within(inner, outer) else None


def _rect(part: list[PathSegment]) -> Rect | None:
    corners = [(segment[1], segment[2]) for segment in part[:-1]]
    xs, ys = sorted({x for x, _ in corners}), sorted({y for _, y in corners})
    return (xs[0], ys[0], xs[1], ys[1]) if len(xs) == len(ys) == 2 else None


def _within(inner: Rect, outer: Rect) -> bool:
    low = all(a >= b - _TOUCH for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + _TOUCH for a, b in zip(inner[2:], outer[2:], strict=True))


def _between(outer: Rect, inner: Rect) -> list[Rect]:
    """Left and right bar over the whole height, lower and upper bar over the width, those of no width left out."""
    (x0, y0, x1, y1), (a0, b0, a1, b1) = outer, inner
    bars = [(x0, y0, a0, y1), (a1, y0, x1, y1), (x0, y0, x1, b0), (x0, b1, x1, y1)]
    return [bar for bar in bars if bar[2] - bar[0] > _TOUCH and bar[3] - bar[1] > _TOUCH]


def _path(bar: Rect) -> list[PathSegment]:
    x0, y0, x1, y1 = bar
    return [("m", x0, y0), ("l", x1, y0), ("l", x1, y1), ("l", x0, y1), ("h",)]

"""Rectangles within rectangles: only the bars between the two are painted."""

from __future__ import annotations

from typing import Any

import pytest

from extract.rings import ring_bars

Rect = tuple[float, float, float, float]
OUTER = (0.0, 0.0, 100.0, 20.0)


def path_of(*rects: Rect) -> list[tuple[Any, ...]]:
    """Rectangles as pdfminer hands them on."""
    corners = [((x0, y0), (x1, y0), (x1, y1), (x0, y1)) for x0, y0, x1, y1 in rects]
    return [part for a, *rest in corners for part in (("m", *a), *(("l", *point) for point in rest), ("h",))]


@pytest.mark.parametrize(
    ("inner", "bars"),
    [
        ((10.0, 0.0, 100.0, 20.0), [(0.0, 0.0, 10.0, 20.0)]),
        ((0.0, 0.0, 100.0, 18.0), [(0.0, 18.0, 100.0, 20.0)]),
        (
            (1.0, 1.0, 99.0, 19.0),
            [(0.0, 0.0, 1.0, 20.0), (99.0, 0.0, 100.0, 20.0), (0.0, 0.0, 100.0, 1.0), (0.0, 19.0, 100.0, 20.0)],
        ),
        (OUTER, []),
    ],
)
def test_a_ring_is_its_bars(inner: Rect, bars: list[Rect]) -> None:
    for path in (path_of(OUTER, inner), path_of(inner, OUTER)):
        found = ring_bars(path)
        assert found is not None
        assert [(*part[0][1:], *part[2][1:]) for part in found] == bars


@pytest.mark.parametrize(
    "path", [path_of(OUTER), path_of(OUTER, (90.0, 0.0, 120.0, 20.0)), [("m", 0.0, 0.0), ("l", 1.0, 1.0)]]
)
def test_other_paths_are_no_rings(path: list[tuple[Any, ...]]) -> None:
    assert ring_bars(path) is None

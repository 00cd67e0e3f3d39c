"""Observations, review items and decisions from a few words, and a small report drawn for review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from PIL import Image
from reportlab.lib.utils import ImageReader

from extract.model import Box
from tests.records.paper import Paper
from tests.warehouse.builders import observation
from transforms.decisions_model import Correction, Decision, Stated, Where
from transforms.schema import OBSERVATION, REVIEW, polars_schema

BOX = Box(10.0, 20.0, 30.0, 40.0)
DAY = date(2025, 4, 1)


def observations(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([observation(**row) for row in rows], schema=polars_schema(OBSERVATION), orient="row")


def note(**given: Any) -> dict[str, Any]:
    row = {
        "document": "plan", "page": 1, "reason": "unread_region", "text": "表", "x0": 10.0, "top": 20.0, "x1": 30.0,
        "bottom": 40.0,
    }  # fmt: skip
    return row | given


def notes(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([note(**row) for row in rows], schema=polars_schema(REVIEW), orient="row")


def on_figure(verdict: str = "accept", **given: Any) -> Decision:
    """A decision on the figure that ``observation()`` makes."""
    is_correction = verdict == "correct"
    decision: dict[str, Any] = {
        "document": "plan",
        "verdict": verdict,
        "where": Where(1, BOX, "指標", "actual", ""),
        "reason": "low_confidence",
        "raw_text": "1件",
        "why": "脚注に書いてある",
        "who": "山田",
        "decided_on": DAY,
        "read": Stated("numeric", 1.0, "件"),
        "should_be": Correction("指標", "actual", Stated("numeric", 2.0, "件")) if is_correction else None,
    }
    return Decision(**(decision | given))


def on_page(verdict: str = "ignore", **given: Any) -> Decision:
    """A decision on the region that ``note()`` makes."""
    decision: dict[str, Any] = {
        "document": "plan",
        "verdict": verdict,
        "where": Where(1, BOX),
        "reason": "unread_region",
        "raw_text": "表",
        "why": "指標の表ではない",
        "who": "山田",
        "decided_on": DAY,
    }
    return Decision(**(decision | given))


class Report(Paper):
    """A report of one table and, on its second page, a picture."""

    def picture(self) -> Report:
        self._canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, 595, 842)
        return self


def draw_report(path: Path, targets: Sequence[str], left: float = 50) -> Path:
    """A report with one indicator for each of ``targets``, named 指標1, 指標2 …; its table begins at ``left``."""
    names = [f"指標{number}の利用率" for number in range(1, len(targets) + 1)]
    head = ["指標名", "単位", "基準値\n（令和2年度）", "目標値\n（令和6年度）"]
    lines = [head, *([name, "％", "1.0", target] for name, target in zip(names, targets, strict=True))]
    report = Report(path)
    report.text(50, 40, "第3次計画の指標").lines(left, 80, [180, 60, 120, 120], lines).next_page()
    report.picture().save()
    return path

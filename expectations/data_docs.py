"""Readable pages of the results: one page, no script, no font and no picture from elsewhere.

Belongs here: HTML of results. Does not belong here: running. Great Expectations can draw pages too, but they load a
dozen scripts from other hosts and carry the time of day; these open in an office without internet and are the same
for the same results.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from expectations.model import CheckResult

_STYLE = """
body { font-family: system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: #222; }
body { margin: 2rem auto; max-width: 70rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; } h2.bad::before { content: "✗ "; color: #b00020; }
h2.good::before { content: "✓ "; color: #1b6e3c; } table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ddd; padding: .35rem .6rem; text-align: left; }
th, td { vertical-align: top; font-size: .9rem; }
tr.bad { background: #fdecee; } td.mark { width: 4.5rem; } code { font-size: .85em; word-break: break-all; }
.sum { font-size: 1.1rem; padding: .6rem 1rem; border-radius: .4rem; }
.sum.bad { background: #fdecee; } .sum.good { background: #e9f6ee; }
"""


def write_pages(results: Sequence[CheckResult], folder: Path) -> Path:
    """Write ``index.html`` with all results, failures first, into ``folder``; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "index.html"
    beside = folder / "index.html.new"
    beside.write_text(render(results), encoding="utf-8")
    os.replace(beside, page)
    return page


def render(results: Sequence[CheckResult]) -> str:
    """The page as HTML."""
    failed = [one for one in results if not one.success]
    state = "bad" if failed or not results else "good"
    summary = f"{len(results)} 件の検査 / checks, {len(failed)} 件の不合格 / failed"
    suites = [(name, list(group)) for name, group in groupby(results, key=lambda one: one.suite)]
    ordered = sorted(suites, key=lambda pair: all(one.success for one in pair[1]))
    body = "\n".join(_section(name, group) for name, group in ordered)
    return (
        '<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><title>Shihyo: 検査結果 / checks</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>Shihyo（指標）検査結果 / results of the checks</h1>\n"
        f'<p class="sum {state}">{summary}</p>\n{body}\n</body></html>\n'
    )


def _section(name: str, results: Sequence[CheckResult]) -> str:
    state = "good" if all(one.success for one in results) else "bad"
    rows = "\n".join(_row(one) for one in results)
    head = "<tr><th>結果</th><th>列 column</th><th>意味 meaning</th><th>件数 rows</th><th>該当行 rows that break it</th></tr>"
    return f'<h2 class="{state}">{escape(name)}</h2>\n<table>{head}\n{rows}</table>'


def _row(one: CheckResult) -> str:
    mark, state = ("合格", "good") if one.success else ("不合格", "bad")
    count = "" if one.element_count is None else f"{one.unexpected_count or 0} / {one.element_count}"
    keys = "<br>".join(f"<code>{escape(key)}</code>" for key in one.unexpected_keys)
    observed = f"<code>{escape(one.observed)}</code>" if one.observed and not one.success else ""
    cells = (
        f'<td class="mark">{mark}</td><td>{escape(one.column or "")}</td>'
        f"<td>{escape(one.meaning)}<br><code>{escape(one.expectation)}</code></td>"
        f"<td>{count}</td><td>{keys or observed}</td>"
    )
    return f'<tr class="{state}">{cells}</tr>'

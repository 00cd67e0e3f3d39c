"""Names of indicators that say of which kind, and of which year, the figure beside them is (【目標】令和8年度末の入所者数).

Belongs here: reading such a name. Does not belong here: kinds that heads or rows of their own name (``record_row``).
Source: 国の基本指針に即した障害福祉計画の成果目標 (項目 | 数値 | 考え方), which prints the year before in a row without 【目標】.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.labels import as_printed, label_of, period_in, squeeze
from extract.model import ValueKind

_KIND_BEFORE_NAME = re.compile(r"\s*[【〔\[（(]([^【】〔〕\[\]（）()]{2,8})[】〕\]）)]\s*(.+)", re.DOTALL)
_YEAR_BEFORE_NAME = re.compile(r"\s*([^の]{2,10}?)(?:時点|現在)?(?:まで)?の(.{3,})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class KindInName:
    """The kind that a name states, the name without that word and the year that it begins with, the period in it, and the rule that says
    so; no kind where only a year stands before the name (令和8年度末の入所者数).
    """

    kind: ValueKind | None
    name: str
    period: str
    rule: str


def kind_in_name(name: str, beside: Iterable[str]) -> KindInName | None:
    """What a name says of its figure; a year alone is that of a baseline where a name beside it, in its column, says 目標."""
    stated = _stated(name)
    if stated is not None:
        return KindInName(stated[0], _undated(stated[1]), _period(stated[1]), "kind-from-name")
    period, plain = _period(name), _undated(name)
    if not period or plain == name:
        return None
    aims = any((other := _stated(text)) is not None and other[0] == "target" for text in beside)
    return KindInName("baseline" if aims else None, plain, period, "kind-beside-target-in-name" if aims else "")


def _undated(name: str) -> str:
    """A name without the year that it begins with (令和8年度末までの地域生活移行者数)."""
    found = _YEAR_BEFORE_NAME.fullmatch(name)
    return found[2] if found and label_of(found[1]).role == "period" and label_of(found[1]).period else name


def _stated(name: str) -> tuple[ValueKind, str] | None:
    found = _KIND_BEFORE_NAME.fullmatch(name)
    kind = label_of(found.group(1)).kind if found else None
    return (kind, found.group(2)) if found and kind else None


def _period(name: str) -> str:
    return as_printed(name, period_in(squeeze(name)))

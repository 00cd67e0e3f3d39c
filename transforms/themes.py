"""Subjects and comparable kinds: which names belong to which theme, and which indicators mean the same everywhere.

Belongs here: reading of the lexicon (themes.yml, comparable.yml, dimensions.yml) and matching by words in names.
Does not belong here: comparison itself (the marts), links between documents (``transforms.linking``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from extract.yaml_file import read_yaml
from transforms.likeness import fold_name

LEXICON = Path(__file__).parent / "lexicon"


@dataclass(frozen=True, slots=True)
class Theme:
    """One subject, where it comes from, and the folded words by which a name belongs to it.

    ``general`` words (管理システム, 情報発信) name a way of working: they count where no subject's word stands in the name.
    """

    theme: str
    label_ja: str
    label_en: str
    basis: str
    words: tuple[str, ...]
    general: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparable:
    """One kind of indicator that means the same in every municipality (see comparable.yml for the fields)."""

    key: str
    label_ja: str
    groups: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    context: tuple[str, ...]
    not_context: tuple[str, ...]
    dimension: str
    scale: str
    direction: str

    def fits(self, name: str, context: str, dimension: str) -> bool:
        """Whether an indicator of this folded name and context, counted in this dimension, is of the kind."""
        return (
            dimension == self.dimension
            and all(_holds(name, group) for group in self.groups)
            and not _holds(name, self.none)
            and (not self.context or _holds(name + context, self.context))
            and not _holds(name + context, self.not_context)
        )


def load_yaml(name: str) -> Any:
    """A file of the lexicon, parsed."""
    return read_yaml((LEXICON / name).read_text(encoding="utf-8"))


@cache
def themes() -> tuple[Theme, ...]:
    """The themes, in the order of the file (which decides between words of one length)."""
    return tuple(
        Theme(
            theme=entry["theme"],
            label_ja=entry["label_ja"],
            label_en=entry["label_en"],
            basis=entry["basis"],
            words=_folded(entry["words"]),
            general=_folded(entry.get("general", [])),
        )
        for entry in load_yaml("themes.yml")
    )


@cache
def comparables() -> tuple[Comparable, ...]:
    """The comparable kinds, in the order of the file: the first that fits is taken."""
    return tuple(
        Comparable(
            key=entry["key"],
            label_ja=entry["label_ja"],
            groups=tuple(_folded(group) for group in entry["all"]),
            none=_folded(entry["none"]),
            context=_folded(entry.get("context", [])),
            not_context=_folded(entry.get("not_context", [])),
            dimension=entry["dimension"],
            scale=entry["scale"],
            direction=entry["direction"],
        )
        for entry in load_yaml("comparable.yml")
    )


@cache
def units() -> dict[str, tuple[str, str, float]]:
    """Every listed unit: its dimension, the base unit of that dimension, and how many base units it is."""
    table: dict[str, tuple[str, str, float]] = {}
    for dimension, entry in load_yaml("dimensions.yml").items():
        base = next(iter(entry["units"]))
        table |= {unit: (dimension, base, float(factor)) for unit, factor in entry["units"].items()}
    return table


def dimension_of(unit: str) -> str:
    """The dimension of ``unit``; a unit that is not listed is a dimension of its own."""
    return units()[unit][0] if unit in units() else f"unit:{unit}"


def theme_of(names: Sequence[str | None]) -> str | None:
    """The theme of the first of ``names`` that holds a word of one, by its longest word; ``None`` where none does."""
    return next((found for name in names if name and (found := _theme_in(fold_name(name)))), None)


def comparable_of(indicator: str, context: Iterable[str | None], unit: str | None) -> str | None:
    """The comparable key of an indicator counted in ``unit``; ``context`` holds the names above it."""
    if not unit:
        return None
    name, around, dimension = fold_name(indicator), fold_name(" ".join(filter(None, context))), dimension_of(unit)
    return next((kind.key for kind in comparables() if kind.fits(name, around, dimension)), None)


def theme_frame() -> pl.DataFrame:
    """The themes as a frame: theme, label_ja, label_en, basis, position."""
    rows = [(t.theme, t.label_ja, t.label_en, t.basis, position) for position, t in enumerate(themes(), start=1)]
    return pl.DataFrame(rows, schema=["theme", "label_ja", "label_en", "basis", "position"], orient="row")


def comparable_frame() -> pl.DataFrame:
    """The comparable kinds as a frame: comparable_key, label_ja, dimension, scale, direction."""
    rows = [(kind.key, kind.label_ja, kind.dimension, kind.scale, kind.direction) for kind in comparables()]
    return pl.DataFrame(rows, schema=["comparable_key", "label_ja", "dimension", "scale", "direction"], orient="row")


def unit_frame(printed: Iterable[str]) -> pl.DataFrame:
    """Listed units and those of ``printed``, once each, sorted: unit, dimension, base_unit, factor."""
    listed = units()
    rows = [(unit, *listed.get(unit, (f"unit:{unit}", unit, 1.0))) for unit in sorted({*listed, *printed})]
    return pl.DataFrame(rows, schema=["unit", "dimension", "base_unit", "factor"], orient="row")


def _theme_in(name: str) -> str | None:
    for listed in ({t.theme: t.words for t in themes()}, {t.theme: t.general for t in themes()}):
        hits = [
            (len(w), -place, theme) for place, (theme, words) in enumerate(listed.items()) for w in words if w in name
        ]
        if hits:
            return max(hits)[2]
    return None


def _holds(name: str, words: Iterable[str]) -> bool:
    return any(word in name for word in words)


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_name(word) for word in words)

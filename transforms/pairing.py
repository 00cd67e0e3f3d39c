"""Whose figure is whose: the figures of a value cell and the names of the indicator's cell.

Belongs here: pairing and the name and note that follow from it. Does not belong here: reading names or figures.
A pairing that stays open keeps the whole name at a confidence that sends it to a person.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache

from transforms.figures import Figure, joined_notes
from transforms.folding import fold_field, join_lines
from transforms.lexicon import load
from transforms.names import Name
from transforms.rules import merged
from transforms.units import dimension

Pair = tuple[Name, Figure]


def pair(names: list[Name], figures: list[Figure], indicator: str) -> list[Pair]:
    """Each figure with the name it belongs to; names without a figure have no pair."""
    if len(names) == 1:
        return _one_name(names[0], figures)
    if len(names) == len(figures) and _marks(names) in (_marks(figures), [""] * len(names)):
        return _in_order(names, figures)
    if len(figures) == 1 and figures[0].status != "numeric" and not figures[0].mark:
        return [(name, _ruled(figures[0], "status-for-all-names")) for name in names]
    by_mark = {name.mark: name for name in names}
    if len(by_mark) == len(names) and all(figure.mark in by_mark for figure in figures):
        return [
            found
            for name in names
            for found in _one_name(name, [figure for figure in figures if figure.mark == name.mark])
        ]
    if len(names) == len(figures):
        return _in_order(names, [_ruled(figure, "paired-without-marks") for figure in figures])
    return _by_likeness(names, figures) or _unpaired(figures, indicator)


def _marks(marked: list[Name] | list[Figure]) -> list[str]:
    return [item.mark for item in marked]


def _ruled(figure: Figure, *rules: str) -> Figure:
    return replace(figure, rules=merged(figure.rules, rules))


def _noted(figure: Figure, *notes: str) -> Figure:
    return replace(figure, note=joined_notes(*notes, figure.note))


def _one_name(name: Name, figures: list[Figure]) -> list[Pair]:
    """One indicator: its only figure, the parts of a compound cell, a breakdown, or figures with names of their own."""
    if len(figures) == 1:
        return [(name, _with_heading(name, figures[0]))]
    if len({figure.kind for figure in figures} - {None}) == len(figures):
        return [(name, _ruled(figure, "kind-in-cell")) for figure in figures]
    labels = _carried_labels(figures)
    if not any(labels):
        rule = "compound-same-unit" if _repeats(figures) else "compound-cell"
        return [(name, _ruled(_noted(figure, "compound cell"), rule)) for figure in figures]
    if all(not label or is_breakdown(label.split(" ")[0], name.text) for label in labels):
        return [
            (name, _ruled(_noted(figure, f"内訳: {label}" if label else "compound cell"), "part-of-indicator"))
            for label, figure in zip(labels, figures, strict=True)
        ]
    return [
        (replace(name, text=f"{name.text}（{label}）" if label else name.text), _ruled(figure, "name-of-figure"))
        for label, figure in zip(labels, figures, strict=True)
    ]


def _repeats(figures: list[Figure]) -> bool:
    """Whether nothing tells two of the figures apart, or one lacks the unit that others print: a broken number. A rank tells itself."""
    seen = [(figure.unit, figure.period_label) for figure in figures if dimension(figure.unit) != "rank"]
    return len(set(seen)) < len(seen) or (not all(unit for unit, _ in seen) and any(unit for unit, _ in seen))


def _carried_labels(figures: list[Figure]) -> list[str]:
    """The name of each figure; a rank without one belongs to the figure before it: 男性81.1年 全国2位."""
    labels: list[str] = []
    for figure in figures:
        carried = labels[-1].split(" ")[0] if labels else ""
        is_rank = dimension(figure.unit) == "rank" and not figure.name and carried
        labels.append(f"{carried} 順位" if is_rank else figure.name)
    return labels


@cache
def _breakdowns() -> frozenset[str]:
    return frozenset(map(str, load("numbers")["breakdowns"]))


def is_breakdown(name: str, indicator: str) -> bool:
    """Whether a figure's name is a part of the indicator (男性, 橋梁, 40歳代) and not an indicator of its own."""
    folded = fold_field(name)
    return folded in _breakdowns() or "歳" in folded or folded in fold_field(indicator)


def _with_heading(name: Name, figure: Figure) -> Figure:
    """The words in front of an only figure go to the note, unless the indicator's name says them already."""
    if not figure.name or fold_field(figure.name) in fold_field(name.text):
        return figure
    if fold_field(figure.name) in _breakdowns():
        return _ruled(_noted(figure, f"内訳: {figure.name}"), "part-of-indicator")
    rule = "value-heading" if "name-before-bracket" in figure.rules else "name-unmatched"
    return _ruled(_noted(figure, f"値の見出し: {figure.name}"), rule)


def _in_order(names: list[Name], figures: list[Figure]) -> list[Pair]:
    """First to first; where the figures carry names that fit better crosswise, by name."""
    if all(figure.name for figure in figures) and not _marks(figures)[0]:
        crosswise = _by_likeness(names, figures)
        if crosswise and [name for name, _ in crosswise] != names:
            return crosswise
    return [(name, _paired(name, figure)) for name, figure in zip(names, figures, strict=True)]


def _paired(name: Name, figure: Figure) -> Figure:
    """A figure paired by its place; what it calls itself goes to the note where the name says something else."""
    ruled = _ruled(figure, "paired-in-order")
    if not figure.name or _likeness(figure.name, name.text) >= 0.99:
        return ruled
    return _noted(ruled, f"値の見出し: {figure.name}")


def _likeness(first: str, second: str) -> float:
    """How like two names are: 1 where one holds the other, else by their common characters."""
    a, b = fold_field(first), fold_field(second)
    return 1.0 if a in b or b in a else SequenceMatcher(None, a, b, autojunk=False).ratio()


def _by_likeness(names: list[Name], figures: list[Figure]) -> list[Pair]:
    """Each named figure to the name it is like, if every figure finds one of its own; else nothing."""
    if not all(figure.name for figure in figures):
        return []
    best = [_most_like(figure, names) for figure in figures]
    sure = all(_likeness(figure.name, name.text) >= 0.6 for figure, name in zip(figures, best, strict=True))
    if not sure or len({name.text for name in best}) != len(figures):
        return []
    return [(name, _ruled(figure, "paired-by-name")) for name, figure in zip(best, figures, strict=True)]


def _most_like(figure: Figure, names: list[Name]) -> Name:
    return max(names, key=lambda name: _likeness(figure.name, name.text))


def _unpaired(figures: list[Figure], indicator: str) -> list[Pair]:
    return [(Name(join_lines(indicator)), _ruled(figure, "pairing-open")) for figure in figures]


def asked_for(name: str, figure: Figure, aside: Figure | None, siblings: set[str]) -> Figure:
    """The figure in the bracket, where only it is in the unit of the name or of the indicator's other figures.

    全世帯の9割（188世帯） under 世帯数 is 188; 1.1倍（110％） beside an actual in % is 110.
    """
    if aside is None or aside.value is None:
        return figure
    by_name = _asks_for(name, aside.unit) and not _asks_for(name, figure.unit)
    by_siblings = aside.unit in siblings and figure.unit not in siblings
    if not (by_name or by_siblings) or _asks_for(name, figure.unit):
        return figure
    note = joined_notes(*(part for part in figure.note.split("; ") if part != figure.aside), join_lines(figure.text))
    return replace(
        figure,
        value=aside.value,
        unit=aside.unit,
        per=aside.per,
        is_scaled=aside.is_scaled,
        note=note,
        rules=merged(figure.rules, aside.rules, ("figure-asked-for-in-bracket",)),
    )


def _asks_for(name: str, unit: str) -> bool:
    """Whether a name asks for figures in a unit: 率 and 割合 for a share, 世帯数 for 世帯."""
    if dimension(unit) == "share" and unit != "割":
        return name.endswith(tuple(load("directions")["share_endings"]))
    return bool(unit) and f"{unit}数" in fold_field(name)

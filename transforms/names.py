"""The names in an indicator's cell: ①… ②…, 登録企業数、ウェブサイト閲覧数, one name per line.

Belongs here: how many indicators a cell names. Does not belong here: which figure is whose (``transforms.pairing``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.figures import joined_notes
from transforms.folding import Aligned, align, fold_characters, join_lines
from transforms.groups import Group, groups
from transforms.lexicon import load

_ASIDE = re.compile(r"[(（]\s*([※＊*][^()（）]*)[)）]")
_NOTE_WORDS = re.compile(r"年間|累計|合計|平均|暦年|時点|現在")


@dataclass(frozen=True, slots=True)
class Name:
    """One indicator as its cell names it; ``note`` holds what ※… and qualifying brackets in the name say."""

    text: str
    mark: str = ""
    note: str = ""


def marked_names(indicator: str) -> list[Name]:
    """The names behind ①, ② …; one name where the cell has no marks."""
    aligned = align(indicator.strip())
    found = groups(aligned)
    names = [_marked(aligned, group) for group in found if group.tokens]
    if len(names) > 1:
        return names
    return [_whole(indicator)]


def _marked(aligned: Aligned, group: Group) -> Name:
    printed = join_lines(aligned.printed(group.tokens[0].start, group.tokens[-1].end))
    text, aside = _without_aside(printed)
    return Name(f"{group.heading} {text}".strip(), group.mark, joined_notes(_qualifying(text), aside, group.note))


def _whole(indicator: str) -> Name:
    text, aside = _without_aside(join_lines(indicator))
    return Name(text, note=joined_notes(_qualifying(text), aside))


def _without_aside(text: str) -> tuple[str, str]:
    """A name without the brackets that are notes （※…より）, and these notes."""
    return _ASIDE.sub("", text).strip() or text, joined_notes(*(inside for inside in _ASIDE.findall(text)))


def _qualifying(text: str) -> str:
    """What a bracket in a name says about the time that a figure covers: （暦年）, （3年間合計）."""
    inside = re.findall(r"[(（]([^()（）]*)[)）]", text)
    return joined_notes(*(part for part in inside if _NOTE_WORDS.search(part) and len(part) <= 12))


def split_names(indicator: str, counts: list[int]) -> list[Name]:
    """The names of a cell, ``counts`` being how many figures each value cell of the row holds.

    Marks decide; without them a list (、 or one name per line) is only split where the figures are as many as the
    names and every name ends like one.
    """
    marked = marked_names(indicator)
    if len(marked) > 1:
        return marked
    for parts in (_split_outside_brackets(indicator), indicator.split("\n")):
        listed = [part.strip() for part in parts if part.strip()]
        if len(listed) > 1 and len(listed) in counts and all(map(_ends_like_a_name, listed)):
            return [_whole(part) for part in listed]
    return marked


def _split_outside_brackets(text: str) -> list[str]:
    """``text`` cut at 、 and ， that stand outside brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "(（「『[［") - (character in ")）」』]］")
        if character in "、，," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _ends_like_a_name(text: str) -> bool:
    folded = re.sub(r"\([^()]*\)$", "", fold_characters(text).strip())
    return folded.endswith(tuple(load("numbers")["measure_endings"]))

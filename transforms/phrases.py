"""The figures of one part of a cell: each number with the words in front, the brackets and the words behind.

Belongs here: which words belong to which figure. Does not belong here: what a bracket says (``transforms.brackets``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.labels import label_of
from extract.model import ValueKind
from transforms.brackets import is_period
from transforms.figures import joined_notes
from transforms.folding import Aligned, join_lines
from transforms.lexicon import load
from transforms.quantities import Quantity, comparator_before, qualifiers
from transforms.rules import merged
from transforms.tokens import Token
from transforms.units import dimension

_COMPARES = re.compile(r"対?比|と比(?:べ|較し)て?|から|より|に(?:対し|比べ)て?|を基準(?:に|として)|の")
_TIMES = frozenset({"年", "月", "週", "日"})
_EDGES = "：:＝= 　「」"
_LEADING = ("に", "で", "へ")  # a phrase with these says where or to whom, so many to each
_PARTICLES = ("の", "で", "に", "を", "が")


@dataclass(slots=True)
class Phrase:
    """One figure and the tokens around it, in the order of the print."""

    figure: Token
    before: list[Token] = field(default_factory=list)
    brackets: list[Token] = field(default_factory=list)
    after: list[Token] = field(default_factory=list)

    @property
    def quantity(self) -> Quantity:
        """The figure itself."""
        assert self.figure.quantity is not None
        return self.figure.quantity

    @property
    def start(self) -> int:
        """Where the phrase begins in the aligned text."""
        return min(token.start for token in [*self.before, self.figure])

    @property
    def own_end(self) -> int:
        """Where the phrase ends, a period behind it left out: it may be that of other figures too."""
        behind = [token for token in [*self.brackets, *self.after] if not _states_period(token)]
        return max(token.end for token in [self.figure, *behind])


@dataclass(frozen=True, slots=True)
class Front:
    """What the words in front of a figure say."""

    name: str = ""
    kind: ValueKind | None = None
    comparator: str = ""
    per: str = ""
    period_label: str = ""
    note: str = ""
    rules: tuple[str, ...] = ()


def phrases(tokens: tuple[Token, ...]) -> list[Phrase]:
    """The figures of a part, in order; words between two figures name the second, unless a separator parts them."""
    found: list[Phrase] = []
    waiting: list[Token] = []
    for token in tokens:
        if token.kind == "figure":
            found.append(Phrase(token, waiting))
            waiting = []
        elif token.kind == "separator":
            waiting = _hand_back(found, waiting)
        elif token.kind == "bracket" and found and not waiting:
            found[-1].brackets.append(token)
        else:
            waiting.append(token)
    _hand_back(found, waiting)
    return found


def _hand_back(found: list[Phrase], waiting: list[Token]) -> list[Token]:
    """Words before a separator or the end belong to the figure before them; without one they wait for theirs."""
    if not found:
        return waiting
    found[-1].after.extend(waiting)
    return []


def front(aligned: Aligned, phrase: Phrase) -> Front:
    """What stands in front of a figure: its name, and the comparator, per, period and notes taken off it."""
    base = _base(phrase)
    before = [token for token in phrase.before if token not in base]
    per = next((token.value for token in before if token.kind == "per"), "")
    period = next((aligned.printed(token.start, token.end) for token in before if _states_period(token)), "")
    notes = [_printed(aligned, base), *(token.value for token in before if _is_note(token))]
    found = _peel(_printed(aligned, [token for token in before if _is_naming(token)]))
    is_phrase = found.name.endswith(_LEADING)
    if found.name.endswith(_PARTICLES) or dimension(phrase.quantity.unit) == "rank":
        found = replace(found, name="", note=joined_notes(found.name, found.note))
    kind = label_of(found.name).kind if found.name else None
    found = replace(
        found,
        name="" if kind else found.name,
        kind=kind,
        per=per or found.per,
        period_label=period,
        note=joined_notes(*notes, found.note),
    )
    return replace(found, rules=merged(_front_rules(found), ("phrase-before",) if is_phrase else ()))


def _base(phrase: Phrase) -> list[Token]:
    """The year that a change is counted from and the word that says so (平成25年度比26％減): not the year of the figure."""
    changes = "change-not-level" in phrase.quantity.rules
    return next(([a, b] for a, b in pairwise(phrase.before) if _is_base(a, b, changes)), [])


def _is_base(period: Token, word: Token, changes: bool) -> bool:
    compares = _COMPARES.fullmatch(word.value) is not None and (changes or "比" in word.value)
    return period.kind == "period" and compares


def _front_rules(found: Front) -> tuple[str, ...]:
    is_sign = bool(found.name) and not any(character.isalnum() and character != "ー" for character in found.name)
    applied = {
        "per-before": found.per,
        "comparator-before": found.comparator,
        "qualifier-before": found.note,
        "period-in-cell": found.period_label,
        "sign-unread": is_sign,
    }
    return tuple(rule for rule, applies in applied.items() if applies)


def _is_note(token: Token) -> bool:
    """Whether a token in front only qualifies: ３年間で延べ, (注1)."""
    is_mark = token.kind == "bracket" and re.fullmatch(r"[※*注註][0-9]*", token.value) is not None
    return is_mark or (token.kind == "phrase" and "歳" not in token.value)


def _is_naming(token: Token) -> bool:
    """Whether a token in front may name the figure: words, brackets in them, and groups of age (40歳代)."""
    return token.kind in ("word", "bracket", "phrase") and not _states_period(token) and not _is_note(token)


def _states_period(token: Token) -> bool:
    return token.kind == "period" or (token.kind == "bracket" and is_period(token.value))


def _printed(aligned: Aligned, tokens: list[Token]) -> str:
    return "".join(join_lines(aligned.printed(token.start, token.end)) for token in tokens).strip(_EDGES)


def _peel(name: str) -> Front:
    """Take comparators, 年 and 週, and qualifiers off the end of the words in front of a figure."""
    if name in _TIMES:
        return Front(per=name)
    comparator, notes = "", list[str]()
    while word := _last_word(name):
        name = name[: -len(word)].rstrip(_EDGES)
        comparator = comparator_before(word) or comparator
        notes = notes if comparator_before(word) else [word, *notes]
    return Front(name, comparator=comparator, note=joined_notes(*notes))


def _last_word(name: str) -> str:
    """The comparator or the qualifier at the end of ``name``; one of a single character only where it stands alone."""
    for word in load("numbers")["before"]["comparator"]:
        if name.endswith(word):
            return str(word)
    return next((word for word in qualifiers() if name == word or (name.endswith(word) and len(word) > 1)), "")

"""The figures of one part of a cell: each number with the words in front, the brackets and the words behind.

Belongs here: which words belong to which figure. Does not belong here: what a bracket says (``transforms.brackets``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.labels import label_of
from extract.model import ValueKind
from transforms.brackets import is_period
from transforms.figures import joined_notes
from transforms.folding import Aligned, join_lines
from transforms.lexicon import load
from transforms.quantities import Quantity, comparator_before, qualifiers
from transforms.tokens import Token
from transforms.units import dimension

_TIMES = frozenset({"年", "月", "週", "日"})
_EDGES = "：:＝= 　「」"
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
    pers = [token.value for token in phrase.before if token.kind == "per"]
    periods = [aligned.printed(token.start, token.end) for token in phrase.before if _states_period(token)]
    notes = [token.value for token in phrase.before if token.kind == "phrase" and "歳" not in token.value]
    named = [
        token
        for token in phrase.before
        if not _states_period(token) and (token.kind in ("word", "bracket") or "歳" in token.value)
    ]
    name, comparator, time, qualified = _peel(_printed(aligned, named))
    if name.endswith(_PARTICLES) or (name and dimension(phrase.quantity.unit) == "rank" and not named[1:]):
        name, qualified = "", [name, *qualified]
    applied = {
        "per-before": pers or time,
        "comparator-before": comparator,
        "qualifier-before": qualified or notes,
        "period-in-cell": periods,
        "sign-unread": name and not any(map(str.isalnum, name)),
    }
    rules = [rule for rule, applies in applied.items() if applies]
    kind = label_of(name).kind if name else None
    return Front(
        "" if kind else name,
        kind,
        comparator,
        _per(pers, time),
        periods[0] if periods else "",
        joined_notes(*notes, *qualified),
        tuple(rules),
    )


def _states_period(token: Token) -> bool:
    return token.kind == "period" or (token.kind == "bracket" and is_period(token.value))


def _printed(aligned: Aligned, tokens: list[Token]) -> str:
    return "".join(join_lines(aligned.printed(token.start, token.end)) for token in tokens).strip(_EDGES)


def _per(pers: list[str], time: str) -> str:
    return pers[0] if pers else time


def _peel(name: str) -> tuple[str, str, str, list[str]]:
    """Take comparators, 年 and 週, and qualifiers off the end of the words in front of a figure."""
    comparator, time, qualified = "", "", list[str]()
    if name in _TIMES:
        return "", "", name, []
    while name:
        word = _last_word(name)
        if not word:
            break
        name = name[: -len(word)].rstrip(_EDGES)
        if comparator_before(word):
            comparator = comparator_before(word)
        else:
            qualified.insert(0, word)
    return name, comparator, time, qualified


def _last_word(name: str) -> str:
    """The comparator or the qualifier at the end of ``name``; a qualifier only when nothing or a blank is before it."""
    for word in load("numbers")["before"]["comparator"]:
        if name.endswith(word):
            return str(word)
    return next((word for word in qualifiers() if name == word or (name.endswith(word) and len(word) > 1)), "")

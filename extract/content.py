"""The content of a page as operators with their operands: the syntax of PDF content streams, and nothing of its meaning.

Belongs here: cutting content into numbers, names, strings and operators (ISO 32000-1, 7.2, 7.3 and 7.8.2). Does not
belong here: what an operator does (pdfminer knows). pdfminer's own tokeniser, written for whole files, takes four fifths
of its time; content is read from memory in one go and needs none of its buffers.
What is malformed is passed over by the byte, as pdfminer does; nothing here can fail, loop or recurse.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pdfminer.psparser import LIT, PSLiteral

Operands = list[Any]
"""Numbers, ``bytes`` for strings, pdfminer's literals for names, lists for arrays and dictionaries."""

_TOKEN = re.compile(
    rb"""(?: [\0\t\n\f\r\ ]++ | %[^\r\n]*+ )*+
    (?: (?: / (?P<key> [^\0\t\n\f\r\ ()<>\[\]{}/%\#]*+ ) [\t\n\f\r\ ]++ )?+
        (?P<numbers> (?: [+-]? (?: \d++\.?+\d*+ | \.\d++ ) [\t\n\f\r\ ]++ ){0,6}+ )
        (?P<word> [A-Za-z] [^\0\t\n\f\r\ ()<>\[\]{}/%\#]* | ['"] )
      | (?P<number> [+-]? (?: \d++\.?+\d*+ | \.\d++ ) )
      | / (?P<name> [^\0\t\n\f\r\ ()<>\[\]{}/%]* )
      | (?P<string> \( )
      | (?P<open> \[ | << )
      | < (?P<hex> [0-9A-Fa-f\0\t\n\f\r\ ]* ) >
      | (?P<close> \] | >> )
      | (?P<stray> . )
    )""",
    re.VERBOSE | re.DOTALL,
)
_STRING_PART = re.compile(rb"[^()\\]*(?:\\.[^()\\]*)*", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_NAME_BYTE = re.compile(rb"#([0-9A-Fa-f]{2})")
_BLANKS = re.compile(rb"[\0\t\n\f\r ]+")
_PICTURE_END = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)")
_CONSTANTS: dict[bytes, object] = {b"true": True, b"false": False, b"null": None}


@dataclass(slots=True)
class _State:
    """The place reached, the operands since the last operator, and those around the array that is open."""

    content: bytes
    at: int = 0
    operands: Operands = field(default_factory=list)
    around: list[Operands] = field(default_factory=list)

    def taken(self) -> Operands:
        """The operands, which then are none; an array that was never closed ends here."""
        operands = self.around[0] if self.around else self.operands
        self.operands = []
        self.around.clear()
        return operands


def operations(content: bytes) -> Iterator[tuple[bytes, Operands]]:
    """Every operator of a content with the operands before it; the data of inline pictures are passed over."""
    state = _State(content)
    while found := _TOKEN.match(content, state.at):
        state.at = found.end()
        kind = found.lastgroup or "stray"
        if kind != "word":
            _TAKE[kind](state, found[kind])
            continue
        key, numbers, word = found.group("key", "numbers", "word")
        if key is not None:
            _name(state, key)
        if numbers:
            state.operands.extend(map(float, numbers.split()))
        if word in _CONSTANTS:
            state.operands.append(_CONSTANTS[word])
            continue
        yield word, state.taken()
        if word == b"ID":
            state.at = _after_picture(content, state.at)


def _number(state: _State, token: bytes) -> None:
    state.operands.append(float(token))


def _name(state: _State, token: bytes) -> None:
    state.operands.append(_literal(token))


@lru_cache(maxsize=2_000)
def _literal(token: bytes) -> PSLiteral:
    name = _NAME_BYTE.sub(lambda found: bytes([int(found[1], 16)]), token) if b"#" in token else token
    try:
        return LIT(name.decode("utf-8"))
    except UnicodeDecodeError:
        return LIT(name)  # as pdfminer keeps such a name in the resources that it is looked up in


def _hexadecimal(state: _State, token: bytes) -> None:
    digits = _BLANKS.sub(b"", token)
    state.operands.append(unhexlify(digits + b"0" * (len(digits) % 2)))


def _open(state: _State, token: bytes) -> None:
    state.around.append(state.operands)
    state.operands = []


def _close(state: _State, token: bytes) -> None:
    if state.around:
        state.around[-1].append(state.operands)
        state.operands = state.around.pop()


def _bracket(state: _State, token: bytes) -> None:
    text, state.at = _string(state.content, state.at)
    state.operands.append(text)


def _stray(state: _State, token: bytes) -> None:
    """Pass over a byte that begins nothing."""


_TAKE: dict[str, Callable[[_State, bytes], None]] = {
    "number": _number,
    "name": _name,
    "hex": _hexadecimal,
    "string": _bracket,
    "open": _open,
    "close": _close,
    "stray": _stray,
}
"""What to do with each kind of token of ``_TOKEN`` that is no word."""


def _string(content: bytes, at: int) -> tuple[bytes, int]:
    """The string that opens just before ``at``, brackets within it balanced, and the place behind it."""
    begun, depth = at, 1
    while depth:
        found = _STRING_PART.match(content, at)
        at = found.end() if found else len(content)
        if at >= len(content):
            break
        depth += {b"(": 1, b")": -1}.get(content[at : at + 1], 0)
        at += 1
    raw = content[begun : at - 1]
    return (_ESCAPE.sub(_escaped, raw) if b"\\" in raw else raw), at


def _escaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else _ESCAPED.get(code, code)


def _after_picture(content: bytes, at: int) -> int:
    """The place behind the data of an inline picture; its end where the data have none."""
    found = _PICTURE_END.search(content, at)
    return found.end() if found else len(content)

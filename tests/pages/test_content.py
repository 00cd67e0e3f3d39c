"""Content streams are cut as the standard says, malformed ones as well as can be, hostile ones in no time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.psparser import LIT

from extract.content import operations

CASES: dict[str, tuple[bytes, list[tuple[bytes, list[object]]]]] = {
    "nothing": (b" \n", []),
    "numbers": (b"1 -2 +3 4.5 -.5 6. 0.0 cm", [(b"cm", [1, -2, 3, 4.5, -0.5, 6.0, 0.0])]),
    "numbers that touch": (b"12-34 1.2.3 rg", [(b"rg", [12, -34, 1.2, 0.3])]),
    "a number with two signs": (b"--5 w", [(b"w", [-5])]),
    "a number that touches its operator": (b"5w", [(b"w", [5])]),
    "a number without end": (b"9" * 5000 + b" w", [(b"w", [float("inf")])]),
    "operators with signs": (b"T* (a) ' f*", [(b"T*", []), (b"'", [b"a"]), (b"f*", [])]),
    "names": (b"/F1 /A#42 / gs", [(b"gs", [LIT("F1"), LIT("AB"), LIT("")])]),
    "a name in no known writing": (b"/\x82\xa0 gs", [(b"gs", [LIT(b"\x82\xa0")])]),
    "strings": (rb"(a(b)c) (\)\\\n) (\101\7) Tj", [(b"Tj", [b"a(b)c", b")\\\n", b"A\x07"])]),
    "a string over lines": (b"(a\\\nb\\\r\nc\\x) Tj", [(b"Tj", [b"abcx"])]),
    "hexadecimal strings": (b"<41 4\n2> <5> <> Tj", [(b"Tj", [b"AB", b"P", b""])]),
    "an array": (b"[(a) -120 <42>] TJ", [(b"TJ", [[b"a", -120, b"B"]])]),
    "an array in an array": (b"[1 [2 [3]] 4] TJ", [(b"TJ", [[1, [2, [3]], 4]])]),
    "a dictionary": (b"/P <</MCID 3 /B true>> BDC", [(b"BDC", [LIT("P"), [LIT("MCID"), 3, LIT("B"), True]])]),
    "a comment": (b"1 % 2 3 w\n4 w", [(b"w", [1, 4])]),
    "an inline picture": (b"BI /W 1 ID \x00(EI[<\nEI Q", [(b"BI", []), (b"ID", [LIT("W"), 1]), (b"Q", [])]),
    "an inline picture without end": (b"BI ID \x00\x01", [(b"BI", []), (b"ID", [])]),
    "a string without end": (b"1 w (abc", [(b"w", [1])]),
    "an array without end": (b"2 [1 (a) w 3 w", [(b"w", [2]), (b"w", [3])]),
    "brackets too many": (b"] >> ) } > { 1 w", [(b"w", [1])]),
}


@pytest.mark.parametrize("name", CASES)
def test_content_is_cut_into_operators_with_their_operands(name: str) -> None:
    content, expected = CASES[name]
    assert list(operations(content)) == expected


@given(st.binary(max_size=300))
def test_any_bytes_come_to_an_end(content: bytes) -> None:
    assert sum(1 for _ in operations(content)) <= len(content)


@pytest.mark.parametrize(
    "piece",
    [
        b" ",
        b"(",
        b")",
        b"[",
        b"<",
        b"<a",
        b"%",
        b"\\",
        b"(\\",
        b"BI ID ",
        b"/",
        b"-",
        b"<<",
        b"1.",
        b"\n%",
        b"9",
        b"1 ",
        b"1 ]",
        b"\0",
    ],
)
def test_the_time_grows_with_the_content(piece: bytes) -> None:
    begun = time.process_time()
    list(operations(piece * (500_000 // len(piece))))
    assert time.process_time() - begun < 4

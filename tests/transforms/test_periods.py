"""Periods: every way of printing a year, and the round trip between eras and Western years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.eras import in_era, western, years_in
from transforms.periods import parse_period

FISCAL = [
    ("令和4年度", 2022),
    ("令和4年度末", 2022),
    ("令和 4 年度末", 2022),
    ("令和４年度", 2022),
    ("R4", 2022),
    ("Ｒ４", 2022),
    ("R.4", 2022),
    ("H30", 2018),
    ("H26", 2014),
    ("R4年度", 2022),
    ("R4末", 2022),
    ("R元", 2019),
    ("令和元年度", 2019),
    ("平成31年度", 2019),
    ("平成32年度", 2020),
    ("平30", 2018),
    ("㋿4年度", 2022),
    ("S50", 1975),
    ("2014", 2014),
    ("2020年度", 2020),
    ("FY2022", 2022),
    ("2020(令和2)年度", 2020),
    ("令和2(2020)年度", 2020),
    ("令和2年度(2020年度)", 2020),
    ("令和２年度（2020年度）", 2020),
    ("2022年度（R4）", 2022),
    ("R8(2026)", 2026),
    ("平成31(令和元)年度", 2019),
    ("令和2年(2020年)度", 2020),
    ("目標(平成31年度)", 2019),
    ("現状(2020年度)", 2020),
    ("基準値\n(2019年度)", 2019),
    ("令和 7 年度（最終）", 2025),
    ("2024年３月末時点", 2023),
    ("R6.3末", 2023),
    ("R6.3.31", 2023),
    ("令和6年3月31日現在", 2023),
    ("2023/10/1", 2023),
    ("2023.10", 2023),
    ("平成27年10月1日", 2015),
    ("令和3年度(令和4年3月末)", 2021),
    ("2023年4月~2024年3月", 2023),
    ("令和5年度（前年度）", 2023),
    ("令和６年度末見込", 2024),
]
CALENDAR = [
    ("令和4年", 2022),
    ("(令和3年末)", 2021),
    ("令和2（2020）年", 2020),
    ("2020年", 2020),
    ("2020暦年", 2020),
    ("1995年", 1995),
    ("令和2年国勢調査", 2020),
    ("㋿４年", 2022),
    ("明治45年", 1912),
    ("目標(2026年)", 2026),
]
NOTED = [
    ("2021～2026年度平均", 2026, None, "期間平均"),
    ("2015～2019年累計", None, 2019, "累計"),
    ("令和3～7年度累計", 2025, None, "累計"),
    ("平成28年度～令和2年度平均", 2020, None, "期間平均"),
    ("R3～R5", 2023, None, "2021~2023"),
    ("2021~26年度", 2026, None, "2021~2026年度"),
    ("令和２～６年", None, 2024, "2020~2024年"),
    ("2020-2024", 2024, None, "2020-2024"),
    ("令和７年度まで", 2025, None, "まで"),
    ("令和6年度(5年間累計)", 2024, None, "5年間累計"),
    ("5年間", None, None, "5年間"),
    ("３年間", None, None, "3年間"),
    ("5か年累計", None, None, "5か年累計"),
]
NONE = [
    "",
    "―",
    "現状",
    "目標値",
    "22",
    "'22",
    "26年度",
    "最大10",
    "第2期",
    "暦年",
    "計画期間内累計",
    "令和6年10月公表予定",
    "R2 (R3実績)",
    "令和2(2021)年度",
    "2014→2019",
]


@pytest.mark.parametrize(("label", "year"), FISCAL)
def test_fiscal_years(label: str, year: int) -> None:
    period = parse_period(label)
    assert period is not None
    assert (period.fiscal_year, period.calendar_year, period.note) == (year, None, "")


@pytest.mark.parametrize(("label", "year"), CALENDAR)
def test_calendar_years(label: str, year: int) -> None:
    period = parse_period(label)
    assert period is not None
    assert (period.fiscal_year, period.calendar_year, period.year) == (None, year, year)


@pytest.mark.parametrize(("label", "fiscal", "calendar", "note"), NOTED)
def test_ranges_totals_and_lengths_of_time_leave_a_note(
    label: str, fiscal: int | None, calendar: int | None, note: str
) -> None:
    period = parse_period(label)
    assert period is not None
    assert (period.fiscal_year, period.calendar_year, period.note) == (fiscal, calendar, note)


@pytest.mark.parametrize("label", NONE)
def test_labels_that_state_no_period_or_contradict_themselves(label: str) -> None:
    assert parse_period(label) is None


@pytest.mark.parametrize(
    ("label", "era", "fiscal", "calendar"),
    [
        ("22", "平成", 2010, None),
        ("'22", "西暦", 2022, None),
        ("26年度", "平成", 2014, None),
        ("目標(26年度)", "平成", 2014, None),
        ("3年", "令和", None, 2021),
        ("令和4年度", "平成", 2022, None),
    ],
)
def test_a_two_digit_year_takes_the_era_of_its_surroundings(
    label: str, era: str, fiscal: int | None, calendar: int | None
) -> None:
    period = parse_period(label, era)
    assert period is not None
    assert (period.fiscal_year, period.calendar_year) == (fiscal, calendar)


@pytest.mark.parametrize(
    ("text", "year", "note"),
    [
        ("22～26年度累計", 2014, "累計"),
        ("22～26累計", 2014, "累計"),
        ("元～5年度の平均", 1993, "期間平均"),
        ("3～4人", None, ""),
    ],
)
def test_a_range_of_bare_years_in_the_era_of_its_document(text: str, year: int | None, note: str) -> None:
    period = parse_period(text, "平成")
    assert (period.fiscal_year, period.note) == (year, note) if period else year is None


def test_a_bare_year_says_so_and_can_be_counted_by_calendar() -> None:
    bare, stated = parse_period("2018"), parse_period("2018年度")
    assert bare is not None
    assert stated is not None
    assert (bare.is_bare, stated.is_bare) == (True, False)
    turned = bare.as_calendar("calendar-as-row")
    assert (turned.fiscal_year, turned.calendar_year, turned.rules[-1]) == (None, 2018, "calendar-as-row")


ERAS = st.sampled_from(["令和", "平成", "昭和", "大正", "明治"])


@given(ERAS, st.integers(1, 64))
def test_eras_and_western_years_round_trip(era: str, number: int) -> None:
    year = western(era, number)
    assert in_era(era, year) == number
    assert western(era, in_era(era, year)) == year


@given(ERAS, st.integers(2, 64))
def test_the_same_year_in_its_era_in_western_or_in_both_is_the_same_period(era: str, number: int) -> None:
    year = western(era, number)
    labels = [
        f"{era}{number}年度",
        f"{era} {number} 年度",
        f"{year}年度",
        f"{year}({era}{number})年度",
        f"{era}{number}({year})年度",
    ]
    assert {parsed.fiscal_year for label in labels if (parsed := parse_period(label))} == {year}
    assert all(parse_period(label) for label in labels)


@given(st.sampled_from("RHS"), st.integers(1, 63), st.sampled_from(["", "年度", "末", "年度末"]))
def test_letters_stand_for_eras_in_any_width(letter: str, number: int, suffix: str) -> None:
    era = {"R": "令和", "H": "平成", "S": "昭和"}[letter]
    wide = "".join(chr(ord(character) + 0xFEE0) for character in f"{letter}{number}")
    parsed = [parse_period(f"{year}{suffix}") for year in (f"{letter}{number}", wide)]
    assert [period and period.fiscal_year for period in parsed] == [western(era, number)] * 2


@given(st.integers(1900, 2099), st.integers(1, 12))
def test_a_month_is_in_the_fiscal_year_that_began_the_april_before(year: int, month: int) -> None:
    period = parse_period(f"{year}年{month}月末時点")
    assert period is not None
    assert period.fiscal_year == (year if month >= 4 else year - 1)


@given(st.text(alphabet="0123456789年度月末令和平成RHS()（）~～-−.元'／・、累計平均間西暦 ", max_size=20))
def test_any_label_gives_at_most_one_year(label: str) -> None:
    period = parse_period(label)
    assert period is None or None in (period.fiscal_year, period.calendar_year)


def test_a_number_inside_a_longer_one_is_no_year() -> None:
    assert years_in("12,020人 20201件 1.2020") == []

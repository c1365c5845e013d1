"""The lunar calendar against dates from almanacs, not from the library behind it."""

from datetime import date
from itertools import pairwise

import pytest

from generator.schedule import festival_name, lunar, lunar_label, solar_term
from generator.schedule.feasts import ALIASES, NAMES, feast_day, full_name

NEW_YEARS = {
    2019: date(2019, 2, 5),
    2020: date(2020, 1, 25),
    2021: date(2021, 2, 12),
    2022: date(2022, 2, 1),
    2023: date(2023, 1, 22),
    2024: date(2024, 2, 10),
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2033: date(2033, 1, 31),
    2034: date(2034, 2, 19),
}
LEAP_MONTHS = {2020: 4, 2023: 2, 2025: 6, 2026: 0, 2027: 0, 2028: 5, 2033: 11}
TERMS = {
    "立春": date(2026, 2, 4),
    "清明": date(2026, 4, 5),
    "夏至": date(2026, 6, 21),
    "立秋": date(2026, 8, 7),
    "冬至": date(2026, 12, 22),
}


@pytest.mark.parametrize("year", NEW_YEARS)
def test_new_years(year: int) -> None:
    assert lunar.from_lunar(year, 1, 1) == NEW_YEARS[year]


@pytest.mark.parametrize("year", LEAP_MONTHS)
def test_leap_months(year: int) -> None:
    assert lunar.leap_month(year) == LEAP_MONTHS[year]


@pytest.mark.parametrize("name", TERMS)
def test_solar_terms(name: str) -> None:
    assert lunar.term_day(2026, name) == TERMS[name]
    assert solar_term(TERMS[name]) == name


def test_terms_of_all_years_are_in_order() -> None:
    for year in range(1901, 2100):
        days = [lunar.term_day(year, name) for name in lunar.TERM_NAMES]
        assert all(a and b and a < b for a, b in pairwise(days))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("元宵节", date(2026, 3, 3)),
        ("端午节", date(2026, 6, 19)),
        ("七夕", date(2026, 8, 19)),
        ("中秋节", date(2026, 9, 25)),
        ("重阳节", date(2026, 10, 18)),
        ("腊八节", date(2027, 1, 15)),
        ("除夕", date(2027, 2, 5)),
        ("母亲节", date(2026, 5, 10)),
        ("父亲节", date(2026, 6, 21)),
        ("清明", date(2026, 4, 5)),
    ],
)
def test_festivals(name: str, day: date) -> None:
    assert feast_day(name, 2026) == day


def test_the_eve_follows_the_length_of_the_month() -> None:
    assert lunar.month_length(2026, 12) == 29
    assert lunar.from_lunar(2026, 12, 30) is None
    assert lunar.month_length(2023, 12) == 30
    assert feast_day("除夕", 2023) == date(2024, 2, 9)


def test_labels() -> None:
    assert lunar_label(date(2026, 3, 5)) == "正月十七"
    assert lunar_label(date(2025, 7, 25)) == "闰六月初一"
    assert lunar_label(date(2026, 2, 16)) == "腊月廿九"
    assert lunar_label(date(2026, 3, 8)) == "正月二十"
    assert lunar_label(date(1800, 1, 1)) == ""


def test_names_of_days() -> None:
    assert festival_name(date(2026, 2, 17)) == "春节"
    assert festival_name(date(2027, 2, 5)) == "除夕"
    assert festival_name(date(2026, 10, 1)) == "国庆节"
    assert festival_name(date(2026, 4, 5)) == "清明节"
    assert festival_name(date(2026, 12, 22)) == "冬至"
    assert festival_name(date(2026, 3, 4)) is None
    assert solar_term(date(2026, 3, 4)) is None


def test_every_name_has_a_day_in_every_year() -> None:
    assert set(ALIASES.values()) <= set(NAMES)
    for name in NAMES:
        assert all(feast_day(full_name(name), year) for year in range(1920, 2090)), name


def test_unknown_years_and_names_are_none() -> None:
    assert lunar.to_lunar(date(1800, 1, 1)) is None
    assert lunar.term_day(1800, "立春") is None
    assert lunar.term_day(2026, "立人") is None
    assert lunar.from_lunar(2026, 6, 1, leap=True) is None
    assert lunar.leap_month(3000) == 0

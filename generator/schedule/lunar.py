"""The lunar calendar and the solar terms: the one place that knows the library behind them.

Years are the Gregorian year in which the lunar year begins: the twelfth month of lunar 2026 lies
in early 2027. Outside 1901–2099 every answer is `None` or 0; nothing raises.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from borax.calendars.lunardate import TERMS_CN, LCalendars, LunarDate, TermUtils

FIRST_YEAR = 1901
LAST_YEAR = 2099

TERM_NAMES: tuple[str, ...] = tuple(TERMS_CN)
"""The twenty-four solar terms, from 小寒 in January to 冬至 in December."""

_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_DIGITS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")


class LunarDay(NamedTuple):
    """A day of the lunar calendar."""

    year: int
    month: int
    day: int
    leap: bool = False


def month_length(year: int, month: int, *, leap: bool = False) -> int:
    """Return 29 or 30; 0 where that year has no such month."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return 0
    if leap and LCalendars.leap_month(year) != month:
        return 0
    return int(LCalendars.ndays(year, month, int(leap)))


def leap_month(year: int) -> int:
    """Return which month is followed by a leap month in that lunar year; 0 if none is."""
    return int(LCalendars.leap_month(year)) if FIRST_YEAR <= year <= LAST_YEAR else 0


@lru_cache(maxsize=4096)
def from_lunar(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Return the Gregorian day of a lunar day; `None` if that year has no such day."""
    if not 1 <= day <= month_length(year, month, leap=leap):
        return None
    found: date = LunarDate(year, month, day, int(leap)).to_solar_date()
    return found


@lru_cache(maxsize=4096)
def to_lunar(day: date) -> LunarDay | None:
    """Return the lunar day of a Gregorian day."""
    if not FIRST_YEAR < day.year <= LAST_YEAR:
        return None
    lunar = LunarDate.from_solar(day)
    return LunarDay(lunar.year, lunar.month, lunar.day, bool(lunar.leap))


@lru_cache(maxsize=1024)
def term_day(year: int, name: str) -> date | None:
    """Return the day on which a solar term such as 立春 falls in a Gregorian year."""
    if name not in TERM_NAMES or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    found: date = TermUtils.nth_term_day(year, term_name=name)
    return found


def solar_term(day: date) -> str | None:
    """Return the solar term that falls on a day, if one does."""
    names = TERM_NAMES[day.month * 2 - 2 : day.month * 2]
    return next((name for name in names if term_day(day.year, name) == day), None)


def month_name(month: int, *, leap: bool = False) -> str:
    """Return 正月, 闰六月, 腊月."""
    return f"{'闰' if leap else ''}{_MONTHS[month - 1]}月"


def day_name(day: int) -> str:
    """Return 初一, 十七, 廿九, 三十."""
    if day in {10, 20, 30}:
        return {10: "初十", 20: "二十", 30: "三十"}[day]
    return ("初", "十", "廿")[day // 10] + _DIGITS[day % 10 - 1]


def lunar_label(day: date, language: str = "zh") -> str:
    """Return 正月十七 for a Gregorian day; empty outside the years that are known.

    In other languages than `zh` the month and the day are numbers: month 1, day 17.
    """
    lunar = to_lunar(day)
    if lunar is None:
        return ""
    if language != "zh":
        return f"{'leap ' if lunar.leap else ''}month {lunar.month}, day {lunar.day}"
    return month_name(lunar.month, leap=lunar.leap) + day_name(lunar.day)

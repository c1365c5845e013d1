"""Lunar days, festivals and solar terms: 农历九月初九, 春节前一天, 大年初一至初六, 立春."""

import re
from datetime import date

from generator.pattern import Pattern
from generator.schedule import lunar
from generator.schedule.clock import TO
from generator.schedule.dates import GRACE, check_weekday, note_year, read_date, year_number
from generator.schedule.draft import Clause
from generator.schedule.feasts import (
    NAMES,
    Anchor,
    Feast,
    LunarMonthDay,
    full_name,
    is_lunar,
    lunar_date_of,
    official_name,
)
from generator.schedule.numbers import NUMBER, to_number
from generator.schedule.reader import Reader, words
from generator.schedule.records import DayRange
from generator.schedule.rules import Dates, FeastWorkdays, HolidayDays, LunarDays, Yearly
from generator.schedule.selection import YearlySeason
from generator.schedule.vocabulary import CANCEL_WORDS, HOLIDAY_NAMES, STOP

_ERA = "(?:农历|阴历|旧历|夏历)"
_PREFIX = Pattern(rf"(?:{_ERA}的?)?(?:({NUMBER})年的?)?({_ERA})?的?")
_LUNAR_YEAR = Pattern(rf"{_ERA}")
_LUNAR_DAY = Pattern(
    rf"(闰)?(正|冬|腊|{NUMBER})月份?(?:(初|廿)?({NUMBER})|(廿))(?:日|号)?(?![月点时年])"
)
_NEW_YEAR_DAY = Pattern(rf"(?:大年|年)初({NUMBER})(?![月点时])")
_DAY_ONLY = Pattern(
    rf"(初|廿)?((?<=初)[一二三四五六七八九十]|(?<!初){NUMBER})(?:日|号)?(?![月点时年:])|(廿)"
)
_MONTHLY = Pattern(
    rf"(?:每(?:个)?月的?)?(?:{_ERA}的?)(?:每(?:个)?月的?|逢)?(?=初|十|廿|二十|三十)(?![一二三四五六七八九十]+月)|"
    rf"(?:每(?:个)?月的?|逢)(?=初[一二三四五六七八九十])|(?=初[一二三四五六七八九十][、和及与]?[初十廿]|每逢初)"
)
# 除夕夜间 is 除夕 and 夜间.
_NEXT_LUNAR = Pattern("初[一二三四五六七八九十]|十五|廿")
_FEAST = Pattern(words(NAMES) + "(?![间里])")
_BRACKET_WEEKDAY = Pattern(r"\((?:周|星期|礼拜)[一二三四五六日天]\)")
_TODAY = Pattern(r"当天|当日|那天|这天|正日|节当天")
_OFFSET = Pattern(rf"(?:节)?(?:的)?(前|后)(?:的)?第?({NUMBER})(?:天|日)")
_AND = Pattern(r"[、和及与]")
_SPAN = Pattern(
    r"假期期间|假期|长假|放假期间|期间|假日|小长假|放假(?=[^,;()]*(?:暂停|停|休|除外|照|顺延|提前|不))"
)
_BEFORE_LUNAR = Pattern(r"春节(?:期间|放假|假期)?的?(?=(?:农历)?正月初|大年初|年初)")
_HOLIDAY = Pattern(
    rf"(?:{NUMBER}年)?({words(tuple(HOLIDAY_NAMES))}(?:[、和及与]{words(tuple(HOLIDAY_NAMES))})*)(?:节)?"
)
_BESIDE_WORKDAYS = Pattern(
    rf"({words(NAMES)})节?(?:假期|长假|放假)?[之以]?(?:后的?(?:第({NUMBER})|首|头一?)|(前)的?最[后末][一1])个?(?:法定)?工作日"
)
_CHECK_OPEN = Pattern(r"\((?:即|也就是|为)*")
_CHECK_CLOSE = Pattern(r"(?:,[^()0-9]{1,6})?\)")
_CHECK_GOES_ON = Pattern(r"-|至|到|[、和及与,;]|期间|放假|休|停|除")
"""Around a lunar date that stands beside another date, to check it."""
_STOPS = Pattern(rf"(?:[、和及与][^,;()点:]*?)?(?:{words(STOP)}|{words(CANCEL_WORDS)}|[以之]?外)")


def read_lunar_month_days(reader: Reader, clause: Clause) -> bool:
    """Read 农历每月初一、十五: days of every lunar month."""
    start = reader.pos
    if reader.take(_MONTHLY) is None:
        return False
    numbers: list[int] = []
    while (number := _lunar_number(reader)) is not None:
        numbers.append(number)
        here = reader.pos
        if not reader.take(_AND) and not reader.sees(_NEXT_LUNAR):
            break
        if not reader.sees(_DAY_ONLY):
            reader.pos = here
            break
    if not numbers:
        reader.pos = start
        return False
    clause.rules.append(LunarDays(tuple(sorted(set(numbers)))))
    clause.ends_at(start, reader.pos)
    return True


def _lunar_number(reader: Reader) -> int | None:
    match = reader.take(_DAY_ONLY)
    if match is None:
        return None
    number = _day_number(match.group(1), match.group(2)) if match.group(2) else 20
    if not 1 <= number <= 30:
        raise reader.refuse("time-day-impossible", match.start())
    return number


def _day_number(prefix: str | None, word: str) -> int:
    number = to_number(word)
    if prefix == "廿":
        return 20 + number if 1 <= number <= 9 else -1
    return number if prefix is None or 1 <= number <= 10 else -1


def read_lunar_days(reader: Reader, clause: Clause) -> bool:
    """Read lunar days and festivals: one, a list, or from one to another."""
    start = reader.pos
    year, anchor = _read_dated(reader)
    if anchor is None:
        reader.pos = start
        return False
    here = reader.pos
    if reader.take(TO) and (last := _read_last(reader, anchor)) is not None:
        _add_span(reader, clause, (anchor, last), year, start)
    else:
        reader.pos = here
        _add_days(reader, clause, _read_list(reader, anchor), year, start)
    clause.ends_at(start, reader.pos)
    return True


def _read_dated(reader: Reader) -> tuple[int, Anchor | None]:
    """Read one anchor and the year before it, 0 where none is given.

    The year is the one that `Anchor.in_year` takes.
    """
    prefix = reader.take(_PREFIX)
    era = bool(prefix and _LUNAR_YEAR.match(prefix.group())) or bool(prefix and prefix.group(2))
    anchor = _read_anchor(reader, era=era)
    if prefix is None or anchor is None or not prefix.group(1):
        return 0, anchor
    year = year_number(reader, prefix)
    if isinstance(anchor, Feast) and not era and is_lunar(anchor.name):
        # 2026年除夕 is the one in February 2026, which ends the lunar year 2025.
        before = anchor.in_year(year - 1)
        if before is not None and before.year == year:
            year -= 1
    return year, anchor


def _read_anchor(reader: Reader, *, era: bool) -> Anchor | None:
    start = reader.pos
    match = reader.take(_LUNAR_DAY)
    if match is not None:
        lunar_looks = match.group(1) or match.group(2) in "正冬腊" or match.group(3)
        if era or lunar_looks or match.group(5):
            return _lunar_anchor(reader, match)
        reader.pos = start
    new_year = reader.take(_NEW_YEAR_DAY)
    if new_year is not None:
        return _checked(reader, start, LunarMonthDay(1, to_number(new_year.group(1))))
    feast = reader.take(_FEAST)
    if feast is None:
        return None
    return Feast(full_name(feast.group()), _read_offset(reader, start))


def _lunar_anchor(reader: Reader, match: re.Match[str]) -> LunarMonthDay:
    names = {"正": 1, "冬": 11, "腊": 12}
    month = names.get(match.group(2)) or to_number(match.group(2))
    day = 20 if match.group(5) else _day_number(match.group(3), match.group(4))
    return _checked(reader, match.start(), LunarMonthDay(month, day, bool(match.group(1))))


def _checked(reader: Reader, start: int, anchor: LunarMonthDay) -> LunarMonthDay:
    if not 1 <= anchor.month <= 12 or not 1 <= anchor.day <= 30:
        raise reader.refuse("time-day-impossible", start)
    return anchor


def _read_offset(reader: Reader, start: int) -> int:
    if reader.take(_TODAY):
        return 0
    match = reader.take(_OFFSET)
    if match is None:
        return 0
    days = to_number(match.group(2))
    if not 0 <= days <= 60:
        raise reader.refuse("time-count-impossible", match.start())
    if days > 1 and "第" not in match.group():
        reader.note("time-one-day-beside", start, days=days)
    return -days if match.group(1) == "前" else days


def _read_last(reader: Reader, first: Anchor) -> Anchor | None:
    """Read the last day of a span; a bare 初六 is in the month of `first`, or after 除夕."""
    _, anchor = _read_dated(reader)
    if anchor is not None:
        return anchor
    number = _lunar_number(reader)
    if number is None:
        return None
    if isinstance(first, LunarMonthDay):
        return LunarMonthDay(first.month, number, first.leap)
    return LunarMonthDay(1, number)


def _read_list(reader: Reader, first: Anchor) -> list[Anchor]:
    found = [first]
    while True:
        here = reader.pos
        if not reader.take(_AND):
            break
        _, anchor = _read_dated(reader)
        if anchor is None:
            reader.pos = here
            break
        found.append(anchor)
    return found


def _add_span(
    reader: Reader, clause: Clause, ends: tuple[Anchor, Anchor], year: int, start: int
) -> None:
    first, last = ends
    if not year:
        clause.seasons.append(YearlySeason(first, last))
        return
    begin = resolve(reader, first, year, start)
    later = [day for n in (year - 1, year, year + 1) if (day := last.in_year(n)) and day >= begin]
    if not later:
        raise reader.refuse("time-lunar-day-impossible", start, year=year, month="", days=0)
    clause.rules.append(Dates((DayRange(begin, min(later)),)))


def _add_days(reader: Reader, clause: Clause, anchors: list[Anchor], year: int, start: int) -> None:
    pinned = _read_check(reader, anchors[-1], year) or _pinned_by_weekday(reader, anchors, year)
    if year or pinned:
        days = [pinned or resolve(reader, anchor, year, start) for anchor in anchors]
        check_weekday(reader, days)
        clause.rules.append(Dates(tuple(DayRange(day, day) for day in sorted(set(days)))))
    else:
        clause.rules.append(Yearly(tuple(anchors)))
    if any(isinstance(a, Feast) and a.name == "小年" for a in anchors) and (
        "北方" not in reader.text
    ):
        reader.note("time-little-new-year", start)


def _pinned_by_weekday(reader: Reader, anchors: list[Anchor], year: int) -> date | None:
    """Read the weekday of 端午节（周五）, which tells that the next such day is meant."""
    start = reader.pos
    if year or len(anchors) != 1 or not reader.sees(_BRACKET_WEEKDAY):
        return None
    published = reader.published
    if published is None:
        return None
    years = range(max(published.year, 1903) - 1, min(published.year, 2096) + 2)
    days = [day for n in years if (day := anchors[0].in_year(n)) and day >= published - GRACE]
    if not days:
        return None
    check_weekday(reader, [min(days)])
    reader.note("time-year-inferred", start, day=min(days), year=min(days).year, last=min(days))
    return min(days)


def resolve(reader: Reader, anchor: Anchor, year: int, start: int) -> date:
    """Return the day of an anchor in a year; refuse one that the year does not have."""
    day = anchor.in_year(year)
    if day is not None:
        return day
    if isinstance(anchor, LunarMonthDay):
        month = lunar.month_name(anchor.month, leap=anchor.leap)
        days = lunar.month_length(year, anchor.month, leap=anchor.leap)
        if anchor.leap and not days:
            leap = lunar.leap_month(year)
            ways = [lunar.month_name(anchor.month) + lunar.day_name(anchor.day)]
            known = lunar.month_name(leap, leap=True) if leap else ""
            raise reader.refuse("time-leap-month-wrong", start, None, ways, year=year,
                                month=month, leap=known)  # fmt: skip
        ways = [month + lunar.day_name(days)] if days else []
        raise reader.refuse(
            "time-lunar-day-impossible", start, None, ways, year=year, month=month, days=days
        )
    raise reader.refuse("time-year-far", start)


def _read_check(reader: Reader, anchor: Anchor, year: int) -> date | None:
    """Read what stands in brackets after a lunar day and must agree with it.

    Returns the Gregorian day if the brackets give one.
    """
    start = reader.pos
    if isinstance(anchor, LunarMonthDay) and reader.sees(_FEAST):
        # 正月十五元宵节, without brackets.
        _check_name(reader, anchor, _read_feast_name(reader), start)
        return None
    if not reader.take(re.compile(r"\((?:即|也就是|公历|阳历|农历|为)*:?")):
        return None
    feast = _read_feast_name(reader)
    if feast and isinstance(anchor, LunarMonthDay):
        _check_name(reader, anchor, feast, start + 1)
        reader.take(re.compile(","))
    found = read_date(reader)
    if found is not None:
        check_weekday(reader, [found.day])
        reader.take(re.compile(","))
        check_weekday(reader, [found.day])
        note_year(reader, found)
    if not (feast or found) or not reader.take(re.compile(r"\)")):
        reader.pos = start
        return None
    if found is not None:
        _match(reader, anchor, found.day, year, (found.start, found.end))
    return found.day if found else None


def _check_name(reader: Reader, anchor: LunarMonthDay, feast: str, start: int) -> None:
    if not _same_day(anchor, feast):
        right = lunar.month_name(anchor.month) + lunar.day_name(anchor.day)
        raise reader.refuse("time-festival-mismatch", start, None, name=feast, lunar=right)


def _read_feast_name(reader: Reader) -> str:
    match = reader.take(_FEAST)
    return full_name(match.group()) if match else ""


def _same_day(anchor: LunarMonthDay, name: str) -> bool:
    month_day = lunar_date_of(name)
    if month_day is None or anchor.leap:
        return False
    month, day = month_day
    return month == anchor.month and (day == anchor.day or (day == 0 and anchor.day >= 29))


def _match(reader: Reader, anchor: Anchor, day: date, year: int, place: tuple[int, int]) -> None:
    years = (year,) if year else (day.year - 1, day.year)
    days = [found for number in years if (found := anchor.in_year(number))]
    if day not in days:
        near = min(days, key=lambda found: abs(found - day), default=day)
        ways = [f"{near.year}年{near.month}月{near.day}日"]
        raise reader.refuse("time-lunar-mismatch", *place, ways, day=day, right=near)


def read_lunar_check(reader: Reader, day: date) -> bool:
    """Read (农历九月初九) or 重阳节 after a Gregorian date, and check that it is that day."""
    start = reader.pos
    bracket = reader.take(_CHECK_OPEN) is not None
    if bracket:
        # (周四,农历正月十七); read_weekday alone would take the bracket for closed.
        check_weekday(reader, [day])
        reader.take(re.compile(","))
    _, anchor = _read_dated(reader)
    whole = reader.take(_CHECK_CLOSE) is not None if bracket else not reader.sees(_CHECK_GOES_ON)
    if anchor is None or not whole:
        reader.pos = start
        return False
    if day not in {anchor.in_year(day.year), anchor.in_year(day.year - 1)}:
        near = min(
            (found for n in (day.year - 1, day.year) if (found := anchor.in_year(n))),
            key=lambda found: abs(found - day),
            default=day,
        )
        raise reader.refuse(
            "time-lunar-mismatch", start + bracket, reader.pos - bracket, day=day, right=near
        )
    return True


def read_holiday_names(reader: Reader, clause: Clause) -> bool:
    """Read 春节放假, 国庆节期间, and 春节、国庆节 before 暂停: the official days off."""
    start = reader.pos
    if reader.take(_BEFORE_LUNAR):
        # 春节正月初一至初三 says the same twice.
        return read_lunar_days(reader, clause)
    match = reader.take(_HOLIDAY)
    if match is None:
        return _refuse_vague_span(reader)
    if not reader.take(_SPAN) and not reader.sees(_STOPS):
        reader.pos = start
        return _refuse_vague_span(reader)
    names = re.findall(words(tuple(HOLIDAY_NAMES)), match.group(1))
    clause.rules.append(HolidayDays(tuple(dict.fromkeys(HOLIDAY_NAMES[n] for n in names))))
    clause.ends_at(start, reader.pos)
    return True


def read_beside_workdays(reader: Reader, clause: Clause) -> bool:
    """Read 国庆节后第一个工作日 and 春节前最后一个工作日."""
    match = reader.take(_BESIDE_WORKDAYS)
    if match is None:
        return False
    feast = Feast(full_name(match.group(1)))
    nth = to_number(match.group(2)) if match.group(2) else 1
    if not 1 <= nth <= 10:
        raise reader.refuse("time-count-impossible", match.start())
    clause.rules.append(FeastWorkdays(feast, nth if match.group(3) is None else -1))
    clause.ends_at(match.start(), reader.pos)
    return True


def _refuse_vague_span(reader: Reader) -> bool:
    """Refuse 重阳节期间: a day that has no official days off has no such span."""
    start = reader.pos
    match = reader.take(_FEAST)
    if match is not None and reader.take(re.compile("期间|前后|假期")):
        name = full_name(match.group())
        if official_name(name) is None or "前后" in reader.text[start : reader.pos]:
            raise reader.refuse("time-festival-span", start, None, [f"{name}当天"], name=name)
    reader.pos = start
    return False

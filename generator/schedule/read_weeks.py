"""Rules of the week: 每周三、五, 周一至周五, 周末, 工作日, 隔周三, 每天."""

import re

from generator.pattern import Pattern
from generator.schedule.dates import weekday_number
from generator.schedule.draft import Clause
from generator.schedule.numbers import NUMBER, to_number
from generator.schedule.reader import EXCLUDING, Reader, words
from generator.schedule.rules import Daily, HolidayDays, Weekly, Workdays
from generator.schedule.vocabulary import (
    EVERY,
    HOLIDAY_WORDS,
    WEEKEND_WORDS,
    WHOLE_YEAR,
)

_DAY = "(?:[一二三四五六日天]|[1-7](?![0-9]))"
_ENDS_DAY = r"(?!个|[一二三四五六七八九十]*[点时月号刻次年:])"
_EVERY = rf"(?:{words(EVERY)}(?:一)?(?:周|星期|礼拜)?的?|每)?"
_WEEK = "(?:周|星期|礼拜)"
_FIRST_DAY = Pattern(rf"{_EVERY}{_WEEK}({_DAY})(?!次|个)")
_BARE_WEEK = Pattern(rf"{words(EVERY)}{_WEEK}的?(?={_WEEK}{_DAY}|末)")
_NEXT_DAY = rf"(?:(?:每)?{_WEEK}({_DAY})(?!次|个)|({_DAY}){_ENDS_DAY}(?![日天]))"
_MORE_DAYS = Pattern(rf"([、,和及与兼]*){_NEXT_DAY}")
_TO_DAY = Pattern(rf"(?:-+|至|到){_NEXT_DAY}")
_WEEKEND = Pattern(rf"(?:{words(EVERY)})?(?:个)?{words(WEEKEND_WORDS)}|{words(EVERY)}周末")
_EVERY_WEEKS = Pattern(
    rf"每隔({NUMBER})(?:个)?{_WEEK}的?|每({NUMBER})(?:个)?{_WEEK}(?:的|一次)?|"
    rf"(?:每)?隔(?:一)?(?:个)?(?:{_WEEK}的?)?(?={_WEEK}{_DAY})|(?:每)?隔(?:一)?(?:个)?{_WEEK}(?:的|一次)?|"
    rf"(?:每)?(?:逢)?[双单](?={_WEEK}{_DAY})|两周一次|"
    rf"双周一次|(?:每|逢|每逢)?(?:单双|[双单]数?){_WEEK}的?(?={_WEEK}{_DAY}|$|[,;()])"
)
_EVERY_DAYS = Pattern(
    rf"每隔({NUMBER})(?:日|天)(?:一次)?|每({NUMBER})(?:日|天)(?:一次)?|隔[日天](?:一次)?"
)
_DAILY = Pattern(
    rf"{words(WHOLE_YEAR)}|每周(?:天天|每天|七天|7天)|每一天|每天|每日|天天|逐日|(?:周|星期|礼拜)一至(?:周|星期|礼拜)?[日天](?![0-9])"
)
_WORKDAYS = Pattern(rf"(?:{words(EVERY)})?(?:个)?(非)?(?:法定)?工作日")
_HOLIDAYS = Pattern(rf"(?:{words(EVERY)})?(?:个)?{words(HOLIDAY_WORDS)}(?:期间)?")


def read_every_weeks(reader: Reader, clause: Clause) -> bool:
    """Read 隔周三, 每两周的周三, 双周三: every so many weeks, counted from a first date."""
    start = reader.pos
    match = reader.take(_EVERY_WEEKS)
    if match is None:
        return False
    if match.group(1):
        weeks = to_number(match.group(1)) + 1
    elif match.group(2):
        weeks = to_number(match.group(2))
    else:
        weeks = 2
    if not 1 <= weeks <= 52:
        raise reader.refuse("time-count-impossible", start)
    clause.every_weeks = weeks
    clause.ends_at(start, reader.pos)
    return True


def read_weekdays(reader: Reader, clause: Clause) -> bool:
    """Read days of the week, one, a list or a range."""
    start = reader.pos
    reader.take(_BARE_WEEK)
    first = reader.take(_FIRST_DAY)
    if first is None:
        reader.pos = start
        return False
    days = [weekday_number(first.group(1))]
    figures = first.group(1).isdigit()
    while True:
        here = reader.pos
        to_day = reader.take(_TO_DAY)
        if to_day is not None and _other_figures(to_day.group(2), figures=figures):
            reader.pos = here
            break
        if to_day is not None:
            last = weekday_number(to_day.group(1) or to_day.group(2))
            days += [(days[-1] + n) % 7 for n in range(1, (last - days[-1]) % 7 + 1)]
            continue
        more = reader.take(_MORE_DAYS)
        if (
            more is None
            or _starts_exclusion(reader, more)
            or _other_figures(more.group(3), figures=figures)
        ):
            reader.pos = here
            break
        days.append(weekday_number(more.group(2) or more.group(3)))
    _add_weekdays(clause, days)
    clause.ends_at(start, reader.pos)
    return True


def _other_figures(word: str | None, *, figures: bool) -> bool:
    """Return whether a bare figure cannot go on a list of weekdays, as in 周三2."""
    return word is not None and word.isdigit() != figures


def _add_weekdays(clause: Clause, days: list[int]) -> None:
    """Add weekdays to those right before, as in 周末和周三, or as a new rule."""
    last = clause.rules[-1] if clause.rules else None
    if isinstance(last, Weekly):
        clause.rules.pop()
        days = [*last.weekdays, *days]
    clause.rules.append(Weekly(tuple(sorted(set(days)))))


def _starts_exclusion(reader: Reader, more: re.Match[str]) -> bool:
    """Return whether the day after a comma is taken out: 周一至周五，周三除外."""
    return "," in more.group(1) and EXCLUDING.match(reader.text, more.end(1)) is not None


def read_weekend(reader: Reader, clause: Clause) -> bool:
    """Read 周末, 双休日."""
    match = reader.take(_WEEKEND)
    if match is None:
        return False
    _add_weekdays(clause, [5, 6])
    clause.ends_at(match.start(), reader.pos)
    return True


def read_every_days(reader: Reader, clause: Clause) -> bool:
    """Read 每隔两天, 每三天, 隔天: every so many days, counted from a first date."""
    match = reader.take(_EVERY_DAYS)
    if match is None:
        return False
    if match.group(1):
        interval = to_number(match.group(1)) + 1
    else:
        interval = to_number(match.group(2)) if match.group(2) else 2
    if not 1 <= interval <= 366:
        raise reader.refuse("time-count-impossible", match.start())
    clause.rules.append(Daily(interval))
    clause.ends_at(match.start(), reader.pos)
    return True


def read_daily(reader: Reader, clause: Clause) -> bool:
    """Read 每天, 全年无休."""
    match = reader.take(_DAILY)
    if match is None:
        return False
    clause.rules.append(Daily())
    clause.ends_at(match.start(), reader.pos)
    return True


def read_workdays(reader: Reader, clause: Clause) -> bool:
    """Read 工作日, which follows make-up workdays."""
    match = reader.take(_WORKDAYS)
    if match is None:
        return False
    clause.rules.append(Workdays(off=bool(match.group(1))))
    clause.ends_at(match.start(), reader.pos)
    return True


def read_holidays(reader: Reader, clause: Clause) -> bool:
    """Read 节假日 as days: the days off of the official list."""
    match = reader.take(_HOLIDAYS)
    if match is None:
        return False
    clause.rules.append(HolidayDays())
    clause.ends_at(match.start(), reader.pos)
    return True

"""Rules of the month, the quarter and the year: 每月第二个周六, 逢5, 最后一天, 单月15日."""

import re

from generator.pattern import Pattern
from generator.schedule.dates import weekday_number
from generator.schedule.draft import Clause
from generator.schedule.feasts import MonthDay
from generator.schedule.numbers import NUMBER, to_number
from generator.schedule.read_feasts import read_lunar_check
from generator.schedule.reader import EXCLUDING, Reader
from generator.schedule.rules import MonthDays, MonthWeekdays, MonthWorkdays, Yearly
from generator.schedule.selection import YearlySeason

_MONTHS = Pattern(
    r"(?:每年的?)?(?:每逢|每个|每|逢)?([单双奇偶])(?:数)?月份?的?|每两个月的?(?!一次)|"
    r"每(?:个)?季度?的?(首月|第[一1]个月|末月|最后[一1]个月|第[二三23]个月)的?"
)
_QUARTER = Pattern(r"每(?:个)?季度?的?(?=第|首|最后|最末)")
_EVERY_MONTH = Pattern(
    r"(?:每个月|每月|每一个月|逢月|月月|按月)(?:份)?的?(?:月?[底末]的?(?=最[后末]一[天日]))?(?:逢)?|"
    r"月[底末]的?(?=最[后末]一[天日])|(?:每月)?月(?=末(?:周|星期|礼拜))"
)
_YEARLY_MONTH = Pattern(
    rf"每年的?(?:((?:{NUMBER}月?[、,和及与])+{NUMBER})月|({NUMBER})月(?!份?{NUMBER}[日号]))份?的?"
    rf"(?:(?:-+|至|到)({NUMBER})月份?)?(?:的|每月)?"
)
_YEARLY_DAY = Pattern(rf"(?:每年的?)?({NUMBER})月({NUMBER})[日号]?")
_EVERY_YEAR = Pattern(r"(?:每年|每一年|年年)的?")
_NTH = Pattern(
    rf"(?:第({NUMBER})|(首|头[一1]?(?=个))|(最后|最末)(?:的)?(?:[一1])?|倒数第({NUMBER})|(末))个?的?"
)
_MORE_NTH = Pattern(
    rf"(?:个|天)?[、和及与](?:(第|倒数第)?({NUMBER})|(最后一?))个?"
    r"(?=天?[、和及与]|(?:法定)?工作日|周|星期|礼拜|天)"
)
_RUN = Pattern(
    rf"(?:(前|头)|(最后|末))({NUMBER})(个?(?:法定)?工作日|天|日|个?(?:周|星期|礼拜)([一二三四五六日天]))"
)
_NTH_WEEKDAY = Pattern(
    r"(?:个)?(?:周|星期|礼拜)([一二三四五六日天1-7](?:[、和及与](?:周|星期|礼拜)?[一二三四五六日天])*)(?![点时])"
)
_NTH_WORKDAY = Pattern(r"(?:个)?(?:法定)?工作日")
_NTH_DAY = Pattern(r"(?:[日天])(?!末)")
_DAYS = Pattern(rf"({NUMBER})(?:[日号]|(?=[、和及与\-至到]))")
_DAY_TO = Pattern(rf"(?:-+|至|到)({NUMBER})[日号]")
_TO_MONTH_END = Pattern(r"(?:-+|至|到)(?:(?:当|本)?月[底末]|(?:当月)?最后[一1][天日])")
_TO_NEXT_MONTH = Pattern(rf"(?:-+|至|到)(?:次月|下个?月|翌月|第二个月)的?({NUMBER})[日号]")
_AND = Pattern(
    r"[、,和及与]+(?:每月)?(?![0-9]{3})(?=[0-9〇一二三四五六七八九十廿卅]+(?:[日号、和及与]|-|至|到))"
)
_ENDING = Pattern(
    rf"逢?({NUMBER})((?:[、,和及与]?(?:逢)?{NUMBER})*)(?:的?(?:日子|日|号))?(?![0-9点时])"
)
_PARITY = Pattern(r"(?:逢|每逢)?([单双])(?:数|号)?日")


def read_month_filter(reader: Reader, clause: Clause) -> bool:
    """Read which months: 单月, 双月, 每季度末月, 每年3月、9月."""
    start = reader.pos
    match = reader.take(_MONTHS)
    if match is not None:
        clause.months = _months_of(match)
        clause.ends_at(start, reader.pos)
        if not clause.months:
            raise reader.refuse("time-first-date-missing", start, suggestions=["单月", "双月"])
        _read_days(reader, clause)
        return True
    yearly = reader.take(_YEARLY_MONTH)
    if yearly is None:
        return False
    months = [to_number(word) for word in re.findall(NUMBER, yearly.group(1) or yearly.group(2))]
    if yearly.group(3):
        last = to_number(yearly.group(3))
        months += [(months[-1] - 1 + n) % 12 + 1 for n in range(1, (last - months[-1]) % 12 + 1)]
    if not all(1 <= month <= 12 for month in months):
        raise reader.refuse("time-day-impossible", start)
    clause.months = tuple(sorted(set(months)))
    clause.ends_at(start, reader.pos)
    _read_days(reader, clause)
    return True


def _months_of(match: re.Match[str]) -> tuple[int, ...]:
    if match.group(1):
        return tuple(range(1 if match.group(1) in "单奇" else 2, 13, 2))
    which = match.group(2)
    if not which:
        return ()
    place = {"首": 1, "末": 3, "最": 3}.get(which[0]) or {"一": 1, "1": 1, "二": 2, "2": 2}.get(
        which[1], 3
    )
    return tuple(range(place, 13, 3))


def read_monthly(reader: Reader, clause: Clause) -> bool:
    """Read 每月 and the days that follow it; 每季度 likewise."""
    start = reader.pos
    if reader.take(_QUARTER):
        clause.months = (3, 6, 9, 12) if reader.text.startswith("最", reader.pos) else (1, 4, 7, 10)
    elif not reader.take(_EVERY_MONTH) and not reader.sees(_PARITY):
        return False
    clause.ends_at(start, reader.pos)
    _read_days(reader, clause)
    clause.ends_at(start, reader.pos)
    return True


def read_nth(reader: Reader, clause: Clause) -> bool:
    """Read 第二个周六, 最后一天, 首个工作日, with or without a month before."""
    start = reader.pos
    if _read_run(reader, clause):
        return True
    nths = _read_nths(reader)
    if not nths:
        return False
    weekday = reader.take(_NTH_WEEKDAY)
    if weekday is not None:
        chars = [char for char in weekday.group(1) if char not in "、和及与周星期礼拜"]
        days = tuple(sorted({weekday_number(char) for char in chars}))
        if any(abs(nth) > 5 for nth in nths):
            raise reader.refuse("time-count-impossible", start)
        clause.rules.append(MonthWeekdays(nths, days))
        if 5 in nths:
            reader.note("time-fifth-weekday", start)
    elif reader.take(_NTH_WORKDAY):
        clause.rules.append(MonthWorkdays(nths))
    elif reader.take(_NTH_DAY):
        clause.rules.append(MonthDays(nths))
    else:
        reader.pos = start
        return False
    clause.ends_at(start, reader.pos)
    return True


def _read_run(reader: Reader, clause: Clause) -> bool:
    """Read 前三个工作日, 最后两天: several days at the beginning or the end of the month."""
    match = reader.take(_RUN)
    if match is None:
        return False
    count = to_number(match.group(3))
    if not 1 <= count <= 15:
        raise reader.refuse("time-count-impossible", match.start())
    numbers = tuple(range(1, count + 1)) if match.group(1) else tuple(range(-count, 0))
    if match.group(5):
        if count > 5:
            raise reader.refuse("time-count-impossible", match.start())
        clause.rules.append(MonthWeekdays(numbers, (weekday_number(match.group(5)),)))
    elif match.group(4).endswith("工作日"):
        clause.rules.append(MonthWorkdays(numbers))
    else:
        clause.rules.append(MonthDays(numbers))
    clause.ends_at(match.start(), reader.pos)
    return True


def _read_nths(reader: Reader) -> tuple[int, ...]:
    match = reader.take(_NTH)
    if match is None:
        return ()
    sign = -1 if match.group(3) or match.group(4) or match.group(5) else 1
    number = match.group(1) or match.group(4)
    nths = [sign * to_number(number) if number else sign]
    while (more := reader.take(_MORE_NTH)) is not None:
        sign = {"第": 1, "倒数第": -1}.get(more.group(1), -1 if more.group(3) else sign)
        nths.append(sign * to_number(more.group(2)) if more.group(2) else sign)
    reader.take(re.compile("个"))
    if any(not 1 <= abs(nth) <= 31 for nth in nths):
        raise reader.refuse("time-count-impossible", match.start())
    return tuple(sorted(set(nths)))


def _read_days(reader: Reader, clause: Clause) -> None:
    """Read the days after a month: numbers, ranges, 逢5, 单日."""
    start = reader.pos
    parity = reader.take(_PARITY)
    if parity is not None:
        clause.rules.append(MonthDays(tuple(range(1 if parity.group(1) == "单" else 2, 32, 2))))
        return
    ending = _ENDING.match(reader.text, reader.pos)
    if ending is not None and "逢" in reader.text[max(0, start - 1) : ending.end()]:
        reader.pos = ending.end()
        _read_endings(reader, clause, ending)
        return
    numbers: list[int] = []
    while (day := reader.take(_DAYS)) is not None:
        first = to_number(day.group(1))
        numbers += _days_from(reader, clause, day.start(), first)
        here = reader.pos
        joint = reader.take(_AND)
        if joint is None:
            break
        if "," in joint.group() and reader.sees(EXCLUDING):
            reader.pos = here
            break
    if numbers:
        clause.rules.append(MonthDays(tuple(sorted(set(numbers)))))
        _note_rare(reader, clause, start, max(numbers) if {28, 31} - set(numbers) else 28)


def _days_from(reader: Reader, clause: Clause, start: int, first: int) -> list[int]:
    """Read what may follow 28日: 至30日, 至月底, 至次月3日."""
    if reader.take(_TO_MONTH_END):
        last, more = 31, 0
    elif (into_next := reader.take(_TO_NEXT_MONTH)) is not None:
        last, more = 31, to_number(into_next.group(1))
        if clause.months or not 1 <= more < first:
            raise reader.refuse("time-days-clash", start)
    else:
        to_day = reader.take(_DAY_TO)
        last, more = (to_number(to_day.group(1)) if to_day else first), 0
    if not 1 <= first <= last <= 31:
        ways = [f"每月{first}日至次月{last}日"] if 1 <= last < first <= 31 else []
        raise reader.refuse("time-day-impossible", start, None, ways)
    return [*range(1, more + 1), *range(first, last + 1)]


def _read_endings(reader: Reader, clause: Clause, match: re.Match[str]) -> None:
    numbers = [to_number(word) for word in re.findall(NUMBER, match.group())]
    if not all(0 <= number <= 31 for number in numbers):
        raise reader.refuse("time-day-impossible", match.start(), match.end())
    days = {
        day
        for number in numbers
        for day in range(1, 32)
        if day == number or (number <= 10 and day % 10 == number % 10)
    }
    clause.rules.append(MonthDays(tuple(sorted(days))))


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _note_rare(reader: Reader, clause: Clause, start: int, number: int) -> None:
    """Warn of a day that not every month has, and say which months lack it."""
    months = clause.months or range(1, 13)
    short = [m for m in months if _LENGTHS[m - 1] < number or (m == 2 and number == 29)]
    if not short:
        return
    if all(_LENGTHS[month - 1] < number for month in months):
        raise reader.refuse("time-day-impossible", start)
    reader.note(
        "time-month-day-rare", start, number=number, months="\n".join(f"{m}月" for m in short)
    )


def read_yearly(reader: Reader, clause: Clause) -> bool:
    """Read 每年, alone before a festival, or with a date or a range of dates."""
    start = reader.pos
    word = reader.take(_EVERY_YEAR)
    if word is None:
        return False
    days: list[MonthDay] = []
    while (match := reader.take(_YEARLY_DAY)) is not None:
        days.append(_month_day(reader, match))
        here = reader.pos
        to_day = reader.take(re.compile(rf"(?:-+|至|到)(?:({NUMBER})月)?({NUMBER})[日号]"))
        if to_day is not None and len(days) == 1:
            month = to_number(to_day.group(1)) if to_day.group(1) else days[0].month
            last = _checked(reader, here, month, to_number(to_day.group(2)))
            clause.seasons.append(YearlySeason(days[0], last))
            clause.ends_at(start, reader.pos)
            return True
        if not reader.take(re.compile(rf"[、,和及与](?={NUMBER}月{NUMBER}[日号])")):
            break
    if days:
        clause.rules.append(Yearly(tuple(days)))
        _check_feast(reader, days[-1])
    clause.ends_at(start, reader.pos)
    return True


def _check_feast(reader: Reader, day: MonthDay) -> None:
    """Go past the name of a day after its date, as in 每年12月5日志愿者日."""
    # Any year will do: these names have the same date every year.
    known = day.in_year(2028)
    if known is not None:
        read_lunar_check(reader, known)


def _month_day(reader: Reader, match: re.Match[str]) -> MonthDay:
    month, day = to_number(match.group(1)), to_number(match.group(2))
    return _checked(reader, match.start(), month, day)


def _checked(reader: Reader, start: int, month: int, day: int) -> MonthDay:
    if not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1]:
        raise reader.refuse("time-day-impossible", start)
    return MonthDay(month, day)


def read_month_days(reader: Reader) -> tuple[MonthDay, MonthDay] | None:
    """Read 5月1日至9月30日 as days of any year, for seasons; `None` if it is not that."""
    start = reader.pos
    match = reader.take(
        re.compile(
            rf"(?:每年)?({NUMBER})月({NUMBER})[日号]?(?:起)?(?:-+|至|到)(?:次年|翌年|第二年)?(?:({NUMBER})月)?({NUMBER})[日号]?(?:止)?"
        )
    )
    if match is None:
        return None
    first = _checked(reader, start, to_number(match.group(1)), to_number(match.group(2)))
    month = to_number(match.group(3)) if match.group(3) else first.month
    return first, _checked(reader, start, month, to_number(match.group(4)))

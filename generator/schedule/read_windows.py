"""Dates, ranges of dates, and what limits a rule: 3月5日、12日, 即日起至6月30日, 3月4日起."""

import re
from calendar import monthrange
from datetime import date, timedelta

from generator.pattern import Pattern
from generator.schedule.clock import TO, Spoken, ambiguous, fixed, read_clock
from generator.schedule.dates import (
    GRACE,
    Found,
    check_weekday,
    check_weekday_range,
    note_year,
    read_date,
    read_list_day,
    read_range_end,
    year_before,
    year_number,
)
from generator.schedule.draft import Clause
from generator.schedule.numbers import NUMBER, to_number
from generator.schedule.read_feasts import read_lunar_check
from generator.schedule.reader import EXCLUDING, STOPS, Reader
from generator.schedule.records import DAY_MINUTES, Deadline
from generator.schedule.segment import TimeSpan
from generator.schedule.selection import Window

_FROM_NOW = Pattern(r"(?:从|自)?(?:即日起|即日开始|即日|今起|今日起|现在起)")
_FROM = Pattern(r"从|自(?!己)|由")
_FIRST_TIME = Pattern(
    r"(?:首次|首场|第[一1]次)(?:活动)?(?:时间)?(?:是|为|在|从)?:?(?=[0-9〇一二三四五六七八九十]+[年月-])"
)
_BEGINS = Pattern(r"(?:起始|起|开始|始|以后|之后|后)(?=$|[^0-9点半])(?!点)|(?:起|开始)(?=[0-9])")
_UNTIL = Pattern(r"(?:截至|截止到|截止至|截止于|截止|有效期至|直至|直到|至|到)(?:时间)?:?")
_ENDS = Pattern(r"为止|止|结束|截止|之内|以内|内(?!容)|期间|这段时间|之间")
_BEFORE = Pattern(r"之前|以前|前(?![一二三四五六七八九十0-9后])|截止|止|截至|结束")
_COMMA_TO = Pattern(rf",?(?:{TO.pattern})")
_UNDER_WAY = timedelta(days=60)
"""How long ago a range may have begun whose year is left out."""
_LONGEST_ROLL = timedelta(days=300)
"""How long a range may be that runs into a next year which is not written."""
_LISTED = Pattern(r"[、和及与 ]|,(?=[0-9])")
_MONTHS = Pattern(
    rf"(?:从|自)?(?:({NUMBER})年)?({NUMBER})月份?(?:(?:-+|至|到)(?:次年|翌年)?({NUMBER})月份?|((?:[、和及与]{NUMBER}月份?)+))?"
    rf"(?![0-9一二三四五六七八九十]*[日号])"
    rf"(?=每|逢|的|第|最后|倒数|周|星期|礼拜|工作日|双休|首个|隔|{NUMBER}号)"
)
_EXCLUDED_MONTHS = Pattern(
    rf"(?:每年)?{NUMBER}(?:月份?)?(?:(-+|至|到)(?:次年|翌年|第二年)?{NUMBER}月份?|(?:[、和及与]{NUMBER}(?:月份?)?)*(?<=[月份]))(?=期间?{STOPS}|{STOPS}|[以之]?外)"
)
_EXCLUDED_DAYS = Pattern(
    rf"{NUMBER}(?:[日号]|(?=[、和及与]))(?:[、和及与]{NUMBER}[日号]?)*(?<=[日号])(?=(?:期间|当天)?{STOPS})"
)
_YEAR_ONLY = Pattern(rf"({NUMBER})年(?:度|全年)?(?=每|逢|周|星期|礼拜|工作日|的?每)")


def read_from_now(reader: Reader, clause: Clause) -> bool:
    """Read 即日起, alone or with its end."""
    start = reader.pos
    if not reader.take(_FROM_NOW):
        return False
    if reader.published is None:
        raise reader.refuse("time-published-missing", start, reader.pos, ["2026年3月1日起"])
    if not 1902 <= reader.published.year <= 2098:
        raise reader.refuse("time-year-far", start)
    first = Found(reader.published, start, reader.pos, year_given=True)
    reader.note("time-from-published", start, day=reader.published)
    reader.latest = reader.published
    last = _read_until(reader, first)
    clause.windows.append(Window(first.day, last.day if last else None))
    if last is not None:
        note_year(reader, last)
        _read_last_minute(reader, clause, last)
    clause.ends_at(start, reader.pos)
    return True


def _read_last_minute(reader: Reader, clause: Clause, last: Found) -> None:
    """Read the time of 即日起至6月30日17:00: it ends the stretch, and begins nothing."""
    here = reader.pos
    spoken = read_clock(reader)
    if spoken is None or reader.sees(TO) or not (spoken.half_known or reader.sees(_BEFORE)):
        reader.pos = here
        return
    clause.deadline = Deadline(last.day, fixed(reader, spoken))
    reader.take(_BEFORE)


def _read_until(reader: Reader, first: Found, *, comma: bool = True) -> Found | None:
    """Read the end of a range; a comma may stand before it only after 起."""
    here = reader.pos
    if not reader.take(_COMMA_TO if comma else TO):
        reader.pos = here
        return None
    last = read_range_end(reader, first)
    if last is None:
        reader.pos = here
        return None
    rolls = not last.year_given and last.day.year > first.day.year
    if last.day < first.day or (rolls and last.day - first.day > _LONGEST_ROLL):
        raise reader.refuse("time-range-backwards", first.start, last.end)
    check_weekday(reader, [last.day], bare=False)
    reader.take(_ENDS)
    return last


def read_until(reader: Reader, clause: Clause) -> bool:
    """Read 至6月30日, 截至6月30日17:00: an end without a beginning."""
    start, latest = reader.pos, reader.latest
    word = reader.take(_UNTIL)
    if word is None:
        return False
    found = read_date(reader)
    # A date that follows is not after this last one: 至6月30日，3月11日除外.
    reader.latest = latest
    if found is None:
        reader.pos = start
        return False
    note_year(reader, found)
    check_weekday(reader, [found.day])
    minute = _read_minute(reader)
    reader.take(_BEFORE) or reader.take(_ENDS)
    check_weekday(reader, [found.day], bare=False)
    clause.deadline = Deadline(found.day, minute)
    clause.ends_at(start, reader.pos)
    return True


def _read_minute(reader: Reader) -> int | None:
    here = reader.pos
    spoken = read_clock(reader)
    if spoken is None or reader.sees(TO):
        reader.pos = here
        return None
    return fixed(reader, spoken)


def read_dates(reader: Reader, clause: Clause) -> bool:
    """Read dates and ranges of dates, one or a list."""
    start, latest = reader.pos, reader.latest
    opening = reader.take(_FIRST_TIME) is not None
    reader.take(_FROM)
    first = _read_first(reader)
    if first is None:
        reader.pos = start
        return False
    days: list[date] = []
    item: Found | None = first
    while item is not None:
        window = _read_item(reader, item, days)
        clause.windows.append(window)
        days.append(window.last or item.day)
        if window.last is None:
            break
        item = _next_of_list(reader, Found(days[-1], item.start, reader.pos, year_given=True))
    if opening and len(days) == 1 and clause.windows[-1].last == first.day:
        clause.windows[-1] = Window(first.day, None)
    # A later date without a year counts from the first of these: 3月5日、12日…，3月5日除外.
    reader.latest = first.day
    if len(days) > 1:
        check_weekday(reader, days)
    clause.ends_at(start, reader.pos)
    if len(days) == 1 and clause.windows[-1].first == clause.windows[-1].last:
        _read_deadline(reader, clause, latest)
    return True


def _read_first(reader: Reader) -> Found | None:
    """Read the first date; a range that is under way or just over is of this year, not the next."""
    alone = reader.latest is None
    first = read_date(reader)
    if first is None or first.year_given or not alone:
        return first
    published = reader.published
    if published is None:
        return first
    here, notes = reader.pos, list(reader.notes)
    earlier = year_before(first)
    last = _read_until(reader, earlier) if earlier else None
    reader.pos, reader.notes, reader.latest = here, notes, first.day
    if earlier and last and earlier.day >= published - _UNDER_WAY and last.day >= published - GRACE:
        reader.latest = earlier.day
        return earlier
    return first


def _read_item(reader: Reader, item: Found, days: list[date]) -> Window:
    """Read what follows one date of a list: its weekday, 起, or the end of a range."""
    if not days:
        check_weekday(reader, [item.day])
        read_lunar_check(reader, item.day)
    begins = reader.take(_BEGINS) is not None
    last = _read_until(reader, item, comma=begins)
    note_year(reader, item, last.day if last else None)
    if last is not None:
        check_weekday_range(reader, item.day, last.day)
        return Window(item.day, last.day)
    return Window(item.day, None if begins else item.day)


def _next_of_list(reader: Reader, before: Found) -> Found | None:
    here = reader.pos
    comma = reader.text[here : here + 1] == ","
    if not reader.take(_LISTED) or (comma and reader.sees(EXCLUDING)):
        reader.pos = here
        return None
    found = read_list_day(reader, before)
    if found is None:
        reader.pos = here
    return found


def _read_deadline(reader: Reader, clause: Clause, latest: date | None) -> None:
    """Turn 6月30日17:00前 from a day into a deadline, if that is what stands here."""
    if _read_moments(reader, clause):
        return
    here = reader.pos
    spoken = read_clock(reader)
    if spoken is not None and not (spoken.half_known or reader.sees(_BEFORE)):
        reader.pos = here
        return
    minute = None if spoken is None else _minute_if_before(reader, spoken_at=here)
    if not reader.take(_BEFORE):
        reader.pos = here
        return
    check_weekday(reader, [clause.windows[-1].last or date.max], bare=False)
    reader.latest = latest
    window = clause.windows.pop()
    clause.deadline = Deadline(window.last or date.max, minute)
    clause.ends_at(clause.start, reader.pos)


def _read_moments(reader: Reader, clause: Clause) -> bool:
    """Read the rest of 3月5日14:00至3月6日10:00: one stretch over several days."""
    here = reader.pos
    window = clause.windows[-1]
    begin = read_clock(reader)
    if begin is None or window.first is None or not reader.take(TO):
        reader.pos = here
        return False
    first = Found(window.first, here, here, year_given=True)
    last = read_date(reader, last_of=first.day)
    if last is not None:
        check_weekday(reader, [last.day])
    end = read_clock(reader) if last else None
    if last is None or end is None:
        reader.pos = here
        return False
    minutes = [_definite(reader, spoken) for spoken in (begin, end)]
    length = (last.day - first.day).days
    if not 0 <= length <= 100 or (length, minutes[1]) <= (0, minutes[0]):
        raise reader.refuse("time-range-backwards", clause.days_start)
    clause.times.append(TimeSpan(minutes[0], minutes[1] + length * DAY_MINUTES))
    return True


def _definite(reader: Reader, spoken: Spoken) -> int:
    if not spoken.half_known:
        raise ambiguous(reader, spoken)
    return fixed(reader, spoken)


def _minute_if_before(reader: Reader, spoken_at: int) -> int | None:
    """Settle the time of a deadline; a bare hour such as 5点前 is refused as ambiguous."""
    if not reader.sees(_BEFORE):
        return None
    after = reader.pos
    reader.pos = spoken_at
    spoken = read_clock(reader)
    reader.pos = after
    if spoken is None:
        return None
    return _definite(reader, spoken)


def read_excluded_months(reader: Reader, clause: Clause) -> bool:
    """Read 7月、8月 before 暂停 or 除外: these months of every year."""
    match = reader.take(_EXCLUDED_MONTHS)
    if match is None:
        return False
    months = [to_number(word) for word in re.findall(NUMBER, match.group())]
    if match.group(1) and len(months) == 2:
        months = [(months[0] - 1 + n) % 12 + 1 for n in range((months[1] - months[0]) % 12 + 1)]
    if not months or not all(1 <= month <= 12 for month in months):
        raise reader.refuse("time-day-impossible", match.start())
    clause.months = tuple(sorted(set(months)))
    clause.ends_at(match.start(), reader.pos)
    return True


def read_excluded_days(reader: Reader, clause: Clause) -> bool:
    """Read the 7日 of 3月5日至10日，7日除外: a day of the range before."""
    match = _EXCLUDED_DAYS.match(reader.text, reader.pos)
    if match is None or reader.latest is None or clause.has_days:
        return False
    for word in re.findall(NUMBER, match.group()):
        number = to_number(word)
        later = (reader.latest + timedelta(days=n) for n in range(62))
        day = next((day for day in later if day.day == number), None)
        if day is None:
            raise reader.refuse("time-day-impossible", match.start(), match.end())
        clause.windows.append(Window(day, day))
    reader.pos = match.end()
    clause.ends_at(match.start(), reader.pos)
    return True


def read_months(reader: Reader, clause: Clause) -> bool:
    """Read 3月至6月 or 2026年3月 before a rule: a window of whole months."""
    start = reader.pos
    match = reader.take(_MONTHS)
    if match is None:
        return _read_year(reader, clause)
    first = to_number(match.group(2))
    last = to_number(match.group(3)) if match.group(3) else first
    listed = [to_number(word) for word in re.findall(NUMBER, match.group(4) or "")]
    if not all(1 <= month <= 12 for month in (first, last, *listed)):
        raise reader.refuse("time-day-impossible", start, match.end())
    if listed and [first, *listed] != list(range(first, first + len(listed) + 1)):
        # 3月、9月 is no stretch of this year.
        return _read_some_months(reader, clause, (first, *listed), match)
    last = listed[-1] if listed else last
    year = _months_year(reader, match, last)
    end_year = year + 1 if last < first else year
    begin = date(year, first, 1)
    end = date(end_year, last, monthrange(end_year, last)[1])
    if not match.group(1):
        reader.note("time-year-inferred", start, day=begin, year=year, last=end)
    clause.windows.append(Window(begin, end))
    reader.latest = begin
    reader.take(re.compile("的"))
    clause.ends_at(start, reader.pos)
    return True


def _read_some_months(
    reader: Reader, clause: Clause, months: tuple[int, ...], match: re.Match[str]
) -> bool:
    """Take single months of every year, or of the year that is given."""
    if match.group(1):
        year = year_number(reader, match)
        clause.windows.append(Window(date(year, 1, 1), date(year, 12, 31)))
    clause.months = tuple(sorted(set(months)))
    reader.take(re.compile("的"))
    clause.ends_at(match.start(), reader.pos)
    return True


def _months_year(reader: Reader, match: re.Match[str], last: int) -> int:
    if match.group(1):
        year = year_number(reader, match)
    elif reader.published is None:
        raise reader.refuse(
            "time-year-missing", match.start(), match.end(), [f"2026年{match.group(2)}月"]
        )
    else:
        year = min(max(reader.published.year, 1902), 2096)
        if last < reader.published.month and to_number(match.group(2)) <= last:
            year += 1
    return year


def _read_year(reader: Reader, clause: Clause) -> bool:
    match = reader.take(_YEAR_ONLY)
    if match is None:
        return False
    year = year_number(reader, match)
    clause.windows.append(Window(date(year, 1, 1), date(year, 12, 31)))
    reader.latest = date(year, 1, 1)
    clause.ends_at(match.start(), reader.pos)
    return True

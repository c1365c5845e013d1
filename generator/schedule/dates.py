"""Gregorian dates: their many spellings, the year that is left out, the weekday beside them."""

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.pattern import Pattern
from generator.schedule.numbers import NUMBER, to_number
from generator.schedule.reader import Reader, Stop
from generator.schedule.vocabulary import WEEKDAY_OTHER, WEEKDAYS

_ISO = Pattern(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![0-9:])日?t?")
_COMPACT = Pattern(r"(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![0-9:年月日])")
_YEAR = Pattern(rf"(?:公历|阳历|西历)?({NUMBER})年(?!级)的?")
_NEXT_YEAR = Pattern(r"次年|第二年|翌年|来年")
_MONTH_DAY = Pattern(
    rf"(?:公历|阳历|西历)?({NUMBER})月份?({NUMBER})(?:[日号]|(?![0-9点时个:月年次]))"
)
_DAY = Pattern(rf"({NUMBER})(?:[日号](?!子)|(?=(?:[、和及与]|-|至|到){NUMBER}[日号]))")
_END_DAY = Pattern(rf"({NUMBER})(?:[日号]|(?![0-9点时月年个次:.]))")
_END_ISO = Pattern(r"([0-9]{1,2})[-./]([0-9]{1,2})(?![0-9:])")
_DOTTED = Pattern(r"([0-9]{1,2})([./]|-(?=[0-9]{1,2}(?![0-9点时日号]|:)))([0-9]{1,2})(?![0-9:])")
_WEEKDAY = Pattern(
    r"(\(?)(?:周|星期|礼拜)([一二三四五六日天1-7](?:[、,和]?(?:周|星期|礼拜)?[一二三四五六日天])*)"
    r"(?![一二三四五六日天至到\-])(\)?)"
)
_WEEKDAY_RANGE = Pattern(
    r"\((?:周|星期|礼拜)([一二三四五六日天])(?:-+|至|到)(?:周|星期|礼拜)?([一二三四五六日天])\)"
)
GRACE = timedelta(days=7)
"""How long a date may be past when the text was written and still be meant for that year."""

_OUT_OF_ORDER = timedelta(days=183)
"""How far a date may go back behind the one before it and be of the same year."""


class Found(Frozen):
    """A date and where it stands; `year_given` tells whether the phrase itself says the year."""

    day: date
    start: int
    end: int
    year_given: bool


def read_date(reader: Reader, *, last_of: date | None = None) -> Found | None:
    """Read one full date: ISO, 2026年3月5日 or 3月5日.

    `last_of` is the first day of a range that this date ends; the year follows from it.
    """
    start = reader.pos
    iso = reader.take(_ISO) or reader.take(_COMPACT)
    if iso is not None:
        year, month, number = int(iso.group(1)), int(iso.groups()[-2]), int(iso.groups()[-1])
        return _made(reader, start, (year, month, number), given=True)
    _refuse_dotted(reader)
    year_word = reader.take(_YEAR)
    next_year = last_of is not None and reader.take(_NEXT_YEAR) is not None
    month_day = reader.take(_MONTH_DAY)
    if month_day is None:
        reader.pos = start
        return None
    month, number = to_number(month_day.group(1)), to_number(month_day.group(2))
    if year_word is not None:
        year = year_number(reader, year_word)
        return _made(reader, start, (year, month, number), given=True)
    if next_year and last_of is not None:
        return _made(reader, start, (last_of.year + 1, month, number), given=True)
    year = _missing_year(reader, month, number, start, last_of)
    return _made(reader, start, (year, month, number), given=False)


def _refuse_dotted(reader: Reader) -> None:
    dotted = _DOTTED.match(reader.text, reader.pos)
    if dotted is None:
        return
    one, two = int(dotted.group(1)), int(dotted.group(3))
    pairs = [(one, two), *([(two, one)] if dotted.group(2) == "/" else [])]
    ways = [f"{m}月{d}日" for m, d in pairs if 1 <= m <= 12 and 1 <= d <= 31]
    raise reader.refuse("time-date-dotted", dotted.start(), dotted.end(), ways or ["3月5日"])


def year_number(reader: Reader, match: re.Match[str]) -> int:
    """Return the year that a match of a number and 年 gives; refuse 26年 and 3026年."""
    year = to_number(match.group(1))
    if 0 <= year <= 99:
        raise reader.refuse("time-year-short", match.start(), match.end(), [f"{2000 + year}年"])
    if not 1902 <= year <= 2098:
        raise reader.refuse("time-year-far", match.start(), match.end())
    return year


def _missing_year(reader: Reader, month: int, number: int, start: int, last_of: date | None) -> int:
    """Return the year of a date that has none.

    After another date of the same phrase: that date's year, or the next where it would go back.
    Else the first such day that is not more than a week past on the day the text was written.
    """
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        raise impossible(reader, start, reader.pos)
    before = last_of or reader.latest
    if before is not None:
        if (month, number) >= (before.month, before.day):
            return before.year
        return (
            before.year
            if last_of is None and _only_earlier(reader, month, number)
            else before.year + 1
        )
    if reader.published is None:
        written = f"{month}月{number}日"
        raise reader.refuse("time-year-missing", start, reader.pos, [f"2026年{written}"])
    limit = max(reader.published, date(1902, 1, 1)) - GRACE
    year = min(limit.year, 2096)
    return year if (month, number) >= (limit.month, limit.day) else year + 1


def _only_earlier(reader: Reader, month: int, number: int) -> bool:
    """Return whether a date is out of order rather than of the next year: 5月6日、4月1日."""
    before, published = reader.latest, reader.published
    if before is None or published is None or number > monthrange(before.year, month)[1]:
        return False
    day = date(before.year, month, number)
    return day >= published - GRACE and before - day <= _OUT_OF_ORDER


def _made(reader: Reader, start: int, parts: tuple[int, int, int], *, given: bool) -> Found:
    year, month, number = parts
    if not 1902 <= year <= 2098:
        raise reader.refuse("time-year-far", start, reader.pos)
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        raise impossible(reader, start, reader.pos, parts)
    day = date(year, month, number)
    reader.latest = day
    return Found(day, start, reader.pos, given)


def year_before(found: Found) -> Found | None:
    """Return the same date a year earlier, if there is one."""
    if found.day.year <= 1902 or (found.day.month, found.day.day) == (2, 29):
        return None
    return replace(found, day=found.day.replace(year=found.day.year - 1))


def impossible(
    reader: Reader, start: int, end: int, parts: tuple[int, int, int] | None = None
) -> Stop:
    """Return the refusal of a date that the calendar does not have."""
    ways: list[str] = []
    year = 0
    if parts is not None and 1 <= parts[1] <= 12:
        year = parts[0]
        ways = [f"{parts[1]}月{monthrange(year, parts[1])[1]}日"]
        if parts[1:] == (2, 29):
            return reader.refuse("time-leap-day", start, end, [*ways, "3月1日"], year=year)
    return reader.refuse("time-day-impossible", start, end, ways)


def note_year(reader: Reader, found: Found, last: date | None = None) -> None:
    """Say which year was inferred for a date, or for a range that begins with it."""
    if not found.year_given:
        reader.note(
            "time-year-inferred", found.start, found.end, day=found.day, year=found.day.year,
            last=last or found.day,
        )  # fmt: skip


def read_range_end(reader: Reader, first: Found) -> Found | None:
    """Read the last day of a range: a date, or only a day of the same month."""
    start = reader.pos
    short = reader.take(_END_ISO) if first.year_given else None
    if short is not None:
        parts = (first.day.year, int(short.group(1)), int(short.group(2)))
        return _made(reader, start, parts, given=True)
    found = read_date(reader, last_of=first.day)
    if found is not None:
        return found
    number = reader.take(_END_DAY)
    if number is None:
        return None
    return _same_month(reader, start, to_number(number.group(1)), first)


def read_list_day(reader: Reader, before: Found) -> Found | None:
    """Read the next day of a list: a date, or only a day of the same month as `before`."""
    start = reader.pos
    found = read_date(reader)
    if found is not None:
        return Found(found.day, found.start, found.end, year_given=True)
    number = reader.take(_DAY)
    if number is None:
        return None
    return _same_month(reader, start, to_number(number.group(1)), before)


def _same_month(reader: Reader, start: int, number: int, other: Found) -> Found:
    parts = (other.day.year, other.day.month, number)
    return _made(reader, start, parts, given=True)


def check_weekday(reader: Reader, days: list[date], *, bare: bool = True) -> bool:
    """Check the weekday written after dates, such as (周四); refuse a wrong one.

    One weekday is checked against the last day, several against the last days one by one.
    Without brackets it is a check only where `bare`: after a range it is a rule of its own.
    """
    start = reader.pos
    match = reader.take(_WEEKDAY)
    if match is None:
        return False
    brackets = bool(match.group(1)) and bool(match.group(3))
    if bool(match.group(1)) != bool(match.group(3)) or not (brackets or bare):
        reader.pos = start
        return False
    said = [weekday_number(char) for char in match.group(2) if char not in "、,和周星期礼拜"]
    for weekday, day in zip(reversed(said), reversed(days), strict=False):
        if day.weekday() != weekday:
            right = "周" + WEEKDAYS[day.weekday()]
            raise reader.refuse(
                "time-weekday-wrong",
                match.start(2) - len(match.group(0).split(match.group(2))[0].lstrip("(")),
                match.end(2),
                [right],
                day=day,
                said="周" + WEEKDAYS[weekday],
                weekday=right,
            )
    return True


def check_weekday_range(reader: Reader, first: date, last: date) -> None:
    """Check （周四至周六） after a range of at most a week; after a longer one it is a rule."""
    match = _WEEKDAY_RANGE.match(reader.text, reader.pos)
    if match is None or (last - first).days > 6:
        return
    for day, said in ((first, match.group(1)), (last, match.group(2))):
        if day.weekday() != weekday_number(said):
            right, place = "周" + WEEKDAYS[day.weekday()], (match.start() + 1, match.end() - 1)
            raise reader.refuse("time-weekday-wrong", *place, [right], day=day,
                                said=f"周{said}", weekday=right)  # fmt: skip
    reader.pos = match.end()


def weekday_number(char: str) -> int:
    """Return the number of a weekday, Monday 0, from the character after 周."""
    return WEEKDAYS.index(char) if char in WEEKDAYS else WEEKDAY_OTHER[char]

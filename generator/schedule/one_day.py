"""The commonest phrase of all, read without the grammar: 2026年3月5日（周四）上午9点至11点.

Half of a site's files have one, each with another day, and few sites know more than a dozen times
of the day. What such a time means, the grammar tells once; the day needs none. What is read here
comes out exactly as the grammar has it, which the tests hold.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from generator.pattern import Pattern
from generator.schedule.records import Refusal
from generator.schedule.schedule import Schedule
from generator.schedule.segment import Segment, TimeSpan
from generator.schedule.selection import Selection, Window
from generator.schedule.vocabulary import WEEKDAYS

Read = Callable[[str], Schedule | Refusal]

_CLOCK = r"(?:凌晨|早上|上午|中午|下午|晚上|晚)?[0-9]{1,2}(?:点(?:半|[0-9]{1,2}分)?|[:：][0-9]{2})"
_ONE_DAY = Pattern(
    r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
    r"(?:[（(]周(?P<weekday>[一二三四五六日])[）)])?"
    rf"(?P<times> ?{_CLOCK}(?:[-至到]{_CLOCK})?)"
)
_EXAMPLES = (date(2024, 2, 2), date(2027, 11, 30))
"""Two days that have nothing in common: what both have is the times alone."""


def read_one_day(phrase: str, read: Read) -> Schedule | None:
    """Return what a phrase means that is one day and a time of it, or None if it is more or wrong.

    `read` is the grammar.
    """
    match = _ONE_DAY.fullmatch(phrase)
    if match is None or not 1902 <= int(match["year"]) <= 2098:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    times = _read_times(match["times"], read)
    if times is None or WEEKDAYS[day.weekday()] != (match["weekday"] or WEEKDAYS[day.weekday()]):
        return None
    return _make(phrase, day, times)


@lru_cache(maxsize=1 << 8)
def _read_times(written: str, read: Read) -> tuple[TimeSpan, ...] | None:
    """Return what the times after a day mean, if that is all they mean, and beyond doubt."""
    phrases = [f"{day.year}年{day.month}月{day.day}日{written}" for day in _EXAMPLES]
    found = [read(phrase) for phrase in phrases]
    first = found[0]
    times = first.segments[0].times if isinstance(first, Schedule) and first.segments else ()
    plain = [_make(*each, times) for each in zip(phrases, _EXAMPLES, strict=True)]
    return times if found == plain else None


def _make(phrase: str, day: date, times: tuple[TimeSpan, ...]) -> Schedule:
    selection = Selection(windows=(Window(day, day),))
    return Schedule(phrase=phrase, segments=(Segment(selection, times),))

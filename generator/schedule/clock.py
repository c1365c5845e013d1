"""One clock time as it is spoken, and which minutes of the day it can mean."""

import re

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.pattern import Pattern
from generator.schedule.numbers import NUMBER, to_number
from generator.schedule.reader import Reader, Stop, words
from generator.schedule.records import DAY_MINUTES
from generator.schedule.vocabulary import NEXT_DAY, PERIOD_HOURS, PERIODS

TO = Pattern(r"-+|直至|直到|至|到")
PERIOD_OF = {word: name for name, group in PERIODS.items() for word in group}
PERIOD = Pattern(words(tuple(PERIOD_OF)))
_NEXT_DAY = Pattern(rf"(?:{words(NEXT_DAY)})的?")
_COLON = Pattern(r"([0-9]{1,2}):([0-9]{1,2})(?::[0-9]{2})?(?![0-9:])")
_SPOKEN = Pattern(
    rf"({NUMBER})(?:点|时)(?![间段候])(?:钟|整|正)?"
    rf"(?:(半)|([一二三两123])刻|零?({NUMBER})分钟?|零?({NUMBER})(?![点时月日号至到年个一二三四五六七八九十]|[-:]?[0-9]))?"
)
_BARE_HOUR = Pattern(rf"({NUMBER})(?=(?:-+|至|到)(?:{NUMBER})(?:点|时))")
_LATIN_HALF = Pattern(r"(a\.?m\.?|p\.?m\.?)(?![a-z])")
_LATIN_HOUR = Pattern(r"([0-9]{1,2})(?=(?:am|pm|a\.m|p\.m))")
_HALVES = ("凌晨", "早上", "上午", "中午")
"""Parts of the day after which a smaller number means the afternoon."""


class Spoken(Frozen):
    """A clock time as written; `start` and `end` are its place in the phrase."""

    hour: int
    minute: int
    start: int
    end: int
    period: str = ""
    colon: bool = False
    leading_zero: bool = False
    next_day: bool = False

    def at(self, hour: int) -> int:
        """Return the minutes after midnight if `hour` is the hour of the day meant."""
        return hour * 60 + self.minute

    @property
    def half_known(self) -> bool:
        """Whether this is by itself one time of the day."""
        return bool(self.period) or self.colon or self.hour == 0 or self.hour > 12


def read_clock(reader: Reader) -> Spoken | None:
    """Read one clock time, with part of the day and 次日; `None` if there is none."""
    start = reader.pos
    next_day = reader.take(_NEXT_DAY) is not None
    period_word = reader.take(PERIOD)
    period = PERIOD_OF[period_word.group()] if period_word else ""
    if not next_day and period:
        next_day = reader.take(_NEXT_DAY) is not None
    found = _read_hour(reader, start)
    if found is None:
        reader.pos = start
        return None
    found = replace(found, period=found.period or period, next_day=next_day)
    if not (0 <= found.hour <= 24 and 0 <= found.minute <= 59) or (
        found.hour == 24 and found.minute
    ):
        raise reader.refuse("time-clock-impossible", start)
    return found


def _read_hour(reader: Reader, start: int) -> Spoken | None:
    colon = reader.take(_COLON)
    if colon is not None:
        hour, minute = colon.group(1), colon.group(2)
        if len(minute) == 1:
            raise reader.refuse("time-clock-impossible", colon.start())
        half = _latin_half(reader)
        zero = len(hour) == 2 and hour[0] == "0"
        return Spoken(int(hour), int(minute), start, reader.pos, half, not half, zero)
    spoken = reader.take(_SPOKEN)
    if spoken is not None:
        return Spoken(to_number(spoken.group(1)), _minute(spoken), start, reader.pos)
    bare = reader.take(_BARE_HOUR)
    if bare is not None:
        return Spoken(to_number(bare.group(1)), 0, start, reader.pos)
    latin = reader.take(_LATIN_HOUR)
    if latin is not None:
        half = _latin_half(reader)
        return Spoken(int(latin.group(1)), 0, start, reader.pos, half)
    return None


def _latin_half(reader: Reader) -> str:
    half = reader.take(_LATIN_HALF)
    if half is None:
        return ""
    return "上午" if half.group().startswith("a") else "下午"


def _minute(match: re.Match[str]) -> int:
    if match.group(2):
        return 30
    if match.group(3):
        quarter = {"一": 1, "1": 1, "二": 2, "2": 2, "两": 2}.get(match.group(3), 3)
        return 15 * quarter
    digits = match.group(4) or match.group(5)
    return to_number(digits) if digits else 0


def fixed(reader: Reader, time: Spoken) -> int:
    """Return the minute of a time whose half of the day is known; refuse what does not fit."""
    if not time.period:
        return time.at(time.hour)
    hour = PERIOD_HOURS[time.period].get(time.hour)
    if hour is None:
        ways = _better_ways(time)
        raise reader.refuse(
            "time-period-clock-mismatch",
            time.start,
            time.end,
            ways,
            first=ways[0],
            second=ways[1],
            period=time.period,
            clock=clock_words(time.hour, time.minute),
        )
    return time.at(hour)


def _better_ways(time: Spoken) -> list[str]:
    if time.period == "上午" and time.hour > 12:
        return [spoken_words(time.at(time.hour)), digital(time.at(time.hour))]
    if time.period in {"半夜", "晚上"} and time.hour <= 4:
        early = clock_words(time.hour, time.minute)
        return [f"凌晨{early}", f"次日凌晨{early}"]
    if time.period == "凌晨" and time.hour == 12:
        return ["凌晨0点", "半夜12点"]
    hours = {time.hour % 24, *((time.hour + 12,) if time.hour < 12 else ())}
    return [way for h in sorted(hours) for way in (spoken_words(time.at(h)), digital(time.at(h)))]


def ambiguous(reader: Reader, time: Spoken) -> Stop:
    """Return the refusal of a time that may be before or after noon, with both readings."""
    morning = time.at(time.hour % 12)
    evening = time.at(time.hour % 12 + 12)
    if time.hour == 12:
        morning, evening = evening, DAY_MINUTES
    likely, other = (morning, evening) if 6 <= time.hour <= 12 else (evening, morning)
    return reader.refuse(
        "time-ambiguous",
        time.start,
        time.end,
        [spoken_words(likely), digital(likely), spoken_words(other), digital(other)],
        first=spoken_words(likely),
        second=digital(likely),
        third=spoken_words(other),
        fourth=digital(other),
    )


def candidates(time: Spoken, begin: Spoken) -> list[int]:
    """Return the hours that an end, or a later time of a list, can mean, the likeliest first.

    The end of 下午2点至4点 has no part of the day of its own: it takes that of `begin`.
    """
    if time.half_known and not (time.colon and begin.period and time.hour <= 12):
        return [time.hour]
    if begin.period:
        carried = PERIOD_HOURS[begin.period].get(time.hour)
        hours = [] if carried is None else [carried]
        if begin.period in _HALVES:
            hours += [time.hour, time.hour % 12 + 12]
        return hours
    return [time.hour, time.hour % 12 + 12]


def digital(minute: int) -> str:
    """Write `14:00`, without a zero before a single figure; past midnight with 次日."""
    if minute > DAY_MINUTES:
        return "次日" + digital(minute - DAY_MINUTES)
    return f"{minute // 60}:{minute % 60:02}"


def clock_words(hour: int, minute: int) -> str:
    """Write 2点, 2点半, 2点15分."""
    rest = {0: "", 30: "半"}.get(minute, f"{minute}分")
    return f"{hour}点{rest}"


def spoken_words(minute: int) -> str:
    """Write a minute of the day as people say it: 下午2点, 晚上7点半."""
    if minute >= DAY_MINUTES:
        return "半夜12点" if minute == DAY_MINUTES else "次日" + spoken_words(minute - DAY_MINUTES)
    hour, rest = divmod(minute, 60)
    return part_of_day(hour) + clock_words(hour if hour <= 12 else hour - 12, rest)


def part_of_day(hour: int) -> str:
    """Return the part of the day that readings use for an hour."""
    for limit, name in ((5, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午")):
        if hour < limit:
            return name
    return "晚上"

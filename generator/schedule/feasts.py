"""Festivals and other named days: on which day of a year each of them falls."""

from datetime import date, timedelta
from functools import lru_cache

from generator.frozen import Frozen
from generator.schedule import lunar

_SOLAR: dict[str, tuple[int, int]] = {
    "元旦": (1, 1),
    "情人节": (2, 14),
    "学雷锋纪念日": (3, 5),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "消费者权益日": (3, 15),
    "劳动节": (5, 1),
    "青年节": (5, 4),
    "护士节": (5, 12),
    "儿童节": (6, 1),
    "环境日": (6, 5),
    "建党节": (7, 1),
    "建军节": (8, 1),
    "教师节": (9, 10),
    "烈士纪念日": (9, 30),
    "国庆节": (10, 1),
    "记者节": (11, 8),
    "消防日": (11, 9),
    "国家宪法日": (12, 4),
    "志愿者日": (12, 5),
    "国家公祭日": (12, 13),
    "平安夜": (12, 24),
    "圣诞节": (12, 25),
}
_LUNAR: dict[str, tuple[int, int]] = {
    "春节": (1, 1),
    "元宵节": (1, 15),
    "龙抬头": (2, 2),
    "上巳节": (3, 3),
    "端午节": (5, 5),
    "七夕": (7, 7),
    "中元节": (7, 15),
    "中秋节": (8, 15),
    "重阳节": (9, 9),
    "寒衣节": (10, 1),
    "下元节": (10, 15),
    "腊八节": (12, 8),
    "小年": (12, 23),
    "南方小年": (12, 24),
    "除夕": (12, 0),
}
"""Month and day of the lunar year; day 0 is the last day of the month."""
_NTH_WEEKDAY: dict[str, tuple[int, int, int]] = {"母亲节": (5, 2, 6), "父亲节": (6, 3, 6)}
"""Month, which one of the month, and the weekday with Monday as 0."""

ALIASES: dict[str, str] = {
    "元旦节": "元旦",
    "三八妇女节": "妇女节",
    "学雷锋日": "学雷锋纪念日",
    "学雷锋纪念日": "学雷锋纪念日",
    "清明节": "清明",
    "五一劳动节": "劳动节",
    "五一国际劳动节": "劳动节",
    "国际劳动节": "劳动节",
    "五四青年节": "青年节",
    "六一儿童节": "儿童节",
    "国际儿童节": "儿童节",
    "世界环境日": "环境日",
    "七一建党节": "建党节",
    "八一建军节": "建军节",
    "十一国庆节": "国庆节",
    "国庆": "国庆节",
    "宪法日": "国家宪法日",
    "全国消防日": "消防日",
    "国际志愿者日": "志愿者日",
    "农历新年": "春节",
    "农历春节": "春节",
    "元宵": "元宵节",
    "上元节": "元宵节",
    "端午": "端午节",
    "端阳节": "端午节",
    "七夕节": "七夕",
    "中元": "中元节",
    "中秋": "中秋节",
    "重阳": "重阳节",
    "老年节": "重阳节",
    "敬老节": "重阳节",
    "腊八": "腊八节",
    "北方小年": "小年",
    "小年夜": "小年",
    "除夕夜": "除夕",
    "大年夜": "除夕",
    "年三十": "除夕",
    "大年三十": "除夕",
    "龙头节": "龙抬头",
    "二月二龙抬头": "龙抬头",
    "冬至节": "冬至",
}
"""Other names in use → the name that this package writes."""

OFFICIAL = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
"""The holidays of the official list, by the names under which calendars keep them."""

NAMES: tuple[str, ...] = tuple(
    dict.fromkeys((*_SOLAR, *_LUNAR, *_NTH_WEEKDAY, *lunar.TERM_NAMES, *ALIASES))
)
"""Every name that `feast_day` or an alias knows."""


def full_name(word: str) -> str:
    """Return the name that this package writes for a word of `NAMES`: 清明 for 清明节."""
    return ALIASES.get(word, word)


def official_name(word: str) -> str | None:
    """Return the name in the official list of holidays for a word of `NAMES`, if it is there."""
    name = full_name(word)
    name = {"清明": "清明节", "除夕": "春节"}.get(name, name)
    return name if name in OFFICIAL else None


@lru_cache(maxsize=2048)
def feast_day(name: str, year: int) -> date | None:
    """Return the day of a named day in a year.

    `name` is one that `full_name` returns. For days of the lunar calendar `year` is the lunar
    year, so that 除夕 of 2026 lies in February 2027. `None` for an unknown name or year.
    """
    if name in _SOLAR:
        return date(year, *_SOLAR[name]) if 1 <= year <= 9999 else None
    if name in _LUNAR:
        month, day = _LUNAR[name]
        return lunar.from_lunar(year, month, day or lunar.month_length(year, month))
    if name in _NTH_WEEKDAY:
        month, nth, weekday = _NTH_WEEKDAY[name]
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return lunar.term_day(year, name)


def is_lunar(name: str) -> bool:
    """Return whether a named day follows the lunar calendar."""
    return name in _LUNAR


def lunar_date_of(name: str) -> tuple[int, int] | None:
    """Return month and day of a lunar named day; day 0 is the last of the month."""
    return _LUNAR.get(name)


_SHOWN = ("元旦", "妇女节", "植树节", "劳动节", "青年节", "儿童节", "建党节", "建军节", "教师节")
_SHOWN_LUNAR = ("春节", "元宵节", "龙抬头", "端午节", "七夕", "中秋节", "重阳节", "腊八节", "除夕")


def festival_name(day: date) -> str | None:
    """Return the festival of a day, for calendars that show one; the older custom goes first."""
    for name in (*_SHOWN_LUNAR, *_SHOWN, "国庆节"):
        if day in {feast_day(name, day.year), feast_day(name, day.year - 1)}:
            return name
    return {"清明": "清明节", "冬至": "冬至"}.get(lunar.solar_term(day) or "")


class MonthDay(Frozen):
    """A day of the Gregorian year, the same every year: a kind of anchor."""

    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """Return this day of a Gregorian year; `None` for 29 February of a common year."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


class LunarMonthDay(Frozen):
    """A day of the lunar year: a kind of anchor."""

    month: int
    day: int
    leap: bool = False

    def in_year(self, year: int) -> date | None:
        """Return this day of a lunar year; `None` if the month is too short or not there."""
        return lunar.from_lunar(year, self.month, self.day, leap=self.leap)


class Feast(Frozen):
    """A named day, or the day some days before or after it: a kind of anchor."""

    name: str
    offset: int = 0

    def in_year(self, year: int) -> date | None:
        """Return this day of a year, as `feast_day` counts years."""
        day = feast_day(self.name, year)
        return None if day is None else day + timedelta(days=self.offset)


Anchor = MonthDay | LunarMonthDay | Feast
"""A day that comes once a year."""


def anchor_days(anchor: Anchor, first: date, last: date) -> list[date]:
    """Return the days of an anchor from `first` to `last`, in order."""
    days = (anchor.in_year(year) for year in range(first.year - 2, last.year + 2))
    return sorted({day for day in days if day is not None and first <= day <= last})

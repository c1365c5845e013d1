"""Which days a phrase means: a rule inside windows, seasons and months.

`Selection` serves both for the days on which something takes place and for the days that a
phrase takes out again (除外, 暂停).
"""

from collections.abc import Iterator
from datetime import date

from generator.frozen import Frozen
from generator.schedule.calendars import Calendar
from generator.schedule.feasts import Anchor, LunarMonthDay, MonthDay, is_lunar
from generator.schedule.records import DayRange
from generator.schedule.rules import (
    ONE_DAY,
    Daily,
    FeastWorkdays,
    HolidayDays,
    LunarDays,
    MonthWorkdays,
    Rule,
    Workdays,
    Yearly,
)


class Window(Frozen):
    """From `first` to `last`, once; `None` is without beginning or without end."""

    first: date | None = None
    last: date | None = None

    def cut(self, first: date, last: date) -> tuple[date, date]:
        """Return the part of `first` to `last` inside; empty when the first is after the last."""
        return (max(first, self.first or first), min(last, self.last or last))


class YearlySeason(Frozen):
    """From one day of the year to another, every year; into the next year if need be."""

    first: Anchor
    last: Anchor
    name: str = ""

    def spans(self, first: date, last: date, _calendar: Calendar) -> Iterator[DayRange]:
        """Give the spans that touch `first` to `last`."""
        for year in range(first.year - 2, last.year + 2):
            begin = self.first.in_year(year)
            # The end is looked for in this year and the next: 腊月 to 正月, November to March,
            # and from a Gregorian festival to a lunar one.
            ends = (self.last.in_year(number) for number in range(year - 1, year + 2))
            end = min((day for day in ends if day and begin and day >= begin), default=None)
            if begin and end and begin <= last and end >= first:
                yield DayRange(begin, end)


class SchoolSeason(Frozen):
    """School holidays of these names, or with `term` the days outside them."""

    names: tuple[str, ...]
    term: bool = False

    def spans(self, first: date, last: date, calendar: Calendar) -> Iterator[DayRange]:
        """Give the spans that touch `first` to `last`."""
        holidays = sorted(
            DayRange(holiday.first, holiday.last)
            for year in range(first.year - 1, last.year + 2)
            for name in self.names
            for holiday in calendar.school_days_off(name, year)[0]
            if holiday.first <= last and holiday.last >= first
        )
        if not self.term:
            yield from holidays
            return
        begin = first
        for span in holidays:
            if begin < span.first:
                yield DayRange(begin, span.first - ONE_DAY)
            begin = max(begin, span.last + ONE_DAY)
        if begin <= last:
            yield DayRange(begin, last)


Season = YearlySeason | SchoolSeason


class Selection(Frozen):
    """Days that follow every one of `rules`, in one of `windows`, in `months` and in a season.

    Empty fields do not limit; with no rule at all every day counts.
    """

    rules: tuple[Rule, ...] = ()
    windows: tuple[Window, ...] = ()
    seasons: tuple[Season, ...] = ()
    months: tuple[int, ...] = ()

    def days(self, first: date, last: date, calendar: Calendar) -> list[date]:
        """Return the days from `first` to `last`, in order."""
        spans = self._spans(first, last, calendar)
        chosen: set[date] = set()
        rule = self.rules[0] if self.rules else Daily()
        for begin, end in spans:
            if begin <= end:
                chosen.update(rule.days(begin, end, calendar))
        for other in self.rules[1:]:
            chosen &= set(other.days(first, last, calendar))
        if self.months:
            chosen = {day for day in chosen if day.month in self.months}
        return sorted(chosen)

    def _spans(self, first: date, last: date, calendar: Calendar) -> list[tuple[date, date]]:
        spans = [(first, last)]
        if self.windows:
            spans = [window.cut(first, last) for window in self.windows]
        for season in self.seasons:
            spans = [
                (max(begin, part.first), min(end, part.last))
                for begin, end in spans
                if begin <= end
                for part in season.spans(begin, end, calendar)
            ]
        return spans

    @property
    def last_day(self) -> date | None:
        """The last day that windows and dates allow; `None` without end."""
        ends = [window.last for window in self.windows]
        bounded = [day for day in ends if day is not None]
        limit = max(bounded) if bounded and len(bounded) == len(ends) else None
        for rule in self.rules:
            last = max((span.last for span in getattr(rule, "ranges", ())), default=None)
            if last is not None:
                limit = last if limit is None else min(limit, last)
        return limit

    @property
    def first_day(self) -> date | None:
        """The first day that windows allow; `None` without beginning."""
        starts = [window.first for window in self.windows]
        bounded = [day for day in starts if day is not None]
        return min(bounded) if bounded and len(bounded) == len(starts) else None

    @property
    def follows_workdays(self) -> bool:
        """Whether the official list decides about single days."""
        bound = Workdays | MonthWorkdays | FeastWorkdays
        return any(isinstance(rule, bound) for rule in self.rules)

    @property
    def follows_holidays(self) -> bool:
        """Whether the days off of official holidays decide."""
        return any(isinstance(rule, HolidayDays) for rule in self.rules)

    @property
    def school_names(self) -> tuple[str, ...]:
        """The school holidays that decide."""
        return tuple(n for s in self.seasons if isinstance(s, SchoolSeason) for n in s.names)

    @property
    def is_lunar(self) -> bool:
        """Whether a calendar program could not repeat this by Gregorian rules."""
        anchors = [a for rule in self.rules if isinstance(rule, Yearly) for a in rule.anchors]
        for season in self.seasons:
            if isinstance(season, YearlySeason):
                anchors += [season.first, season.last]
        return any(isinstance(rule, LunarDays | FeastWorkdays) for rule in self.rules) or any(
            isinstance(anchor, LunarMonthDay)
            or (not isinstance(anchor, MonthDay) and is_lunar(anchor.name))
            for anchor in anchors
        )

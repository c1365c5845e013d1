"""The rules that days follow, as frozen records that can list their days.

Every rule has `days(first, last, calendar)`, which gives the days from `first` to `last` in order.
What surrounds a rule in a phrase (windows, seasons, months) is in `selection`.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from generator.frozen import Frozen
from generator.schedule import lunar
from generator.schedule.calendars import Calendar
from generator.schedule.feasts import Anchor, Feast, anchor_days
from generator.schedule.records import DayRange

ONE_DAY = timedelta(days=1)


class Dates(Frozen):
    """Days that the phrase names with their year, in the order of the calendar."""

    ranges: tuple[DayRange, ...]

    def days(self, first: date, last: date, _calendar: Calendar) -> Iterator[date]:
        """Give the days of all ranges."""
        chosen: set[date] = set()
        for span in self.ranges:
            chosen.update(each_day(max(first, span.first), min(last, span.last)))
        return iter(sorted(chosen))


class Daily(Frozen):
    """Every day, or every `interval` days counted from `anchor`."""

    interval: int = 1
    anchor: date | None = None

    def days(self, first: date, last: date, _calendar: Calendar) -> Iterator[date]:
        """Give every day, or every nth."""
        if self.anchor is None or self.interval == 1:
            return each_day(first, last)
        first = max(first, self.anchor)
        begin = first + ONE_DAY * (-(first - self.anchor).days % self.interval)
        return each_day(begin, last, self.interval)


class Weekly(Frozen):
    """Days of the week (Monday is 0), every week or every `interval` weeks from `anchor`.

    Weeks begin on Monday; the week of `anchor` is the first one, unless `anchor` comes after the
    only weekday wanted: then the count begins with the next such day.
    """

    weekdays: tuple[int, ...]
    interval: int = 1
    anchor: date | None = None

    def days(self, first: date, last: date, _calendar: Calendar) -> Iterator[date]:
        """Give the days of these weekdays."""
        if self.anchor is None or self.interval == 1:
            chosen = set(self.weekdays)
            monday = first - ONE_DAY * first.weekday()
            return _weeks(monday, first, last, sorted(chosen), 7)
        start = self.anchor
        while start.weekday() not in self.weekdays:
            start += ONE_DAY
        monday = start - ONE_DAY * start.weekday()
        first = max(first, start)
        step = 7 * self.interval
        monday += ONE_DAY * ((first - monday).days // step * step)
        return _weeks(monday, first, last, sorted(set(self.weekdays)), step)


class MonthDays(Frozen):
    """Days of the month; −1 is the last day, −2 the last but one."""

    numbers: tuple[int, ...]

    def days(self, first: date, last: date, _calendar: Calendar) -> Iterator[date]:
        """Give these days of every month that has them."""
        for year, month in months_between(first, last):
            length = monthrange(year, month)[1]
            numbers = {n if n > 0 else length + 1 + n for n in self.numbers}
            for number in sorted(n for n in numbers if 1 <= n <= length):
                day = date(year, month, number)
                if first <= day <= last:
                    yield day


class MonthWeekdays(Frozen):
    """The nth such weekday of the month; −1 is the last one."""

    nths: tuple[int, ...]
    weekdays: tuple[int, ...]

    def days(self, first: date, last: date, _calendar: Calendar) -> Iterator[date]:
        """Give these days of every month that has them."""
        for year, month in months_between(first, last):
            length = monthrange(year, month)[1]
            begins = date(year, month, 1).weekday()
            found = {
                day
                for weekday in self.weekdays
                for nth in self.nths
                if (day := _nth_weekday(begins, length, weekday, nth))
            }
            for number in sorted(found):
                day_found = date(year, month, number)
                if first <= day_found <= last:
                    yield day_found


class MonthWorkdays(Frozen):
    """The nth working day of the month; −1 is the last one."""

    nths: tuple[int, ...]

    def days(self, first: date, last: date, calendar: Calendar) -> Iterator[date]:
        """Give these days; in years without a list, Monday to Friday count as working days."""
        for year, month in months_between(first, last):
            length = monthrange(year, month)[1]
            every = each_day(date(year, month, 1), date(year, month, length))
            working = [day for day in every if calendar.is_probable_workday(day)]
            found = {working[n - 1 if n > 0 else n] for n in self.nths if abs(n) <= len(working)}
            yield from sorted(day for day in found if first <= day <= last)


class Workdays(Frozen):
    """Every working day, make-up workdays included; or every day off."""

    off: bool = False

    def days(self, first: date, last: date, calendar: Calendar) -> Iterator[date]:
        """Give these days; in years without a list, Monday to Friday count as working days."""
        for day in each_day(first, last):
            if calendar.is_probable_workday(day) != self.off:
                yield day


class LunarDays(Frozen):
    """Days of every lunar month, leap months included."""

    numbers: tuple[int, ...]

    def days(self, first: date, last: date, _calendar: Calendar) -> Iterator[date]:
        """Give these days of every lunar month that has them."""
        for day in each_day(first, last):
            found = lunar.to_lunar(day)
            if found is not None and found.day in self.numbers:
                yield day


class Yearly(Frozen):
    """Days that come once a year: 5 March, the ninth of the ninth lunar month, 清明."""

    anchors: tuple[Anchor, ...]

    def days(self, first: date, last: date, _calendar: Calendar) -> Iterator[date]:
        """Give these days of every year that has them."""
        chosen = {day for anchor in self.anchors for day in anchor_days(anchor, first, last)}
        return iter(sorted(chosen))


class FeastWorkdays(Frozen):
    """The nth working day after a named day, or with a negative `nth` before it, every year."""

    feast: Feast
    nth: int

    def days(self, first: date, last: date, calendar: Calendar) -> Iterator[date]:
        """Give this day of every year."""
        for year in range(first.year - 2, last.year + 2):
            day = self.feast.in_year(year)
            found = None if day is None else self._beside(day, calendar)
            if found is not None and first <= found <= last:
                yield found

    def _beside(self, day: date, calendar: Calendar) -> date | None:
        step = ONE_DAY if self.nth > 0 else -ONE_DAY
        left = abs(self.nth)
        for _ in range(60):
            day += step
            left -= bool(calendar.is_probable_workday(day))
            if not left:
                return day
        return None


class HolidayDays(Frozen):
    """The days off of official holidays; without names, of all of them."""

    names: tuple[str, ...] = ()

    def days(self, first: date, last: date, calendar: Calendar) -> Iterator[date]:
        """Give the days off that the calendar knows."""
        if not self.names:
            return (day for day in each_day(first, last) if calendar.is_holiday(day))
        found = {d for name in self.names for d in calendar.holiday_days(name, first, last)}
        return iter(sorted(found))


Rule = (
    Dates
    | Daily
    | Weekly
    | MonthDays
    | MonthWeekdays
    | MonthWorkdays
    | Workdays
    | LunarDays
    | Yearly
    | FeastWorkdays
    | HolidayDays
)


def each_day(first: date, last: date, step: int = 1) -> Iterator[date]:
    """Give every `step`th day from `first` to `last`, both included."""
    start = first.toordinal()
    return map(date.fromordinal, range(start, last.toordinal() + 1, step))


def months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Give year and month of every month that has a day from `first` to `last`."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def _weeks(monday: date, first: date, last: date, weekdays: list[int], step: int) -> Iterator[date]:
    low, high = first.toordinal(), last.toordinal()
    for week in range(monday.toordinal(), high + 1, step):
        for weekday in weekdays:
            if low <= week + weekday <= high:
                yield date.fromordinal(week + weekday)


def _nth_weekday(begins: int, length: int, weekday: int, nth: int) -> int:
    """Return the number of a day in a month whose first day is weekday `begins`; 0 if none."""
    first = (weekday - begins) % 7 + 1
    count = (length - first) // 7 + 1
    index = nth - 1 if nth > 0 else count + nth
    return first + 7 * index if 0 <= index < count else 0

"""From a segment and a calendar to occurrences, and to what the calendar makes doubtful."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.schedule import lunar
from generator.schedule.calendars import Calendar
from generator.schedule.feasts import LunarMonthDay, feast_day, full_name
from generator.schedule.records import Facts, Note, Occurrence
from generator.schedule.rules import ONE_DAY, HolidayDays, MonthWeekdays, Weekly, Yearly
from generator.schedule.segment import DaysOff, Segment, TimeSpan
from generator.schedule.selection import Selection

LONGEST_SPAN = timedelta(days=7320)
"""No expansion is longer than twenty years; a longer request is cut off at its end."""
_FURTHEST_MOVE = 15
"""Days; the longest run of days off on record is ten."""
_NEAR_FESTIVAL = timedelta(days=15)


def bounded(first: date, last: date) -> tuple[date, date]:
    """Return the range that is really expanded: inside 1902–2098, at most twenty years."""
    first = max(first, date(1902, 1, 1))
    last = min(last, date(2098, 12, 31))
    return first, min(last, first + LONGEST_SPAN) if first <= last else last


def expand(segment: Segment, first: date, last: date, calendar: Calendar) -> Iterator[Occurrence]:
    """Give the occurrences of one segment from `first` to `last`, in no special order."""
    times = segment.times or (TimeSpan(),)
    days = list(_days(segment, first, last, calendar))
    uncertain = bool(days) and _asks_calendar(segment)
    for day, moved_from in days:
        tentative = uncertain and (
            is_tentative(segment, day, calendar)
            or bool(moved_from and is_tentative(segment, moved_from, calendar))
        )
        for span in times:
            yield Occurrence(day, span.start, span.end, moved_from, tentative, span.part)


def _asks_calendar(segment: Segment) -> bool:
    """Return whether a calendar decides about any day; most phrases need none."""
    parts = (segment.selection, *segment.exclusions)
    return segment.days_off in {DaysOff.LATER, DaysOff.EARLIER} or any(
        part.follows_workdays or part.follows_holidays or part.school_names for part in parts
    )


def _days(
    segment: Segment, first: date, last: date, calendar: Calendar
) -> Iterator[tuple[date, date | None]]:
    moving = segment.days_off in {DaysOff.LATER, DaysOff.EARLIER}
    margin = ONE_DAY * _FURTHEST_MOVE if moving else timedelta()
    chosen = segment.selection.days(first - margin, last + margin, calendar)
    excluded: set[date] = set()
    for exclusion in segment.exclusions:
        excluded.update(exclusion.days(first - margin, last + margin, calendar))
    for day in chosen:
        if day in excluded:
            continue
        if not moving:
            yield day, None
            continue
        moved = _moved(segment, day, calendar, excluded)
        if first <= moved <= last:
            yield moved, None if moved == day else day


def _moved(segment: Segment, day: date, calendar: Calendar, excluded: set[date]) -> date:
    """Return the day on which an occurrence takes place under a policy that moves it."""
    if _names_weekday(segment) and day.weekday() >= 5:
        # Who writes "every Saturday, moved on holidays" does not mean every Saturday to be moved.
        off = bool(calendar.is_holiday(day))
    else:
        off = not calendar.is_probable_workday(day)
    if not off:
        return day
    step = ONE_DAY if segment.days_off is DaysOff.LATER else -ONE_DAY
    moved = day
    for _ in range(_FURTHEST_MOVE):
        moved += step
        if calendar.is_probable_workday(moved) and moved not in excluded:
            return moved
    return day


def _names_weekday(segment: Segment) -> bool:
    return any(isinstance(rule, Weekly | MonthWeekdays) for rule in segment.selection.rules)


def is_tentative(segment: Segment, day: date, calendar: Calendar) -> bool:
    """Return whether holidays that nobody knows yet decide about this day."""
    parts = (segment.selection, *segment.exclusions)
    if any(_school_unknown(name, day, calendar) for p in parts for name in p.school_names):
        return True
    if calendar.knows(day.year):
        return False
    if segment.days_off in {DaysOff.LATER, DaysOff.EARLIER}:
        return True
    if any(part.follows_workdays for part in parts):
        return True
    return any(_near_unknown_holiday(part, day) for part in segment.exclusions)


def _near_unknown_holiday(exclusion: Selection, day: date) -> bool:
    """Return whether a holiday of an unknown year, taken out by name, may cover this day."""
    for rule in exclusion.rules:
        if not isinstance(rule, HolidayDays):
            continue
        if not rule.names:
            return True
        for name in rule.names:
            feasts = (feast_day(full_name(name), day.year + n) for n in (-1, 0))
            if any(feast and abs(feast - day) <= _NEAR_FESTIVAL for feast in feasts):
                return True
    return False


def _school_unknown(name: str, day: date, calendar: Calendar) -> bool:
    months = {"寒假": (1, 2, 3), "暑假": (6, 7, 8, 9)}.get(name, ())
    return day.month in months and not calendar.school_days_off(name, day.year)[1]


def cautions(
    segment: Segment, occurrences: tuple[Occurrence, ...], span: tuple[date, date], cal: Calendar
) -> list[Note]:
    """Return what the calendar makes doubtful about a segment's occurrences in `span`."""
    found = [
        *_make_up_workdays(segment, occurrences, cal),
        *_unknown_years(segment, occurrences, span, cal),
        *_absent_lunar_days(segment, *span),
    ]
    return list(dict.fromkeys(found))


def _note(code: str, **facts: str | int | date) -> Note:
    return Note(code, 0, 0, Facts(facts), risky=True)


def _make_up_workdays(
    segment: Segment, occurrences: tuple[Occurrence, ...], calendar: Calendar
) -> Iterator[Note]:
    if not _names_weekday(segment) or segment.days_off is not None:
        return
    rules = [r for r in segment.selection.rules if isinstance(r, Weekly | MonthWeekdays)]
    weekdays = {day for rule in rules for day in rule.weekdays}
    for occurrence in occurrences:
        if (
            len(weekdays) < 7
            and occurrence.day.weekday() >= 5
            and calendar.is_make_up_workday(occurrence.day)
        ):
            yield _note("time-make-up-workday", day=occurrence.day)


def _unknown_years(
    segment: Segment,
    occurrences: tuple[Occurrence, ...],
    span: tuple[date, date],
    calendar: Calendar,
) -> Iterator[Note]:
    parts = (segment.selection, *segment.exclusions)
    for occurrence in occurrences:
        if not occurrence.tentative:
            continue
        schools = [n for p in parts for n in p.school_names]
        names = [n for n in schools if _school_unknown(n, occurrence.day, calendar)]
        for name in names:
            yield _note("time-school-holidays-unknown", year=occurrence.day.year, name=name)
        if not names:
            yield _note("time-holidays-unknown", year=occurrence.day.year)
    if segment.selection.follows_holidays:
        for year in range(span[0].year, span[1].year + 1):
            if not calendar.knows(year):
                yield _note("time-holidays-unknown", year=year)


def _absent_lunar_days(segment: Segment, first: date, last: date) -> Iterator[Note]:
    for rule in segment.selection.rules:
        for anchor in rule.anchors if isinstance(rule, Yearly) else ():
            if isinstance(anchor, LunarMonthDay):
                yield from _absent(anchor, first, last)


def _absent(anchor: LunarMonthDay, first: date, last: date) -> Iterator[Note]:
    month = lunar.month_name(anchor.month, leap=anchor.leap)
    for year in range(first.year - 1, last.year + 1):
        # Where the day would be: the end of the month of that name, leap or not.
        near = lunar.from_lunar(year, anchor.month, min(anchor.day, 29))
        if near is None or not first <= near <= last or anchor.in_year(year) is not None:
            continue
        if anchor.leap:
            yield _note("time-leap-month-absent", year=year, month=month)
        else:
            yield _note("time-lunar-day-absent", year=year, month=month, days=29)

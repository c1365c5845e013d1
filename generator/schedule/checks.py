"""What the parts of a phrase must not do to one another: contradict, or leave no day at all."""

from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from generator.schedule.calendars import Calendar
from generator.schedule.draft import Clause
from generator.schedule.reader import Reader
from generator.schedule.records import DAY_MINUTES
from generator.schedule.rules import (
    Daily,
    FeastWorkdays,
    HolidayDays,
    LunarDays,
    MonthDays,
    MonthWeekdays,
    MonthWorkdays,
    Rule,
    Weekly,
    Workdays,
    Yearly,
)
from generator.schedule.segment import Segment
from generator.schedule.selection import Selection
from generator.schedule.write_zh import CANONICAL

Place = tuple[int, int]

_PLAIN = Daily | Weekly | MonthDays | MonthWeekdays
"""Rules whose days no list of holidays changes."""
_LONGEST_LOOK = timedelta(days=400)
_USUAL_LENGTH = 120
"""Minutes; how long something takes whose end is not given."""


def check_rules(reader: Reader, clause: Clause) -> None:
    """Refuse days of two kinds side by side, such as 重阳节每周三, that hardly ever meet."""
    for rule in clause.rules[1:]:
        narrows = isinstance(rule, Workdays) or (
            isinstance(rule, Daily | Weekly) and rule.interval == 1
        )
        daily = isinstance(rule, Daily)
        whole = isinstance(clause.rules[0], FeastWorkdays | Yearly | MonthWeekdays | MonthWorkdays)
        if not narrows or (whole and not daily):
            raise reader.refuse("time-days-clash", clause.days_start, clause.days_end)


def refuse_contradictions(reader: Reader, segments: list[Segment], places: list[Place]) -> None:
    """Refuse a part without any day, and parts with different hours on the same days."""
    for i, (segment, place) in enumerate(zip(segments, places, strict=True)):
        if _is_empty(segment):
            raise reader.refuse("time-nothing-left", *place)
        for before in segments[:i]:
            if _clash(before, segment):
                way = CANONICAL.write(_apart(before, segment), None)
                raise reader.refuse("time-hours-clash", *place, [way])


def _apart(one: Segment, two: Segment) -> tuple[Segment, Segment]:
    """Return two parts, the wider of which takes out the days of the other."""
    if one.selection.rules and two.selection.rules:
        first, second = (_weekdays(part.selection.rules[0]) for part in (one, two))
        if first and first < second:
            one, two = two, one
    rules, windows = two.selection.rules, two.selection.windows
    taken = Selection(rules=rules) if rules else Selection(windows=windows)
    return replace(one, exclusions=(taken,)), replace(two, exclusions=())


def _is_empty(segment: Segment) -> bool:
    """Return whether a plain rule has no day: no such weekday in a range, or all taken out."""
    selection = segment.selection
    if not _is_plain(selection.rules) or selection.seasons:
        return False
    if not selection.windows:
        return _all_weekdays_out(segment)
    first, last = selection.first_day, selection.last_day
    if first is None or last is None or last - first > _LONGEST_LOOK:
        return False
    calendar = Calendar()
    days = set(selection.days(first, last, calendar))
    for part in segment.exclusions:
        days -= set(part.days(first, last, calendar)) if _is_plain(part.rules) else set()
    return not days


def _all_weekdays_out(segment: Segment) -> bool:
    """Return whether a rule of the week loses all its weekdays, in every week."""
    rules = segment.selection.rules
    wanted = _weekdays(rules[0]) if len(rules) == 1 else set()
    out: set[int] = set()
    for part in segment.exclusions:
        if part == Selection(rules=part.rules) and len(part.rules) == 1 and _is_plain(part.rules):
            out |= _weekdays(part.rules[0])
    return bool(wanted) and wanted <= out


def _is_plain(rules: Iterable[Rule]) -> bool:
    return all(isinstance(rule, _PLAIN) for rule in rules)


def _clash(one: Segment, two: Segment) -> bool:
    """Return whether two parts give different hours that overlap on the same days."""
    first, second = one.selection, two.selection
    if not second.rules and second.windows and not second.seasons:
        return _dates_clash(one, two)
    apart = (
        first.windows != second.windows
        or first.seasons != second.seasons
        or first.months != second.months
    )
    if apart or not _hours_overlap(one, two) or not _days_meet(first.rules, second.rules):
        return False
    return not (_takes_out(one, second.rules) or _takes_out(two, first.rules))


def _dates_clash(ruled: Segment, dated: Segment) -> bool:
    """Return whether dates with hours of their own are also days of the rule before them."""
    selection = ruled.selection
    if not selection.rules or not _is_plain(selection.rules) or selection.seasons:
        return False
    if not _hours_overlap(ruled, dated, length=_USUAL_LENGTH):
        return False
    first, last = dated.selection.first_day, dated.selection.last_day
    if first is None or last is None or last - first > _LONGEST_LOOK:
        return False
    days = set(dated.selection.days(first, last, Calendar()))
    for exclusion in ruled.exclusions:
        days -= set(exclusion.days(first, last, Calendar()))
    return bool(days & set(selection.days(first, last, Calendar())))


def _hours_overlap(one: Segment, two: Segment, length: int = 0) -> bool:
    """Return whether hours differ and overlap; `length` is that of times without an end."""
    spans = [_hours(segment, length) for segment in (one, two)]
    return any(a != b and a[0] < b[1] and b[0] < a[1] for a in spans[0] for b in spans[1])


def _hours(segment: Segment, length: int) -> list[tuple[int, int]]:
    if segment.round_the_clock:
        return [(0, DAY_MINUTES)]
    return [
        (span.start, span.start + length if span.end is None else span.end)
        for span in segment.times
        if span.start is not None and (span.end is not None or length)
    ]


def _days_meet(one: tuple[Rule, ...], two: tuple[Rule, ...]) -> bool:
    if len(one) != 1 or len(two) != 1 or one == two:
        return False
    holidays = [rule for rule in (*one, *two) if isinstance(rule, HolidayDays)]
    if len(holidays) == 2:
        names = [set(rule.names) for rule in holidays]
        return not names[0] or not names[1] or bool(names[0] & names[1])
    if holidays:
        other = two[0] if holidays[0] is one[0] else one[0]
        return isinstance(other, Daily | Weekly)
    first, second = _weekdays(one[0]), _weekdays(two[0])
    if bool(first) != bool(second):
        return _meets_now_and_then(first or second, two[0] if first else one[0])
    return bool(first & second)


def _meets_now_and_then(weekdays: set[int], rule: Rule) -> bool:
    """Return whether some days of a rule of the month or the year are of these weekdays."""
    if isinstance(rule, MonthWeekdays):
        return bool(weekdays & set(rule.weekdays))
    if isinstance(rule, MonthWorkdays | FeastWorkdays):
        return bool(weekdays & set(range(5)))
    return isinstance(rule, MonthDays | Yearly | LunarDays)


def _weekdays(rule: Rule) -> set[int]:
    """Return the weekdays that a rule takes every week; none for other rules."""
    match rule:
        case Daily(1):
            return set(range(7))
        case Weekly(weekdays, 1):
            return set(weekdays)
        case Workdays(off):
            return {5, 6} if off else set(range(5))
        case _:
            return set()


def _takes_out(segment: Segment, rules: tuple[Rule, ...]) -> bool:
    """Return whether a part takes the days of other rules out itself."""
    wanted = _weekdays(rules[0])
    for exclusion in segment.exclusions:
        if exclusion.rules == rules:
            return True
        if exclusion.rules == (HolidayDays(),) and isinstance(rules[0], HolidayDays):
            return True
        if len(exclusion.rules) == 1 and wanted and wanted <= _weekdays(exclusion.rules[0]):
            return True
    return False

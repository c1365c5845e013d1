"""From the days on which something takes place to a recurrence of RFC 5545 that means just them.

The days are what counts; the phrase only proposes how to say them shortly. A rule that RFC 5545 can
say becomes RRULE, days that it has too many become EXDATE, those that it lacks RDATE. Where that
is longer than the bare list of days, as for the lunar calendar, the list is taken.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.plan.views import Recurrence
from generator.schedule import (
    Calendar,
    Daily,
    Dates,
    DaysOff,
    MonthDays,
    MonthWeekdays,
    Rule,
    Segment,
    Selection,
    Weekly,
    Workdays,
    Yearly,
)

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NO_CALENDAR = Calendar()
_SAMPLE_YEARS = range(2000, 2061)
"""A named day with one and the same date in all these years is on that date every year."""


class _Pattern(Frozen):
    """A rule of the language of times, and how RFC 5545 says it."""

    rule: Rule
    parts: tuple[str, ...]
    exact: bool = True
    """False if it only comes near the rule that the phrase has."""


class Reach(Frozen):
    """How far days are known, and how far the rule may go on beyond them."""

    horizon: date
    """The last day of the days that are known."""
    bound: date | None
    """The last day that the phrase or a validity allows; None without end."""
    alone: bool
    """Whether nothing but the segment itself decides about days beyond the horizon."""


def list_days(days: Sequence[date]) -> Recurrence:
    """Return the recurrence that names every day."""
    return Recurrence(dtstart=days[0], rdate=tuple(days[1:]))


def make_recurrences(
    days: Sequence[date], segment: Segment, reach: Reach
) -> tuple[Recurrence, ...]:
    """Return the shortest recurrences for `days` (in order, at least one) of a segment.

    A second one names the days before the first that the rule has, such as a make-up workday: with
    a DTSTART that RRULE does not have, RFC 5545 leaves open what it means. A rule goes on beyond
    the horizon only where it is plain, so that nothing that is not known yet can make it wrong.
    """
    endless = _goes_on(segment, reach)
    if len(days) == 1 and not endless:  # nothing is shorter
        return (list_days(days),)
    best: tuple[Recurrence, ...] = (list_days(days),)
    for pattern in _patterns(segment.selection):
        parts = (*pattern.parts, *_by_month(segment.selection, days))
        found = _apply(pattern.rule, parts, days, reach.horizon if endless else days[-1])
        if endless and len(found) == 1:
            return (replace(found[0], until=reach.bound),)
        if found and _count(found) < _count(best):
            best = found
    return best


def _count(recurrences: tuple[Recurrence, ...]) -> int:
    return sum(1 + len(one.exdate) + len(one.rdate) for one in recurrences)


def _apply(
    rule: Rule, parts: tuple[str, ...], days: Sequence[date], last: date
) -> tuple[Recurrence, ...]:
    """Return `days` as the rule and what it has too many or lacks up to `last`; else nothing."""
    months = {int(m) for p in parts if p.startswith("BYMONTH=") for m in p[8:].split(",")}
    made = {d for d in rule.days(days[0], last, _NO_CALENDAR) if not months or d.month in months}
    wanted = set(days)
    both = made & wanted
    if not both:
        return ()
    first, until = min(both), max(both)
    before = [day for day in days if day < first]
    end = last if last > days[-1] else until  # an endless rule needs what is out at its end too
    ruled = Recurrence(
        dtstart=first,
        rrule=";".join(parts),
        until=until,
        exdate=tuple(sorted(day for day in made - wanted if first < day <= end)),
        rdate=tuple(sorted(day for day in wanted - made if first < day)),
    )
    return (ruled, list_days(before)) if before else (ruled,)


def _goes_on(segment: Segment, reach: Reach) -> bool:
    """Whether the rule alone tells the days beyond the horizon."""
    if not reach.alone or (reach.bound is not None and reach.bound <= reach.horizon):
        return False
    selection = segment.selection
    if len(selection.rules) > 1 or len(selection.windows) > 1 or selection.seasons:
        return False
    if selection.months and any(isinstance(rule, Yearly) for rule in selection.rules):
        return False
    if segment.days_off in (DaysOff.LATER, DaysOff.EARLIER):
        return False
    ends = [exclusion.last_day for exclusion in segment.exclusions]
    if any(end is None or end > reach.horizon for end in ends):
        return False
    return all(pattern.exact for pattern in _patterns(selection))


def _by_month(selection: Selection, days: Sequence[date]) -> tuple[str, ...]:
    """Return the months of a selection, or of its seasons' days, as a part of a rule."""
    months = sorted({d.month for d in days}) if selection.seasons else selection.months
    if not months or len(months) == 12 or any(isinstance(r, Yearly) for r in selection.rules):
        return ()
    return (f"BYMONTH={_join(months)}",)


def _patterns(selection: Selection) -> Iterator[_Pattern]:
    """Yield the rules of a selection that RFC 5545 knows, or others that come near them."""
    for rule in selection.rules or (Daily(),):
        pattern = _pattern(rule)
        if pattern is not None:
            yield pattern


def _pattern(rule: Rule) -> _Pattern | None:  # noqa: PLR0911 - one for each kind of rule
    match rule:
        case Daily(interval):
            return _Pattern(rule, ("FREQ=DAILY", *_interval(interval)))
        case Weekly(weekdays, interval):
            days = _join(_WEEKDAYS[number] for number in sorted(set(weekdays)))
            return _Pattern(rule, ("FREQ=WEEKLY", *_interval(interval), f"BYDAY={days}"))
        case MonthDays(numbers):
            return _Pattern(rule, ("FREQ=MONTHLY", f"BYMONTHDAY={_join(sorted(set(numbers)))}"))
        case MonthWeekdays(nths, weekdays):
            pairs = product(sorted(set(nths)), sorted(set(weekdays)))
            days = _join(f"{nth}{_WEEKDAYS[number]}" for nth, number in pairs)
            return _Pattern(rule, ("FREQ=MONTHLY", f"BYDAY={days}"))
        case Yearly():
            return _yearly_pattern(rule)
        case Workdays(off):
            near = Weekly((5, 6) if off else (0, 1, 2, 3, 4))
            parts = ("FREQ=WEEKLY", "BYDAY=SA,SU" if off else "BYDAY=MO,TU,WE,TH,FR")
            return _Pattern(near, parts, exact=False)
        case Dates():
            return _Pattern(Daily(), ("FREQ=DAILY",), exact=False)
        case _:
            return None


def _yearly_pattern(rule: Yearly) -> _Pattern | None:
    """Return days that have the same date every year, if their months and days can be multiplied.

    RFC 5545 combines every BYMONTH with every BYMONTHDAY.
    """
    dates: set[tuple[int, int]] = set()
    for anchor in rule.anchors:
        found: set[tuple[int, int]] = set()
        for day in map(anchor.in_year, _SAMPLE_YEARS):
            found |= {(day.month, day.day)} if day else set()
            if len(found) > 1:
                return None
        dates |= found
    months, numbers = sorted({m for m, _ in dates}), sorted({d for _, d in dates})
    if not dates or set(product(months, numbers)) != dates:
        return None
    return _Pattern(
        rule, ("FREQ=YEARLY", f"BYMONTH={_join(months)}", f"BYMONTHDAY={_join(numbers)}")
    )


def _interval(interval: int) -> tuple[str, ...]:
    return (f"INTERVAL={interval}",) if interval > 1 else ()


def _join(values: Sequence[int | str] | Iterator[str]) -> str:
    return ",".join(str(value) for value in values)

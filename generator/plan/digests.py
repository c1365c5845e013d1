"""What is on in a compound: a month's or a week's digest.

Neither depends on the day of building more than the content does. A week's tells what was known on
the Friday before, when it is first made: notices of the week itself have posters of their own.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.committee import Compound
from generator.model.event import Event
from generator.model.item import Item
from generator.model.notice import Notice, Outage
from generator.plan.agenda import month_end, week_end
from generator.plan.cards import by_weight, make_cards
from generator.plan.context import Context
from generator.plan.lifetime import is_published, last_day
from generator.plan.poster_frames import office_phones, span_frame
from generator.plan.timetables import schedules_between, services_by_day
from generator.plan.views import DayView, DigestPoster, Entry, ServiceLine

KNOWN_BEFORE = timedelta(days=3)
"""From Monday back to the Friday on which a week's digest is first made."""


def make_month_digest(context: Context, compound: Compound, first: date) -> DigestPoster:
    """Return the digest of the month that begins on `first`: its events, outages and notices."""
    last = month_end(first)
    notices = _notices(context, compound, context.today, first, last)
    return _make_digest(context, compound, notices, (first, last), weekly=False)


def make_week_digest(context: Context, compound: Compound, monday: date) -> DigestPoster:
    """Return the digest of a week from Monday to Sunday (ISO 8601), with its services."""
    sunday = week_end(monday)
    notices = _notices(context, compound, monday - KNOWN_BEFORE, monday, sunday)
    return _make_digest(context, compound, notices, (monday, sunday), weekly=True)


def has_month_digest(context: Context, compound: Compound, first: date) -> bool:
    """Whether anything is on in a month; an empty sheet would take the room of another."""
    last = month_end(first)
    notices = _notices(context, compound, context.today, first, last)
    return bool(notices) or _has_event(context, compound, first, last)


def has_week_digest(context: Context, compound: Compound, monday: date) -> bool:
    """Whether anything is on in a week, or would be if it were not suspended."""
    sunday = week_end(monday)
    found = schedules_between(context, compound, monday, sunday) or _notices(
        context, compound, monday - KNOWN_BEFORE, monday, sunday
    )
    return bool(found) or _has_event(context, compound, monday, sunday)


def _has_event(context: Context, compound: Compound, first: date, last: date) -> bool:
    events = context.board.in_scope(compound, Event)
    return any(first <= day <= last for event in events for day, _ in context.agenda.of(event))


def _make_digest(
    context: Context, compound: Compound, notices: list[Notice], span: tuple[date, date],
    *, weekly: bool,
) -> DigestPoster:  # fmt: skip
    first, last = span
    happenings: list[Item] = [
        *context.board.in_scope(compound, Event),
        *(notice for notice in notices if isinstance(notice, Outage)),
    ]
    days = context.agenda.days(happenings, first, last)
    daily: tuple[ServiceLine, ...] = ()
    if weekly:
        daily, days = _with_services(context, compound, days, first)
    return DigestPoster(
        frame=span_frame(context, compound, first, last),
        first=first,
        last=last,
        weekly=weekly,
        days=days,
        daily=daily,
        notices=make_cards(context, (n for n in notices if not isinstance(n, Outage))),
        contacts=tuple(office_phones(context, compound)),
    )


def _with_services(
    context: Context, compound: Compound, days: tuple[DayView, ...], monday: date
) -> tuple[tuple[ServiceLine, ...], tuple[DayView, ...]]:
    """Return the services of every day, and all seven days with the other services among theirs."""
    sunday = week_end(monday)
    schedules = schedules_between(context, compound, monday, sunday)
    daily, services = services_by_day(context, schedules, monday, sunday)
    happenings: dict[date, list[Entry]] = {view.day: list(view.entries) for view in days}
    week = (monday + timedelta(days=number) for number in range(7))
    return daily, tuple(
        context.agenda.day(day, [*happenings.get(day, ()), *services.get(day, ())]) for day in week
    )


def _notices(
    context: Context, compound: Compound, known: date, first: date, last: date
) -> list[Notice]:
    """Return the notices published by the day `known` that hang on some day of a span."""
    found = context.board.in_scope(compound, Notice)
    return by_weight(n for n in found if is_published(n, known) and _hangs(context, n, first, last))


def _hangs(context: Context, notice: Notice, first: date, last: date) -> bool:
    end = last_day(notice, context.board, context.today)
    return notice.published <= last and (end is None or end >= first)


def iterate_weeks(today: date) -> Iterator[date]:
    """Yield the Mondays of the weeks with a digest: this one, from Friday on the next as well."""
    monday = week_end(today) - timedelta(days=6)
    yield monday
    following = monday + timedelta(days=7)
    if today >= following - KNOWN_BEFORE:
        yield following

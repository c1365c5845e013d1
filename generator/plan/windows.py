"""Service windows: open today or not, what is on the menu, and what is different this month."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.model.service import Service, ServiceSchedule
from generator.plan.agenda import Dated, expand_suspended, month_end, week_end
from generator.plan.context import Context
from generator.plan.views import (
    ErrandView,
    HoursView,
    MealView,
    MenuDayView,
    MenuView,
    MenuWeekView,
    MonthChanges,
    MovedView,
    StopView,
    WindowView,
)

_SPAN_DAYS = 7
"""So many days ahead a page knows the hours to the minute, should nobody build it again."""


def make_window(context: Context, item: ServiceSchedule, service: Service) -> WindowView:
    """Return whether a service takes place today, and when next."""
    today = context.today
    ahead = [pair for pair in context.agenda.of_service(item, service) if pair[0] >= today]
    stop = next((s for s in item.suspensions if s.days.contains(today)), None)
    return WindowView(
        today=tuple(_hours(pair) for pair in ahead if pair[0] == today),
        next=next((_hours(pair) for pair in ahead if pair[0] > today), None),
        suspended=stop is not None,
        suspended_until=stop.days.last if stop else None,
        reason=stop.reason if stop else None,
        spans=tuple(_spans(context, ahead)),
    )


def _hours(dated: Dated) -> HoursView:
    day, entry = dated
    return HoursView(
        day=day, start=entry.start, end=entry.end, part=entry.part, moved_from=entry.moved_from
    )


def _spans(context: Context, dated: list[Dated]) -> Iterator[str]:
    zone = ZoneInfo(context.board.site.time_zone)
    last = context.today + timedelta(days=_SPAN_DAYS)
    for day, entry in dated:
        if day <= last and entry.start is not None and entry.end is not None:
            midnight = datetime.combine(day, time(), zone)
            ends = (midnight + timedelta(minutes=each) for each in (entry.start, entry.end))
            yield "/".join(end.isoformat(timespec="minutes") for end in ends)


def month_changes(context: Context, item: ServiceSchedule, first: date) -> MonthChanges:
    """Return what of a schedule is not as usual in the month that begins on `first`."""
    last, calendar = month_end(first), context.board.calendar
    stopped = {
        day
        for service in item.public_services
        for day, _ in expand_suspended(item, service, first, last, calendar)
    }
    revised = item.revision > 0 and first <= item.checked <= last
    return MonthChanges(
        month=first.month,
        moved=tuple(_moved(context, item, first, last)),
        stops=tuple(
            StopView(first=s.days.first, last=s.days.last, reason=s.reason)
            for s in item.suspensions
            if any(s.days.contains(day) for day in stopped)
        ),
        revised=item.checked if revised else None,
    )


def _moved(context: Context, item: ServiceSchedule, first: date, last: date) -> Iterator[MovedView]:
    """Yield what comes into the month or leaves it for another day."""
    for service in item.public_services:
        for day, entry in context.agenda.of_service(item, service):
            was = entry.moved_from
            if was and (first <= day <= last or first <= was <= last):
                yield MovedView(name=service.name, day=day, moved_from=was)


def errand_views(service: Service) -> tuple[ErrandView, ...]:
    """Return what is done for people, with what it takes."""
    return tuple(
        ErrandView(name=e.name, bring=e.bring, takes=e.takes, fee=e.fee) for e in service.errands
    )


def menu_views(item: ServiceSchedule, first: date, last: date) -> tuple[MenuView, ...]:
    """Return the menus of a schedule, with the weeks that have a day between two days."""
    menus = []
    for service in item.public_services:
        weeks = tuple(w for w in _weeks(service) if w.first <= last and w.last >= first)
        if weeks:
            menus.append(MenuView(service=service.name, weeks=weeks))
    return tuple(menus)


def meals_on(service: Service, day: date) -> tuple[MealView, ...]:
    """Return what is cooked on a day."""
    days = (each for week in _weeks(service) for each in week.days if each.day == day)
    return next((each.meals for each in days), ())


def _weeks(service: Service) -> Iterator[MenuWeekView]:
    by_day: dict[date, list[MealView]] = {}
    for week in service.menu:
        for day, _, dishes in week.dishes:
            by_day.setdefault(day, []).append(MealView(name=week.meal, dishes=dishes))
    for sunday in sorted({week_end(day) for day in by_day}):
        days = tuple(
            MenuDayView(day=day, meals=tuple(by_day[day]))
            for day in sorted(by_day)
            if week_end(day) == sunday
        )
        yield MenuWeekView(first=sunday - timedelta(days=6), last=sunday, days=days)

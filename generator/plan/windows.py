"""Service windows: open today or not, what is on the menu, and what is different this month."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.service import Service, ServiceSchedule
from generator.plan.agenda import Dated, expand_suspended, find_ahead, month_end, week_end
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
from generator.plan.views.spans import write_spans


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
        on=_write_hours(context, item, service),
        known_until=context.horizon,
    )


def _hours(dated: Dated) -> HoursView:
    day, entry = dated
    return HoursView(
        day=day, start=entry.start, end=entry.end, part=entry.part, moved_from=entry.moved_from
    )


def _write_hours(context: Context, item: ServiceSchedule, service: Service) -> str:
    """Return the hours of two months, and those of last night that are not over yet."""
    dated = context.agenda.of_service(item, service)
    seen = find_ahead(dated, context.today, context.horizon)
    spans = ((day, entry.start, entry.end) for day, entry in seen)
    return write_spans(context.today - timedelta(days=1), spans)


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
        weeks = tuple(w for w in _weeks(item, service) if w.first <= last and w.last >= first)
        if weeks:
            menus.append(MenuView(service=service.name, weeks=weeks))
    return tuple(menus)


def week_menus(
    item: ServiceSchedule, monday: date
) -> Iterator[tuple[Service, tuple[MenuDayView, ...]]]:
    """Yield the public services of a schedule that have a menu for a week, with its days."""
    for service in item.public_services:
        days = next((week.days for week in _weeks(item, service) if week.first == monday), ())
        if days:
            yield service, days


def later_menu(
    item: ServiceSchedule, service: Service, today: date, last: date
) -> tuple[MenuDayView, ...]:
    """Return the days after today, up to the last one, on which something is cooked."""
    days = (each for week in _weeks(item, service) for each in week.days)
    return tuple(each for each in days if today < each.day <= last and each.meals)


def meals_on(item: ServiceSchedule, service: Service, day: date) -> tuple[MealView, ...]:
    """Return what is cooked on a day."""
    days = (each for week in _weeks(item, service) for each in week.days if each.day == day)
    return next((each.meals for each in days), ())


def _weeks(item: ServiceSchedule, service: Service) -> Iterator[MenuWeekView]:
    by_day: dict[date, list[MealView]] = {}
    for week in service.menu:
        for day, _, dishes in week.dishes:
            by_day.setdefault(day, []).append(MealView(name=week.meal, dishes=dishes))
    for sunday in sorted({week_end(day) for day in by_day}):
        days = tuple(
            _menu_day(item, day, tuple(by_day[day]))
            for day in sorted(by_day)
            if week_end(day) == sunday
        )
        yield MenuWeekView(first=sunday - timedelta(days=6), last=sunday, days=days)


def _menu_day(item: ServiceSchedule, day: date, meals: tuple[MealView, ...]) -> MenuDayView:
    """Return what is cooked on a day, which is nothing while the schedule is suspended."""
    stop = next((s for s in item.suspensions if s.days.contains(day)), None)
    if stop is None:
        return MenuDayView(day=day, meals=meals)
    return MenuDayView(day=day, meals=(), reason=stop.reason)

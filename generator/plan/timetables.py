"""A compound's services in a month, by day, and what is different from the month before."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.model.committee import Compound
from generator.model.service import Service, ServiceSchedule
from generator.plan.agenda import Dated, expand_suspended, month_end
from generator.plan.cards import bare_line
from generator.plan.context import Context, phone_view
from generator.plan.poster_frames import office_phones, span_frame
from generator.plan.views import (
    Entry,
    HolidayView,
    ServiceChanges,
    ServiceLine,
    SuspensionView,
    TimetablePoster,
)

_DAILY_SHARE = 0.8
"""A service on more days than this part of the workdays is told once instead of in every row."""
_FEW_DAYS = 3
"""Never so for so few days, as in a week of holidays."""

Offers = dict[str, set[tuple[str, str | None]]]
"""When and where each service is offered, by its name."""


def make_timetable(context: Context, compound: Compound, first: date) -> TimetablePoster | None:
    """Return the timetable of the month that begins on `first`; None if there are no services."""
    last = month_end(first)
    schedules = schedules_between(context, compound, first, last)
    if not schedules:
        return None
    daily, by_day = services_by_day(context, schedules, first, last)
    contacts = [phone_view(schedule.contact) for schedule in schedules]
    return TimetablePoster(
        frame=span_frame(context, compound, first, last),
        year=first.year,
        month=first.month,
        days=tuple(context.agenda.day(day, entries) for day, entries in sorted(by_day.items())),
        daily=daily,
        contacts=tuple(dict.fromkeys([*office_phones(context, compound), *contacts])),
        holidays=_holidays(context, first, last),
        workdays=tuple(d for d in context.board.calendar.make_up_workdays if first <= d <= last),
        suspensions=tuple(_suspensions(schedules, first, last)),
        changes=_changes(context, compound, schedules, first),
        errands=tuple(
            bare_line(context, schedule, service)
            for schedule in schedules
            for service in schedule.public_services
            if service.errands
        ),
        checked=min(schedule.checked for schedule in schedules),
    )


def schedules_between(
    context: Context, compound: Compound, first: date, last: date
) -> list[ServiceSchedule]:
    """Return a compound's schedules that are valid on some day of a span."""
    return [
        schedule
        for schedule in context.board.in_scope(compound, ServiceSchedule)
        if schedule.public_services
        and schedule.valid.first <= last
        and schedule.valid.last >= first
    ]


def services_by_day(
    context: Context, schedules: Iterable[ServiceSchedule], first: date, last: date
) -> tuple[tuple[ServiceLine, ...], dict[date, list[Entry]]]:
    """Return the services on nearly every day of a span, and the entries of the others by day.

    What is suspended is among the entries, as cancelled: nobody shall stand before a locked door.
    """
    daily: list[ServiceLine] = []
    by_day: dict[date, list[Entry]] = {}
    calendar = context.board.calendar
    span = (first + timedelta(days=number) for number in range((last - first).days + 1))
    workdays = sum(calendar.is_probable_workday(day) for day in span)
    for schedule in schedules:
        for service in schedule.public_services:
            dated = list(_entries(context, schedule, service, first, last))
            if len({day for day, _ in dated}) > max(_FEW_DAYS, _DAILY_SHARE * workdays):
                daily.append(bare_line(context, schedule, service))
                continue
            for day, entry in dated:
                by_day.setdefault(day, []).append(entry)
    return tuple(daily), by_day


def _entries(
    context: Context, schedule: ServiceSchedule, service: Service, first: date, last: date
) -> Iterator[Dated]:
    for day, entry in context.agenda.of_service(schedule, service):
        if first <= day <= last:
            yield day, entry
    yield from expand_suspended(schedule, service, first, last, context.board.calendar)


def _suspensions(
    schedules: list[ServiceSchedule], first: date, last: date
) -> Iterator[SuspensionView]:
    for schedule in schedules:
        for suspension in schedule.suspensions:
            days = suspension.days
            if days.first <= last and days.last >= first:
                title = schedule.title if len(schedules) > 1 else None
                yield SuspensionView(
                    first=days.first, last=days.last, reason=suspension.reason, of=title
                )


def _holidays(context: Context, first: date, last: date) -> tuple[HolidayView, ...]:
    return tuple(
        HolidayView(holiday.name, holiday.first, holiday.last)
        for holiday in context.board.calendar.holidays
        if holiday.first <= last and holiday.last >= first
    )


def _changes(
    context: Context, compound: Compound, schedules: list[ServiceSchedule], first: date
) -> ServiceChanges:
    """Return what is not as in the month before; nothing if there were no services at all."""
    last_before = first - timedelta(days=1)
    before = _offers(schedules_between(context, compound, last_before.replace(day=1), last_before))
    now = _offers(schedules)
    if not before:
        return ServiceChanges()
    return ServiceChanges(
        new=tuple(name for name in now if name not in before),
        changed=tuple(name for name in now if name in before and now[name] != before[name]),
        ended=tuple(name for name in before if name not in now),
    )


def _offers(schedules: Iterable[ServiceSchedule]) -> Offers:
    offers: Offers = {}
    for schedule in schedules:
        for service in schedule.public_services:
            offer = (service.when.reading(), service.place or schedule.place)
            offers.setdefault(service.name, set()).add(offer)
    return offers

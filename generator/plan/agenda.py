"""What is on when: the occurrences of all events, services and outages, expanded once.

Before: a board and a span of days. After: for each item its entries by day, from which the agenda
of a compound, a page's next dates and a month's timetable are picked.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from generator.model.board import Board
from generator.model.event import Event
from generator.model.item import Item
from generator.model.notice import Outage
from generator.model.service import Service, ServiceSchedule
from generator.plan import addresses
from generator.plan.views import DayView, Entry
from generator.schedule import (
    Calendar,
    Occurrence,
    festival_name,
    lunar_label,
    solar_term,
    translate_occasion,
)

Dated = tuple[date, Entry]
_DAY_MINUTES = 24 * 60


class Agenda:
    """All entries between two days, both included."""

    def __init__(self, board: Board, first: date, last: date) -> None:
        self.first = first
        self.last = last
        self._calendar = board.calendar
        self._speech = board.site.speech
        self._entries: dict[str, tuple[Dated, ...]] = {}
        self._services: dict[tuple[str, int], tuple[Dated, ...]] = {}
        self._occasions: dict[date, DayView] = {}
        for item in (*board.events, *board.services, *board.notices):
            self._entries[item.source.path] = tuple(self._expand(item))

    def _expand(self, item: Item) -> Iterable[Dated]:
        """Return the entries of an item by day and time."""
        if isinstance(item, ServiceSchedule):  # whose services are asked for one by one as well
            services = item.public_services
            return _by_time(pair for each in services for pair in self.of_service(item, each))
        return expand_item(item, self.first, self.last, self._calendar)

    def of(self, item: Item) -> tuple[Dated, ...]:
        """Return the entries of one item, by day and time."""
        return self._entries.get(item.source.path, ())

    def of_service(self, item: ServiceSchedule, service: Service) -> tuple[Dated, ...]:
        """Return the entries of one service of a schedule, by day and time."""
        key = (item.source.path, id(service))  # the board holds its services, so ids are theirs
        if key not in self._services:
            dated = expand_service(item, service, self.first, self.last, self._calendar)
            self._services[key] = tuple(dated)
        return self._services[key]

    def days(self, items: Iterable[Item], first: date, last: date) -> tuple[DayView, ...]:
        """Return the days of a span on which one of `items` takes place, with their entries."""
        by_day: dict[date, list[Entry]] = {}
        for item in items:
            for day, entry in self.of(item):
                if first <= day <= last:
                    by_day.setdefault(day, []).append(entry)
        return tuple(self.day(day, by_day[day]) for day in sorted(by_day))

    def day(self, day: date, entries: Iterable[Entry] = ()) -> DayView:
        """Return a day with its lunar date and occasion, `entries` in the order of their times."""
        if day not in self._occasions:
            self._occasions[day] = DayView(
                day=day,
                lunar=lunar_label(day, self._speech),
                occasion=_occasion(day, self._calendar, self._speech),
                workday=self._calendar.is_workday(day),
                holiday=bool(self._calendar.is_holiday(day)),
                entries=(),
            )
        ordered = tuple(sorted(entries, key=_entry_order))
        return replace(self._occasions[day], entries=ordered) if ordered else self._occasions[day]


def find_ahead(dated: Iterable[Dated], today: date, last: date) -> Iterator[Dated]:
    """Yield what is from today to the last day, and what of last night goes on past midnight."""
    night = today - timedelta(days=1)
    for day, entry in dated:
        if today <= day <= last or (day == night and (entry.end or 0) > _DAY_MINUTES):
            yield day, entry


def expand_item(item: Item, first: date, last: date, calendar: Calendar) -> Iterator[Dated]:
    """Yield the entries of an event, outage or service schedule by day and time; else nothing."""
    if isinstance(item, Event | Outage):
        address = addresses.of_item(item)
        kind, place = ("event", item.place) if isinstance(item, Event) else ("outage", None)
        cancelled = item.cancelled is not None
        for one in item.when.occurrences(first, last, calendar):
            yield one.day, _entry(kind, item.title, place, address, one, cancelled=cancelled)
    elif isinstance(item, ServiceSchedule):
        services = item.public_services
        yield from _by_time(
            pair for each in services for pair in expand_service(item, each, first, last, calendar)
        )


def expand_service(
    item: ServiceSchedule, service: Service, first: date, last: date, calendar: Calendar
) -> Iterator[Dated]:
    """Yield the entries of one service while its schedule is valid, without suspended days."""
    address, place = addresses.of_item(item), service.place or item.place
    for one in item.occurrences(service, first, last, calendar):
        yield one.day, _entry("service", service.name, place, address, one, note=service.audience)


def expand_suspended(
    item: ServiceSchedule, service: Service, first: date, last: date, calendar: Calendar
) -> Iterator[Dated]:
    """Yield what of a service is suspended between two days, as cancelled, with the reason."""
    address, place = addresses.of_item(item), service.place or item.place
    first, last = max(first, item.valid.first), min(last, item.valid.last)
    for suspension in item.suspensions:
        begin, end = max(first, suspension.days.first), min(last, suspension.days.last)
        for one in service.when.occurrences(begin, end, calendar) if begin <= end else ():
            note = suspension.reason
            yield (
                one.day,
                _entry("service", service.name, place, address, one, note=note, cancelled=True),
            )


def _entry(  # noqa: PLR0913 - one parameter for each thing an entry shows
    kind: str, title: str, place: str | None, address: str, occurrence: Occurrence,
    *, note: str | None = None, cancelled: bool = False,
) -> Entry:  # fmt: skip
    return Entry(
        kind=kind,
        title=title,
        start=occurrence.start,
        end=occurrence.end,
        part=occurrence.part,
        place=place,
        address=address,
        note=note,
        moved_from=occurrence.moved_from,
        tentative=occurrence.tentative,
        cancelled=cancelled,
    )


def _by_time(dated: Iterable[Dated]) -> list[Dated]:
    return sorted(dated, key=lambda pair: (pair[0], _entry_order(pair[1])))


def _entry_order(entry: Entry) -> tuple[int, int, str]:
    start = -1 if entry.start is None else entry.start
    return (start, -1 if entry.end is None else entry.end, entry.title)


def _occasion(day: date, calendar: Calendar, speech: str) -> str | None:
    holiday = next((h.name for h in calendar.holidays if h.first <= day <= h.last), None)
    name = festival_name(day) or holiday or solar_term(day)
    return name and translate_occasion(name, speech)


def week_end(day: date) -> date:
    """Return the Sunday of the week of `day`; weeks begin on Monday (ISO 8601)."""
    return day + timedelta(days=6 - day.weekday())


def month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)

"""Days and times: what was inferred or is risky, and what contradicts itself or has grown old."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.board import Board
from generator.model.event import Event
from generator.model.item import Item
from generator.model.notice import Outage
from generator.model.record import name_field
from generator.model.service import ServiceSchedule
from generator.problems import Fact, Place, Problem, Severity
from generator.schedule import Note, Schedule

STALE_AFTER = timedelta(days=180)
"""A service schedule that nobody has checked for longer is reported."""
_AHEAD = timedelta(days=366)
_SOON = timedelta(days=62)
"""Risks of the calendar are told when somebody can still act on them, not a year before."""
_OF_THE_CALENDAR = ("time-holidays-unknown", "time-school-holidays-unknown")


def check_readings(board: Board, today: date) -> Iterator[Problem]:
    """Report what the language of times inferred, and what it finds risky in the weeks ahead.

    What is missing is the calendar's matter, so it is said once for a year, not for each phrase.
    """
    asked: set[str] = set()
    for item in board.items:
        last = min(today + _SOON, _last_day(board, item) or date.max)
        for keys, schedule in _schedules(item):
            for note in schedule.notes:
                place = item.source.place(*keys)
                yield _to_problem(note, place.narrow(note.offset, max(note.length, 1)))
            for note in schedule.cautions(today, last, board.calendar) if today <= last else ():
                if note.code not in _OF_THE_CALENDAR:
                    yield _to_problem(note, item.source.place(*keys))
                elif repr(note) not in asked:
                    asked.add(repr(note))
                    yield _to_problem(note, board.site.source.place())


def _last_day(board: Board, item: Item) -> date | None:
    """Return the day after which nobody has to know any more what the calendar makes doubtful."""
    if isinstance(item, ServiceSchedule):
        return item.valid.last
    if isinstance(item, Outage):  # it may be taken down before the cut
        return item.natural_end(board.calendar)
    return board.last_day_of(item) if isinstance(item, Event) else None


def _schedules(item: Item) -> Iterator[tuple[tuple[str | int, ...], Schedule]]:
    if isinstance(item, Event | Outage):
        yield ("when",), item.when
    elif isinstance(item, ServiceSchedule):
        for number, service in enumerate(item.services):
            yield ("services", number, "when"), service.when


def _to_problem(note: Note, place: Place) -> Problem:
    severity = Severity.WARNING if note.risky else Severity.NOTE
    return Problem(place=place, code=note.code, severity=severity, facts=note.facts)


def check_gregorian(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find lunar dates whose day, as the author looked it up (公历核对), is another one."""
    for event in board.events:
        day = event.gregorian
        if day is None or event.when.occurrences(day, day, board.calendar):
            continue
        around = event.when.occurrences(day - _AHEAD, day + _AHEAD, board.calendar)
        nearest = min(around, key=lambda o: abs(o.day - day), default=None)
        facts: dict[str, Fact] = {
            "field": name_field(Event, "when", english=event.source.english),
            "day": day,
            "found": nearest.day if nearest else "—",
        }
        place = event.source.place("gregorian")
        yield Problem(place=place, code="gregorian-differs", facts=facts)


def check_freshness(board: Board, today: date) -> Iterator[Problem]:
    """Find schedules still in force that nobody has checked for half a year."""
    for service in board.services:
        age = today - service.checked
        if service.valid.last >= today and age > STALE_AFTER:
            yield Problem(
                place=service.source.place("checked"),
                code="service-stale",
                severity=Severity.WARNING,
                facts={
                    "field": name_field(ServiceSchedule, "checked", english=service.source.english),
                    "day": service.checked,
                    "days": age.days,
                },
            )

"""Events that are over: whether the date is a slip, and what is left to do."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.board import Board
from generator.model.event import Event
from generator.model.record import name_field
from generator.problems import Problem, Severity

_TOLD_FOR = timedelta(days=14)
"""How long it is said that an event is over; then its file belongs to the archive."""


def check_events_over(board: Board, today: date) -> Iterator[Problem]:
    """Find events that were over before their file was begun, and those that have just ended.

    The first have a wrong date, whatever day it is. The others are a reminder, for two weeks or
    until the results are written: a street's whole history would only be noise.
    """
    for event in board.events:
        last = board.last_day_of(event)
        if last is None:
            continue
        named = event.source.named_day
        if named and last < named:
            yield Problem(
                place=event.source.place("when"),
                code="event-before-file",
                severity=Severity.WARNING,
                facts={"day": last, "named": named},
            )
        elif last < today <= last + _TOLD_FOR and not (event.results or event.cancelled):
            field = name_field(Event, "results", english=event.source.english)
            yield Problem(
                place=event.source.place("when"),
                code="event-over",
                severity=Severity.NOTE,
                facts={"day": last, "field": field},
            )

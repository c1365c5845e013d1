"""Feeds read back with a parser and expander that shares nothing with the one that wrote them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from itertools import takewhile
from pathlib import Path

from ical.calendar_stream import IcsCalendarStream
from ical.event import Event as ReadEvent

from generator.model.board import Board
from generator.model.item import Item
from generator.plan.agenda import Dated
from generator.plan.calendars import feed_events
from generator.plan.context import Context
from generator.plan.views import CalendarFeed, FeedEvent, Several, make_share
from generator.render.calendars import CalendarPress
from generator.render.theme import Theme
from tests.sites_for_tests import STAMPS, TODAY

THEME = Theme(Path(__file__).parents[2] / "themes" / "linli")
Times = tuple[datetime | date, datetime | None]
"""When something begins and ends, in the site's time zone and without saying so."""


@cache
def press() -> CalendarPress:
    return CalendarPress(THEME)


def make_context(board: Board, today: date = TODAY) -> Context:
    return Context(board, today, STAMPS, posters=False)


def feed_of(events: Iterable[FeedEvent], zone: str = "Asia/Shanghai") -> CalendarFeed:
    """A feed of these events and nothing else."""
    shares = Several(make_share(tuple(events)))
    return CalendarFeed(name="日历", time_zone=zone, url=None, source=None, events=shares)


def read(data: bytes) -> list[ReadEvent]:
    """The VEVENTs of a feed."""
    return list(IcsCalendarStream.calendar_from_ics(data.decode()).events)


def write_and_read(events: Iterable[FeedEvent], zone: str = "Asia/Shanghai") -> list[ReadEvent]:
    return read(press().render(feed_of(events, zone)))


def read_item(board: Board, item: Item, today: date = TODAY) -> list[ReadEvent]:
    """The VEVENTs of one item."""
    return write_and_read(feed_events(make_context(board, today), item))


def expand(events: Iterable[ReadEvent], last: date) -> list[Times]:
    """All times of some VEVENTs that begin up to the end of `last`, in order."""
    return sorted((t for event in events for t in _expand(event, last)), key=_order)


def _expand(event: ReadEvent, last: date) -> Iterator[Times]:
    every: Iterable[datetime | date] = event.as_rrule() or []
    if event.rrule is None:  # DTSTART is the first instance, which the package then leaves out
        every = [event.start, *every]
    length = event.end - event.start if event.dtend else None
    for start in takewhile(lambda moment: _day(moment) <= last, every):
        if isinstance(start, datetime):
            assert start.tzinfo is not None
            local = start.replace(tzinfo=None)
            yield local, None if length is None else local + length
        else:
            assert length in (None, timedelta(days=1))
            yield start, None


def expected(dated: Iterable[Dated], last: date) -> list[Times]:
    """The same from the entries that pages show; parts of one day without a time are one."""
    once = {_times(day, entry.start, entry.end) for day, entry in dated}
    return sorted((times for times in once if _day(times[0]) <= last), key=_order)


def _times(day: date, start: int | None, end: int | None) -> Times:
    if start is None:
        return day, None
    midnight = datetime.combine(day, datetime.min.time())
    begins = midnight + timedelta(minutes=start)
    over = None if end is None or end <= start else midnight + timedelta(minutes=end)
    return begins, over


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _order(times: Times) -> tuple[str, str]:
    return str(times[0]), str(times[1])

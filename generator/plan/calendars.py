"""Calendar feeds: one for each event, service schedule, committee and compound.

A feed tells of last year, this year and next year, so that it changes when facts do and once at
New Year, not every day. What is over before that is left out. A rule that is plain goes on beyond
that span; all else ends with it, and next year's feed continues it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlsplit

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.model.board import path_of
from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.item import Item, make_code
from generator.model.notice import Outage
from generator.model.service import Service, ServiceSchedule, Visibility
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context, phone_view, restore_view
from generator.plan.lifetime import is_published, last_day, own_day
from generator.plan.recurrence import Reach, list_days, make_recurrences
from generator.plan.views import (
    CalendarFeed,
    FeedEvent,
    PhoneView,
    Recurrence,
    Several,
    Share,
    make_share,
)
from generator.schedule import Dates, DayRange, Occurrence, Schedule, Segment, TimeSpan

_DAY_MINUTES = 24 * 60
_NO_HOST = "linli"
"""Stands in the UIDs of a site without an address."""

Timed = Event | Outage | ServiceSchedule
_Any = Item | FiledItem
Minutes = int | None
Times = tuple[Minutes, Minutes]
Recurrences = tuple[Recurrence, ...]


class _Series(Frozen):
    """The days of one segment of a phrase at one time of day. `number` is its place in it."""

    number: int
    segment: Segment
    times: Times
    days: tuple[date, ...]
    tentative: tuple[int, ...]
    alone: bool
    """Whether no other segment has the same time."""


class _Facts(Frozen, kw_only=True):
    """What all VEVENTs of an event, outage or service share."""

    kind: str
    code: str
    summary: str
    location: str | None
    reading: str
    contact: PhoneView
    dtstamp: date | None
    """None: the first day it takes place."""
    sequence: int


def plan_calendars(context: Context) -> Iterator[Artifact]:
    """Plan all feeds; a former compound's is that of its successor, for people subscribed to it."""
    board = context.board
    made = {path_of(item): _events_of(context, item) for item in context.everything}

    def feed(path: str, name: str, page: str, items: Iterable[_Any]) -> CalendarFeed:
        return CalendarFeed(
            name=name,
            time_zone=board.site.time_zone,
            url=_absolute(context, page),
            source=_absolute(context, path),
            events=Several(*(made[path_of(item)] for item in items)),
        )

    feeds: dict[str, CalendarFeed] = {}
    revived = (item for item in context.revived if isinstance(item, Event | ServiceSchedule))
    for item in (*board.events, *board.services, *revived):
        path = calendar_of(context, item)
        if path:
            feeds[path] = feed(path, item.title, addresses.of_item(item), [item])
    for committee in board.committees:
        path = addresses.of_committee_calendar(committee.id)
        page = addresses.of_committee(committee.id)
        feeds[path] = feed(path, committee.name, page, context.everything_in(committee))
    for compound in board.compounds:
        path, page = addresses.of_compound_calendar(compound.id), addresses.of_compound(compound.id)
        feeds[path] = feed(path, compound.name, page, context.everything_in(compound))
        for former in compound.merged_from:
            feeds[addresses.of_compound_calendar(former.id)] = feeds[path]
    for path, view in feeds.items():
        yield make_artifact(path, Kind.CALENDAR, view, context.stamps)


def calendar_of(context: Context, item: Event | ServiceSchedule) -> str | None:
    """Return the address of an item's feed; None for one without dates, or long over."""
    services = item.public_services if isinstance(item, ServiceSchedule) else ()
    schedules = [item.when] if isinstance(item, Event) else [service.when for service in services]
    end = last_day(item, context.board, context.today)
    if not any(schedule.segments for schedule in schedules):
        return None
    if end is not None and end < feed_span(context.today).first:
        return None
    return addresses.of_item_calendar(item)


@lru_cache(maxsize=8)  # asked for with every item
def feed_span(today: date) -> DayRange:
    """Return the days that feeds tell of: last year, this year, next year."""
    return DayRange(date(today.year - 1, 1, 1), date(today.year + 1, 12, 31))


def item_span(item: Item, today: date) -> DayRange:
    """Return the days of the span on which an item can take place at all.

    What has no beginning of its own begins on the day of its file; without one, this New Year.
    """
    span = feed_span(today)
    if isinstance(item, ServiceSchedule):
        return DayRange(max(span.first, min(item.valid.first, span.last)), span.last)
    begins = [own_day(item) or date(today.year, 1, 1)]
    begins += first_days(item.when) if isinstance(item, Event | Outage) else ()
    return DayRange(min(max(span.first, min(begins)), span.last), span.last)


def first_days(when: Schedule) -> Iterator[date]:
    """Yield the days with which a phrase says, in any of its parts, that it begins."""
    for segment in when.segments:
        selection = segment.selection
        ranges = (r for rule in selection.rules if isinstance(rule, Dates) for r in rule.ranges)
        yield from (r.first for r in ranges)
        if selection.first_day is not None:
            yield selection.first_day


def _events_of(context: Context, item: _Any) -> Share[FeedEvent]:
    if isinstance(item, FiledItem):
        return Share(*context.files_of(item).events, lambda: context.views_of(item).events)
    return make_share(feed_events(context, item))


def feed_events(context: Context, item: Item) -> tuple[FeedEvent, ...]:
    """Return what an item puts into feeds: nothing for most kinds, nor what is not public."""
    if isinstance(item, ServiceSchedule):
        return tuple(_service_events(context, item))
    if isinstance(item, Event):
        return tuple(_event_events(context, item))
    if isinstance(item, Outage) and is_published(item, context.today):
        return tuple(_outage_events(context, item))
    return ()


def _event_events(context: Context, event: Event) -> Iterator[FeedEvent]:
    registration = event.registration
    facts = _Facts(
        kind="event",
        code=event.code,
        summary=event.title,
        location=event.place,
        reading=event.when.reading(context.board.site.speech),
        contact=phone_view(event.contact),
        dtstamp=own_day(event),
        sequence=event.revision + (event.cancelled is not None),
    )
    for made in _item_events(context, event, event.when, facts):
        yield replace(
            made,
            fee=event.fee,
            audience=event.audience,
            registration=registration.how if registration else None,
            rain=event.rain,
            cancelled=event.cancelled,
        )


def _outage_events(context: Context, outage: Outage) -> Iterator[FeedEvent]:
    name = outage.contact.name if outage.contact else context.owner(outage).text
    facts = _Facts(
        kind="outage",
        code=outage.code,
        summary=outage.title,
        location=None,
        reading=outage.when.reading(context.board.site.speech),
        contact=PhoneView(name, outage.phone),
        dtstamp=outage.published,
        sequence=outage.revision + (outage.cancelled is not None),
    )
    for made in _item_events(context, outage, outage.when, facts):
        yield replace(
            made,
            reason=outage.reason,
            restore=restore_view(context, outage),
            cancelled=outage.cancelled,
        )


def _item_events(
    context: Context, item: Event | Outage, when: Schedule, facts: _Facts
) -> Iterator[FeedEvent]:
    span = item_span(item, context.today)

    def expand(part: Schedule) -> Iterable[Occurrence]:
        return part.occurrences(span.first, span.last, context.board.calendar)

    for series in _all_series(when, expand):
        bound = series.segment.selection.last_day
        reach = Reach(span.last, bound, series.alone)
        yield from _feed_events(context, item, facts, series, reach)


def _service_events(context: Context, item: ServiceSchedule) -> Iterator[FeedEvent]:
    names: dict[str, int] = {}
    for service in item.services:
        names[service.name] = names.get(service.name, 0) + 1
        if service.visibility is not Visibility.PUBLIC:
            continue
        again = () if names[service.name] == 1 else (str(names[service.name]),)
        facts = _Facts(
            kind="service",
            code=f"{item.code}.{make_code(service.name, *again)}",
            summary=service.name,
            location=service.place or item.place,
            reading=service.when.reading(context.board.site.speech),
            contact=phone_view(item.contact),
            dtstamp=item.checked,
            sequence=item.revision,
        )
        for made in _one_service_events(context, item, service, facts):
            yield replace(made, fee=service.fee, audience=service.audience)


def _one_service_events(
    context: Context, item: ServiceSchedule, service: Service, facts: _Facts
) -> Iterator[FeedEvent]:
    span = item_span(item, context.today)
    stops_later = any(suspension.days.last > span.last for suspension in item.suspensions)

    def expand(part: Schedule) -> Iterable[Occurrence]:
        whole = part is service.when
        one = service if whole else service.model_copy(update={"when": part})
        return item.occurrences(one, span.first, span.last, context.board.calendar)

    for series in _all_series(service.when, expand):
        bound = min(series.segment.selection.last_day or date.max, item.valid.last)
        reach = Reach(span.last, bound, series.alone and not stops_later)
        yield from _feed_events(context, item, facts, series, reach)


def _all_series(
    schedule: Schedule, expand: Callable[[Schedule], Iterable[Occurrence]]
) -> Iterator[_Series]:
    """Yield the series of a phrase that have days; a day is in one series for each time only.

    `expand` says when the phrase, or a segment of it as a phrase of its own, takes place. Parts of
    the day (上午) have no time in a feed, so they are one series of whole days.
    """
    times_of = [_times(segment) for segment in schedule.segments]
    every = [times for some in times_of for times in some]
    taken: set[tuple[date, Times]] = set()
    number = 0
    for segment, some in zip(schedule.segments, times_of, strict=True):
        is_all = len(times_of) == 1
        found = list(expand(schedule if is_all else replace(schedule, segments=(segment,))))
        for times in some:
            number += 1
            own = [
                one for one in found
                if (one.start, one.end) == times and (one.day, times) not in taken
            ]  # fmt: skip
            days = sorted({one.day for one in own})
            taken |= {(day, times) for day in days}
            doubtful = sorted({one.day.year for one in own if one.tentative})
            if days:
                alone = every.count(times) == 1
                yield _Series(number, segment, times, tuple(days), tuple(doubtful), alone)


def _times(segment: Segment) -> list[Times]:
    spans = segment.times or (TimeSpan(),)
    return list(dict.fromkeys((span.start, span.end) for span in spans))


def _feed_events(
    context: Context, item: Timed, facts: _Facts, series: _Series, reach: Reach
) -> Iterator[FeedEvent]:
    start, end, recurrences = _place_in_time(series, reach)
    host = urlsplit(context.board.site.url or "").hostname or _NO_HOST
    for recurrence, mark in zip(recurrences, ("", ".before"), strict=False):
        # A full stop cannot stand in a code, so no two items can come to the same UID.
        number = f".{series.number}" if series.number > 1 else ""
        yield FeedEvent(
            uid=f"{facts.code}{number}{mark}@{host}",
            kind=facts.kind,
            summary=facts.summary,
            location=facts.location,
            url=_absolute(context, addresses.of_item(item)),
            start=start,
            end=end,
            recurrence=recurrence,
            dtstamp=facts.dtstamp or recurrence.dtstart,
            sequence=facts.sequence,
            reading=facts.reading,
            contact=facts.contact,
            tentative=series.tentative,
        )


def _place_in_time(series: _Series, reach: Reach) -> tuple[Minutes, Minutes, Recurrences]:
    """Return start, end and recurrences; twelve o'clock at night is on the next day."""
    start, end = series.times
    shift = (start or 0) // _DAY_MINUTES
    if shift:
        # Rules tell of the evening's day, so only the list of days can be moved with the time.
        days = [day + timedelta(days=shift) for day in series.days]
        start, end = (t if t is None else t - shift * _DAY_MINUTES for t in series.times)
        return start, end, (list_days(days),)
    return start, end, make_recurrences(series.days, series.segment, reach)


def _absolute(context: Context, address: str) -> str | None:
    url = context.board.site.url
    return f"{url}{address}" if url else None

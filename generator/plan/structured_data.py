"""What pages tell to programs: only what the content says, nothing guessed."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from generator.model.committee import Committee
from generator.model.event import Event
from generator.model.item import Item
from generator.model.notice import Notice
from generator.model.service import Service, ServiceSchedule
from generator.model.values import is_free
from generator.plan import addresses
from generator.plan.agenda import expand_item
from generator.plan.context import Context
from generator.plan.lifetime import is_over
from generator.plan.views import (
    ArticleData,
    Entry,
    OccurrenceData,
    OfficeData,
    PublisherData,
    ServiceData,
    WebSiteData,
    WeeklyHours,
)
from generator.schedule import Daily, Rule, Schedule, Segment, Weekly, Workdays

_AHEAD = timedelta(days=366)
_OCCURRENCES = 10
_WEEK = tuple(range(7))
_DAY_MINUTES = 24 * 60


def site_data(context: Context) -> WebSiteData:
    """Return the site as its front page tells of it."""
    site = context.board.site
    return WebSiteData(name=site.name, search=addresses.SEARCH, phone=site.phone)


def office_data(committee: Committee) -> OfficeData:
    """Return a committee's office."""
    return OfficeData(
        name=committee.name,
        phone=committee.phone,
        place=committee.address,
        hours=weekly_hours(committee.hours) if committee.hours else (),
        areas=tuple(compound.name for compound in committee.compounds),
    )


def occurrence_data(context: Context, event: Event) -> tuple[OccurrenceData, ...]:
    """Return the next times that an event takes place, up to a year ahead."""
    if is_over(event, context.board, context.today):
        return ()
    publisher = publisher_data(context, event)
    group = context.board.find_group(event.place, event.owner)
    ahead = expand_item(event, context.today, context.today + _AHEAD, context.board.calendar)
    return tuple(
        OccurrenceData(
            start=_begin(context, day, entry),
            end=_end(context, day, entry),
            moved_from=_begin(context, entry.moved_from, entry) if entry.moved_from else None,
            cancelled=entry.cancelled,
            place=event.place,
            place_address=group.address if group else None,
            organizer=publisher,
            free=is_free(event.fee),
        )
        for day, entry in islice(ahead, _OCCURRENCES)
    )


def service_data(context: Context, item: ServiceSchedule) -> tuple[ServiceData, ...]:
    """Return the public services of a schedule."""
    return tuple(_service(context, item, service) for service in item.public_services)


def _service(context: Context, item: ServiceSchedule, service: Service) -> ServiceData:
    return ServiceData(
        name=service.name,
        place=service.place or item.place,
        provider=publisher_data(context, item),
        phone=item.contact.phone,
        audience=service.audience,
        free=is_free(service.fee),
        areas=tuple(c.name for c in context.board.compounds_of(item)) if item.scope else (),
        hours=weekly_hours(service.when),
        valid_first=item.valid.first,
        valid_last=item.valid.last,
    )


def article_data(context: Context, notice: Notice) -> ArticleData:
    """Return a notice as something to read."""
    author = notice.byline.author if notice.byline else None
    return ArticleData(publisher=publisher_data(context, notice), author=author)


def publisher_data(context: Context, item: Item) -> PublisherData:
    """Return who publishes an item."""
    owner = context.owner(item)
    return PublisherData(owner.text, owner.address, context.office_phone(item.owner))


def weekly_hours(schedule: Schedule) -> tuple[WeeklyHours, ...]:
    """Return the hours of a phrase that means the same every week; none if it says anything more.

    Workdays count as Monday to Friday, as opening hours are understood everywhere.
    """
    hours: list[WeeklyHours] = []
    for segment in schedule.segments:
        found = tuple(_segment_hours(segment))
        if not found:
            return ()
        hours += found
    return tuple(hours)


def _segment_hours(segment: Segment) -> Iterator[WeeklyHours]:
    selection = segment.selection
    limited = selection.windows or selection.seasons or selection.months or segment.exclusions
    weekdays = _weekdays(selection.rules)
    spans = [(span.start, span.end) for span in segment.times]
    timed = [(a, b) for a, b in spans if a is not None and b is not None and b <= _DAY_MINUTES]
    if limited or not weekdays or len(timed) < len(spans):
        return
    for opens, closes in timed:
        yield WeeklyHours(weekdays, opens, closes)


def _weekdays(rules: tuple[Rule, ...]) -> tuple[int, ...]:
    """Return the days of every week that rules mean; none if they mean anything else."""
    match rules:
        case () | (Daily(interval=1),):
            return _WEEK
        case (Weekly(weekdays, interval=1),):
            return tuple(sorted(set(weekdays)))
        case (Workdays(off=False),):
            return _WEEK[:5]
        case _:
            return ()


def _begin(context: Context, day: date, entry: Entry) -> str:
    return _moment(context, day, entry.start)


def _end(context: Context, day: date, entry: Entry) -> str | None:
    return None if entry.end is None else _moment(context, day, entry.end)


def _moment(context: Context, day: date, minute: int | None) -> str:
    """Return a day, or a minute of it, in the site's time zone (ISO 8601)."""
    if minute is None:
        return day.isoformat()
    midnight = datetime.combine(day, time(), ZoneInfo(context.board.site.time_zone))
    return (midnight + timedelta(minutes=minute)).isoformat(timespec="minutes")

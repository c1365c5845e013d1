"""Calendar feeds: a view as RFC 5545, by the package `icalendar`.

The package is imported at the first feed that has to be made: most builds make none.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import jinja2

from generator.plan.views import CalendarFeed, FeedEvent
from generator.render.theme import Theme

if TYPE_CHECKING:
    import icalendar

PRODUCT = "-//Linli//Community notice boards//ZH"
REFRESH_HOURS = 12
"""How often a program that has subscribed to a feed should look."""
_END = b"END:VCALENDAR\r\n"
_ZONE_SPAN = (date(2000, 1, 1), date(2037, 12, 31))
"""Time zones are told for these days: fixed, so that the same feed has the same bytes."""


class CalendarPress:
    """Makes feeds; their words come from the theme's `calendar/words.txt`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._zones: dict[str, bytes] = {}
        self._events: dict[tuple[FeedEvent, str], bytes] = {}

    def render(self, view: CalendarFeed) -> bytes:
        """Return the feed as UTF-8. Raises jinja2.TemplateError for a fault of the theme."""
        import icalendar  # noqa: PLC0415

        feed = icalendar.Calendar()
        feed.add("prodid", PRODUCT)
        feed.add("version", "2.0")
        feed.add("calscale", "GREGORIAN")
        for name in ("name", "x-wr-calname"):
            feed.add(name, view.name)
        feed.add("x-wr-timezone", view.time_zone)
        feed.add("refresh-interval", timedelta(hours=REFRESH_HOURS), {"VALUE": "DURATION"})
        feed.add("x-published-ttl", f"PT{REFRESH_HOURS}H")
        if view.url:
            feed.add("url", view.url)
        if view.source:
            feed.add("source", view.source, {"VALUE": "URI"})
        head = bytes(feed.to_ical()).removesuffix(_END)
        events = b"".join(self._event(event, view.time_zone) for event in view.events)
        return head + self._zone(view.time_zone) + events + _END

    def _event(self, view: FeedEvent, zone: str) -> bytes:
        """Return a VEVENT; most stand in several feeds, so they are kept."""
        if (view, zone) not in self._events:
            self._events[view, zone] = self._make_event(view, ZoneInfo(zone)).to_ical()
        return self._events[view, zone]

    def _zone(self, name: str) -> bytes:
        """Return a VTIMEZONE; the same stands in all feeds of a site."""
        import icalendar  # noqa: PLC0415

        if name not in self._zones:
            zone = icalendar.Timezone.from_tzid(
                name, first_date=_ZONE_SPAN[0], last_date=_ZONE_SPAN[1]
            )
            zone.pop("comment", None)  # the package's own remark, of no use to anybody
            self._zones[name] = bytes(zone.to_ical())
        return self._zones[name]

    def _make_event(self, view: FeedEvent, zone: ZoneInfo) -> "icalendar.Event":
        import icalendar  # noqa: PLC0415

        event = icalendar.Event()
        event.add("uid", view.uid)
        stamp = datetime.combine(view.dtstamp, time(), UTC)
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("sequence", view.sequence)
        event.add("status", "CONFIRMED" if view.cancelled is None else "CANCELLED")
        event.add("transp", "TRANSPARENT")  # a board tells what is on; it takes nobody's time
        event.add("summary", self._say("summary", view))
        event.add("description", self._say("description", view))
        event.add("categories", [self._say("category", view)])
        if view.location:
            event.add("location", view.location)
        if view.url:
            event.add("url", view.url)
        _add_times(event, view, zone)
        return event

    @cached_property
    def _words(self) -> jinja2.Template:
        plain = self._theme.environment().overlay(autoescape=False)
        return plain.get_template("calendar/words.txt")

    def _say(self, what: str, view: FeedEvent) -> str:
        """Return what the theme's macro `what` says of an event, without empty lines."""
        said = str(getattr(self._words.module, what)(view))
        return "\n".join(line.strip() for line in said.splitlines() if line.strip())


def _add_times(event: "icalendar.Event", view: FeedEvent, zone: ZoneInfo) -> None:
    import icalendar  # noqa: PLC0415

    recurrence = view.recurrence
    event.add("dtstart", _moment(recurrence.dtstart, view.start, zone))
    if view.start is not None and view.end is not None and view.end > view.start:
        event.add("dtend", _moment(recurrence.dtstart, view.end, zone))
    if recurrence.rrule is not None:
        rule = icalendar.vRecur.from_ical(recurrence.rrule)
        if recurrence.until is not None:
            until = _moment(recurrence.until, view.start, zone)
            rule["UNTIL"] = [until.astimezone(UTC) if isinstance(until, datetime) else until]
        event.add("rrule", rule)
    for name, days in (("exdate", recurrence.exdate), ("rdate", recurrence.rdate)):
        if days:
            _add_days(event, name, [_moment(day, view.start, zone) for day in days])


def _add_days(event: "icalendar.Event", name: str, moments: Sequence[date]) -> None:
    value = {} if isinstance(moments[0], datetime) else {"VALUE": "DATE"}
    event.add(name, list(moments), value)


def _moment(day: date, minute: int | None, zone: ZoneInfo) -> date:
    """Return a moment of the site's time zone; the day alone if it lasts all day."""
    if minute is None:
        return day
    return datetime.combine(day, time(), zone) + timedelta(minutes=minute)

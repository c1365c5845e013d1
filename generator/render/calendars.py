"""Calendar feeds: a view as RFC 5545."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

import jinja2

from generator.plan.views import CalendarFeed, FeedEvent, Recurrence
from generator.render.calendar_zones import write_zone
from generator.render.content_lines import join_lines, write_moment, write_text
from generator.render.theme import Theme

PRODUCT = "-//Linli//Community notice boards//ZH"
REFRESH_HOURS = 12
"""How often a program that has subscribed to a feed should look."""
_PARTS_OF_RULE = ("FREQ", "UNTIL", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH")


class CalendarPress:
    """Makes feeds; their words come from the theme's `calendar/words.txt`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._zones: dict[str, bytes] = {}
        self._events: dict[tuple[FeedEvent, str], bytes] = {}

    def render(self, view: CalendarFeed) -> bytes:
        """Return the feed as UTF-8. Raises jinja2.TemplateError for a fault of the theme."""
        events = b"".join(self._event(event, view.time_zone) for event in view.events)
        head, end = join_lines(_write_head(view)), join_lines(["END:VCALENDAR"])
        return head + self._zone(view.time_zone) + events + end

    def _event(self, view: FeedEvent, zone: str) -> bytes:
        """Return a VEVENT; most stand in several feeds, so they are kept."""
        key = view, zone
        written = self._events.get(key)
        if written is None:
            written = self._events[key] = join_lines(self._write_event(view, ZoneInfo(zone)))
        return written

    def _zone(self, name: str) -> bytes:
        """Return a VTIMEZONE; the same stands in all feeds of a site."""
        if name not in self._zones:
            self._zones[name] = join_lines(write_zone(name))
        return self._zones[name]

    def _write_event(self, view: FeedEvent, zone: ZoneInfo) -> Iterator[str]:
        stamp = write_moment(datetime.combine(view.dtstamp, time())) + "Z"
        yield "BEGIN:VEVENT"
        yield f"SUMMARY:{self._say('summary', view)}"
        yield from _write_times(view, zone)
        yield f"DTSTAMP:{stamp}"
        yield f"UID:{write_text(view.uid)}"
        yield f"SEQUENCE:{view.sequence}"
        yield from _write_recurrence(view.recurrence, view.start, zone)
        yield f"CATEGORIES:{self._say('category', view)}"
        yield f"DESCRIPTION:{self._say('description', view)}"
        yield f"LAST-MODIFIED:{stamp}"
        if view.location:
            yield f"LOCATION:{write_text(view.location)}"
        yield f"STATUS:{'CONFIRMED' if view.cancelled is None else 'CANCELLED'}"
        yield "TRANSP:TRANSPARENT"  # a board tells what is on; it takes nobody's time
        if view.url:
            yield f"URL:{view.url}"
        yield "END:VEVENT"

    @cached_property
    def _words(self) -> jinja2.Template:
        plain = self._theme.environment().overlay(autoescape=False)
        return plain.get_template("calendar/words.txt")

    def _say(self, what: str, view: FeedEvent) -> str:
        """Return what the theme's macro `what` says of an event, without empty lines, as TEXT."""
        said = str(getattr(self._words.module, what)(view))
        return write_text("\n".join(line.strip() for line in said.splitlines() if line.strip()))


def _write_head(view: CalendarFeed) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
    name = write_text(view.name)
    yield from (f"NAME:{name}", f"X-WR-CALNAME:{name}")
    yield f"REFRESH-INTERVAL;VALUE=DURATION:PT{REFRESH_HOURS}H"
    if view.source:
        yield f"SOURCE;VALUE=URI:{view.source}"
    if view.url:
        yield f"URL:{view.url}"
    yield f"X-PUBLISHED-TTL:PT{REFRESH_HOURS}H"
    yield f"X-WR-TIMEZONE:{view.time_zone}"


def _write_times(view: FeedEvent, zone: ZoneInfo) -> Iterator[str]:
    day, start, end = view.recurrence.dtstart, view.start, view.end
    yield f"DTSTART{_write_days([day], start, zone)}"
    if start is not None and end is not None and end > start:
        yield f"DTEND{_write_days([day], end, zone)}"


def _write_recurrence(recurrence: Recurrence, start: int | None, zone: ZoneInfo) -> Iterator[str]:
    if recurrence.rrule is not None:
        parts = recurrence.rrule.split(";")
        if recurrence.until is not None:
            parts.append(f"UNTIL={_write_until(recurrence.until, start, zone)}")
        parts.sort(key=lambda part: _PARTS_OF_RULE.index(part.partition("=")[0]))
        yield f"RRULE:{';'.join(parts)}"
    if recurrence.rdate:
        yield f"RDATE{_write_days(recurrence.rdate, start, zone)}"
    if recurrence.exdate:
        yield f"EXDATE{_write_days(recurrence.exdate, start, zone)}"


def _write_days(days: Sequence[date], minute: int | None, zone: ZoneInfo) -> str:
    """Return parameters and value of moments in the site's time zone; of days that last all day."""
    if minute is None:
        return ";VALUE=DATE:" + ",".join(f"{day:%Y%m%d}" for day in days)
    moments = (write_moment(_moment(day, minute)) for day in days)
    return f";TZID={zone.key}:{','.join(moments)}"


def _write_until(day: date, minute: int | None, zone: ZoneInfo) -> str:
    if minute is None:
        return f"{day:%Y%m%d}"
    return write_moment(_moment(day, minute).replace(tzinfo=zone).astimezone(UTC)) + "Z"


def _moment(day: date, minute: int) -> datetime:
    """Return the moment on the site's clocks; minutes may lead to a later day."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)

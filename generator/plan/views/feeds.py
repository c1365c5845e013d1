"""Calendar feeds (RFC 5545)."""

from dataclasses import dataclass
from datetime import date

from generator.plan.views.pieces import (
    PhoneView,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """On which days, in the words of RFC 5545; times of day stand beside it."""

    dtstart: date
    """The first day on which it really takes place."""
    rrule: str | None = None
    """`FREQ=WEEKLY;BYDAY=WE`, without its UNTIL."""
    until: date | None = None
    """The last day of the rule; None without end."""
    exdate: tuple[date, ...] = ()
    rdate: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEvent:
    """A VEVENT: an event, a service or an outage at one time of day."""

    uid: str
    """Permanent: the same in every feed and on every day."""
    kind: str
    """`event`, `service` or `outage`."""
    summary: str
    location: str | None
    url: str | None
    """The absolute address of its page; None if the site has no address."""
    start: int | None
    """Minutes after midnight of the days of `recurrence`, below 1440; None for the whole day."""
    end: int | None
    """May exceed 1440: on a later day. None if it is not known."""
    recurrence: Recurrence
    dtstamp: date
    """The day from which the facts are, by the content's own dates."""
    sequence: int
    reading: str
    """All its times in plain words."""
    contact: PhoneView
    fee: str | None = None
    audience: str | None = None
    registration: str | None = None
    rain: str | None = None
    reason: str | None = None
    """Why there is an outage."""
    cancelled: str | None = None
    """Why it does not take place."""
    tentative: tuple[int, ...] = ()
    """Years whose holidays are not announced, though they decide about some of its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeed:
    """A VCALENDAR, to subscribe to or to take over once."""

    name: str
    time_zone: str
    url: str | None
    """The absolute address of the page it belongs to."""
    source: str | None
    """Its own absolute address."""
    events: tuple[FeedEvent, ...]

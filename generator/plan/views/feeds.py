"""Feeds to subscribe to: calendars (RFC 5545) and news (Atom, RFC 4287)."""

from datetime import date

from generator.frozen import Frozen
from generator.plan.views.pieces import (
    PhoneView,
    RestoreView,
)
from generator.plan.views.several import Several


class Recurrence(Frozen, kw_only=True):
    """On which days, in the words of RFC 5545; times of day stand beside it."""

    dtstart: date
    """The first day on which it really takes place."""
    rrule: str | None = None
    """`FREQ=WEEKLY;BYDAY=WE`, without its UNTIL."""
    until: date | None = None
    """The last day of the rule; None without end."""
    exdate: tuple[date, ...] = ()
    rdate: tuple[date, ...] = ()


class FeedEvent(Frozen, kw_only=True):
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
    restore: RestoreView | None = None
    """When an outage is expected to be over."""
    cancelled: str | None = None
    """Why it does not take place."""
    tentative: tuple[int, ...] = ()
    """Years whose holidays are not announced, though they decide about some of its days."""


class CalendarFeed(Frozen, kw_only=True):
    """A VCALENDAR, to subscribe to or to take over once."""

    name: str
    time_zone: str
    url: str | None
    """The absolute address of the page it belongs to."""
    source: str | None
    """Its own absolute address."""
    events: Several[FeedEvent]


class AtomEntry(Frozen, kw_only=True):
    """One piece of news: a step that an issue has come to."""

    id: str
    """A `tag:` URI (RFC 4151): permanent, the same in every feed."""
    number: str
    title: str
    step: str
    note: str
    day: date
    link: str
    """The absolute address of the issue's page."""
    author: str
    topic: str | None
    period_first: date | None
    """The days on which objections are taken, if the step is an announcement."""
    period_last: date | None
    changed: date | None = None


class NoticeEntry(Frozen, kw_only=True):
    """One piece of news: a notice that was hung up, or changed since."""

    id: str
    """A `tag:` URI (RFC 4151): permanent, the same in every feed."""
    category: str
    level: str
    title: str
    text: str
    """One or two sentences, may be empty."""
    reading: str | None
    """When there is no water or power, in plain words."""
    restore: RestoreView | None
    cancelled: bool
    """Whether the outage does not take place; `text` then says why."""
    day: date
    link: str
    """The absolute address of the notice's page."""
    author: str
    topic: str | None = None
    """Notices have none."""
    changed: date | None = None
    """The day it was changed, if it says."""


class EventEntry(Frozen, kw_only=True):
    """One piece of news: an event that is near, or that does not take place."""

    id: str
    """A `tag:` URI (RFC 4151): permanent, the same in every feed."""
    title: str
    reading: str
    """When, in plain words."""
    place: str
    text: str
    """One or two sentences, may be empty; why, if it is cancelled."""
    cancelled: bool
    day: date
    link: str
    """The absolute address of its page."""
    author: str
    topic: str | None = None
    """Events have none."""
    changed: date | None = None


class ServiceEntry(Frozen, kw_only=True):
    """One piece of news: a service schedule that is new, or was changed."""

    id: str
    """A `tag:` URI (RFC 4151): permanent, the same in every feed."""
    title: str
    revised: bool
    """Whether times or places were changed after it had been published."""
    lines: tuple[str, ...]
    """Each service with its times in plain words."""
    valid_first: date
    valid_last: date
    day: date
    link: str
    """The absolute address of its page."""
    author: str
    topic: str | None = None
    """Services have none."""
    changed: date | None = None


NewsEntry = AtomEntry | NoticeEntry | EventEntry | ServiceEntry


class AtomFeed(Frozen, kw_only=True):
    """A feed of news, the newest first; at least one."""

    name: str
    """Of the street, committee or compound whose news these are."""
    source: str
    """Its own absolute address, which is its id too."""
    page: str
    """The absolute address of the page that tells the same."""
    time_zone: str
    language: str
    entries: Several[NewsEntry]
    about: str = "issues"
    """`issues`, `notices`, or `news` for everything that is new."""

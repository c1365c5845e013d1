"""What a page tells to programs in the words of schema.org, besides what people read.

These views hold facts only; `render` says them as JSON-LD, with the page's own title and address.
"""

from datetime import date

from generator.frozen import Frozen


class WeeklyHours(Frozen):
    """Hours that are the same every week."""

    weekdays: tuple[int, ...]
    """Monday is 0."""
    opens: int
    closes: int
    """Minutes after midnight, 1440 at most."""


class PublisherData(Frozen):
    """Who publishes: a committee's office, or the street office."""

    name: str
    address: str
    """Of its page."""
    phone: str | None


class OccurrenceData(Frozen, kw_only=True):
    """One time that an event takes place (`Event`)."""

    start: str
    """ISO 8601: a day, or a moment with the offset of the site's time zone."""
    end: str | None
    moved_from: str | None
    """When it was to begin before a holiday moved it, as in `start`."""
    cancelled: bool
    place: str
    place_address: str | None
    """Of a place that has a page of its own."""
    organizer: PublisherData
    free: bool


class ServiceData(Frozen, kw_only=True):
    """One service of a schedule (`GovernmentService`)."""

    name: str
    place: str | None
    provider: PublisherData
    phone: str | None
    audience: str | None
    free: bool
    areas: tuple[str, ...]
    """The compounds it is for; empty for the whole street."""
    hours: tuple[WeeklyHours, ...]
    """Empty where no hours of a week say it all."""
    valid_first: date
    valid_last: date


class ArticleData(Frozen, kw_only=True):
    """A notice as something to read (`Article`)."""

    publisher: PublisherData
    author: str | None


class OfficeData(Frozen, kw_only=True):
    """An office that people go to (`GovernmentOffice`), whose page this is."""

    name: str
    phone: str | None
    place: str | None
    hours: tuple[WeeklyHours, ...]
    areas: tuple[str, ...]
    """The compounds it answers for."""


class WebSiteData(Frozen, kw_only=True):
    """The site itself (`WebSite`), on its front page."""

    name: str
    search: str
    """The address of its search."""
    phone: str | None


StructuredData = (
    OccurrenceData | ServiceData | ArticleData | OfficeData | WebSiteData
)  # fmt: skip

"""One view for each kind of page."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.plan.views.pieces import (
    Card,
    DayView,
    EventParts,
    FigureView,
    Frame,
    GridView,
    Head,
    IssueCard,
    Link,
    NoticeParts,
    PhoneView,
    PosterLink,
    ProseView,
    ServiceCard,
    ServiceLine,
    StepView,
    SuspensionView,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompoundLink:
    """A compound in the directory, findable by its old names."""

    name: str
    address: str
    former_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeLink:
    """A committee in the directory."""

    name: str
    address: str
    phone: str | None
    compounds: tuple[CompoundLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The street's front page: find your compound, and what concerns everybody."""

    template: ClassVar[str] = "home.html"
    frame: Frame
    head: Head
    today: date
    urgent: tuple[Card, ...]
    committees: tuple[CommitteeLink, ...]
    week: tuple[DayView, ...]
    """The next seven days' events, today first, days without any left out."""
    notices: tuple[Card, ...]
    announcements: tuple[Card, ...]
    issues: tuple[IssueCard, ...]
    """Issues that are not closed."""
    compound_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CompoundPage:
    """What a resident sees who scans the code at the gate."""

    template: ClassVar[str] = "compound.html"
    frame: Frame
    head: Head
    today: date
    name: str
    former_names: tuple[str, ...]
    committee: Link
    committee_phone: str | None
    committee_hours: str | None
    address: str | None
    households: int | None
    buildings: tuple[str, ...]
    urgent: tuple[Card, ...]
    now: DayView
    """Today."""
    this_week: tuple[DayView, ...]
    """Tomorrow to Sunday, days without anything left out."""
    coming: tuple[DayView, ...]
    """The two weeks after that."""
    services: tuple[ServiceCard, ...]
    announcements: tuple[Card, ...]
    """Open for comment today."""
    notices: tuple[Card, ...]
    issues: tuple[IssueCard, ...]
    groups: tuple[Card, ...]
    grids: tuple[GridView, ...]
    posters: tuple[PosterLink, ...]
    short_url: str | None
    calendar: str | None = None
    """The address of its calendar feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteePage:
    """A committee: its office, compounds, and everything it publishes."""

    template: ClassVar[str] = "committee.html"
    frame: Frame
    head: Head
    today: date
    name: str
    phone: str | None
    hours: str | None
    address: str | None
    summary: str | None
    compounds: tuple[CompoundLink, ...]
    groups: tuple[Card, ...]
    events: tuple[Card, ...]
    services: tuple[Card, ...]
    notices: tuple[Card, ...]
    issues: tuple[IssueCard, ...]
    reviews: tuple[Card, ...]
    calendar: str | None = None
    """The address of its calendar feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFrame:
    """What the page of every single item shows around its own parts."""

    title: str
    owner: Link
    compounds: tuple[Link, ...]
    """The compounds it is for; empty for the whole street."""
    buildings: tuple[str, ...]
    """Where only some buildings are meant: the compound's name, a space, the building."""
    groups: tuple[Link, ...]
    body: ProseView
    posters: tuple[PosterLink, ...]
    short_url: str | None
    current: bool
    """False once it is over, expired or taken down: the page then says so."""
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """An event."""

    template: ClassVar[str] = "event.html"
    frame: Frame
    head: Head
    item: ItemFrame
    parts: EventParts
    upcoming: tuple[DayView, ...]
    """The next ten occurrences, or the last one if it is over."""
    cancelled: str | None
    """Why it does not take place."""
    results: tuple[FigureView, ...]
    calendar: str | None = None
    """The address of its calendar feed; None if it has no dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """A service schedule."""

    template: ClassVar[str] = "service.html"
    frame: Frame
    head: Head
    item: ItemFrame
    place: str | None
    contact: PhoneView
    lines: tuple[ServiceLine, ...]
    suspensions: tuple[SuspensionView, ...]
    valid_first: date
    valid_last: date
    checked: date
    upcoming: tuple[DayView, ...]
    """The next fortnight, days without anything left out."""
    calendar: str | None = None
    """The address of its calendar feed; None if it has no dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePage:
    """A notice of any category."""

    template: ClassVar[str] = "notice.html"
    frame: Frame
    head: Head
    item: ItemFrame
    parts: NoticeParts
    days_left: int | None
    """Days on which objections are still possible, today included; None if not an open 公示."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """An issue and its way through the steps."""

    template: ClassVar[str] = "issue.html"
    frame: Frame
    head: Head
    item: ItemFrame
    number: str
    origin: str | None
    topic: str | None
    steps: tuple[StepView, ...]
    next_name: str | None
    next_day: date | None
    figures: tuple[FigureView, ...]
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage:
    """A place or a team."""

    template: ClassVar[str] = "group.html"
    frame: Frame
    head: Head
    item: ItemFrame
    kind: str
    address: str | None
    summary: str | None
    contact: PhoneView | None
    figures: tuple[FigureView, ...]
    related: tuple[Card, ...]
    """Current events, services and notices that name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCard:
    """One committee's entry. `anchor` is the id of its place on the review's page."""

    anchor: str
    committee: Link
    project: str
    summary: str
    figures: tuple[FigureView, ...]
    body: ProseView


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """A theme of the year with its cards."""

    number: str
    name: str
    cards: tuple[ReviewCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """The street's year."""

    template: ClassVar[str] = "review.html"
    frame: Frame
    head: Head
    year: int
    title: str
    source: str
    source_day: date | None
    themes: tuple[ThemeView, ...]
    missing: tuple[Link, ...]
    """Committees without an entry."""
    other_years: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveMonth:
    """What came down in one month, newest first."""

    year: int
    month: int
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePage:
    """Everything that is over."""

    template: ClassVar[str] = "archive.html"
    frame: Frame
    head: Head
    months: tuple[ArchiveMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """404. Shown by the web server at any address, so its links are absolute."""

    template: ClassVar[str] = "404.html"
    frame: Frame
    head: Head


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """A short or former address that leads on."""

    template: ClassVar[str] = "redirect.html"
    language: str
    title: str
    target: str
    site_url: str | None


PageView = (
    HomePage | CompoundPage | CommitteePage | EventPage | ServicePage | NoticePage | IssuePage
    | GroupPage | ReviewPage | ArchivePage | NotFoundPage | RedirectPage
)  # fmt: skip

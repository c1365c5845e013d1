"""One view for each kind of page."""

from datetime import date
from typing import ClassVar

from generator.frozen import Frozen
from generator.plan.views.ahead import AheadView
from generator.plan.views.archive import ArchiveMonthPage, ArchivePage
from generator.plan.views.contacts import CoverageView, NeighboursView
from generator.plan.views.head import Head
from generator.plan.views.issues import IssueBoardPage
from generator.plan.views.packs import StaffPage
from generator.plan.views.pieces import (
    AttachmentLink,
    BylineView,
    Card,
    DayView,
    EventParts,
    FigureView,
    Frame,
    GridView,
    IssueCard,
    Link,
    NoticeParts,
    PhoneView,
    PosterLink,
    ProseView,
    ResultsView,
    ServiceCard,
    ServiceLine,
    StepView,
    SuspensionView,
)
from generator.plan.views.reviews import CommitteeReviewPage, ReviewPage
from generator.plan.views.windows import NO_CHANGES, MenuView, MonthChanges


class CompoundLink(Frozen, kw_only=True):
    """A compound in the directory, findable by its old names."""

    name: str
    address: str
    former_names: tuple[str, ...]


class CommitteeLink(Frozen, kw_only=True):
    """A committee in the directory."""

    name: str
    address: str
    phone: str | None
    compounds: tuple[CompoundLink, ...]


class HomePage(Frozen, kw_only=True):
    """The street's front page: find your compound, and what concerns everybody."""

    template: ClassVar[str] = "home.html"
    frame: Frame
    head: Head
    today: date
    urgent: tuple[Card, ...]
    committees: tuple[CommitteeLink, ...]
    week: tuple[DayView, ...]
    """The next seven days' events, today first, days without any left out."""
    ahead: AheadView
    """The events of two months."""
    notices: tuple[Card, ...]
    announcements: tuple[Card, ...]
    issues: tuple[IssueCard, ...]
    """Issues that are not closed."""
    compound_count: int
    issue_board: str | None = None
    """The address of the street's board of issues; None while there are none."""
    feed: str | None = None
    """The address of the Atom feed of everything new."""


class CompoundPage(Frozen, kw_only=True):
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
    """The two weeks after that, without services that take place on most days."""
    later: tuple[DayView, ...]
    """What follows, up to the last day of `ahead`, likewise."""
    ahead: AheadView
    """Everything of two months, what is routine included."""
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
    issue_board: str | None = None
    """The address of its board of issues; None while there are none."""
    neighbours: tuple[NeighboursView, ...] = ()
    """Its buildings with whom they call, if it has grids."""
    feed: str | None = None
    """The address of the Atom feed of everything new here."""


class CommitteePage(Frozen, kw_only=True):
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
    services: tuple[ServiceCard, ...]
    urgent: tuple[Card, ...] = ()
    """What cannot wait in its compounds, whoever has published it."""
    notices: tuple[Card, ...]
    issues: tuple[IssueCard, ...]
    reviews: tuple[Card, ...]
    calendar: str | None = None
    """The address of its calendar feed."""
    issue_board: str | None = None
    """The address of its board of issues; None while there are none."""
    coverage: tuple[CoverageView, ...] = ()
    """How far grids reach, for its compounds that have some."""
    feed: str | None = None
    """The address of the Atom feed of everything new here."""


class ItemFrame(Frozen, kw_only=True):
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
    """False if it has no place on the boards today: it is over, or has not begun."""
    last_day: date | None
    over: bool = False
    """Its last day has gone by, and the page says so."""
    byline: BylineView
    earlier: Link | None = None
    """The one before it of the same kind and publisher."""
    later: Link | None = None
    attachments: tuple[AttachmentLink, ...] = ()


class EventPage(Frozen, kw_only=True):
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


class ServicePage(Frozen, kw_only=True):
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
    ahead: AheadView
    """Two months of it."""
    today: date
    menus: tuple[MenuView, ...] = ()
    """This week's and later ones."""
    changes: MonthChanges = NO_CHANGES
    """What is not as usual this month."""
    calendar: str | None = None
    """The address of its calendar feed; None if it has no dates."""
    results: tuple[ResultsView, ...] = ()


class NoticePage(Frozen, kw_only=True):
    """A notice of any category."""

    template: ClassVar[str] = "notice.html"
    frame: Frame
    head: Head
    item: ItemFrame
    parts: NoticeParts
    days_left: int | None
    """Days on which objections are still possible, today included; None if not an open 公示."""


class IssuePage(Frozen, kw_only=True):
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


class GroupPage(Frozen, kw_only=True):
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


class KindList(Frozen):
    """The current items of one kind."""

    kind: str
    """As in a `Card`."""
    links: tuple[Link, ...]


class IndexPart(Frozen):
    """A part of the search index; `version` changes with its content, for browsers that cache."""

    address: str
    version: str


class SearchPage(Frozen, kw_only=True):
    """The search, and lists to look through where no script runs."""

    template: ClassVar[str] = "search.html"
    frame: Frame
    head: Head
    parts: tuple[IndexPart, ...]
    committees: tuple[CommitteeLink, ...]
    kinds: tuple[KindList, ...]


class NotFoundPage(Frozen, kw_only=True):
    """404. Shown by the web server at any address, so its links are absolute."""

    template: ClassVar[str] = "404.html"
    frame: Frame
    head: Head


class RedirectPage(Frozen, kw_only=True):
    """A short or former address that leads on."""

    template: ClassVar[str] = "redirect.html"
    language: str
    title: str
    target: str
    site_url: str | None


PageView = (
    HomePage | CompoundPage | CommitteePage | EventPage | ServicePage | NoticePage | IssuePage
    | IssueBoardPage | GroupPage | ReviewPage | CommitteeReviewPage | ArchivePage | ArchiveMonthPage
    | NotFoundPage | RedirectPage | SearchPage | StaffPage
)  # fmt: skip

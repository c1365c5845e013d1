"""What templates see: small frozen records, one for each kind of page.

A view holds exactly the facts its page shows, already chosen, sorted and dated; never the board.
Its `repr` is what the artifact's key is made of, so a view holds only values whose `repr` is the
same for the same facts: text, numbers, dates, enumerations' text, tuples and other views.

Addresses are paths from the site's root (`compounds/hexie.html`); templates turn them into links
relative to their own page. Times of day are minutes after midnight. Text fields come from the
content or from the language of times; words such as 周三 or 公示 are the theme's.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.model.prose import Prose


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class PhoneView:
    """Whom to call."""

    name: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class ProseView:
    """A body with the address of each of its links: `pieces[0] addresses[0] pieces[1] …`.

    An address is a path from the site's root, or as the author wrote it for the web (`https:…`).
    """

    pieces: tuple[str, ...]
    addresses: tuple[str, ...]
    text: str

    def __bool__(self) -> bool:
        return bool(self.text or self.addresses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of the site shares."""

    site_name: str
    site_url: str | None
    language: str
    footer: str | None
    hotlines: tuple[PhoneView, ...]
    review: Link | None
    """The newest annual review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself: title, a sentence for search engines, and where it stands."""

    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    """From the home page down to the page above this one."""


# --- pieces that several pages show ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing on one day, in an agenda or a timetable."""

    kind: str
    """`event`, `service` or `outage`."""
    title: str
    start: int | None
    """Minutes after midnight; None for the whole day."""
    end: int | None
    """May exceed 1440: after midnight."""
    part: str = ""
    """A part of the day (下午) where no clock time is known; `start` is None then."""
    place: str | None
    address: str
    note: str | None = None
    """A short remark from the content, such as the fee or for whom."""
    moved_from: date | None = None
    """Set where a holiday moved it here (顺延/提前)."""
    tentative: bool = False
    """The holidays of that year are not announced yet."""
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day and what is on."""

    day: date
    lunar: str
    """正月十七."""
    occasion: str | None
    """A festival, a solar term or the public holiday the day belongs to."""
    workday: bool | None
    """None where that year's holidays are not known."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An item in a list."""

    kind: str
    """`event`, `service`, `notice`, `issue`, `group` or `review`."""
    category: str
    """A notice's category (`tip` …), a group's kind (`place`, `team`), else empty."""
    title: str
    address: str
    summary: str
    """One or two sentences, may be empty."""
    owner: str
    """The committee's name, or the street's site name."""
    level: str = "normal"
    when: str | None = None
    """The times in plain words."""
    place: str | None = None
    published: date | None = None
    last_day: date | None = None
    """The last day it is current; None if it goes on."""
    next_day: date | None = None
    """The next day it takes place."""
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterLink:
    """A poster that exists as PDF."""

    title: str
    """Empty for a timetable or digest: the theme names those by `month`."""
    address: str
    kind: str
    """`event`, `notice`, `timetable` or `digest`."""
    month: date | None
    """The first day of a timetable's or digest's month."""
    paper: str
    compound: str
    """The compound's name it is for."""
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure as its source writes it; `start` is the value it grew from."""

    name: str
    value: str
    start: str | None
    remark: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """One service of a schedule."""

    name: str
    reading: str
    place: str | None
    fee: str | None
    audience: str | None
    places: int | None
    errands: tuple[str, ...]
    next_days: tuple[date, ...] = ()
    """The next few days it takes place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionView:
    """Days without service."""

    first: date
    last: date
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCard:
    """A service schedule in a list, with its lines."""

    title: str
    address: str
    place: str | None
    owner: str
    contact: PhoneView
    lines: tuple[ServiceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step of an issue. `day` is None for a step that has not been reached."""

    name: str
    day: date | None
    note: str | None
    address: str | None
    """The announcement that belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCard:
    """An issue in a list: how far it has come."""

    number: str
    title: str
    address: str
    steps: tuple[StepView, ...]
    """All steps of the site's own order."""
    closed: bool
    opened: date
    latest_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GridView:
    """A grid: whom the people of some buildings call."""

    number: str
    buildings: tuple[str, ...]
    team: str | None
    phone: str | None


# --- pages ----------------------------------------------------------------------------------------


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
    reading: str
    upcoming: tuple[DayView, ...]
    """The next ten occurrences, or the last one if it is over."""
    place: str
    contact: PhoneView
    programme: tuple[str, ...]
    fee: str | None
    audience: str | None
    registration: str | None
    deadline: date | None
    deadline_minute: int | None
    places: int | None
    rain: str | None
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
class FormFieldView:
    """A field of a form; `width` is `full` or `half`."""

    name: str
    width: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeParts:
    """The parts of a notice; each category fills its own and leaves the others empty."""

    category: str
    level: str
    published: date
    points: tuple[str, ...]
    contact: PhoneView | None
    # outage
    reason: str | None = None
    reading: str | None = None
    phone: str | None = None
    # recruitment
    deadline: date | None = None
    deadline_minute: int | None = None
    places: int | None = None
    tasks: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    hours: str | None = None
    strip_text: str | None = None
    strip_phone: str | None = None
    strips: int = 0
    # announcement
    period_first: date | None = None
    period_last: date | None = None
    ways: tuple[str, ...] = ()
    objection_phone: str | None = None
    outcome: str | None = None
    # announcement, result
    issue: Link | None = None
    # form
    fields: tuple[FormFieldView, ...] = ()
    purpose: str | None = None
    annex: str | None = None


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


# --- posters --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterFrame:
    """What every poster carries."""

    source: str
    """The content file it was made from, for messages; empty if from many."""
    site_name: str
    language: str
    committee: str
    """Who publishes it."""
    compound: str
    title: str
    """Empty for a timetable or digest: the theme names those by their month."""
    published: date | None
    take_down: date | None
    """None: stays up until somebody takes it down."""
    office_phone: str | None
    """The publisher's office, for posters that name no contact of their own."""
    footer: str
    """The site's own line, dates filled in."""
    url: str | None
    """What the QR code says."""
    short_url: str | None
    """The same without `https://`, for people."""
    paper: str = "A4"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPoster:
    """One event on one sheet."""

    template: ClassVar[str] = "posters/event.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    reading: str
    days: tuple[DayView, ...]
    """Up to four dated occurrences; empty if there are more, then `reading` stands for them."""
    place: str
    contact: PhoneView
    programme: tuple[str, ...]
    fee: str | None
    audience: str | None
    registration: str | None
    deadline: date | None
    deadline_minute: int | None
    places: int | None
    rain: str | None
    body: ProseView


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePoster:
    """One notice on one sheet; the theme has a layout for each category and for urgent ones."""

    template: ClassVar[str] = "posters/notice.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    parts: NoticeParts
    body: ProseView


@dataclass(frozen=True, slots=True, kw_only=True)
class TimetablePoster:
    """A month of services by day; continues on a second page."""

    template: ClassVar[str] = "posters/timetable.html"
    one_page: ClassVar[bool] = False
    frame: PosterFrame
    year: int
    month: int
    days: tuple[DayView, ...]
    daily: tuple[ServiceLine, ...]
    """Services on nearly every day stand once at the top rather than in every row."""
    contacts: tuple[PhoneView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestPoster:
    """A month at a glance: events and outages by day, and what else hangs; may continue."""

    template: ClassVar[str] = "posters/digest.html"
    one_page: ClassVar[bool] = False
    frame: PosterFrame
    year: int
    month: int
    days: tuple[DayView, ...]
    notices: tuple[Card, ...]
    contacts: tuple[PhoneView, ...]


PosterView = EventPoster | NoticePoster | TimetablePoster | DigestPoster


# --- calendars ------------------------------------------------------------------------------------


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


# --- files ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file that is written as it is: a style sheet of the theme, a picture of the content."""

    location: str
    """Where to read it; not part of what makes it the same file."""
    digest: str

    def __repr__(self) -> str:
        return f"FileView({self.digest})"


View = PageView | PosterView | CalendarFeed | FileView


def open_prose(prose: Prose, addresses: tuple[str, ...]) -> ProseView:
    """Return the body with its links' addresses, one for each target."""
    return ProseView(prose.pieces, addresses, prose.text)

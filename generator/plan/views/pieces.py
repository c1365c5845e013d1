"""Pieces that several views are made of."""

from datetime import date

from generator.frozen import Frozen
from generator.plan.views.files import Location, Original
from generator.plan.views.palette import JADE, PaletteView
from generator.plan.views.spans import write_spans
from generator.plan.views.windows import (
    NO_CHANGES,
    ErrandView,
    MealView,
    MenuDayView,
    MonthChanges,
    WindowView,
)


class Link(Frozen):
    """Words that lead somewhere."""

    text: str
    address: str


class PhoneView(Frozen):
    """Whom to call."""

    name: str
    phone: str | None


class SizedPicture(Frozen):
    """A picture in one size: its address, and its width in pixels."""

    address: str
    width: int


class PictureView(Frozen, kw_only=True):
    """A picture of a body, in the sizes that it is offered in."""

    words: str
    """What it shows, as its author says, for those who cannot see it."""
    sizes: tuple[SizedPicture, ...]
    """As WebP, the smallest first."""
    fallback: str
    """The address of the one as JPEG or PNG, for old browsers."""
    width: int
    height: int
    """Of the largest, in pixels."""
    early: bool
    """Whether it is the first of its page, which should not wait for scrolling."""
    original: Original
    """What paper is printed from; not a file of the site."""


class MissingPicture(Frozen):
    """A picture that cannot be shown; its words stand in its place."""

    words: str


class ProseView(Frozen):
    """A body, with what goes into its gaps: `pieces[0] fillings[0] pieces[1] …`.

    A filling is a picture, or the address of a link: a path from the site's root, or as the author
    wrote it for the web (`https:…`).
    """

    pieces: tuple[str, ...]
    fillings: tuple[str | PictureView | MissingPicture, ...]
    text: str
    source: Location = Location()
    """The content file whose body it is, as a whole; empty for other words."""

    def __bool__(self) -> bool:
        return bool(self.text or self.fillings)


class Frame(Frozen, kw_only=True):
    """What every page of the site shares."""

    site_name: str
    site_url: str | None
    language: str
    footer: str | None
    hotlines: tuple[PhoneView, ...]
    review: Link | None
    """The newest annual review."""
    traditional: bool = False
    """Whether there is an edition in traditional characters."""
    palette: PaletteView = JADE
    time_zone: str = "Asia/Shanghai"
    """By its IANA name, so that scripts go by the site's clock wherever the reader is."""
    utc_offset: int = 480
    """How many minutes that clock is ahead of UTC on the day of building."""
    clock_changes: bool = False
    """Whether that clock is put forward or back, so that the minutes above do not hold for long."""


class BylineView(Frozen, kw_only=True):
    """What stands under a title: where a text is from, who wrote it, and when."""

    origin: str
    """Where it appeared first, else who publishes it."""
    author: str | None
    editor: str | None
    published: date | None
    changed: date | None
    """The day it was last changed, if it says and if that is not the day it was published."""


EntryKey = tuple[str, str, str, str | None, bool]


class Entry(Frozen, kw_only=True):
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

    @property
    def key(self) -> EntryKey:
        """What entries of the same thing share, whatever their day and hours."""
        return self.kind, self.title, self.address, self.place, self.cancelled


class DayView(Frozen, kw_only=True):
    """A day and what is on."""

    day: date
    lunar: str
    """正月十七."""
    occasion: str | None
    """A festival, a solar term or the public holiday the day belongs to."""
    workday: bool | None
    """None where that year's holidays are not known."""
    holiday: bool = False
    """An official day off, weekends beside it included."""
    entries: tuple[Entry, ...]

    @property
    def on(self) -> str:
        """The hours of what does take place, in the notation of `spans`."""
        entries = (entry for entry in self.entries if not entry.cancelled)
        return write_spans(self.day, ((self.day, entry.start, entry.end) for entry in entries))

    @property
    def things(self) -> list[list[Entry]]:
        """The entries, those of the same thing together, in the order of the first of each."""
        found: dict[EntryKey, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.key, []).append(entry)
        return list(found.values())


class RestoreView(Frozen):
    """When water or power is expected to be back."""

    day: date
    minute: int | None
    """1440 at most; None where the notice gives no time."""


class Card(Frozen, kw_only=True):
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
    year: int | None = None
    """The year that an entry of a review tells of."""
    published: date | None = None
    last_day: date | None = None
    """The last day it is current; None if it goes on."""
    next_day: date | None = None
    """The next day it takes place; None if it is cancelled."""
    cancelled: bool = False
    restore: RestoreView | None = None
    """Of an outage."""


class AttachmentLink(Frozen):
    """A document that readers may open or keep."""

    title: str
    address: str
    format: str
    """`pdf`, `docx` or `xlsx`."""
    size: int
    """In bytes."""


class PosterLink(Frozen, kw_only=True):
    """A poster."""

    title: str
    """Empty for a timetable, digest or menu: the theme names those by `month` or `week`."""
    address: str
    """Of the PDF; of its twin where that could not be made."""
    kind: str
    """`event`, `notice`, `timetable`, `digest`, `menu`, `issues`, `contacts`, `review`, `door`."""
    month: date | None
    """The first day of a timetable's or digest's month."""
    week: date | None = None
    """The Monday of a digest's or a menu's week."""
    paper: str
    compound: str
    """The compound's name it is for."""
    last_day: date | None
    twin: str = ""
    """The address of the poster as a page."""
    thumbnail: str | None = None
    """The address of its small picture."""


class FigureView(Frozen, kw_only=True):
    """A figure as its source writes it; `start` is the value it grew from."""

    name: str
    value: str
    start: str | None
    remark: str | None


class ResultsView(Frozen, kw_only=True):
    """What came of a service; its `name` is empty for what came of all services of a schedule."""

    name: str
    figures: tuple[FigureView, ...]


class ServiceLine(Frozen, kw_only=True):
    """One service of a schedule."""

    name: str
    reading: str
    place: str | None
    fee: str | None
    audience: str | None
    places: int | None
    errands: tuple[ErrandView, ...]
    next_days: tuple[date, ...] = ()
    """The next few days it takes place."""
    window: WindowView | None = None
    """Whether it is open today; None where the day does not matter, as on a poster."""
    meals: tuple[MealView, ...] = ()
    """What is cooked today."""
    later_menu: tuple[MenuDayView, ...] = ()
    """What is cooked on the days after, as far as that is known."""


class SuspensionView(Frozen, kw_only=True):
    """Days without service."""

    first: date
    last: date
    reason: str | None
    of: str | None = None
    """What is suspended, where that is not plain from the place."""


class HolidayView(Frozen):
    """The days off of an official holiday."""

    name: str
    first: date
    last: date


class ServiceChanges(Frozen, kw_only=True):
    """Names of services: what is not as it was in the month before."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """At another time or place."""
    ended: tuple[str, ...] = ()


class ServiceCard(Frozen, kw_only=True):
    """A service schedule in a list, with its lines."""

    title: str
    address: str
    place: str | None
    owner: str
    contact: PhoneView
    lines: tuple[ServiceLine, ...]
    checked: date | None = None
    """The day on which somebody last made sure of it."""
    changes: MonthChanges = NO_CHANGES
    """What is not as usual this month."""


class StepView(Frozen, kw_only=True):
    """One step of an issue. `day` is None for a step that has not been reached."""

    name: str
    state: str
    """`done`, `here` (the present one), `ahead`, or `skipped` where a later one was reached."""
    day: date | None
    note: str | None
    address: str | None
    """The announcement that belongs to it."""
    period_first: date | None = None
    """The days on which objections to that announcement are taken."""
    period_last: date | None = None


class IssueCard(Frozen, kw_only=True):
    """An issue in a list: how far it has come."""

    number: str
    title: str
    address: str
    steps: tuple[StepView, ...]
    """All steps of the site's own order."""
    closed: bool
    opened: date
    latest_day: date


class GridView(Frozen, kw_only=True):
    """A grid: whom the people of some buildings call."""

    number: str
    buildings: tuple[str, ...]
    team: str | None
    phone: str | None


class EventParts(Frozen, kw_only=True):
    """The parts of an event that its page and its poster share."""

    reading: str
    """When, in plain words."""
    place: str
    contact: PhoneView
    programme: tuple[str, ...]
    bring: tuple[str, ...] = ()
    """What to take along."""
    fee: str | None
    audience: str | None
    registration: str | None
    deadline: date | None
    deadline_minute: int | None
    places: int | None
    rain: str | None


class FormFieldView(Frozen, kw_only=True):
    """A field of a form; `width` is `full` or `half`."""

    name: str
    width: str
    choices: tuple[str, ...]


class NoticeParts(Frozen, kw_only=True):
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
    restore: RestoreView | None = None
    cancelled: str | None = None
    """Why there is no outage after all."""
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
    closed: bool = False
    """Its deadline has gone by; it may hang for some days more."""
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

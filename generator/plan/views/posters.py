"""One view for each kind of poster."""

from datetime import date
from typing import ClassVar

from generator.frozen import Frozen
from generator.plan.views.contacts import BuildingCardPoster, ContactCardPoster
from generator.plan.views.issues import IssueBoardPoster
from generator.plan.views.packs import CoverSheet
from generator.plan.views.pieces import (
    Card,
    DayView,
    EventParts,
    HolidayView,
    NoticeParts,
    PhoneView,
    ProseView,
    ServiceChanges,
    ServiceLine,
    SuspensionView,
)
from generator.plan.views.poster_frame import PosterFrame
from generator.plan.views.reviews import CommitteeReviewPoster, StreetReviewPoster
from generator.plan.views.windows import MenuDayView


class EventPoster(Frozen, kw_only=True):
    """One event on one sheet."""

    template: ClassVar[str] = "posters/event.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    parts: EventParts
    days: tuple[DayView, ...]
    """Up to four dated occurrences; empty if there are more, then `reading` stands for them."""
    body: ProseView


class NoticePoster(Frozen, kw_only=True):
    """One notice on one sheet; the theme has a layout for each category and for urgent ones."""

    template: ClassVar[str] = "posters/notice.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    parts: NoticeParts
    body: ProseView


class TimetablePoster(Frozen, kw_only=True):
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
    holidays: tuple[HolidayView, ...] = ()
    workdays: tuple[date, ...] = ()
    """Weekend days on which people work in exchange for a holiday."""
    suspensions: tuple[SuspensionView, ...] = ()
    changes: ServiceChanges
    errands: tuple[ServiceLine, ...] = ()
    """The services that do errands, with the list of them."""
    checked: date | None = None
    """The day since when somebody has made sure of every schedule."""


class DigestPoster(Frozen, kw_only=True):
    """A month or a week at a glance: what is on by day, and what else hangs; may continue."""

    template: ClassVar[str] = "posters/digest.html"
    one_page: ClassVar[bool] = False
    frame: PosterFrame
    first: date
    last: date
    weekly: bool
    """Of a week, with services as well; `days` then has all seven."""
    days: tuple[DayView, ...]
    daily: tuple[ServiceLine, ...] = ()
    """A week's services on nearly every day stand once."""
    notices: tuple[Card, ...]
    contacts: tuple[PhoneView, ...]


class CanteenView(Frozen, kw_only=True):
    """A service that cooks, and what it cooks in a week by day."""

    line: ServiceLine
    days: tuple[MenuDayView, ...]


class MenuPoster(Frozen, kw_only=True):
    """A week's menus, one canteen after the other; may continue."""

    template: ClassVar[str] = "posters/menu.html"
    one_page: ClassVar[bool] = False
    frame: PosterFrame
    first: date
    """The first and the last day with dishes."""
    last: date
    canteens: tuple[CanteenView, ...]
    contacts: tuple[PhoneView, ...]


PosterView = (
    EventPoster | NoticePoster | TimetablePoster | DigestPoster | MenuPoster
    | StreetReviewPoster | CommitteeReviewPoster | IssueBoardPoster | ContactCardPoster
    | BuildingCardPoster | CoverSheet
)  # fmt: skip

"""One view for each kind of poster."""

from dataclasses import dataclass
from typing import ClassVar

from generator.plan.views.pieces import (
    Card,
    DayView,
    EventParts,
    NoticeParts,
    PhoneView,
    ProseView,
    ServiceLine,
)
from generator.plan.views.poster_frame import PosterFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPoster:
    """One event on one sheet."""

    template: ClassVar[str] = "posters/event.html"
    one_page: ClassVar[bool] = True
    frame: PosterFrame
    parts: EventParts
    days: tuple[DayView, ...]
    """Up to four dated occurrences; empty if there are more, then `reading` stands for them."""
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
